"""`eventcoder watch`: checks on every save, and prints what that changed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from eventcoder.cli.checking import in_folders
from eventcoder.errors import EventcoderError, Finding
from eventcoder.hooks.registry import Registry
from eventcoder.linting.report import one_line, summary
from eventcoder.linting.running import Linter
from eventcoder.linting.watching import Look, Watcher, is_example, saves
from eventcoder.settings import Coding


def run_watch(codebooks: Sequence[str], coding: Mapping[str, Any], notes: bool) -> None:
    """Watch until Ctrl-C."""
    severities = {"error", "warning"} | ({"note"} if notes else set())
    registry = Registry()
    names = in_folders(codebooks, registry)
    watcher = Watcher(Linter(Coding(**coding), registry), names, frozenset(severities))
    console = Console(highlight=False)
    try:
        follow(watcher, saves(lambda: watcher.paths), console)
    except KeyboardInterrupt:
        print()  # not by the console: it may hold the page that it was about to print


def follow(watcher: Watcher, saved: Iterable[Iterable[Path]], console: Console) -> None:
    """Print what is found at first, and after each file that is saved or deleted. Mistakes of the first check end it, later ones do not."""
    _print(watcher.look(), "", console)
    for files in saved:
        what = ", ".join(sorted(f"{p.name} {'saved' if p.exists() else 'deleted'}" for p in files))
        try:
            _print(watcher.look(), what, console)
        except EventcoderError as error:
            if console.is_terminal:
                console.clear()
            console.print(
                Text.assemble((f"{time.strftime('%H:%M:%S')}  {what}\n", "bold"), (str(error), "red")),
                soft_wrap=True,
            )


def _print(look: Look, what: str, console: Console) -> None:
    if console.is_terminal:
        console.clear()
    if what:
        console.print(Text(f"{time.strftime('%H:%M:%S')}  {what}, checked in {look.seconds:.2f} s", "bold"))
        _tell(look.broken, "broken", "new", "red", console)
        _tell(look.mended, "mended", "gone", "green", console)
        console.print()
    for finding in look.report.findings:
        console.print(one_line(finding), soft_wrap=True)
    console.print(summary(look.report), soft_wrap=True)


def _tell(findings: Sequence[Finding], example: str, other: str, style: str, console: Console) -> None:
    """A line for each difference: an example by its sentence, anything else by what was found."""
    for finding in findings:
        message = finding.message.partition("\n")[0]
        said = f"{example:8}{message}" if is_example(finding) else f"{other:8}{finding.id} {message}"
        console.print(Text(said, style), soft_wrap=True)
