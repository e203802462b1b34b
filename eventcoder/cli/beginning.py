"""`eventcoder new`: writes the files and says what to do with them."""

from __future__ import annotations

import shlex
from pathlib import Path

from eventcoder.bench.scaffolding import new_codebook, new_plugin
from eventcoder.hooks.registry import Registry


def begin_codebook(name: str, folder: Path) -> None:
    """Write a codebook."""
    book = new_codebook(name, folder, Registry())
    path = shlex.quote(str(book))
    _tell(
        str(book),
        f"eventcoder show {path}",
        f"eventcoder watch {path}",
        f"eventcoder code STORIES --codebook {path} -o events.csv",
    )


def begin_plugin(name: str, folder: Path, codebook: Path | None) -> None:
    """Write a plugin."""
    top = new_plugin(name, folder, Registry(), codebook)
    for path in sorted(path for path in top.rglob("*") if path.is_file()):
        print(f"  {path.relative_to(top).as_posix()}")
    _tell(str(top), f"cd {shlex.quote(str(top))}", 'pip install -e ".[test]"', "pytest")


def _tell(written: str, *commands: str) -> None:
    print(f"{written} is written. Next:")
    for command in commands:
        print(f"  {command}")
