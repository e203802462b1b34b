"""`eventcoder check`: runs the checks and prints what they find."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console

from eventcoder.errors import UnknownName, UsageError
from eventcoder.garbage import without_collection
from eventcoder.hooks.components import Check
from eventcoder.hooks.registry import Registry
from eventcoder.linting.manual import manual
from eventcoder.linting.report import as_github, as_json, print_text, summary
from eventcoder.linting.running import Linter, Report
from eventcoder.settings import BUNDLED_CODEBOOKS, Coding

FORMATS = ("text", "json", "github")


def run_check(
    codebooks: Sequence[str], coding: Mapping[str, Any], format: str, notes: bool, samples: bool
) -> Report:
    """Check and print; returns what was found."""
    if format not in FORMATS:
        raise UnknownName("format", format, FORMATS)
    registry = Registry()
    names = in_folders(codebooks, registry) or list(BUNDLED_CODEBOOKS)
    linter = Linter(Coding(**coding), registry, samples)
    with without_collection():
        report = linter.check(names)
    checks = {check.name: check for check in linter.checks}
    shown = [f for f in report.findings if notes or f.severity != "note"]
    report = replace(report, findings=[replace(f, path=_from_here(f.path)) for f in shown])
    if format == "json":
        print(as_json(report, checks))
    elif format == "github":
        sys.stdout.writelines(f"{line}\n" for line in as_github(report, checks))
    else:
        print_text(report, checks, Console(highlight=False))
    Console(stderr=True, highlight=False).print(summary(report), soft_wrap=True)
    return report


def in_folders(codebooks: Sequence[str], registry: Registry) -> list[str]:
    """The codebooks, and instead of folders all that are in them."""
    found: list[str] = []
    for name in codebooks:
        if name in registry.names("codebooks") or not Path(name).is_dir():
            found.append(name)
        elif inside := _files_in(Path(name)):
            found += inside
        else:
            raise UsageError(f"{name}: there is no codebook (*.yaml) in this folder.")
    return found


def _files_in(folder: Path) -> list[str]:
    """The YAML files of a folder and of those below, but for hidden ones: they configure other programs."""
    files = (p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml") and p.is_file())
    return sorted(str(p) for p in files if not any(part[0] == "." for part in p.relative_to(folder).parts))


def _from_here(path: str) -> str:
    """Relative where the file is below the working folder, as GitHub and editors want it."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


def print_manual() -> None:
    """Print docs/checks.md, with the checks of installed plugins."""
    checks: list[Check] = [provided.value for provided in Registry().provided("checks")]
    print(manual(checks))
