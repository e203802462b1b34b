"""Find the days on which the list of people has nobody in an office.

    python -m tests.build.offices            # holes of more than 90 days
    python -m tests.build.offices --days 0   # all of them, and two holders on one day

An office is known by the note of a row: "Prime minister", "Acting foreign minister". Heads of state and of
government are looked for in all states, foreign and defence ministers in the states that are reported most.
vacancies.csv beside this file says where an office did not exist or was empty.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.states import UN_MEMBERS

HERE = Path(__file__).resolve().parent
LEADERS = HERE.parents[1] / "codebooks" / "actors" / "leaders.csv"
VACANCIES = HERE / "vacancies.csv"
FIRST, LAST = dt.date(1990, 1, 1), dt.date(2025, 12, 31)
DAY = dt.timedelta(1)

TITLES = {
    "state": "President;King;Queen;Emir;Sultan;Prince;Grand duke;Regent;Head of state;Head of state and of the "
    "church;Military ruler;Leader;Supreme leader;Member of the presidency;Head of the presidency council;"
    "Governor general;Head of the ruling military council;Head of the transition;Head of the transitional council;"
    "Interim leader;Head of the Council of State;Nominal head of state",
    "government": "Prime minister;First prime minister;Second prime minister;Chancellor;Head of government;"
    "State counsellor",
    "foreign": "Foreign minister;Foreign secretary;Secretary of state",
    "defence": "Defence minister;Defence secretary;Defense secretary;Defense minister",
}  # fmt: skip
OFFICES = tuple(TITLES)
_OFFICE = {title.lower(): office for office, titles in TITLES.items() for title in titles.split(";")}
_ONLY_IN = {"chancellor": "DEU AUT", "foreign secretary": "GBR PHL", "secretary of state": "USA"}
"""Titles that are another office elsewhere: Pakistan's foreign secretary serves a minister."""
_FOR_A_WHILE = re.compile(r"^(?:acting|interim|caretaker|transitional|provisional) ")

MOST_REPORTED = tuple(
    """
    USA RUS SUN CHN GBR FRA DEU ISR PSE IRN IRQ SYR TUR UKR IND PAK AFG JPN KOR PRK SAU EGY LBN JOR YEM LBY
    SDN SOM ETH ERI NGA ZAF KEN COD UGA RWA ZWE VEN CUB COL MEX BRA ARG CAN AUS ITA ESP POL GRC CYP SRB YUG
    HRV GEO ARM AZE BLR IDN PHL THA MMR VNM TWN LKA BGD BGR
    """.split()
)
"""The states of the news, with the two that some of them came from and the Palestinians."""

FOUNDED = {
    "ARM": "1991-09-21", "AZE": "1991-10-18", "BIH": "1992-03-03", "BLR": "1991-08-25", "CZE": "1993-01-01",
    "ERI": "1993-05-24", "EST": "1991-08-20", "FSM": "1991-01-01", "GEO": "1991-04-09", "HRV": "1991-06-25",
    "KAZ": "1991-12-16", "KGZ": "1991-08-31", "KSV": "2008-02-17", "LTU": "1990-03-11", "LVA": "1991-08-21",
    "MDA": "1991-08-27", "MHL": "1991-01-01", "MKD": "1991-09-08", "MNE": "2006-06-03", "NAM": "1990-03-21",
    "PLW": "1994-10-01", "PSE": "1994-07-05", "RUS": "1991-12-26", "SRB": "2006-06-05", "SSD": "2011-07-09",
    "SVK": "1993-01-01", "SVN": "1991-06-25", "TJK": "1991-09-09", "TKM": "1991-10-27", "TLS": "2002-05-20",
    "UKR": "1991-08-24", "UZB": "1991-08-31",
}  # fmt: skip
"""First day of states that are younger than the list."""
ENDED = {"CSK": "1992-12-31", "YUG": "2006-06-04", "SUN": "1991-12-25"}

Row = Mapping[str, str]
Span = tuple[dt.date, dt.date]
"""First and last day."""


def offices(note: str, code: str) -> set[str]:
    """The offices that a note names: state and foreign of "Head of state and foreign minister"."""
    parts = (_FOR_A_WHILE.sub("", part.strip().lower()) for part in [note, *re.split(", |; | and ", note)])
    return {_OFFICE[part] for part in parts if part in _OFFICE and code in _ONLY_IN.get(part, code)}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def span(row: Row) -> Span:
    """The days of a row within those of the list."""
    since = dt.date.fromisoformat(row["from"]) if row["from"] else FIRST
    until = dt.date.fromisoformat(row["until"]) if row["until"] else LAST
    return max(since, FIRST), min(until, LAST)


def life(code: str) -> Span:
    """The days of a state within those of the list."""
    return span({"from": FOUNDED.get(code, ""), "until": ENDED.get(code, "")})


def holders(rows: Iterable[Row]) -> dict[tuple[str, str], list[tuple[Span, str]]]:
    """The people in each office of each state, by their days."""
    found: dict[tuple[str, str], list[tuple[Span, str]]] = defaultdict(list)
    for row in rows:
        if row["code"][3:] in ("GOV", "GOVMIL", "MIL") and row["kind"] == "person":
            for office in offices(row["note"], row["code"][:3]):
                found[row["code"][:3], office].append((span(row), row["name"]))
    return {key: sorted(people) for key, people in found.items()}


def without_holder() -> dict[tuple[str, str], list[Span]]:
    """The days on which an office needs no holder."""
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for row in rows_of(VACANCIES):
        found[row["code"], row["office"]].append(span(row))
    return found


def holes(life: Span, covered: Iterable[Span]) -> list[Span]:
    """The days of `life` that no span covers."""
    found, day = [], life[0]
    for since, until in sorted(covered):
        if since > day:
            found.append((day, min(since - DAY, life[1])))
        day = max(day, until + DAY)
        if day > life[1]:
            return found
    return [*found, (day, life[1])]


def days(span: Span) -> int:
    return (span[1] - span[0]).days + 1


def gaps(states: Iterable[str], office: str) -> Iterator[tuple[str, Span]]:
    """Every hole in an office of these states."""
    people, vacancies = holders(rows_of(LEADERS)), without_holder()
    for code in sorted(states):
        covered = [s for s, _ in people.get((code, office), ())] + vacancies.get((code, office), [])
        yield from ((code, hole) for hole in holes(life(code), covered) if days(hole) > 0)


def overlaps(states: Iterable[str], office: str) -> Iterator[tuple[str, Span, str]]:
    """Two holders of one office for more than a week: one of them may have a wrong date."""
    people = holders(rows_of(LEADERS))
    for code in sorted(states):
        held = people.get((code, office), [])
        for number, (one, name) in enumerate(held):
            for other, second in held[number + 1 :]:
                both = max(one[0], other[0]), min(one[1], other[1])
                if days(both) > 7 and name != second:
                    yield code, both, f"{name} and {second}"


def share(states: Iterable[str], office: str) -> float:
    """The share of the days on which somebody holds an office, of those on which it exists."""
    states = list(states)
    missing = sum(days(hole) for _, hole in gaps(states, office))
    return 1 - missing / sum(days(life(code)) for code in states)


def asked(office: str) -> set[str]:
    """The states in which an office is looked for."""
    everywhere = UN_MEMBERS | set(ENDED) | {"TWN", "KSV", "PSE", "VAT"}
    return set(MOST_REPORTED) if office in ("foreign", "defence") else everywhere


def long_gaps(office: str, least: int) -> list[tuple[str, Span]]:
    """The holes of an office that last longer than so many days."""
    return [(code, hole) for code, hole in gaps(asked(office), office) if days(hole) > least]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--days", type=int, default=90, help="holes of more days only")
    least = options.parse_args().days
    for office in OFFICES:
        states = asked(office)
        found = long_gaps(office, least)
        print(
            f"\n{office}: {share(states, office):.2%} covered, {len(found)} holes of more than {least} days"
        )
        for code, (since, until) in found:
            print(f"  {code} {since} {until} {days((since, until)):>6}")
        if not least:
            for code, (since, until), who in overlaps(states, office):
                print(f"  {code} {since} {until} both {who}")


if __name__ == "__main__":
    main()
