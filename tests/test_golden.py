"""The output for the seeds, byte for byte. After a change that is meant: read the difference, then run

eventcoder code seeds -o tests/golden/seeds.csv
"""

from __future__ import annotations

import csv
import gzip
import json
from itertools import zip_longest
from pathlib import Path

from eventcoder.running.rows import COLUMNS
from eventcoder.settings import DEFAULT_CODEBOOKS
from tests.conftest import ROOT, Run

GOLDEN = ROOT / "tests" / "golden" / "seeds.csv"


def same_bytes(path: Path) -> None:
    """Says at once which line differs; comparing megabytes in an assert takes pytest minutes."""
    for number, (got, wanted) in enumerate(zip_longest(*map(_lines, (path, GOLDEN))), 1):
        assert got == wanted, f"line {number} of {path}"


def _lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def triples(path: Path, document: str) -> set[tuple[str, str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["document_id"].startswith(document)]
    return {(r["actor"], r["action"], r["target"]) for r in rows}


def test_the_seeds_give_the_golden_file(eventcoder: Run, tmp_path: Path, seeds: Path) -> None:
    done = eventcoder("code", seeds, "-o", "events.csv")
    assert done.returncode == 0, done.stderr
    same_bytes(tmp_path / "events.csv")


def test_the_screen_changes_no_event(eventcoder: Run, tmp_path: Path, seeds: Path) -> None:
    assert eventcoder("code", seeds, "-o", "events.csv", "--no-screen").returncode == 0
    same_bytes(tmp_path / "events.csv")


def test_what_the_seeds_must_show() -> None:
    for document in ("000", "001"):
        denials = {t for t in triples(GOLDEN, document) if t[1] == "016"}
        assert denials & {("RUSGOV", "016", "---"), ("RUS", "016", "---")}, document
    assert ("RUSGOV", "016", "---") in triples(GOLDEN, "000")
    assert {("RUSGOV", "036", "IGOUNO"), ("IGOUNO", "036", "RUSGOV")} <= triples(GOLDEN, "003")
    assert {("RUS", "040", "SYRGOV"), ("RUS", "040", "IGOUNO")} <= triples(GOLDEN, "000")


def test_columns_and_spans() -> None:
    with GOLDEN.open(encoding="utf8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == list(COLUMNS)
        rows = list(reader)
    assert len({r["event_id"] for r in rows}) == len(rows) > 20
    for row in rows:
        text = (ROOT / "seeds" / f"{row['document_id']}.txt").read_text("utf8")
        for role in ("actor", "action", "target"):
            if span := row[f"{role}_span"]:
                start, end = map(int, span.split(":"))
                assert " ".join(text[start:end].split()) == row[f"{role}_text"].removeprefix("'")


def test_other_formats_hold_the_same(eventcoder: Run, tmp_path: Path, seeds: Path) -> None:
    assert eventcoder("code", seeds, "-o", "events.jsonl").returncode == 0
    assert eventcoder("code", seeds, "-o", "events.csv.gz").returncode == 0
    with GOLDEN.open(encoding="utf8", newline="") as file:
        wanted = list(csv.DictReader(file))
    got = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text("utf8").splitlines()]
    assert [(e["event_id"], e["action"]) for e in got] == [(e["event_id"], e["action"]) for e in wanted]
    assert gzip.decompress((tmp_path / "events.csv.gz").read_bytes()) == GOLDEN.read_bytes()


def test_the_manifest_tells_how_it_was_made(eventcoder: Run, tmp_path: Path, seeds: Path) -> None:
    assert eventcoder("code", seeds, "-o", "events.csv").returncode == 0
    manifest = json.loads((tmp_path / "events.manifest.json").read_text("utf8"))
    assert manifest["counts"]["documents"] == 5
    assert manifest["counts"]["events"] == len(GOLDEN.read_text("utf8").splitlines()) - 1
    assert manifest["settings"]["coding"]["codebooks"] == list(DEFAULT_CODEBOOKS)
    assert set(manifest["codebooks_and_lists"]) >= {"meet.yaml", "deny.yaml", "consult.yaml", "leaders.csv"}
    assert len(manifest["inputs"]) == 5
    assert manifest["errors"] == 0
    assert manifest["plugins"]["eventcoder_surface"]
