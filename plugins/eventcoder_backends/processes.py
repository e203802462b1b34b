"""Worker processes that survive the death of one of them.

`concurrent.futures` with spawned processes: each builds the coder once, plain rows come back. When the
system kills a worker (out of memory, mostly), the pool is made anew, and what was under way is coded
again: first batch by batch and, where a batch kills its worker again, document by document, so that
only what really cannot be coded is given up.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from eventcoder import Lost, Work

_code: Callable[[Any], Any] | None = None


def _start(work: Work[Any, Any]) -> None:
    """Runs once in each worker. Ctrl-C is the main process's business."""
    global _code
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _code = work.start()


def _run(batch: Any) -> Any:
    assert _code is not None
    return _code(batch)


class WorkerPool:
    """A pool that is made anew when a worker dies. Use it as a context manager."""

    def __init__(self, work: Work[Any, Any], workers: int) -> None:
        self.work = work
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def map(self, batches: Iterable[Sequence[Any]], window: int) -> Iterator[Any | Lost]:
        """Results in the order of the batches; at most `window` batches are under way.

        Where a worker was killed, a Lost says which documents it may have held, before the results
        of the second try.
        """
        under_way: deque[tuple[Sequence[Any], Future[Any]]] = deque()
        source = iter(batches)
        exhausted = False
        while under_way or not exhausted:
            while not exhausted and len(under_way) < window:
                batch = next(source, None)
                exhausted = batch is None
                if batch is not None:
                    under_way.append((batch, self._submit(batch)))
            if not under_way:
                return
            batch, future = under_way[0]
            try:
                result = future.result()
            except BrokenProcessPool:
                broken = list(under_way)
                under_way.clear()
                yield from self._code_again(broken)
            else:
                under_way.popleft()
                yield result

    def _code_again(self, under_way: list[tuple[Sequence[Any], Future[Any]]]) -> Iterator[Any | Lost]:
        """The results of a broken pool: what was finished as it is, the rest once more.

        Workers take batches in order, so the dead one held one of the first that were not finished.
        """
        lost = [isinstance(future.exception(), BrokenProcessPool) for _, future in under_way]
        self._close()
        unfinished = [batch for (batch, _), broken in zip(under_way, lost, strict=True) if broken]
        held = [document for batch in unfinished[: self.workers] for document in batch]
        yield Lost(held, recovered=True)
        for (batch, future), broken in zip(under_way, lost, strict=True):
            if broken:
                yield from self._alone(batch)
            else:
                yield future.result()

    def _alone(self, batch: Sequence[Any]) -> Iterator[Any | Lost]:
        """Code a batch with nothing else under way; halve it until the culprit stands alone."""
        try:
            yield self._submit(batch).result()
        except BrokenProcessPool:
            self._close()
            if len(batch) == 1:
                yield Lost(list(batch), recovered=False)
                return
            middle = len(batch) // 2
            yield from self._alone(batch[:middle])
            yield from self._alone(batch[middle:])

    def _submit(self, batch: Sequence[Any]) -> Future[Any]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_start,
                initargs=(self.work,),
            )
        try:
            return self._pool.submit(_run, batch)
        except BrokenProcessPool as error:
            # a worker died between two calls: the future says so, like any other of this pool
            failed: Future[Any] = Future()
            failed.set_exception(error)
            return failed

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
