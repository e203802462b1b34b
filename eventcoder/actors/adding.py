"""Reviewed names into an actor list: `eventcoder actors add`."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from eventcoder.actors.lists import actor_problems, actor_rows
from eventcoder.cells import delimiter, unguarded
from eventcoder.errors import Finding, InvalidFile, OutputError, UsageError

COLUMNS = ("name", "code", "kind", "from", "until", "aliases", "adjectives", "note")

_YES = frozenset({"yes", "y", "x", "1", "true", "ja", "oui", "si"})
_NO = frozenset({"", "no", "n", "0", "false"})


def add_reviewed(file: Path, to: Path) -> tuple[int, int]:
    """Append the reviewed rows to the list `to`; returns how many were added and how many it had.

    Raises InvalidFile with all mistakes in the reviewed rows, and writes nothing then.
    """
    taken = _taken(file)
    known: set[tuple[str, str, str, str]] = set()
    if to.exists():
        rows, findings = actor_rows(to)
        if findings:
            raise InvalidFile(findings)
        known = {_key(row) for _, row in rows}
    new = [row for row in taken if _key(row) not in known]
    if new:
        _append(to, new)
    return len(new), len(taken) - len(new)


def _key(row: Mapping[str, str]) -> tuple[str, str, str, str]:
    return row["name"], row["code"], row["from"], row["until"]


def _taken(file: Path) -> list[dict[str, str]]:
    """The rows that the reviewer wants, checked."""
    if not file.is_file():
        raise UsageError(f"{file}: there is no such file.")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}. Save it as CSV in UTF-8.") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    if not {"take", "name", "code", "kind"} <= set(reader.fieldnames or ()):
        raise UsageError(
            f"{file} is no review file: it needs the columns take, name, code and kind. "
            "`eventcoder code` writes one beside its output: events.unknown.csv."
        )
    findings: list[Finding] = []
    taken: dict[tuple[str, str, str, str], dict[str, str]] = {}
    for raw in reader:
        answer = (raw["take"] or "").strip().lower()
        if answer not in _YES | _NO:
            findings.append(Finding(str(file), reader.line_num, "take", f"{answer!r} is neither yes nor no"))
        if answer not in _YES:
            continue
        row = {column: (raw.get(column) or "").strip() for column in COLUMNS}
        row["name"] = unguarded(row["name"])
        for column in ("name", "code", "kind"):
            if not row[column].strip("'"):
                findings.append(Finding(str(file), reader.line_num, column, "the cell is empty"))
        findings += [Finding(str(file), reader.line_num, *problem) for problem in actor_problems(row)]
        taken.setdefault(_key(row), row)
    if findings:
        raise InvalidFile(findings)
    return list(taken.values())


def _append(to: Path, rows: Sequence[Mapping[str, str]]) -> None:
    try:
        old = to.read_text(encoding="utf-8-sig") if to.exists() else ""
        header = [name.strip() for name in next(csv.reader(io.StringIO(old)), COLUMNS)]
        lacking = [c for c in COLUMNS if c not in header and any(row[c] for row in rows)]
        if lacking:
            raise UsageError(
                f"{to} has no column {lacking[0]!r}, which the new names fill. Add it to its head."
            )
        output = io.StringIO(newline="")
        writer = csv.DictWriter(output, header, extrasaction="ignore", lineterminator="\n")
        if not old:
            writer.writeheader()
        writer.writerows(rows)
        gap = "\n" if old and not old.endswith("\n") else ""
        to.write_text(old + gap + output.getvalue(), encoding="utf8")
    except OSError as error:
        raise OutputError(f"cannot write {to}: {error.strerror}.") from None
