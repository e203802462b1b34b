"""Figures, intervals, pairs and kinds of errors, against what can be worked out by hand."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from eventcoder.evaluation.bootstrap import intervals
from eventcoder.evaluation.evaluation import Choices, Evaluation, evaluate
from eventcoder.evaluation.gold import Gold, GoldSentence, Triple
from eventcoder.evaluation.goldfile import read_gold
from eventcoder.evaluation.levels import Codes, views
from eventcoder.evaluation.pairing import KINDS, pair_up
from eventcoder.evaluation.predicted import read_events
from eventcoder.evaluation.scores import outcome
from eventcoder.running.loading import schemes
from tests.conftest import ROOT, Run

SHARED = Path(os.environ.get("EVENTCODER_SHARED", ROOT.parent / "shared")) / "eval"


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


def score_py(gold: Path, events: Path) -> dict[str, Any]:
    """What the reference scorer makes of the same files."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    lines = [json.loads(line) for line in gold.read_text("utf8").splitlines()]
    lines = [g for g in lines if g["events"] is not None]
    figures: dict[str, Any] = module.score(lines, module.read_predictions(events), lines[0]["set"], {})[0]
    return figures


def disturbed(rows: Sequence[dict[str, str]], gold: Path) -> list[dict[str, str]]:
    """Coded events with gold ones among them, some of them spoilt, so that no figure is 0 or 1."""
    found = list(rows)
    for n, line in enumerate(gold.read_text("utf8").splitlines()):
        record = json.loads(line)
        for k, e in enumerate(record["events"] or ()):
            event = {"document_id": record["id"], "actor": e["source"] or "---", "action": e["code"]}
            event["target"] = e["target"] or "---"
            if (n + k) % 3 == 0:
                event["action"] = event["action"][:2] + "9"
            if (n + k) % 4 == 0:
                event["actor"] = event["actor"][:3]
            if (n + k) % 5:
                found.append(event)
    return found


@pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation sets are not here")
@pytest.mark.parametrize(("name", "repeats"), [("seeds", False), ("petr2_gsr", True), ("petr_unit", True)])
def test_the_figures_are_those_of_the_reference_scorer(
    name: str, repeats: bool, codes: Codes, tmp_path: Path, eventcoder: Run
) -> None:
    path = SHARED / f"{name}.jsonl"
    done = eventcoder("code", path, "-o", "events.csv", "--extractor", "surface", "--quiet")
    assert done.returncode == 0, done.stderr
    with (tmp_path / "events.csv").open(encoding="utf8", newline="") as file:
        rows = disturbed(list(csv.DictReader(file)), path)
    mixed = tmp_path / "mixed.csv"
    with mixed.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, ["document_id", "actor", "action", "target"], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    expected = score_py(path, mixed)
    gold = read_gold(path)
    predicted = read_events(mixed, gold.sentences, "cameo")
    result = evaluate(gold, "", predicted, codes, Choices(draws=100, repeats=repeats))
    compared = 0
    for level, figures in result.levels.items():
        if level in expected:
            score = figures.score
            got = {"P": round(score.precision, 3), "R": round(score.recall, 3), "F": round(score.f1, 3)}
            assert got == expected[level], level
            compared += 1
    assert compared == 5
    assert 0.1 < expected["exact"]["F"] < 0.95
    if "stays_silent_when_no_event" in expected:
        assert f"{result.silent}/{result.quiet}" == expected["stays_silent_when_no_event"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation sets are not here")
def test_dyads_of_a_set_with_other_codes(codes: Codes, tmp_path: Path) -> None:
    """PLOVER classes cannot be compared with CAMEO codes, dyads can. Country codes of old are put right."""
    text = (SHARED / "plover_gsr.jsonl").read_text("utf8")
    for old, new in (("JAP", "JPN"), ("ITL", "ITA"), ("VTN", "VNM"), ("ROM", "ROU")):
        text = text.replace(f'"{old}', f'"{new}')
    path, mixed = tmp_path / "plover_gsr.jsonl", tmp_path / "mixed.csv"
    path.write_text(text, encoding="utf8")
    with mixed.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, ["document_id", "actor", "action", "target"])
        writer.writeheader()
        writer.writerows(disturbed([], path))
    expected = score_py(path, mixed)["dyad"]
    gold = read_gold(path)
    score = evaluate(gold, "", read_events(mixed, gold.sentences, "cameo"), codes).levels["dyad"].score
    got = {"P": round(score.precision, 3), "R": round(score.recall, 3), "F": round(score.f1, 3)}
    assert got == expected
    assert 0.5 < expected["F"] < 1
