"""`eventcoder code`: options to settings, progress, and the summary at the end."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from eventcoder.counting import counted
from eventcoder.errors import UnknownName, UsageError
from eventcoder.language.dates import parse_date
from eventcoder.running.corpus import Corpus
from eventcoder.running.manifest import report_paths
from eventcoder.running.run import Outcome, run
from eventcoder.settings import Coding, Settings

_PARTS = ("reader", "extractor", "exporter", "backend")
_COLUMNS = ("id", "text", "date", "source")


def run_code(
    coding: Mapping[str, Any],
    settings: dict[str, Any],
    columns: Sequence[str],
    options: Sequence[str],
    quiet: bool,
    resume: bool,
) -> bool:
    """Run, report on standard error, and return whether anything could not be coded."""
    parts = component_options(columns, options)
    settings["date"] = given_date(settings["date"])
    try:
        checked = Settings(
            **settings,
            coding=Coding(**coding, extractor_options=parts["extractor"]),
            reader_options=parts["reader"],
            exporter_options=parts["exporter"],
            backend_options=parts["backend"],
        )
    except ValidationError as error:
        raise UsageError("; ".join(f"{e['loc'][-1]}: {e['msg']}" for e in error.errors()) + ".") from None
    console = Console(stderr=True, quiet=quiet, highlight=False)
    started = time.monotonic()
    outcome = _with_progress(checked, console, resume)
    if resume:
        console.print(f"Went on after {_stories(outcome.manifest.resumed_after)}.")
    _summary(outcome, checked, console, time.monotonic() - started)
    return bool(outcome.manifest.errors) or outcome.manifest.interrupted


def read_corpus(
    reading: Mapping[str, Any], coding: Mapping[str, Any], columns: Sequence[str], options: Sequence[str]
) -> tuple[Corpus, Coding]:
    """Corpus and coding of a command that looks at sentences: `reading` has paths, date, reader, output."""
    parts = component_options(columns, options)
    corpus = Corpus(
        reading["paths"],
        given_date(reading["date"]),
        reading["reader"],
        parts["reader"],
        reading.get("output", Path("-")),
    )
    return corpus, Coding(**coding, extractor_options=parts["extractor"])


def given_date(value: str | None) -> dt.date | None:
    """The value of --date; raises UsageError."""
    try:
        return None if value is None else parse_date(value)
    except ValueError as error:
        raise UsageError(f"--date: {error}") from None


def component_options(columns: Sequence[str], options: Sequence[str]) -> dict[str, dict[str, Any]]:
    """`--column text=BODY` and `--option extractor.max_words=200` as options of each component."""
    parts: dict[str, dict[str, Any]] = {part: {} for part in _PARTS}
    for given in columns:
        name, equals, value = given.partition("=")
        if not equals or not value:
            raise UsageError(f"--column {given}: write it as text=NAME_OF_THE_COLUMN.")
        if name not in _COLUMNS:
            raise UnknownName("column to name", name, _COLUMNS)
        parts["reader"][name] = value
    for given in options:
        name, equals, value = given.partition("=")
        part, dot, key = name.partition(".")
        if not equals or not dot:
            raise UsageError(
                f"--option {given}: write it as PART.NAME=VALUE, for example reader.encoding=cp1252."
            )
        if part not in _PARTS:
            raise UnknownName("part with options", part, _PARTS)
        parts[part][key] = value
    return parts


def _with_progress(settings: Settings, console: Console, resume: bool) -> Outcome:
    """Run with a line that counts documents and events, where somebody is looking."""
    if console.quiet or not sys.stderr.isatty():
        return run(settings, resume=resume)
    columns = (
        SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("loading", total=_size(settings.inputs))
        started = time.monotonic()

        def tick(counts: Counter[str]) -> None:
            rate = counts["documents"] / max(time.monotonic() - started, 0.001)
            done = f"{_stories(counts['documents'])}, {counted(counts['events'], 'event')}"
            text = f"{done} ({rate:,.0f} stories/s)"
            bar.update(task, description=text, completed=counts["characters"])

        return run(settings, progress=tick, resume=resume)


def _size(paths: Sequence[Path]) -> int | None:
    """Characters to read, more or less: bytes of all files; None where gzip hides how many."""
    files = [f for p in paths for f in (p.rglob("*") if p.is_dir() else [p]) if f.is_file()]
    if any(f.suffix == ".gz" for f in files):
        return None
    return sum(f.stat().st_size for f in files)


def _summary(outcome: Outcome, settings: Settings, console: Console, seconds: float) -> None:
    manifest, errors = outcome.manifest, outcome.errors
    counts = manifest.counts
    if manifest.interrupted:
        console.print(
            f"Interrupted after {_stories(counts['documents'])}; {settings.output} holds what was coded. "
            "The same command with --resume goes on."
        )
    console.print(
        f"{counted(counts['events'], 'event')} from {counts['sentences_with_events']:,} of "
        f"{counted(counts['sentences'], 'sentence')} in {_stories(counts['documents'])} "
        f"({seconds:.1f} s) -> {settings.output}",
        soft_wrap=True,
    )
    for problem in errors.first:
        console.print(f"{problem.severity}: {problem.where}: {problem.message}", markup=False, soft_wrap=True)
    paths = report_paths(settings.output)
    total = manifest.errors + manifest.warnings
    if total and paths:
        console.print(
            f"{counted(manifest.errors, 'error')} and {counted(manifest.warnings, 'warning')} -> {paths[1]}",
            soft_wrap=True,
        )


def _stories(number: int) -> str:
    return counted(number, "story", "stories")
