"""Actor lists: CSV files that name countries, cities, organisations, groups and people with dates.

One row is one name in one role: `name, code, kind, from, until, aliases, adjectives, note`, where the
cells `aliases` and `adjectives` hold alternatives separated by ";". A person who held three offices has
three rows. Agents (generic role nouns) have a list of their own: `phrase, code, strength, note`.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventcoder.errors import Finding, InvalidFile, did_you_mean

KINDS = (
    "country", "capital", "city", "residence", "region", "organisation", "group", "party", "person",
)  # fmt: skip
STRENGTHS = ("strong", "weak")

_CODE = re.compile(r"[A-Z]{3,12}")
_ACTOR_COLUMNS = ("name", "code", "kind", "from", "until", "aliases", "adjectives", "note")
_AGENT_COLUMNS = ("phrase", "code", "strength", "note")

Row = tuple[int, dict[str, str]]
"""The line on which a row ends, and its cells by column."""

Problems = Callable[[Mapping[str, str]], Iterator[tuple[str, str, str]]]

NEEDS_LAND = frozenset({"GOV", "GOVMIL", "SPY"})
"""Roles that are nobody without a country: "top diplomats" of no government in particular."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in one role; `adjective` marks demonyms. `since` and `until` are inclusive."""

    name: str
    code: str
    kind: str
    since: dt.date | None = None
    until: dt.date | None = None
    adjective: bool = False

    def valid(self, date: dt.date) -> bool:
        return (self.since is None or self.since <= date) and (self.until is None or date <= self.until)


@dataclass(frozen=True, slots=True)
class Agent:
    """A role noun. A weak one ("leader") gives way to another role in its phrase ("rebel leader")."""

    phrase: str
    code: str
    strong: bool


def load_actors(path: Path) -> list[Entry]:
    """Entries of an actor list, one for each name, alias and adjective of each row.

    Raises InvalidFile with a finding for every bad row.
    """
    entries: list[Entry] = []
    aliases: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    numbered, findings = actor_rows(path)
    if findings:
        raise InvalidFile(findings)
    rows = [row for _, row in numbered]
    for row in rows:
        key = (row["kind"], row["name"])
        names, adjectives = aliases.setdefault(key, ([], []))
        names += [n for n in _several(row["aliases"]) if n not in names]
        adjectives += [a for a in _several(row["adjectives"]) if a not in adjectives]
    for row in rows:
        names, adjectives = aliases[row["kind"], row["name"]]
        since, until = _date(row["from"]), _date(row["until"])
        for name in dict.fromkeys([row["name"], *names]):
            entries.append(Entry(name, row["code"], row["kind"], since, until))
        for name in adjectives:
            entries.append(Entry(name, row["code"], row["kind"], since, until, adjective=True))
    return entries


def load_agents(path: Path) -> list[Agent]:
    """Agents of an agent list. Raises InvalidFile with a finding for every bad row."""
    rows, findings = _rows(path, _AGENT_COLUMNS, required=("phrase", "strength"), check=_agent_problems)
    if findings:
        raise InvalidFile(findings)
    return [Agent(r["phrase"].lower(), r["code"], r["strength"] == "strong") for _, r in rows]


def actor_rows(path: Path) -> tuple[list[Row], list[Finding]]:
    """Rows of an actor list with their lines, and a finding for every bad one."""
    return _rows(path, _ACTOR_COLUMNS, required=("name", "code", "kind"), check=actor_problems)


def actor_problems(row: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """What is wrong in the cells of a row: column, message, hint."""
    if row["code"] and not _CODE.fullmatch(row["code"]):
        yield "code", f"{row['code']!r} is not an actor code", "Codes are 3 to 12 capital letters"
    if row["kind"] and row["kind"] not in KINDS:
        close = did_you_mean(row["kind"], KINDS)
        hint = f"Did you mean {close!r}?" if close else f"Kinds: {', '.join(KINDS)}"
        yield "kind", f"unknown kind {row['kind']!r}", hint
    dates = []
    for column in ("from", "until"):
        try:
            dates.append(_date(row[column]))
        except ValueError:
            yield column, f"{row[column]!r} is not a date", "Write dates as 2017-11-14"
    if len(dates) == 2 and dates[0] and dates[1] and dates[0] > dates[1]:
        yield "until", f"ends ({row['until']}) before it begins ({row['from']})", ""


def _agent_problems(row: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    if row["code"] and not _CODE.fullmatch(row["code"]):
        yield "code", f"{row['code']!r} is not a role code", "Codes are 3 to 12 capital letters"
    if row["strength"] and row["strength"] not in STRENGTHS:
        yield "strength", f"unknown strength {row['strength']!r}", "Write strong or weak"


def _rows(
    path: Path, columns: Sequence[str], required: Sequence[str], check: Problems
) -> tuple[list[Row], list[Finding]]:
    """The rows of a CSV file with every column present as text, and all mistakes in them.

    Raises InvalidFile where it has no rows to look at: it cannot be read, or lacks a column.
    """
    reader = csv.DictReader(io.StringIO(_read(path), newline=""))
    header = [name.strip() for name in reader.fieldnames or ()]
    if missing := [c for c in required if c not in header]:
        hint = f"Its columns are: {', '.join(header) or 'none'}"
        raise InvalidFile([Finding(str(path), 1, "", f"missing column {', '.join(missing)}", hint)])
    reader.fieldnames = header
    findings: list[Finding] = []
    rows: list[Row] = []
    for raw in reader:
        line = reader.line_num
        if None in raw:
            what = "more cells than columns"
            findings.append(Finding(str(path), line, "", what, "Quote cells that contain a comma"))
        row = {column: (raw.get(column) or "").strip() for column in columns}
        for column in required:
            if not row[column]:
                findings.append(Finding(str(path), line, column, "the cell is empty"))
        findings += [Finding(str(path), line, *problem) for problem in check(row)]
        rows.append((line, row))
    return rows, findings


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _date(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        message = f"cannot be read: {error}"
        raise InvalidFile([Finding(str(path), 0, "", message, "Save the file as CSV in UTF-8")]) from None
