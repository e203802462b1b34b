"""People in office in a spelling that no list has: "President Yanukovich", "Prime Minister Netanyaho".

Only a surname behind a title is looked up so, and only where one code fits that holds this office on the day.
"""

from __future__ import annotations

import datetime as dt
import re
from difflib import SequenceMatcher
from functools import lru_cache

from eventcoder.actors.names import ActorIndex
from eventcoder.actors.tokens import fold

_SHORTEST = 6
_ALIKE = 0.8
_SOUNDS = tuple(
    pair.split("=") for pair in "tsch=c tch=c sch=s ch=c sh=s zh=j kh=h gh=g ph=f ck=k q=k x=ks w=v".split()
)


def office_of(title: str, name: list[str], index: ActorIndex, date: dt.date | None) -> str:
    """The code of who has such a name and holds an office of the code `title`; "" where it is not one."""
    surname = fold(name[-1])
    if date is None or len(surname) < _SHORTEST or index.named(surname):
        return ""
    codes = set()
    for spelled, number in _by_sound(index).get(_sound(surname), ()):
        entry = index.row(number)
        *given, family = fold(entry.name).split()
        close = spelled == family and SequenceMatcher(None, surname, family).ratio() >= _ALIKE
        initial = not given or len(name) < 2 or given[0][0] == fold(name[0])[0]
        if close and initial and entry.valid(date) and entry.code[3:] == title:
            codes.add(entry.code)
    return codes.pop() if len(codes) == 1 else ""


@lru_cache(maxsize=2)
def _by_sound(index: ActorIndex) -> dict[str, list[tuple[str, int]]]:
    """Surnames and numbers of rows by how the surnames sound."""
    found: dict[str, list[tuple[str, int]]] = {}
    for number, name in index.people():
        family = fold(name.rpartition(" ")[2])
        if len(family) >= _SHORTEST - 1:
            found.setdefault(_sound(family), []).append((family, number))
    return found


@lru_cache(maxsize=20_000)
def _sound(name: str) -> str:
    """A name without what transliterations differ in: vowels, doubled letters, ways to write a sound."""
    word = name.lower()
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = re.sub(r"[aeiouy'’]+", "a", word)
    return re.sub(r"(.)\1+", r"\1", word)
