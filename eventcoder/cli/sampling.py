"""`eventcoder sample`: codes a corpus, draws a sample of its sentences and writes them to be hand-coded."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from eventcoder.cli.coding import read_corpus
from eventcoder.cli.evaluating import known_codes
from eventcoder.cli.output import warn
from eventcoder.coding.coder import PRIMARY
from eventcoder.counting import counted
from eventcoder.errors import OutputError, UsageError
from eventcoder.evaluation.levels import Codes
from eventcoder.evaluation.sampling import Drawn, Sample, gold_rows, stratum
from eventcoder.running.loading import build_coder


def run_sample(
    reading: Mapping[str, Any],
    coding: Mapping[str, Any],
    columns: Sequence[str],
    options: Sequence[str],
    output: Path,
    size: int,
    seed: int,
    strata: bool,
) -> bool:
    """Draw and write; returns whether anything could not be read or coded."""
    if output.exists():
        raise UsageError(f"{output} exists, and may hold somebody's work. Give another name with -o.")
    corpus, settings = read_corpus(reading, coding, columns, options)
    coder = build_coder(settings, corpus.registry)
    codes = known_codes(PRIMARY, settings.quad_rule)
    sample = Sample(size, seed)
    for batch in corpus.batches():
        for coded in coder.code(batch):
            if not corpus.failed(coded):
                sample.add(stratum(coded, codes), coded.sentence)
    drawn = sample.draw()
    _write(output, gold_rows(drawn, strata))
    _summary(sample, drawn, codes, output)
    warn(corpus.problems)
    return any(problem.severity == "error" for problem in corpus.problems)


def _write(output: Path, rows: Sequence[dict[str, str]]) -> None:
    """With the mark by which Excel knows UTF-8, as the file is made for spreadsheets."""
    if not rows:
        raise UsageError("there is no sentence to draw.")
    try:
        with output.open("x", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror}.") from None


def _summary(sample: Sample, drawn: Sequence[Drawn], codes: Codes, output: Path) -> None:
    console = Console(stderr=True, highlight=False)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("stratum", no_wrap=True)
    table.add_column("", overflow="ellipsis", no_wrap=True)
    table.add_column("corpus", justify="right")
    table.add_column("drawn", justify="right")
    for name, size in sorted(sample.sizes.items()):
        count = sum(d.stratum == name for d in drawn)
        table.add_row(name, codes.label(name), f"{size:,}", f"{count:,}")
    console.print(table)
    console.print(
        f"{len(drawn):,} of {counted(sum(sample.sizes.values()), 'sentence')} -> {output}", soft_wrap=True
    )
