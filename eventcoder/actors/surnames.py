"""Heads of state whose surname alone is a common name or a word: Kim, May, Brown.

The lists have such people by their full names only. In a story that names their country, while they are in
office, the surname alone is theirs. Where a story names the countries of two of them, it is nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from eventcoder.actors.names import ActorIndex, role_on
from eventcoder.actors.phrases import Tagged

_LEADERS = {
    "Kim": ("Kim Il-sung", "Kim Jong-il", "Kim Jong-un", "Kim Young-sam", "Kim Dae-jung"),
    "Park": ("Park Geun-hye",), "Moon": ("Moon Jae-in",), "Lee": ("Lee Myung-bak", "Lee Teng-hui"),
    "May": ("Theresa May",), "Brown": ("Gordon Brown",), "Major": ("John Major",),
}  # fmt: skip
"""In the order in which they held office, so that the last in office on a day is the head of state."""
_MONTHS = frozenset({"May"})
_BEFORE_MONTH = frozenset(
    """
    in on of since until till by from to through last this next early late mid before after during for and
    or between every each april june
    """.split()
)


def is_leader(name: str) -> bool:
    """Whether a word can be the surname of such a head of state."""
    return name in _LEADERS


def leader_named(name: str, index: ActorIndex, date: dt.date | None, lands: Collection[str]) -> str:
    """The code of the leader whom a surname alone means on a date, in a story that names these countries."""
    found: dict[str, str] = {}
    for full in _LEADERS.get(name, ()):
        rows = index.named(full)
        code = role_on(rows, date) if rows else ""
        if code.endswith("GOV") and code[:3] in lands:
            found[code[:3]] = code
    return found.popitem()[1] if len(found) == 1 else ""


def is_month(tagged: Tagged, at: int) -> bool:
    """Whether a word is the name of a month here: "in May", "May 3"; not "May rejected the plan"."""
    if tagged.words[at].text not in _MONTHS:
        return False
    before, after = tagged.word(at - 1), tagged.word(at + 1)
    dated = before in _BEFORE_MONTH or before[:1].isdigit() or after[:1].isdigit()
    return dated or not after.isalpha() or before in ("", ".")
