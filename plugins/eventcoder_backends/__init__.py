"""Backends: ways of running the coder over many documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from eventcoder import Backend, Options, Work, hookimpl


def build_serial(options: Options) -> Callable[[Work[Any, Any], Iterable[Any]], Iterator[Any]]:
    """One batch after the other, in this process."""

    def run(work: Work[Any, Any], batches: Iterable[Any]) -> Iterator[Any]:
        code = work.start()
        for batch in batches:
            yield code(batch)

    return run


@hookimpl
def eventcoder_backends() -> Iterable[Backend]:
    return [Backend("serial", "one document after the other, in this process", build_serial)]
