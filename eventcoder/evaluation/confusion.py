"""Which kind of act was taken for which: gold roots against coded roots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eventcoder.evaluation.levels import Codes
from eventcoder.evaluation.pairing import Paired

NOTHING = ""
"""Stands for "no event": a gold event that was missed, or a coded one that is spurious."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """`cells[gold, coded]` counts pairs; `roots` are those that occur, in order."""

    roots: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]

    def row(self, gold: str) -> list[int]:
        """Counts of a gold root (or NOTHING), for each coded root and then for nothing."""
        return [self.cells.get((gold, coded), 0) for coded in (*self.roots, NOTHING)]


def confusion(sentences: Iterable[Paired], codes: Codes) -> Confusion:
    """The matrix of all pairs."""
    cells = Counter(
        (
            codes.root(pair.gold.action) if pair.gold else NOTHING,
            codes.root(pair.coded.action) if pair.coded else NOTHING,
        )
        for sentence in sentences
        for pair in sentence.pairs
    )
    roots = sorted({root for cell in cells for root in cell if root != NOTHING})
    return Confusion(tuple(roots), cells)
