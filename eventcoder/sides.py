"""Who stands where a rule looks for its source and its target.

Most of a rule's slots are grammatical and are looked up in the frame. The others are named for what they
are: `about` and `doer` ask the embedded act, `owner` asks whose thing the object is, `place` where the
act took place, `home` the country of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventcoder.matching import Match
from eventcoder.model import NOBODY, Actor, Frame, Span
from eventcoder.resolving import SentenceActors
from eventcoder.rules import NONE, NOUN_SOURCE, OWNER, Slot

PLACE_SLOTS = ("in", "at", "near", "across", "inside", "outside")

_NOBODY = Actor(NOBODY)
_DOERS = (*NOUN_SOURCE, "modifier", "of")
_OWNERS = ("by", "of", "from")


def fill(
    match: Match, slots: Iterable[Slot], role: str, actors: SentenceActors, sources: Sequence[Actor] = ()
) -> list[Actor] | None:
    """Actors of the first slot that names any; nobody where that is allowed; None otherwise.

    `role` is "source" or "target"; `sources` are known where the target is looked for.
    """
    optional = False
    for slot in slots:
        optional = optional or slot.optional or slot.name == NONE
        found = in_slot(match, slot.name, role, actors, sources)
        if found and (known := actors.completed(found)):
            return known
    return [_NOBODY] if optional else None


def in_slot(
    match: Match, slot: str, role: str, actors: SentenceActors, sources: Sequence[Actor]
) -> list[Actor]:
    """Actors that one slot names."""
    match slot:
        case "about" if match.rule.embeds:
            inner = match.inner
            return (fill(inner, getattr(inner.rule, role), role, actors) or []) if inner else []
        case "doer":
            return doers(match, actors)
        case "owner":
            return [a for s in match.fillers("object") for a in owners(s, actors)]
        case _ if slot.startswith(OWNER):
            return [a for s in match.fillers(slot.removeprefix(OWNER)) for a in owners(s, actors)]
        case "place":
            return places(match, actors)
        case "home":
            lands = dict.fromkeys(s.code[:3] for s in sources if s.code[:3] in actors.index.countries)
            return [Actor(land, inferred=True) for land in lands]
        case _:
            return [a for s in match.fillers(slot) for a in actors.resolve_all(s)]


def doers(match: Match, actors: SentenceActors) -> list[Actor]:
    """Who does the embedded act, whether a rule fits that or not."""
    inner = match.inner
    if inner is not None:
        found = fill(inner, inner.rule.source, "source", actors)
        if found and found != [_NOBODY]:
            return found
    content = inner.frame if inner else match.frame.content
    return _first_named(content, _DOERS, actors) if content else []


def owners(span: Span, actors: SentenceActors) -> list[Actor]:
    """Whose thing a phrase names: "Iraq's plan", "the Iraqi plan", "a plan by Iraq", "the war in Iraq"."""
    pieces = actors.pieces(span)
    if not pieces:
        return []
    head = pieces[0][1]
    before = [m for m in actors.within(head) if m.end < head.end]
    if before:
        owner = actors.resolve_all(actors.span(head.start, before[-1].end)) or [
            a for m in before for a in actors.resolve_all(m)
        ]
        if owner:
            return owner
    rest = sorted(pieces[1:], key=lambda piece: piece[0] not in _OWNERS)
    return next((found for _, piece in rest if (found := actors.resolve_all(piece))), [])


def places(match: Match, actors: SentenceActors) -> list[Actor]:
    """The country in which the act took place."""
    spans = [span for slot in PLACE_SLOTS for span in match.fillers(slot)]
    return next(([Actor(land, span)] for span in spans if (land := actors.place(span))), [])


def has_role(actor: Actor, roles: frozenset[str], countries: frozenset[str]) -> bool:
    """Whether an actor's code has one of the roles; `country` is a bare country, `nobody` nobody."""
    code = actor.code
    if code == NOBODY:
        return "nobody" in roles
    if code in countries:
        return "country" in roles
    return any(code[i : i + 3] in roles for i in range(0, len(code), 3))


def _first_named(frame: Frame, slots: Iterable[str], actors: SentenceActors) -> list[Actor]:
    for slot in slots:
        found = [a for span in frame.args.get(slot, ()) for a in actors.resolve_all(span)]
        if found and (known := actors.completed(found)):
            return known
    return []
