"""Precision, recall and F1: what was right in each sentence, and what that adds up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventcoder.evaluation.gold import GoldSentence, Triple
from eventcoder.evaluation.levels import Item, View


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence at one level: what was wanted and what was coded, by the reading that fits best."""

    wanted: Counter[Item]
    coded: Counter[Item]

    @property
    def counts(self) -> tuple[int, int, int]:
        """Right, coded, wanted."""
        return (self.wanted & self.coded).total(), self.coded.total(), self.wanted.total()

    @property
    def quality(self) -> float:
        """F1 of the sentence; 1 where there is no event and none was coded."""
        right, coded, wanted = self.counts
        return 2 * right / (coded + wanted) if coded + wanted else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 with the counts that they come from."""

    right: float
    coded: float
    wanted: float

    @property
    def precision(self) -> float:
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.coded + self.wanted) if self.right else 0.0


def outcome(gold: GoldSentence, coded: Iterable[Triple], view: View, repeats: bool = False) -> Outcome:
    """The sentence held against the reading that fits best; the first one where several fit alike.

    Coded events that match an optional one are left out, unless the reading wants them. Without
    `repeats`, what is the same at this level counts once a sentence.
    """
    coded = list(coded)
    optional = set(_items(gold.optional, view))
    best: Outcome | None = None
    for reading in gold.readings:
        wanted = _bag(_items(reading, view), repeats)
        found = _bag((i for i in _items(coded, view) if i in wanted or i not in optional), repeats)
        candidate = Outcome(wanted, found)
        if best is None or candidate.quality > best.quality:
            best = candidate
    assert best is not None, "a gold sentence has at least one reading"
    return best


def total(outcomes: Sequence[Outcome], weights: Sequence[float]) -> Score:
    """Micro-averaged over sentences, each as often as its weight says."""
    sums = [0.0, 0.0, 0.0]
    for result, weight in zip(outcomes, weights, strict=True):
        for place, count in enumerate(result.counts):
            sums[place] += weight * count
    return Score(*sums)


def by_part(outcomes: Iterable[Outcome], part: int) -> dict[str, Score]:
    """Scores for each value of one part of the items: of each code at the level `exact`."""
    right, coded, wanted = Counter[str](), Counter[str](), Counter[str]()
    for result in outcomes:
        for counter, items in (
            (right, result.wanted & result.coded),
            (coded, result.coded),
            (wanted, result.wanted),
        ):
            for item, count in items.items():
                counter[item[part]] += count
    return {value: Score(right[value], coded[value], wanted[value]) for value in sorted({*coded, *wanted})}


def _items(events: Iterable[Triple], view: View) -> list[Item]:
    return [item for event in events for item in view(event)]


def _bag(items: Iterable[Item], repeats: bool) -> Counter[Item]:
    return Counter(items) if repeats else Counter(dict.fromkeys(items, 1))
