"""What is doubtful in an actor list."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventcoder.actors.checking import check_list
from eventcoder.hooks.registry import Registry
from eventcoder.running.loading import load_actor_index
from eventcoder.settings import Coding
from tests.actorindex import small_index
from tests.conftest import ROOT

HEADER = "name,code,kind,from,until,aliases\n"


NOTED = "name,code,kind,from,until,aliases,note\n"


def findings(tmp_path: Path, *rows: str) -> list[tuple[int, str]]:
    path = tmp_path / "list.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf8")
    return [(f.line, f.place) for f in check_list(path, small_index())]


@pytest.mark.parametrize(
    "row",
    [
        "Wekesa Barasa,KENGOV,person,2001-01-01,,Barasa",
        "Zimbo Front,KENREB,group,,,",
        "Zimbo Bank,IGOZIM,organisation,,,ZB",
        "Mombasa,KEN,city,,,",
        "Zimbo,KENGOVMIL,organisation,,,",
        "Home Office,KENGOV,residence,,,",
    ],
)
def test_a_good_row(tmp_path: Path, row: str) -> None:
    assert findings(tmp_path, row) == []


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("Barasa,KNEGOV,person,,,", "code"),
        ("Barasa,KENXYZ,person,,,", "code"),
        ("Barasa,KENGO,person,,,", "code"),
        ("Barasa,KEN,person,,,", "code"),
        ("Mombasa,KENGOV,city,,,", "code"),
        ("barasa,KENGOV,person,,,", "name"),
        ("Wekesa Barasa,KENGOV,person,,,barasa", "aliases"),
        ("Barasa,KENGOV,person,,,Barasa", "aliases"),
        ("Police,KENCOP,organisation,,,", "name"),
        ("riot police,KENCOP,organisation,,,", "name"),
        ("Riot police,KENCOP,organisation,,,", "name"),
        ("B,KENGOV,person,,,", "name"),
        ("Barasa,KENGOV,person,2009-02-30,,", "from"),
        ("Barasa,KENGOV,person,2009-02-03,2008-01-01,", "until"),
        ("Barasa,KENGOV,potentate,,,", "kind"),
    ],
)
def test_a_doubtful_row(tmp_path: Path, row: str, place: str) -> None:
    assert findings(tmp_path, row) == [(2, place)]


def test_codes_that_overlap(tmp_path: Path) -> None:
    rows = "Barasa,KENGOV,person,2001-01-01,2005-01-01,", "Barasa,KENOPP,person,2005-01-01,,"
    assert findings(tmp_path, *rows) == [(3, "from")]
    rows = "Barasa,KENGOV,person,2001-01-01,2004-12-31,", "Barasa,KENOPP,person,2005-01-01,,"
    assert findings(tmp_path, *rows) == []


def test_aliases_overlap_too(tmp_path: Path) -> None:
    rows = "Wekesa Barasa,KENGOV,person,,,Barasa", "Juma Barasa,UGAGOV,person,,,Barasa"
    assert findings(tmp_path, *rows) == [(3, "from")]


def test_a_row_twice(tmp_path: Path) -> None:
    assert findings(tmp_path, "Barasa,KENGOV,person,,,", "Barasa,KENGOV,person,,,") == [(3, "name")]


def test_all_findings_come_in_order_of_their_lines(tmp_path: Path) -> None:
    found = findings(tmp_path, "barasa,KEN,person,,,", "Mba,KENGOV,person,,,", "Roe,XXXGOV,person,,,")
    assert found == [(2, "code"), (2, "name"), (4, "code")]


def test_what_is_meant_is_not_doubted(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = ["police,KENCOP,organisation,,,askari,In small letters on purpose"]
    rows += ["Barasa,KENGOV,person,,,,", "Barasa,UGAGOV,person,,,,On purpose: the two share it"]
    path.write_text(NOTED + "\n".join(rows), "utf8")
    assert check_list(path, small_index()) == []
    path.write_text(NOTED + "police,KNECOP,organisation,,,,On purpose", "utf8")
    assert [f.place for f in check_list(path, small_index())] == ["code"]


@pytest.mark.parametrize("name", ["states", "places", "organisations", "groups", "leaders"])
def test_nothing_is_doubtful_in_the_bundled_lists(name: str) -> None:
    index = load_actor_index(Coding(), Registry())
    assert check_list(ROOT / "codebooks" / "actors" / f"{name}.csv", index) == []
