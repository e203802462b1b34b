"""What is doubtful in an actor list, though it can be read: `eventcoder actors check`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from eventcoder.actors.lists import Row, actor_rows
from eventcoder.actors.names import ActorIndex
from eventcoder.actors.tokens import keys_of
from eventcoder.errors import Finding, did_you_mean

ROLES = frozenset(
    """
    GOV MIL COP JUD LEG SPY OPP REB UAF CVL EDU LAB AGR REL REF MED HLH HRI BUS CRM PTY INS SEP ELI NGO ENV
    DEV MNC SET RAD MOD UIS IGO IMG INT
    """.split()
)
"""Roles of CAMEO, three letters each."""

_NO_COUNTRY = frozenset({"IGO", "NGO", "IMG", "MNC", "UIS", "INT"})
_ON_PURPOSE = "on purpose"
"""What a note says of a row whose names look doubtful and are meant."""
_COUNTRY_ONLY = frozenset({"country", "capital", "city"})
_EVER = dt.date.max
_NEVER = dt.date.min


def check_list(path: Path, index: ActorIndex) -> list[Finding]:
    """Everything that is wrong or doubtful in a list, in order of its lines.

    `index` holds the bundled lists, which tell what countries and role nouns there are.
    """
    rows, findings = actor_rows(path)
    where = str(path)
    regions = frozenset(e.code[:3] for e in index.entries if e.kind == "region")
    regions |= {row["code"][:3] for _, row in rows if row["kind"] in ("region", "country")}
    for line, row in rows:
        findings += [Finding(where, line, *problem) for problem in _doubts(row, index, regions)]
    findings += [Finding(where, line, *problem) for line, problem in _repeated(rows)]
    findings += [Finding(where, line, *problem) for line, problem in _overlaps(rows)]
    return sorted(findings, key=lambda finding: finding.line)


def _doubts(
    row: Mapping[str, str], index: ActorIndex, regions: frozenset[str]
) -> Iterator[tuple[str, str, str]]:
    """What is doubtful in one row."""
    yield from _code_doubts(row, index.countries, regions)
    for column in () if _meant(row) else ("name", "aliases"):
        for name in _names(row, column):
            if name.islower() and " " not in name:
                yield column, f"{name!r} is one word in lower case", "It will be found in ordinary text"
            elif len(name) < 2:
                yield column, f"{name!r} is too short for a name", ""
            elif not _proper(name) and index.is_role(name):
                yield column, f"{name!r} is a role noun", "Role nouns belong into the list of agents"
    for alias in _names(row, "aliases"):
        if alias == row["name"]:
            yield "aliases", f"{alias!r} repeats the name", "Remove it"


def _code_doubts(
    row: Mapping[str, str], countries: frozenset[str], regions: frozenset[str]
) -> Iterator[tuple[str, str, str]]:
    code, kind = row["code"], row["kind"]
    land, rest = code[:3], code[3:]
    if land not in countries | regions | _NO_COUNTRY | ROLES:
        close = did_you_mean(land, countries)
        yield (
            "code",
            f"{land!r} is no country that the lists know",
            f"Did you mean {close!r}?" if close else "",
        )
    if land in countries:
        if len(rest) % 3:
            yield "code", f"{code!r} is not made of groups of three letters", "Country, then roles"
        elif rest and rest[:3] not in ROLES:
            yield "code", f"{rest[:3]!r} is no role of CAMEO", f"Roles: {', '.join(sorted(ROLES))}"
        elif not rest and kind == "person":
            yield "code", "a person without a role", "Add one: GOV, OPP, REB, ..."
    if kind in _COUNTRY_ONLY and rest:
        yield "code", f"a {kind} has the code of its country only", f"Write {land}"


def _repeated(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    seen: dict[tuple[str, ...], int] = {}
    for line, row in rows:
        key = tuple(row[c] for c in ("name", "code", "kind", "from", "until"))
        if key in seen:
            yield (
                line,
                ("name", f"{row['name']!r} stands on line {seen[key]} already", "Remove one of the two"),
            )
        seen.setdefault(key, line)


def _overlaps(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """Two rows that give one name different codes on the same day."""
    by_name: dict[str, list[Row]] = {}
    for line, row in rows:
        for name in dict.fromkeys((row["name"], *_names(row, "aliases"))):
            for key in keys_of(name):
                by_name.setdefault(key, []).append((line, row))
    told: set[tuple[int, int]] = set()
    for same in by_name.values():
        for number, (line, row) in enumerate(same):
            for other, before in same[:number]:
                alike = row["code"] == before["code"] or _meant(row) or _meant(before)
                if (other, line) in told or alike or not _share_a_day(row, before):
                    continue
                told.add((other, line))
                what = f"{row['name']!r} is {row['code']}, by line {other} {before['code']} on the same days"
                yield line, ("from", what, "The code will be what both share; end the first role before")


def _share_a_day(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    (since, until), (from_, to) = _days(one), _days(other)
    return since is not None and from_ is not None and max(since, from_) <= min(until, to)


def _days(row: Mapping[str, str]) -> tuple[dt.date | None, dt.date]:
    """First and last day of a row; None where they are no dates, which is reported elsewhere."""
    try:
        since = dt.date.fromisoformat(row["from"]) if row["from"] else _NEVER
        return since, dt.date.fromisoformat(row["until"]) if row["until"] else _EVER
    except ValueError:
        return None, _EVER


def _meant(row: Mapping[str, str]) -> bool:
    return _ON_PURPOSE in row["note"].lower()


def _proper(name: str) -> bool:
    """Whether a role noun is written as the name of one body: "Home Office", but not "Police"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first[0].isupper() and all(w[0].isupper() for w in rest.split() if len(w) > 3)


def _names(row: Mapping[str, str], column: str) -> Iterable[str]:
    return (part.strip() for part in row[column].split(";") if part.strip())
