"""Sentences that are no news of politics, told by their words: sport pages, markets, weather, listings.

The words stand in codebooks, in categories with `discard: true`, so that a researcher can read and edit
them. A sentence with one of `sentences` is left out, unless it also has a word of `rescue`. "#" is any
digit, and a possessive "'s" may follow: "#-#" finds the score of a match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from eventcoder.codebook.shape import Codebook
from eventcoder.language.morphology import noun_forms

_WORD = re.compile(r"[\w&'’-]+")
_DIGIT = re.compile(r"\d")
_MASKED = re.compile(r"\d|['’][sS]\b")


class Discards:
    """Looks up the words of all discarding categories in one pass over the words of a sentence.

    Word sets make thousands of phrases ("in $the $work"), so that phrases are looked up whole, by the
    lengths that those with the same first word have.
    """

    def __init__(self, books: Mapping[str, Codebook]) -> None:
        self._phrases: dict[tuple[str, ...], list[str]] = {}
        self._lengths: dict[str, set[int]] = {}
        self._rescue: dict[str, frozenset[str]] = {}
        for book in books.values():
            for name, category in book.categories.items():
                if category.sentences or category.onward:
                    full = f"{book.name}/{name}"
                    self._rescue[full] = frozenset(_forms(book.expand(category.rescue)))
                    for phrase in _forms(book.expand(category.sentences)):
                        words = tuple(phrase.split())
                        self._phrases.setdefault(words, []).append(full)
                        self._lengths.setdefault(words[0], set()).add(len(words))

    def rescued(self, text: str, category: str) -> bool:
        """Whether a word of the category's `rescue` keeps a sentence in."""
        spaced = f" {' '.join(_WORD.findall(text.lower()))} "
        return any(f" {rescue} " in spaced for rescue in self._rescue[category])

    def category(self, text: str) -> str:
        """The category that discards a sentence ("discards/sport"), or "" where none does."""
        return self.found(text)[0]

    def found(self, text: str) -> tuple[str, str]:
        """The category that discards a sentence and the words it does so for; both empty if none does."""
        if not self._phrases:
            return "", ""
        words = _WORD.findall(text.lower())
        readings = [words]
        if _MASKED.search(text):
            readings.append([_DIGIT.sub("#", word.removesuffix("'s").removesuffix("’s")) for word in words])
        for reading in readings:
            for at, length in self._looked_up(reading):
                for category in self._phrases.get(tuple(reading[at : at + length]), ()):
                    if not self.rescued(text, category):
                        return category, " ".join(words[at : at + length])
        return "", ""

    def _looked_up(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Where phrases could stand and how long they would be."""
        if self._lengths.keys().isdisjoint(words):
            return
        for at, word in enumerate(words):
            if word in self._lengths:
                for length in self._lengths[word]:
                    yield at, length


def _forms(phrases: Iterable[str]) -> Iterable[str]:
    """Each phrase in the singular and the plural of its last word."""
    for phrase in phrases:
        before, _, last = phrase.rpartition(" ")
        for form in {last, *noun_forms(last)}:
            yield f"{before} {form}".strip()
