"""The command `eventcoder coverage`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def coverage(
    corpus: Annotated[list[Path], typer.Argument(help="Files or folders, as for `eventcoder code`")],
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
    most: Annotated[int, typer.Option(min=0, help="Lines of each table.")] = 15,
    read: Annotated[
        int, typer.Option(min=0, help="Sentences without an event to read again, drawn at random.")
    ] = 5000,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Show what the patterns find in texts, and what they miss.

    How often each pattern fired, which never did; clauses in which one actor does something to another and
    nothing is coded, the most promising first; frequent verbs without patterns; names that no list has.

      eventcoder coverage stories/
      eventcoder coverage archive.jsonl.gz --codebook my/summits.yaml --most 50
    """
    from eventcoder.cli.covering import run_coverage

    given = {"codebooks": codebook, "extractor": extractor, "more_actors": actors}
    coding = {name: value for name, value in given.items() if value is not None}
    reading = {"paths": corpus, "date": date, "reader": reader}
    failed = run_coverage(reading, coding, column or [], option or [], most, read, json)
    raise typer.Exit(1 if failed else 0)
