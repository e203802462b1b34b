"""How a check is written down: a function that yields places and messages, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from eventcoder.codebook.yamlfile import Key
from eventcoder.errors import Finding
from eventcoder.hooks.components import Check
from eventcoder.linting.subject import Subject

Look = Callable[[Subject], Iterator[tuple[Key, str]]]
CHECKS: list[Check] = []
"""The bundled checks, in the order of their modules."""


def check(
    id: str,
    summary: str,
    *,
    reason: str,
    fix: str,
    example: str,
    severity: Literal["error", "warning", "note"] = "warning",
) -> Callable[[Look], Look]:
    """Decorator that makes a check of a function."""

    def register(look: Look) -> Look:
        def run(subject: Subject) -> Iterable[Finding]:
            return (subject.finding(key, message) for key, message in look(subject))

        CHECKS.append(Check(id, summary, run, severity, reason, fix, example))
        return look

    return register


def _found_while_reading(_: Subject) -> Iterable[Finding]:
    return ()


def reading(id: str, summary: str, reason: str, fix: str, example: str) -> None:
    """A mistake that already keeps a file from being read, so that it needs no check of its own."""
    CHECKS.append(Check(id, summary, _found_while_reading, "error", reason, fix, example))
