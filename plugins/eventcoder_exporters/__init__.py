"""Exporters for spreadsheets and statistics programs (CSV, TSV) and for programs (JSON Lines).

Both write gzipped files as well, "-" as standard output, and never leave half a file under the name
that was asked for: see `target`.
"""

from __future__ import annotations

from collections.abc import Iterable

from eventcoder import Exporter, hookimpl
from eventcoder_exporters import jsonlines, table
from eventcoder_exporters.options import ExportOptions, TableOptions


@hookimpl
def eventcoder_exporters() -> Iterable[Exporter]:
    return [
        Exporter(
            "csv",
            "an event a row, for spreadsheets, R and Stata; .tsv with tabs",
            (".csv", ".tsv"),
            table.write,
            options=TableOptions,
        ),
        Exporter(
            "jsonl",
            "an event a line, as a JSON object",
            (".jsonl", ".ndjson"),
            jsonlines.write,
            options=ExportOptions,
        ),
    ]
