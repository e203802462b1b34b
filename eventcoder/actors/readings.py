"""A phrase sorted into what names its actor, what stands beside that, and where the actor is from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from eventcoder.actors.names import PLACE_KINDS, Mention
from eventcoder.actors.phrases import LOCATION, ORIGIN, Piece, Tagged
from eventcoder.language.morphology import verb_forms

SPEAKING = frozenset(
    "spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople lawyer lawyers".split()
)
"""Who speaks "for" somebody is one of them; the envoy "for" Syria is not."""

COUNTERPARTS = frozenset({"counterpart", "counterparts", "colleague", "colleagues"})

INSTITUTIONS = frozenset(
    """
    government ministry army military police court parliament company agency department council commission
    committee party group organisation organization movement alliance coalition bloc front embassy
    administration regime junta navy force forces union assembly senate congress legislature tribunal office
    bank cabinet militia network delegation team side country nation state republic faction wing cartel gang
    firm corporation watchdog charity presidency judiciary opposition newspaper service guard airline
    leadership university church municipality association ministries agencies office institute bureau board
    federation society
    """.split()
)
"""Role nouns that are no persons: no name follows them, and "it" refers to them."""

_NAMELESS = frozenset("group movement faction party organisation organization alliance network".split())
_LEAVING = frozenset(
    form
    for lemma in "withdraw pull remove evacuate expel deport recall oust drive ban flee free".split()
    for form in verb_forms(lemma)
) | frozenset({"home", "withdrawal", "pullout", "removal", "evacuation", "expulsion", "retreat", "departure"})


@dataclass(slots=True)
class Reading:
    """What a phrase was read as: the mentions of its parts, sorted by what they contribute.

    core     mentions of the part that names the actor
    beside   those of its appositions ("Lavrov, the Russian minister")
    origin   those behind "of" and "from", and what a spokesman speaks for
    people   persons behind another preposition ("the envoy for Syria Staffan de Mistura")
    place    those behind "in" or "near"
    """

    part: Piece
    core: list[Mention]
    beside: list[Mention] = field(default_factory=list)
    origin: list[Mention] = field(default_factory=list)
    people: list[Mention] = field(default_factory=list)
    place: list[Mention] = field(default_factory=list)


def without_quantity(tagged: Tagged, pieces: list[Piece]) -> list[Piece]:
    """The pieces behind "dozens of", "more than", "up to": they say how many, not who."""
    while len(pieces) > 1 and pieces[1].link in ("of", "than", "to") and _counts(tagged, pieces[0]):
        pieces = pieces[1:]
    return pieces


def _counts(tagged: Tagged, piece: Piece) -> bool:
    return tagged.is_quantity(piece) and all(m.agent and m.end == piece.end for m in tagged.within(piece))


def read(tagged: Tagged, pieces: Sequence[Piece]) -> Reading | None:
    """The phrase sorted into its parts; None where its head is no actor ("Syria's economy")."""
    parts = tagged.parts(pieces[0])
    at = next((n for n, part in enumerate(parts) if not _is_unknown_name(tagged, part)), None)
    if at is None or not _names_actor(tagged, parts[at]):
        return None
    reading = Reading(parts[at], tagged.within(parts[at]))
    reading.beside = [m for part in parts[at + 1 :] for m in tagged.within(part)]
    head = tagged.head(parts[at])
    origin = ORIGIN | {"for"} if head is not None and _speaks(tagged, parts[at]) else ORIGIN
    located = False
    for piece in pieces[1:]:
        found = [m for part in tagged.parts(piece)[:1] for m in tagged.within(part)]
        located = piece.link in LOCATION or (located and piece.link in ORIGIN)
        if located:
            reading.place += found
            if not reading.origin and found and found[0].kind in ("organisation", "residence", "agent"):
                reading.origin = [m for m in found if m.kind in ("organisation", "residence")]
        elif piece.link == "from" and leaving(tagged, pieces[0].start):
            continue
        elif piece.link in origin:
            reading.origin += found
        else:
            reading.people += [m for m in tagged.within(piece) if is_name_behind(tagged, m)]
    return reading


def leaving(tagged: Tagged, start: int) -> bool:
    """ "withdraw [troops from Panama]", "bring home [its troops from Panama]": they are not Panama's."""
    if tagged.word(start) in ("its", "their"):
        return True
    return not _LEAVING.isdisjoint(tagged.lower[max(0, start - 6) : start])


def is_name_behind(tagged: Tagged, mention: Mention) -> bool:
    """A person right behind a place: "the envoy for Syria Staffan de Mistura"."""
    before = tagged.mention(mention.start - 1)
    return mention.kind == "person" and before is not None and before.kind in PLACE_KINDS | {"organisation"}


def _speaks(tagged: Tagged, part: Piece) -> bool:
    return any(tagged.lower[m.end - 1] in SPEAKING for m in tagged.within(part) if m.agent)


def _is_unknown_name(tagged: Tagged, part: Piece) -> bool:
    head = tagged.head(part)
    return head is not None and tagged.is_name(head) and not _titled(tagged, part, head)


def _titled(tagged: Tagged, part: Piece, head: int) -> bool:
    """Whether a person's title stands before a name: "Foreign Minister | John Doe"."""
    return any(m.agent and is_person(tagged, m) for m in tagged.within(part) if m.end <= head)


def is_national(nation: Mention, noun: Mention) -> bool:
    """ "the Somali | group": it says whose group it is, but not which."""
    group = noun.agent is not None and noun.agent.phrase in _NAMELESS
    return nation.kind == "country" and nation.adjective and group


def is_person(tagged: Tagged, role: Mention) -> bool:
    """Whether a role noun means a person and not an institution."""
    inside = range(role.start, role.end)
    of = next((i for i in inside if tagged.lower[i] in ("of", "for", "in")), role.end)
    return tagged.lower[of - 1] not in INSTITUTIONS


def _names_actor(tagged: Tagged, part: Piece) -> bool:
    """Whether the head of a part is an actor and not something of his ("Syria's economy")."""
    head = tagged.head(part)
    if head is None:
        return False
    covering = tagged.mention(head)
    if covering is not None:
        return covering.kind != "city" and part.start <= covering.start and covering.end <= part.end
    return tagged.is_name(head) and _titled(tagged, part, head)
