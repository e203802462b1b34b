"""What a human coder found in a sentence: the records that everything else here works with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

    `uncoded` counts sentences that nobody has looked at yet; they are in no coder's list.
    """

    sentences: Sequence[GoldSentence]
    uncoded: int = 0

    def coders(self) -> list[str]:
        """The coders, in the order in which they appear; the first one's word is gold."""
        return list(dict.fromkeys(s.coder for s in self.sentences))

    def of(self, coder: str) -> list[GoldSentence]:
        return [s for s in self.sentences if s.coder == coder]

    def actions(self) -> set[str]:
        """All codes of acts in the file."""
        return {e.action for s in self.sentences for e in all_events(s)}


def all_events(sentence: GoldSentence) -> Iterable[Triple]:
    """Events of all readings and the optional ones."""
    for reading in sentence.readings:
        yield from reading
    yield from sentence.optional
