"""Reads gold files: CSV as a spreadsheet writes it, one row an event, or JSON Lines, one line a sentence.

All mistakes of a file are raised together, each with its line. docs/evaluate.md is the manual.
"""

from __future__ import annotations

import gzip
import io
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eventcoder.errors import Finding, InvalidFile, UsageError
from eventcoder.evaluation.gold import Gold, GoldSentence, Triple, all_events, triple
from eventcoder.evaluation.goldrows import GoldRows, known_date, no_gold
from eventcoder.model import NOBODY

_NULL = frozenset({"", NOBODY, "none", "None"})


def read_gold(path: Path) -> Gold:
    """The gold file; raises InvalidFile with all its mistakes, UsageError where it cannot be read at all."""
    text = read_text(path)
    name = path.name.removesuffix(".gz")
    if name.endswith((".jsonl", ".json")):
        return _read_lines(path, text)
    if name.endswith((".csv", ".tsv")):
        return GoldRows(path, text).gold()
    raise UsageError(f"{path}: a gold file is a .csv, .tsv or .jsonl file.")


def read_text(path: Path) -> str:
    """The text of a file, which may be gzipped. Raises UsageError with what to do about it."""
    try:
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        return data.decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file.") from None
    except UnicodeDecodeError:
        raise UsageError(
            f"{path} is not UTF-8. In a spreadsheet, save it as 'CSV UTF-8 (comma delimited)'."
        ) from None
    except (OSError, EOFError) as error:
        raise UsageError(f"{path}: cannot be read: {error}.") from None


def _read_lines(path: Path, text: str) -> Gold:
    wrong: list[Finding] = []
    drafts: dict[tuple[str, str], GoldSentence] = {}
    lines: dict[str, list[int]] = defaultdict(list)
    uncoded, acts_only = 0, False
    for number, record in _records(path, text, wrong):
        if not drafts and not wrong:
            no_gold(path, record)
        if record.get("events", ()) is None:
            uncoded += 1
            continue
        try:
            sentence = _sentence(record)
        except (ValueError, TypeError, AttributeError) as error:
            wrong.append(Finding(str(path), number, "", str(error)))
            continue
        acts_only |= "events" not in record
        for code in {code for event in all_events(sentence) for code in event}:
            lines[code].append(number)
        key = (sentence.id, sentence.coder)
        if key in drafts:
            wrong.append(Finding(str(path), number, "id", f"{sentence.id!r} stands in the file twice"))
        drafts[key] = sentence
    if wrong:
        raise InvalidFile(wrong)
    return Gold(tuple(drafts.values()), uncoded, acts_only, lines)


def _records(path: Path, text: str, wrong: list[Finding]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(io.StringIO(text), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            wrong.append(Finding(str(path), number, "", f"this is not JSON: {error}"))
            continue
        if not isinstance(record, dict):
            wrong.append(Finding(str(path), number, "", "a line must hold an object with named values"))
            continue
        yield number, record


def _sentence(record: dict[str, Any]) -> GoldSentence:
    """A line as a sentence; raises ValueError where something is missing. A `code` alone is an event."""
    name, text = record.get("sentence_id", record.get("id")), record.get("text")
    if not name or not text:
        raise ValueError("a line needs `id` and `text`")
    events = record.get("events", [record] if "code" in record or "action" in record else None)
    if events is None:
        raise ValueError("a line needs `events`: a list, [] where there is no event, null where not coded")
    readings = [events, *record.get("alternatives", ())]
    return GoldSentence(
        str(name),
        str(text),
        known_date(record.get("date")),
        str(record.get("coder") or ""),
        tuple(tuple(map(_event, reading)) for reading in readings),
        frozenset(map(_event, record.get("optional_events", ()))),
        float(record.get("weight") or 1),
    )


def _event(record: dict[str, Any]) -> Triple:
    action = record.get("action", record.get("code"))
    if not isinstance(action, str) or not action.strip():
        raise ValueError('an event needs `code`, as text: {"source": "RUS", "code": "036", "target": "TUR"}')
    source, target = (str(record.get(side) or "") for side in ("source", "target"))
    return triple("" if source in _NULL else source, action, "" if target in _NULL else target)
