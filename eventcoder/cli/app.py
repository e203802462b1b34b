"""The application that the commands join, and what becomes of their errors."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
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


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """Decorator of every command: errors become one message and an exit code; a traceback is shown with --debug only."""

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
