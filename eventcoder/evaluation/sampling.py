"""Draws sentences to be coded by hand: as many of each kind of act, and of what was not coded.

A simple sample of news holds few events and hardly any rare ones. So sentences are drawn from strata, by
what the coder makes of them, and `weight` says how many sentences of the corpus each one stands for.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from eventcoder.cells import guarded
from eventcoder.coding.coder import PRIMARY, Coded
from eventcoder.evaluation.goldrows import COLUMNS
from eventcoder.evaluation.levels import Codes
from eventcoder.model import Sentence
from eventcoder.running.corpus import sentence_id

SCREENED, DISCARDED, NO_EVENT = "screened out", "discarded", "no event"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sentence of the sample, and how many of the corpus it stands for."""

    sentence: Sentence
    stratum: str
    weight: float


@dataclass(slots=True)
class Sample:
    """Collects a sample of `size` while a corpus goes by; memory holds no more than `size` a stratum.

    Which sentences are drawn depends on the seed, their ids and texts: not on order, batches or machine.
    """

    size: int
    seed: int
    sizes: dict[str, int] = field(default_factory=dict)
    _held: dict[str, list[tuple[int, str, Sentence]]] = field(default_factory=dict)

    def add(self, stratum: str, sentence: Sentence) -> None:
        self.sizes[stratum] = self.sizes.get(stratum, 0) + 1
        held = self._held.setdefault(stratum, [])
        entry = (-self._lot(sentence), sentence_id(sentence), sentence)
        if len(held) < self.size:
            heapq.heappush(held, entry)
        elif held and entry[0] > held[0][0]:
            heapq.heapreplace(held, entry)

    def draw(self) -> list[Drawn]:
        """The sample in an order that says nothing about the strata."""
        shares = allocate(self.sizes, self.size)
        drawn = [
            (-lot, Drawn(sentence, stratum, self.sizes[stratum] / share))
            for stratum, share in shares.items()
            for lot, _, sentence in sorted(self._held[stratum], key=lambda e: -e[0])[:share]
        ]
        return [item for _, item in sorted(drawn, key=lambda pair: pair[0])]

    def _lot(self, sentence: Sentence) -> int:
        content = f"{self.seed}\x1f{sentence_id(sentence)}\x1f{sentence.text}".encode("utf8", "surrogatepass")
        return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest())


def allocate(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many to draw from each stratum: the same from all, and more where others have too few."""
    shares: dict[str, int] = {}
    left = min(size, sum(sizes.values()))
    for number, stratum in enumerate(sorted(sizes, key=lambda s: (sizes[s], s))):
        shares[stratum] = min(sizes[stratum], left // (len(sizes) - number))
        left -= shares[stratum]
    return {stratum: share for stratum, share in shares.items() if share}


def stratum(coded: Coded, codes: Codes) -> str:
    """The root of the first event, or why there is none."""
    if coded.discarded:
        return DISCARDED
    if coded.screened:
        return SCREENED
    if not coded.events:
        return NO_EVENT
    event = coded.events[0]
    return codes.root(event.codes.get(PRIMARY, event.action))


def gold_rows(sample: Iterable[Drawn], strata: bool) -> list[dict[str, str]]:
    """The sample as rows of a gold file, one a sentence, with nothing coded yet.

    `strata` adds a column that tells what the coder made of it, which whoever codes should not see.
    """
    rows = []
    for drawn in sample:
        document = drawn.sentence.doc
        row = dict.fromkeys(COLUMNS, "")
        row["sentence_id"] = sentence_id(drawn.sentence)
        row["text"] = guarded(" ".join(drawn.sentence.text.split()))
        row["date"] = document.date.isoformat() if document.date else ""
        row["weight"] = f"{drawn.weight:g}"
        rows.append(row | ({"stratum": drawn.stratum} if strata else {}))
    return rows
