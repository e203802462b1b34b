"""Sentences in which two actors meet in one clause and nothing was coded: what patterns are missing.

They are read again with an extractor that looks for every verb there is in them. A clause with one actor as
subject and another as object is more promising than two names somewhere in a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from eventcoder.actors.names import ActorIndex
from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.tokens import WORD
from eventcoder.actors.unknown import UnknownNames, unknown_names
from eventcoder.evaluation.levels import country
from eventcoder.hooks.components import Lexicon
from eventcoder.language.morphology import verb_lemmas
from eventcoder.model import UNREAL_MOODS, Actor, Frame, Sentence

_SOURCES = ("subject", "by")
_OBJECTS = ("object", "recipient")
_TARGETS = (
    *_OBJECTS,
    "with",
    "to",
    "against",
    "on",
    "of",
    "from",
    "for",
    "over",
    "toward",
    "towards",
    "about",
)
_PARTICLES = frozenset("off out up down back away".split())
_NO_ACTS = frozenset("be have do can may will would could should must might".split())


@dataclass(frozen=True, slots=True)
class Prospect:
    """A clause with two actors and no event. `known` tells that patterns have the verb, but none fits."""

    sentence: Sentence
    source: str
    verb: str
    target: str
    score: int
    known: bool


@dataclass(slots=True)
class Verb:
    """A verb of clauses without an event: how many of them have two actors, how many have one."""

    dyads: int = 0
    clauses: int = 0
    example: str = ""


@dataclass(slots=True)
class Search:
    """Collects prospects, verbs and names that no list has from the frames of sentences without events."""

    index: ActorIndex
    known: Lexicon
    names: UnknownNames = field(default_factory=UnknownNames)
    verbs: dict[str, Verb] = field(default_factory=dict)
    _found: list[Prospect] = field(default_factory=list)

    def add(self, sentence: Sentence, frames: Iterable[Frame]) -> None:
        """One sentence; the most promising of its clauses is kept."""
        actors = SentenceActors(sentence, self.index)
        found: list[Prospect] = []
        for frame in (f for outer in frames for f in outer.chain()):
            if frame.kind == "verb" and frame.lemma not in _NO_ACTS:
                found += self._clause(frame, actors)
        self.names.add(unknown_names(actors))
        if found:
            self._found.append(max(found, key=lambda p: p.score))

    def prospects(self) -> list[Prospect]:
        """The most promising first; of equals, those whose verb is seen with two actors most often.

        A sentence that several stories have is given once.
        """
        often = Counter(p.verb for p in self._found)
        once = {p.sentence.text: p for p in reversed(self._found)}.values()
        return sorted(once, key=lambda p: (-p.score, -often[p.verb], len(p.sentence.text), p.sentence.text))

    def verbs_without_patterns(self) -> list[tuple[str, Verb]]:
        """Verbs that no pattern has, the most frequent between two actors first."""
        new = ((name, verb) for name, verb in self.verbs.items() if not self._is_known(name))
        return sorted(new, key=lambda item: (-item[1].dyads, -item[1].clauses, item[0]))

    def _clause(self, frame: Frame, actors: SentenceActors) -> Iterator[Prospect]:
        verb = f"{frame.lemma} {frame.particle}".strip()
        sources = list(self._actors(frame, _SOURCES, actors))
        targets = list(self._actors(frame, _TARGETS, actors))
        if not (sources or targets):
            return
        entry = self.verbs.setdefault(verb, Verb())
        entry.clauses += 1
        pairs = [(a, t, s) for _, a in sources for s, t in targets if a.code != t.code]
        if pairs:
            entry.dyads += 1
            entry.example = entry.example or frame.sentence.text
        for source, target, slot in pairs:
            score = _score(source, target, slot, frame, self.index.roles)
            yield Prospect(frame.sentence, source.code, verb, target.code, score, self._is_known(verb))

    def _is_known(self, verb: str) -> bool:
        return verb in self.known.verbs or verb.partition(" ")[0] in self.known.verbs

    @staticmethod
    def _actors(frame: Frame, slots: Sequence[str], actors: SentenceActors) -> Iterator[tuple[str, Actor]]:
        for slot in slots:
            for span in frame.args.get(slot, ()):
                yield from ((slot, actor) for actor in actors.resolve_all(span))


def _score(source: Actor, target: Actor, slot: str, frame: Frame, roles: frozenset[str]) -> int:
    """From 1 to 6: an object tells more than a preposition, two countries more than one, a real act most."""
    lands = {country(source.code), country(target.code)} - roles
    score = 2 if slot in _OBJECTS else 1
    return score + 2 * (len(lands) == 2) + 2 * (not frame.moods & UNREAL_MOODS)


def every_verb(sentences: Iterable[Sentence]) -> Lexicon:
    """A lexicon of all words of the sentences that could be forms of verbs; the extractor sees which are.

    What never stands in lower case is a name.
    """
    found = {word for sentence in sentences for word in WORD.findall(sentence.text) if word.islower()}
    verbs = frozenset(lemma for word in found for lemma in verb_lemmas(word))
    return Lexicon(verbs, frozenset(), dict.fromkeys(verbs, _PARTICLES))
