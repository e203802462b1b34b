"""What becomes of a corpus when codebooks change: events gained, lost and recoded, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from eventcoder.codebook.shape import Codebook
from eventcoder.evaluation.levels import Codes, country
from eventcoder.model import Event, Sentence

KINDS = {
    "gained": "only the new version codes it",
    "lost": "only the old version codes it",
    "recoded": "the same actors, in another category",
    "redirected": "the same act, with other actors",
    "other pattern": "the same event, found by another pattern",
}
"""What may become of an event, in words."""

Cell = tuple[str, str, str, str]
"""A dyad-month: month, country of the source, country of the target, root."""

K = TypeVar("K", str, Cell)
Pairs = list[tuple[Event, Event]]


@dataclass(frozen=True, slots=True)
class Change:
    """One event as both versions code it; None where one does not."""

    kind: str
    sentence: Sentence
    old: Event | None
    new: Event | None


class Counts(NamedTuple):
    """How many events, before and after."""

    old: int
    new: int


class Tally(NamedTuple):
    """What becomes of the events of a category."""

    before: int
    after: int
    gained: int
    lost: int
    changed: int


@dataclass(slots=True)
class Side:
    """One version: its patterns with what they are known by (see `known_by`), and what it coded."""

    patterns: dict[str, str]
    categories: Counter[str] = field(default_factory=Counter)
    fired: Counter[str] = field(default_factory=Counter)
    cells: Counter[Cell] = field(default_factory=Counter)
    events: int = 0

    def add(self, event: Event, codes: Codes) -> None:
        self.events += 1
        self.categories[event.category] += 1
        self.fired[event.pattern] += 1
        self.cells[_cell(event, codes)] += 1


@dataclass(slots=True)
class Comparison:
    """Collects what two versions make of the same sentences."""

    codes: Codes
    old: Side
    new: Side
    sentences: int = 0
    changes: list[Change] = field(default_factory=list)

    def add(self, sentence: Sentence, old: Sequence[Event], new: Sequence[Event]) -> None:
        """A sentence with the events of both versions."""
        self.sentences += 1
        for side, events in ((self.old, old), (self.new, new)):
            for event in events:
                side.add(event, self.codes)
        self.changes += self._changes(sentence, old, new)

    def kinds(self) -> Counter[str]:
        found = Counter(change.kind for change in self.changes)
        return Counter({kind: found[kind] for kind in KINDS if found[kind]})

    def categories(self) -> dict[str, Tally]:
        """Every category with a change: events before and after, gained, lost, and changed in some way."""
        found = {}
        for name, counts in _both(self.old.categories, self.new.categories).items():
            kinds = Counter(c.kind for c in self.changes if name in _categories(c))
            changed = kinds.total() - kinds["gained"] - kinds["lost"]
            if kinds:
                found[name] = Tally(*counts, kinds["gained"], kinds["lost"], changed)
        return found

    def dyad_months(self) -> dict[Cell, Counts]:
        """The cells whose counts change."""
        cells = _both(self.old.cells, self.new.cells)
        return {cell: counts for cell, counts in cells.items() if counts.old != counts.new}

    def patterns(self) -> list[tuple[str, str, Counts]]:
        """Old name, new name and events of each pattern that changes: new, gone, or firing more or less.

        In the order of the files, those that are gone last.
        """
        old = {content: name for name, content in self.old.patterns.items()}
        new = {content: name for name, content in self.new.patterns.items()}
        rows = []
        for content in dict.fromkeys((*new, *old)):
            before, after = old.get(content, ""), new.get(content, "")
            counts = Counts(self.old.fired[before], self.new.fired[after])
            if not (before and after) or counts.old != counts.new:
                rows.append((before, after, counts))
        return rows

    def _changes(self, sentence: Sentence, old: Sequence[Event], new: Sequence[Event]) -> Iterable[Change]:
        left, right = list(old), list(new)
        steps: tuple[tuple[str, Callable[[Event], object]], ...]
        steps = (("", _whole), ("recoded", _sides), ("redirected", _act))
        for kind, key in steps:
            for before, after in _take_pairs(left, right, key):
                if kind:
                    yield Change(kind, sentence, before, after)
                elif self._moved(before, after):
                    yield Change("other pattern", sentence, before, after)
        yield from (Change("lost", sentence, event, None) for event in left)
        yield from (Change("gained", sentence, None, event) for event in right)

    def _moved(self, before: Event, after: Event) -> bool:
        return self.old.patterns.get(before.pattern) != self.new.patterns.get(after.pattern)


def known_by(old: Iterable[Codebook], new: Iterable[Codebook]) -> tuple[dict[str, str], dict[str, str]]:
    """Pattern names ("meet/meeting#2") of both versions, with what says which ones are the same.

    A pattern is known by what it says, so one that stands higher up than before is still the same. One
    that says something else is the same where it stands where an old one did that is gone.
    """
    before, after = _contents(old), _contents(new)
    said, says = set(before.values()), set(after.values())
    edited = {n for n, what in after.items() if what not in said and before.get(n, what) not in says}
    return before, {name: before[name] if name in edited else what for name, what in after.items()}


def _contents(books: Iterable[Codebook]) -> dict[str, str]:
    """Pattern name -> what it says; equal patterns of a category are told apart."""
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for book in books:
        for category in book.categories:
            for number, pattern in book.patterns(category):
                content = f"{book.name}/{category} {pattern.model_dump_json(exclude_defaults=True)}"
                seen[content] += 1
                found[f"{book.name}/{category}#{number}"] = f"{content} {seen[content]}"
    return found


def _take_pairs(left: list[Event], right: list[Event], key: Callable[[Event], object]) -> Pairs:
    """Pairs of events with the same key, taken out of both lists."""
    pairs = []
    for event in list(left):
        mate = next((other for other in right if key(other) == key(event)), None)
        if mate is not None:
            left.remove(event)
            right.remove(mate)
            pairs.append((event, mate))
    return pairs


def _whole(event: Event) -> tuple[str, ...]:
    return event.actor.code, event.action, event.category, event.target.code


def _sides(event: Event) -> tuple[str, ...]:
    return event.actor.code, event.target.code


def _act(event: Event) -> tuple[object, ...]:
    return event.trigger.start, event.category, event.mirrored


def _categories(change: Change) -> set[str]:
    return {event.category for event in (change.old, change.new) if event is not None}


def _cell(event: Event, codes: Codes) -> Cell:
    date = event.sentence.doc.date
    sides = country(event.actor.code) or "---", country(event.target.code) or "---"
    return f"{date:%Y-%m}" if date else "no date", *sides, codes.root(event.action)


def _both(old: Counter[K], new: Counter[K]) -> dict[K, Counts]:
    keys: set[K] = set(old) | set(new)
    return {key: Counts(old[key], new[key]) for key in sorted(keys)}
