"""What a sentence offers to later words that refer back: "he", "the ministry", "both sides"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from eventcoder.actors.genders import gender
from eventcoder.actors.lists import NEEDS_LAND
from eventcoder.actors.names import PLACE_KINDS, Mention
from eventcoder.actors.nounphrases import NounPhrase, is_attribute, noun_phrases
from eventcoder.actors.phrases import Tagged
from eventcoder.actors.readings import is_person
from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.settling import is_located
from eventcoder.model import Actor, Span

_CLAUSE = frozenset(
    "that if when whether because unless said says announced while although after before since as".split()
)
_SEVERAL = frozenset(
    """
    inspectors peacekeepers observers officials monitors forces troops rebels leaders marines paratroopers
    seals rangers commandos guards
    """.split()
)
"""Plurals at the end of a name that the lists have: "UN inspectors"."""
_ELECTING = ("elected", "elects", "chose", "chooses", "inaugurated", "voted in")
_ELECTED = re.compile(
    r"(?:(?:was|is|has been) (?:re-?elected|elected|declared|proclaimed|sworn|inaugurated|chosen)|won\b|"
    r"wins\b|defeated\b|beat\b|took office|takes office|claimed victory)"
)
_BROKERING = frozenset("brokered mediated hosted sponsored convened auspices".split())
_THING_KINDS = frozenset({"country", "capital", "residence", "organisation", "group", "party"})


class Antecedent(NamedTuple):
    """A phrase that can be referred to. `noun` is its role noun, `names` the words of a person's name.

    `joined` tells that "and" ties it to the one before; `quoted` that it stands in quotation marks;
    `located` that it only says where something is; `elected` that somebody was just chosen for an office;
    `broker` that it brought others together;
    `link` and `follows` are the words around it.
    """

    start: int
    end: int
    code: str
    inferred: bool
    person: bool
    plural: bool
    noun: str
    names: tuple[str, ...]
    gender: str
    kind: str
    joined: bool
    quoted: bool
    located: bool
    elected: bool
    broker: bool
    link: str
    follows: str

    @property
    def thing(self) -> bool:
        return not (self.person or self.plural or self.located)


@dataclass(slots=True)
class Context:
    """A phrase that may refer back, its own code, and what stands before it, the nearest sentence first.

    `backwards` gives what stands before it in all sentences, or in those that have a name.
    """

    actors: SentenceActors
    span: Span
    code: str
    backwards: Callable[..., Iterator[list[Antecedent]]]
    before: Iterator[list[Antecedent]] = field(init=False)
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.backwards()
        first, last = self.actors.tagged.range(self.span)
        self.words = self.actors.tagged.lower[first:last]


def antecedents(actors: SentenceActors) -> list[Antecedent]:
    """What the phrases of a sentence name by themselves, in order; `actors` has no memory."""
    found: list[Antecedent] = []
    for phrase in noun_phrases(actors.tagged):
        last = actors.tagged.mention(phrase.last - 1)
        if phrase.modifies and last is not None and is_attribute(actors.tagged, last):
            continue
        span = actors.tagged.span(phrase.first, phrase.last)
        known = actors.resolve_all(span)
        if len(known) == 1 and not actors.composer.has_land(known[0].code):
            of_one_land = len(set(actors.lands())) == 1
            known = _somewhere(actors, phrase) or (of_one_land and actors.completed(known)) or known
        if len(known) == 1 and known[0].code not in NEEDS_LAND:
            brokers = bool(phrase.joined and found and found[-1].broker)
            found.append(_antecedent(actors.tagged, phrase, known[0], brokers))
    return found


def _somewhere(actors: SentenceActors, phrase: NounPhrase) -> list[Actor]:
    """The same with the place behind it, which may tell the country: "protesters in Cairo"."""
    tagged = actors.tagged
    if tagged.word(phrase.last) not in ("in", "from"):
        return []
    behind = [
        m for m in tagged.mentions if phrase.last < m.start <= phrase.last + 3 and m.kind in PLACE_KINDS
    ]
    known = actors.named(tagged.span(phrase.first, behind[0].end)) if behind else []
    return known if known and actors.composer.has_land(known[0].code) else []


def _antecedent(tagged: Tagged, phrase: NounPhrase, actor: Actor, brokers: bool) -> Antecedent:
    mentions = list(_inside(tagged, phrase))
    people = [m for m in mentions if m.kind == "person"]
    agents = [m for m in mentions if m.agent]
    last = agents[-1] if agents else None
    word = tagged.lower[last.end - 1] if last else ""
    names = _names(tagged, phrase, people, agents)
    institution = last is not None and not is_person(tagged, last)
    owned = bool(people and last and last.start >= people[0].end)
    person = bool(names and not (owned and institution)) or bool(
        last and not institution and not is_plural(last, word)
    )
    span = tagged.span(phrase.first, phrase.last)
    return Antecedent(
        span.start, span.end, actor.code, actor.inferred,
        person=person,
        plural=not names and (is_plural(last, word) if last else span.text.split()[-1].lower() in _SEVERAL),
        noun=last.agent.phrase if last and last.agent else _body(mentions, tagged.lower[phrase.last - 1]),
        names=names,
        gender=gender(tagged.words[i].text for i in range(phrase.first, phrase.last)) if person else "",
        kind=_kind(mentions, person),
        joined=bool(phrase.joined),
        quoted=in_quotes(tagged.text, span.start),
        located=mentions[-1].kind in PLACE_KINDS and is_located(tagged, mentions[-1]),
        elected=person and _is_elected(tagged.text, span),
        broker=brokers or _brings_together(tagged, phrase.first),
        link=tagged.word(phrase.first - 1),
        follows=tagged.word(phrase.last),
    )  # fmt: skip


def _brings_together(tagged: Tagged, at: int) -> bool:
    """ "Talks brokered by [Egypt]", "under the auspices of [Egypt]"."""
    before = tagged.word(at - 2)
    return tagged.word(at - 1) in ("by", "of") and before in _BROKERING


def _is_elected(text: str, span: Span) -> bool:
    """Whether the words around a person tell of his election: "John Doe won", "Kenya elected John Doe"."""
    before, behind = text[: span.start].rstrip(), text[span.end :].lstrip()
    return before.endswith(_ELECTING) or _ELECTED.match(behind) is not None


def _inside(tagged: Tagged, phrase: NounPhrase) -> Iterator[Mention]:
    return (m for m in tagged.mentions if phrase.first <= m.start and m.end <= phrase.last)


def _names(
    tagged: Tagged, phrase: NounPhrase, people: list[Mention], agents: list[Mention]
) -> tuple[str, ...]:
    """The words of the person's name: one of the lists, or an unknown one with a title or apposition."""
    if people and not _of_him(tagged, people[0], agents):
        return tuple(tagged.words[i].text for i in range(people[0].start, people[0].end))
    if not agents:
        return ()
    best: list[str] = []
    run: list[str] = []
    for i in range(phrase.first, phrase.last + 1):
        if i < phrase.last and tagged.is_name(i) and tagged.words[i].text[1:].islower():
            run.append(tagged.words[i].text)
            continue
        beside_title = (tagged.mention(i - len(run) - 1) in agents) or tagged.word(i) == ","
        if run and beside_title and len(run) > len(best):
            best = run
        run = []
    return tuple(best)


def _of_him(tagged: Tagged, person: Mention, agents: list[Mention]) -> bool:
    """Whether a phrase tells of others: "supporters of President Jane Roe", "an aide to Jane Roe"."""
    before = [a for a in agents if a.end <= person.start]
    if not before:
        return False
    first, title = before[0], before[-1].end == person.start
    linked = any(tagged.lower[i] in ("of", "to") for i in range(first.end, person.start))
    return linked and (is_plural(first, tagged.lower[first.end - 1]) or (title and len(before) > 1))


def is_plural(last: Mention, word: str) -> bool:
    """Whether a role noun means several: "officers", "police"."""
    assert last.agent is not None
    singular = last.agent.phrase.rpartition(" ")[2].rpartition("-")[2]
    return word != singular or singular in ("people", "police", "troops", "forces")


def _body(mentions: list[Mention], word: str) -> str:
    """What an organisation goes by: "council" for "the Security Council"."""
    return word if mentions[-1].kind == "organisation" else ""


def _kind(mentions: list[Mention], person: bool) -> str:
    if person:
        return "person"
    named = [m.kind for m in mentions if m.kind in _THING_KINDS]
    if any(m.agent for m in mentions) and named and named[-1] in PLACE_KINDS:
        return "agent"
    return named[-1] if named else "agent"


def in_quotes(text: str, at: int) -> bool:
    """Whether a place in a text stands in quotation marks."""
    before = text[:at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def opener(offered: list[Antecedent]) -> Antecedent | None:
    """The phrase that opens a sentence: most likely its subject."""
    return next((a for a in offered if not a.quoted and not a.joined), None)


def in_same_clause(antecedent: Antecedent, context: Context) -> bool:
    """Whether no word that begins a clause stands between: "Russia warned [the country]"."""
    tagged = context.actors.tagged
    first, _ = tagged.range(context.span)
    between = range(tagged.range(Span(antecedent.end, antecedent.end, ""))[0], first)
    return not any(tagged.lower[i] in _CLAUSE or _begins_clause(tagged, i) for i in between)


def _begins_clause(tagged: Tagged, at: int) -> bool:
    """A comma or "and" that joins clauses and not names."""
    joins = tagged.lower[at] in (",", "and", ";") and at + 1 < len(tagged.words)
    return joins and tagged.mention(at + 1) is None and tagged.words[at + 1].text[0].islower()
