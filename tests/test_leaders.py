"""The list of people: free of contradictions, careful with short names. Who is missing: test_offices.py."""

from __future__ import annotations

import csv
import itertools
from collections import defaultdict
from pathlib import Path

import pytest

ACTORS = Path(__file__).parent.parent / "codebooks" / "actors"
KNOWN = {"Clinton", "Ghannouchi"}
"""Surnames of two people in office whom only the country unites: a president and a senator, for example."""

Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    with (ACTORS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def leaders() -> list[Row]:
    return rows_of("leaders")


def span(row: Row) -> tuple[str, str]:
    """First and last day, which compare as text."""
    return row["from"] or "0000", row["until"] or "9999"


def overlap(one: Row, other: Row) -> bool:
    return span(one)[0] <= span(other)[1] and span(other)[0] <= span(one)[1]


def test_nobody_holds_two_roles_on_one_day(leaders: list[Row]) -> None:
    people: dict[str, list[Row]] = defaultdict(list)
    for row in leaders:
        people[row["name"]].append(row)
    pairs = itertools.chain.from_iterable(itertools.combinations(rows, 2) for rows in people.values())
    assert not [(a, b) for a, b in pairs if a["code"] != b["code"] and overlap(a, b)]


def test_no_row_stands_twice_or_ends_before_it_begins(leaders: list[Row]) -> None:
    keys = [(r["name"], r["code"], r["from"], r["until"]) for r in leaders]
    assert len(keys) == len(set(keys))
    assert not [r for r in leaders if span(r)[0] > span(r)[1]]


def test_a_surname_alone_means_one_role_on_a_day(leaders: list[Row]) -> None:
    """Of two people who are in office on one day, only one is found by the surname alone."""
    holders: dict[str, set[str]] = defaultdict(set)
    people: dict[str, list[Row]] = defaultdict(list)
    for row in leaders:
        people[row["name"]].append(row)
        for alias in filter(None, row["aliases"].split(";")):
            if " " not in alias:
                holders[alias].add(row["name"])
    unclear = {}
    for alias, names in holders.items():
        for one, other in itertools.combinations(sorted(names), 2):
            pairs = itertools.product(people[one], people[other])
            if any(a["code"] != b["code"] and overlap(a, b) for a, b in pairs):
                unclear[alias] = (one, other)
    assert unclear.keys() <= KNOWN, unclear


def test_a_name_of_a_person_is_in_no_other_list(leaders: list[Row]) -> None:
    taken: set[str] = set()
    for other in ("states", "places", "organisations", "groups"):
        for row in rows_of(other):
            cells = ";".join((row["name"], row["aliases"], row["adjectives"]))
            taken.update(filter(None, cells.split(";")))
    names = {n for r in leaders for n in [r["name"], *r["aliases"].split(";")] if n}
    assert names & taken == set()


@pytest.mark.parametrize(
    "word",
    "Brown May King Major Church Smith Jordan Rice Straw Cook Hunt Price Day Lee Kim Park Ali Ma "
    "Garcia Lopez Sanchez Martinez Johnson Jones Baker Powers Grace Hope Young Long Little Good Ford".split(),
)
def test_a_common_word_or_surname_is_nobody_alone(word: str, leaders: list[Row]) -> None:
    assert not [r["name"] for r in leaders if word in [r["name"], *r["aliases"].split(";")]]


def test_leaders_with_common_surnames_are_in_the_list(leaders: list[Row]) -> None:
    with (ACTORS.parent / "surnames.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    governing: set[str] = set()
    for row in leaders:
        if row["code"].endswith("GOV"):
            governing |= {row["name"], *row["aliases"].split(";")}
    assert not [row for row in rows if row["name"] not in governing]
    assert not [row for row in rows if row["surname"] not in row["name"]]
