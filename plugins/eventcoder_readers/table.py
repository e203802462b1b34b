"""Tables (CSV, TSV): the first row names the columns, every other row is a story."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from eventcoder import Document, InputError, UnknownName
from eventcoder_readers.files import ending, invalid, invalid_bytes, lines, no_text, opened, stem
from eventcoder_readers.options import TableOptions
from eventcoder_readers.records import FIELDS, Record

LONGEST_CELL = 2**24
"""Characters a cell may have; a quotation mark that is never closed swallows no more than this."""

Row = list[str] | InputError

_DELIMITERS = ";\t|,"
_EXAMPLES = {"id": "NUMBER", "text": "BODY", "date": "PUBLISHED", "source": "AGENCY"}


def read(path: Path, options: TableOptions) -> Iterator[Document | Exception]:
    """The stories of the table, row by row; a row that cannot be used comes as an InputError."""
    delimiter = options.delimiter or ("\t" if ending(path) == ".tsv" else ",")
    csv.field_size_limit(max(LONGEST_CELL, csv.field_size_limit()))
    with opened(path, options.encoding, records=True) as stream:
        rows = _rows(path, stream, options.encoding, delimiter)
        header = _header(path, rows)
        places = _places(path, header, options, delimiter)
        others = {name: place for place, name in enumerate(header) if place not in places.values()}
        for number, (line, row) in enumerate(rows, start=1):
            if isinstance(row, InputError):
                yield row
                continue
            fields = {field: row[place] for field, place in places.items()}
            meta = {name: row[place] for name, place in others.items()}
            yield from Record(f"{path}:{line}", f"{stem(path)}:{number}", fields, meta).documents()


def _rows(path: Path, stream: TextIO, encoding: str, delimiter: str) -> Iterator[tuple[int, Row]]:
    """Every row with the line it starts in, or why it is none; rows are as long as the first."""
    cells = csv.reader(lines(path, stream), delimiter=delimiter, strict=True)
    width = 0
    while True:
        line = cells.line_num + 1
        where = f"{path}:{line}"
        try:
            row = next(cells)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, _broken(where, line, cells.line_num, str(error))
            continue
        if not row:  # a blank line
            continue
        if (bad := next((cell for cell in row if invalid(cell) >= 0), None)) is not None:
            yield line, invalid_bytes(where, encoding, bad, invalid(bad))
        elif width and len(row) != width:
            yield line, _ragged(where, line, cells.line_num, len(row), width)
        else:
            yield line, row
        width = width or len(row)


def _header(path: Path, rows: Iterator[tuple[int, Row]]) -> list[str]:
    line, header = next(rows, (0, None))
    if header is None:
        raise no_text(path)
    if isinstance(header, InputError):
        raise header
    if any("\0" in name for name in header):
        raise InputError(f"{path}:{line}", "the names of the columns hold NUL characters")
    return [name.strip() for name in header]


def _places(path: Path, header: list[str], options: TableOptions, delimiter: str) -> dict[str, int]:
    """Field -> number of its column. A column that is needed and missing, or twice there, is an error."""
    places = {}
    for field in FIELDS:
        name = getattr(options, field)
        if header.count(name) > 1:
            raise InputError(
                str(path), f"there are {header.count(name)} columns called {name!r}", "Rename all but one"
            )
        if name in header:
            places[field] = header.index(name)
        elif field == "text" or name != field:
            raise _missing(str(path), field, name, header, delimiter)
    return places


def _missing(where: str, field: str, name: str, header: list[str], delimiter: str) -> InputError:
    """The error for a column that is not there, perhaps because the delimiter is another."""
    other = next((mark for mark in _DELIMITERS if len(header) == 1 and mark in header[0]), "")
    if other:
        message = f"there is no column called {name!r}; cut at {delimiter!r}, {header[0]!r} is one column"
        other = {"\t": "tab"}.get(other, other)
        return InputError(where, message, f"Name the delimiter: --option 'reader.delimiter={other}'")
    hint = f"Name the column that holds the {field}: --column {field}={_EXAMPLES[field]}"
    return InputError(where, str(UnknownName("column", name, header)), hint)


def _broken(where: str, first: int, last: int, reason: str) -> InputError:
    if "field limit" in reason:
        reason = f"a cell has more than {csv.field_size_limit():,} characters"
    hint = "Double the quotation marks inside a cell, and close those around it"
    return InputError(where, f"the row {_extent(first, last)}cannot be read: {reason}", hint)


def _ragged(where: str, first: int, last: int, cells: int, width: int) -> InputError:
    hint = (
        "Put cells that hold the delimiter between quotation marks" if cells > width else "Some are missing"
    )
    message = f"the row {_extent(first, last)}has {cells} cells where there are {width} columns"
    return InputError(where, message, hint)


def _extent(first: int, last: int) -> str:
    return f"(lines {first} to {last}) " if last > first else ""
