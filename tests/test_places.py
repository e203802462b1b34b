"""The bundled lists of states, places, organisations and groups: consistent, complete, and right on dates."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from eventcoder.actors.lists import Entry, load_actors
from eventcoder.actors.names import role_on
from tests.build import coverage
from tests.conftest import ROOT
from tests.states import UN_MEMBERS

CODEBOOKS = ROOT / "codebooks"
LISTS = ("states", "places", "organisations", "groups")
FIRST, LAST = dt.date(1945, 1, 1), dt.date(2026, 12, 31)

ROLES = "|".join(
    """
    GOV GOVMIL MIL COP JUD LEG SPY OPP REB UAF CVL EDU LAB AGR REL REF MED HLH HRI BUS CRM PTY ELI MNC
    """.split()
)
REGIONS = (
    "AFR NAF WAF EAF CFR SAF ASA CAS SAS SEA EUR EEU BLK SCN CAU LAM SAM CRB MEA MDT PGS WST INT".split()
)
WITHOUT_A_STATE = re.compile(r"(IGO|NGO)([A-Z]{3}){0,2}|MNC|INT|IMG([A-Z]{3})?")

NO_CAPITAL = {
    "SGP": "a city that is a state",
    "BEL": "Brussels is a city in the list: where it acts, it is mostly the European Union",
}
NO_DEMONYM = {"DMA": '"Dominican" is taken by the Dominican Republic'}

TWO_CODES = {
    "Punjab": "provinces of India and of Pakistan: the country is left open",
    "Punjabi": "as Punjab",
    "Punjabis": "as Punjab",
}
"""Names that have two codes on one day, and why."""


def entries() -> Iterator[tuple[str, Entry]]:
    for name in (*LISTS, "leaders"):
        for entry in load_actors(CODEBOOKS / "actors" / f"{name}.csv"):
            yield name, entry


@pytest.fixture(scope="module")
def named() -> dict[str, list[tuple[str, Entry]]]:
    """List and entry of every name."""
    found: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for name, entry in entries():
        found[entry.name].append((name, entry))
    return found


def rows(path: str) -> list[dict[str, str]]:
    with (CODEBOOKS / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lands() -> set[str]:
    return {row["code"] for row in rows("actors/states.csv") if row["kind"] == "country"}


def overlap(a: Entry, b: Entry) -> bool:
    return (a.since or FIRST) <= (b.until or LAST) and (b.since or FIRST) <= (a.until or LAST)


def test_codes_are_known() -> None:
    countries = "|".join(sorted(lands()))
    known = re.compile(f"({countries})({ROLES})?|{'|'.join(REGIONS)}")
    unknown = {
        (name, e.code)
        for name, e in entries()
        if name != "leaders" and not known.fullmatch(e.code) and not WITHOUT_A_STATE.fullmatch(e.code)
    }
    assert not unknown


def test_no_name_has_two_codes_on_one_day(named: dict[str, list[tuple[str, Entry]]]) -> None:
    clashes = {
        name
        for name, found in named.items()
        for i, (first_list, first) in enumerate(found)
        for second_list, second in found[i + 1 :]
        if first.code != second.code and overlap(first, second) and {first_list, second_list} != {"leaders"}
    }
    assert clashes == set(TWO_CODES)


def test_no_row_stands_twice(named: dict[str, list[tuple[str, Entry]]]) -> None:
    twice = [
        (name, first.code)
        for name, found in named.items()
        for i, (_, first) in enumerate(found)
        for _, second in found[i + 1 :]
        if first.code == second.code and first.kind != "person" and overlap(first, second)
    ]
    # a demonym may be the name of the country too ("US troops"), and a city a province ("Kandahar")
    assert not [t for t in twice if {e.adjective for _, e in named[t[0]]} == {False}]


def test_dates_are_sane() -> None:
    wrong = [
        e
        for name, e in entries()
        if name != "leaders" and not FIRST <= (e.since or FIRST) <= (e.until or LAST) <= LAST
    ]
    assert not wrong


def test_names_are_written_like_names() -> None:
    odd = [e.name for name, e in entries() if name != "leaders" and (len(e.name) < 2 or "  " in e.name)]
    assert not odd
    articles = [e.name for name, e in entries() if name == "states" and e.name.startswith(("The ", "the "))]
    assert articles == ["the Diet"]  # a diet is something else


def test_states_have_a_row_a_demonym_and_a_capital() -> None:
    assert len(UN_MEMBERS) == 193
    states = rows("actors/states.csv")
    assert lands() >= UN_MEMBERS
    demonyms = {row["code"] for row in states if row["kind"] == "country" and row["adjectives"]}
    assert set(NO_DEMONYM) == UN_MEMBERS - demonyms
    assert set(NO_CAPITAL) == UN_MEMBERS - {row["code"] for row in states if row["kind"] == "capital"}


def test_table_of_countries_has_all_codes_once_a_day() -> None:
    table = rows("countries.csv")
    assert {row["code"] for row in table} == lands()
    for column in ("iso_numeric", "cow", "gw"):
        assert all(re.fullmatch(r"\d{0,3}", row[column]) for row in table)
    today = [row for row in table if not row["until"]]
    assert len({row["code"] for row in today}) == len(today)
    for column in ("iso_numeric", "cow", "gw"):
        numbers = [row[column] for row in today if row[column]]
        assert len(set(numbers)) == len(numbers), column
    assert all(row["cow"] and row["gw"] for row in today if row["code"] in UN_MEMBERS)


@pytest.mark.parametrize(
    ("code", "date", "cow", "gw"),
    [
        ("USA", "2000-01-01", "2", "2"),
        ("DEU", "1990-01-01", "260", "260"),
        ("DEU", "2000-01-01", "255", "260"),
        ("YEM", "2000-01-01", "679", "678"),
        ("RUS", "2000-01-01", "365", "365"),
        ("SRB", "2010-01-01", "345", "340"),
        ("TUV", "2010-01-01", "947", "973"),
        ("PSE", "2010-01-01", "", ""),
    ],
)
def test_numbers_of_other_data_sets(code: str, date: str, cow: str, gw: str) -> None:
    (row,) = [
        row
        for row in rows("countries.csv")
        if row["code"] == code and (row["from"] or "0") <= date <= (row["until"] or "9")
    ]
    assert (row["cow"], row["gw"]) == (cow, gw)


@pytest.mark.parametrize(
    ("name", "date", "code"),
    [
        ("Congo", "1994-07-01", "COG"),
        ("Congo", "2001-01-16", "COD"),
        ("Zaire", "1994-07-01", "COD"),
        ("Burma", "1990-05-27", "MMR"),
        ("Byelorussia", "1990-01-01", "BLR"),
        ("Spaniards", "2004-03-14", "ESP"),
        ("Kosovar", "1999-04-01", "KSV"),
        ("DPRK", "2006-10-09", "PRK"),
        ("Belgrade", "1999-03-24", "YUG"),
        ("Belgrade", "2008-02-18", "SRB"),
        ("Bonn", "1992-01-01", "DEU"),
        ("Moscow", "1990-01-01", "SUN"),
        ("Kremlin", "1995-01-01", "RUSGOV"),
        ("Pentagon", "2003-03-20", "USAGOVMIL"),
        ("Knesset", "2005-02-16", "ISRLEG"),
        ("KGB", "1991-08-19", "SUNSPY"),
        ("KGB", "2020-08-10", "BLRSPY"),
        ("Basra", "2007-09-03", "IRQ"),
        ("Bombay", "1993-03-12", "IND"),
        ("Gazprom", "2009-01-07", "RUSBUS"),
        ("Siemens", "2009-01-07", "MNC"),
        ("Bundesbank", "1992-09-16", "DEUGOV"),
        ("UNPROFOR", "1995-05-26", "IGOUNO"),
        ("ANC", "1989-06-01", "ZAFREB"),
        ("ANC", "1993-04-10", "ZAFOPP"),
        ("ANC", "1999-06-02", "ZAFGOV"),
        ("Taliban", "1995-01-01", "AFGREB"),
        ("Taliban", "1998-08-20", "AFGGOV"),
        ("Taliban", "2001-11-12", "AFGGOV"),
        ("Taliban", "2001-11-13", "AFGREB"),
        ("Taliban", "2021-08-14", "AFGREB"),
        ("Taliban", "2021-08-15", "AFGGOV"),
        ("RPF", "1994-04-07", "RWAREB"),
        ("RPF", "1995-04-07", "RWAGOV"),
        ("Unita", "2008-09-05", "AGOOPP"),
        ("SPLA", "2012-04-10", "SSDMIL"),
        ("Hamas", "2006-01-25", "PSEREB"),
        ("KLA", "1998-06-01", "KSVREB"),
        ("Solidarity", "1989-06-04", "POLOPP"),
        ("Solidarity", "1990-01-01", "POLGOV"),
        ("BJP", "1999-05-01", "INDGOV"),
        ("Likud", "1993-09-13", "ISROPP"),
        ("PML-N", "1999-10-11", "PAKGOV"),
        ("PML-N", "1999-10-12", "PAKOPP"),
        ("Golkar", "1998-05-21", "IDNGOV"),
        ("National Salvation Front", "1990-06-13", "ROUGOV"),
        ("National Salvation Front", "2013-01-25", "EGYOPP"),
        ("Punjab", "1991-01-01", ""),
    ],
)
def test_name_has_the_role_of_the_day(
    named: dict[str, list[tuple[str, Entry]]], name: str, date: str, code: str
) -> None:
    assert role_on([entry for _, entry in named[name]], dt.date.fromisoformat(date)) == code


@pytest.mark.parametrize(
    "name",
    [
        *"Congress Senate Parliament Labour Conservatives Kurds Victoria Male IS Orange Shell Apple".split(),
        *"Target Reading Mobile Jackson Lincoln Santander".split(),
        "Ministry of Defence",
        "National Security Council",
    ],
)
def test_name_that_would_be_wrong_more_often_than_right_is_left_out(
    named: dict[str, list[tuple[str, Entry]]], name: str
) -> None:
    assert name not in named


def test_the_page_has_the_tables_that_the_lists_give() -> None:
    page = coverage.PAGE.read_text("utf8")
    assert coverage.page_with_tables(page) == page, "run python tests/build/coverage.py"
