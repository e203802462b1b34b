"""The command line: help, lists, what a codebook looks like in words, exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import eventcoder as package
import eventcoder_english
from tests.conftest import Run

COMMANDS = [
    "code",
    "list",
    "show",
    "schema",
    "evaluate",
    "sample",
    "diff",
    "coverage",
    "new",
    "explain",
    "check",
    "watch",
]


def test_version(eventcoder: Run) -> None:
    assert eventcoder("--version").stdout.strip() == f"eventcoder {package.__version__}"


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_has_examples(eventcoder: Run, command: list[str]) -> None:
    done = eventcoder(*command, "--help")
    assert done.returncode == 0
    assert re.search(rf"eventcoder ({'|'.join(command or COMMANDS)}) ", done.stdout)


@pytest.mark.parametrize(
    ("what", "wanted"),
    [
        ("codebooks", "consult"),
        ("categories", "consult/phone"),
        ("actors", "leaders"),
        ("extractors", "surface"),
        ("readers", "jsonl"),
        ("exporters", "csv"),
        ("backends", "serial"),
        ("importers", "importer"),
        ("checks", "check"),
        ("schemes", "plover"),
        ("scales", "icews"),
        ("plugins", "eventcoder_readers"),
    ],
)
def test_list(eventcoder: Run, what: str, wanted: str) -> None:
    done = eventcoder("list", what)
    assert done.returncode == 0, done.stderr
    assert wanted in done.stdout


def test_list_categories_of_a_scheme_shows_every_code(eventcoder: Run) -> None:
    done = eventcoder("list", "categories", "--scheme", "cameo")
    assert re.search(r"^\d+ of 296 codes of cameo below the roots", done.stdout, re.M), done.stdout
    assert re.search(r"^041 .*consult/phone", done.stdout, re.M)


def test_show(eventcoder: Run) -> None:
    whole = eventcoder("show", "consult").stdout
    assert "consult/phone" in whole
    assert "future: " in whole
    assert "meet" in whole
    one = eventcoder("show", "consult/phone").stdout
    assert "consult/phone" in one
    assert "consult/negotiate" not in one
    assert "deny/act" in eventcoder("show", "016").stdout


def test_show_leaves_no_condition_out(eventcoder: Run, tmp_path: Path) -> None:
    pattern = "{verb: accuse, mentions: {any: [fraud]}, roles: {source: [OPP]}, unless: {object: [ally]}}"
    book = f"""
name: cheats
title: Cheats
version: 1.0.0
description: Fraud.
categories: {{fraud: {{label: Fraud, codes: {{own: F}}, patterns: [{pattern}]}}}}
schemes: [own]
"""
    (tmp_path / "cheats.yaml").write_text(book, encoding="utf8")
    shown = eventcoder("show", "cheats.yaml").stdout
    for words in ("any .. fraud", "source is OPP", "unless object ally"):
        assert words in shown


def test_schema_describes_the_codebook(eventcoder: Run) -> None:
    schema = json.loads(eventcoder("schema", "codebook").stdout)
    assert set(schema["required"]) == {"name", "title", "version", "description", "categories"}
    assert schema["additionalProperties"] is False


def test_debug_shows_the_traceback(eventcoder: Run) -> None:
    assert "Traceback" in eventcoder("--debug", "show", "nothing").stderr
    assert "Traceback" not in eventcoder("show", "nothing").stderr


def test_output_to_the_screen(eventcoder: Run, seeds: object) -> None:
    done = eventcoder("code", seeds, "-o", "-", "--quiet")
    assert done.returncode == 0
    assert done.stdout.startswith("event_id,date,actor,action,target")
    assert done.stderr == ""


def test_package_is_importable_without_the_command_line() -> None:
    assert package.__version__


def test_the_parser_may_be_a_folder(eventcoder: Run, tmp_path: Path, seeds: Path) -> None:
    eventcoder_english.load().to_disk(tmp_path / "pipeline.1")
    story = sorted(seeds.glob("*.txt"))[1]
    for name, options in (("own", []), ("folder", ["--parser", "pipeline.1"])):
        done = eventcoder("code", story, "-o", f"{name}.csv", *options)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "own.csv").read_bytes() == (tmp_path / "folder.csv").read_bytes()
