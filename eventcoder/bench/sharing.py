"""Two coders that share frames, so that a corpus is parsed once for both.

Frames depend on the codebooks through the trigger words alone. A sentence with none of the words that one
side looks for and the other does not has the same frames for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventcoder.actors.tokens import WORD
from eventcoder.coding.coder import Coder
from eventcoder.hooks.components import Extract, Lexicon
from eventcoder.language.morphology import noun_forms, verb_forms
from eventcoder.model import Frame, Sentence


class SharedFrames:
    """Stands in for the extractors of two coders; the first is asked before the second, batch by batch."""

    def __init__(self, first: Coder, second: Coder) -> None:
        self._first, self._second = first.extract, second.extract
        self._differing, self._beginnings = differing_words(first.matcher.lexicon(), second.matcher.lexicon())
        self._frames: dict[int, list[Frame]] = {}
        first.extract, second.extract = self.first, self.second
        self.asked_twice = 0

    def first(self, sentences: Iterable[Sentence]) -> Iterator[Frame]:
        """The frames for the first coder, which are kept for the second."""
        batch = list(sentences)
        self._frames |= _by_sentence(self._first, batch)
        for sentence in batch:
            yield from self._frames[id(sentence)]

    def second(self, sentences: Iterable[Sentence]) -> Iterator[Frame]:
        """The same frames, and new ones where the first coder's would not do."""
        batch = list(sentences)
        own = [s for s in batch if id(s) not in self._frames or self._differs(s.text)]
        self.asked_twice += sum(id(s) in self._frames for s in own)
        frames = self._frames | _by_sentence(self._second, own)
        for sentence in batch:
            yield from frames[id(sentence)]

    def forget(self) -> None:
        """Drop the frames of a batch that both have coded."""
        self._frames.clear()

    def _differs(self, text: str) -> bool:
        return differs(text, self._differing, self._beginnings)


def differs(text: str, differing: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    """Whether a text has one of those words, or one that begins so."""
    words = [word.lower() for word in WORD.findall(text)]
    return not differing.isdisjoint(words) or any(word.startswith(beginnings) for word in words)


def differing_words(first: Lexicon, second: Lexicon) -> tuple[frozenset[str], tuple[str, ...]]:
    """All forms of the words that only one lexicon has, or has with other particles, and their beginnings.

    The beginnings are there for spellings that extractors know besides ("organise" for "organize").
    """
    verbs = set(first.verbs ^ second.verbs)
    for verb in {*first.particles, *second.particles}:
        if first.particles.get(verb) != second.particles.get(verb):
            verbs.add(verb)
    nouns = first.nouns ^ second.nouns
    forms = {form for verb in verbs for form in verb_forms(verb)}
    forms |= {form for noun in nouns for form in noun_forms(noun)}
    return frozenset(forms), tuple(sorted(word[:-3] for word in verbs | nouns if len(word) > 6))


def _by_sentence(extract: Extract, batch: list[Sentence]) -> dict[int, list[Frame]]:
    frames: dict[int, list[Frame]] = {id(sentence): [] for sentence in batch}
    if batch:
        for frame in extract(batch):
            frames[id(frame.sentence)].append(frame)
    return frames
