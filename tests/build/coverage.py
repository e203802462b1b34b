"""Count what the bundled actor lists hold, and put the tables into docs/actors.md.

    python tests/build/coverage.py

A name counts in a decade if one of its rows is valid on a day of it; people count in each role that they
held then. A test holds that the page has the tables that the lists give.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "actors.md"
LISTS = ("states", "places", "organisations", "groups", "leaders")
DECADES = {
    "1990-99": ("1990-01-01", "1999-12-31"), "2000-09": ("2000-01-01", "2009-12-31"),
    "2010-19": ("2010-01-01", "2019-12-31"), "2020-25": ("2020-01-01", "2025-12-31"),
}  # fmt: skip
BEGIN, END = "<!-- made by tests/build/coverage.py -->", "<!-- end -->"

KINDS = {
    "country": "states and territories", "capital": "capitals", "city": "cities", "region": "regions",
    "residence": "seats of power", "organisation": "organisations", "group": "armed groups and movements",
    "party": "parties",
}  # fmt: skip
ROLES = {
    "GOV": "government", "MIL": "armed forces", "LEG": "parliament", "JUD": "courts", "SPY": "secret services",
    "COP": "police", "OPP": "opposition", "REB": "rebels", "IGO": "organisations of states",
}  # fmt: skip
"""Roles of people, by the letters behind the country; the rest are counted together."""

Row = Mapping[str, str]


def rows() -> Iterator[Row]:
    """The rows of all bundled lists."""
    for name in LISTS:
        with (ROOT / "codebooks" / "actors" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def label(row: Row) -> str:
    """The line of the table in which a row counts."""
    if row["kind"] != "person":
        return KINDS[row["kind"]]
    code = row["code"]
    role = "IGO" if code.startswith("IGO") else "MIL" if code[3:] == "GOVMIL" else code[3:6]
    return "people: " + ROLES.get(role, "others")


def valid(row: Row, span: tuple[str, str]) -> bool:
    """Whether a row holds on a day of a decade; days compare as text."""
    return (row["from"] or "0000") <= span[1] and span[0] <= (row["until"] or "9999")


def tables(lists: Sequence[Row]) -> str:
    """The tables of the page, in Markdown."""
    names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in lists:
        for decade, span in DECADES.items():
            if valid(row, span):
                names[label(row)][decade].add(f"{row['name']} {row['code'][:3]}")
    labels = [*KINDS.values(), *("people: " + role for role in [*ROLES.values(), "others"])]
    lines = [f"| names valid in | {' | '.join(DECADES)} |", "|---|" + "--:|" * len(DECADES)]
    for line in labels:
        counts = [f"{len(names[line][decade]):,}" for decade in DECADES]
        lines.append(f"| {line} | {' | '.join(counts)} |")
    spellings = {n for r in lists for n in [r["name"], *cells(r["aliases"]), *cells(r["adjectives"])]}
    people = {r["name"] for r in lists if r["kind"] == "person"}
    lines += [
        "", f"All in all {len(lists):,} rows with {len(spellings):,} spellings, among them {len(people):,} people.",
    ]  # fmt: skip
    return "\n".join(lines)


def cells(text: str) -> list[str]:
    """The parts of a cell."""
    return [part.strip() for part in text.split(";") if part.strip()]


def page_with_tables(page: str) -> str:
    """The page with the tables as they are now."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{tables(list(rows()))}\n\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(page_with_tables(PAGE.read_text("utf8")), "utf8")
