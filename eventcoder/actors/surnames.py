"""Leaders whose surname alone is common, or a word: Kim, Li, Singh, May, Brown.

The lists have such people by their full names only. In a story that names their country, while they are in
office, the surname alone is theirs. Where a story fits two of different countries, it is nobody.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Collection
from functools import cache

from eventcoder.actors.ambiguity import may_begin_name
from eventcoder.actors.names import ActorIndex, role_on
from eventcoder.actors.phrases import Tagged
from eventcoder.resources import bundled

_TITLES = frozenset(
    "President Minister Premier Chancellor Leader Secretary General Taoiseach Dictator".split()
)
_MONTHS = frozenset({"May"})
_BEFORE_MONTH = frozenset(
    """
    in on of since until till by from to through last this next early late mid before after during for and
    or between every each april june
    """.split()
)


@cache
def _leaders() -> dict[str, list[str]]:
    """Full names by surname, from `codebooks/surnames.csv`."""
    found: dict[str, list[str]] = {}
    with bundled("surnames.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["surname"], []).append(row["name"])
    return found


def is_leader(name: str) -> bool:
    """Whether a word can be the surname of such a leader."""
    return name in _leaders()


def leader_named(name: str, index: ActorIndex, date: dt.date | None, lands: Collection[str]) -> str:
    """The code of the leader whom a surname alone means on a date, in a story that names these countries."""
    codes = {role_on(rows, date) for full in _leaders().get(name, ()) if (rows := index.named(full))}
    fitting = {code for code in codes if code[:3] in lands and code[3:] == "GOV"}
    return fitting.pop() if len(fitting) == 1 else ""


def is_other(name: str, text: str) -> bool:
    """Whether a text has the surname in a full name that is none of its leaders': "Kim Min-ho, a farmer"."""
    for full in _leaders().get(name, ()):
        text = text.replace(full, "")
    behind = {word for word in re.findall(rf"\b([A-Z][\w-]+) {name}\b", text) if may_begin_name(word)}
    given = any(name == full.split()[0] for full in _leaders().get(name, ()))
    return bool(behind - _TITLES) or (given and re.search(rf"\b{name} [A-Z]", text) is not None)


def is_month(tagged: Tagged, at: int) -> bool:
    """Whether a word is the name of a month here: "in May", "May 3"; not "May rejected the plan"."""
    if tagged.words[at].text not in _MONTHS:
        return False
    before, after = tagged.word(at - 1), tagged.word(at + 1)
    return before in _BEFORE_MONTH or before[:1].isdigit() or after[:1].isdigit() or not after.isalpha()
