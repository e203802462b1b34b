"""The command `eventcoder evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eventcoder.cli import options
from eventcoder.cli.app import app, guarded


@app.command()
@guarded
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Hand-coded sentences: .csv, .tsv or .jsonl, also .gz")],
    events: Annotated[
        Path | None,
        typer.Option(help="Events of a finished run, instead of coding the sentences now."),
    ] = None,
    codebook: options.Codebooks = None,
    extractor: options.ExtractorName = None,
    actors: options.ActorLists = None,
    option: Annotated[
        list[str] | None,
        typer.Option(help="Option of the extractor: extractor.batch_size=16; may be repeated."),
    ] = None,
    scheme: Annotated[
        str, typer.Option(help="Scheme of the gold codes; `eventcoder list schemes`.")
    ] = "cameo",
    quad_rule: Annotated[str | None, typer.Option(help="Rule of the quad classes.")] = None,
    coder: Annotated[
        str | None,
        typer.Option(help="Whose codes are the gold, where several people coded; the first one's."),
    ] = None,
    draws: Annotated[int, typer.Option(min=100, help="Samples for the confidence intervals.")] = 1000,
    seed: Annotated[
        int, typer.Option(help="Where the samples begin; the same seed, the same intervals.")
    ] = 1,
    weighted: Annotated[
        bool, typer.Option("--weighted", help="Count each sentence as often as its column `weight` says.")
    ] = False,
    acts_only: Annotated[
        bool, typer.Option("--acts-only", help="Compare what was done, and not who did it to whom.")
    ] = False,
    all_events: Annotated[
        bool,
        typer.Option("--all-events", help="Count coded events for which --scheme has no code, too."),
    ] = False,
    repeats: Annotated[
        bool, typer.Option("--repeats", help="Count what is the same twice in a sentence twice.")
    ] = False,
    errors: Annotated[int, typer.Option(min=0, help="Sentences shown for each kind of error.")] = 3,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write a page with plots and all errors.")] = None,
) -> None:
    """Hold the coding against sentences that people have coded by hand.

    Precision, recall and F1 at several levels with confidence intervals, a confusion matrix, a table of the
    kinds of act, the agreement of two coders, and the errors by kind. docs/evaluate.md describes the file;
    `eventcoder sample` draws one to fill in.

      eventcoder evaluate gold.csv
      eventcoder evaluate gold.csv --codebook my/summits.yaml --html report.html
      eventcoder evaluate gold.csv --events events.csv --json
    """
    from eventcoder.cli.evaluating import run_evaluate

    coding = options.given(codebooks=codebook, extractor=extractor, more_actors=actors)
    failed = run_evaluate(
        gold, events, coding, option or [], (scheme, quad_rule, coder), (acts_only, all_events),
        {"draws": draws, "seed": seed, "weighted": weighted, "repeats": repeats}, (errors, json, html),
    )  # fmt: skip
    raise typer.Exit(1 if failed else 0)
