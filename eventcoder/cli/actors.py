"""The commands `eventcoder actors who`, `find`, `check` and `add`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eventcoder.cli import options
from eventcoder.cli.app import app, guarded

actors = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Ask who a name is, find all actors of a corpus, check and extend actor lists.",
)
app.add_typer(actors, name="actors")


@actors.command()
@guarded
def who(
    phrase: Annotated[str, typer.Argument(help="A name or a phrase, in quotes.")],
    date: Annotated[str | None, typer.Option(help="The day of the story: 2010-01-01.")] = None,
    lists: options.ActorLists = None,
) -> None:
    """Explain which code a phrase gets on a date: the rows and role nouns in it, the rules, the result.

    eventcoder actors who "Sergei Lavrov" --date 2010-01-01
    eventcoder actors who "the former Egyptian president"
    """
    from eventcoder.cli.actorlists import show_who

    show_who(phrase, date, lists or [])


@actors.command()
@guarded
def find(
    paths: options.Corpus,
    output: Annotated[Path, typer.Option("-o", "--output", help="CSV file to write; - for the screen.")],
    date: options.StoryDate = None,
    lists: options.ActorLists = None,
    column: options.Columns = None,
    reader: options.ReaderName = None,
    option: Annotated[
        list[str] | None, typer.Option(help="Option of the reader: reader.encoding=cp1252, ...")
    ] = None,
    coreference: Annotated[
        bool, typer.Option(help='Also pronouns and descriptions ("he", "the ministry") that refer back.')
    ] = True,
) -> None:
    """Write every mention of an actor: where it stands, its code, and how it was found. No parser is used.

    eventcoder actors find stories/ -o mentions.csv
    eventcoder actors find stories.csv --column text=BODY -o mentions.csv
    """
    from eventcoder.cli.actorlists import find_mentions

    reading = {"paths": paths, "date": date, "reader": reader}
    failed = find_mentions(reading, lists or [], column or [], option or [], output, coreference)
    raise typer.Exit(1 if failed else 0)


@actors.command()
@guarded
def check(
    files: Annotated[list[Path], typer.Argument(help="Actor lists: CSV files.")],
) -> None:
    """Look for mistakes in actor lists: bad rows, overlapping dates, names twice, unknown codes.

    Exit code 1 where anything was found.

      eventcoder actors check my/actors.csv
    """
    from eventcoder.cli.actorlists import check_lists

    raise typer.Exit(1 if check_lists(files) else 0)


@actors.command()
@guarded
def add(
    file: Annotated[Path, typer.Argument(help="A reviewed file of unknown names: events.unknown.csv")],
    to: Annotated[Path, typer.Option(help="Actor list that takes the rows; it is made where it is missing.")],
) -> None:
    """Take reviewed names into an actor list of your own: the rows with yes in the column `take`.

    `eventcoder code` writes events.unknown.csv beside its output. Write yes into `take`, mend code and
    kind, add dates. Then code again with your list.

      eventcoder actors add events.unknown.csv --to my/actors.csv
      eventcoder code stories/ --actors my/actors.csv -o events.csv
    """
    from eventcoder.cli.actorlists import add_names

    add_names(file, to)
