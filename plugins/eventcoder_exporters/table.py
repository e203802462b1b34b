"""Tables (CSV, TSV): a header, then an event a row, every cell text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from eventcoder import TEXT_COLUMNS, Row
from eventcoder_exporters.options import TableOptions
from eventcoder_exporters.target import ending, opened

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that begins with one of these."""


def write(rows: Iterable[Row], path: Path, options: TableOptions) -> int:
    """Write the header and every row; return how many rows. Raises OutputError."""
    columns = options.chosen()
    delimiter = "\t" if ending(path) == ".tsv" else ","
    special = re.compile(f'[{delimiter}"\r\n]')
    written = 0
    with opened(path) as output:
        output.write("\ufeff" * options.excel + _line(columns, delimiter, special))
        for row in rows:
            cells = [cell(name, row[name]) for name in columns]
            output.write(_line(cells, delimiter, special))
            written += 1
    return written


def cell(column: str, value: str) -> str:
    """The value as it is written: without NUL, and text from the input never as a formula.

    Codes stay as they are: `---` stands for an unnamed side.
    """
    value = value.replace("\0", "")
    return f"'{value}" if column in TEXT_COLUMNS and value.startswith(_FORMULA) else value


def _line(cells: list[str], delimiter: str, special: re.Pattern[str]) -> str:
    """Cells quoted where they need it, as csv.QUOTE_MINIMAL does.

    Not with csv.writer: with "\\n" as line end, Python before 3.13 leaves a lone "\\r" unquoted, which
    readers take for the end of the row; and the same events must give the same bytes.
    """
    if cells == [""]:  # a blank line would be no row
        return '""\n'
    quoted = ['"' + c.replace('"', '""') + '"' if special.search(c) else c for c in cells]
    return delimiter.join(quoted) + "\n"
