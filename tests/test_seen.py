"""Ids that were used before: none is forgotten when the table grows."""

from __future__ import annotations

import pytest

from eventcoder.running import seen


def test_nothing_is_forgotten_when_the_table_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "_FIRST_SIZE", 4)
    known = seen.Seen()
    assert all(known.add(f"story {n}") for n in range(1000))
    assert not any(known.add(f"story {n}") for n in range(1000))
    assert known.add("another story")
