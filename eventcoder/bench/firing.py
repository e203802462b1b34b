"""How often each pattern fired on a corpus, and which sentences came to nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from eventcoder.actors.names import ActorIndex
from eventcoder.actors.tokens import words
from eventcoder.actors.unknown import UnknownNames
from eventcoder.coding.coder import Coded, Coder
from eventcoder.evaluation.sampling import DISCARDED, NO_EVENT, SCREENED, Sample
from eventcoder.model import Sentence

WITH_EVENTS = "with events"


@dataclass(slots=True)
class Firing:
    """Collects what a coder makes of a corpus; `uncoded` holds up to `size` sentences with a name in them.

    `names` are those that no list has, of sentences with events.

    A pattern counts once for each act it found, not for each dyad or mirror.
    """

    coder: Coder
    size: int
    seed: int = 1
    sentences: Counter[str] = field(default_factory=Counter)
    fired: Counter[str] = field(default_factory=Counter)
    names: UnknownNames = field(default_factory=UnknownNames)
    uncoded: Sample = field(init=False)

    def __post_init__(self) -> None:
        self.uncoded = Sample(self.size, self.seed)

    def add(self, coded: Coded) -> None:
        """A sentence as it was coded."""
        self.sentences[_became(coded)] += 1
        self.fired.update(_patterns(coded))
        if coded.events:
            self.names.add(coded.unknown)
        elif not coded.discarded and names_somebody(coded.sentence, self.coder.actors):
            self.uncoded.add("uncoded", coded.sentence)

    def patterns(self) -> dict[str, int]:
        """All patterns of the chosen codebooks with how often they fired, in the order of the files."""
        coded = (r for r in self.coder.matcher.rules if self.coder.matcher.is_coded(r.category))
        return {rule.id: self.fired[rule.id] for rule in coded}


def _patterns(coded: Coded) -> Counter[str]:
    acts = {(event.pattern, event.trigger.start) for event in coded.events}
    return Counter(pattern for pattern, _ in acts)


def _became(coded: Coded) -> str:
    if coded.discarded:
        return DISCARDED
    if coded.screened:
        return SCREENED
    return WITH_EVENTS if coded.events else NO_EVENT


def names_somebody(sentence: Sentence, index: ActorIndex) -> bool:
    """Whether a sentence has a name that the lists know; role nouns alone do not count."""
    return any(mention.entries for mention in index.mentions(words(sentence.text)))
