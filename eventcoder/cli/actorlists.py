"""What the commands `eventcoder actors ...` do."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import IO, Any

from rich.console import Console

from eventcoder.actors.adding import add_reviewed
from eventcoder.actors.checking import check_list
from eventcoder.actors.explaining import explain
from eventcoder.actors.finding import COLUMNS, find_actors
from eventcoder.cells import guarded
from eventcoder.cli.coding import given_date, read_corpus
from eventcoder.cli.output import warn
from eventcoder.counting import counted
from eventcoder.errors import Finding, InvalidFile, OutputError, UsageError
from eventcoder.hooks.registry import Registry
from eventcoder.model import Sentence
from eventcoder.running.loading import load_actor_index
from eventcoder.settings import Coding


def show_who(phrase: str, date: str | None, lists: Sequence[str]) -> None:
    """Print the explanation of one phrase."""
    day = given_date(date)
    index = load_actor_index(Coding(more_actors=tuple(lists)), Registry())
    if not phrase.strip():
        raise UsageError('the phrase is empty. Put a name in quotes: eventcoder actors who "Sergei Lavrov".')
    console = Console(highlight=False)
    when = day.isoformat() if day else "without a date, so that people get what holds at any time"
    console.print(f"{phrase}  ({when})", markup=False, soft_wrap=True)
    for line in explain(phrase.strip(), day, index).lines:
        console.print(f"  {line}", markup=False, soft_wrap=True)


def find_mentions(
    reading: Mapping[str, Any],
    lists: Sequence[str],
    columns: Sequence[str],
    options: Sequence[str],
    output: Path,
    coreference: bool,
) -> bool:
    """Write the mentions of a corpus; returns whether anything could not be read."""
    reading = {**reading, "output": output}
    corpus, coding = read_corpus(reading, {"more_actors": tuple(lists)}, columns, options)
    index = load_actor_index(coding, corpus.registry)
    count = 0

    def rows() -> Iterator[dict[str, str]]:
        nonlocal count
        for batch in corpus.batches():
            for _, sentences in groupby(batch, key=_document):
                for found in find_actors(list(sentences), index, coreference):
                    count += 1
                    yield found.row()

    _write(output, rows())
    Console(stderr=True, highlight=False).print(f"{counted(count, 'mention')} -> {output}", soft_wrap=True)
    warn(corpus.problems)
    return any(problem.severity == "error" for problem in corpus.problems)


def _document(sentence: Sentence) -> int:
    return id(sentence.doc)


def _write(output: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Rows to a file that appears when it is complete, or to the screen."""
    if str(output) == "-":
        _write_rows(sys.stdout, rows)
        return
    part = output.with_name(output.name + ".part")
    try:
        with part.open("w", encoding="utf8", errors="replace", newline="") as file:
            _write_rows(file, rows)
        part.replace(output)
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror}.") from None
    finally:
        part.unlink(missing_ok=True)


def _write_rows(file: IO[str], rows: Iterable[Mapping[str, str]]) -> None:
    writer = csv.DictWriter(file, list(COLUMNS), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        text = row["text"]
        writer.writerow({**row, "text": guarded(text)})


def check_lists(files: Sequence[Path]) -> bool:
    """Print what is wrong in the lists; returns whether anything is."""
    index = load_actor_index(Coding(), Registry())
    findings: list[Finding] = []
    for file in files:
        if not file.is_file():
            what = "is a folder; name the CSV files in it" if file.is_dir() else "there is no such file"
            raise UsageError(f"{file}: {what}.")
        try:
            findings += check_list(file, index)
        except InvalidFile as error:
            findings += error.findings
    for finding in findings:
        print(finding)
    summary = f"{counted(len(findings), 'finding')} in {counted(len(files), 'list')}"
    Console(stderr=True, highlight=False).print(summary)
    return bool(findings)


def add_names(file: Path, to: Path) -> None:
    """Add reviewed names to a list and say how many."""
    added, had = add_reviewed(file, to)
    console = Console(highlight=False)
    console.print(
        f"{counted(added, 'name')} added to {to}" + (f"; {had} were in it already" if had else ""),
        soft_wrap=True,
    )
    if added:
        for finding in check_list(to, load_actor_index(Coding(), Registry())):
            print(finding)  # it is the user's list: what is doubtful is said and not refused
    if not added + had:
        console.print(f"No row of {file} has yes in the column take.", soft_wrap=True)
