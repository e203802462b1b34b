"""Georgia and Washington, where they are states of the USA; Indians of the Americas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from eventcoder.actors.lists import Agent
from eventcoder.actors.names import Mention
from eventcoder.actors.tokens import Word

_STATES = frozenset(
    """
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois
    Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi
    Missouri Montana Nebraska Nevada Hampshire Mexico Carolina Dakota Ohio Oklahoma Oregon Pennsylvania
    Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Atlanta Savannah Augusta Macon Republican
    Democrat Democratic Republicans Democrats recount certified certify gubernatorial electors caucus
    """.split()
)
_AMERICAN = re.compile(r"\b(?:Atlanta|Savannah|Arizona|Pennsylvania|Alabama|Carolina|Florida|Wisconsin)\b")
_CAUCASIAN = re.compile(
    r"\b(?:Tbilisi|Georgians?|Abkhaz\w*|Osseti\w*|Caucasus|Saakashvili|Ivanishvili|Azerbaijan)\b"
)
"""What a story names that is about the American state, or about the country."""
_STATE_WORDS = frozenset(
    """
    governor gov sheriff voters primary congressman congresswoman legislature statehouse senator senators
    lawmaker lawmakers secretary attorney county electors
    """.split()
)

_AMERICAS = re.compile(
    r"\b(?:Mexic|Chiapas|Zapatista|Guatemala|Ecuador|Bolivia|Peru|Amazon|Brazil|Nicaragua|Hondura|Colombia|"
    r"Chile|Panama|Paraguay|Canad|Quebec|Mohawk|Cherokee|Sioux|Navajo|Mayan?\b|Aymara|Quechua)"
)
_INDIA = re.compile(
    r"\b(?:India\b|Delhi|Kashmir|Mumbai|Bombay|Calcutta|Madras|Hindu|Sikh|Pakistan|Bangladesh|Lanka|Nepal|"
    r"Gandhi|Singh|Vajpayee|Modi\b|Indian (?:[A-Z]|prime|foreign|government|army|troops|soldiers|officials|"
    r"ambassador|envoy|diplomat|compan|firm))"
)
_PEOPLES = frozenset(
    """
    rebel rebels protester protesters demonstrators marchers peasant peasants farmers leader leaders chief
    chiefs community communities tribe tribes tribesmen villager villagers village villages group groups
    movement organisation organisations organization organizations federation confederation reservation
    reservations land lands women people population activist activists guerrillas uprising rights party
    """.split()
)


def as_indigenous(sentence: Sequence[Word], mention: Mention, story: str) -> Mention | None:
    """The mention, but "Indians" of the Americas are civilians, and their "Indian" rebels of no country."""
    name = sentence[mention.start].text
    if name not in ("Indian", "Indians") or mention.end - mention.start > 1:
        return mention
    after = sentence[mention.end].text.lower() if mention.end < len(sentence) else ""
    if (name == "Indian" and after not in _PEOPLES) or not _AMERICAS.search(story) or _INDIA.search(story):
        return mention
    if name == "Indian":
        return None
    return Mention(mention.start, mention.end, agent=Agent("indian", "CVL", True))


def as_state(sentence: Sequence[Word], mention: Mention, story: str) -> Mention:
    """The mention, as that of the American state where the words around it or the story tell so."""
    name = sentence[mention.start].text if mention.end - mention.start == 1 else ""
    if name not in ("Georgia", "Washington") or mention.adjective:
        return mention
    behind = [word.text.lower() for word in sentence[mention.end : mention.end + 5]]
    if not (_names_office(behind) or (name == "Georgia" and _is_american(sentence, behind, story))):
        return mention
    entry = replace(mention.entries[0], code="USA", kind="region", since=None, until=None)
    return mention._replace(entries=(entry,))


def _names_office(behind: Sequence[str]) -> bool:
    """ "the Georgia governor", "Washington state"."""
    return bool(behind) and (behind[0] == "state" or behind[0] in _STATE_WORDS)


def _is_american(sentence: Sequence[Word], behind: Sequence[str], story: str) -> bool:
    """Whether other states, or an office that only the American Georgia has, stand near the name."""
    if not _STATES.isdisjoint(word.text for word in sentence):
        return True
    if behind[1:2] == ["s"]:
        offices = _STATE_WORDS - {"secretary", "lawmaker", "lawmakers"}
        if not offices.isdisjoint(behind[2:3]) or behind[2:5] == ["secretary", "of", "state"]:
            return True
    return _AMERICAN.search(story) is not None and _CAUCASIAN.search(story) is None
