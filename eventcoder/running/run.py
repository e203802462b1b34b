"""A run: documents in, a file of events out, with a manifest and an error report beside it."""

from __future__ import annotations

import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from eventcoder.actors.unknown import UnknownNames, write_unknown
from eventcoder.hooks.components import Exporter, Lost
from eventcoder.hooks.registry import Registry
from eventcoder.problems import ErrorReport, Problem
from eventcoder.running.batches import Batches
from eventcoder.running.documents import check_options, input_files, read_documents
from eventcoder.running.journal import Journal, journal_path
from eventcoder.running.manifest import Manifest, report_paths, write_manifest
from eventcoder.running.work import CodingWork, Result
from eventcoder.settings import Settings

__all__ = ["Settings", "run"]

_LISTED = 20

Progress = Callable[[Counter[str]], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: the manifest that was written and the error report."""

    manifest: Manifest
    errors: ErrorReport


class Interrupt:
    """Turns the first Ctrl-C into a request to stop after the current batch; the second one kills.

    So an interruption never hits the exporter half-way through a row.
    """

    def __init__(self) -> None:
        self.requested = False
        self._before: Any = None

    def __enter__(self) -> Interrupt:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._request)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _request(self, *_: object) -> None:
        self.requested = True
        signal.signal(signal.SIGINT, self._before)


def run(
    settings: Settings,
    registry: Registry | None = None,
    progress: Progress | None = None,
    resume: bool = False,
) -> Outcome:
    """Code everything that `settings` names and write events, manifest and error report.

    One bad record, sentence or plugin never takes the rest with it: it is in the error report. An
    interruption (Ctrl-C) leaves a valid file of what was coded so far; the manifest says so. With
    `resume` a run that was stopped, however roughly, goes on after its last batch.

    Raises UsageError, PluginError or InvalidFile before anything is written where the request
    itself is wrong, and OutputError where the output cannot be written.
    """
    own = registry or Registry()
    files, unread = input_files(settings.inputs, settings, own)
    check_options(files, settings, own)
    exporter = _exporter(settings, own)
    work = CodingWork(settings.coding, registry)
    work.start()
    paths = report_paths(settings.output)
    manifest = Manifest.of(settings, own, files)
    kept = Journal(journal_path(settings.output), manifest, settings.batch_size, resume)
    with kept as journal, closing(ErrorReport(paths[1] if paths else None)) as report:
        manifest.resumed_after = journal.done
        for problem in (*unread, *map(Problem.of, own.problems)):
            report.add(problem)
        batches = Batches(read_documents(files, settings, own), settings.batch_size, report)
        with Interrupt() as interrupt:
            unknown = UnknownNames()
            results = _results(settings, own, work, batches, journal)
            rows = _rows(results, batches, manifest, report, progress, interrupt, unknown)
            own.build(
                "exporters",
                exporter.name,
                settings.exporter_options,
                lambda component, options: component.write(rows, settings.output, options),
            )
        batches.close()
        manifest.close(report.counts["error"], report.counts["warning"])
        if paths:
            write_unknown(unknown, work.countries(), paths[2])
            manifest.unknown = unknown.summary(paths[2].name)
            write_manifest(manifest, paths[0])
        journal.finished = not manifest.interrupted
    return Outcome(manifest, report)


def _exporter(settings: Settings, registry: Registry) -> Exporter:
    if settings.exporter is not None:
        found: Exporter = registry.get("exporters", settings.exporter).value
        return found
    if str(settings.output) == "-":
        return _exporter(settings.model_copy(update={"exporter": "csv"}), registry)
    by_ending: Exporter = registry.by_suffix("exporters", settings.output).value
    return by_ending


def _results(
    settings: Settings, registry: Registry, work: CodingWork, batches: Batches, journal: Journal
) -> Iterator[Result]:
    """Results of all batches, in order: first those that an earlier run has left."""

    code = registry.build(
        "backends",
        settings.backend,
        settings.backend_options,
        lambda backend, options: backend.build(options),
    )

    def results() -> Iterator[Result]:
        done = 0
        for result in journal.recorded():
            done += result.documents
            batches.skip(done)
            yield result
        yield from journal.record(map(_as_result, code(work, batches)))

    return results()


def _as_result(item: Result | Lost) -> Result:
    """A result as it is; the death of a worker as a result without rows."""
    if isinstance(item, Result):
        return item
    lost = 0 if item.recovered else len(item.documents)
    return Result(problems=[_loss(item)], counts=Counter({"documents_lost": lost} if lost else {}))


def _loss(lost: Lost) -> Problem:
    """The death of a worker as a line of the error report."""
    held = ", ".join(document.id for document in lost.documents[:_LISTED])
    more = len(lost.documents) - _LISTED
    where = held + (f" and {more} more" if more > 0 else "")
    if lost.recovered:
        message = (
            "a worker process was killed while it held these documents, or some of them; they are coded again"
        )
        return Problem("warning", where, message)
    message = "the worker process that codes this document is killed each time; it is left out. "
    return Problem(
        "error", where, message + "Is there enough memory? Split the document, or use fewer workers."
    )


def _rows(
    results: Iterator[Result],
    batches: Batches,
    manifest: Manifest,
    report: ErrorReport,
    progress: Progress | None,
    interrupt: Interrupt,
    unknown: UnknownNames,
) -> Iterator[Mapping[str, str]]:
    for result in results:
        manifest.counts.update(result.counts)
        batches.coded(result.documents)
        unknown.add(result.unknown)
        for problem in result.problems:
            report.add(problem)
        yield from result.rows
        if progress is not None:
            progress(manifest.counts)
        if interrupt.requested:
            manifest.interrupted = True
            return
