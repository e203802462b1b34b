"""The English words that the pipeline knows: those of its lemma tables, and the frequent ones of its vectors.

The tables are read without loading the pipeline.
"""

from __future__ import annotations

import bisect
import gzip
import re
import unicodedata
from functools import lru_cache
from typing import Any

WORD = re.compile(r"[^\W\d_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BEFORE = re.compile(r"anti|counter|co|de|ex|inter|mis|multi|non|out|over|pre|pro|re|sub|un|under")


class Words:
    """A dictionary that also knows inflected words and words with "re-", "un-" and the like before them."""

    def __init__(self, weights: bytes) -> None:
        import srsly  # type: ignore[import-untyped]

        parts: dict[str, bytes] = srsly.msgpack_loads(weights)
        tables = srsly.msgpack_loads(srsly.msgpack_loads(parts["lemmatizer"])["lookups"])
        listed = (
            word for name in ("lemma_index", "lemma_exc") for part in tables[name].values() for word in part
        )
        self._words = {piece for word in listed for piece in WORD.findall(word.lower())}
        self._in_order = sorted(self._words)
        self._endings = {
            tuple(rule) for rules in tables["lemma_rules"].values() for rule in rules if rule[0].isalpha()
        }
        self._vocabulary = parts["vocab"]
        self._hashes: frozenset[int] | None = None

    def known(self, word: str) -> bool:
        """Whether it is an English word, or one that is often written."""
        bare = _BEFORE.sub("", word, count=1) if _BEFORE.match(word) else ""
        return (
            self._inflected(word)
            or self._inflected(word + "s")
            or self._inflected(bare)
            or self._frequent(word)
        )

    def begins(self, word: str) -> bool:
        """Whether an English word begins like this."""
        at = bisect.bisect_left(self._in_order, word)
        return at < len(self._in_order) and self._in_order[at].startswith(word)

    def near(self, word: str) -> list[str]:
        """Frequent words with the same first letter that differ by one other, or by two exchanged ones."""
        found = [other for other in _slips(word) if self._inflected(other) and self._frequent(other)]
        return sorted(found, key=lambda other: (sorted(other) != sorted(word), -len(other), other))

    def _inflected(self, word: str) -> bool:
        if word in self._words:
            return True
        stems = {word[: -len(old)] + new for old, new in self._endings if word.endswith(old)}
        stems |= {stem[:-1] for stem in stems if stem != word[:-1] and stem[-1:] == stem[-2:-1]}
        return not self._words.isdisjoint(stems)

    def _frequent(self, word: str) -> bool:
        # importing spaCy takes most of a second: only for words that the tables do not have
        from spacy.strings import get_string_id

        if self._hashes is None:
            self._hashes = _hashes(self._vocabulary)
        return any(get_string_id(form) in self._hashes for form in (word, word.title(), word.upper()))


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of the pipeline in this folder."""
    from eventcoder_english import WEIGHTS

    with gzip.open(WEIGHTS) as file:
        return Words(file.read())


def plain(text: str) -> str:
    """In small letters and without accents."""
    return unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()


def _hashes(vocabulary: bytes) -> frozenset[int]:
    """What the vectors have instead of words."""
    import srsly

    parts: dict[str, Any] = srsly.msgpack_loads(vocabulary)
    return frozenset(srsly.msgpack_loads(srsly.msgpack_loads(parts["vectors"])["key2row"]))


def _slips(word: str) -> set[str]:
    """What may have been meant: a letter more, less, or another one, or two exchanged."""
    halves = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    return {
        *(a + b[1:] for a, b in halves if b),
        *(a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1),
        *(a + letter + b[1:] for a, b in halves if b for letter in _LETTERS),
        *(a + letter + b for a, b in halves for letter in _LETTERS),
    }
