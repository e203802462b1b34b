"""The command `eventcoder explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eventcoder.cli import options
from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def explain(
    text: Annotated[str | None, typer.Argument(help="A sentence, or several, in quotes.")] = None,
    file: Annotated[
        list[Path] | None, typer.Option(help="File or folder of texts, as for `eventcoder code`.")
    ] = None,
    event: Annotated[
        str | None, typer.Option(help="Id of an event (the column event_id), or its first digits.")
    ] = None,
    run: Annotated[Path | None, typer.Option(help="The events that a run wrote: events.csv.")] = None,
    codebook: options.Codebooks = None,
    extractor: options.ExtractorName = None,
    actors: options.ActorLists = None,
    date: Annotated[str | None, typer.Option(help="Date of texts that give none: 2017-11-14.")] = None,
    column: options.Columns = None,
    reader: options.ReaderName = None,
    option: options.ComponentOptions = None,
    most: Annotated[int, typer.Option(min=0, help="Reasons for rejections that are shown, a clause.")] = 8,
    html: Annotated[Path | None, typer.Option(help="Write a page to look at in a browser.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Show why a sentence is coded as it is, or why it is not coded.

    The actors and how their codes were composed, the clauses with slots and moods, the patterns that were
    tried and what each lacked, the one that won; and where nothing is coded, what came nearest and what it
    would take.

      eventcoder explain "Barack Obama met Angela Merkel in Berlin." --date 2015-06-07
      eventcoder explain --file stories/ --html why.html
      eventcoder explain --event 1f0c9a --run events.csv
    """
    from eventcoder.cli.explaining import run_explain

    coding = options.given(codebooks=codebook, extractor=extractor, more_actors=actors)
    reading = {"paths": file or [], "date": date, "reader": reader}
    asked = (text, event, run)
    failed = run_explain(asked, reading, coding, column or [], option or [], most, html, json)
    raise typer.Exit(1 if failed else 0)
