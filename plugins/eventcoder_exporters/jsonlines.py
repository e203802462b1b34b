"""JSON Lines: an object a line, all values text, so that codes such as "036" stay what they are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from eventcoder import Row
from eventcoder_exporters.options import ExportOptions
from eventcoder_exporters.target import opened


def write(rows: Iterable[Row], path: Path, options: ExportOptions) -> int:
    """Write every row as an object; return how many. Raises OutputError."""
    columns = options.chosen()
    written = 0
    with opened(path) as output:
        for row in rows:
            output.write(json.dumps({name: row[name] for name in columns}, ensure_ascii=False) + "\n")
            written += 1
    return written
