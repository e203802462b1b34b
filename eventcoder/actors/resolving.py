"""The actors of one sentence: phrase by phrase, together, and with what the story said before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from eventcoder.actors.ambiguity import may_be_surname, settled
from eventcoder.actors.belonging import base_land, is_owned, peacekept_by
from eventcoder.actors.completing import (
    border_home,
    is_foreign,
    is_titled,
    land_besides,
    share_role,
    shared_land,
)
from eventcoder.actors.composing import Composer
from eventcoder.actors.halves import with_halves
from eventcoder.actors.lists import NEEDS_LAND
from eventcoder.actors.names import PLACE_KINDS, ActorIndex
from eventcoder.actors.phrases import LOCATION, POSSESSIVES, Tagged
from eventcoder.actors.readings import COUNTERPARTS, is_national
from eventcoder.actors.regions import lands_described
from eventcoder.actors.tokens import fold, words
from eventcoder.actors.variants import office_of
from eventcoder.model import Actor, Sentence, Span

_LISTED = frozenset({"country", "capital", "organisation", "region", "residence"})
_OF_PEOPLE = POSSESSIVES - {"its", "their", "whose"}
_LONGEST_ACRONYM = 5
_GOING_TO = LOCATION | {"to", "for"}


class Memory(Protocol):
    """What a story said before a sentence; see `eventcoder.actors.story.Story`."""

    def refer(self, actors: SentenceActors, span: Span, code: str) -> list[Actor]:
        """Actors that a pronoun, a description or a surname refers to."""

    def is_stranger(self, actors: SentenceActors, span: Span) -> bool:
        """Whether the story used a surname for somebody whom no list has ("Michael Jordan ... Jordan")."""

    def land(self, actors: SentenceActors, actor: Actor) -> str:
        """Country of a role without one, from the story."""

    def lands(self) -> frozenset[str]:
        """The countries that the story names."""

    def nations(self) -> Mapping[str, int]:
        """The countries of what the story names, and how often."""


@dataclass
class SentenceActors:
    """The actors of one sentence, resolved phrase by phrase on the document's date.

    Its words are looked up when an actor is asked for. `alone` is the sentence without a memory, where
    that exists already: both have the same words.
    """

    sentence: Sentence
    index: ActorIndex
    memory: Memory | None = None
    alone: SentenceActors | None = None
    _known: dict[tuple[int, int], list[Actor]] = field(default_factory=dict)
    _asked: set[tuple[int, int]] = field(default_factory=set)
    _resolved: dict[Span, Actor | None] = field(default_factory=dict)

    @cached_property
    def tagged(self) -> Tagged:
        if self.alone is not None:
            return self.alone.tagged
        tokens = words(self.sentence.text)
        found = with_halves(tokens, self.index.mentions(tokens, self.sentence.doc.date), self.index)
        return Tagged(self.sentence.text, tokens, settled(tokens, found, self.sentence.doc.text))

    @cached_property
    def composer(self) -> Composer:
        if self.alone is not None:
            return self.alone.composer
        return Composer(self.tagged, self.index, self.sentence.doc.date)

    def resolve(self, span: Span) -> Actor | None:
        """The actor that a phrase names or refers to; None where that is nobody, or more than one."""
        if span not in self._resolved:
            self._resolved[span] = self._resolve(span)
        return self._resolved[span]

    def _resolve(self, span: Span) -> Actor | None:
        first, last = self.tagged.range(span)
        code, inferred = self.composer.code(first, last)
        if code and self._is_stray_party(first, last, code):
            return None
        if self.memory is not None and self._is_surname(first, last) and self.memory.is_stranger(self, span):
            return None
        complete = code and self.composer.has_land(code) and not self._may_refer(first, last, code)
        if self.memory is not None and not complete:
            referred = self.memory.refer(self, span, code)
            if referred:
                return referred[0] if len(referred) == 1 else None
            if code in self.index.countries and self._is_nation(first, last):
                return None  # "the former Soviet republic" is none that the story names
        return Actor(code, span, inferred) if code else None

    def _may_refer(self, first: int, last: int, code: str) -> bool:
        """Whether a phrase with a code may mean something else: a surname, "his Iranian counterpart".

        So may "the two African neighbours" and "the African kingdom", which have the code of a region, and
        "the Labour Party", which is one of several.
        """
        if self.short_name(first, last) or self._is_nation(first, last):
            return True
        if self._is_surname(first, last) or not COUNTERPARTS.isdisjoint(self.tagged.lower[first:last]):
            return True
        noun = self.tagged.mention(last - 1)
        nation = noun and self.tagged.mention(noun.start - 1)
        if noun and nation and is_national(nation, noun):
            return True
        return noun is not None and noun.agent is not None and code == self.composer.region(first, last)

    def _is_stray_party(self, first: int, last: int, code: str) -> bool:
        """Whether an acronym is a party of a country of which a story of one other country says nothing."""
        party = self.tagged.mention(last - 1)
        if self.memory is None or party is None or party.kind != "party":
            return False
        acronym = self.tagged.words[party.start].text
        if party.end - party.start > 1 or not acronym.isupper() or len(acronym) > _LONGEST_ACRONYM:
            return False
        named = self.memory.nations()
        return len(named) == 1 and code[:3] not in named and max(named.values()) > 1

    def _is_nation(self, first: int, last: int) -> bool:
        """Whether a phrase describes a country: "the Andean nation", "the former Soviet republic"."""
        named = self.tagged.mention(last - 1)
        described = lands_described(self.tagged.lower[first:last]) is not None
        return described and (named is None or named.agent is not None)

    def _is_surname(self, first: int, last: int) -> bool:
        """Whether a phrase is one word that could be somebody's surname."""
        mention = self.tagged.mention(first)
        single = last - first == 1 and mention is not None and mention.end == last and not mention.adjective
        return single and mention is not None and may_be_surname(mention, self.tagged.words[first].text)

    def resolve_all(self, span: Span) -> list[Actor]:
        """The actors of a phrase in the slot of an actor; it is remembered that they were asked for."""
        self._asked.add((span.start, span.end))
        return self.named(span)

    def named(self, span: Span) -> list[Actor]:
        """The actors that a phrase names: several where it joins several by "and", or means "both sides".

        Extractors give coordinated phrases one by one, but a parser may have overlooked an "and".
        """
        known = self._known.get((span.start, span.end))
        if known is None:
            known = self._joined(span)
            if not known and (whole := self.resolve(span)):
                known = [whole]
            if not known and self.memory is not None:
                known = self.memory.refer(self, span, "")
            self._known[span.start, span.end] = known
        return known

    @property
    def asked(self) -> Mapping[tuple[int, int], list[Actor]]:
        """What the phrases came to that were asked for: offsets in the sentence -> actors."""
        return {key: self._known[key] for key in sorted(self._asked)}

    def _joined(self, span: Span) -> list[Actor]:
        """The actors of a phrase cut at "and" and at commas between bare names.

        Empty where there is nothing to cut, or a part is nobody.
        """
        first, last = self.tagged.range(span)
        cuts = [i for i in range(first + 1, last) if self._joins(i, last)]
        if not cuts:
            return []
        listed = any(self.tagged.lower[i] == "and" for i in cuts)
        actors = []
        for start, end in zip([first, *(i + 1 for i in cuts)], [*cuts, last], strict=True):
            if start < end:
                actor = self.resolve(self.tagged.span(start, end, span.head))
                if actor is None:
                    return []
                actors.append(actor)
        # "Turkey, Iran" are two; "Paris, France" and "Lavrov, the minister" are one
        several = len(actors) > 1 and (listed or len({a.code[:3] for a in actors}) == len(actors))
        return share_role(actors, self.composer) if several else []

    def _joins(self, at: int, last: int) -> bool:
        text = self.tagged.lower[at]
        if text == "and":
            return not self.tagged.inside(at) and not self._ends_places(at, last)
        if text != ",":
            return False
        after = self.tagged.mention(at + 1)
        if after is None or after.start != at + 1 or after.kind not in _LISTED:
            return False
        return after.end == last or self.tagged.word(after.end) in (",", "and")

    def _ends_places(self, at: int, last: int) -> bool:
        """ "the envoy to Iran and Iraq": the last of several places that say where, and no second actor."""
        before, after = self.tagged.mention(at - 1), self.tagged.mention(at + 1)
        if before is None or after is None or after.end != last:
            return False
        places = all(m.kind in PLACE_KINDS and not m.adjective for m in (before, after))
        return places and self.tagged.word(before.start - 1) in _GOING_TO

    def place(self, span: Span) -> str:
        """Country (three letters) of the place that a phrase names; "" where it names none."""
        return self.composer.place(*self.tagged.range(span))

    def home(self, actor: Actor) -> str:
        """The country of rebels whose place in the sentence is not theirs; "" for others."""
        return border_home(actor, self.composer)

    def completed(self, together: Sequence[Actor]) -> list[Actor]:
        """Actors that are named together, with what they share filled in from one another.

        "the Greek and Turkish foreign ministers" are both ministers; in "the Syrian government and
        the opposition" both are Syrian. A government of no country at all ("top diplomats") is nobody.
        """
        shared = share_role(together, self.composer) if len(together) > 1 else together
        placed = [self.infer_country(actor, shared) for actor in shared]
        return [actor for actor in placed if actor.code not in NEEDS_LAND]

    def infer_country(self, actor: Actor, siblings: Sequence[Actor]) -> Actor:
        """Give a role without a country ("the opposition") the country of what it is named with.

        Failing that, rebels, opposition, police and the like belong to the only country that the
        sentence names, or to the one that the story is about. The result is marked as inferred. The
        code stays bare where nothing helps.
        """
        if self.composer.has_land(actor.code) or is_foreign(actor):
            return actor
        if (base := base_land(actor, self.composer)) is not None:
            return Actor(base + actor.code, actor.span, inferred=bool(base))
        if actor.span is not None and self.tagged.word(self.tagged.range(actor.span)[0]) in _OF_PEOPLE:
            return actor
        if code := self._spelled_otherwise(actor):
            return Actor(code, actor.span, inferred=True)
        if body := peacekept_by(actor, self.composer):
            return Actor(body, actor.span, inferred=True)
        land = shared_land(actor, siblings, self.composer)
        if not land and self.memory is not None and not is_owned(actor, self.tagged):
            land = self.memory.land(self, actor)
        return Actor(land + actor.code, actor.span, inferred=True) if land else actor

    def besides(self, actor: Actor, others: frozenset[str]) -> list[Actor]:
        """An organ of a state in the only country besides `others` that the sentence or the story names."""
        if self.composer.has_land(actor.code):
            return []
        land = land_besides(actor, others, self.composer)
        if not land and self.memory is not None and not is_owned(actor, self.tagged):
            land = self.memory.land(self, actor)
        land = "" if land in others else land
        return [Actor(land + actor.code, actor.span, inferred=True)] if land else []

    def _spelled_otherwise(self, actor: Actor) -> str:
        """The code of a titled person whose name no list has in this spelling."""
        if actor.span is None or not is_titled(actor, self.composer):
            return ""
        first, last = self.tagged.range(actor.span)
        name = [self.tagged.words[i].text for i in range(first, last) if self.tagged.mention(i) is None]
        return office_of(actor.code, name, self.index, self.sentence.doc.date)

    def short_name(self, first: int, last: int) -> str:
        """The name of a party or group that is the whole phrase, where several countries have one of it."""
        while first < last and self.tagged.mention(first) is None:
            first += 1  # "the ruling | Labour Party"
        mention = self.tagged.mention(first)
        if mention is None or (mention.start, mention.end) != (first, last) or not mention.entries:
            return ""
        name = " ".join(fold(word.text) for word in self.tagged.words[first:last])
        return name if name in self.index.short_names else ""

    def nations(self) -> list[str]:
        """The countries of what the sentence names, parties and groups aside, one for each time."""
        named = (m for m in self.tagged.mentions if m.entries and m.kind not in ("party", "group"))
        codes = (self.composer.on_date(m)[:3] for m in named)
        return [land for land in codes if land in self.index.countries]

    def lands(self) -> list[str]:
        """The countries that the sentence names, one for each time."""
        named = (m for m in self.tagged.mentions if m.kind in PLACE_KINDS)
        codes = (self.composer.on_date(m)[:3] for m in named)
        return [land for land in codes if land in self.index.countries]

    def pieces(self, span: Span) -> list[tuple[str, Span]]:
        """A phrase cut at its prepositions: (preposition, what follows it), the head's with ""."""
        pieces = self.tagged.pieces(*self.tagged.range(span))
        return [(piece.link, self.tagged.span(piece.start, piece.end)) for piece in pieces]

    def within(self, span: Span) -> list[Span]:
        """The names and role nouns in a phrase, in order."""
        first, last = self.tagged.range(span)
        inside = [m for m in self.tagged.mentions if first <= m.start and m.end <= last]
        return [self.tagged.span(m.start, m.end) for m in inside]

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.sentence.text[start:end])
