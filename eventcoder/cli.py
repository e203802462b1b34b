"""The command line. It imports nothing heavy: `eventcoder --help` answers at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from eventcoder import __version__

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_debug = False


def _fail(message: str, code: int) -> typer.Exit:
    print(f"eventcoder: {message}", file=sys.stderr)
    if code == 2 and "--help" not in message:
        print("`eventcoder --help` and `eventcoder COMMAND --help` show how it is used.", file=sys.stderr)
    return typer.Exit(code)


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Errors become one message and an exit code; a traceback is shown with --debug only."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        from eventcoder.errors import EventcoderError

        try:
            command(*args, **kwargs)
        except EventcoderError as error:
            if _debug:
                raise
            raise _fail(str(error), error.exit_code) from None
        except BrokenPipeError:
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            raise _fail("interrupted.", 130) from None
        except (typer.Exit, typer.Abort, SystemExit):
            raise
        except Exception as error:
            if _debug:
                raise
            message = (
                f"this should not happen: {type(error).__name__}: {error}. Run it again with --debug first"
            )
            raise _fail(f"{message} (eventcoder --debug ...) and report what it prints.", 1) from None

    return run


def _version(wanted: bool) -> None:
    if wanted:
        print(f"eventcoder {__version__}")
        raise typer.Exit


@app.callback()
def main(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Read news text, write political event data: who did what to whom, coded by codebooks.

    [bold]eventcoder code stories/ -o events.csv[/bold] codes a folder of texts.
    """
    global _debug
    _debug = debug


@app.command()
@_guarded
def code(
    paths: Annotated[
        list[Path], typer.Argument(help="Files or folders: .txt, .csv, .tsv, .jsonl, each also .gz")
    ],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="File to write: .csv, .tsv, .jsonl, also .gz; - for the screen."),
    ],
    codebook: Annotated[
        list[str] | None,
        typer.Option("--codebook", "-c", help="Name or path of a codebook; may be repeated."),
    ] = None,
    extractor: Annotated[
        str | None, typer.Option(help="How frames are found; `eventcoder list extractors`.")
    ] = None,
    date: Annotated[str | None, typer.Option(help="Date of stories that give none: 2017-11-14.")] = None,
    actors: Annotated[
        list[str] | None,
        typer.Option(help="Actor list (name or path) on top of the bundled ones; may be repeated."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(help="Column or key of the input: text=BODY, id=..., date=..., source=..."),
    ] = None,
    reader: Annotated[str | None, typer.Option(help="Reader, where the file's ending does not tell.")] = None,
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
    from eventcoder.cli_code import run_code

    if workers > 1:
        option = [*(option or []), f"backend.workers={workers}"]

    given = {
        "codebooks": codebook, "extractor": extractor, "more_actors": actors, "scale": scale,
        "quad_rule": quad_rule, "screen": screen,
    }  # fmt: skip
    coding = {name: value for name, value in given.items() if value is not None}
    settings = {
        "inputs": paths, "output": output, "date": date, "reader": reader, "exporter": exporter,
        "backend": backend or ("processes" if workers > 1 else "serial"),
    }  # fmt: skip
    failed = run_code(coding, settings, column or [], option or [], quiet)
    raise typer.Exit(1 if failed else 0)


@app.command(name="list")
@_guarded
def list_(
    what: Annotated[
        str,
        typer.Argument(
            help="codebooks, categories, actors, extractors, readers, exporters, backends, importers, checks, "
            "schemes, scales or plugins"
        ),
    ] = "codebooks",
    scheme: Annotated[
        str | None, typer.Option(help="With categories: codes of this scheme and what they have.")
    ] = None,
) -> None:
    """List what there is to choose from, and the plugin it comes from.

    eventcoder list
    eventcoder list categories --scheme cameo
    eventcoder list extractors
    """
    from eventcoder.cli_show import show_list

    show_list(what, scheme)


@app.command()
@_guarded
def show(
    name: Annotated[
        str, typer.Argument(help="A codebook (name or path), a category (consult/phone) or a CAMEO code.")
    ],
) -> None:
    """Show a codebook: its categories with codes, patterns in words, and examples.

    eventcoder show consult
    eventcoder show consult/phone
    eventcoder show 036
    """
    from eventcoder.cli_show import show_name

    show_name(name)


@app.command()
@_guarded
def schema(
    what: Annotated[str, typer.Argument(help="codebook")] = "codebook",
) -> None:
    """Print the JSON Schema of the codebook format, for editors that check YAML as you type.

    eventcoder schema codebook > codebook.schema.json
    """
    import json

    from eventcoder.codebook import Codebook
    from eventcoder.errors import UnknownName

    if what != "codebook":
        raise UnknownName("schema", what, ["codebook"])
    print(json.dumps(Codebook.model_json_schema(), indent=2))
