"""The command `eventcoder diff`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eventcoder.cli import options
from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def diff(
    old: Annotated[str, typer.Argument(help="A codebook: file, folder, name, or git revision (HEAD~1:PATH)")],
    new: Annotated[str, typer.Argument(help="The same, in its new version")],
    on: Annotated[list[Path], typer.Option(help="Texts to code, a file or folder; may be repeated.")],
    codebook: Annotated[
        list[str] | None,
        typer.Option("--codebook", "-c", help="Which codebooks, where OLD or NEW is a folder or a revision."),
    ] = None,
    extractor: options.ExtractorName = None,
    actors: options.ActorLists = None,
    date: options.StoryDate = None,
    column: options.Columns = None,
    reader: options.ReaderName = None,
    option: options.ComponentOptions = None,
    sentences: Annotated[int, typer.Option(min=0, help="Sentences shown for each kind of change.")] = 5,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Code texts with two versions of a codebook and show what changes.

    Events gained, lost and recoded, by category and pattern, with their sentences, and the counts of
    dyad-months that change. Run it before you commit a change to a codebook.

      eventcoder diff my/old/summits.yaml my/summits.yaml --on stories/
      eventcoder diff HEAD:my/summits.yaml my/summits.yaml --on stories/
      eventcoder diff v1.0 HEAD --codebook my/summits.yaml --on archive.jsonl.gz
    """
    from eventcoder.cli.diffing import run_diff

    coding = options.given(extractor=extractor, more_actors=actors)
    reading = {"paths": on, "date": date, "reader": reader}
    failed = run_diff(old, new, codebook or [], reading, coding, column or [], option or [], sentences, json)
    raise typer.Exit(1 if failed else 0)
