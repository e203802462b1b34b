"""Which congress is a parliament: that of the United States and of Latin American states.

Others are meetings, or the Indian party. With an article and no country it is mostly such a meeting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventcoder.actors.lists import Entry
from eventcoder.actors.names import Mention
from eventcoder.actors.tokens import Word

_WITH_CONGRESS = frozenset("USA ARG BOL BRA CHL COL DOM ECU ESP GTM HND MEX PER PHL PRY VEN".split())
_LATIN = re.compile(
    r"\b(?:Argentin|Bolivia|Brazil|Chile|Colombia|Dominican|Ecuador|Guatemala|Hondura|Mexic|Peru|Philippine|"
    r"Filipino|Paraguay|Venezuela)"
)
_AMERICAN = re.compile(
    r"\b(?:US\b|United States|America|Washington|White House|Capitol|Pentagon|Republican|Democrat|Clinton|"
    r"Bush|Obama|Trump|Biden)|U\.S\."
)
_INDIAN = re.compile(r"\b(?:India\b|Delhi|Gandhi|Modi\b|BJP|Lok Sabha)")


def as_parliament(
    sentence: Sequence[Word], role: Mention, before: Sequence[Mention], story: str
) -> Mention | None:
    """The mention of a congress; None where it is no parliament. `before` is the last mention before it."""
    after = sentence[role.end].text if role.end < len(sentence) else ""
    if sentence[role.start].text != "Congress" or after[:1].isupper() or after == "of":
        return None
    if before and before[0].entries and role.start - before[0].end in (0, 2):
        link = [word.text for word in sentence[before[0].end : role.start]]
        if not link or link[1] == "s":
            return role if before[0].entries[0].code[:3] in _WITH_CONGRESS else None
    previous = sentence[role.start - 1].text if role.start else ""
    if (
        previous in ("the", "The", "a")
        or (previous[:1].isupper() and role.start > 1)
        or _INDIAN.search(story)
    ):
        return None
    if _LATIN.search(story):
        return role
    if _AMERICAN.search(story):
        return Mention(role.start, role.end, (Entry("Congress", "USALEG", "residence", None, None),))
    return None
