"""Who held an office: nobody is missing among heads of state and government, few among ministers."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.build import offices
from tests.build.offices import Span

SOME_DAYS = 90
"""A state may be without a head for so long, between two governments for example."""
FLOORS = {"foreign": 0.99, "defence": 0.98}
"""Share of the days on which a minister of the most reported states must be known."""


def span(first: str, last: str) -> Span:
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last)


@pytest.mark.parametrize("office", ["state", "government"])
def test_every_state_has_a_head_on_every_day(office: str) -> None:
    assert offices.long_gaps(office, SOME_DAYS) == [], "find who it was, or why nobody, in vacancies.csv"


@pytest.mark.parametrize(("office", "floor"), FLOORS.items())
def test_ministers_of_the_most_reported_states(office: str, floor: float) -> None:
    assert offices.share(offices.MOST_REPORTED, office) >= floor


def test_vacancies_are_of_known_states_and_offices() -> None:
    rows = offices.rows_of(offices.VACANCIES)
    assert {row["office"] for row in rows} <= set(offices.OFFICES)
    assert {row["code"] for row in rows} <= offices.asked("state")
    assert all(row["why"] for row in rows)
    assert all(offices.days(offices.span(row)) > 0 for row in rows)
    assert rows == sorted(rows, key=lambda row: tuple(row.values()))


def test_holes_are_the_days_that_nobody_covers() -> None:
    life = span("2000-01-01", "2009-12-31")
    held = [
        span("2001-01-01", "2002-12-31"),
        span("2001-06-01", "2001-07-01"),
        span("2003-01-01", "2004-12-31"),
    ]
    assert offices.holes(life, held) == [
        span("2000-01-01", "2000-12-31"),
        span("2005-01-01", "2009-12-31"),
    ]
    assert offices.holes(life, [life]) == []
    assert offices.holes(life, []) == [life]


@pytest.mark.parametrize(
    ("note", "code", "found"),
    [
        ("Prime minister", "FRA", {"government"}),
        ("Acting foreign minister", "FRA", {"foreign"}),
        (
            "Prime minister, foreign minister and defence minister",
            "ISR",
            {"government", "foreign", "defence"},
        ),
        ("Head of the transitional council", "LBY", {"state"}),
        ("Foreign secretary", "GBR", {"foreign"}),
        ("Foreign secretary", "PAK", set()),
        ("Deputy prime minister", "FRA", set()),
        ("President of Tatarstan", "RUS", set()),
    ],
)
def test_office_of_a_note(note: str, code: str, found: set[str]) -> None:
    assert offices.offices(note, code) == found
