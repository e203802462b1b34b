"""What `eventcoder explain` says in words, whatever it is written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventcoder.actors.explaining import Explanation
from eventcoder.bench.tracing import Clause, Trace, Unheard
from eventcoder.codebook.shape import Turn
from eventcoder.coding.matching import Match
from eventcoder.coding.steps import Dyad, Repeated
from eventcoder.counting import counted
from eventcoder.model import Event, Frame, Sentence
from eventcoder.running.corpus import sentence_id

FAR = {
    "pattern": "does not fit",
    "actors": "fits, but lacks an actor",
    "roles": "fits, but not these actors",
    "moods": "fits, but the act is not real",
    "speaker": "fits, but lacks a speaker",
    "codebook": "fits, but is not coded",
}
"""How far a pattern got that came to nothing, by stage."""


@dataclass(slots=True)
class Rejection:
    """Why patterns came to nothing, one or several of the same category, for a pair of actors or for any."""

    stage: str
    who: str
    reason: str
    patterns: list[str]


@dataclass(slots=True)
class Outcome:
    """What made events: the match, the line of `moods` that turned it, and the events."""

    match: Match
    turn: Turn | None
    events: list[Event]


NOBODY_NAMED = "no word of the sentence names somebody whom the lists know"


def about(sentence: Sentence) -> str:
    """Which sentence it is, and the date of its story."""
    date = sentence.doc.date
    return f"{sentence_id(sentence)}, {date.isoformat() if date else 'without a date'}"


def triple(event: Event) -> str:
    return f"{event.actor.code} {event.action} {event.target.code}"


def codes(told: Explanation) -> str:
    """The actors of a phrase by their codes."""
    return " ".join(dict.fromkeys(actor.code for actor in told.actors)) or "nobody"


def act(frame: Frame) -> str:
    """The trigger as patterns name it: "call off"."""
    return f"{frame.lemma} {frame.particle}".strip()


def pair(dyad: Dyad) -> str:
    return f"{dyad[0].code} -> {dyad[1].code}"


def slots(frame: Frame) -> Iterator[tuple[str, str]]:
    """Slots with their phrases: ("in", "Cairo")."""
    for slot, spans in frame.args.items():
        yield slot, "; ".join(" ".join(span.text.split()) for span in spans)
    if frame.speaker is not None:
        yield "speaker", " ".join(frame.speaker.text.split())


def rejections(clause: Clause) -> list[Rejection]:
    """What came to nothing, in the order in which it was tried, but for other wordings of what won."""
    grouped: dict[tuple[str, str, str], Rejection] = {}
    won = {step.match.rule.id for step in clause.made}
    for step in clause.dropped:
        if step.stage == "pattern" and step.rule.id in won:
            continue
        who = pair(step.dyad) if step.dyad else ""
        reason = str(step.misfit)
        found = grouped.setdefault((step.stage, who, reason), Rejection(step.stage, who, reason, []))
        if step.rule.id not in found.patterns:
            found.patterns.append(step.rule.id)
    return list(grouped.values())


def outcomes(clause: Clause) -> list[Outcome]:
    """What made events, in order."""
    grouped: dict[tuple[int, int], Outcome] = {}
    for step in clause.made:
        key = step.match.rule.order, id(step.turn)
        grouped.setdefault(key, Outcome(step.match, step.turn, [])).events.append(step.event)
    return list(grouped.values())


def turned(turn: Turn) -> str:
    """A line of `moods` in words."""
    what = f"when {' and '.join(turn.when)}, {', '.join(turn.turn)} becomes {turn.into}"
    sides = {"source": turn.source, "target": turn.target}
    moved = [f"the {side} is the {who}" for side, who in sides.items() if side != who]
    return "; ".join([what, *moved])


def told_again(step: Repeated) -> str:
    """Why an act that the sentence tells twice is coded once."""
    event, other = step.event, step.other
    told = f"{event.trigger.text!r} tells {triple(event)}, by {event.pattern}"
    if triple(event) == triple(other):
        return f"{told}, again after {other.trigger.text!r}: it is coded once"
    return f"{told}; {other.trigger.text!r} tells it better: {triple(other)}"


def weaker(count: int) -> str:
    return counted(count, "weaker pattern was", "weaker patterns were")


def embedded(clause: Clause) -> str:
    """What the act inside would be called."""
    return " or ".join(dict.fromkeys(match.rule.category for match in clause.embedded))


def why_nothing(trace: Trace) -> list[str]:
    """Of a sentence without events: what can be said of the reason beside the nearest miss."""
    coded = trace.coded
    if coded.error is not None:
        return [f"coding it failed: {coded.error}"]
    if coded.discarded:
        return [f"left out by {coded.discarded}, for the words {trace.word!r}"]
    lines: list[str] = []
    if trace.lacks:
        lines.append(f"the screen leaves it out: it lacks {', and '.join(trace.lacks)}")
    for clause in trace.clauses:
        if clause.discarded is not None:
            lines.append(f"{clause.discarded.match.rule.id}: {act(clause.frame)!r} is no event here")
    if trace.miss is None and not trace.clauses:
        if not trace.lacks:
            lines.append("no verb or noun in it starts a pattern")
    elif trace.miss is None and not lines:
        triggers = ", ".join(dict.fromkeys(repr(act(c.frame)) for c in trace.clauses if c.entered))
        lines.append(f"no pattern whose acts are coded has the trigger {triggers}")
    return lines + [unheard(found) for found in trace.unheard]


def unheard(found: Unheard) -> str:
    who = f": {found.source} {found.verb} {found.target}" if found.source else ""
    return f"no pattern has the verb {found.verb!r}{who}"
