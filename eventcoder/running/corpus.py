"""Coding a corpus sentence by sentence, for commands that look at sentences and write no events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from eventcoder.coding.coder import Coded
from eventcoder.errors import UsageError
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document, Sentence
from eventcoder.problems import Problem
from eventcoder.running.documents import check_options, input_files, read_documents, sentences_of
from eventcoder.settings import Settings

_BATCH = 64


@dataclass(slots=True)
class Corpus:
    """Files to read. What could not be read or coded is collected in `problems`.

    `output` is the file that the command writes: it must not be among those that are read.
    """

    paths: Sequence[Path]
    date: dt.date | None = None
    reader: str | None = None
    reader_options: Mapping[str, Any] = field(default_factory=dict)
    output: Path = Path("-")
    registry: Registry = field(default_factory=Registry)
    problems: list[Problem] = field(default_factory=list)

    def batches(self) -> Iterator[list[Sentence]]:
        """The sentences of 64 documents at a time, in order."""
        documents = self._documents()
        while batch := list(islice(documents, _BATCH)):
            yield [sentence for document in batch for sentence in sentences_of(document)[0]]

    def failed(self, coded: Coded) -> bool:
        """Whether a sentence could not be coded, which is noted."""
        if coded.error is not None:
            self.problems.append(Problem.of(coded.error, sentence_id(coded.sentence)))
        return coded.error is not None

    def _documents(self) -> Iterator[Document]:
        settings = Settings(
            inputs=tuple(self.paths),
            output=self.output,
            date=self.date,
            reader=self.reader,
            reader_options=dict(self.reader_options),
        )
        files, unread = input_files(settings.inputs, settings, self.registry)
        check_options(files, settings, self.registry)
        self.problems += unread
        empty = True
        for item in read_documents(files, settings, self.registry):
            if isinstance(item, Problem):
                self.problems.append(item)
            else:
                empty = False
                yield item
        if empty:
            why = "".join(f" {p.message}" for p in self.problems[:1])
            raise UsageError(f"there is no text in: {', '.join(map(str, self.paths))}.{why}")


def sentence_id(sentence: Sentence) -> str:
    """Document and number: how a sentence is named outside of its document."""
    return f"{sentence.doc.id}:{sentence.index}"
