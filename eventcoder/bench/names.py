"""Names of somebody who acts, or is acted on, and whom no actor list knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eventcoder.actors import ActorIndex, Word, words
from eventcoder.model import Frame
from eventcoder.resolving import SentenceActors

_NO_NAMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december i mr mrs ms dr
    """.split()
)
_LINKS = frozenset({"of", "de", "al", "bin", "el", "la", "-", "'", "’"})


@dataclass(slots=True)
class Unknown:
    """An unknown name: in how many clauses it stands, and a sentence."""

    clauses: int = 0
    example: str = ""


@dataclass(slots=True)
class Names:
    """Collects unknown names. A word is a name where the texts never have it in lower case."""

    found: dict[str, Unknown] = field(default_factory=dict)
    _common: set[str] = field(default_factory=set)
    _seen: set[int] = field(default_factory=set)

    def add(self, frame: Frame, slots: Sequence[str], actors: SentenceActors) -> None:
        """The phrases of a clause that name nobody the lists know."""
        sentence = frame.sentence
        self._learn(sentence.text)
        if sentence.headline or sentence.text.isupper():
            return
        for span in (s for slot in slots for s in frame.args.get(slot, ())):
            if not actors.resolve_all(span):
                for name in _unknown(span.text, actors.index):
                    entry = self.found.setdefault(name, Unknown())
                    entry.clauses += 1
                    entry.example = entry.example or sentence.text

    def ranked(self) -> list[tuple[str, Unknown]]:
        """The most frequent first."""
        names = [(name, of) for name, of in self.found.items() if name.lower() not in self._common]
        return sorted(names, key=lambda item: (-item[1].clauses, item[0]))

    def _learn(self, text: str) -> None:
        if hash(text) not in self._seen:
            self._seen.add(hash(text))
            self._common.update(word.text for word in words(text) if word.text.islower())


def _unknown(text: str, index: ActorIndex) -> Iterator[str]:
    """Runs of capitalised words of a phrase that are not wholly made of what the lists have."""
    for run in _capitalised(words(text)):
        known = {at for m in index.mentions(run) for at in range(m.start, m.end)}
        new = (word.text for at, word in enumerate(run) if at not in known)
        if any(_is_name(word) for word in new):
            yield text[run[0].start : run[-1].end]


def _is_name(word: str) -> bool:
    long_enough = len(word) > 2 or (len(word) == 2 and word.isupper())
    return word[0].isupper() and long_enough and word.lower() not in _NO_NAMES


def _capitalised(phrase: Sequence[Word]) -> Iterator[list[Word]]:
    """Runs of capitalised words, with what may link them: "Congress of National Dialogue"."""
    run: list[Word] = []
    for word in [*phrase, Word("", 0, 0)]:
        if word.text[:1].isupper() or (run and word.text.lower() in _LINKS):
            run.append(word)
            continue
        while run and not run[-1].text[:1].isupper():
            run.pop()
        if run:
            yield run
        run = []
