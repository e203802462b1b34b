"""The words of a text, and the spellings under which a name is looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){2,}|(?<=['’])s\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*|[^\w\s]|_")

_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‑": "-", "‐": "-", "–": "-",
     "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
     "ı": "i", "ß": "ss", "æ": "ae", "ə": "e", "ð": "d", "þ": "th"}
)  # fmt: skip


class Word(NamedTuple):
    """A word or sign of a sentence with its offsets; hyphenated words count as several."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words and signs of a text; "Israeli-Palestinian" gives three."""
    return [Word(text[start:end], start, end) for start, end in map(re.Match.span, WORD.finditer(text))]


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word without accents, typographic signs and stops of an acronym: Erdoğan is Erdogan, U.S. is US."""
    if word.isascii() and ("." not in word or len(word) == 1):
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_ALIKE))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.replace(".", "") or word


def keys_of(name: str) -> set[str]:
    """The spellings under which a name is looked up: its folded words joined by blanks.

    A hyphen in a name may be missing in the text, so may the stop of "St."; a name that begins in lower
    case ("al-Assad") is found at the beginning of a sentence too.
    """
    folded = [fold(word.text) for word in words(name)]
    spellings = [folded]
    for sign in "-.":
        if sign in folded:
            spellings.append([word for word in folded if word != sign])
    keys = {" ".join(spelling) for spelling in spellings if spelling}
    return keys | {key[0].upper() + key[1:] for key in keys}
