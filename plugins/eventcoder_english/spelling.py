"""EC115: words of codebooks that are misspelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from eventcoder import Check, Finding
from eventcoder_english.words import WORD, plain, words

_SHORTEST = 5
"""Shorter words are like too many others."""


def _misspelt(subject: Any) -> Iterator[Finding]:
    listed = [(key, text) for key, texts in subject.word_lists() for text in texts if _is_word(key, text)]
    uses = Counter(word for _, text in listed for word in _pieces(text))
    shown: set[str] = set()
    for key, text in listed:
        for word in _pieces(text):
            if uses[word] > 1 or word in shown or not (near := _meant(key, word)):
                continue
            if word in _names(subject.around.actors) or _in_examples(word, subject.book):
                continue
            shown.add(word)
            yield subject.finding(key, f"{word!r} is no English word; did you mean {near!r}?")


def _is_word(key: tuple[Any, ...], text: str) -> bool:
    """Not a reference to a set, a role, or a piece of a whole sentence."""
    return not (text.startswith("$") or "roles" in key or key[-1] in ("sentences", "rescue"))


def _pieces(text: str) -> list[str]:
    return [word for word in WORD.findall(plain(text)) if len(word) >= _SHORTEST]


def _meant(key: tuple[Any, ...], word: str) -> str:
    """The word that was meant; "" where this one is right, or like no other.

    Sets of words, `mentions` and the slot `any` may hold beginnings of words.
    """
    beginning = key[0] == "words" or "mentions" in key or "any" in str(key[-1]).split()
    if words().known(word) or (beginning and words().begins(word)):
        return ""
    return next(iter(words().near(word)), "")


@lru_cache(maxsize=4)
def _names(actors: Any) -> frozenset[str]:
    return frozenset(piece for entry in actors.entries for piece in _pieces(entry.name))


def _in_examples(word: str, book: Any) -> bool:
    """Whether an example has a word like this, so that it is meant."""
    texts = (e.text for c in book.categories.values() for e in (*c.examples, *c.counterexamples))
    return any(piece.startswith(word) for text in texts for piece in _pieces(text))


def checks() -> Iterable[Check]:
    return [
        Check(
            "EC115",
            "a word is misspelt",
            _misspelt,
            "warning",
            "The word is in no dictionary and no actor list, and one letter away from a frequent word. No "
            "text has it, so that it finds nothing, and the pattern that needs it never fires. A word that "
            "stands twice in the codebook, or in one of its examples, is taken to be meant.",
            "Write the word that is suggested. If yours is right, add an example with it.",
            "- {verb: denounse}",
        )
    ]
