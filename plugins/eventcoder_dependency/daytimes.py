"""Leaves words out before the parser sees a sentence: those that say nothing and that it stumbles over.

"Russia on Tuesday denied ..." is the commonest shape of a lead, and what small parsers get wrong most often;
a past day of the week says nothing that codebooks ask for. In "shot and killed" the first verb is
mostly taken for a noun, and the second tells nothing new. All offsets stay those of the full text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_DATE = rf"{_DAY}{_PART}|{_MONTH} \d\d?|\d\d? {_MONTH}"
_WHEN = re.compile(
    rf"(?P<comma>,?) (?:(?:late|early|later|earlier) )?(?:on (?:{_DATE})|{_DAY}{_PART})(?P<close>,?)"
    r"(?= [a-z]|[.;]|$)"
)
_KEEPS = re.compile(
    r"\b(?:next|coming|this|last|every|each|since|until|till|from|to|by|of|for|before|after|between|and|or|the|a|an"
    r"|good|black|bloody|palm|ash|easter|holy|super|red|green|orange|cyber|through|past|as|than|with|in|at)$",
    re.IGNORECASE,
)
_SHOT = re.compile(r"(?<=\bshot) and (?:killed|wounded|injured)\b(?= )")


class Cuts:
    """What was taken out of a text: `short` is the rest, `original` maps its offsets back."""

    __slots__ = ("_lengths", "_places", "short")

    def __init__(self, text: str) -> None:
        spans = list(_spans(text))
        self.short = text
        self._places: Sequence[int] = ()
        self._lengths: Sequence[int] = ()
        if spans:
            kept = zip(
                [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)], strict=True
            )
            self.short = "".join(text[start:end] for start, end in kept)
            taken = list(accumulate(end - start for start, end in spans))
            self._lengths = [0, *taken]
            self._places = [start - before for (start, _), before in zip(spans, self._lengths, strict=False)]

    def originals(self, offsets: list[int]) -> list[int]:
        """The offsets in the full text of the first characters of tokens."""
        if not self._places:
            return offsets
        return [offset + self._lengths[bisect_right(self._places, offset)] for offset in offsets]


def _spans(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _WHEN.finditer(text) if "day" in text or " on " in text else ():
        if match.start() == 0 or _KEEPS.search(text[: match.start()]):
            continue
        end = match.end()
        if match["close"] and not match["comma"]:
            end -= 1
        found.append((match.start(), end))
    if "shot and" in text:
        found += [match.span() for match in _SHOT.finditer(text)]
    return sorted(found)
