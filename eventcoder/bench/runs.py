"""The sentence of an event that a run wrote, with the story it stood in and the settings of the run."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from eventcoder.errors import EventcoderError, UnknownName, UsageError
from eventcoder.evaluation.predicted import event_rows
from eventcoder.hooks.components import Row
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document, Event, Sentence
from eventcoder.problems import Problem
from eventcoder.running.documents import input_files, read_documents, sentences_of
from eventcoder.running.manifest import report_paths
from eventcoder.settings import Coding, Settings


@dataclass(frozen=True, slots=True)
class Asked:
    """An event of a run: its row, the sentences of its story, the number of its own, and how the run coded.

    `coding` is None where no manifest tells how it did; `alone` is true where the story cannot be read as it
    was, so that only the sentence is left of it.
    """

    row: Row
    run: Path
    sentences: list[Sentence]
    number: int
    coding: Coding | None
    alone: bool = False

    def differs(self, coded: Iterable[Event]) -> list[Problem]:
        """What to know before the explanation is believed: that it is not that of the row."""
        where = f"{self.run}, event {self.row['event_id']}"
        found: list[Problem] = []
        if self.coding is None:
            found.append(Problem(
                "warning", where, "there is no manifest beside the events, so the sentence is coded with the "
                "settings that were given here. Name the codebooks of the run with --codebook, or keep its "
                "files together.",
            ))  # fmt: skip
        if self.alone and self.coding is not None:
            found.append(Problem(
                "warning", where, "the text of the story is gone, or is another than in the run. "
                "The sentence is explained alone, as the run wrote it down: whom it refers back to is lost.",
            ))  # fmt: skip
        told = tuple(self.row[name] for name in ("actor", "action", "target", "pattern"))
        if told not in {(e.actor.code, e.action, e.target.code, e.pattern) for e in coded}:
            why = (
                "without its story."
                if self.alone
                else "any more: codebooks, actor lists or settings are others than in the run."
            )
            found.append(Problem(
                "warning", where, f"the row says {' '.join(told[:3])}, by {told[3]}, and the sentence is not "
                f"coded so {why}",
            ))  # fmt: skip
        return found


def of_event(event: str, run: Path, registry: Registry) -> Asked:
    """An event of a run, by the first digits of its id.

    Where the story cannot be read any more, the sentence stands alone; then nothing refers back.
    Raises UsageError or UnknownName where there is no such event.
    """
    row = _row(event, list(event_rows(run)), run)
    number = int(row["sentence_number"])
    settings = _settings(run)
    coding = settings.coding if settings else None
    story = _story(row["document_id"], settings, registry) if settings else None
    if story is not None:
        sentences = sentences_of(story)[0]
        if any(s.index == number and s.text == row["sentence"] for s in sentences):
            return Asked(row, run, sentences, number, coding)
    date = dt.date.fromisoformat(row["date"]) if row["date"] else None
    alone = Sentence(Document(row["document_id"], row["sentence"], date), number, row["sentence"])
    return Asked(row, run, [alone], number, coding, alone=True)


def _row(event: str, rows: list[Row], run: Path) -> Row:
    if rows and "event_id" not in rows[0]:
        raise UsageError(f"{run} has no column 'event_id'. Give the events as `eventcoder code` writes them.")
    found = [row for row in rows if row["event_id"].startswith(event)]
    if not found:
        raise UnknownName(
            "event", event, (row["event_id"] for row in rows), f"All are in the column event_id of {run}"
        )
    if len({(row["document_id"], row["sentence_number"]) for row in found}) > 1:
        close = ", ".join(row["event_id"] for row in found[:3])
        raise UsageError(
            f"{len(found)} events of {run} begin with {event!r}: {close}, ... Give more of the id."
        )
    return found[0]


def _settings(run: Path) -> Settings | None:
    """How the run coded, from the manifest beside its events; None where that is missing."""
    paths = report_paths(run)
    try:
        text = paths[0].read_text("utf8") if paths else ""
        return Settings.model_validate(json.loads(text)["settings"]) if text else None
    except (OSError, ValueError, KeyError, ValidationError):
        return None


def _story(name: str, settings: Settings, registry: Registry) -> Document | None:
    """The document of that id, if the files of the run are still there."""
    try:
        files, _ = input_files(settings.inputs, settings, registry)
        documents: Iterable[Document | Problem] = read_documents(files, settings, registry)
        return next((d for d in documents if isinstance(d, Document) and d.id == name), None)
    except EventcoderError:
        return None
