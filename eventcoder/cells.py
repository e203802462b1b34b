"""Files of spreadsheets: what stands between cells, and text that would be taken for a formula."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@")
_GUARDED = tuple(f"'{sign}" for sign in _FORMULA)


def delimiter(text: str) -> str:
    """Spreadsheets write commas, semicolons or tabs between cells, depending on where their user lives."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def guarded(text: str) -> str:
    """With an apostrophe where a spreadsheet would take the text for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """Without the apostrophe that `guarded` puts there."""
    return text[1:] if text.startswith(_GUARDED) else text
