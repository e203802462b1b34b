"""The whole evaluation: gold and coded events in, figures, tables and errors out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from eventcoder.evaluation.agreement import Agreement, agreements
from eventcoder.evaluation.bootstrap import Interval, intervals
from eventcoder.evaluation.confusion import Confusion, confusion
from eventcoder.evaluation.gold import Gold, GoldSentence
from eventcoder.evaluation.levels import Codes, views
from eventcoder.evaluation.pairing import KINDS, RIGHT, Paired, paired
from eventcoder.evaluation.predicted import Predicted
from eventcoder.evaluation.scores import Outcome, Score, by_part, outcome, total


@dataclass(frozen=True, slots=True)
class Choices:
    """How to count: intervals from `draws` samples, each sentence by its weight, repeats or not."""

    draws: int = 1000
    seed: int = 1
    weighted: bool = False
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class LevelScore:
    score: Score
    intervals: dict[str, Interval]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that the reports show.

    `silent` counts sentences without an event for which nothing was coded, `quiet` all without one.
    `left_out` counts coded events that the scheme has no code for. `roots` and `codes` are scores of
    each kind of act and of each code, with the same sources and targets.
    """

    coder: str
    sentences: int
    all_right: int
    quiet: int
    silent: int
    uncoded: int
    left_out: int
    levels: dict[str, LevelScore]
    roots: dict[str, Score]
    codes: dict[str, Score]
    confusion: Confusion
    paired: list[Paired]
    agreements: list[Agreement]

    def kinds(self) -> Counter[str]:
        """How often each kind of error occurs, in the order of KINDS."""
        found = Counter(p.kind for s in self.paired for p in s.pairs if p.kind != RIGHT)
        return Counter({kind: found[kind] for kind in KINDS if found[kind]})

    def of_kind(self, kind: str) -> list[Paired]:
        """Sentences with errors of a kind, each with the pairs that are of this kind."""
        found = [Paired(s.sentence, tuple(p for p in s.pairs if p.kind == kind)) for s in self.paired]
        return [s for s in found if s.pairs]


def evaluate(
    gold: Gold,
    coder: str,
    predicted: Predicted,
    codes: Codes,
    choices: Choices | None = None,
    left_out: int = 0,
) -> Evaluation:
    """Holds the coded events against what `coder` found, at the levels of `codes`."""
    choices = choices or Choices()
    sentences = gold.of(coder)
    outcomes = {
        level: [outcome(s, predicted.get(s.id, ()), view, choices.repeats) for s in sentences]
        for level, view in views(codes).items()
    }
    pairs = [paired(s, predicted.get(s.id, ()), codes) for s in sentences]
    quiet = [s for s in sentences if not any(s.readings)]
    return Evaluation(
        coder=coder,
        sentences=len(sentences),
        all_right=sum(p.all_right for p in pairs),
        quiet=len(quiet),
        silent=sum(not predicted.get(s.id) for s in quiet),
        uncoded=gold.uncoded,
        left_out=left_out,
        levels={level: _level(outcomes[level], sentences, choices) for level in codes.levels},
        roots=by_part(outcomes["root"], 1),
        codes=by_part(outcomes["exact"], 1),
        confusion=confusion(pairs, codes),
        paired=pairs,
        agreements=agreements(gold, codes, choices.repeats),
    )


def _level(outcomes: Sequence[Outcome], sentences: Sequence[GoldSentence], choices: Choices) -> LevelScore:
    weights = [s.weight if choices.weighted else 1.0 for s in sentences]
    counts = [
        (w * right, w * coded, w * wanted)
        for (right, coded, wanted), w in zip((o.counts for o in outcomes), weights, strict=True)
    ]
    return LevelScore(total(outcomes, weights), intervals(counts, draws=choices.draws, seed=choices.seed))
