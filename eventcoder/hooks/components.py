"""What plugins hand over: small frozen descriptions of a reader, an extractor, an exporter, ...

A component is a name, a one-line summary, a pydantic model of its options (validated before anything
is built), a hint how to install what it needs, and one callable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from eventcoder.errors import Finding
from eventcoder.model import Document, Frame, Sentence

if TYPE_CHECKING:
    from eventcoder.codebook.shape import Codebook
    from eventcoder.linting.subject import Subject

T = TypeVar("T")
R = TypeVar("R")


class Options(BaseModel):
    """Base of a component's options: unknown names are refused, values are checked."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def any_sentence(sentence: Sentence) -> bool:
    """Every sentence could yield an event."""
    return True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the chosen codebooks look for; an extractor may skip everything else.

    verbs      lemmas of trigger verbs ("meet", "call")
    nouns      lemmas of trigger nouns ("talk", "visit"): event nouns that get frames of their own
    particles  verb -> particles of its phrasal forms ("call" -> {"off"})
    could_yield  whether a sentence has the words of any pattern and actor; others need no frames
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    particles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    could_yield: Callable[[Sentence], bool] = any_sentence


Extract = Callable[[Iterable[Sentence]], Iterator[Frame]]
"""Sentences to frames, lazily and in order; a frame carries its sentence."""

Row = Mapping[str, str]
"""One event as it is written: column name -> text. The columns are `eventcoder.COLUMNS`."""


@dataclass(frozen=True, slots=True)
class Component:
    """What all components share."""

    name: str
    summary: str
    options: type[Options] = field(default=Options, kw_only=True)
    install: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Reader(Component):
    """Turns a file into documents.

    `read(path, options)` yields Documents. For a record that cannot be read it yields an InputError
    instead and goes on; it raises InputError only where the rest of the file is lost as well.
    `suffixes` are the endings it is chosen by (".csv"); ".gz" behind them is taken care of.
    """

    suffixes: tuple[str, ...]
    read: Callable[[Path, Any], Iterator[Document | Exception]]


@dataclass(frozen=True, slots=True)
class Extractor(Component):
    """Finds who did what to whom. `build(lexicon, options)` runs once and may load a model."""

    build: Callable[[Lexicon, Any], Extract]


@dataclass(frozen=True, slots=True)
class Importer(Component):
    """Turns a dictionary of another coder into a codebook. `load(path, options)` returns it."""

    suffixes: tuple[str, ...]
    load: Callable[[Path, Any], Codebook]


@dataclass(frozen=True, slots=True)
class Exporter(Component):
    """Writes rows to a file as they come: `write(rows, path, options)` returns how many it wrote."""

    suffixes: tuple[str, ...]
    write: Callable[[Iterable[Row], Path, Any], int]


class Work(Protocol, Generic[T, R]):  # type: ignore[misc]
    """A picklable job: `start()` builds what is needed once a worker and returns the function."""

    def start(self) -> Callable[[T], R]: ...


@dataclass(frozen=True, slots=True)
class Lost:
    """What a backend yields among the results where a worker died.

    `documents` are those it may have held. `recovered` tells that they are coded again.
    """

    documents: Sequence[Document]
    recovered: bool


@dataclass(frozen=True, slots=True)
class Backend(Component):
    """Runs the coder over batches. `build(options)` returns `(work, batches) -> results`, in order."""

    build: Callable[[Any], Callable[[Work[Any, Any], Iterable[Any]], Iterator[Any]]]


@dataclass(frozen=True, slots=True)
class Check(Component):
    """A lint rule for codebooks; its name is the id of its findings ("EC101").

    `run(subject)` yields a finding for each mistake, made with `subject.finding(key, message)`. A finding
    without a hint gets `fix`. `reason` says in a paragraph why it is a mistake; `example` is YAML with it.
    `severity` is "error", "warning" or "note".
    """

    run: Callable[[Subject], Iterable[Finding]]
    severity: Literal["error", "warning", "note"] = "warning"
    reason: str = ""
    fix: str = ""
    example: str = ""
