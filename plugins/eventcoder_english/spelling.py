"""EC115 and EC116: words of codebooks that are misspelt, or that no dictionary has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from eventcoder import Check, Finding
from eventcoder_english.words import NEVER, WORD, plain, words

Key = tuple[Any, ...]

_SHORTEST = 5
"""Shorter words are like too many others."""
_LONG = 8
"""Words as long as this are like few others."""
_COMMON = 20_000
"""The rank up to which a word is one that an author may well have meant."""
_RARER = 2.5
"""How much further down a slip of the pen stands than the word that was meant; real words may be as near."""
_ALIKE = 0.87
"""How like each other two long words are that differ by two letters."""


def _misspelt(subject: Any) -> Iterator[Finding]:
    for key, word in _doubtful(subject):
        known, near = words().known(word), _meant(word, subject.around.listed)
        if near:
            what = "is hardly ever written" if known else "is no English word"
            yield subject.finding(key, f"{word!r} {what}; did you mean {near!r}?")
        elif not (known or words().made(word) or words().spelt(word)):
            yield subject.finding(key, f"{word!r} is spelt as no English word is")


def _unknown(subject: Any) -> Iterator[Finding]:
    for key, word in _doubtful(subject):
        lexicon = words()
        if lexicon.known(word) or lexicon.made(word) or lexicon.rank(word) < NEVER:
            continue
        if lexicon.spelt(word) and not _meant(word, subject.around.listed):
            yield subject.finding(key, f"no dictionary has {word!r}")


def _doubtful(subject: Any) -> Iterator[tuple[Key, str]]:
    """The words that nothing in the codebook and no actor list vouches for, each once."""
    listed = [(key, text) for key, texts in subject.word_lists() for text in texts if _is_word(key, text)]
    uses = Counter(word for _, text in listed for word in _pieces(text))
    shown, examples = set[str](), _example_words(subject.book)
    for key, text in listed:
        for word in _pieces(text):
            if uses[word] > 1 or word in shown or _is_fine(word, _may_begin(key)):
                continue
            if word in _names(subject.around.actors) or any(piece.startswith(word) for piece in examples):
                continue
            shown.add(word)
            yield key, word


def _is_word(key: Key, text: str) -> bool:
    """Not a reference to a set, a role, or a piece of a whole sentence."""
    return not (text.startswith("$") or "roles" in key or key[-1] in ("sentences", "rescue"))


def _pieces(text: str) -> list[str]:
    return [word for word in WORD.findall(plain(text)) if len(word) >= _SHORTEST]


def _may_begin(key: Key) -> bool:
    """Whether beginnings of words may stand there: in sets of words, under `mentions`, in the slot `any`."""
    return key[0] == "words" or "mentions" in key or "any" in str(key[-1]).split()


@lru_cache(maxsize=100_000)
def _is_fine(word: str, beginning: bool) -> bool:
    """Whether it is an English word that is often written, or begins one."""
    return words().usual(word) or (beginning and words().begins(word))


def _meant(word: str, listed: Collection[str]) -> str:
    """The word that was meant; "" where this one is right, or like no other.

    A word that is `listed` in a codebook is likelier to be meant.
    """
    lexicon = words()
    near = [other for other in lexicon.near(word) if other in listed or lexicon.rank(other) < _COMMON]
    if lexicon.known(word):
        near = [other for other in near if other in listed and _is_variant(word, other)]
    elif lexicon.derived(word):
        near = [other for other in near if other in listed]
    elif lexicon.rank(word) < NEVER:
        far = _RARER if not lexicon.is_name(word) else NEVER
        near = [other for other in near if lexicon.rank(word) > far * lexicon.rank(other)]
    elif not near and len(word) >= _LONG and not lexicon.made(word):
        alike = [other for other in listed if other[:2] == word[:2] and lexicon.usual(other)]
        near = get_close_matches(word, alike, n=1, cutoff=_ALIKE)
    return next(iter(near), "")


def _is_variant(word: str, other: str) -> bool:
    """Whether a word of the dictionary is hardly more than another spelling, which nobody uses."""
    same_length = len(word) == len(other) >= _LONG
    return same_length and words().alone(word) and word.replace("z", "s") != other.replace("z", "s")


@lru_cache(maxsize=4)
def _names(actors: Any) -> frozenset[str]:
    return frozenset(piece for entry in actors.entries for piece in _pieces(entry.name))


def _example_words(book: Any) -> set[str]:
    """The words of the examples: a word like one of these is meant."""
    texts = (e.text for c in book.categories.values() for e in (*c.examples, *c.counterexamples))
    return {piece for text in texts for piece in _pieces(text)}


_VOUCHED = (
    "A word that stands twice in the codebook, in one of its examples or in an actor list, is taken to be "
    "meant."
)


def checks() -> Iterable[Check]:
    return [
        Check(
            "EC115",
            "a word is misspelt",
            _misspelt,
            "warning",
            "The word is in no dictionary, or is hardly ever written, and is a slip of the pen away from a "
            "frequent word; or its letters follow each other as in no English word. Hardly a text has it, so "
            f"that the pattern that needs it never fires. {_VOUCHED}",
            "Write the word that was meant. If yours is right, add an example with it.",
            "- {verb: denounse}",
        ),
        Check(
            "EC116",
            "a word that no dictionary has",
            _unknown,
            "note",
            "The word is neither in the dictionary nor among the hundred thousand words that are "
            f"written most, and like none of them. It may be new, foreign, or "
            f"misspelt beyond guessing. {_VOUCHED}",
            "Look at its spelling. If it is right, add an example with it.",
            "- {noun: hartal}             # right, and in no dictionary",
        ),
    ]
