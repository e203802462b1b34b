"""Confidence intervals: how far the figures would move with another sample of sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Interval = tuple[float, float]

_AT_A_TIME = 500_000


def intervals(
    counts: Sequence[tuple[float, float, float]], *, draws: int, seed: int, level: float = 0.95
) -> dict[str, Interval]:
    """Percentile intervals of precision, recall and F1 from (right, coded, wanted) of each sentence.

    Sentences are drawn with replacement, as the events of a sentence stand or fall together. The same
    seed gives the same intervals on any machine.
    """
    table = np.asarray(counts, dtype=float).reshape(-1, 3)
    sums = _resampled(table, draws, np.random.default_rng(seed))
    right, coded, wanted = sums[:, 0], sums[:, 1], sums[:, 2]
    figures = {
        "precision": _ratio(right, coded),
        "recall": _ratio(right, wanted),
        "f1": _ratio(2 * right, coded + wanted),
    }
    edges = [50 * (1 - level), 50 * (1 + level)]
    return {name: _edges(values, edges) for name, values in figures.items()}


def _resampled(table: NDArray[np.float64], draws: int, random: np.random.Generator) -> NDArray[np.float64]:
    """Sums of `draws` samples: how often each sentence is drawn, times its counts; not all at once."""
    sentences = len(table)
    if not sentences:
        return np.zeros((draws, 3))
    chances = np.full(sentences, 1 / sentences)
    step = max(1, _AT_A_TIME // sentences)
    parts = [
        random.multinomial(sentences, chances, size=min(step, draws - done)) @ table
        for done in range(0, draws, step)
    ]
    return np.concatenate(parts)


def _ratio(above: NDArray[np.float64], below: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(above, below, out=np.zeros_like(above), where=below > 0)


def _edges(values: NDArray[np.float64], percents: list[float]) -> Interval:
    low, high = np.percentile(values, percents)
    return float(low), float(high)
