"""Gold as a research assistant types it into a spreadsheet: one row an event, all mistakes found at once."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from eventcoder.cells import delimiter, unguarded
from eventcoder.errors import Finding, InvalidFile, UsageError, did_you_mean
from eventcoder.evaluation.gold import Gold, GoldSentence, Triple, triple
from eventcoder.language.dates import parse_date
from eventcoder.model import NOBODY

COLUMNS = ("sentence_id", "text", "date", "source", "action", "target", "coder", "reading", "weight", "note")
"""The columns of a gold file. Those from `coder` on may be missing; others are for the coder's own use."""

NEEDED = ("sentence_id", "text", "action", "source", "target")
OPTIONAL = "optional"
_NO_ACTION = "a row with an actor needs the code of the act"


@dataclass(slots=True)
class Draft:
    """A sentence while its rows are read."""

    id: str
    coder: str
    text: str = ""
    date: dt.date | None = None
    weight: float = 1.0
    readings: dict[str, list[Triple]] = field(default_factory=lambda: {"1": []})
    optional: set[Triple] = field(default_factory=set)

    def sentence(self) -> GoldSentence:
        readings = tuple(tuple(events) for _, events in sorted(self.readings.items(), key=_reading_order))
        return GoldSentence(
            self.id, self.text, self.date, self.coder, readings, frozenset(self.optional), self.weight
        )


class GoldRows:
    """Reads the rows of a CSV or TSV file; raises InvalidFile with everything that is wrong in it."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.wrong: list[Finding] = []
        self._texts: dict[str, str] = {}
        self._dates: dict[str, dt.date] = {}
        self._weights: dict[str, float] = {}
        self._first: dict[str, int] = {}
        self._lines: dict[str, list[int]] = defaultdict(list)
        self._reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter(text))

    def gold(self) -> Gold:
        """The sentences by coder. Rows without a coder are not coded yet, where others have one."""
        self._check_header()
        rows = list(self._rows())
        named = any(row["coder"] for _, row in rows)
        if "coder" in (self._reader.fieldnames or []) and not any(row["action"] for _, row in rows):
            named = True  # a sample as it was drawn: an empty row is not yet a word on the sentence
        drafts: dict[tuple[str, str], Draft] = {}
        waiting: set[str] = set()
        for line, row in rows:
            self._common(line, row)
            if named and not row["coder"]:
                waiting.add(row["sentence_id"])
                if row["action"]:
                    self._complain(line, "coder", "it is empty, and other rows have one: say who coded this")
                elif row["source"] or row["target"]:
                    self._complain(line, "action", _NO_ACTION)
                continue
            key = (row["sentence_id"], row["coder"])
            self._add(line, row, drafts.setdefault(key, Draft(*key)))
        self._complete(drafts.values())
        coded = {name for name, _ in drafts}
        sentences = [draft.sentence() for draft in drafts.values()]
        return Gold(sentences, len(waiting - coded), self._acts_only, self._lines)

    def _complain(self, line: int, place: str, message: str, hint: str = "") -> None:
        self.wrong.append(Finding(str(self.path), line, place, message, hint))

    def _check_header(self) -> None:
        names = self._reader.fieldnames or []
        self._reader.fieldnames = header = [name.strip().lower() for name in names]
        no_gold(self.path, header)
        self._acts_only = "source" not in header and "target" not in header and "action" in header
        for name in NEEDED[:3] if self._acts_only else NEEDED:
            if name not in header:
                close = did_you_mean(name, header)
                hint = f"Is it {close!r}? Rename it" if close else f"The columns are: {', '.join(COLUMNS)}"
                self._complain(1, "", f"there is no column {name!r}", hint)
        if self.wrong:
            raise InvalidFile(self.wrong)

    def _rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Rows with their lines; empty ones, which spreadsheets leave at the end, are passed over."""
        for raw in self._reader:
            row = {name: (raw.get(name) or "").strip() for name in COLUMNS}
            if not any(row.values()):
                continue
            if not row["sentence_id"]:
                hint = "Every row of a sentence has its id; only the text may be left out below the first"
                self._complain(self._reader.line_num, "sentence_id", "it is empty", hint)
                continue
            if row["action"] == NOBODY and {row["source"], row["target"]} <= {NOBODY, ""}:
                row |= dict.fromkeys(("source", "action", "target"), "")
            yield self._reader.line_num, row

    def _common(self, line: int, row: Mapping[str, str]) -> None:
        """Text, date and weight: given once a sentence, or the same each time."""
        name, text = row["sentence_id"], unguarded(row["text"])
        self._first.setdefault(name, line)
        if text and self._texts.setdefault(name, text) != text:
            self._complain(line, "text", f"sentence {name!r} had another text before")
        if row["date"]:
            try:
                self._dates.setdefault(name, parse_date(row["date"]))
            except ValueError as error:
                self._complain(line, "date", str(error))
        if row["weight"]:
            weight = _number(row["weight"])
            if weight > 0:
                self._weights.setdefault(name, weight)
            else:
                self._complain(line, "weight", f"{row['weight']!r} is not a number above 0")

    def _add(self, line: int, row: Mapping[str, str], draft: Draft) -> None:
        reading = row["reading"].lower() or "1"
        if reading != OPTIONAL and not reading.isdecimal():
            message = f"{row['reading']!r} is none: leave it empty, or write 2, 3, ... or {OPTIONAL}"
            self._complain(line, "reading", message)
            return
        events = draft.readings.setdefault(reading, []) if reading != OPTIONAL else None
        if not row["action"]:
            if row["source"] or row["target"]:
                self._complain(line, "action", _NO_ACTION)
            return
        event = triple(row["source"], row["action"], row["target"])
        for code in set(event):
            self._lines[code].append(line)
        if events is None:
            draft.optional.add(event)
        else:
            events.append(event)

    def _complete(self, drafts: Iterable[Draft]) -> None:
        for draft in drafts:
            draft.text = self._texts.get(draft.id, "")
            draft.date = self._dates.get(draft.id)
            draft.weight = self._weights.get(draft.id, 1.0)
            if not draft.text:
                message = f"sentence {draft.id!r} has no text in any of its rows"
                self._complain(self._first[draft.id], "text", message)
        if self.wrong:
            raise InvalidFile(self.wrong)


def no_gold(path: Path, columns: Iterable[str]) -> None:
    """Raise UsageError where the columns are those of coded events: what a run wrote, and nobody by hand."""
    if {"document_id", "actor", "action"} <= set(columns):
        raise UsageError(
            f"{path} holds coded events, and no gold. A gold file holds sentences that somebody has coded by "
            f"hand, with the columns {', '.join(NEEDED)}; `eventcoder sample` draws one to fill in. To hold "
            f"these events against one: eventcoder evaluate GOLD.csv --events {path}"
        )


def known_date(value: object) -> dt.date | None:
    """The date, or None for an empty cell; raises ValueError."""
    return parse_date(str(value)) if value else None


def _number(text: str) -> float:
    """The number; a decimal comma is one too. 0 where it is none."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0


def _reading_order(item: tuple[str, list[Triple]]) -> int:
    return int(item[0])
