"""The command `eventcoder sample`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eventcoder.cli import options
from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def sample(
    corpus: options.Corpus,
    output: Annotated[Path, typer.Option("-o", "--output", help="CSV file to write.")],
    size: Annotated[int, typer.Option("-n", "--size", min=1, help="Sentences to draw.")] = 200,
    seed: Annotated[int, typer.Option(help="The same seed draws the same sentences.")] = 1,
    strata: Annotated[
        bool, typer.Option("--strata", help="Write the stratum too; it tells what was coded.")
    ] = False,
    codebook: options.Codebooks = None,
    extractor: options.ExtractorName = None,
    actors: options.ActorLists = None,
    date: options.StoryDate = None,
    column: options.Columns = None,
    reader: options.ReaderName = None,
    option: options.ComponentOptions = None,
) -> None:
    """Draw sentences to code by hand, in the format that `eventcoder evaluate` reads.

    As many are drawn from each kind of act, from the sentences without an event and from those that were
    not looked at; the column `weight` says how many sentences of the corpus each one stands for.

      eventcoder sample stories/ -n 200 -o gold.csv
      eventcoder sample archive.jsonl.gz -n 500 --seed 7 --codebook my/summits.yaml -o gold.csv
    """
    from eventcoder.cli.sampling import run_sample

    coding = options.given(codebooks=codebook, extractor=extractor, more_actors=actors)
    reading = {"paths": corpus, "date": date, "reader": reader}
    failed = run_sample(reading, coding, column or [], option or [], output, size, seed, strata)
    raise typer.Exit(1 if failed else 0)
