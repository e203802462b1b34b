"""One actor code for a phrase: country, then role, as CAMEO composes them.

"Kenyan police" is KENCOP; "Russian Foreign Minister Sergei Lavrov" is RUSGOV once, not twice; "the UN
special envoy for Syria" is IGOUNO, and "officials from Iran" are IRNGOV. The conventions are those of
the CAMEO manual, chapter 3, and of docs/actors.md.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from eventcoder.actors import NEEDS_LAND, ActorIndex, Mention, Word, role_on, words
from eventcoder.model import Actor, Sentence, Span

GOVERNMENT = "GOV"
FORMER = "ELI"
PLACE_KINDS = frozenset({"country", "capital", "city", "region"})

_FORMER = frozenset({"former", "ex", "ousted", "deposed", "late", "onetime", "toppled"})
_CUTTING = frozenset(
    """
    for to in on at with near outside inside against over about between among amid by through as via
    than into who which that whose where when after before during since until while including
    """.split()
)
_ORIGIN = frozenset({"from", "of"})
_LOCATION = frozenset({"in", "inside", "at", "near", "across"})
_QUANTIFIERS = frozenset(
    """
    number dozen dozens hundreds thousands scores group groups couple majority minority handful
    series some many several most all both one two three four five six seven eight nine ten range
    variety rest part lot lots none each any half tens crowd crowds coalition alliance column wave
    mob gang
    """.split()
)
_LISTED = frozenset({"country", "capital", "organisation", "region", "residence"})
_DOMESTIC = frozenset({"OPP", "REB", "COP", "JUD", "LEG", "UAF", "CVL", "EDU", "LAB", "AGR", "REL"})
_FIRST = ("REB", "OPP", "SPY")


@dataclass(frozen=True, slots=True)
class _Segment:
    """A stretch of a phrase between prepositions; `link` is the preposition before it."""

    link: str
    start: int
    end: int


@dataclass(slots=True)
class SentenceActors:
    """The actors of one sentence, resolved phrase by phrase on the document's date."""

    sentence: Sentence
    index: ActorIndex
    words: list[Word] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    _known: dict[tuple[int, int], list[Actor]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = words(self.sentence.text)
        self.mentions = self.index.mentions(self.words)

    @property
    def date(self) -> dt.date | None:
        return self.sentence.doc.date

    def resolve(self, span: Span) -> Actor | None:
        """The actor that a phrase names; None where it names none that the lists know."""
        segments = self._segments(span)
        if not segments:
            return None
        main, rest = segments[0], segments[1:]
        if self._is_quantity(main) and rest and rest[0].link == "of":
            main, rest = rest[0], rest[1:]
        found = self._in(main)
        if not found or not self._names_actor(main, found[-1]):
            return self._named_after(rest, span) if found else None
        origin = [m for s in rest if s.link in _ORIGIN for m in self._in(s)]
        people = [m for s in rest if s.link not in _ORIGIN for m in self._in(s) if m.kind == "person"]
        code = self._compose(found, origin, people, main.start)
        if code and not self._has_land(code):
            located = [m for s in rest if s.link in _LOCATION for m in self._in(s)]
            land = self._land(located)
            return Actor(land + code, span, inferred=True) if land else Actor(code, span)
        return Actor(code, span) if code else None

    def resolve_all(self, span: Span) -> list[Actor]:
        """The actors that a phrase names: several where it joins several by "and".

        Extractors give coordinated phrases one by one, but a parser may have overlooked an "and".
        """
        known = self._known.get((span.start, span.end))
        if known is None:
            known = self._joined(span)
            if not known and (whole := self.resolve(span)):
                known = [whole]
            self._known[span.start, span.end] = known
        return known

    def _joined(self, span: Span) -> list[Actor]:
        """The actors of a phrase cut at "and" and at commas between bare names.

        Empty where there is nothing to cut, or a part is nobody.
        """
        first = bisect_left(self.words, span.start, key=lambda w: w.start)
        last = bisect_left(self.words, span.end, key=lambda w: w.start)
        cuts = [i for i in range(first + 1, last) if self._joins(i, last)]
        if not cuts:
            return []
        listed = any(self.words[i].text.lower() == "and" for i in cuts)
        actors = []
        for start, end in zip([first, *(i + 1 for i in cuts)], [*cuts, last], strict=True):
            if start < end:
                offsets = self.words[start].start, self.words[end - 1].end
                actor = self.resolve(Span(*offsets, self.sentence.text[slice(*offsets)], span.head))
                if actor is None:
                    return []
                actors.append(actor)
        # "Turkey, Iran" are two; "Paris, France" and "Lavrov, the minister" are one
        several = len(actors) > 1 and (listed or len({a.code[:3] for a in actors}) == len(actors))
        return actors if several else []

    def _joins(self, at: int, last: int) -> bool:
        text = self.words[at].text.lower()
        if text == "and":
            return not self._inside_mention(at)
        if text != ",":
            return False
        after = [m for m in self.mentions if m.start == at + 1 and m.kind in _LISTED]
        return bool(after) and (after[0].end == last or self.words[after[0].end].text in (",", "and"))

    def place(self, span: Span) -> str:
        """Country (three letters) of the place that a phrase names; "" where it names none."""
        for segment in self._segments(span):
            if land := self._land([m for m in self._in(segment) if m.kind in PLACE_KINDS]):
                return land
        return ""

    def completed(self, together: Sequence[Actor]) -> list[Actor]:
        """Actors that are named together, with what they share filled in from one another.

        "the Greek and Turkish foreign ministers" are both ministers; in "the Syrian government and
        the opposition" both are Syrian. A government of no country at all ("top diplomats") is nobody.
        """
        shared = list(together)
        for i in range(len(shared) - 2, -1, -1):
            land, role = shared[i + 1].code[:3], shared[i + 1].code[3:]
            if role and land in self.index.countries and self._is_bare_adjective(shared[i]):
                shared[i] = Actor(shared[i].code + role, shared[i].span, shared[i].inferred)
        placed = [self.infer_country(actor, shared) for actor in shared]
        return [actor for actor in placed if actor.code not in NEEDS_LAND]

    def _is_bare_adjective(self, actor: Actor) -> bool:
        """Whether the phrase is nothing but a demonym that goes with the next one's noun.

        A plural is a noun of its own: "the Russians and Turkish troops" share nothing.
        """
        if actor.span is None or len(actor.code) != 3 or re.search(r"[^s]s$", actor.span.text):
            return False
        inside = [m for m in self.mentions if self.words[m.start].start >= actor.span.start]
        inside = [m for m in inside if self.words[m.end - 1].end <= actor.span.end]
        return (
            len(inside) == 1 and inside[0].adjective and self.words[inside[0].end - 1].end == actor.span.end
        )

    def infer_country(self, actor: Actor, siblings: Sequence[Actor]) -> Actor:
        """Give a role without a country ("the opposition") the country of what it is named with.

        Failing that, rebels, opposition, police and the like belong to the only country that the
        sentence names. The result is marked as inferred. The code stays bare where neither helps.
        """
        if self._has_land(actor.code):
            return actor
        lands = [s.code[:3] for s in siblings if s is not actor and s.code[:3] in self.index.countries]
        if not lands and actor.code in _DOMESTIC:
            places = [m for m in self.mentions if m.kind in PLACE_KINDS]
            named = {role_on(m.entries, self.date)[:3] for m in places}
            lands = sorted(named & self.index.countries) if len(named & self.index.countries) == 1 else []
        return Actor(lands[0] + actor.code, actor.span, inferred=True) if lands else actor

    def pieces(self, span: Span) -> list[tuple[str, Span]]:
        """A phrase cut at its prepositions: (preposition, what follows it), the head's with ""."""
        return [
            (s.link, self.span(self.words[s.start].start, self.words[s.end - 1].end))
            for s in self._segments(span)
        ]

    def within(self, span: Span) -> list[Span]:
        """The names and role nouns in a phrase, in order."""
        spans = [(self.words[m.start].start, self.words[m.end - 1].end) for m in self.mentions]
        return [self.span(start, end) for start, end in spans if span.start <= start and end <= span.end]

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.sentence.text[start:end])

    def _segments(self, span: Span) -> list[_Segment]:
        """The words of a span, cut at prepositions and relative pronouns."""
        first = bisect_left(self.words, span.start, key=lambda w: w.start)
        last = bisect_left(self.words, span.end, key=lambda w: w.start)
        segments: list[_Segment] = []
        link, start = "", first
        for i in range(first, last):
            word = self.words[i].text.lower()
            if (word in _CUTTING or word in _ORIGIN) and not self._inside_mention(i):
                if i > start:
                    segments.append(_Segment(link, start, i))
                link, start = word, i + 1
        if last > start:
            segments.append(_Segment(link, start, last))
        return segments

    def _inside_mention(self, at: int) -> bool:
        return any(m.start < at < m.end for m in self.mentions)

    def _in(self, segment: _Segment) -> list[Mention]:
        return [m for m in self.mentions if segment.start <= m.start and m.end <= segment.end]

    def _is_quantity(self, segment: _Segment) -> bool:
        last = self._last_word(segment)
        return last is not None and (
            self.words[last].text.lower() in _QUANTIFIERS or self.words[last].text.isdigit()
        )

    def _last_word(self, segment: _Segment) -> int | None:
        """The last word of a segment's first part, before a comma and without signs or 's."""
        end = segment.end
        for i in range(segment.start + 1, segment.end):
            if self.words[i].text in ",;(–—" and not self._inside_mention(i):
                end = i
                break
        for i in range(end - 1, segment.start - 1, -1):
            if self.words[i].text[0].isalnum() and self.words[i].text != "s":
                return i
        return None

    def _names_actor(self, segment: _Segment, last: Mention) -> bool:
        """Whether the head of the phrase is an actor and not something of his ("Syria's economy")."""
        head = self._last_word(segment)
        if head is None:
            return False
        covering = next((m for m in self._in(segment) if m.start <= head < m.end), None)
        if covering is not None:
            return covering.kind != "city"
        unknown_name = self.words[head].text[0].isupper()
        titled = any(m.agent for m in self._in(segment) if m.end <= head)
        return unknown_name and titled

    def _named_after(self, rest: Sequence[_Segment], span: Span) -> Actor | None:
        """A person named behind a phrase that is none itself; nobody where there is no such name."""
        for segment in rest:
            for mention in self._in(segment):
                if mention.kind == "person" and segment.link not in _ORIGIN:
                    code = role_on(mention.entries, self.date)
                    return Actor(code, span) if code else None
        return None

    def _has_land(self, code: str) -> bool:
        return code[:3] in self.index.countries or code[:3] not in self.index.roles

    def _land(self, mentions: Sequence[Mention]) -> str:
        """Country of the first mention that has one."""
        for mention in mentions:
            if mention.entries and mention.kind in PLACE_KINDS | {"residence"}:
                return role_on(mention.entries, self.date)[:3]
        return ""

    def _compose(
        self, main: Sequence[Mention], origin: Sequence[Mention], people: Sequence[Mention], start: int
    ) -> str:
        """The code of a phrase from its mentions; see the module's docstring for examples.

        `start` is the phrase's first word. A weak role alone ("the officials") is nobody.
        """
        head = main[-1]
        if head.kind in ("country", "capital", "residence") and not head.adjective:
            return self._bare_place(head)
        roles = [m.agent.code for m in main if m.agent and m.agent.strong and m.agent.code]
        weak = [m.agent.code for m in main if m.agent and not m.agent.strong and m.agent.code]
        named = [m for m in (*main, *people) if m.kind in ("person", "group", "party", "organisation")]
        former = any(self._is_former(m, start) for m in main if m.agent)
        if not named and roles in ([], [GOVERNMENT]):
            named = [m for m in origin if m.kind in ("person", "group", "party", "organisation")]
        land = self._land(main) or self._land(origin)
        role = self._role(roles) or (weak[0] if weak else "")
        if not role:
            role = next((m.agent.code for m in origin if m.agent and m.agent.code), "")
        elif not roles and origin:
            role = self._role([m.agent.code for m in origin if m.agent and m.agent.strong]) or role
        if named:
            return self._named_code(named, land, main, role, former)
        if not land and not any(m.agent and m.agent.strong for m in (*main, *origin)):
            return ""
        if former and role in (GOVERNMENT, "GOVMIL", "LEG", "MIL"):
            role = FORMER
        return land + role

    def _bare_place(self, head: Mention) -> str:
        code = role_on(head.entries, self.date)
        return code + GOVERNMENT if head.kind == "capital" and len(code) == 3 else code

    def _named_code(
        self, named: Sequence[Mention], land: str, main: Sequence[Mention], role: str, former: bool
    ) -> str:
        """The code of a phrase with a name in it: the name's, unless the text says otherwise."""
        people_first = sorted(named, key=lambda m: m.kind != "person")
        known = [(m, code) for m in people_first if (code := role_on(m.entries, self.date))]
        if not known:
            return land + role
        name, code = known[0]
        if name.kind != "person":
            return code
        owned = [m.agent for m in main if m.agent and m.start > name.end and m.agent.code]
        if owned and self._owns(name):
            return code[:3] + (self._role([a.code for a in owned if a.strong]) or code[3:] or owned[0].code)
        if code.endswith(FORMER) and role and not former and not code.startswith("IGO"):
            return (land or code[:3]) + role
        if former and len(code) > 3 and not code.startswith("IGO"):
            return code[:3] + FORMER
        return code

    def _owns(self, name: Mention) -> bool:
        after = self.words[name.end : name.end + 1]
        return bool(after) and after[0].text in "'’"

    def _is_former(self, agent: Mention, start: int) -> bool:
        before = self.words[max(start, agent.start - 4) : agent.start]
        return any(w.text.lower() in _FORMER for w in before)

    @staticmethod
    def _role(roles: Sequence[str]) -> str:
        """The one role of several: rebels and opposition first, else that of the last noun."""
        for first in _FIRST:
            if first in roles:
                return first
        return roles[-1] if roles else ""
