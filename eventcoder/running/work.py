"""The job that a backend gives to its workers: build a coder once, then code batches of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from eventcoder.actors.unknown import Unknown
from eventcoder.coding.coder import Coded, Coder
from eventcoder.errors import PluginError
from eventcoder.hooks.components import Row
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document, Sentence
from eventcoder.problems import Problem
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import build_coder, load_labels
from eventcoder.running.rows import Labels
from eventcoder.settings import Coding

LONGEST = 100_000
"""Characters of a sentence at most: what is longer is no prose, and everything in it would be looked up."""


@dataclass(slots=True)
class Result:
    """What became of a batch of documents: rows in order, problems, counts, names that no list has."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    unknown: list[Unknown] = field(default_factory=list)

    @property
    def documents(self) -> int:
        """How many documents are done with: coded, or given up with their worker."""
        return self.counts["documents"] + self.counts["documents_lost"]


@dataclass(slots=True)
class BatchCoder:
    """Codes batches of documents; made once a process."""

    coder: Coder
    labels: Labels
    plugin: str

    def __call__(self, documents: Sequence[Document]) -> Result:
        result = Result()
        sentences: list[Sentence] = []
        for document in documents:
            of_document, repeated = sentences_of(document)
            for sentence in of_document:
                if len(sentence.text) <= LONGEST:
                    sentences.append(sentence)
                else:
                    self._too_long(sentence, result)
            result.counts["documents"] += 1
            result.counts["characters"] += len(document.text)
            result.counts["sentences_repeated"] += repeated
        for coded in self.coder.code(sentences):
            self._add(coded, result)
        result.counts["events"] += len(result.rows)
        return result

    def _too_long(self, sentence: Sentence, result: Result) -> None:
        result.counts["sentences"] += 1
        result.counts["sentences_failed"] += 1
        where = f"{sentence.doc.id}, sentence {sentence.index}"
        message = (
            f"{len(sentence.text):,} characters without an end are too long for one sentence. It is left "
            "out; split the text where sentences end."
        )
        result.problems.append(Problem("error", where, message))

    def _add(self, coded: Coded, result: Result) -> None:
        result.counts["sentences"] += 1
        result.counts["sentences_screened_out"] += coded.screened
        result.counts["sentences_discarded"] += bool(coded.discarded)
        result.counts["sentences_with_events"] += bool(coded.events)
        result.unknown += coded.unknown
        result.rows += [self.labels.row(event) for event in coded.events]
        if coded.error is not None:
            result.counts["sentences_failed"] += 1
            where = f"{coded.sentence.doc.id}, sentence {coded.sentence.index}"
            error = PluginError(self.plugin, "coding a sentence", coded.error, "The sentence is left out")
            result.problems.append(Problem.of(error, where))


@dataclass(slots=True)
class CodingWork:
    """What to code with; picklable, so that every worker builds the same coder for itself.

    A registry with plugins that are not installed is handed on as it is, for use in this process.
    """

    coding: Coding
    registry: Registry | None = None
    _batch_coder: BatchCoder | None = None

    def start(self) -> Callable[[Sequence[Document]], Result]:
        """The function that codes a batch. Raises what is wrong with names, files and plugins."""
        if self._batch_coder is None:
            registry = self.registry or Registry()
            coder = build_coder(self.coding, registry)
            plugin = registry.get("extractors", self.coding.extractor).plugin
            self._batch_coder = BatchCoder(coder, load_labels(self.coding), plugin)
        return self._batch_coder

    def countries(self) -> frozenset[str]:
        """The countries that the actor lists know."""
        self.start()
        assert self._batch_coder is not None
        return self._batch_coder.coder.actors.countries

    def __getstate__(self) -> tuple[Coding, Registry | None]:
        return self.coding, self.registry

    def __setstate__(self, state: tuple[Coding, Registry | None]) -> None:
        self.coding, self.registry = state
        self._batch_coder = None
