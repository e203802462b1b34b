"""The chunks of a sentence in order: what stands where, what is coordinated, which verb is near."""

from __future__ import annotations

from collections.abc import Sequence

from eventcoder_surface.chunks import Chunk
from eventcoder_surface.tokens import Token

Group = tuple[tuple[int, int], ...]
"""Coordinated phrases, each as first and last token."""

SKIPPED = frozenset({"adv", "time", "quote"})
BOUNDARY = frozenset({"sub", "that", "stop"})


class ChunkSequence:
    """The chunks of one sentence. Chunks are named by their index in `chunks`."""

    def __init__(self, tokens: Sequence[Token], chunks: Sequence[Chunk], headline: bool) -> None:
        self.tokens = tokens
        self.chunks = chunks
        self.headline = headline
        self._kinds = [c.kind for c in chunks]
        self._count = len(chunks)
        self.verbs = [i for i, c in enumerate(chunks) if c.kind == "vg"]

    def kind(self, at: int) -> str:
        return self._kinds[at] if 0 <= at < self._count else "end"

    def word(self, at: int) -> str:
        return self.tokens[self.chunks[at].first].lower if 0 <= at < len(self.chunks) else ""

    def coordinated(self, at: int) -> tuple[Group, int]:
        """The noun phrases joined with the one at `at`, to the right, and the last chunk of them.

        A phrase behind "and" that is the subject of a verb of its own is left out.
        """
        phrases = [at]
        end = at
        while True:
            nxt = self._next_conjunct(end)
            if nxt is None:
                break
            phrases.append(nxt)
            end = nxt
        between = self.kind(at - 1) == "prep" and self.word(at - 1) in ("between", "among")
        if len(phrases) > 1 and not between and self.finite_follows(end) and self._in_object_position(at):
            phrases.pop()
            end = phrases[-1]
        return tuple((self.chunks[p].first, self.chunks[p].last) for p in phrases), end

    def _next_conjunct(self, at: int) -> int | None:
        """The noun phrase that "and", "as well as" or a comma in a list joins to the one at `at`."""
        nxt = at + 1
        while self.kind(nxt) == "time":
            nxt += 1
        if self.kind(nxt) == "comma" and self.kind(nxt + 1) == "conj":
            nxt += 1
        if self.kind(nxt) == "conj" and self.word(nxt) != "but" and self.kind(nxt + 1) == "np":
            return nxt + 1
        if self.kind(nxt) == "comma" and self.kind(nxt + 1) == "np" and self._list_goes_on(nxt + 1):
            return nxt + 1
        return None

    def _list_goes_on(self, at: int) -> bool:
        """Whether a comma joins: the list ends in "and X", or it is a headline that drops the "and"."""
        while self.kind(at) == "np":
            if self.kind(at + 1) == "conj" or (self.kind(at + 1) == "comma" and self.kind(at + 2) == "conj"):
                return self.kind(at + 2 if self.kind(at + 1) == "conj" else at + 3) == "np"
            if self.kind(at + 1) != "comma":
                return self.headline and self.kind(at + 1) == "end"
            at += 2
        return False

    def finite_follows(self, at: int) -> bool:
        nxt = at + 1
        while self.kind(nxt) in ("adv", "time"):
            nxt += 1
        return self.kind(nxt) == "vg" and self.chunks[nxt].form == "fin"

    def _in_object_position(self, at: int) -> bool:
        return self.kind(at - 1) in ("vg", "prep", "time") and self.chunks[at - 1 : at] != []

    def after(self, verb: int) -> int:
        at = verb + 1
        while self.kind(at) in SKIPPED:
            at += 1
        return at

    def possessor(self, chunk: Chunk) -> tuple[int, int] | None:
        for i in range(chunk.last, chunk.first, -1):
            if self.tokens[i].kind == "poss":
                return chunk.first, i - 1
        return None

    def verb_left(self, at: int) -> int:
        """The nearest verb group to the left in the same clause; -1 where there is none."""
        for j in range(at - 1, -1, -1):
            kind = self.kind(j)
            if kind == "vg":
                return j
            if kind in BOUNDARY or (
                kind == "comma" and self.kind(j + 1) not in ("np", "prep", "conj", "adv", "time", "vg")
            ):
                return -1
        return -1

    def finite_left(self, at: int) -> int:
        """The finite verb whose clause "and" goes on with, outside any relative clause; -1 for none."""
        for j in range(at - 1, -1, -1):
            if (
                self.kind(j) == "vg"
                and self.chunks[j].form == "fin"
                and self.kind(j - 1) not in ("rel", "that")
            ):
                return j
            if self.kind(j) == "stop":
                return -1
        return -1

    def main_verb(self, at: int) -> int:
        """The finite verb group of the clause that chunk `at` stands in, to the left or else the right."""
        left = [v for v in self.verbs if v < at and self.chunks[v].form == "fin"]
        right = [v for v in self.verbs if v > at and self.chunks[v].form == "fin"]
        return left[-1] if left else right[0] if right else -1
