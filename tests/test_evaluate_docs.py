"""docs/evaluate.md shows files that can be read, and names every level and kind of error as the code does."""

from __future__ import annotations

import json
import re
from pathlib import Path

from eventcoder.evaluation.goldfile import read_gold
from eventcoder.evaluation.goldrows import COLUMNS
from eventcoder.evaluation.levels import LEVELS
from eventcoder.evaluation.pairing import KINDS
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "evaluate.md").read_text("utf8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", TEXT, re.S)
    assert found
    return found[1]


def test_the_table_is_a_gold_file(tmp_path: Path) -> None:
    path = tmp_path / "gold.csv"
    path.write_text(block("text"), encoding="utf8")
    gold = read_gold(path)
    assert block("text").splitlines()[0] == ",".join(COLUMNS)
    assert [(s.id, len(s.readings), len(s.optional)) for s in gold.sentences] == [
        ("s12:4", 1, 0),
        ("s12:7", 1, 0),
        ("s13:1", 2, 0),
        ("s14:2", 1, 1),
    ]
    assert gold.uncoded == 1


def test_the_json_is_a_gold_file(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(json.loads(block("json"))), encoding="utf8")
    assert len(read_gold(path).sentences) == 1


def test_levels_and_kinds_are_described_as_they_are() -> None:
    for name, meaning in LEVELS.items():
        assert f"| `{name}` | {meaning} |" in TEXT
    for name, meaning in KINDS.items():
        assert f"| {name} | {meaning} |" in TEXT
