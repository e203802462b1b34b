"""The command `eventcoder coverage`."""

from __future__ import annotations

from typing import Annotated

import typer

from eventcoder.cli import options
from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def coverage(
    corpus: options.Corpus,
    codebook: options.Codebooks = None,
    extractor: options.ExtractorName = None,
    actors: options.ActorLists = None,
    date: options.StoryDate = None,
    column: options.Columns = None,
    reader: options.ReaderName = None,
    option: options.ComponentOptions = None,
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

    coding = options.given(codebooks=codebook, extractor=extractor, more_actors=actors)
    reading = {"paths": corpus, "date": date, "reader": reader}
    failed = run_coverage(reading, coding, column or [], option or [], most, read, json)
    raise typer.Exit(1 if failed else 0)
