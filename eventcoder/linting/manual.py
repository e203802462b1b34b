"""The page docs/checks.md, made of the checks themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventcoder.hooks.components import Check

_HEAD = """# Checks of codebooks

`eventcoder check` looks for these mistakes. Each has an id that stays the same. [bench.md](bench.md) tells how to use
it, also before every commit and on GitHub. This page is made by `eventcoder check --manual`.

An *error* keeps something from working, and makes the exit code 1. A *warning* is probably a mistake. A *note* is worth
a look; notes are shown with `--notes`.

Plugins may add checks; see [plugins.md](plugins.md).
"""


def manual(checks: Iterable[Check]) -> str:
    """The page as text."""
    listed = sorted(checks, key=lambda check: check.name)
    return "\n".join([_HEAD, *_table(listed), *(line for check in listed for line in _section(check))])


def _table(checks: Iterable[Check]) -> Iterator[str]:
    yield "| id | severity | what is found |"
    yield "|---|---|---|"
    for check in checks:
        yield f"| [{check.name}](#{check.name.lower()}) | {check.severity} | {check.summary} |"


def _section(check: Check) -> Iterator[str]:
    yield f"\n## {check.name}\n"
    yield f"*{check.severity.capitalize()}: {check.summary}.*\n"
    yield f"{check.reason}\n"
    if check.example:
        yield f"```text\n{check.example}\n```\n"
    yield f"**What to do.** {check.fix}"
