"""The command `eventcoder code`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eventcoder.cli import options
from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def code(
    paths: Annotated[
        list[Path], typer.Argument(help="Files or folders: .txt, .csv, .tsv, .jsonl, each also .gz")
    ],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="File to write: .csv, .tsv, .jsonl, also .gz; - for the screen."),
    ],
    codebook: options.Codebooks = None,
    extractor: Annotated[
        str | None, typer.Option(help="How frames are found; `eventcoder list extractors`.")
    ] = None,
    parser: Annotated[
        str | None,
        typer.Option(help="spaCy pipeline that the extractor is to use: en_core_web_trf, or a folder."),
    ] = None,
    date: options.StoryDate = None,
    actors: options.ActorLists = None,
    column: Annotated[
        list[str] | None,
        typer.Option(help="Column or key of the input: text=BODY, id=..., date=..., source=..."),
    ] = None,
    reader: options.ReaderName = None,
    exporter: Annotated[
        str | None, typer.Option(help="Exporter, where the file's ending does not tell.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    backend: Annotated[
        str | None, typer.Option(help="How the work is run; `eventcoder list backends`.")
    ] = None,
    scale: Annotated[
        str | None, typer.Option(help="Intensity scale, or none; `eventcoder list scales`.")
    ] = None,
    quad_rule: Annotated[str | None, typer.Option(help="Rule of the quad classes: gdelt or phoenix.")] = None,
    option: Annotated[
        list[str] | None,
        typer.Option(
            help="Option of a component: extractor.max_words=200, reader.encoding=cp1252, ...; may be repeated."
        ),
    ] = None,
    screen: Annotated[
        bool, typer.Option(help="Look only at sentences that could yield an event; same events.")
    ] = True,
    coreference: Annotated[
        bool, typer.Option(help='Let "he", "the ministry", "both sides" mean what the story named before.')
    ] = True,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was stopped; the file comes out the same.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Code texts and write one row an event.

    Beside events.csv stand events.manifest.json (what was run, on what, with which counts) and, where
    anything went wrong, events.errors.csv. Exit code 1 means that something could not be coded; the
    rest is in the output.

      eventcoder code seeds -o events.csv
      eventcoder code stories.csv --column text=BODY --column date=PUBLISHED -o events.csv
      eventcoder code archive.jsonl.gz --codebook meet --codebook my/elections.yaml -o events.csv.gz
    """
    from eventcoder.cli.coding import run_code

    chosen = list(option or [])
    if workers > 1:
        chosen.append(f"backend.workers={workers}")
    if parser is not None:
        chosen.append(f"extractor.parser={parser}")
    coding = options.given(
        codebooks=codebook,
        extractor=extractor,
        more_actors=actors,
        scale=scale,
        quad_rule=quad_rule,
        screen=screen,
        coreference=coreference,
    )
    settings = {
        "inputs": paths, "output": output, "date": date, "reader": reader, "exporter": exporter,
        "backend": backend or ("processes" if workers > 1 else "serial"),
    }  # fmt: skip
    failed = run_code(coding, settings, column or [], chosen, quiet, resume)
    raise typer.Exit(1 if failed else 0)
