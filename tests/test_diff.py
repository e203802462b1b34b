"""`eventcoder diff`: every kind of change is found, frames are shared only where that changes nothing."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from eventcoder.bench.comparing import KINDS
from eventcoder.bench.sharing import SharedFrames, differing_words
from eventcoder.bench.versions import version
from eventcoder.cli.diffing import compare
from eventcoder.coding.coder import Coder
from eventcoder.errors import UsageError
from eventcoder.hooks.components import Lexicon
from eventcoder.hooks.registry import Registry
from eventcoder.running.corpus import Corpus
from eventcoder.running.loading import build_coder
from eventcoder.settings import DEFAULT_CODEBOOKS, Coding
from tests.conftest import ROOT, Run

BOOK = """
name: parley
title: Parleys
version: 1.0.0
description: Parleys.
schemes: [cameo]
words: {hold: [hold, open]}
categories:
  parley:
    label: Hold a parley
    codes: {cameo: 040}
    patterns:
      - {verb: $hold, object: parley, target: with}
      - {noun: parley, source: between, target: between}
  call_off:
    label: Call off a parley
    codes: {cameo: 161}
    patterns:
      - {verb: cancel, object: parley, target: with}
  scold:
    label: Scold
    codes: {cameo: 111}
    patterns:
      - {verb: scold}
"""
TELLING = """
name: telling
title: Telling
version: 1.0.0
description: Telling.
schemes: [cameo]
categories:
  tell:
    label: Tell
    codes: {cameo: 010}
    patterns:
      - {verb: [tell, add], target: [object, none]}
      - {noun: congress, source: modifier, target: none}
"""
STORIES = """date 2017-05-03
Peru held a parley with Chile. A parley between France and Spain ended. Iran convened a parley with Iraq.
Norway cancelled a parley with Sudan. Cuba scolded Haiti. Egypt held a parley with Israel.
"""


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    path = tmp_path / "stories.txt"
    path.write_text(STORIES, encoding="utf8")
    return path


def coder(book: str, folder: Path, extractor: str = "surface") -> Coder:
    folder.mkdir(exist_ok=True)
    (folder / "parley.yaml").write_text(book, encoding="utf8")
    return build_coder(Coding(codebooks=(str(folder / "parley.yaml"),), extractor=extractor), Registry())


def changes(book: str, tmp_path: Path, stories: Path) -> list[str]:
    """Each change as text, against BOOK."""
    old, new = coder(BOOK, tmp_path / "old"), coder(book, tmp_path / "new")
    found = []
    for change in compare(Corpus([stories]), old, new).changes:
        events = [
            f"{e.actor.code} {e.category} {e.target.code}" if e else "" for e in (change.old, change.new)
        ]
        found.append(f"{change.kind}: {' > '.join(events)}")
    return found


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Parleys", "Palavers", []),
        ("{verb: cancel, object: parley, target: with}", "{verb: cancel, target: with}", []),
        ("hold, open", "hold, convene", ["gained:  > IRN parley/parley IRQ"]),
        (
            "      - {noun: parley, source: between, target: between}\n",
            "",
            ["lost: FRA parley/parley ESP > ", "lost: ESP parley/parley FRA > "],
        ),
        (
            "  scold:\n    label: Scold",
            "  rebuke:\n    label: Scold",
            ["recoded: CUB parley/scold HTI > CUB parley/rebuke HTI"],
        ),
        ("{cameo: 111}", "{cameo: 112}", ["recoded: CUB parley/scold HTI > CUB parley/scold HTI"]),
        (
            "{verb: scold}",
            "{verb: scold, source: object, target: subject}",
            ["redirected: CUB parley/scold HTI > HTI parley/scold CUB"],
        ),
        (
            "{verb: cancel, object: parley, target: with}",
            "{verb: cancel, object: parley, target: with}\n"
            "      - {verb: cancel, object: parley, source: subject, target: with}",
            ["other pattern: NOR parley/call_off SDN > NOR parley/call_off SDN"],
        ),
    ],
)
def test_kinds_of_changes(
    before: str, after: str, expected: list[str], tmp_path: Path, stories: Path
) -> None:
    assert before in BOOK
    assert changes(BOOK.replace(before, after), tmp_path, stories) == expected


def test_a_pattern_that_only_moves_is_the_same(tmp_path: Path, stories: Path) -> None:
    new = BOOK.replace(
        "    patterns:\n      - {verb: $hold", "    patterns:\n      - {verb: quash}\n      - {verb: $hold"
    )
    comparison = compare(Corpus([stories]), coder(BOOK, tmp_path / "old"), coder(new, tmp_path / "new"))
    assert comparison.changes == []
    assert [(old, name) for old, name, _ in comparison.patterns()] == [("", "parley/parley#1")]


def test_an_edited_pattern_is_the_same(tmp_path: Path, stories: Path) -> None:
    new = BOOK.replace("{verb: scold}", "{verb: [scold, rebuke]}").replace(
        "      - {noun: parley", "      - {noun: pow-wow"
    )
    comparison = compare(Corpus([stories]), coder(BOOK, tmp_path / "old"), coder(new, tmp_path / "new"))
    assert {change.kind for change in comparison.changes} == {"lost"}
    assert comparison.patterns() == [("parley/parley#2", "parley/parley#2", (2, 0))]


def test_dyad_months(tmp_path: Path, stories: Path) -> None:
    new = BOOK.replace("{cameo: 040}", "{cameo: 050}")
    comparison = compare(Corpus([stories]), coder(BOOK, tmp_path / "old"), coder(new, tmp_path / "new"))
    cells = comparison.dyad_months()
    assert len(cells) == 8
    assert cells["2017-05", "PER", "CHL", "04"] == (1, 0)
    assert cells["2017-05", "PER", "CHL", "05"] == (0, 1)


def test_words_that_differ() -> None:
    first = Lexicon(frozenset({"meet", "call"}), frozenset({"talk"}), {"call": frozenset({"off"})})
    second = Lexicon(frozenset({"meet", "deny", "call"}), frozenset(), {"call": frozenset({"on"})})
    words, beginnings = differing_words(first, second)
    assert {"denied", "talks", "called"} <= words
    assert not {"met", "meet"} & words
    assert beginnings == ()
    assert differing_words(first, first) == (frozenset(), ())
    third = Lexicon(frozenset({"meet", "call", "organize"}), frozenset({"talk"}), first.particles)
    assert "organised".startswith(differing_words(first, third)[1])


@pytest.mark.parametrize("extractor", ["dependency", "surface"])
def test_shared_frames_give_the_events_of_separate_coding(tmp_path: Path, extractor: str) -> None:
    """The bundled codebooks alone and with one that has other triggers, verbs that embed others among them."""
    path = tmp_path / "telling.yaml"
    path.write_text(TELLING, encoding="utf8")
    settings = [
        Coding(codebooks=books, extractor=extractor)
        for books in (DEFAULT_CODEBOOKS, (*DEFAULT_CODEBOOKS, str(path)))
    ]
    corpus = Corpus([ROOT / "seeds"])
    alone = [coded(build_coder(s, corpus.registry), corpus) for s in settings]
    first, second = (build_coder(s, corpus.registry) for s in settings)
    shared = SharedFrames(first, second)
    together: list[list[Any]] = [[], []]
    for batch in corpus.batches():
        together[0] += [c.events for c in first.code(batch)]
        together[1] += [c.events for c in second.code(batch)]
        shared.forget()
    assert [list(map(shape, events)) for events in together] == [list(map(shape, e)) for e in alone]
    assert alone[0] != alone[1]
    assert 0 < shared.asked_twice < 40


def coded(coder: Coder, corpus: Corpus) -> list[Any]:
    return [c.events for batch in corpus.batches() for c in coder.code(batch)]


def shape(events: Any) -> list[tuple[Any, ...]]:
    return [(e.actor, e.action, e.target, e.trigger, e.pattern, e.moods, e.sentence.index) for e in events]


def git(folder: Path, *words: str) -> None:
    identity = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = os.environ | identity | {"GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits of a codebook that includes its neighbour."""
    (tmp_path / "my").mkdir()
    book = tmp_path / "my" / "parley.yaml"
    book.write_text(BOOK.replace("schemes:", "includes: [pact]\nschemes:"), encoding="utf8")
    pact = "name: pact\ntitle: P\nversion: 1.0.0\ndescription: P.\nschemes: [cameo]\ncategories:\n"
    (tmp_path / "my" / "pact.yaml").write_text(pact + "  sign: {label: Sign, codes: {cameo: 057}}\n", "utf8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "my")
    git(tmp_path, "commit", "-q", "-m", "one")
    book.write_text(book.read_text("utf8").replace("hold, open", "hold, convene"), encoding="utf8")
    git(tmp_path, "commit", "-q", "-a", "-m", "two")
    return tmp_path


@pytest.mark.parametrize(
    "versions",
    [
        ("HEAD~1:my/parley.yaml", "my/parley.yaml"),
        ("HEAD~1", "my/parley.yaml"),
        ("HEAD~1:my", "my"),
        ("HEAD~1", "HEAD", "--codebook", "my/parley.yaml"),
    ],
)
def test_revisions(eventcoder: Run, repository: Path, stories: Path, versions: tuple[str, ...]) -> None:
    options = ("--on", stories, "--json", "--extractor", "surface")
    done = eventcoder("diff", *versions, *options)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert [(c["kind"], c["new"]["actor"]) for c in result["changes"]] == [("gained", "IRN")]


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("nothing", "no file, folder, codebook or git revision"),
        ("HEAD", "of which codebook"),
        ("HEAD:my/none.yaml", "my/none.yaml"),
        ("my/empty", "there is no codebook in this folder"),
    ],
)
def test_versions_that_are_none(
    old: str, message: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "my" / "empty").mkdir()
    monkeypatch.chdir(repository)
    with pytest.raises(UsageError, match=message), version(old, (), Registry()):
        pass


@pytest.mark.parametrize("columns", [80, 160])
def test_report_keeps_to_the_width(eventcoder: Run, tmp_path: Path, stories: Path, columns: int) -> None:
    for name, text in (("old", BOOK), ("new", BOOK.replace("hold, open", "hold, convene"))):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf8")
    options = ("--on", stories, "--extractor", "surface")
    done = eventcoder("diff", "old.yaml", "new.yaml", *options, COLUMNS=str(columns))
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= columns
    for words in ("1 gained", "+ IRN 040 IRQ", "Iran convened a parley with Iraq.", "2017-05  IRN"):
        assert words in done.stdout


def test_kinds_are_documented_as_they_are() -> None:
    text = (ROOT / "docs" / "bench.md").read_text("utf8")
    for kind, meaning in KINDS.items():
        assert f"| {kind} | {meaning} |" in text
