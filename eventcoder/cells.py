"""Text in the cells of a spreadsheet, which takes what begins with some signs for a formula."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@")
_GUARDED = tuple(f"'{sign}" for sign in _FORMULA)


def guarded(text: str) -> str:
    """With an apostrophe where a spreadsheet would take the text for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """Without the apostrophe that `guarded` puts there."""
    return text[1:] if text.startswith(_GUARDED) else text
