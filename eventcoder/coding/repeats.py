"""Acts that a sentence tells twice: "militiamen attacked the refugees, *killing 20 people*"."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from eventcoder.model import NOBODY, Actor, Event

_ARMED = frozenset({"REB", "UAF", "MIL"})
_BLOWS = frozenset({"18", "19", "20"})


def once(
    events: Iterable[Event],
    roles: Container[str],
    told: Callable[[Event, Event], None] = lambda event, better: None,
) -> tuple[Event, ...]:
    """The events of one sentence without those whose target another event of the same act names better.

    `roles` are the codes that say what somebody does, and not whose he is. Who "killed Colombian soldiers
    and wounded two others in Arauca" need not be told to have wounded Colombia. `told` hears of each that is
    left out, and of the event that is better.
    """
    found, kept = list(events), list[Event]()
    closer = dict[int, Actor]()
    for event in found:
        doer = next((other for other in found if _same_blow(event, other)), None)
        better = doer or next((other for other in found if _better(other, event, roles)), None)
        if better is None:
            kept.append(event)
            continue
        told(event, better)
        if doer and (doer.target.code == NOBODY or len(event.target.code) > len(doer.target.code)):
            closer[id(doer)] = event.target
    return tuple(replace(e, target=closer[id(e)]) if id(e) in closer else e for e in kept)


def _same_blow(one: Event, other: Event) -> bool:
    """ "15 people were killed when rebels ambushed a bus": the rebels killed them; also "opened fire"."""
    if one.actor.code != NOBODY or other.actor.code == NOBODY or one.target.code == NOBODY:
        return False
    wider = one.action == "190" and other.action[:2] == "19" and other.action != "192"
    if not (wider or one.action == other.action) or one.action[:2] not in _BLOWS:
        return False
    return one.target.code[:3] != other.actor.code and other.target.code[:3] in (one.target.code[:3], NOBODY)


def _better(one: Event, other: Event, roles: Container[str]) -> bool:
    """Whether an event tells the same as another, of somebody who is known better."""
    if (one.actor.code, one.action) != (other.actor.code, other.action):
        return _more_specific(one, other)
    mine, its = one.target.code, other.target.code
    if its[:3] in roles:
        return mine != NOBODY and mine[:3] not in roles
    return len(its) == 3 < len(mine) and mine.startswith(its) and one.trigger != other.trigger


def _more_specific(one: Event, other: Event) -> bool:
    """Whether both are one act between the same two, of which one event tells more: 0874 and 087."""
    if one.actor.code != other.actor.code:
        return False
    if (other.action, one.action[:2]) == ("190", "19") and one.action != "190":
        fought = one.action == "192" and other.target.code[3:] in _ARMED  # "killed six rebels and took Gao"
        # "bombed Aleppo, killing 25 people"
        return one.target.code[:3] == other.target.code[:3] and not fought
    same = one.target.code == other.target.code
    return same and one.action != other.action and one.action.startswith(other.action)
