"""What actors that are named together share: a role, a country. Nothing is filled in where that is unsure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from eventcoder.actors.belonging import owner_land
from eventcoder.actors.composing import Composer, across_border
from eventcoder.actors.names import PLACE_KINDS, Mention, role_on
from eventcoder.actors.outsiders import outside_land
from eventcoder.actors.phrases import ORIGIN, Tagged
from eventcoder.actors.settling import is_located
from eventcoder.model import Actor

SENTENCE_ROLES = frozenset(
    {"OPP", "REB", "COP", "JUD", "LEG", "UAF", "CVL", "EDU", "LAB", "AGR", "REL", "HLH", "ELI", "MED", "PTY"}
)
"""Roles that belong to the country a sentence or story is about, where the text names none."""

_SETTLING = {"PSE": "ISR"}
"""Whose the settlers in a country are, where they are not its own."""
_FOREIGN = frozenset(
    """
    foreign international multinational peacekeeping peacekeepers peacekeeper invasion invading occupying
    occupation coalition allied joint marines western un nato regional observers monitoring
    """.split()
)
_ABROAD = frozenset(
    """
    envoy envoys ambassador ambassadors diplomat diplomats embassy mission president visiting counterpart
    leaders president minister king premier
    """.split()
)


HEADS = frozenset({"president", "prime minister", "premier", "king", "queen", "cabinet", "chancellor"})
CHALLENGERS = frozenset({"LEG", "JUD", "OPP", "REB", "COP", "LAB", "EDU", "REL", "AGR", "PTY"})
_APART = 1
"""Words between a country and a role of it: "Peru's | congress"."""
_PRIVATE = frozenset({"CVL", "NGO", "MED", "BUS", "HLH", "REF"})
_FLEEING = frozenset({"fled", "flee", "fleeing", "escaped"})
_TELLING = frozenset({"said", "told"})
_MEETINGS = frozenset("summit summits talks meeting conference negotiations".split())
_FOREIGNERS = frozenset({"foreigner", "foreigners", "expatriates", "westerners"})
_ABROAD_TOO = frozenset(
    """
    embassy embassies consulate ambassador envoy flag flags diplomat diplomats tourist tourists
    hostage hostages national nationals
    """.split()
)
_ORGANS = frozenset({"government", "ministry", "parliament", "cabinet"})
"""Organs of the state that need no article to be those of its country: "government plans"."""
_SEATED = _ORGANS | {"authorities", "army", "military", "junta", "navy", "regime", "rulers", "officials"}
"""What is of the country in which it is said to be; "soldiers in Mali" may be anybody's."""


def share_role(actors: Sequence[Actor], composer: Composer) -> list[Actor]:
    """ "the Greek and Turkish foreign ministers": both are ministers; so are "the ministers of A and B"."""
    shared = list(actors)
    countries = composer.index.countries
    for i in range(len(shared) - 2, -1, -1):
        land, role = shared[i + 1].code[:3], shared[i + 1].code[3:]
        if role and land in countries and _is_bare_adjective(shared[i], composer):
            shared[i] = Actor(shared[i].code + role, shared[i].span, shared[i].inferred)
    for i in range(1, len(shared)):
        role = shared[i - 1].code[3:]
        if role and _is_bare_country(shared[i], composer) and _stands_for_several(shared[i - 1], composer):
            shared[i] = Actor(shared[i].code + role, shared[i].span, shared[i].inferred)
    return shared


def sentence_land(composer: Composer, outsider: str = "") -> str:
    """The only or by far most named country, else where something happens; "" where unsure.

    An `outsider` is a country that only speaks of whom it is asked for.
    "Students stoned the U.S. embassy in Beijing": a place says more than the adjectives of other things.
    """
    tagged = composer.tagged
    named = [
        m
        for m in tagged.mentions
        if m.entries and tagged.word(m.end) not in _ABROAD_TOO and not _is_elsewhere(tagged, m)
    ]
    places = [m for m in named if m.kind in PLACE_KINDS]
    located = [m for m in places if not m.adjective and is_located(tagged, m)]
    elsewhere = [m for m in places if not (m.adjective or m in located)]
    first, second = (places, located) if elsewhere else (located, places)
    for mentions in (first, second, named):
        lands = Counter(role_on(m.entries, composer.date)[:3] for m in mentions)
        known = composer.index.countries - {outsider}
        ranked = [pair for pair in lands.most_common() if pair[0] in known]
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return ranked[0][0]
    return ""


def _is_elsewhere(tagged: Tagged, place: Mention) -> bool:
    """ "fled to [Singapore]", "a summit in [Singapore]": not where those who flee are from.

    Nor is what somebody "told reporters in [Singapore] that" about where he speaks.
    """
    link, before = tagged.word(place.start - 1), tagged.word(place.start - 2)
    if link == "in" and tagged.word(place.end) == "that":
        return not _TELLING.isdisjoint(tagged.lower[: place.start])
    return (link in ("to", "into") and before in _FLEEING) or (link == "in" and before in _MEETINGS)


def only_land(composer: Composer) -> str:
    """The only country that a sentence names as such; "" where it names several or none."""
    tagged = composer.tagged
    named = (m for m in tagged.mentions if m.entries and m.kind in PLACE_KINDS)
    places = (m for m in named if not (_is_elsewhere(tagged, m) or _is_of_guest(tagged, m)))
    lands = {role_on(m.entries, composer.date)[:3] for m in places} & composer.index.countries
    return lands.pop() if len(lands) == 1 else ""


def land_besides(actor: Actor, others: frozenset[str], composer: Composer) -> str:
    """The only country that a sentence names besides `others`, for an organ of a state: "the junta"."""
    if not _is_state_organ(actor, composer):
        return ""
    places = (m for m in composer.tagged.mentions if m.entries and m.kind in PLACE_KINDS)
    lands = {role_on(m.entries, composer.date)[:3] for m in places} & composer.index.countries - others
    return lands.pop() if len(lands) == 1 else ""


def only_located(composer: Composer) -> str:
    """The only country that a sentence names, where something happens in it: "Police across Italy ..."."""
    tagged = composer.tagged
    places = [m for m in tagged.mentions if m.entries and m.kind in PLACE_KINDS]
    return only_land(composer) if any(is_located(tagged, m) and m.kind == "country" for m in places) else ""


def shared_land(actor: Actor, siblings: Sequence[Actor], composer: Composer) -> str:
    """Country for a role without one ("the opposition"): that of what is named with it, or the sentence's."""
    countries = composer.index.countries
    lands = [
        s.code[:3]
        for s in siblings
        if s is not actor and s.code[:3] in countries and not _is_guest(s, actor, composer)
    ]
    if lands and not _is_minority(actor):
        return lands[0]
    if (owner := owner_land(actor, composer)) is not None:
        return owner
    if home := border_home(actor, composer):
        return home
    if is_named_school(actor, composer):
        return only_located(composer)
    if actor.code in SENTENCE_ROLES:
        land = sentence_land(composer, outside_land(actor, composer))
        return _SETTLING.get(land, land) if _are_settlers(actor) else land
    if _is_state_organ(actor, composer):
        return _land_behind(actor, composer) or only_land(composer)
    if _is_head_of_state(actor, composer):
        return _land_of_challengers(composer)
    return only_located(composer) if is_titled(actor, composer) else ""


def _is_guest(sibling: Actor, actor: Actor, composer: Composer) -> bool:
    """ "Three policemen and *a French tourist*": that he is French says nothing of the policemen."""
    if sibling.span is None or actor.code not in ("MIL", "COP", "GOV", "JUD", "REB", "UAF"):
        return False
    return sibling.code[3:6] in _PRIVATE and composer.tagged.word(composer.tagged.range(sibling.span)[0]) in (
        "a",
        "an",
    )


def _is_of_guest(tagged: Tagged, land: Mention) -> bool:
    """The "American" of "soldiers and an American journalist"."""
    role = tagged.mention(land.end) if land.adjective and tagged.word(land.start - 1) in ("a", "an") else None
    return role is not None and role.agent is not None and role.agent.code in _PRIVATE


def border_home(actor: Actor, composer: Composer) -> str:
    """The country of rebels that hide in another: "Kurdish rebels" whom Turkish troops fight in Iraq."""
    if actor.code != "REB" or actor.span is None:
        return ""
    phrase = composer.tagged.lower[slice(*composer.tagged.range(actor.span))]
    return across_border(phrase, composer.fought())


def is_foreign(actor: Actor) -> bool:
    """Foreigners are of no country that the text tells."""
    return actor.span is not None and not _FOREIGNERS.isdisjoint(actor.span.text.lower().split())


def is_named_school(actor: Actor, composer: Composer) -> bool:
    """ "Doe University", not its students: of its own country, which the sentence need not name."""
    if actor.span is None or actor.code != "EDU":
        return False
    first, last = composer.tagged.range(actor.span)
    words = [composer.tagged.words[i].text for i in range(first, last)]
    schools = [i for i, word in enumerate(words) if word in ("University", "College")]
    before = words[: schools[0]] if schools else []
    names = [word for word in before if word.lower() != "the"]
    return bool(names) and all(word[0].isupper() or word == "." for word in names)


def _are_settlers(actor: Actor) -> bool:
    return actor.span is not None and "settlers" in actor.span.text.lower()


def _is_minority(actor: Actor) -> bool:
    """ "ethnic Serbs and Montenegrins": what stands beside them does not tell where they live."""
    return actor.span is not None and "ethnic" in actor.span.text.lower().split()


def is_titled(actor: Actor, composer: Composer) -> bool:
    """ "Interior Minister John Doe": a name that no list has with a title of government."""
    if actor.span is None or actor.code not in ("GOV", "GOVMIL", "MIL"):
        return False
    first, last = composer.tagged.range(actor.span)
    return composer.tagged.mention(first) is not None and composer.tagged.is_name(last - 1)


def _is_state_organ(actor: Actor, composer: Composer) -> bool:
    """ "the health ministry", "soldiers": of the only country of the sentence; not "foreign troops"."""
    if actor.span is None or actor.code not in ("GOV", "GOVMIL", "MIL"):
        return False
    first, last = composer.tagged.range(actor.span)
    words = composer.tagged.lower[first:last]
    if not _FOREIGN.isdisjoint(words):
        return False
    named = words[0] == "the" or (words[0] not in ("a", "an") and words[-1] in _ORGANS)
    return actor.code == "MIL" or (named and not _ABROAD.intersection(words))


def _land_behind(actor: Actor, composer: Composer) -> str:
    """ "Kenya met *the authorities* in Sudan": a parser may cut the phrase before the place."""
    tagged = composer.tagged
    last = tagged.range(actor.span)[1] if actor.span else 0
    if tagged.word(last) != "in" or tagged.word(last - 1) not in _SEATED:
        return ""
    place = next((m for m in tagged.mentions if m.start > last), None)
    if place is None or place.start > last + 2 or place.kind not in PLACE_KINDS or place.adjective:
        return ""
    land = composer.on_date(place)[:3]
    return land if land in composer.index.countries else ""


def _is_head_of_state(actor: Actor, composer: Composer) -> bool:
    """ "the president", "the prime minister" and nothing more."""
    if actor.span is None or actor.code != "GOV":
        return False
    first, last = composer.tagged.range(actor.span)
    words = composer.tagged.lower[first:last]
    return words[0] == "the" and " ".join(words[1:]) in HEADS


def _land_of_challengers(composer: Composer) -> str:
    """The only country that a sentence names, where it names those whose head of state it must be.

    "*Peru's* congress impeached the president"; French troops may guard any president.
    """
    lands: set[str] = set()
    own = False
    mentions = composer.tagged.mentions
    for mention, behind in zip(mentions, [*mentions[1:], None], strict=True):
        code = role_on(mention.entries, composer.date) if mention.entries else ""
        if code[:3] not in composer.index.countries:
            continue
        lands.add(code[:3])
        role = code[3:6]
        if not role and behind is not None and behind.agent and behind.start - mention.end <= _APART:
            role = behind.agent.code
        own = own or role in CHALLENGERS
    return lands.pop() if own and len(lands) == 1 else ""


def _is_bare_adjective(actor: Actor, composer: Composer) -> bool:
    """Whether the phrase is nothing but a demonym that goes with the next one's noun.

    A plural is a noun of its own: "the Russians and Turkish troops" share nothing.
    """
    if actor.span is None or len(actor.code) != 3 or re.search(r"[^s]s$", actor.span.text):
        return False
    first, last = composer.tagged.range(actor.span)
    inside = [m for m in composer.tagged.mentions if first <= m.start and m.end <= last]
    if len(inside) != 1 or inside[0].end != last:
        return False
    acronym = actor.span.text.removeprefix("the ").replace(".", "")
    return inside[0].adjective or (acronym.isupper() and len(acronym) < 4)


def _is_bare_country(actor: Actor, composer: Composer) -> bool:
    if actor.span is None or actor.code not in composer.index.countries:
        return False
    first, last = composer.tagged.range(actor.span)
    inside = [m for m in composer.tagged.mentions if first <= m.start and m.end <= last]
    return len(inside) == 1 and inside[0].kind in PLACE_KINDS and not inside[0].adjective


def _stands_for_several(actor: Actor, composer: Composer) -> bool:
    """Whether a phrase is a plural with "of" or "from": "the ministers of Iran"."""
    if actor.span is None:
        return False
    first, last = composer.tagged.range(actor.span)
    pieces = composer.tagged.pieces(first, last)
    plural = [m for m in composer.tagged.within(pieces[0]) if m.agent] if pieces else []
    if not plural or not any(piece.link in ORIGIN for piece in pieces[1:]):
        # a country behind one that got its role in this way
        return len(plural) == 0 and len(actor.code) > 3 and _is_bare_name(first, last, composer)
    word = composer.tagged.lower[plural[-1].end - 1]
    return word.endswith("s") or word in ("military", "police", "men", "people")


def _is_bare_name(first: int, last: int, composer: Composer) -> bool:
    inside = [m for m in composer.tagged.mentions if first <= m.start and m.end <= last]
    return len(inside) == 1 and inside[0].kind == "country" and not inside[0].adjective
