"""`evaluate` and the reference scorer of the evaluation sets give the same figures, on every set."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
from pathlib import Path
from typing import Any

import pytest

from eventcoder.running.loading import schemes
from tests.conftest import ROOT, Run

SHARED = Path(os.environ.get("EVENTCODER_SHARED", ROOT.parent / "shared"))
SETS = SHARED / "eval"
pytestmark = pytest.mark.skipif(not SETS.is_dir(), reason="the evaluation sets are not here")

COLUMNS = ["document_id", "actor", "action", "target", "plover"]
CASES = {
    "seeds": ([], ("exact", "root", "country_root", "dyad", "class")),
    "petr2_gsr": (["--repeats"], ("exact", "root", "country_root", "dyad", "class")),
    "petr_unit": (["--repeats"], ("exact", "root", "country_root", "dyad", "class")),
    "plover_gsr": (["--scheme", "plover", "--all-events"], ("country_root", "dyad", "class")),
    "cameo_manual": (["--acts-only", "--quad-rule", "phoenix"], ("class",)),
}
"""Options of `evaluate` with which it counts as the scorer does, and the levels that both have."""

COUNTRIES = {"JAP": "JPN", "JAPGOV": "JPNGOV", "ITL": "ITA", "VTNMIL": "VNMMIL"}
"""Countries of one set that coded events spell otherwise."""


def load_score() -> Any:
    spec = importlib.util.spec_from_file_location("score", SETS / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_lines(name: str) -> list[dict[str, Any]]:
    """The sentences that the scorer takes; of the manual's only its examples."""
    lines = [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text("utf8").splitlines()]
    if name == "cameo_manual":
        lines = [line for line in lines if line["note"].startswith("CAMEO manual")]
    return [line for line in lines if line.get("events", ()) is not None]


def codes_of(code: str) -> tuple[str, str]:
    """A CAMEO code and a PLOVER code for what the gold says, be it a class of either scheme."""
    cameo, plover = schemes()["cameo"], schemes()["plover"]
    if not code[0].isdigit():
        quads = cameo.quads["phoenix"]
        name = plover.root(plover.former.get(code, code))
        quad = quads.of_name.get(code.lower().replace("_", " "), "")
        code = next((c for c, p in plover.from_cameo.items() if plover.root(p) == name), "")
        code = code or quads.classes[quad][0] + "0"
    return code, plover.from_cameo.get(code, "---")


def spoilt(lines: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Events like the gold ones, some missing and some wrong, so that no figure is 0 or 1."""
    found = []
    for n, line in enumerate(lines):
        for k, e in enumerate(line.get("events", [line])):
            action, plover = codes_of("040" if (n + k) % 3 == 0 else e["code"])
            source, target = (COUNTRIES.get(e.get(s), e.get(s)) or "---" for s in ("source", "target"))
            row = [line["id"], source[:3] if (n + k) % 4 == 0 else source, action, target, plover]
            if (n + k) % 5:
                found.append(dict(zip(COLUMNS, row, strict=True)))
    return found


def prepare(name: str, folder: Path, eventcoder: Run) -> tuple[Path, Path]:
    """The gold and a file of events: what a simple extractor finds, and spoilt gold."""
    lines = gold_lines(name)
    gold, run, mixed = folder / "gold.jsonl", folder / "run.csv", folder / "mixed.csv"
    gold.write_text("\n".join(map(json.dumps, lines)), encoding="utf8")
    done = eventcoder("code", gold, "-o", run, "--extractor", "surface", "--quiet")
    assert done.returncode == 0, done.stderr
    with run.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    with mixed.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows + spoilt(lines))
    return gold, mixed


def evaluated(eventcoder: Run, gold: Path, events: Path, *options: object) -> dict[str, Any]:
    done = eventcoder("evaluate", gold, "--events", events, "--json", "--draws", 100, *options)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize("name", CASES)
def test_the_figures_are_those_of_the_reference_scorer(name: str, tmp_path: Path, eventcoder: Run) -> None:
    gold, mixed = prepare(name, tmp_path, eventcoder)
    score = load_score()
    plover = score.plover_map(SHARED / "reference" / "CAMEO2PLOVER-2021.txt")
    expected, _ = score.score(gold_lines(name), score.read_predictions(mixed), name, plover)
    options, levels = CASES[name]
    result = evaluated(eventcoder, gold, mixed, *options)
    assert set(levels) == set(expected) & {"exact", "root", "country_root", "dyad", "class"}
    for level in levels:
        right, coded, wanted = (result["levels"][level][part] for part in ("right", "coded", "wanted"))
        figures = {"P": right / coded, "R": right / wanted, "F": 2 * right / (coded + wanted)}
        assert {name: round(figure, 3) for name, figure in figures.items()} == expected[level], level
    assert 0.1 < expected["class"]["F"] < 0.95
    if "stays_silent_when_no_event" in expected:
        silent = result["sentences_without_event_left_silent"]
        assert f"{silent}/{result['sentences_without_event']}" == expected["stays_silent_when_no_event"]


def test_codes_alone(tmp_path: Path, eventcoder: Run) -> None:
    """A set that gives nothing but the code of a sentence: how many of the codes were found."""
    gold, mixed = prepare("cameo_examples", tmp_path, eventcoder)
    score = load_score()
    expected, _ = score.score_codes(gold_lines("cameo_examples"), score.read_predictions(mixed))
    result = evaluated(eventcoder, gold, mixed)
    assert set(result["levels"]) == {"code", "three", "class", "quad_class"}
    for level, name in (("code", "exact"), ("three", "three_digits"), ("class", "root")):
        found = result["levels"][level]
        assert round(found["right"] / found["wanted"], 3) == expected[name]
    assert 0.1 < expected["exact"] < 0.95
