"""The error report: everything that went wrong, written as it happens so that it never fills memory."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from eventcoder.errors import EventcoderError, InputError, OutputError, sentence

SHOWN = 20
"""How many problems are kept to be shown at the end of a run; all of them are in the file."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the error report. `severity` is "error" (something was not coded) or "warning"."""

    severity: str
    where: str
    message: str

    @classmethod
    def of(cls, error: Exception, where: str = "") -> Problem:
        """The error as a problem; an InputError brings its own place."""
        if isinstance(error, InputError):
            return cls("error", error.where, sentence(error.message, error.hint))
        text = str(error) if isinstance(error, EventcoderError) else f"{type(error).__name__}: {error}"
        return cls("error", where, text)


@dataclass(slots=True)
class ErrorReport:
    """Collects problems and writes them to `path` (nowhere where it is None).

    The file is made with the first problem; an old one is removed, so that a file beside the output
    always belongs to it.
    """

    path: Path | None
    counts: Counter[str] = field(default_factory=Counter)
    first: list[Problem] = field(default_factory=list)
    _file: IO[str] | None = None
    _writer: Any = None

    def __post_init__(self) -> None:
        if self.path is not None:
            try:
                self.path.unlink(missing_ok=True)
            except OSError as error:
                raise OutputError(f"cannot write {self.path}: {error.strerror}.") from None

    def add(self, problem: Problem) -> None:
        self.counts[problem.severity] += 1
        if len(self.first) < SHOWN:
            self.first.append(problem)
        if self.path is None:
            return
        if self._writer is None:
            try:
                self._file = self.path.open("w", encoding="utf8", errors="replace", newline="")
            except OSError as error:
                raise OutputError(f"cannot write {self.path}: {error.strerror}.") from None
            self._writer = csv.writer(self._file, lineterminator="\n")
            self._writer.writerow(["severity", "where", "message"])
        self._writer.writerow([problem.severity, problem.where, problem.message])

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
