"""Readers for plain text files, spreadsheets saved as CSV or TSV, and JSON Lines.

All of them read gzipped files as well, take a file a piece at a time, and go on after a record that
cannot be read: it is yielded as an InputError that says where it is and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable

from eventcoder import Reader, hookimpl
from eventcoder_readers import jsonlines, plain, table
from eventcoder_readers.options import RecordOptions, TableOptions, TextOptions


@hookimpl
def eventcoder_readers() -> Iterable[Reader]:
    return [
        Reader("text", "a story a file", (".txt",), plain.read, options=TextOptions),
        Reader(
            "csv",
            "a story a row, columns named in the first",
            (".csv", ".tsv"),
            table.read,
            options=TableOptions,
        ),
        Reader(
            "jsonl",
            "a story a line, as a JSON object; also a JSON list of objects",
            (".jsonl", ".ndjson", ".json"),
            jsonlines.read,
            options=RecordOptions,
        ),
    ]
