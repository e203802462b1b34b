"""`eventcoder explain`: finds the sentences that are asked for, codes them, and prints what happened."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from eventcoder.bench.explain_html import html_page
from eventcoder.bench.explain_json import as_json
from eventcoder.bench.explain_text import print_trace
from eventcoder.bench.runs import of_event
from eventcoder.bench.tracing import Trace, Tracer
from eventcoder.cli.coding import given_date, read_corpus
from eventcoder.cli.output import warn, write_page
from eventcoder.counting import counted
from eventcoder.errors import UsageError
from eventcoder.hooks.components import Extract, Lexicon
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document
from eventcoder.problems import Problem
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import build_coder, build_extractor
from eventcoder.settings import Coding

Asked = tuple[str | None, str | None, Path | None]


def run_explain(
    asked: Asked,
    reading: Mapping[str, Any],
    coding: Mapping[str, Any],
    columns: Sequence[str],
    options: Sequence[str],
    most: int,
    html: Path | None,
    as_text: bool,
) -> bool:
    """Explain and print; returns whether anything could not be read or coded."""
    traces, problems = _traces(asked, reading, coding, columns, options)
    if as_text:
        print(json.dumps([as_json(trace) for trace in traces], indent=2, ensure_ascii=False))
    elif html is None:
        console = Console(highlight=False)
        for number, trace in enumerate(traces):
            console.print("\n" * bool(number), end="")
            print_trace(trace, most, console)
    if html is not None:
        write_page(html, html_page(traces))
        Console(stderr=True, highlight=False).print(
            f"{counted(len(traces), 'sentence')} -> {html}", soft_wrap=True
        )
    warn(problems)
    failed = any(trace.coded.error is not None for trace in traces)
    return failed or any(problem.severity == "error" for problem in problems)


def _traces(
    asked: Asked,
    reading: Mapping[str, Any],
    coding: Mapping[str, Any],
    columns: Sequence[str],
    options: Sequence[str],
) -> tuple[list[Trace], list[Problem]]:
    text, event, run = asked
    if [text is not None, event is not None, bool(reading["paths"])].count(True) != 1:
        raise UsageError("give one of three: a sentence in quotes, --file, or --event with --run.")
    if (event is None) != (run is None):
        raise UsageError("--event and --run go together: eventcoder explain --event ID --run events.csv.")
    if event is not None and run is not None:
        registry = Registry()
        found = of_event(event, run, registry)
        settings = (found.coding or Coding()).model_copy(
            update={
                name: tuple(value) if isinstance(value, list) else value for name, value in coding.items()
            }
        )
        told = [
            t for t in tracer(settings, registry).trace(found.sentences) if t.sentence.index == found.number
        ]
        return told, found.differs(e for t in told for e in t.coded.events)
    corpus, settings = read_corpus(reading, coding, columns, options)
    trace = tracer(settings, corpus.registry).trace
    if text is not None:
        sentences = sentences_of(Document("text", text, given_date(reading["date"])))[0]
        if not sentences:
            raise UsageError("there is no sentence in the text that was given.")
        return list(trace(sentences)), []
    return [t for batch in corpus.batches() for t in trace(batch)], corpus.problems


def tracer(settings: Coding, registry: Registry) -> Tracer:
    """A tracer that codes as `settings` say."""

    def every(lexicon: Lexicon) -> Extract:
        return build_extractor(settings, registry, lexicon)

    return Tracer(build_coder(settings, registry, every_frame=True), every)
