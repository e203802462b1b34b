"""What was coded for the sentences of a gold file: by coding them now, or from the events of a run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from eventcoder.coding.coder import PRIMARY
from eventcoder.errors import UsageError
from eventcoder.evaluation.gold import GoldSentence, Triple, triple
from eventcoder.evaluation.goldfile import read_text
from eventcoder.hooks.components import Row
from eventcoder.hooks.registry import Registry
from eventcoder.model import NOBODY
from eventcoder.problems import Problem
from eventcoder.running.work import CodingWork
from eventcoder.settings import Coding

Predicted = Mapping[str, Sequence[Triple]]
"""Sentence id -> coded events."""

_NEEDED = ("document_id", "actor", "action", "target")
_BATCH = 64


def code_gold(
    sentences: Iterable[GoldSentence], coding: Coding, scheme: str, registry: Registry
) -> tuple[Predicted, list[Problem]]:
    """Codes each sentence as a document of its own; what could not be coded comes as problems."""
    code = CodingWork(coding, registry).start()
    rows: list[Row] = []
    problems: list[Problem] = []
    documents = [s.document() for s in sentences]
    for start in range(0, len(documents), _BATCH):
        result = code(documents[start : start + _BATCH])
        rows += result.rows
        problems += result.problems
    return _by_id(((row["document_id"], row) for row in rows), scheme), problems


def read_events(path: Path, gold: Iterable[GoldSentence], scheme: str) -> Predicted:
    """Events of a finished run, for the sentences of the gold file.

    A gold sentence is a document of the run, or one of a document's: then its id is DOCUMENT:NUMBER.
    Raises UsageError where no event belongs to any sentence, which cannot be what was meant.
    """
    column = "action" if scheme == PRIMARY else scheme
    rows = list(event_rows(path, (*_NEEDED, column)))
    wanted = {s.id for s in gold}
    documents = {row["document_id"] for row in rows} & wanted
    found = [(name, row) for row in rows if (name := _sentence_id(row, documents)) in wanted]
    if rows and not found:
        raise UsageError(
            f"{path}: none of its events belongs to a sentence of the gold file. Its documents are called "
            f"{rows[0]['document_id']!r}, ..., the sentences {min(wanted)!r}, ... A sentence of a story is "
            "called STORY:NUMBER."
        )
    return _by_id(found, scheme)


def _sentence_id(row: Row, documents: set[str]) -> str:
    name = row["document_id"]
    return name if name in documents else f"{name}:{row.get('sentence_number', '')}"


def event_rows(path: Path, needed: Sequence[str] = _NEEDED) -> Iterator[Row]:
    """The events that `eventcoder code` wrote, as CSV, TSV or JSON lines."""
    text = read_text(path)
    name = path.name.removesuffix(".gz")
    if name.endswith(".jsonl"):
        rows: Iterable[Row] = (json.loads(line) for line in text.splitlines() if line.strip())
    else:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if name.endswith(".tsv") else ",")
    for row in rows:
        missing = [column for column in needed if row.get(column) is None]
        if missing:
            raise UsageError(
                f"{path} has no column {missing[0]!r}. Give the events as `eventcoder code` writes them."
            )
        yield row


def _by_id(rows: Iterable[tuple[str, Row]], scheme: str) -> Predicted:
    """The events of each sentence; NOBODY stands for the code where the scheme has none."""
    found: dict[str, list[Triple]] = {}
    for name, row in rows:
        code = row["action"] if scheme == PRIMARY else row.get(scheme, "")
        found.setdefault(name, []).append(triple(row["actor"], code or NOBODY, row["target"]))
    return found
