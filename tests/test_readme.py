"""The commands and the code of README and docs are run as they stand there."""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import eventcoder as ec
from eventcoder.codebook.file import load_codebook
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BOOK = """
name: elections
title: Elections
version: 1.0.0
description: Elections.
schemes: [cameo]
categories:
  meeting:
    label: Meet
    codes: {cameo: 040}
    patterns: [{verb: meet}]
    examples: [{text: Peru met Chile., events: [PER meeting CHL]}]
    counterexamples: [{text: Peru did not meet Chile., because: they did not}]
"""
SUMMIT = BOOK.replace("elections", "summits").replace("meet}", "host}").replace(" met ", " hosted ")
UNKNOWN = "take,name,code,kind\nyes,Rupert Hentzau,RURMIL,person\n"

GOLD = """sentence_id,text,date,source,action,target,coder
s1,Peru met Chile.,2017-05-03,PER,040,CHL,AB
s1,,,CHL,040,PER,AB
"""


def blocks(language: str) -> list[tuple[str, str]]:
    """Code blocks of a language with the page they are on."""
    found = []
    for page in PAGES:
        found += [
            (page.name, b) for b in re.findall(rf"```{language}\n(.*?)```", page.read_text("utf8"), re.S)
        ]
    return found


def commands() -> list[str]:
    """All of them but those of the tutorial, which build on each other: test_tutorial.py follows it.

    `watch` does not end by itself: test_watching.py.
    """
    pages = [block for page, block in blocks("console") if page != "tutorial.md"]
    lines = (line.partition("  #")[0].strip() for block in pages for line in block.splitlines())
    return sorted({line for line in lines if re.match("eventcoder (?!watch)", line)})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the commands name."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    shutil.copytree(ROOT / "seeds", place / "stories")
    (place / "my").mkdir()
    (place / "my" / "old").mkdir()
    for path, text in (("elections", BOOK), ("summits", SUMMIT), ("old/summits", SUMMIT)):
        (place / "my" / f"{path}.yaml").write_text(text, encoding="utf8")
    (place / "my" / "actors.csv").write_text("name,code,kind\nRuritania,RUR,country\n", encoding="utf8")
    (place / "stories.csv").write_text("BODY,PUBLISHED\nRussia met Turkey.,2017-11-14\n", encoding="utf8")
    (place / "gold.csv").write_text(GOLD, encoding="utf8")
    (place / "events.unknown.csv").write_text(UNKNOWN, encoding="utf8")
    (place / "run.csv").write_text("document_id,actor,action,target\ns1,PER,040,CHL\n", encoding="utf8")
    import gzip

    line = '{"id": "a", "text": "Russia met Turkey.", "date": "2017-11-14"}\n'
    (place / "archive.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    return place


@pytest.mark.parametrize("command", commands())
def test_command(command: str, folder: Path) -> None:
    if "--codebook summits" in command and "my/" not in command:
        command = command.replace("--codebook summits", "--codebook my/summits.yaml")
    if "--event " in command:  # ids change with the codebooks
        shutil.copy(ROOT / "tests" / "golden" / "seeds.csv", folder / "events.csv")
        known = (folder / "events.csv").read_text("utf8").splitlines()[1][:16]
        command = re.sub(r"--event \w+", f"--event {known}", command)
    words = shlex.split(command.replace(" > ", " | ").split(" | ")[0])
    env = os.environ | {"NO_COLOR": "1", "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or done.stderr


def test_there_are_commands_to_test() -> None:
    assert len(commands()) >= 8


def test_python_of_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    import pandas as pd

    block = next(b for page, b in blocks("python") if page == "README.md" and "ec.code(" in b)
    stories = pd.DataFrame({"id": ["a"], "text": ["Iran met Iraq."], "date": ["2017-11-14"]})
    names: dict[str, object] = {"stories": stories}
    exec(compile(block, "README.md", "exec"), names)
    assert capsys.readouterr().out.splitlines()[0].startswith("RUSGOV 04")
    events = names["events"]
    assert isinstance(events, pd.DataFrame)
    assert list(events["action"]) == ["040", "040"]


def test_codebooks_in_the_docs_load(tmp_path: Path) -> None:
    books = [
        b for _, b in blocks("yaml") if b.lstrip("# \n").startswith("name:") or re.search(r"^name:", b, re.M)
    ]
    for number, block in enumerate(books):
        path = tmp_path / f"{number}.yaml"
        path.write_text(block, encoding="utf8")
        assert load_codebook(path).categories


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf8")):
            assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_code_takes_documents_and_dates() -> None:
    document = ec.Document("x", "Barack Obama met Angela Merkel.", dt.date(2015, 6, 7))
    assert [(e.actor.code, e.target.code) for e in ec.code(document, "meet")] == [
        ("USAGOV", "DEUGOV"),
        ("DEUGOV", "USAGOV"),
    ]
    later = ec.code("Barack Obama met Angela Merkel.", "meet", date="2018-06-07")
    assert next((e.actor.code, e.target.code) for e in later) == ("USAELI", "DEUGOV")


def test_code_frame_names_the_columns_it_has() -> None:
    import pandas as pd

    with pytest.raises(ec.UsageError, match=r"no column 'text'. Did you mean 'texts'"):
        ec.code_frame(pd.DataFrame({"texts": ["x"]}))
