"""Errors a user can act on: every message says where, what, the choices, and what to do next."""

from __future__ import annotations

import difflib
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return the closest of `choices`, or an empty string where none is close."""
    lowered, letters = {choice.lower(): choice for choice in choices}, word.lower()
    for i in range(len(letters) - 1):  # exchanged letters are the likeliest slip
        exchanged = letters[:i] + letters[i + 1] + letters[i] + letters[i + 2 :]
        if exchanged != letters and exchanged in lowered:
            return lowered[exchanged]
    close = difflib.get_close_matches(letters, lowered, n=1, cutoff=0.6)
    return lowered[close[0]] if close else ""


def sentence(*parts: str) -> str:
    """Join the non-empty parts to one text, each ending in a full stop."""
    return " ".join(p if p.endswith((".", "?", "!", ":")) else p + "." for p in parts if p)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in a file: `path:line: place: message. hint`.

    `line` counts from 1; 0 means the file as a whole. `id` is that of the check that found it (EC101), see
    docs/checks.md; `severity` is "error", "warning" or "note".
    """

    path: str
    line: int
    place: str
    message: str
    hint: str = ""
    id: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        place = f"{self.place}: " if self.place else ""
        return f"{where}: {place}{sentence(self.message, self.hint)}"


class EventcoderError(Exception):
    """Base of every error that eventcoder raises on purpose."""

    exit_code = 1


class UsageError(EventcoderError):
    """The request cannot be carried out as it stands: a wrong option, path or column."""

    exit_code = 2


_LISTED = 40
"""How many choices a message lists in full."""
_AROUND = 3
"""How many it names on either side of where the name would stand in a longer list."""
_COMPARED = 5_000
"""How many it looks through for one that is spelt alike."""


class UnknownName(UsageError):
    """A name that does not exist; the message has the closest one, and the choices.

    Of many choices only those are listed that stand next to it in the alphabet; `hint` says where all are.
    """

    def __init__(self, what: str, name: str, choices: Iterable[str], hint: str = "") -> None:
        known = sorted(choices)
        close = f"0{name}" if f"0{name}" in known else did_you_mean(name, known[:_COMPARED])
        super().__init__(
            sentence(
                f"there is no {what} called {name!r}",
                f"Did you mean {close!r}?" if close else "",
                _choices(name, known),
                hint,
            )
        )


def _choices(name: str, known: Sequence[str]) -> str:
    if len(known) <= _LISTED:
        return f"The choices are: {', '.join(known) or 'none'}"
    at = bisect(known, name)
    return (
        f"Of {len(known):,} choices the nearest are: {', '.join(known[max(at - _AROUND, 0) : at + _AROUND])}"
    )


class PluginError(EventcoderError):
    """A plugin failed; the message names it."""

    def __init__(self, plugin: str, doing: str, cause: object, hint: str = "") -> None:
        reason = f"{type(cause).__name__}: {cause}" if isinstance(cause, BaseException) else str(cause)
        super().__init__(sentence(f"plugin {plugin!r} failed while {doing}: {reason}", hint))
        self.plugin = plugin


class InvalidFile(EventcoderError):
    """A codebook, scheme, scale or actor list with mistakes: all of them, not just the first."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


class InputError(EventcoderError):
    """A record or file of the input that cannot be read; the rest of the input still can."""

    def __init__(self, where: str, message: str, hint: str = "") -> None:
        super().__init__(f"{where}: {sentence(message, hint)}")
        self.where = where
        self.message = message
        self.hint = hint


class OutputError(UsageError):
    """The output cannot be written."""
