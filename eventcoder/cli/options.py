"""The options that several commands share, each with its help; and which of them were given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

Corpus = Annotated[list[Path], typer.Argument(help="Files or folders, as for `eventcoder code`")]
Codebooks = Annotated[
    list[str] | None,
    typer.Option("--codebook", "-c", help="Name or path of a codebook; may be repeated."),
]
ExtractorName = Annotated[str | None, typer.Option("--extractor", help="How frames are found.")]
ActorLists = Annotated[
    list[str] | None,
    typer.Option("--actors", help="Actor list (name or path) on top of the bundled ones; may be repeated."),
]
StoryDate = Annotated[str | None, typer.Option("--date", help="Date of stories that give none: 2017-11-14.")]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", help="Column or key of the input: text=BODY, id=..., date=..."),
]
ReaderName = Annotated[
    str | None, typer.Option("--reader", help="Reader, where the file's ending does not tell.")
]
ComponentOptions = Annotated[
    list[str] | None,
    typer.Option("--option", help="Option of a component: reader.encoding=cp1252, ..."),
]


def given(**options: Any) -> dict[str, Any]:
    """The options that were given; what is left out takes the default of the settings."""
    return {name: value for name, value in options.items() if value is not None}
