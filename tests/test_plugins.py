"""The three ways to add to eventcoder, from a temporary folder outside the checkout, and what can go wrong."""

from __future__ import annotations

import csv
import os
import re
import textwrap
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from eventcoder import Exporter, Extractor, Options, PluginError, Registry, UnknownName, UsageError, hookimpl
from tests.conftest import ROOT, Run

CODEBOOK = """
name: summits
title: Summits
version: 1.0.0
description: Summit meetings.
schemes: [cameo]
categories:
  summit:
    label: Hold a summit
    codes: {cameo: 040}
    patterns:
      - {verb: meet}
    examples:
      - {text: Russia met Turkey., date: 2017-01-01, events: [RUS summit TUR]}
"""
STORY = "Russia met Turkey on Monday."


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def install(folder: Path, name: str, module: str, entry: str = "") -> dict[str, str]:
    """Put a plugin distribution into `folder`, the way pip lays it out; returns the environment for it."""
    package = folder / "site"
    (package / f"eventcoder_{name}").mkdir(parents=True)
    (package / f"eventcoder_{name}" / "__init__.py").write_text(textwrap.dedent(module), encoding="utf8")
    info = package / f"eventcoder_{name}-1.2.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: eventcoder-{name}\nVersion: 1.2.3\n")
    (info / "entry_points.txt").write_text(f"[eventcoder]\n{name} = {entry or f'eventcoder_{name}'}\n")
    path = [str(package), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(p for p in path if p)}


def documented(language: str, containing: str) -> str:
    """The code block of docs/plugins.md that contains a text: what readers copy is what is tested."""
    text = (ROOT / "docs" / "plugins.md").read_text("utf8")
    return next(b for b in re.findall(rf"```{language}\n(.*?)```", text, re.S) if containing in b)


def test_a_codebook_by_its_path(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "summits.yaml").write_text(CODEBOOK, encoding="utf8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf8")
    done = eventcoder("code", "story.txt", "-c", "summits.yaml", "--date", "2017-01-01", "-o", "events.csv")
    assert done.returncode == 0, done.stderr
    assert [(r["actor"], r["action"], r["target"], r["codebook"]) for r in rows(tmp_path / "events.csv")] == [
        ("RUS", "040", "TUR", "summits")
    ]


def test_a_codebook_as_a_package(eventcoder: Run, tmp_path: Path) -> None:
    module = documented("python", "def eventcoder_codebooks")
    assert len(module.strip().splitlines()) < 10
    env = install(tmp_path, "summits", module)
    folder = tmp_path / "site" / "eventcoder_summits" / "codebooks"
    folder.mkdir()
    (folder / "summits.yaml").write_text(CODEBOOK, encoding="utf8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf8")
    listed = eventcoder("list", "codebooks", **env)
    assert re.search(r"^summits .* summits\s*$", listed.stdout, re.M), listed.stdout
    done = eventcoder("code", "story.txt", "-c", "summits", "-o", "events.csv", **env)
    assert done.returncode == 0, done.stderr
    assert [r["pattern"] for r in rows(tmp_path / "events.csv")] == ["summits/summit#1"]


def test_an_extractor(eventcoder: Run, tmp_path: Path) -> None:
    module = documented("python", "def eventcoder_extractors")
    assert len(module.strip().splitlines()) < 30
    env = install(tmp_path, "naive", module)
    (tmp_path / "story.txt").write_text("Yesterday Russia met Turkey. Iran met with Iraq.", encoding="utf8")
    done = eventcoder("code", "story.txt", "-c", "meet", "--extractor", "naive", "-o", "events.csv", **env)
    assert done.returncode == 0, done.stderr
    found = [(r["actor"], r["target"], r["extractor"]) for r in rows(tmp_path / "events.csv")]
    assert found == [("RUS", "TUR", "naive"), ("TUR", "RUS", "naive")]


def test_installing_a_plugin_changes_no_result(eventcoder: Run, tmp_path: Path, seeds: Path) -> None:
    assert eventcoder("code", seeds, "-o", "before.csv").returncode == 0
    env = install(tmp_path, "summits", documented("python", "def eventcoder_codebooks"))
    folder = tmp_path / "site" / "eventcoder_summits" / "codebooks"
    folder.mkdir()
    (folder / "summits.yaml").write_text(CODEBOOK, encoding="utf8")
    assert eventcoder("code", seeds, "-o", "after.csv", **env).returncode == 0
    assert (tmp_path / "before.csv").read_bytes() == (tmp_path / "after.csv").read_bytes()


def test_a_plugin_that_fails_on_import_is_reported_and_the_rest_works(
    eventcoder: Run, tmp_path: Path
) -> None:
    env = install(tmp_path, "broken", "raise RuntimeError('no licence key')")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf8")
    done = eventcoder("code", "story.txt", "--date", "2017-01-01", "-o", "events.csv", **env)
    assert len(rows(tmp_path / "events.csv")) == 2
    assert done.returncode == 1
    for text in (done.stderr, (tmp_path / "events.errors.csv").read_text("utf8")):
        assert "broken" in text
        assert "no licence key" in text
    assert "Traceback" not in done.stderr


def test_load_plugins_limits_entry_points(eventcoder: Run, tmp_path: Path) -> None:
    env = install(tmp_path, "broken", "raise RuntimeError('no licence key')")
    assert "broken" not in eventcoder("list", **env, EVENTCODER_LOAD_PLUGINS="").stderr
    wrong = eventcoder("list", **env, EVENTCODER_LOAD_PLUGINS="brokn")
    assert wrong.returncode == 2
    assert "Did you mean 'broken'?" in wrong.stderr


def plugin(name: str, **hooks: Any) -> ModuleType:
    module = ModuleType(name)
    for hook, function in hooks.items():
        function.__name__ = hook
        setattr(module, hook, hookimpl(function))
    return module


def test_two_providers_of_a_name_are_both_named() -> None:
    def extractors() -> list[Extractor]:
        return [Extractor("surface", "mine", lambda lexicon, options: lambda sentences: iter(()))]

    with pytest.raises(PluginError, match=r"'rival'.*'surface'.*'eventcoder_surface'"):
        Registry([plugin("rival", eventcoder_extractors=extractors)])


def test_an_unknown_name_gets_the_choices_and_the_closest() -> None:
    with pytest.raises(
        UnknownName, match=r"no extractor called 'surfce'.*Did you mean 'surface'\?.*choices are"
    ):
        Registry().get("extractors", "surfce")


def test_a_hook_that_returns_the_wrong_thing_is_reported() -> None:
    registry = Registry([plugin("odd", eventcoder_exporters=lambda: ["not an exporter"])])
    assert any("odd" in str(p) and "Exporter" in str(p) for p in registry.problems)


def test_a_hook_that_raises_is_reported_and_others_work() -> None:
    def exporters() -> list[Exporter]:
        raise KeyError("where is it")

    registry = Registry([plugin("raising", eventcoder_exporters=exporters)])
    assert any("raising" in str(p) and "where is it" in str(p) for p in registry.problems)
    assert "csv" in registry.names("exporters")


def test_a_misspelt_hook_is_reported() -> None:
    def eventcoder_exporterz() -> list[Exporter]:
        return []

    registry = Registry([plugin("typo", eventcoder_exporterz=eventcoder_exporterz)])
    assert any("typo" in str(p) and "eventcoder_exporterz" in str(p) for p in registry.problems)


def test_options_are_validated_and_an_install_hint_is_shown() -> None:
    class Known(Options):
        depth: int = 1

    def build(lexicon: object, options: Known) -> Any:
        raise ImportError("No module named 'bigmodel'")

    def extractors() -> list[Extractor]:
        return [Extractor("big", "a big one", build, options=Known, install="pip install bigmodel")]

    registry = Registry([plugin("bigone", eventcoder_extractors=extractors)])
    with pytest.raises(UsageError, match="dept: there is no such option.*Its options are: depth"):
        registry.build("extractors", "big", {"dept": 2}, lambda c, o: c.build(None, o))
    with pytest.raises(UsageError, match="depth: .*integer"):
        registry.build("extractors", "big", {"depth": "deep"}, lambda c, o: c.build(None, o))
    with pytest.raises(PluginError, match="bigone.*pip install bigmodel"):
        registry.build("extractors", "big", {}, lambda c, o: c.build(None, o))
