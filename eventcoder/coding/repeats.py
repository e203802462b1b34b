"""Acts that a sentence tells twice: "militiamen attacked the refugees, *killing 20 people*"."""

from __future__ import annotations

from collections.abc import Container, Iterable

from eventcoder.model import NOBODY, Actor, Event


def once(events: Iterable[Event], roles: Container[str]) -> tuple[Event, ...]:
    """The events of one sentence without those whose target another event of the same act names better.

    `roles` are the codes that say what somebody does, and not whose he is.
    """
    found = list(events)
    known = {_act(event) for event in found if not _is_anybody(event.target, roles)}
    return tuple(e for e in found if e.target.code[:3] not in roles or _act(e) not in known)


def _act(event: Event) -> tuple[str, str]:
    return event.actor.code, event.action


def _is_anybody(actor: Actor, roles: Container[str]) -> bool:
    """Whether nobody is named, or only what he does: people, rebels."""
    return actor.code == NOBODY or actor.code[:3] in roles
