"""What a story said before: the memory in which pronouns, descriptions and surnames find who they mean.

A reference is resolved only where one antecedent fits; with several that differ it stays nobody. All
results are marked as inferred. Sentences are read when something refers back to them, and not before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from eventcoder.actors.ambiguity import full_name_before, may_begin_name
from eventcoder.actors.antecedents import Antecedent, Context, antecedents
from eventcoder.actors.completing import SENTENCE_ROLES, is_named_school, is_titled
from eventcoder.actors.dateline import dateline_land
from eventcoder.actors.names import ActorIndex
from eventcoder.actors.outsiders import outside_land
from eventcoder.actors.pairs import TWINS
from eventcoder.actors.phrases import Tagged
from eventcoder.actors.references import PRONOUNS, refer
from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.surnames import is_leader, is_month
from eventcoder.model import Actor, Sentence, Span

_REMEMBERED = 60
"""Sentences that a story is remembered by: those before a reference, and the first for what it is about."""


class Story:
    """The sentences of one document, in order."""

    def __init__(self, sentences: Sequence[Sentence], index: ActorIndex, coreference: bool = True) -> None:
        self.sentences = list(sentences)
        self.index = index
        self.coreference = coreference
        self._place = {id(sentence): number for number, sentence in enumerate(self.sentences)}
        self._bare: dict[int, SentenceActors] = {}
        self._offers: dict[int, list[Antecedent]] = {}
        self._land: str | None = None
        self._lands: frozenset[str] | None = None
        self._nations: Counter[str] | None = None

    def actors(self, sentence: Sentence) -> SentenceActors:
        """The actors of a sentence of this story."""
        number = self._place.get(id(sentence))
        alone = None if number is None else self._alone(number)
        return SentenceActors(sentence, self.index, self if self.coreference else None, alone)

    def refer(self, actors: SentenceActors, span: Span, code: str) -> list[Actor]:
        """Actors that a pronoun, a description or a surname refers to."""
        number = self._place.get(id(actors.sentence))
        if number is None:
            return []
        return refer(Context(actors, span, code, partial(self._backwards, number, span)))

    def is_stranger(self, actors: SentenceActors, span: Span) -> bool:
        """Whether the story used a surname for somebody whom no list has ("Michael Jordan ... Jordan")."""
        number = self._place.get(id(actors.sentence), 0)
        for sentence in self.sentences[max(0, number - _REMEMBERED) : number + 1]:
            end = span.start if sentence is actors.sentence else len(sentence.text)
            for start in full_name_before(span.text, sentence.text[:end]):
                bare = self._alone(self._place[id(sentence)]).tagged
                first, _ = bare.range(Span(start, start + 1, ""))
                if bare.mention(first) is None:
                    return True
        return False

    def land(self, actors: SentenceActors, actor: Actor) -> str:
        """Country of a role without one: the one that the story is about."""
        belongs = actor.code in SENTENCE_ROLES or _is_institution(actor) or is_titled(actor, actors.composer)
        if not belongs or is_named_school(actor, actors.composer):
            return ""
        if self._land is None:
            self._land = self._about()
        if outsider := outside_land(actor, actors.composer):
            inside = self._of_role(actors, actor)
            elsewhere = self.nations()[self._land] > actors.nations().count(self._land)
            return inside or (self._land if self._land != outsider or elsewhere else "")
        return self._land or (self._of_role(actors, actor) if actor.code in _OF_STATE else "")

    def _of_role(self, actors: SentenceActors, actor: Actor) -> str:
        """The country of the police, parliament or rebels of which alone the story spoke before."""
        number = self._place.get(id(actors.sentence))
        if number is None or actor.span is None:
            return ""
        before = (a for offered in self._backwards(number, actor.span) for a in offered)
        lands = {a.code[:3] for a in before if a.code[3:] == actor.code}
        return lands.pop() if len(lands) == 1 and lands <= self.index.countries else ""

    def lands(self) -> frozenset[str]:
        """The countries that the story names."""
        if self._lands is None:
            read = range(len(self.sentences[:_REMEMBERED]))
            self._lands = frozenset(land for number in read for land in self._alone(number).lands())
        return self._lands

    def nations(self) -> Counter[str]:
        """The countries of what the story names, and how often."""
        if self._nations is None:
            self._nations = Counter()
            for number in range(len(self.sentences[:_REMEMBERED])):
                self._nations.update(self._alone(number).nations())
        return self._nations

    def references(self, actors: SentenceActors) -> Iterator[Span]:
        """Pronouns and unlisted surnames of a sentence."""
        tagged = actors.tagged
        for at, word in enumerate(tagged.lower):
            if word in PRONOUNS and not (word == "it" and tagged.word(at + 1) in _EMPTY_IT):
                yield tagged.span(at, at + 1)
            elif word in ("north", "south") and tagged.word(at - 1) == "the" and tagged.is_name(at):
                yield tagged.span(at - 1, at + 1)
            elif word in TWINS:
                yield tagged.span(max(0, at - 2) if tagged.word(at - 1) == "two" else max(0, at - 1), at + 1)
            elif _may_be_surname(tagged, at):
                yield tagged.span(at, at + 1)

    def _backwards(self, number: int, span: Span, name: str = "") -> Iterator[list[Antecedent]]:
        """What the sentence offers before the span, then the sentences before it, the nearest first.

        With a `name`, only sentences are asked that have it.
        """
        if name in self.sentences[number].text[: span.start]:
            yield [a for a in self._offer(number) if a.end <= span.start]
        for earlier in range(number - 1, max(-1, number - 1 - _REMEMBERED), -1):
            if name in self.sentences[earlier].text:
                yield self._offer(earlier)

    def _offer(self, number: int) -> list[Antecedent]:
        if number not in self._offers:
            if len(self._offers) > 2 * _REMEMBERED:
                self._offers.clear()
            self._offers[number] = antecedents(self._alone(number))
        return self._offers[number]

    def _alone(self, number: int) -> SentenceActors:
        """The actors of a sentence without the story around it."""
        if number not in self._bare:
            if len(self._bare) > 2 * _REMEMBERED:
                self._bare.clear()
            self._bare[number] = SentenceActors(self.sentences[number], self.index)
        return self._bare[number]

    def _about(self) -> str:
        """The country that the story is about: the only one, or one named far more often than others."""
        counts: Counter[str] = Counter()
        for number in range(len(self.sentences[:_REMEMBERED])):
            counts.update(self._alone(number).nations())
        lead = set(self._alone(0).nations())
        counts.update(lead if len(lead) == 1 else ())  # of two named once, the one that opened the story
        ranked = counts.most_common(2)
        if not ranked:
            return ""
        first, second = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0)
        often = first[1] >= 2 * second[1]
        if second[1] == 0 or (often and (first[1] >= 3 or first[0] in self._alone(0).lands())):
            return first[0]
        home = dateline_land(self.sentences[0].doc, self.index)
        return home if home and counts[home] >= first[1] else ""


def _may_be_surname(tagged: Tagged, at: int) -> bool:
    """Whether a word is a name of one word that no list has."""
    if not tagged.is_name(at) or _is_name(tagged, at - 1):
        return False
    name = tagged.words[at].text
    return len(name) > 1 and (may_begin_name(name) or (is_leader(name) and not is_month(tagged, at)))


def _is_name(tagged: Tagged, at: int) -> bool:
    return at >= 0 and tagged.is_name(at) and may_begin_name(tagged.words[at].text)


def stories_of(sentences: Sequence[Sentence], index: ActorIndex, coreference: bool) -> dict[int, Story]:
    """The stories that a batch of whole documents holds, by the id of the document object."""
    of_document: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        of_document.setdefault(id(sentence.doc), []).append(sentence)
    return {key: Story(own, index, coreference) for key, own in of_document.items()}


def _is_institution(actor: Actor) -> bool:
    """ "the army", "a spokesman for the government": of the country that the story is about."""
    return actor.span is not None and f" {actor.span.text.lower()}".endswith(_INSTITUTIONS)


_INSTITUTIONS = tuple(
    f" the {noun}"
    for noun in (
        "army chief", "military chief", "army commander", "army spokesman", "military spokesman",
        "army", "military", "armed forces", "security forces", "air force", "navy", "government", "regime",
        "central government", "cabinet", "junta", "military junta", "ruling party", "presidency",
        "foreign ministry", "interior ministry", "defence ministry", "defense ministry", "finance ministry",
    )
)  # fmt: skip
_OF_STATE = frozenset({"COP", "LEG", "JUD"})
_EMPTY_IT = frozenset("is was 's ’ ' seems seemed appears appeared remains became takes took has".split())
