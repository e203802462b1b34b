"""Figures, intervals, pairs and kinds of errors, against what can be worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from eventcoder.evaluation.bootstrap import intervals
from eventcoder.evaluation.evaluation import Choices, Evaluation, evaluate
from eventcoder.evaluation.gold import Gold, GoldSentence, Triple
from eventcoder.evaluation.levels import Codes, views
from eventcoder.evaluation.pairing import KINDS, pair_up
from eventcoder.evaluation.scores import outcome
from eventcoder.running.loading import schemes


@pytest.fixture(scope="module")
def codes() -> Codes:
    return Codes(schemes()["cameo"], "gdelt")


def events(text: str) -> tuple[Triple, ...]:
    return tuple(Triple(*event.split()) for event in text.split(";") if event.strip())


def sentence(text: str, *more: str, optional: str = "", name: str = "a", weight: float = 1) -> GoldSentence:
    readings = tuple(events(reading) for reading in (text, *more))
    return GoldSentence(name, "Text.", readings=readings, optional=frozenset(events(optional)), weight=weight)


def run(codes: Codes, *cases: tuple[GoldSentence, str], **choices: Any) -> Evaluation:
    gold = Gold([s for s, _ in cases])
    return evaluate(gold, "", {s.id: events(coded) for s, coded in cases}, codes, Choices(**choices))


@pytest.mark.parametrize(
    ("level", "right"),
    [("exact", 0), ("root", 0), ("quad", 0), ("country_root", 1), ("dyad", 1), ("class", 1), ("actor", 1)],
)
def test_levels_from_strict_to_lenient(codes: Codes, level: str, right: int) -> None:
    gold = sentence("RUSGOV 040 TUR")
    result = outcome(gold, events("RUSGOV 036 TURGOV; RUS 042 TUR"), views(codes)[level])
    expected = {"actor": (2, 4, 2), "dyad": (1, 1, 1), "class": (1, 2, 1), "country_root": (1, 2, 1)}
    assert result.counts == expected.get(level, (right, 2, 1))


def test_quad_class(codes: Codes) -> None:
    result = outcome(sentence("RUS 040 TUR"), events("RUS 036 TUR"), views(codes)["quad"])
    assert result.counts == (1, 1, 1)
    assert outcome(sentence("RUS 040 TUR"), events("RUS 190 TUR"), views(codes)["quad"]).counts == (0, 1, 1)


def test_the_best_reading_counts(codes: Codes) -> None:
    view = views(codes)["exact"]
    assert outcome(sentence("A 040 B", "A 036 B; B 036 A"), events("A 036 B"), view).counts == (1, 1, 2)
    assert outcome(sentence("A 040 B", ""), (), view).quality == 1.0


def test_optional_events_are_neither_right_nor_wrong(codes: Codes) -> None:
    view = views(codes)["exact"]
    gold = sentence("A 040 B", optional="B 040 A")
    assert outcome(gold, events("A 040 B; B 040 A; C 040 A"), view).counts == (1, 2, 1)


def test_repeats_count_once_unless_asked_for(codes: Codes) -> None:
    view = views(codes)["class"]
    gold = sentence("A 040 B; B 040 A")
    assert outcome(gold, events("A 042 C"), view).counts == (1, 1, 1)
    assert outcome(gold, events("A 042 C"), view, repeats=True).counts == (1, 1, 2)


def test_figures_by_hand(codes: Codes) -> None:
    result = run(
        codes,
        (sentence("A 040 B; B 040 A", name="a"), "A 040 B"),
        (sentence("", name="b"), "A 190 C"),
        (sentence("", name="c"), ""),
        (sentence("A 036 B", name="d"), "A 036 B"),
    )
    exact = result.levels["exact"].score
    assert (exact.precision, exact.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert (result.sentences, result.all_right, result.quiet, result.silent) == (4, 2, 2, 1)
    assert result.roots["04"].recall == 0.5
    assert result.roots["19"].precision == 0
    assert result.confusion.row("04") == [0, 1, 0, 1]
    assert result.kinds() == {"missed": 1, "spurious": 1}


def test_weights(codes: Codes) -> None:
    cases = ((sentence("A 040 B", weight=9, name="a"), "A 040 B"), (sentence("A 040 B", name="b"), ""))
    assert run(codes, *cases).levels["exact"].score.recall == 0.5
    assert run(codes, *cases, weighted=True).levels["exact"].score.recall == 0.9


@pytest.mark.parametrize(
    ("gold", "coded", "kind"),
    [
        ("RUS 040 TUR", "RUS 040 TUR", "right"),
        ("RUS 040 TUR", "", "missed"),
        ("", "RUS 040 TUR", "spurious"),
        ("RUS 040 TUR", "RUS 190 TUR", "wrong code"),
        ("RUS 040 TUR", "RUSGOV 112 TUR", "wrong code"),
        ("RUS 040 TUR", "RUS 042 TUR", "right root, wrong code"),
        ("RUS 040 TUR", "IRN 040 TUR", "wrong source"),
        ("RUS 040 TUR", "RUS 042 IRN", "wrong target"),
        ("RUS 040 TUR", "USA 040 IRN", "wrong actors"),
        ("RUS 040 TUR", "RUSGOV 040 TUR", "wrong role"),
        ("RUS 190 TUR", "TUR 190 RUS", "sides exchanged"),
        ("RUS 016 ---", "RUS 016 TUR", "wrong target"),
    ],
)
def test_kinds_of_errors(codes: Codes, gold: str, coded: str, kind: str) -> None:
    assert kind in ("right", *KINDS)
    assert [p.kind for p in pair_up(events(gold), events(coded), codes)] == [kind]


def test_events_with_nothing_in_common_are_missed_and_spurious(codes: Codes) -> None:
    pairs = pair_up(events("RUS 040 TUR"), events("USA 190 IRN"), codes)
    assert [p.kind for p in pairs] == ["missed", "spurious"]


def test_the_closest_are_paired(codes: Codes) -> None:
    pairs = pair_up(events("RUS 040 TUR; RUS 040 IRN"), events("RUS 042 IRN; RUS 040 TUR"), codes)
    assert [p.kind for p in pairs] == ["right", "right root, wrong code"]


def test_intervals_hold_the_figure_and_are_reproducible() -> None:
    counts = [(1, 1, 1), (0, 1, 1), (1, 2, 1), (0, 0, 1)] * 25
    first = intervals(counts, draws=500, seed=3)
    assert first == intervals(counts, draws=500, seed=3)
    assert first != intervals(counts, draws=500, seed=4)
    low, high = first["precision"]
    assert low < 0.5 < high
    assert high - low < 0.3
    narrow = intervals(counts * 16, draws=500, seed=3)["precision"]
    assert (high - low) / (narrow[1] - narrow[0]) == pytest.approx(4, rel=0.25)


def test_intervals_cover_the_truth_as_often_as_they_say() -> None:
    import numpy as np

    random = np.random.default_rng(5)
    hits = 0
    for trial in range(200):
        right = random.random(150) < 0.6
        low, high = intervals([(float(r), 1.0, 1.0) for r in right], draws=300, seed=trial)["f1"]
        hits += low <= 0.6 <= high
    assert 180 <= hits <= 199


def test_intervals_of_nothing() -> None:
    assert intervals([], draws=100, seed=1)["f1"] == (0.0, 0.0)
