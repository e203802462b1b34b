"""The commands `eventcoder new codebook` and `new plugin`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eventcoder.cli.app import app, guarded

new = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Begin a codebook or a plugin, from a sample that works.",
)
app.add_typer(new, name="new")

Name = Annotated[str, typer.Argument(help="Lower-case letters, digits, - and _, a letter first.")]
Folder = Annotated[Path, typer.Option(help="Where to put it; made if it is not there.")]


@new.command()
@guarded
def codebook(name: Name, folder: Folder = Path()) -> None:
    """Write a small codebook with comments: one category with patterns, examples and counterexamples.

    eventcoder new codebook elections
    eventcoder new codebook elections --folder my
    """
    from eventcoder.cli.beginning import begin_codebook

    begin_codebook(name, folder)


@new.command()
@guarded
def plugin(
    name: Name,
    folder: Folder = Path(),
    codebook: Annotated[
        Path | None, typer.Option("--codebook", "-c", help="Your codebook; a sample if none is given.")
    ] = None,
) -> None:
    """Write a package that others can install: a codebook, its tests, and what pip and GitHub need.

    eventcoder new plugin elections
    eventcoder new plugin elections --codebook elections.yaml
    """
    from eventcoder.cli.beginning import begin_plugin

    begin_plugin(name, folder, codebook)
