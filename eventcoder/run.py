"""A run: documents in, a file of events out, with a manifest and an error report beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eventcoder.components import Backend, Exporter, Row
from eventcoder.documents import input_files, read_documents, sentences_of
from eventcoder.errors import PluginError
from eventcoder.loading import build_coder, load_labels
from eventcoder.manifest import Manifest, report_paths, write_manifest
from eventcoder.model import Document
from eventcoder.problems import ErrorReport, Problem
from eventcoder.registry import Registry
from eventcoder.settings import Coding, Settings

__all__ = ["Settings", "run"]

Progress = Callable[[Counter[str]], None]


@dataclass(slots=True)
class Result:
    """What became of a batch of documents: rows in order, problems, counts."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: the manifest that was written and the error report."""

    manifest: Manifest
    errors: ErrorReport


@dataclass(slots=True)
class CodingWork:
    """The job that a backend gives to its workers: build a coder once, then code batches."""

    coding: Coding
    registry: Registry | None = None
    _code: Callable[[Sequence[Document]], Result] | None = None

    def start(self) -> Callable[[Sequence[Document]], Result]:
        """The function that codes a batch; made once a process."""
        if self._code is None:
            self._code = self._build()
        return self._code

    def __getstate__(self) -> tuple[Coding, Registry | None]:
        return self.coding, self.registry

    def __setstate__(self, state: tuple[Coding, Registry | None]) -> None:
        self.coding, self.registry = state
        self._code = None

    def _build(self) -> Callable[[Sequence[Document]], Result]:
        coder = build_coder(self.coding, self.registry or Registry())
        labels = load_labels(self.coding)

        def code(documents: Sequence[Document]) -> Result:
            result = Result()
            sentences = []
            for document in documents:
                of_document, repeated = sentences_of(document)
                sentences += of_document
                result.counts["documents"] += 1
                result.counts["sentences_repeated"] += repeated
            for coded in coder.code(sentences):
                result.counts["sentences"] += 1
                result.counts["sentences_screened_out"] += coded.screened
                if coded.error is not None:
                    where = f"{coded.sentence.doc.id}, sentence {coded.sentence.index}"
                    blamed = PluginError(
                        coder.extractor, "coding a sentence", coded.error, "The sentence is left out"
                    )
                    result.problems.append(Problem.of(blamed, where))
                    result.counts["sentences_failed"] += 1
                result.counts["sentences_with_events"] += bool(coded.events)
                result.rows += [labels.row(event) for event in coded.events]
            result.counts["events"] += len(result.rows)
            return result

        return code


def run(settings: Settings, registry: Registry | None = None, progress: Progress | None = None) -> Outcome:
    """Code everything that `settings` names and write events, manifest and error report.

    One bad record, sentence or plugin never takes the rest with it: it is in the error report. An
    interruption (Ctrl-C) leaves a valid file of what was coded so far; the manifest says so.

    Raises UsageError, PluginError or InvalidFile before anything is written where the request
    itself is wrong, and OutputError where the output cannot be written.
    """
    own = registry or Registry()
    files, unread = input_files(settings.inputs, settings, own)
    exporter = _exporter(settings, own)
    work = CodingWork(settings.coding, registry)
    work.start()
    paths = report_paths(settings.output)
    report = ErrorReport(paths[1] if paths else None)
    try:
        manifest = Manifest.of(settings, own, files)
        for problem in (*unread, *map(Problem.of, own.problems)):
            report.add(problem)
        rows = _rows(_results(settings, own, work, files, report), manifest, report, progress)
        own.build(
            "exporters",
            exporter.name,
            settings.exporter_options,
            lambda component, options: component.write(rows, settings.output, options),
        )
        manifest.close(report.counts["error"], report.counts["warning"])
        if paths:
            write_manifest(manifest, paths[0])
    finally:
        report.close()
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
    settings: Settings, registry: Registry, work: CodingWork, files: Sequence[Path], report: ErrorReport
) -> Iterator[Result]:
    """Results of all batches, in order."""

    def make(backend: Backend, options: object) -> Iterator[Result]:
        batches = _batches(read_documents(files, settings, registry), settings.batch_size, report)
        return backend.build(options)(work, batches)

    return registry.build("backends", settings.backend, settings.backend_options, make)


def _batches(items: Iterable[Document | Problem], size: int, report: ErrorReport) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for item in items:
        if isinstance(item, Problem):
            report.add(item)
            continue
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _rows(
    results: Iterator[Result], manifest: Manifest, report: ErrorReport, progress: Progress | None
) -> Iterator[Mapping[str, str]]:
    try:
        for result in results:
            manifest.counts.update(result.counts)
            for problem in result.problems:
                report.add(problem)
            yield from result.rows
            if progress is not None:
                progress(manifest.counts)
    except KeyboardInterrupt:
        manifest.interrupted = True
