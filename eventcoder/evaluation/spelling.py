"""Codes as people and spreadsheets write them, put right where only one thing can be meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from eventcoder.actors.checking import ROLES
from eventcoder.codebook.scheme import Scheme
from eventcoder.evaluation.gold import Gold, Triple
from eventcoder.model import NOBODY

_FORMER = {"ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "BUR": "MMR", "JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Country codes of earlier editions of ISO 3166, and misspellings that are common in hand-coded sets."""

_ACTOR = re.compile(r"(?:---)?[A-Z]{2,15}(?:[a-z]{3})*")
_SHOWN = 8
_SHORTEST_CODE = 3
"""How many digits a code below the roots has."""


@dataclass(frozen=True, slots=True)
class Change:
    """A code that is read as another one, and why."""

    written: str
    meant: str
    why: str


class Spelling:
    """The codes of a gold file held against a scheme; `known` gives the actor codes of the lists.

    `known` is asked only where an actor is in small letters.
    """

    def __init__(self, gold: Gold, scheme: Scheme, known: Callable[[], frozenset[str]] = frozenset) -> None:
        self._lines = gold.lines
        self._codes = scheme.codes
        self._scheme = scheme
        self._known = known
        acts, actors = gold.actions(), gold.actors()
        self._zeros = frozenset(code for code in acts if code.startswith("0"))
        self.acts = [change for code in sorted(acts) if (change := self._act(code))]
        self.actors = [change for code in sorted(actors) if (change := self._actor(code))]
        written = {change.written for change in self.acts}
        self.unknown = {c: self._lines.get(c, ()) for c in sorted(acts - written) if c not in self._codes}
        read = {c.written: c.meant for c in self.actors}
        self.phrases = sorted(c for c in actors - {NOBODY} if not _ACTOR.fullmatch(read.get(c, c)))
        self.gold = self._corrected(gold)

    def notices(self) -> Iterator[str]:
        """What was put right, in words."""
        for change in (*self.actors, *self.acts):
            lines = in_lines(self._lines.get(change.written, ()))
            yield f"{change.written} is read as {change.meant}: {change.why} ({lines})"

    def doubts(self) -> Iterator[tuple[int, str]]:
        """Lines with a code that may have lost its zero, as others of the file have."""
        if any(change.meant.startswith("0") for change in self.acts):
            for code in sorted(self.gold.actions()):
                if code in self._codes and f"0{code}" in self._codes:
                    why = f"{code} may be {code} or 0{code}: other codes of the file have lost their zeros"
                    yield from ((line, why) for line in self._lines[code])

    def _act(self, code: str) -> Change | None:
        number = code.removesuffix(".0")
        if code in self._codes:
            return None
        if code in self._scheme.former:
            return Change(code, self._scheme.former[code], f"its name in {self._scheme.name} today")
        if number in self._codes:
            return Change(code, number, "a spreadsheet took it for a number")
        if f"0{number}" in self._codes and self._has_lost_zero(number):
            return Change(code, f"0{number}", "its leading zero is lost")
        spelt = next((c for c in self._codes if c.lower() == code.lower()), "")
        return Change(code, spelt, f"so {self._scheme.name} writes it") if spelt else None

    def _has_lost_zero(self, number: str) -> bool:
        """Whether it is no other slip: 51 is 051, but 212 may be 0212 or 112 where zeros are kept."""
        return not self._zeros or f"0{number}" in self._zeros or len(number) < _SHORTEST_CODE

    def _actor(self, written: str) -> Change | None:
        capitals = written.upper() if written != written.upper() and self._is_code(written) else written
        if now := _FORMER.get(capitals[:3]):
            return Change(written, now + capitals[3:], "the code of the country today")
        return Change(written, capitals, "actors are in capitals") if capitals != written else None

    def _is_code(self, written: str) -> bool:
        """Whether capitals make an actor code of it. Ethnic codes are small ("SRBalb") and stay so."""
        code = written.upper()
        if not code.isalpha() or not code.isascii() or len(code) % 3:
            return False
        roles = {code[at : at + 3] for at in range(3, len(code), 3)}
        if written[:3].isupper():
            return roles <= ROLES
        return code in self._known() or (code[:3] in {*ROLES, *self._lands} and roles <= ROLES)

    @cached_property
    def _lands(self) -> frozenset[str]:
        return frozenset(code[:3] for code in self._known())

    def _corrected(self, gold: Gold) -> Gold:
        acts, actors = ({c.written: c.meant for c in changes} for changes in (self.acts, self.actors))

        def change(event: Triple) -> Triple:
            source, action, target = event
            return Triple(actors.get(source, source), acts.get(action, action), actors.get(target, target))

        return gold.mapped(change)


def in_lines(lines: Sequence[int]) -> str:
    """ "line 3", "lines 3, 5, 8": the first of them."""
    several = list(dict.fromkeys(lines))
    shown = ", ".join(map(str, several[:_SHOWN])) + (", ..." if len(several) > _SHOWN else "")
    return f"line {shown}" if len(several) == 1 else f"lines {shown}"
