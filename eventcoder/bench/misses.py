"""What came nearest to an event in a sentence without one, and what would make an event of it.

Nothing is judged here a second time: what a pattern lacks is asked of the matcher, and how far it got is what
the coder told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from eventcoder.actors.resolving import SentenceActors
from eventcoder.codebook.rules import Rule
from eventcoder.codebook.shape import NOTHING
from eventcoder.coding.coder import Coder, unturned
from eventcoder.coding.dyads import dyads
from eventcoder.coding.matching import Match
from eventcoder.coding.misfits import Misfit, misfits
from eventcoder.coding.sides import may_have_roles
from eventcoder.coding.steps import STAGES, Dropped, Dyad
from eventcoder.errors import EventcoderError
from eventcoder.model import UNREAL_MOODS, Frame


@dataclass(frozen=True, slots=True)
class Miss:
    """A pattern that nearly made an event: how far it got (one of STAGES), and all that it lacks there.

    `dyad` is the pair of actors that it is about, or would be.
    """

    frame: Frame
    rule: Rule
    stage: str
    misfits: tuple[Misfit, ...]
    dyad: Dyad | None = None

    @property
    def nearness(self) -> tuple[int, int, bool, int, int]:
        """The later the stage, the nearer; then the fewer things lack; then whether two actors are there."""
        return (
            STAGES.index(self.stage),
            -len(self.misfits),
            self.dyad is not None,
            self.rule.weight,
            -self.rule.order,
        )


def nearest(
    frames: Sequence[tuple[Frame, Sequence[Dropped]]], coder: Coder, actors: SentenceActors
) -> Miss | None:
    """The nearest miss in the frames that the coder looked at; None where no pattern has their triggers."""
    misses = [*_told(frames, coder)] or [*_unfit(frames, coder, actors)]
    return max(misses, key=lambda miss: miss.nearness, default=None)


def _told(frames: Iterable[tuple[Frame, Sequence[Dropped]]], coder: Coder) -> Iterator[Miss]:
    """Patterns that fitted, but came to nothing later."""
    for frame, steps in frames:
        for step in steps:
            if step.match is not None and _counts(step.rule, coder, step.stage):
                yield Miss(frame, step.rule, step.stage, (step.misfit,), step.dyad)


def _unfit(
    frames: Iterable[tuple[Frame, Sequence[Dropped]]], coder: Coder, actors: SentenceActors
) -> Iterator[Miss]:
    """Patterns that have the trigger and do not fit."""
    fits = partial(may_have_roles, actors=actors)
    for frame, _ in frames:
        for rule in coder.matcher.related(frame):
            if not _counts(rule, coder, "pattern"):
                continue
            if lacking := coder.matcher.misfits(rule, frame, fits=fits):
                found = _would_be(rule, frame, coder, actors)
                more = [found] if isinstance(found, Misfit) and _has_phrases(rule, frame, coder) else []
                more += _moods(rule, frame, coder)
                dyad = None if isinstance(found, Misfit) else found
                yield Miss(frame, rule, "pattern", (*lacking, *more), dyad)


def _has_phrases(rule: Rule, frame: Frame, coder: Coder) -> bool:
    """Whether something stands in the slots of source and target, be it an actor or not."""
    facts = coder.matcher.facts(frame)
    return len(list(misfits(rule, facts))) == len(list(misfits(rule, facts, roles=False)))


def _moods(rule: Rule, frame: Frame, coder: Coder) -> Iterator[Misfit]:
    """That the act would not be real either."""
    if unreal := frame.moods & UNREAL_MOODS:
        line = coder.matcher.line(rule.category, unreal)
        if line is None or line.into == NOTHING:
            yield unturned(unreal, line)


def _counts(rule: Rule, coder: Coder, stage: str) -> bool:
    """Whether an event could come of it. A codebook that is only used may turn acts into events of others."""
    return stage in ("moods", "codebook", "speaker") or coder.matcher.is_coded(rule.category)


def _would_be(rule: Rule, frame: Frame, coder: Coder, actors: SentenceActors) -> Dyad | Misfit | None:
    """The first pair of actors that the rule would name if it fitted, or why it would name none."""
    mutual = bool(coder.matcher.categories[rule.category].mirror)
    try:
        found = dyads(Match(rule, frame), mutual, actors)
    except EventcoderError:
        return None
    return found if isinstance(found, Misfit) else found[0]
