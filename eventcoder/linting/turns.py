"""Lines of `moods` that never count, or make something real of what is not."""

from __future__ import annotations

from collections.abc import Iterator

from eventcoder.codebook.shape import ANY, Turn
from eventcoder.codebook.yamlfile import Key
from eventcoder.linting.catalogue import check
from eventcoder.linting.subject import Subject

Found = Iterator[tuple[Key, str]]


@check(
    "EC501",
    "a line of moods never counts, or not for all its categories",
    reason="The first line that fits counts. An earlier line has the same moods in `when` and turns the category as well, "
    "so this one is never reached with it.",
    fix="Put the line with fewer categories first, or take the category out of one of them.",
    example="- {when: future, turn: any, into: plan}\n- {when: future, turn: visit, into: plan_visit}",
)
def hidden_turn(subject: Subject) -> Found:
    earlier: list[Turn] = []
    for i, turn in enumerate(subject.book.moods):
        before = [t for t in earlier if set(t.when) == set(turn.when)]
        taken = {name for t in before for name in t.turn}
        if hidden := [name for name in turn.turn if name in taken or ANY in taken]:
            yield ("moods", i, "turn"), f"an earlier line with the same moods turns {', '.join(hidden)}"
        earlier.append(turn)


@check(
    "EC502",
    "a line of moods turns a category that no pattern leads to",
    reason="A line of `moods` looks at what a pattern found. A category without patterns comes about only by moods or "
    "as a mirror, and is not turned a second time.",
    fix="Name the category whose patterns find the act.",
    example="- {when: future, turn: attack, into: threat}\n"
    "- {when: negated, turn: threat, into: nothing}   # `threat` has no patterns",
)
def turned_never(subject: Subject) -> Found:
    for i, turn in enumerate(subject.book.moods):
        for name in turn.turn:
            if name != ANY and not subject.book.categories[name].patterns:
                yield ("moods", i, "turn"), f"no pattern leads to {name!r}"


@check(
    "EC503",
    "a line of moods has no moods",
    severity="error",
    reason="Acts without an unreal mood are coded as they are, and no line of `moods` is asked. A line without moods in "
    "`when`, or without categories in `turn`, never applies.",
    fix="Fill `when` and `turn`, or take the line out.",
    example="- {when: [], turn: visit, into: plan}",
)
def empty_turn(subject: Subject) -> Found:
    for i, turn in enumerate(subject.book.moods):
        if not (turn.when and turn.turn):
            yield ("moods", i), "it names no moods" if not turn.when else "it names no categories"


@check(
    "EC504",
    "a line of moods turns an act into itself",
    severity="note",
    reason="The act did not take place, or not yet, and is coded as if it had. For statements that may be meant: to ask "
    "whether somebody regrets is no regret, but a threat that may be carried out is a threat.",
    fix="Turn it into another category, or into `nothing`.",
    example="- {when: future, turn: visit, into: visit}",
)
def turned_into_itself(subject: Subject) -> Found:
    for i, turn in enumerate(subject.book.moods):
        if [turn.into] == turn.turn and (turn.source, turn.target) == ("source", "target"):
            yield (
                ("moods", i, "into"),
                f"{turn.into!r} stays what it is, though it is {' and '.join(turn.when)}",
            )


@check(
    "EC505",
    "a mood is named twice in one line",
    reason="`when` names all moods of the act and no others; naming one twice changes nothing, so another one was "
    "probably meant.",
    fix="Take one out, or write the mood that was meant.",
    example="- {when: [negated, negated], turn: visit, into: refuse}",
)
def repeated_mood(subject: Subject) -> Found:
    for i, turn in enumerate(subject.book.moods):
        if len(set(turn.when)) < len(turn.when):
            yield ("moods", i, "when"), f"{', '.join(turn.when)}"
