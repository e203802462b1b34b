"""The command `eventcoder check`."""

from __future__ import annotations

from typing import Annotated

import typer

from eventcoder.cli import options
from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def check(
    codebooks: Annotated[
        list[str] | None,
        typer.Argument(help="Names, paths or folders of codebooks; all bundled ones if none is given."),
    ] = None,
    format: Annotated[str, typer.Option(help="How findings are printed: text, json or github.")] = "text",
    notes: Annotated[bool, typer.Option(help="Also what is only worth a look.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 also on warnings.")] = False,
    examples: Annotated[bool, typer.Option(help="Code the examples and counterexamples.")] = True,
    extractor: options.ExtractorName = None,
    actors: options.ActorLists = None,
    manual: Annotated[
        bool, typer.Option("--manual", help="Print the page that explains all checks.")
    ] = False,
) -> None:
    """Look for mistakes in codebooks: patterns that never win, words that are never used, failing examples.

    The codebooks are checked together, as they would code together. Exit code 1 where there is an error.

      eventcoder check my/summits.yaml
      eventcoder check my/summits.yaml --format github --strict
    """
    from eventcoder.cli.checking import print_manual, run_check

    if manual:
        print_manual()
        return
    coding = options.given(extractor=extractor, more_actors=actors)
    report = run_check(codebooks or [], coding, format, notes, examples)
    raise typer.Exit(1 if report.count("error") or (strict and report.count("warning")) else 0)
