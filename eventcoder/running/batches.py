"""Documents in batches, and what could not be read reported in its place among them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from eventcoder.model import Document
from eventcoder.problems import ErrorReport, Problem


class Batches:
    """An iterator of batches of documents.

    A backend may read ahead of what is coded. A problem of reading waits until everything before it is
    coded, so that the error report has the same order with any backend.
    """

    def __init__(self, items: Iterable[Document | Problem], size: int, report: ErrorReport) -> None:
        self._items = iter(items)
        self._size = size
        self._report = report
        self._read = self._coded = 0
        self._waiting: deque[tuple[int, Problem]] = deque()

    def __iter__(self) -> Iterator[list[Document]]:
        return self

    def __next__(self) -> list[Document]:
        batch: list[Document] = []
        for item in self._items:
            if isinstance(item, Document):
                self._read += 1
                batch.append(item)
                if len(batch) == self._size:
                    return batch
            elif self._read == self._coded:
                self._report.add(item)
            else:
                self._waiting.append((self._read, item))
        if not batch:
            raise StopIteration
        return batch

    def skip(self, documents: int) -> None:
        """Read on, without giving them, until so many documents have been read."""
        while self._read < documents and next(self, None):
            pass

    def coded(self, documents: int) -> None:
        """Take note that so many documents more are coded; report what was found before the last of them."""
        self._coded += documents
        while self._waiting and self._waiting[0][0] < self._coded:
            self._report.add(self._waiting.popleft()[1])

    def close(self) -> None:
        """Report what is left, at the end of a run."""
        while self._waiting:
            self._report.add(self._waiting.popleft()[1])
