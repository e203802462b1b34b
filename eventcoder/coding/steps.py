"""What the coder decided on its way to events, step by step, for those who ask why.

A coder tells its `watch`, if it has one, of every decision as it takes it. So an explanation holds what was
done, and not what somebody thinks was done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eventcoder.codebook.rules import Rule
from eventcoder.codebook.shape import Turn
from eventcoder.coding.matching import Match
from eventcoder.coding.misfits import Misfit
from eventcoder.model import Actor, Event, Frame

Dyad = tuple[Actor, Actor]

STAGES = ("pattern", "actors", "roles", "moods", "speaker", "codebook")
"""Where a rule may come to nothing, in the order in which the coder gets there."""


@dataclass(frozen=True, slots=True)
class Entered:
    """The coder turned to a frame. What is embedded in a frame that a rule accounts for, it never enters."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class Dropped:
    """A rule came to nothing for a frame, or for one pair of actors, at a stage (one of STAGES).

    `match` is None where already the pattern does not fit.
    """

    stage: str
    frame: Frame
    rule: Rule
    misfit: Misfit
    match: Match | None = None
    dyad: Dyad | None = None
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Discarded:
    """The winning rule belongs to a category whose acts are no events."""

    match: Match


@dataclass(frozen=True, slots=True)
class Made:
    """An event; `turn` is the line of `moods` that turned the act."""

    match: Match
    event: Event
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """An event that is left out, because the sentence tells it twice: `other` is the one that is coded."""

    event: Event
    other: Event


FrameStep = Entered | Dropped | Discarded | Made
Step = FrameStep | Repeated
Watch = Callable[[Step], None]
