"""Ids that were used before, remembered in little room: a run may have a million documents."""

from __future__ import annotations

import hashlib
from array import array

_FIRST_SIZE = 1 << 18
"""Places in the table at first, eight bytes each; enough for 170,000 documents."""


class Seen:
    """A set of texts, kept as 64 bits of their hash in one table with open addressing.

    A set of Python has ten times the size, and one that grows with every document.
    """

    def __init__(self) -> None:
        self._table = array("Q", bytes(8 * _FIRST_SIZE))
        self._count = 0

    def add(self, text: str) -> bool:
        """Remember a text; whether it is new."""
        key = _hash(text)
        at = self._place(key)
        if self._table[at]:
            return False
        self._table[at] = key
        self._count += 1
        if 3 * self._count > 2 * len(self._table):
            self._grow()
        return True

    def _place(self, key: int) -> int:
        """Where a key is, or where there is room for it."""
        last = len(self._table) - 1
        at = key & last
        while self._table[at] not in (0, key):
            at = (at + 1) & last
        return at

    def _grow(self) -> None:
        keys = self._table
        self._table = array("Q", bytes(16 * len(keys)))
        for key in filter(None, keys):
            self._table[self._place(key)] = key


def _hash(text: str) -> int:
    """64 bits that are never 0, which stands for an empty place."""
    digest = hashlib.blake2b(text.encode("utf8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") or 1
