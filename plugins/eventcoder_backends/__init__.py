"""Backends: ways of running the coder over many documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import Field

from eventcoder import Backend, Lost, Options, Work, hookimpl

Run = Callable[[Work[Any, Any], Iterable[Any]], Iterator[Any]]


class ProcessOptions(Options):
    """How many worker processes, and how many batches wait for each."""

    workers: int = Field(default=os.cpu_count() or 1, ge=1, description="Worker processes")
    ahead: int = Field(default=3, ge=1, description="Batches a worker that are read ahead")


def build_serial(options: Options) -> Run:
    """One batch after the other, in this process."""

    def run(work: Work[Any, Any], batches: Iterable[Any]) -> Iterator[Any]:
        code = work.start()
        for batch in batches:
            yield code(batch)

    return run


def build_processes(options: ProcessOptions) -> Run:
    """Batches spread over worker processes; results come back in the order of the batches."""

    def run(work: Work[Any, Any], batches: Iterable[Any]) -> Iterator[Any | Lost]:
        from eventcoder_backends.processes import WorkerPool

        with WorkerPool(work, options.workers) as pool:
            yield from pool.map(batches, options.workers * options.ahead)

    return run


@hookimpl
def eventcoder_backends() -> Iterable[Backend]:
    return [
        Backend("serial", "one batch after the other, in this process", build_serial),
        Backend(
            "processes",
            "batches spread over worker processes (--workers N)",
            build_processes,
            options=ProcessOptions,
        ),
    ]
