"""What a human coder found in a sentence: the records that everything else here works with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from eventcoder.model import NOBODY, Document


class Triple(NamedTuple):
    """Who did what to whom, as codes; `---` where nobody is named."""

    source: str
    action: str
    target: str

    def __str__(self) -> str:
        return " ".join(self)


def triple(source: str, action: str, target: str) -> Triple:
    """The codes without blanks around them; an empty side is nobody."""
    return Triple(source.strip() or NOBODY, action.strip(), target.strip() or NOBODY)


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """What one coder found in one sentence.

    readings   the events, and other sets of events that are as good; the first is the coder's own
    optional   events that may be coded or not
    weight     how many sentences of the corpus this one stands for
    """

    id: str
    text: str
    date: dt.date | None = None
    coder: str = ""
    readings: tuple[tuple[Triple, ...], ...] = ((),)
    optional: frozenset[Triple] = frozenset()
    weight: float = 1.0

    @property
    def events(self) -> tuple[Triple, ...]:
        return self.readings[0]

    def document(self) -> Document:
        """The sentence as a document of its own, to be coded."""
        return Document(self.id, self.text, self.date)


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: the sentences of every coder, in the order of the file.

    `uncoded` counts sentences that nobody has looked at yet; they are in no coder's list. `acts_only`: the
    file says what was done, and not by whom to whom. `lines`: where each code stands in the file.
    """

    sentences: Sequence[GoldSentence]
    uncoded: int = 0
    acts_only: bool = False
    lines: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def coders(self) -> list[str]:
        """The coders, in the order in which they appear; the first one's word is gold."""
        return list(dict.fromkeys(s.coder for s in self.sentences))

    def of(self, coder: str) -> list[GoldSentence]:
        return [s for s in self.sentences if s.coder == coder]

    def actions(self) -> set[str]:
        """All codes of acts in the file."""
        return {e.action for s in self.sentences for e in all_events(s)}

    def actors(self) -> set[str]:
        """All codes of actors in the file."""
        return {code for s in self.sentences for e in all_events(s) for code in (e.source, e.target)}

    def mapped(self, change: Callable[[Triple], Triple]) -> Gold:
        """The same sentences with other events."""
        sentences = [
            replace(
                s,
                readings=tuple(tuple(map(change, reading)) for reading in s.readings),
                optional=frozenset(map(change, s.optional)),
            )
            for s in self.sentences
        ]
        return replace(self, sentences=sentences)


def all_events(sentence: GoldSentence) -> Iterable[Triple]:
    """Events of all readings and the optional ones."""
    for reading in sentence.readings:
        yield from reading
    yield from sentence.optional
