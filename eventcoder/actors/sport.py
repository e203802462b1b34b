"""Teams with the name of a country: "Georgia beat Florida", "Jordan scored twice". They are no actors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventcoder.actors.names import PLACE_KINDS, Mention
from eventcoder.actors.tokens import Word

_SPORT = re.compile(
    r"\b(?:goal(?:s|less|keeper)?|striker|midfielder|touchdowns?|quarterback|playoffs?|semi - finals?|"
    r"semifinals?|quarter - finals?|quarterfinals?|innings|wickets?|halftime|rebounds|shoot - out|soccer|"
    r"basketball|World Cup|Bulldogs|friendly match|qualifier|\d{1,2} - \d{1,2})\b"
)
_WON = frozenset("beat thrashed trounced edged defeated routed".split())
_PLAYED = _WON | frozenset("scored lost won drew plays play played".split())
_PLURAL = frozenset("were have are ask face hope look need seek take travel visit want".split())
"""What only a team does in the plural: "Ghana were left", "Uruguay ask". A state is one."""
_AGAINST = _WON | frozenset({"over", "against", "to", "with"})


def plays(sentence: Sequence[Word], name: Mention) -> bool:
    """Whether a place is a team here: it plays, or is played against, in a sentence about sport."""
    if name.kind not in PLACE_KINDS or name.adjective:
        return False
    after = sentence[name.end].text if name.end < len(sentence) else ""
    if name.start == 0 and after in _PLURAL and not sentence[name.end - 1].text.endswith("s"):
        return True
    if after == "scored" and [word.text for word in sentence[name.end + 1 : name.end + 2]] != ["a"]:
        return True
    before = [word.text for word in sentence[max(0, name.start - 2) : name.start] if word.text != "the"]
    if after not in _PLAYED and _AGAINST.isdisjoint(before[-1:]):
        return False
    return _SPORT.search(" ".join(word.text for word in sentence)) is not None
