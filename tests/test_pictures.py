"""The pictures of the docs: all are there, small, made by the script, and need nothing from the net."""

from __future__ import annotations

import re
import runpy

from tests.conftest import ROOT

DOCS = ROOT / "docs"


def test_the_pictures_that_are_shown_are_those_that_the_script_makes() -> None:
    page = (DOCS / "README.md").read_text("utf8")
    shown = set(re.findall(r"pictures/([\w-]+\.\w+)", page))
    assert shown == set(runpy.run_path(str(DOCS / "screenshots.py"))["SHOWN"])
    assert shown == {path.name for path in (DOCS / "pictures").iterdir()}


def test_pictures_are_small_and_self_contained() -> None:
    for path in (DOCS / "pictures").iterdir():
        assert path.stat().st_size < 300_000, path.name
        if path.suffix == ".svg":
            assert not re.search(r"(?:url\(|href=)[\"']?http", path.read_text("utf8")), path.name


def test_the_pictures_of_parses_are_those_of_the_parser() -> None:
    script = runpy.run_path(str(DOCS / "parses.py"))
    page = (DOCS / "frames.md").read_text("utf8")
    assert re.findall(r"parses/(\w+)\.svg", page) == list(script["SENTENCES"])
    assert {path.stem for path in (DOCS / "parses").iterdir()} == set(script["SENTENCES"])
    extract = script["DependencyExtractor"](script["LEXICON"], script["DependencyOptions"]())
    for name, text in script["SENTENCES"].items():
        drawn = (DOCS / "parses" / f"{name}.svg").read_text("utf8")
        assert drawn == script["picture"](extract, name, text), "run docs/parses.py"


def test_the_index_names_every_page() -> None:
    page = (DOCS / "README.md").read_text("utf8")
    linked = set(re.findall(r"\((\w+\.md)\)", page))
    assert linked == {path.name for path in DOCS.glob("*.md")} - {"README.md"}
