"""Numbers with their nouns, as they stand in what is printed: "1 story", "1,204 stories"."""

from __future__ import annotations


def counted(number: int, one: str, several: str = "") -> str:
    """The number with the noun in singular or plural; `several` where that is not made with an "s"."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
