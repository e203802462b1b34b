"""Lists of words, of names and of slots: what stands in them twice, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventcoder.codebook.yamlfile import Key
from eventcoder.linting.catalogue import check
from eventcoder.linting.subject import Subject

Found = Iterator[tuple[Key, str]]

_TWO_THERE = frozenset(
    """
    subject object together between among amongst amid of by about doer owner maker modifier possessor site town
    place home none
    """.split()
)
"""Places where both sides may stand: "talks between X and Y", "a meeting of X and Y", "linked X and Y"."""


@check(
    "EC118",
    "source and target are looked for in the same place",
    reason="Both sides are looked for behind the same preposition, and nowhere else. Those who stand there together have "
    'the same part in the act: in "talks with X and Y", neither X nor Y is the one who talks with the other.',
    fix="Name the slot of the other side. Those who act on each other stand in `together`, `between` or `of`.",
    example="- {noun: talk, source: with, target: with}",
)
def one_place(subject: Subject) -> Found:
    for at, pattern in subject.patterns():
        slots = [slot.removesuffix("?") for slot in pattern.target]
        if (
            slots
            and [*slots] == [s.removesuffix("?") for s in pattern.source]
            and _TWO_THERE.isdisjoint(slots)
        ):
            yield (*at, "target"), f"source and target are both looked for in {', '.join(map(repr, slots))}"


@check(
    "EC203",
    "a word stands twice in a list",
    severity="note",
    reason="The same word is listed twice, or is in a set that the list contains as well. It does no harm.",
    fix="Take one out.",
    example="arms: [tank, rifle, tank]",
)
def repeated_words(subject: Subject) -> Found:
    for key, words in subject.word_lists():
        seen: set[str] = set()
        for word in words:
            if word in seen:
                yield key, f"{word!r} is listed twice"
            seen.add(word)


@check(
    "EC204",
    "a word set or a list of words is empty",
    severity="error",
    reason="Where a pattern asks for one of no words, it never fires; where it forbids one of no words, it forbids "
    "nothing.",
    fix="Fill it, or take it out.",
    example="- {verb: attack, unless: {in: []}}",
)
def empty_lists(subject: Subject) -> Found:
    yield from ((("words", n), f"${n} has no words") for n, words in subject.book.words.items() if not words)
    yield from (
        (("forms", n), f"the form {n!r} has no wordings") for n, w in subject.book.forms.items() if not w
    )
    for at, pattern in subject.patterns():
        for name in ("where", "mentions", "unless", "roles"):
            for slot, words in getattr(pattern, name).items():
                if not words:
                    yield (*at, name, slot), "the list of words is empty"


@check(
    "EC206",
    "a name stands twice in a list",
    reason="The list names a scheme, a codebook, a category, a slot or an event twice. It does no harm; but often the second "
    "was to be another one, which is missing now.",
    fix="Take one out, or write the name that was meant.",
    example="schemes: [cameo, plover, plover]",
)
def repeated_names(subject: Subject) -> Found:
    for key, names in _named(subject):
        for name in dict.fromkeys(name for i, name in enumerate(names) if name in names[:i]):
            yield key, f"{name!r} is listed twice"


def _named(subject: Subject) -> Iterator[tuple[Key, Sequence[str]]]:
    """All lists of names, but for the moods of a line, of which EC505 tells."""
    book = subject.book
    yield from ((("schemes",), book.schemes), (("includes",), book.includes), (("uses",), book.uses))
    for at, pattern in subject.patterns():
        yield from (((*at, field), getattr(pattern, field)) for field in ("source", "target", "about"))
    for name, category in book.categories.items():
        for i, example in enumerate(category.examples):
            yield ("categories", name, "examples", i, "events"), example.events
    yield from ((("moods", i, "turn"), turn.turn) for i, turn in enumerate(book.moods))
