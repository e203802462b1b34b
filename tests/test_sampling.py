"""Samples to be hand-coded: the strata, the weights, and that the same seed draws the same sentences."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from eventcoder.evaluation.goldfile import read_gold
from eventcoder.evaluation.sampling import Sample, allocate, gold_rows
from eventcoder.model import Document, Sentence
from tests.conftest import Run


@pytest.mark.parametrize(
    ("sizes", "size", "expected"),
    [
        ({"a": 100, "b": 100}, 10, {"a": 5, "b": 5}),
        ({"a": 2, "b": 100, "c": 100}, 20, {"a": 2, "b": 9, "c": 9}),
        ({"a": 2, "b": 3}, 20, {"a": 2, "b": 3}),
        ({"a": 5, "b": 5, "c": 5}, 2, {"b": 1, "c": 1}),
    ],
)
def test_shares(sizes: dict[str, int], size: int, expected: dict[str, int]) -> None:
    assert allocate(sizes, size) == expected


def filled(order: int, seed: int = 1) -> Sample:
    sample = Sample(12, seed)
    document = Document("d", "x")
    for n in range(300)[::order]:
        sample.add("rare" if n % 50 == 0 else "common", Sentence(document, n, f"Sentence {n}."))
    return sample


def test_the_order_of_the_corpus_does_not_matter() -> None:
    first, second = filled(1).draw(), filled(-1).draw()
    assert [d.sentence.index for d in first] == [d.sentence.index for d in second]
    assert [d.sentence.index for d in first] != [d.sentence.index for d in filled(1, seed=2).draw()]


def test_weights_add_up_to_the_corpus() -> None:
    drawn = filled(1).draw()
    assert Counter(d.stratum for d in drawn) == {"rare": 6, "common": 6}
    assert sum(d.weight for d in drawn) == pytest.approx(300)


def test_every_sentence_of_a_stratum_has_the_same_chance() -> None:
    hits = Counter(d.sentence.index for seed in range(400) for d in filled(1, seed).draw())
    common = [hits[n] for n in range(300) if n % 50]
    assert max(common) < 25  # 400 draws of 6 from 294: about 8 each
    assert sum(count == 0 for count in common) < 3


def test_text_is_no_formula() -> None:
    sample = Sample(1, 1)
    sample.add("a", Sentence(Document("d", "x"), 1, "=1+1 said Peru."))
    assert gold_rows(sample.draw(), strata=False)[0]["text"] == "'=1+1 said Peru."


def test_command(eventcoder: Run, seeds: Path, tmp_path: Path) -> None:
    options = ("--codebook", "meet", "--extractor", "surface", "--date", "2017-11-14")
    done = eventcoder("sample", seeds, "-n", 20, "-o", "gold.csv", *options)
    assert done.returncode == 0, done.stderr
    assert "20 of " in done.stderr
    assert "screened out" in done.stderr
    found = read_gold(tmp_path / "gold.csv")
    assert (found.sentences, found.uncoded) == ([], 20)
    again = eventcoder("sample", seeds, "-n", 20, "-o", "again.csv", "--strata", *options)
    assert again.returncode == 0, again.stderr
    with (tmp_path / "again.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with (tmp_path / "gold.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [r["text"] for r in csv.DictReader(file)] == [r["text"] for r in rows]
    assert {"04", "no event"} <= {row["stratum"] for row in rows}
    assert eventcoder("sample", seeds, "-o", "gold.csv").returncode == 2
