"""Stretches of tokens as spans of the sentence, with the lemma of their head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eventcoder import Sentence, Span
from eventcoder_surface import words as w
from eventcoder_surface.sequence import Group
from eventcoder_surface.tokens import Token


class Spans:
    """Makes the spans of one sentence; `noun_of` has the lemmas of the codebooks' nouns."""

    def __init__(self, sentence: Sentence, tokens: Sequence[Token], noun_of: Mapping[str, str]) -> None:
        self.sentence = sentence
        self.tokens = tokens
        self.noun_of = noun_of

    def group(self, args: Mapping[str, Group]) -> dict[str, tuple[Span, ...]]:
        spans: dict[str, tuple[Span, ...]] = {}
        for slot, group in args.items():
            made = tuple(piece for first, last in group for piece in self._pieces(slot, first, last))
            if made:
                spans[slot] = made
        return spans

    def _pieces(self, slot: str, first: int, last: int) -> list[Span]:
        """One span, or one for each side of a hyphen in a modifier ("Israeli-Palestinian")."""
        token = self.tokens[last]
        parts = token.text.split("-")
        if slot != "modifier" or len(parts) < 2 or not all(p[:1].isupper() for p in parts):
            return [self.span(first, last)]
        pieces: list[Span] = []
        offset = token.start
        for n, part in enumerate(parts):
            start = self.tokens[first].start if n == 0 else offset
            end = offset + len(part)
            pieces.append(Span(start, end, self.sentence.text[start:end], part.lower()))
            offset = end + 1
        return pieces

    def span(self, first: int, last: int, head: str = "") -> Span:
        start, end = self.tokens[first].start, self.tokens[last].end
        return Span(start, end, self.sentence.text[start:end], head or self._head(first, last))

    def _head(self, first: int, last: int) -> str:
        """Lemma of the head noun: the last word before "of" or a preposition."""
        end = next((i for i in range(first + 1, last + 1) if self.tokens[i].kind in ("prep", "to")), last + 1)
        if end <= last and self.tokens[end].lower == "of" and self.tokens[end - 1].lower in w.PARTS:
            return self._head(end + 1, last)
        token: Token = self.tokens[end - 1]
        return self.noun_of.get(token.lower) or (token.lower if token.capital else singular(token.lower))


def singular(word: str) -> str:
    """The likely singular of a noun: charges -> charge, parties -> party, crises -> crisis."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
