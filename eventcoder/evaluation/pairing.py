"""Which coded event was meant to be which gold event, and what is wrong with it.

Figures say how much is wrong, pairs say what: a minister coded as his country is another mistake than an
event out of thin air. The scores do not depend on the pairs; the confusion matrix and the errors do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventcoder.evaluation.gold import GoldSentence, Triple
from eventcoder.evaluation.levels import Codes, country
from eventcoder.evaluation.scores import outcome
from eventcoder.model import NOBODY

RIGHT = "right"
KINDS = {
    "missed": "a gold event, and nothing like it was coded",
    "spurious": "an event was coded, and the gold has nothing like it",
    "wrong code": "the right actors, another kind of act",
    "right root, wrong code": "the right actors and kind of act, another code below it",
    "wrong source": "the right kind of act, somebody else did it",
    "wrong target": "the right kind of act, done to somebody else",
    "wrong actors": "the right kind of act, neither side is right",
    "wrong role": "the right countries and kind of act, another role within the country",
    "sides exchanged": "the right kind of act, source and target exchanged",
}
"""Kinds of errors, in words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event and the coded event that comes closest to it; None where there is none."""

    gold: Triple | None
    coded: Triple | None
    kind: str


@dataclass(frozen=True, slots=True)
class Paired:
    """A sentence with its pairs."""

    sentence: GoldSentence
    pairs: tuple[Pair, ...]

    @property
    def all_right(self) -> bool:
        return all(pair.kind == RIGHT for pair in self.pairs)


def paired(sentence: GoldSentence, coded: Sequence[Triple], codes: Codes) -> Paired:
    """The sentence with its events in pairs, by the reading that fits best."""
    return Paired(sentence, tuple(pair_up(_best_reading(sentence, coded), coded, codes, sentence.optional)))


def pair_up(
    gold: Sequence[Triple], coded: Sequence[Triple], codes: Codes, optional: frozenset[Triple] = frozenset()
) -> list[Pair]:
    """The events in pairs, the closest first; each event is in one pair."""
    wanted, found = list(dict.fromkeys(gold)), list(dict.fromkeys(coded))
    close = [(_closeness(g, c, codes), -i, -j) for i, g in enumerate(wanted) for j, c in enumerate(found)]
    mate: dict[int, int] = {}
    for closeness, i, j in sorted(close, reverse=True):
        if closeness and -i not in mate and -j not in mate.values():
            mate[-i] = -j
    pairs = []
    for i, event in enumerate(wanted):
        other = found[mate[i]] if i in mate else None
        pairs.append(Pair(event, other, _kind(event, other, codes) if other else "missed"))
    rest = [c for j, c in enumerate(found) if j not in mate.values()]
    return pairs + [Pair(None, c, "spurious") for c in rest if c not in optional]


def _best_reading(sentence: GoldSentence, coded: Sequence[Triple]) -> tuple[Triple, ...]:
    """The reading that fits best event by event; where none does, the one with most parts in common."""

    def fit(reading: tuple[Triple, ...]) -> tuple[float, int]:
        one = GoldSentence(sentence.id, sentence.text, readings=(reading,), optional=sentence.optional)
        common = {part for event in reading for part in event} & {part for event in coded for part in event}
        return outcome(one, coded, lambda e: [e]).quality, len(common)

    return max(sentence.readings, key=fit)


def _closeness(gold: Triple, coded: Triple, codes: Codes) -> int:
    """How much two events have in common; 0 where it is too little to call one a misreading of the other."""
    if gold == coded:
        return 100
    act = (
        4 if gold.action == coded.action else 3 if codes.root(gold.action) == codes.root(coded.action) else 0
    )
    source, target = _same(gold.source, coded.source), _same(gold.target, coded.target)
    if act:
        return 10 * act + 5 * (source + target) + (_exchanged(gold, coded) and 4)
    named = NOBODY not in (gold.source, gold.target) or source + target == 4
    return 5 * (source + target) if named and source and target else 0


def _same(gold: str, coded: str) -> int:
    """2 for the same actor, 1 for the same country."""
    if gold == coded:
        return 2
    return int(NOBODY not in (gold, coded) and country(gold) == country(coded))


def _exchanged(gold: Triple, coded: Triple) -> bool:
    return gold.source != gold.target and (gold.source, gold.target) == (coded.target, coded.source)


def _kind(gold: Triple, coded: Triple, codes: Codes) -> str:
    """What is wrong with a coded event that was meant to be the gold one."""
    if gold == coded:
        return RIGHT
    if codes.root(gold.action) != codes.root(coded.action):
        return "wrong code"
    source, target = _same(gold.source, coded.source), _same(gold.target, coded.target)
    if source == target == 2:
        return "right root, wrong code"
    if _exchanged(gold, coded):
        return "sides exchanged"
    if source and target:
        return "wrong role"
    if source:
        return "wrong target"
    return "wrong source" if target else "wrong actors"
