"""Georgia and Washington, where they are states of the USA and neither a country nor a capital."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from eventcoder.actors.names import Mention, Word

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


def as_state(sentence: Sequence[Word], mention: Mention, story: str) -> Mention:
    """The mention, as that of the American state where the words around it or the story tell so."""
    name = sentence[mention.start].text if mention.end - mention.start == 1 else ""
    if name not in ("Georgia", "Washington") or mention.adjective:
        return mention
    behind = [word.text.lower() for word in sentence[mention.end : mention.end + 5]]
    if not (_names_office(behind) or (name == "Georgia" and _is_american(sentence, behind, story))):
        return mention
    entry = replace(mention.entries[0], code="USA", kind="region", since=None, until=None)
    return replace(mention, entries=(entry,))


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
