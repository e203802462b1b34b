"""The commands `eventcoder actors who`, `find`, `check` and `add`."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize("command", [[], ["who"], ["find"], ["check"], ["add"]])
def test_help(eventcoder: Run, command: list[str]) -> None:
    done = eventcoder("actors", *command, "--help")
    assert done.returncode == 0
    assert "eventcoder actors" in done.stdout


def test_who_tells_rows_rules_and_result(eventcoder: Run) -> None:
    done = eventcoder("actors", "who", "Russian Foreign Minister Sergei Lavrov", "--date", "2010-01-01")
    assert done.returncode == 0, done.stderr
    for wanted in ("role noun 'foreign minister', GOV", "RUSGOV, from 2004-03-09", "rule: title and name"):
        assert wanted in done.stdout
    assert done.stdout.rstrip().endswith("result: RUSGOV")


def test_who_tells_why_it_is_nobody(eventcoder: Run) -> None:
    assert "no word of it is in any list" in eventcoder("actors", "who", "Wekesa Zimbo").stdout
    assert "the head of the phrase is no actor" in eventcoder("actors", "who", "Russia's economy").stdout
    assert "GOV of no country" in eventcoder("actors", "who", "the foreign minister").stdout


def test_who_knows_own_lists(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("name,code,kind\nWekesa Zimbo,KENOPP,person\n", "utf8")
    done = eventcoder("actors", "who", "Wekesa Zimbo", "--actors", "own.csv")
    assert "result: KENOPP" in done.stdout


def test_who_refuses_a_bad_date(eventcoder: Run) -> None:
    done = eventcoder("actors", "who", "Russia", "--date", "yesterday")
    assert done.returncode == 2
    assert "--date" in done.stderr


def test_find(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("date 2010-01-01\nSergei Lavrov met Iranian police. He left.", "utf8")
    done = eventcoder("actors", "find", "story.txt", "-o", "mentions.csv")
    assert done.returncode == 0, done.stderr
    with (tmp_path / "mentions.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["text"], r["code"], r["how"], r["inferred"]) for r in rows] == [
        ("Sergei Lavrov", "RUSGOV", "name", ""),
        ("Iranian police", "IRNCOP", "composed", ""),
        ("He", "RUSGOV", "reference", "yes"),
    ]
    done = eventcoder("actors", "find", "story.txt", "-o", "-", "--no-coreference")
    assert "Iranian police" in done.stdout
    assert "reference" not in done.stdout


def test_check_prints_every_finding_with_its_line(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("name,code,kind\nZimbo,XXXGOV,person\nMba,KEN1,person\n", "utf8")
    done = eventcoder("actors", "check", "own.csv")
    assert done.returncode == 1
    assert "own.csv:2: code: 'XXX' is no country" in done.stdout
    assert "own.csv:3: code: 'KEN1' is not an actor code" in done.stdout
    (tmp_path / "own.csv").write_text("name,code,kind\nZimbo,KENGOV,person\n", "utf8")
    assert eventcoder("actors", "check", "own.csv").returncode == 0
    assert eventcoder("actors", "check", "none.csv").returncode == 2


def test_add(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "review.csv").write_text("take,name,code,kind\nyes,Zimbo,KENGOV,person\n", "utf8")
    done = eventcoder("actors", "add", "review.csv", "--to", "own.csv")
    assert done.returncode == 0, done.stderr
    assert "1 name added to own.csv" in done.stdout
    assert "Zimbo,KENGOV,person" in (tmp_path / "own.csv").read_text("utf8")


def test_add_tells_of_doubtful_codes_and_of_missing_columns(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "review.csv").write_text(
        "take,name,code,kind,from\nyes,Zimbo,XXXREB,person,2001-01-01\n", "utf8"
    )
    done = eventcoder("actors", "add", "review.csv", "--to", "own.csv")
    assert "own.csv:2: code: 'XXX' is no country" in done.stdout
    (tmp_path / "short.csv").write_text("name,code,kind\nMba,KENGOV,person\n", "utf8")
    done = eventcoder("actors", "add", "review.csv", "--to", "short.csv")
    assert done.returncode == 2
    assert "no column 'from'" in done.stderr
    assert "Zimbo" not in (tmp_path / "short.csv").read_text("utf8")


def test_find_does_not_write_over_what_it_reads(eventcoder: Run, tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    story = folder / "story.csv"
    story.write_text("id,text\n1,Sergei Lavrov met Iranian police.\n", "utf8")
    for given in ("stories/story.csv", "stories"):
        done = eventcoder("actors", "find", given, "-o", "stories/story.csv")
        assert done.returncode == 2
        assert "both input and output" in done.stderr
    assert "Lavrov met" in story.read_text("utf8")
    for _ in range(2):  # what an earlier run wrote is not read again
        assert eventcoder("actors", "find", "stories", "-o", "stories/mentions.csv").returncode == 0
    assert (folder / "mentions.csv").read_text("utf8").count("Lavrov") == 1
