"""Countries that speak of a role elsewhere: "France supported the rebels", "Washington urged police".

Who urges, backs or criticises a role of no country does so mostly from outside: the role is not his.
"""

from __future__ import annotations

from eventcoder.actors.composing import Composer
from eventcoder.actors.names import PLACE_KINDS, Mention, role_on
from eventcoder.actors.phrases import Tagged
from eventcoder.language.morphology import verb_forms
from eventcoder.model import Actor


def _forms(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in verb_forms(lemma))


_BACKING = _forms("support back arm train fund finance equip recognize recognise shelter")
"""What no state does to the rebels and the opposition of its own."""
_SPEAKING = _BACKING | _forms("urge criticize criticise condemn praise denounce protect call ask")
_CHALLENGERS = frozenset({"REB", "OPP", "UAF"})
_BEFORE_ROLE = frozenset("the some all several many on for upon local armed".split())
_PREPOSITIONS = frozenset("of in from at near for with to by between".split())
_REACH = 4


def outside_land(actor: Actor, composer: Composer) -> str:
    """The country that acts on a bare role from outside, or on which the role does so; "" where none does."""
    if actor.span is None:
        return ""
    tagged = composer.tagged
    first, last = tagged.range(actor.span)
    for mention in tagged.mentions:
        if not mention.entries or mention.end > first:
            continue
        bare = _is_bare(tagged, mention)
        verbs = _SPEAKING if bare else _BACKING if actor.code in _CHALLENGERS else frozenset()
        if verbs and _acts(tagged, mention.end, first, verbs):
            return _land(composer, mention)
    behind = next((m for m in tagged.mentions if m.start >= last), None)
    if behind is not None and behind.start - last <= 2 and tagged.word(last) in _SPEAKING:
        return _land(composer, behind) if actor.code in _CHALLENGERS and _is_bare(tagged, behind) else ""
    return ""


def _is_bare(tagged: Tagged, mention: Mention) -> bool:
    """Whether a place stands for itself: no adjective, no owner, no part of a longer phrase."""
    owner = tagged.word(mention.end) in ("'", "’", "'s", "’s")
    place = mention.kind in PLACE_KINDS and not mention.adjective
    role = tagged.mention(mention.end)
    governed = tagged.word(mention.start - 1) in _PREPOSITIONS
    return place and not owner and not governed and (role is None or role.start != mention.end)


def _acts(tagged: Tagged, start: int, first: int, verbs: frozenset[str]) -> bool:
    """Whether such a verb stands right before a role, behind a name, with no other role between."""
    for at in range(first - 1, max(start - 1, first - 1 - _REACH), -1):
        if tagged.word(at) in verbs:
            between = [m for m in tagged.mentions if start <= m.start and m.end <= at and m.entries]
            return not between
        if tagged.word(at) not in _BEFORE_ROLE:
            return False
    return False


def _land(composer: Composer, mention: Mention) -> str:
    code = role_on(mention.entries, composer.date)[:3]
    return code if code in composer.index.countries else ""
