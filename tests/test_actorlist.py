"""Actor and agent lists: rows, alternatives, dates, and every bad row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from eventcoder.actors.lists import Agent, Entry, load_actors, load_agents
from eventcoder.errors import Finding, InvalidFile

HEADER = "name,code,kind,from,until,aliases,adjectives,note\n"


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(text, "utf8")
    return path


def bad(tmp_path: Path, rows: str, header: str = HEADER) -> list[Finding]:
    with pytest.raises(InvalidFile) as caught:
        load_actors(write(tmp_path, header + rows))
    return list(caught.value.findings)


def test_name_aliases_and_adjectives(tmp_path: Path) -> None:
    row = "Norway,NOR,country,,,Kingdom of Norway; Norge ;,Norwegian;Norwegians,x\n"
    path = write(tmp_path, HEADER + row)
    assert load_actors(path) == [
        Entry("Norway", "NOR", "country"),
        Entry("Kingdom of Norway", "NOR", "country"),
        Entry("Norge", "NOR", "country"),
        Entry("Norwegian", "NOR", "country", adjective=True),
        Entry("Norwegians", "NOR", "country", adjective=True),
    ]


def test_alias_on_one_row_holds_for_all_rows_of_the_name(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        HEADER
        + "Ada Berg,NORGOV,person,2001-01-01,2004-12-31,Berg,,\n"
        + "Ada Berg,NOROPP,person,2005-01-01,,A. Berg,,\n",
    )
    entries = load_actors(path)
    assert {(e.name, e.code) for e in entries} == {
        (name, code) for name in ("Ada Berg", "Berg", "A. Berg") for code in ("NORGOV", "NOROPP")
    }
    (first,) = [e for e in entries if (e.name, e.code) == ("A. Berg", "NORGOV")]
    assert (first.since, first.until) == (dt.date(2001, 1, 1), dt.date(2004, 12, 31))


def test_aliases_are_not_shared_between_kinds(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "Victoria,SYC,capital,,,Port Victoria,,\nVictoria,SWEGOV,person,,,,,\n")
    assert [e.code for e in load_actors(path) if e.name == "Port Victoria"] == ["SYC"]


def test_entry_dates_are_inclusive() -> None:
    entry = Entry("x", "NORGOV", "person", dt.date(2001, 1, 1), dt.date(2001, 12, 31))
    assert entry.valid(dt.date(2001, 1, 1))
    assert entry.valid(dt.date(2001, 12, 31))
    assert not entry.valid(dt.date(2000, 12, 31))
    assert not entry.valid(dt.date(2002, 1, 1))
    assert Entry("x", "NOR", "country").valid(dt.date(1066, 1, 1))


def test_optional_columns_may_be_absent_and_order_is_free(tmp_path: Path) -> None:
    assert load_actors(write(tmp_path, "code, kind ,name\nNOR,country,Norway\n")) == [
        Entry("Norway", "NOR", "country")
    ]


def test_quoted_cells_and_byte_order_mark(tmp_path: Path) -> None:
    path = write(tmp_path, '\ufeffname,code,kind\n"Berg, Ada",NORGOV,person\n')
    assert load_actors(path)[0].name == "Berg, Ada"


def test_missing_column(tmp_path: Path) -> None:
    (found,) = bad(tmp_path, "Norway,country\n", "name,kind\n")
    assert (found.line, found.message) == (1, "missing column code")
    assert found.hint == "Its columns are: name, kind"


def test_empty_file_lacks_all_columns(tmp_path: Path) -> None:
    (found,) = bad(tmp_path, "", "")
    assert found.message == "missing column name, code, kind"


def test_every_bad_row_is_reported_with_its_line(tmp_path: Path) -> None:
    found = bad(
        tmp_path,
        "Norway,nor,country,,,,,\n"
        "Oslo,NOR,capitol,,,,,\n"
        "Ada Berg,NORGOV,person,2001-13-01,,,,\n"
        "Bo Berg,NORGOV,person,2005-01-01,2001-01-01,,,\n"
        ",NOR,country,,,,,\n"
        "Chile,CHL,country,,,,,,a,b\n",
    )
    assert [(f.line, f.place) for f in found] == [
        (2, "code"), (3, "kind"), (4, "from"), (5, "until"), (6, "name"), (7, ""),
    ]  # fmt: skip
    assert found[1].hint == "Did you mean 'capital'?"
    assert found[3].message == "ends (2001-01-01) before it begins (2005-01-01)"
    assert found[5].message == "more cells than columns"


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes((HEADER + "Perú,PER,country,,,,,\n").encode("latin-1"))
    with pytest.raises(InvalidFile, match=r"latin\.csv: cannot be read"):
        load_actors(path)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="cannot be read"):
        load_agents(tmp_path / "none.csv")


def test_agents(tmp_path: Path) -> None:
    rows = "Police Officer,COP,strong,\nleader,GOV,weak,\nman,,strong,\n"
    path = write(tmp_path, "phrase,code,strength,note\n" + rows)
    assert load_agents(path) == [
        Agent("police officer", "COP", True),
        Agent("leader", "GOV", False),
        Agent("man", "", True),
    ]


def test_bad_agents(tmp_path: Path) -> None:
    path = write(tmp_path, "phrase,code,strength\npolice,cop,strong\narmy,MIL,stong\nnavy,MIL,\n")
    with pytest.raises(InvalidFile) as caught:
        load_agents(path)
    assert [(f.line, f.place) for f in caught.value.findings] == [
        (2, "code"),
        (3, "strength"),
        (4, "strength"),
    ]
