"""The command `eventcoder sample`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def sample(
    corpus: Annotated[list[Path], typer.Argument(help="Files or folders, as for `eventcoder code`")],
    output: Annotated[Path, typer.Option("-o", "--output", help="CSV file to write.")],
    size: Annotated[int, typer.Option("-n", "--size", min=1, help="Sentences to draw.")] = 200,
    seed: Annotated[int, typer.Option(help="The same seed draws the same sentences.")] = 1,
    strata: Annotated[
        bool, typer.Option("--strata", help="Write the stratum too; it tells what was coded.")
    ] = False,
    codebook: Annotated[
        list[str] | None,
        typer.Option("--codebook", "-c", help="Name or path of a codebook; may be repeated."),
    ] = None,
    extractor: Annotated[str | None, typer.Option(help="How frames are found.")] = None,
    actors: Annotated[
        list[str] | None,
        typer.Option(help="Actor list (name or path) on top of the bundled ones; may be repeated."),
    ] = None,
    date: Annotated[str | None, typer.Option(help="Date of stories that give none: 2017-11-14.")] = None,
    column: Annotated[
        list[str] | None, typer.Option(help="Column or key of the input: text=BODY, id=..., date=...")
    ] = None,
    reader: Annotated[str | None, typer.Option(help="Reader, where the file's ending does not tell.")] = None,
    option: Annotated[
        list[str] | None, typer.Option(help="Option of a component: reader.encoding=cp1252, ...")
    ] = None,
) -> None:
    """Draw sentences to code by hand, in the format that `eventcoder evaluate` reads.

    As many are drawn from each kind of act, from the sentences without an event and from those that were
    not looked at; the column `weight` says how many sentences of the corpus each one stands for.

      eventcoder sample stories/ -n 200 -o gold.csv
      eventcoder sample archive.jsonl.gz -n 500 --seed 7 --codebook my/summits.yaml -o gold.csv
    """
    from eventcoder.cli.sampling import run_sample

    given = {"codebooks": codebook, "extractor": extractor, "more_actors": actors}
    coding = {name: value for name, value in given.items() if value is not None}
    reading = {"paths": corpus, "date": date, "reader": reader}
    failed = run_sample(reading, coding, column or [], option or [], output, size, seed, strata)
    raise typer.Exit(1 if failed else 0)
