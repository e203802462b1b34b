"""From paths to documents and from documents to sentences; what cannot be read becomes a problem."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from eventcoder.errors import EventcoderError, UnknownName, UsageError
from eventcoder.hooks.components import Reader
from eventcoder.hooks.registry import Provided, Registry, validate_options
from eventcoder.language.text import split
from eventcoder.model import Document, Sentence
from eventcoder.problems import Problem
from eventcoder.running.seen import Seen
from eventcoder.settings import Settings


def input_files(
    paths: Sequence[Path], settings: Settings, registry: Registry
) -> tuple[list[Path], list[Problem]]:
    """The files to read, folders searched in order of name, and those that no reader takes.

    What eventcoder wrote itself is not read again. Raises UsageError where a path does not exist, a
    file that was named has no reader, or the output would overwrite an input.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    output = settings.output.resolve()
    for path in paths:
        if path.is_file():
            if path.resolve() == output:
                raise _both(path)
            reader_for(path, settings, registry)
            files.append(path)
        elif path.is_dir():
            for file in sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")):
                if _is_own(file):
                    continue
                if file.resolve() == output:
                    raise _both(file)
                try:
                    reader_for(file, settings, registry)
                except UsageError as error:
                    problems.append(Problem("warning", str(file), f"not read: {error}"))
                else:
                    files.append(file)
        else:
            raise UsageError(f"{path}: there is no such file or folder.")
    if not files:
        raise UsageError(f"nothing to read in: {', '.join(map(str, paths))}.")
    return files, problems


def _both(path: Path) -> UsageError:
    return UsageError(f"{path} is both input and output. Give another name with -o.")


def _is_own(file: Path) -> bool:
    """Whether eventcoder wrote the file: events, mentions, a manifest, an error report, unknown names ..."""
    own = (".manifest.json", ".errors.csv", ".unknown.csv", ".journal.jsonl", ".part")
    if file.name.endswith(own):
        return True
    if file.suffix not in (".csv", ".tsv", ".jsonl"):
        return False
    with file.open("rb") as content:
        begin = content.read(40).lstrip(b"\xef\xbb\xbf{").replace(b'"', b"")
    return begin.startswith((b"event_id", b"document_id,sentence_number"))


def reader_for(path: Path, settings: Settings, registry: Registry) -> Provided[Reader]:
    """The reader that was asked for, or the one for the file's ending."""
    if settings.reader is not None:
        return registry.get("readers", settings.reader)
    return registry.by_suffix("readers", path)


def read_documents(
    files: Sequence[Path], settings: Settings, registry: Registry
) -> Iterator[Document | Problem]:
    """Documents of all files, dated and with ids of their own; a Problem for what cannot be read."""
    seen = Seen()
    for path in files:
        provided = reader_for(path, settings, registry)
        reader = provided.value
        options = _options(reader, settings)
        try:
            for item in reader.read(path, options):
                if isinstance(item, Exception):
                    yield Problem.of(item, str(path))
                    continue
                document, problems = _settle(item, settings, seen)
                yield from problems
                yield document
        except UsageError:
            raise
        except Exception as error:
            by = (
                ""
                if isinstance(error, EventcoderError)
                else f" (reader {reader.name!r} of {provided.plugin})"
            )
            yield Problem.of(error, f"{path}{by}")


def check_options(files: Sequence[Path], settings: Settings, registry: Registry) -> None:
    """Raise UsageError for an option that none of the readers has, or a value that one refuses."""
    readers = {r.name: r for r in (reader_for(path, settings, registry).value for path in files)}
    for reader in readers.values():
        _options(reader, settings)
    known = {name for reader in readers.values() for name in reader.options.model_fields}
    for name in settings.reader_options:
        if name not in known:
            raise UnknownName("reader option", name, known)


def _options(reader: Reader, settings: Settings) -> Any:
    """The options that the reader has; in a folder of .txt and .csv files only some are for each."""
    known = reader.options.model_fields
    given = {name: value for name, value in settings.reader_options.items() if name in known}
    return validate_options(f"reader {reader.name!r}", reader.options, given)


def sentences_of(document: Document) -> tuple[list[Sentence], int]:
    """The sentences of a document, and how many were left out because they repeat an earlier one.

    Boilerplate (datelines, credits, "Read more:") is not a sentence.
    """
    sentences: list[Sentence] = []
    texts: set[str] = set()
    repeated = 0
    for index, piece in enumerate((p for p in split(document.text) if p.kind != "boilerplate"), 1):
        text = document.text[piece.start : piece.end]
        if text in texts:
            repeated += 1
            continue
        texts.add(text)
        sentences.append(Sentence(document, index, text, piece.start, piece.kind == "headline"))
    return sentences, repeated


def file_hash(path: Path) -> str:
    """BLAKE2 hash of a file's bytes, 32 hex digits."""
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _settle(document: Document, settings: Settings, seen: Seen) -> tuple[Document, list[Problem]]:
    """The document with a date and an id of its own; a warning for each that had to be mended."""
    problems: list[Problem] = []
    if document.date is None:
        if settings.date is not None:
            document = replace(document, date=settings.date)
        else:
            message = (
                "the story has no date; people get the roles that hold at any time. Give one with --date"
            )
            problems.append(Problem("warning", document.id, message))
    name, number = document.id, 1
    while not seen.add(document.id):
        number += 1
        document = replace(document, id=f"{name}#{number}")
    if number > 1:
        message = f"the document id {name!r} was used before; this one is coded as {document.id!r}"
        problems.append(Problem("warning", document.id, message))
    return document, problems
