"""The command `eventcoder watch`."""

from __future__ import annotations

from typing import Annotated

import typer

from eventcoder.cli import options
from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def watch(
    codebooks: Annotated[list[str], typer.Argument(help="Names, paths or folders of codebooks.")],
    notes: Annotated[bool, typer.Option("--notes", help="Also what is only worth a look.")] = False,
    extractor: options.ExtractorName = None,
    actors: options.ActorLists = None,
) -> None:
    """Check codebooks whenever they are saved: what is wrong, and which examples broke or were mended.

    What they include or use is watched too. Ctrl-C ends it.

      eventcoder watch my/summits.yaml
    """
    from eventcoder.cli.watching import run_watch

    run_watch(codebooks, options.given(extractor=extractor, more_actors=actors), notes)
