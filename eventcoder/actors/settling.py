"""Whether the name of a capital stands for its government or for the place.

Governments speak, refuse and negotiate; places are visited, bombed and left. What stands right before the
name tells.
"""

from __future__ import annotations

from eventcoder.actors.names import Mention
from eventcoder.actors.phrases import LOCATION, Tagged
from eventcoder.language.morphology import verb_forms
from eventcoder.model import Span

_PLACE_VERBS = frozenset(
    form
    for lemma in """
    visit tour leave reach enter bomb shell storm capture seize besiege evacuate flee quit bombard occupy
    overrun surround approach shake rock retake blockade
    """.split()
    for form in verb_forms(lemma)
)
_TRAVEL = frozenset(
    form
    for lemma in """
    travel tour fly go come return arrive head march drive move send deploy invite dispatch bring sail
    """.split()
    for form in verb_forms(lemma)
) | frozenset(
    "trip visit visits journey flight flights way ticket pilgrimage route road highway delegation".split()
)
_PLACE_BEFORE = LOCATION | frozenset("around through via into toward towards above beyond".split())
_ATTACKS = frozenset(
    """
    curfew attack attacks march marched marches assault raid raids offensive siege strike strikes blockade
    advance advanced advancing bombs fire rockets shells
    """.split()
)
_AT = frozenset({"at", "toward", "towards"})
_AIMED = frozenset(
    """
    finger fingers anger angry fury furious rage ire aim aimed aims swipe swipes jab jabs jibe jibes dig
    potshot potshots broadside broadsides criticism salvo insult insults barb barbs accusation
    accusations scorn blame invective tirade dismay irritation annoyance displeasure frustration outrage
    disappointment threat threats warning warnings lashed lashing out jabbed railed sniped fumed sneered
    jeered scoffed
    """.split()
)
"""With these, "at London" tells of no place: "pointed the finger at London"."""
_PARTS = frozenset(
    """
    capital city east eastern west western north northern south southern central downtown nearby greater
    outskirts streets suburb suburbs
    """.split()
)
_PASSED = _PARTS | frozenset(
    "the of , 's ' ’ s town village port province region area district occupied".split()
)
_REPORTING = frozenset("reported reporting reports report wrote dispatch dispatches broadcast".split())
_LOOK_BACK = 6
_NEAR = 4


def is_place(tagged: Tagged, name: Mention) -> bool:
    """Whether a capital is a place here: "visited Moscow", "a trip to Moscow", "in Moscow"."""
    at = _governing(tagged, name)
    if not _PARTS.isdisjoint(tagged.lower[at + 1 : name.start]):
        return True
    before = tagged.word(at)
    if before in _PLACE_BEFORE or before in _PLACE_VERBS:
        return not _is_aimed(tagged, at)
    if before == "on":
        return not _ATTACKS.isdisjoint(tagged.lower[max(0, at - 3) : at])
    if before == "from" and tagged.word(at - 1) in _REPORTING:
        return True
    if before in ("to", "for", "from", "over", "between"):
        return any(word in _TRAVEL for word in tagged.lower[max(0, at - _LOOK_BACK) : at])
    return False


def is_town(tagged: Tagged, named: Span) -> bool:
    """Whether a phrase ends in the name of a town."""
    name = tagged.mention(tagged.range(named)[1] - 1)
    return name is not None and name.kind in ("capital", "city") and not name.adjective


def is_located(tagged: Tagged, name: Mention) -> bool:
    """Whether a place stands behind "in", "near" or the like: "in the northern city of Mosul"."""
    at = _governing(tagged, name)
    return tagged.word(at) in LOCATION and not _is_aimed(tagged, at)


def _is_aimed(tagged: Tagged, at: int) -> bool:
    """Whether a preposition is that of a blow in words."""
    return tagged.word(at) in _AT and not _AIMED.isdisjoint(tagged.lower[max(0, at - _NEAR) : at])


def _governing(tagged: Tagged, name: Mention) -> int:
    """The word that a place depends on: what stands before it and its description."""
    at = name.start - 1
    while at >= 0 and name.start - at <= _LOOK_BACK:
        mention = tagged.mention(at)
        if tagged.lower[at] not in _PASSED and (mention is None or not mention.entries):
            break
        at -= 1
    return at
