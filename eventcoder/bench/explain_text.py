"""Explanations on the terminal: actors, clauses, patterns, events, and why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from eventcoder.bench.explain_words import (
    FAR,
    NOBODY_NAMED,
    Outcome,
    Rejection,
    about,
    act,
    codes,
    embedded,
    outcomes,
    pair,
    rejections,
    slots,
    told_again,
    triple,
    turned,
    weaker,
    why_nothing,
)
from eventcoder.bench.misses import Miss
from eventcoder.bench.tracing import Clause, Trace
from eventcoder.counting import counted

_SHOWN = 3
"""Patterns that are named of those rejected for one reason."""


def print_trace(trace: Trace, most: int, console: Console) -> None:
    """Print with at most `most` reasons for rejections a clause."""
    console.print(_sentence(trace))
    console.print(Text(about(trace.sentence), "dim"))
    console.print(_section("Actors"))
    console.print(_actors(trace, console.width) if trace.phrases else Text(NOBODY_NAMED, "dim"))
    for number, clause in enumerate(trace.clauses, 1):
        console.print(_section(f"Clause {number}"))
        console.print(Group(*_clause(clause, most)))
    console.print(_section("Result"))
    console.print(Group(*_result(trace)))


def _sentence(trace: Trace) -> Text:
    """The sentence with actors in green and triggers in yellow."""
    text = Text(trace.sentence.text, "bold")
    for span, told in trace.phrases:
        if told.actors:
            text.stylize("green", span.start, span.end)
    for clause in trace.clauses:
        text.stylize("yellow", clause.frame.trigger.start, clause.frame.trigger.end)
    return text


def _section(title: str) -> Text:
    return Text(f"\n{title}", "bold underline")


def _lines(lines: Iterable[RenderableType], indent: int = 2) -> RenderableType:
    return Padding(Group(*lines), (0, 0, 0, indent))


def _hung(text: Text) -> RenderableType:
    """A line whose continuation stands below its third letter, beside the sign in front."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_row(text[:1], text[2:])
    return table


def _actors(trace: Trace, width: int) -> Table:
    """Phrase, code and how; long phrases are wrapped so that the last column has most of the room."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for most in (width // 3, width // 4, None):
        table.add_column(max_width=most, overflow="fold")
    for span, told in trace.phrases:
        style = "green" if told.actors else "dim"
        how = "\n".join(line for line in told.lines if not line.startswith("result: ") or not told.actors)
        table.add_row(Text(" ".join(span.text.split())), Text(codes(told), style), Text(how, "dim"))
    return table


def _clause(clause: Clause, most: int) -> Iterator[RenderableType]:
    frame = clause.frame
    head = Text.assemble((act(frame), "bold yellow"), f" ({frame.kind})")
    if frame.moods:
        head.append("  " + " ".join(sorted(frame.moods)), "magenta")
    if clause.depth:
        head.append("  embedded in the one before", "dim")
    yield head
    for slot, phrase in slots(frame):
        yield _lines([Text.assemble((f"{slot}: ", "cyan"), phrase)])
    if inner := embedded(clause):
        yield _lines([Text.assemble(("the embedded act is ", "cyan"), inner)])
    if not clause.entered:
        yield Text("not looked at: the pattern that won around it accounts for it", "dim")
        return
    found = rejections(clause)
    yield from (_hung(_rejection(r)) for r in found[:most])
    if len(found) > most:
        more = len(found) - most
        yield Text(f"... and {counted(more, 'more reason')}; --most shows more", "dim")
    for outcome in outcomes(clause):
        yield from _outcome(outcome)
    if clause.discarded is not None:
        yield _hung(Text.assemble(("- ", "red"), f"{clause.discarded.match.rule.id} wins, and is no event"))
    if not clause.steps[1:]:
        yield Text("no pattern has this trigger in this use", "dim")
    if clause.waiting:
        yield Text(f"{weaker(len(clause.waiting))} not tried any more", "dim")


def _rejection(rejection: Rejection) -> Text:
    names = rejection.patterns
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    text = Text.assemble(("x ", "red"), ", ".join(names[:_SHOWN]) + more)
    if rejection.who:
        text.append(f"  {rejection.who}", "green")
    text.append(f"  {FAR[rejection.stage]}: " if rejection.stage != "pattern" else "  ", "red")
    text.append(rejection.reason, "dim")
    return text


def _outcome(outcome: Outcome) -> Iterator[RenderableType]:
    rule = outcome.match.rule
    text = Text.assemble(
        ("+ ", "bold green"), (rule.id, "bold"), (f"  wins with weight {rule.weight}", "dim")
    )
    if outcome.match.inner is not None:
        text.append(f", about {outcome.match.inner.rule.id}", "dim")
    yield _hung(text)
    if outcome.turn is not None:
        yield _lines([Text(f"moods: {turned(outcome.turn)}", "magenta")])
    for event in outcome.events:
        line = Text.assemble((event.actor.code, "green"), f" {event.action} ", (event.target.code, "green"))
        line.append(f"  {event.category}" + (", the mirror" if event.mirrored else ""), "dim")
        yield _lines([line])


def _result(trace: Trace) -> Iterator[RenderableType]:
    for event in trace.coded.events:
        yield Text.assemble(
            (triple(event), "bold green"),
            (f"  {event.category}, by {event.pattern}", "dim"),
        )
    yield from (_hung(Text.assemble(("= ", "dim"), (told_again(step), "dim"))) for step in trace.repeated)
    if trace.coded.events:
        return
    yield Text("nothing is coded", "bold red")
    yield from (Text(line) for line in why_nothing(trace))
    if trace.miss is not None:
        yield from _miss(trace.miss)


def _miss(miss: Miss) -> Iterator[RenderableType]:
    who = f", {pair(miss.dyad)}" if miss.dyad else ""
    yield Text.assemble("nearest: ", (miss.rule.id, "bold"), f" for {act(miss.frame)!r}{who}")
    yield _lines(_hung(Text.assemble(("x ", "red"), FAR[miss.stage], ": ", str(m))) for m in miss.misfits)
    yield Text("what it would take:")
    yield _lines(_hung(Text.assemble(("+ ", "green"), misfit.cure)) for misfit in miss.misfits)
