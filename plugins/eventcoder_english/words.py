"""The English words that the pipeline knows: those of its lemma tables, and the frequent ones of its vectors.

The tables are read without loading the pipeline.
"""

from __future__ import annotations

import bisect
import gzip
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"(.)\1")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
NEVER = 10**6
"""The rank of words that are not written often enough to have one."""
_SHORTEST_BARE = 4
_SHORTEST_PART, _SHORTEST_COMPOUND = 3, 7
_BEFORE = re.compile(r"anti|counter|co|de|ex|inter|mis|multi|non|out|over|pre|pro|re|sub|un|under")


class Words:
    """A dictionary that also knows inflected words and words with "re-", "un-" and the like before them."""

    def __init__(self, weights: bytes) -> None:
        import srsly  # type: ignore[import-untyped]

        parts: dict[str, bytes] = srsly.msgpack_loads(weights)
        tables = srsly.msgpack_loads(srsly.msgpack_loads(parts["lemmatizer"])["lookups"])
        self._lemmas = _pieces(word for part in tables["lemma_index"].values() for word in part)
        irregular = [pair for part in tables["lemma_exc"].values() for pair in part.items()]
        self._doubtful = {
            word for word, (lemma, *_) in irregular if word != lemma and len(word) <= len(lemma)
        }
        self._words = self._lemmas | _pieces(word for word, _ in irregular if word not in self._doubtful)
        self._in_order = sorted(self._words)
        self._endings: dict[str, set[str]] = {}
        for rules in tables["lemma_rules"].values():
            for old, new in rules:
                if old.isalpha():
                    self._endings.setdefault(old, set()).add(new)
        self._lengths = {len(old) for old in self._endings}
        self._text = f"^{'$^'.join(self._in_order)}$"
        self._vocabulary = parts["vocab"]

    def known(self, word: str) -> bool:
        """Whether it is an English word in one of its forms."""
        return self._inflected(word) or (word in self._doubtful and self.rank(word) < NEVER)

    def usual(self, word: str) -> bool:
        """Whether it is an English word that is often written."""
        return self.known(word) and self.rank(word) < NEVER

    def derived(self, word: str) -> bool:
        """Whether it may be made of an English word, by a prefix or an ending."""
        bare = _BEFORE.sub("", word, count=1) if _BEFORE.match(word) else ""
        stems = {word + "s", bare} if len(bare) >= _SHORTEST_BARE else {word + "s"}
        if word.endswith("ly"):
            stems |= {word[:-2], word[:-1] + "e", word[:-2] + "le", word[:-3] + "y"}
        return any(map(self._inflected, stems))

    def made(self, word: str) -> bool:
        """Whether it may be made of English words: derived from one, or two written as one ("airstrike")."""
        ends = (
            range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1) if len(word) >= _SHORTEST_COMPOUND else ()
        )
        return self.derived(word) or any(
            word[:at] in self._lemmas and self._inflected(word[at:]) for at in ends
        )

    def alone(self, word: str) -> bool:
        """Whether no word that is often written begins like this one: none of its family is in use."""
        stem = word[: max(4, len(word) - 3)]
        at = bisect.bisect_left(self._in_order, stem)
        for other in self._in_order[at:]:
            if not other.startswith(stem):
                return True
            if self.rank(other) < NEVER:
                return False
        return True

    def rank(self, word: str) -> int:
        """The place of a word among those that are written most; `NEVER` where it is not among them."""
        # importing spaCy takes most of a second: only for words that are looked at closely
        from spacy.strings import get_string_id

        forms = {word, word.title(), word.upper()}
        return min(self._ranks.get(get_string_id(form), NEVER) for form in forms)

    def is_name(self, word: str) -> bool:
        """Whether the word is mostly written with a capital letter."""
        from spacy.strings import get_string_id

        small, capital = (self._ranks.get(get_string_id(w), NEVER) for w in (word, word.title()))
        return capital < small

    def begins(self, word: str) -> bool:
        """Whether an English word begins like this."""
        at = bisect.bisect_left(self._in_order, word)
        return at < len(self._in_order) and self._in_order[at].startswith(word)

    def spelt(self, word: str) -> bool:
        """Whether the letters of a word follow each other as in English ones, but for one place."""
        return sum(three not in self._text for three in _threes(word)) <= 1

    def near(self, word: str) -> list[str]:
        """Frequent words that differ by one letter, or by two exchanged ones: the likeliest first.

        Two exchanged letters, or one that is doubled or not, are likelier than another letter; a base form is
        likelier than an inflected one; then comes the word that is written most.
        """
        ranks = {other: self.rank(other) for other in _slips(word) if self._inflected(other)}
        found = [other for other, rank in ranks.items() if rank < NEVER]
        return sorted(found, key=lambda o: (_differs(o, word), o not in self._lemmas, ranks[o]))

    def _inflected(self, word: str) -> bool:
        if word in self._words:
            return True
        stems = {word[:-n] + new for n in self._lengths for new in self._endings.get(word[-n:], ())}
        stems |= {stem[:-1] for stem in stems if stem != word[:-1] and stem[-1:] == stem[-2:-1]}
        return not self._words.isdisjoint(stems)

    @cached_property
    def _ranks(self) -> dict[int, int]:
        """The ranks of words by what the vectors have instead of words: they stand in this order."""
        import srsly

        parts: dict[str, Any] = srsly.msgpack_loads(self._vocabulary)
        keys = srsly.msgpack_loads(srsly.msgpack_loads(parts["vectors"])["key2row"])
        return {key: rank for rank, key in enumerate(keys)}


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of the pipeline in this folder."""
    from eventcoder_english import WEIGHTS

    with gzip.open(WEIGHTS) as file:
        return Words(file.read())


def plain(text: str) -> str:
    """In small letters and without accents."""
    return unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()


def _pieces(words: Iterable[str]) -> set[str]:
    return {piece for word in words for piece in WORD.findall(word.lower())}


def _threes(word: str) -> Iterator[str]:
    """Each three letters that stand together, the ends included."""
    letters = f"^{word}$"
    return (letters[at : at + 3] for at in range(len(letters) - 2))


def _differs(word: str, other: str) -> bool:
    """Whether two words differ in more than the order of their letters, or how often one stands."""
    return sorted(word) != sorted(other) and _TWICE.sub(r"\1", word) != _TWICE.sub(r"\1", other)


def _slips(word: str) -> set[str]:
    """What may have been meant: a letter more, less, or another one, or two exchanged."""
    halves = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    return {
        *(a + b[1:] for a, b in halves if b),
        *(a + b[1] + b[0] + b[2:] for a, b in [("", word), *halves] if len(b) > 1),
        *(a + letter + b[1:] for a, b in halves if b for letter in _LETTERS),
        *(a + letter + b for a, b in halves for letter in _LETTERS),
    }
