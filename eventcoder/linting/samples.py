"""Examples: those that fail, and those that prove less than they seem to."""

from __future__ import annotations

from collections.abc import Iterator

from eventcoder.actors.names import role_on
from eventcoder.actors.tokens import words
from eventcoder.codebook.shape import Example
from eventcoder.codebook.yamlfile import Key
from eventcoder.errors import did_you_mean
from eventcoder.linting.catalogue import check
from eventcoder.linting.subject import Subject
from eventcoder.model import NOBODY

Found = Iterator[tuple[Key, str]]


@check(
    "EC601",
    "an example fails",
    severity="error",
    reason="The sentence does not give the events that the example wants, with their mirrors and no others. Either the "
    "patterns do not do what their author thinks, or the example is wrong.",
    fix="Run `eventcoder explain` on the sentence. It shows what was tried and what came nearest.",
    example='- {text: "Egypt ignored Iran.", events: [EGY visit IRN]}',
)
def failing_example(subject: Subject) -> Found:
    for example in subject.examples:
        if example.wanted is not None and (problem := example.problem()):
            yield example.key, problem


@check(
    "EC602",
    "a counterexample is coded",
    severity="error",
    reason="The sentence must not be coded as this category, and is. A pattern reaches further than it should.",
    fix="Narrow the pattern that the message names, for example with `unless`.",
    example="visit:\n"
    "  patterns: [{verb: visit}]\n"
    "  counterexamples:\n"
    '    - {text: "Egypt visited Iran.", because: it went home}',
)
def coded_counterexample(subject: Subject) -> Found:
    for example in subject.examples:
        if example.wanted is None and (problem := example.problem()):
            patterns = sorted({e.pattern for e in example.events() if e.category == example.category})
            yield example.key, f"{problem}, by {', '.join(patterns)}"


@check(
    "EC603",
    "an example names an office and gives no date",
    reason="A person is coded with the office that he or she held on the date. Without a date only what holds at any "
    "time counts, so the example tests less than it seems to, and its code is not that of real stories.",
    fix="Add `date: 2015-06-07`, a day on which the person held the office.",
    example='- {text: "Barack Obama visited Iran.", events: [USA visit IRN]}',
)
def undated(subject: Subject) -> Found:
    index = subject.around.actors
    for key, example in _examples(subject):
        if example.date is None:
            for mention in index.mentions(words(example.text)):
                people = [e for e in mention.entries if e.kind == "person"]
                offices = {e.code for e in people if len(e.code) > 3 and (e.since or e.until)}
                if people and offices and not role_on(mention.entries, None)[3:]:
                    yield key, f"{people[0].name!r} held an office: {', '.join(sorted(offices))}"


def _examples(subject: Subject) -> Iterator[tuple[Key, Example]]:
    for name, category in subject.book.categories.items():
        for i, example in enumerate(category.examples):
            yield ("categories", name, "examples", i), example


@check(
    "EC604",
    "an example stands twice",
    reason="The same sentence is an example of two categories, or twice of one. An example must list all events of its "
    "sentence, so one of the two is superfluous, or they contradict each other.",
    fix="Make one example of the two, with all its events.",
    example='- {text: "Egypt visited Iran.", events: [EGY visit IRN]}\n'
    '- {text: "Egypt visited Iran.", events: [EGY visit IRN]}',
)
def repeated_example(subject: Subject) -> Found:
    seen: dict[str, str] = {}
    for key, example in _examples(subject):
        if example.text in seen:
            yield key, f"the sentence is also an example of {seen[example.text]!r}"
        seen.setdefault(example.text, str(key[1]))


@check(
    "EC605",
    "a sentence is example and counterexample of one category",
    severity="error",
    reason="It must be coded as the category, and must not be. One of the two fails whatever the patterns say.",
    fix="Take one of the two out.",
    example="examples:\n"
    '  - {text: "Egypt visited Iran.", events: [EGY visit IRN]}\n'
    "counterexamples:\n"
    '  - {text: "Egypt visited Iran.", because: nobody went}',
)
def contradictory_example(subject: Subject) -> Found:
    for name, category in subject.book.categories.items():
        texts = {example.text for example in category.examples}
        for i, counter in enumerate(category.counterexamples):
            if counter.text in texts:
                yield ("categories", name, "counterexamples", i), "the sentence is also an example"


@check(
    "EC606",
    "an example does not have its own category",
    reason="The example stands under a category that is not among its events, so it does not show what the category is. "
    "Probably it was moved, or a name was mistyped.",
    fix="Move it to the category of its events, or mend the event.",
    example='visit:\n  examples:\n    - {text: "Egypt bombed Iran.", events: [EGY attack IRN]}',
)
def foreign_example(subject: Subject) -> Found:
    for key, example in _examples(subject):
        own = str(key[1])
        named = {event.split()[1].rpartition("/")[2] for event in example.events}
        mirror = subject.book.categories[own].mirror or own
        if named.isdisjoint({own, mirror.rpartition("/")[2]}):
            yield (*key, "events"), f"none of its events is {own!r}"


@check(
    "EC607",
    "an example names an actor that cannot be",
    severity="error",
    reason="Actor codes are made of a country or an organisation and of roles, three letters each: `RUS`, `RUSGOV`. A "
    "code of any other form is never coded.",
    fix="Mend the code. `eventcoder actors who NAME` shows what a name is coded as.",
    example="events: [EGYPT visit IRN]",
)
def odd_actor(subject: Subject) -> Found:
    for key, _, code in _actors(subject):
        if not _is_code(code):
            yield key, f"{code!r} is no actor code"


@check(
    "EC609",
    "an example names an actor that no list has",
    severity="error",
    reason="A part of the code, three letters long, is neither a country nor an organisation, a group or a role of the "
    "actor lists. Nobody is coded so, and the example can only fail.",
    fix="Mend the code. `eventcoder actors who NAME` shows what a name is coded as. Of lists of your own, give `--actors`.",
    example="events: [KNY visit IRN]     # Kenya is KEN",
)
def unknown_actor(subject: Subject) -> Found:
    known = subject.around.code_parts
    for key, example, code in _actors(subject):
        for part in (code[i : i + 3] for i in range(0, len(code), 3)) if _is_code(code) else ():
            if part not in known:
                named = {
                    e.code[:3] for m in subject.around.actors.mentions(words(example.text)) for e in m.entries
                }
                close = did_you_mean(part, sorted(named)) or did_you_mean(part, sorted(known))
                what = f"no actor list has {part!r}" + ("" if part == code else f" (in {code!r})")
                yield key, what + (f"; did you mean {close!r}?" if close else "")


def _is_code(code: str) -> bool:
    return len(code) % 3 == 0 and code.isalnum() and code == code.upper()


def _actors(subject: Subject) -> Iterator[tuple[Key, Example, str]]:
    """The actors of the events of all examples."""
    for key, example in _examples(subject):
        for event in example.events:
            actor, _, target = event.split()
            yield from (((*key, "events"), example, code) for code in (actor, target) if code != NOBODY)


@check(
    "EC608",
    "a pattern that no example shows",
    severity="note",
    reason="No example of the codebook is coded by this pattern, so nobody can tell whether it works.",
    fix="Add an example, or run `eventcoder coverage` to see whether the pattern ever fires.",
    example='patterns:\n  - {verb: visit}\n  - {verb: tour}             # and no example has "toured"',
)
def untried_pattern(subject: Subject) -> Found:
    if subject.examples:
        shown = {event.pattern for example in subject.examples for event in example.events()}
        for key, rules in subject.rules.items():
            category = subject.book.categories[str(key[1])]
            if not category.discard and shown.isdisjoint(rule.id for rule in rules):
                yield key, f"no example is coded by {rules[0].id}"
