"""What commands say beside their result: problems on standard error, pages for a browser."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console

from eventcoder.errors import OutputError, UsageError
from eventcoder.problems import SHOWN, Problem


def warn(problems: Iterable[Problem]) -> None:
    """The problems on standard error, the first of them in full."""
    console = Console(stderr=True, highlight=False)
    listed = list(problems)
    for problem in listed[:SHOWN]:
        console.print(f"{problem.severity}: {problem.where}: {problem.message}", markup=False, soft_wrap=True)
    if len(listed) > SHOWN:
        console.print(f"... and {len(listed) - SHOWN} more")


def _is_page(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(20).lower().startswith(b"<!doctype html")


def write_page(path: Path, page: str) -> None:
    """Write an HTML page; only over another page, never over somebody's data."""
    if path.is_file() and not _is_page(path):
        raise UsageError(f"{path} exists and is no HTML page. Give another name.")
    try:
        path.write_text(page, encoding="utf8")
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}.") from None
