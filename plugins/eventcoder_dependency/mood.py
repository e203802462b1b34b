"""The moods of one act together, with who reports it."""

from __future__ import annotations

from typing import NamedTuple


class Mood(NamedTuple):
    """Moods, and the token of who says so (-1 for nobody)."""

    moods: frozenset[str] = frozenset()
    speaker: int = -1

    def plus(self, moods: frozenset[str], speaker: int = -1) -> Mood:
        """With more moods; the nearest speaker stays."""
        if speaker < 0 and moods <= self.moods:
            return self
        return Mood(self.moods | moods, speaker if speaker >= 0 else self.speaker)

    def only(self, *kept: str) -> Mood:
        return Mood(self.moods & set(kept), self.speaker if "reported" in kept else -1)

    def without(self, mood: str) -> Mood:
        return Mood(self.moods - {mood}, self.speaker)


REAL = Mood()
