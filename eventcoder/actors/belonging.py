"""Whose a role is that names no country, where the grammar of its sentence tells.

"Nigeria will withdraw [its troops]", "France may contribute [up to 4,000 troops]": they are the subject's.
Without a parser the subject is the nearest actor before that stands behind no preposition.
"""

from __future__ import annotations

import re

from eventcoder.actors.composing import Composer
from eventcoder.actors.lists import NEEDS_LAND
from eventcoder.actors.names import PLACE_KINDS, role_on
from eventcoder.actors.nounphrases import NounPhrase, noun_phrases
from eventcoder.actors.phrases import QUANTIFIERS, Tagged
from eventcoder.language.morphology import verb_forms
from eventcoder.model import Actor

_PEACE = re.compile(r"peace-?keep|\bobservers?\b")
_OWN = frozenset({"its", "their"})
_FORCES = frozenset({"MIL", "COP"})
_IN_ARMS = frozenset({"REB", "UAF"})
_SENDING = frozenset(
    form
    for lemma in """
    send deploy dispatch contribute commit mobilize mobilise mass order withdraw pull fly ship rush move amass
    """.split()
    for form in verb_forms(lemma)
)
_REMOVAL = frozenset("withdrawal pullout pull-out removal redeployment evacuation".split())
_WISHES = (
    "demand",
    "urg",
    "call",
    "seek",
    "sought",
    "want",
    "insist",
    "oppos",
    "ask",
    "request",
    "requir",
    "press",
)
_FLEEING = frozenset({"fleeing", "fled", "from", "escaping"})
_GOALS = frozenset({"to", "into", "across", "over", "through"})
_OF_TOWNS = frozenset({"residents", "inhabitants"})
"""Who may belong to a town as well as to a country."""
_AMOUNTS = QUANTIFIERS | frozenset("a an the to of out up back further extra additional fresh in".split())
PREPOSITIONS = frozenset(
    "of to in on at with near against over about between among by through from for into inside across".split()
)
_LOOK_BACK, _LOOK_AHEAD = 6, 7


def owner_land(actor: Actor, composer: Composer) -> str | None:
    """The country of a role without one; "" where it is that of no country, None where grammar is silent."""
    if actor.span is None:
        return None
    tagged = composer.tagged
    first, last = tagged.range(actor.span)
    if tagged.word(last - 1) in _OF_TOWNS and not _OWN.isdisjoint(tagged.lower[first:last]):
        return ""
    if not _OWN.isdisjoint(tagged.lower[first:last]) or (actor.code in _FORCES and _is_sent(tagged, first)):
        return _subject(composer, first)
    if tagged.word(first - 1) == "including":
        return _land(composer, [p for p in noun_phrases(tagged) if p.last <= first][-1:])
    if tagged.word(first) == "whose":
        end = first - (tagged.word(first - 1) == ",")  # "Chad, whose soldiers ..."
        return _land(composer, [p for p in noun_phrases(tagged) if p.last == end])
    if actor.code == "REF" and _flees(tagged, last):
        return composer.land([m for m in tagged.mentions if last < m.start <= last + _LOOK_AHEAD])
    return None


def base_land(actor: Actor, composer: Composer) -> str | None:
    """The country of who is based somewhere: that of the place for those in arms, "" for others, else None.

    "Benghazi-based rebels" fight there; "London-based activists" are of neither Britain nor whom they name.
    """
    if actor.span is None:
        return None
    tagged = composer.tagged
    first, last = tagged.range(actor.span)
    at = next((i for i in range(max(1, first - 1), last) if tagged.lower[i] == "based"), 0)
    if not at or tagged.word(at - 1) != "-":
        return None
    rows = composer.index.named(tagged.words[at - 2].text) if actor.code in _IN_ARMS else ()
    return role_on(rows, composer.date)[:3] if rows and rows[0].kind in PLACE_KINDS else ""


def peacekept_by(actor: Actor, composer: Composer) -> str:
    """The only organisation of a sentence whose peacekeepers they may be: "a force of 5,000, the UN said"."""
    if actor.span is None or actor.code != "MIL" or not _PEACE.search(actor.span.text):
        return ""
    bodies = (m for m in composer.tagged.mentions if m.kind == "organisation")
    codes = {code for m in bodies if (code := composer.on_date(m)).startswith("IGO")}
    return codes.pop() if len(codes) == 1 and not is_owned(actor, composer.tagged) else ""


def is_owned(actor: Actor, tagged: Tagged) -> bool:
    """Whether a phrase has "its" or "their" in it."""
    return actor.span is not None and not _OWN.isdisjoint(tagged.lower[slice(*tagged.range(actor.span))])


def _flees(tagged: Tagged, last: int) -> bool:
    """Whether what they flee follows: "refugees fleeing the war in"; not "who fled across the border"."""
    ahead = tagged.lower[last : last + 4]
    return not _FLEEING.isdisjoint(ahead[:2]) and _GOALS.isdisjoint(ahead)


def _is_sent(tagged: Tagged, first: int) -> bool:
    """Whether a verb of sending stands right before a phrase, numbers aside, or an act of one's own.

    "Began the withdrawal of troops" is such an act, "demanded the withdrawal of troops" is none.
    """
    at = first - 1
    while at > first - _LOOK_BACK and (tagged.word(at) in _AMOUNTS or tagged.word(at)[:1].isdigit()):
        at -= 1
    if tagged.word(at) in _REMOVAL:
        return not any(tagged.word(i).startswith(_WISHES) for i in range(at - _LOOK_BACK, at))
    return tagged.word(at) in _SENDING


def _subject(composer: Composer, first: int) -> str:
    """The country of the nearest actor before a word that is governed by no preposition.

    Who is asked "to send" or "to withdraw" is the one who would do it, behind a preposition too.
    """
    tagged = composer.tagged
    for phrase in reversed([p for p in noun_phrases(tagged) if p.last <= first]):
        asked = tagged.word(phrase.last) == "to" and tagged.word(phrase.first - 1) in ("on", "upon", "for")
        before = phrase.first - 1
        while before >= 0 and tagged.is_name(before):  # "at Makerere | University"
            before -= 1
        if phrase.modifies or (tagged.word(before) in PREPOSITIONS and not asked):
            continue
        if composer.code(phrase.first, phrase.last)[0] not in ("", *NEEDS_LAND):
            return "" if "and" in phrase.joined else _land(composer, [phrase])
    return ""


def _land(composer: Composer, phrases: list[NounPhrase]) -> str:
    """The country of the actors of phrases; "" for an organisation."""
    codes = (composer.code(phrase.first, phrase.last)[0][:3] for phrase in phrases)
    return next((land for land in codes if land in composer.index.countries), "")
