"""`eventcoder coverage`: what fired, and what is missing, on texts where both are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eventcoder.bench.coverage_text import ranges
from eventcoder.bench.prospects import every_verb
from eventcoder.model import Document, Sentence
from tests.conftest import ROOT, Run

BOOK = """
name: parley
title: Parleys
version: 1.0.0
description: Parleys.
schemes: [cameo]
categories:
  parley:
    label: Hold a parley
    codes: {cameo: 040}
    mirror: parley
    patterns:
      - {verb: [hold, open], object: parley, target: with}
      - {verb: quash}
      - {noun: parley, source: between, target: between}
  scold:
    label: Scold
    codes: {cameo: 111}
    patterns:
      - {verb: scold}
"""
STORIES = """date 2017-05-03
Peru held a parley with Chile and Bolivia.
Japan bombed France. Japan bombed Spain. Iran may bomb Iraq, officials said.
Zorbul Kantari attacked Egypt near the coast.
Cuba held hopes for Haiti. It rained in Lima.
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "parley.yaml").write_text(BOOK, encoding="utf8")
    (tmp_path / "stories.txt").write_text(STORIES, encoding="utf8")
    return tmp_path


@pytest.fixture
def result(eventcoder: Run, files: Path) -> dict[str, Any]:
    done = eventcoder("coverage", "stories.txt", "--codebook", "parley.yaml", "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_is_found(result: dict[str, Any]) -> None:
    assert result["patterns"] == {
        "parley/parley#1": 1,  # one act, though it makes four events
        "parley/parley#2": 0,
        "parley/parley#3": 0,
        "parley/scold#1": 0,
    }
    assert result["sentences"]["with events"] == 1
    assert sum(result["sentences"].values()) == 7
    assert result["sentences_read_again"] == 6


def test_what_is_missing(result: dict[str, Any]) -> None:
    prospects = [(p["source"], p["verb"], p["target"]) for p in result["prospects"]]
    assert set(prospects[:2]) == {("JPN", "bomb", "FRA"), ("JPN", "bomb", "ESP")}
    assert prospects[2:4].count(("IRN", "bomb", "IRQ")) == 1, "what only may happen comes later"
    known = {p["verb"]: p["verb_has_patterns"] for p in result["prospects"]}
    assert known["bomb"] is False
    verbs = {v["verb"]: v for v in result["verbs_without_patterns"]}
    assert verbs["bomb"]["dyads"] == 3
    assert result["verbs_without_patterns"][0]["verb"] == "bomb"
    assert not {"hold", "scold"} & verbs.keys()
    assert [n["name"] for n in result["unknown_names"]] == ["Zorbul Kantari"]


def test_fewer_sentences_are_read_again(eventcoder: Run, files: Path) -> None:
    options = ("--codebook", "parley.yaml", "--extractor", "surface")
    done = eventcoder("coverage", "stories.txt", *options, "--read", 2)
    assert done.returncode == 0, done.stderr
    assert "2 of them, drawn at random, were read again" in done.stdout
    assert eventcoder("coverage", "stories.txt", *options, "--read", 0).returncode == 0


@pytest.mark.parametrize("columns", [80, 160])
def test_report_keeps_to_the_width(eventcoder: Run, files: Path, columns: int) -> None:
    options = ("--codebook", "parley.yaml", "--extractor", "surface")
    done = eventcoder("coverage", "stories.txt", *options, COLUMNS=str(columns))
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= columns
    for words in ("1 of 4 patterns fired", "2-3", "JPN bomb FRA", "Zorbul Kantari"):
        assert words in done.stdout


def test_the_bundled_codebooks_on_the_seeds(eventcoder: Run) -> None:
    done = eventcoder("coverage", ROOT / "seeds", "--extractor", "surface", "--json")
    assert done.returncode == 0, done.stderr
    patterns = json.loads(done.stdout)["patterns"]
    assert sum(patterns.values()) > 10
    assert len(patterns) > 100


def test_every_verb() -> None:
    document = Document("d", "x")
    lexicon = every_verb([Sentence(document, 1, "Soldiers marched while Turkey denied it.")])
    assert {"march", "deny"} <= lexicon.verbs
    assert "turkey" not in lexicon.verbs


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [(["1"], "1"), (["1", "2", "3"], "1-3"), (["1", "3.1", "3.2", "5", "6"], "1, 3.1, 3.2, 5-6"), ([], "")],
)
def test_ranges(numbers: list[str], expected: str) -> None:
    assert ranges(numbers) == expected


def test_names_that_no_list_has_are_found_in_events_too(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Syldavia bombed Syria. Peru accused Syldavia.", encoding="utf8")
    done = eventcoder("coverage", str(tmp_path), "--json")
    names = json.loads(done.stdout)["unknown_names"]
    assert [(n["name"], n["sentences"]) for n in names] == [("Syldavia", 2)]
