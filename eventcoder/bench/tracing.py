"""Why sentences were coded as they were: what a coder decided, kept clause by clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from eventcoder.actors.explaining import Explanation, explain_span
from eventcoder.actors.finding import named_in
from eventcoder.actors.story import Story, stories_of
from eventcoder.bench.misses import Miss, nearest
from eventcoder.bench.prospects import Search, every_verb
from eventcoder.codebook.rules import Rule
from eventcoder.coding.coder import Coded, Coder
from eventcoder.coding.matching import Fits, Match
from eventcoder.coding.sides import may_have_roles
from eventcoder.coding.steps import Discarded, Dropped, Entered, FrameStep, Made, Repeated, Step
from eventcoder.hooks.components import Extract, Lexicon
from eventcoder.model import Frame, Sentence, Span


@dataclass(frozen=True, slots=True)
class Clause:
    """One frame: what the coder decided on it, in order.

    `depth` counts the frames around it. `entered` is False where a rule of the frame around it accounts for
    it. `waiting` are rules with its trigger that the coder had no reason to try any more. `embedded` is what
    the act in its content would be called.
    """

    frame: Frame
    depth: int
    entered: bool
    steps: tuple[FrameStep, ...]
    waiting: tuple[Rule, ...]
    embedded: Sequence[Match]

    @property
    def dropped(self) -> list[Dropped]:
        return [step for step in self.steps if isinstance(step, Dropped)]

    @property
    def made(self) -> list[Made]:
        return [step for step in self.steps if isinstance(step, Made)]

    @property
    def discarded(self) -> Discarded | None:
        return next((step for step in self.steps if isinstance(step, Discarded)), None)


@dataclass(frozen=True, slots=True)
class Unheard:
    """A verb that no pattern has, and the actors beside it, if there are two."""

    verb: str
    source: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """All that happened to a sentence.

    `phrases` are the phrases of its clauses, and others that name somebody, with the way in which their
    actors were composed. `lacks` is why the screen leaves the sentence out, if it does; it is explained all
    the same. `word` is what it was discarded for. `repeated` are acts that it tells twice. `miss` is what
    came nearest, where it has no event.
    `unheard` are verbs that no pattern has, where nothing else can be said.
    """

    coded: Coded
    clauses: tuple[Clause, ...]
    phrases: tuple[tuple[Span, Explanation], ...]
    lacks: tuple[str, ...] = ()
    word: str = ""
    repeated: tuple[Repeated, ...] = ()
    miss: Miss | None = None
    unheard: tuple[Unheard, ...] = ()

    @property
    def sentence(self) -> Sentence:
        return self.coded.sentence


@dataclass(slots=True)
class Tracer:
    """Codes sentences with a coder that it watches. The screen is off, as it changes no event.

    `every` builds the extractor for other words: for all verbs of a sentence of which no pattern has any.
    """

    coder: Coder
    every: Callable[[Lexicon], Extract] | None = None
    _steps: dict[int, list[FrameStep]] = field(default_factory=dict)
    _repeated: dict[int, list[Repeated]] = field(default_factory=dict)
    _frames: dict[int, list[Frame]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        extract = self.coder.extract

        def recorded(sentences: Iterable[Sentence]) -> Iterator[Frame]:
            for frame in extract(sentences):
                self._frames.setdefault(id(frame.sentence), []).append(frame)
                yield frame

        self.coder.extract = recorded
        self.coder.watch = self._note
        self.coder.screen = False

    def trace(self, sentences: Sequence[Sentence]) -> Iterator[Trace]:
        """The sentences of whole documents."""
        self._steps.clear()
        self._repeated.clear()
        self._frames.clear()
        stories = stories_of(sentences, self.coder.actors, self.coder.coreference)
        for coded in self.coder.code(sentences):
            yield self._trace(coded, stories[id(coded.sentence.doc)])

    def _note(self, step: Step) -> None:
        if isinstance(step, Repeated):
            self._repeated.setdefault(id(step.event.sentence), []).append(step)
            return
        frame = step.frame if isinstance(step, Entered | Dropped) else step.match.frame
        self._steps.setdefault(id(frame), []).append(step)

    def _trace(self, coded: Coded, story: Story) -> Trace:
        sentence = coded.sentence
        fits = partial(may_have_roles, actors=story.actors(sentence))
        clauses = tuple(self._clauses(sentence, fits))
        spans = {(s.start, s.end): s for c in clauses for s in _spans(c.frame)}
        others = [f.actor.span for f in named_in(story.actors(sentence)) if f.actor.span]
        spans |= {(s.start, s.end): s for s in others if not any(_overlap(s, o) for o in spans.values())}
        nothing = not (coded.events or coded.discarded or coded.error)
        miss = nearest(_entered(clauses), self.coder, story.actors(sentence)) if nothing else None
        return Trace(
            coded,
            clauses,
            tuple((span, explain_span(story.actors(sentence), span)) for _, span in sorted(spans.items())),
            () if coded.events else tuple(self.coder.lacks(sentence)),
            self.coder.discarded(sentence.text)[1],
            tuple(self._repeated.get(id(sentence), ())),
            miss,
            tuple(self._unheard(sentence)) if nothing and miss is None else (),
        )

    def _unheard(self, sentence: Sentence) -> Iterator[Unheard]:
        if self.every is None:
            return
        search = Search(self.coder.actors, self.coder.matcher.lexicon())
        search.add(sentence, self.every(every_verb([sentence]))([sentence]))
        pairs = {p.verb: p for p in search.prospects()}
        for verb, _ in search.verbs_without_patterns():
            pair = pairs.get(verb)
            yield Unheard(verb, pair.source, pair.target) if pair else Unheard(verb)

    def _clauses(self, sentence: Sentence, fits: Fits) -> Iterator[Clause]:
        for outer in self._frames.get(id(sentence), ()):
            for depth, frame in enumerate(outer.chain()):
                yield self._clause(frame, depth, fits)

    def _clause(self, frame: Frame, depth: int, fits: Fits) -> Clause:
        steps = tuple(self._steps.get(id(frame), ()))
        matcher = self.coder.matcher
        tried = {_rule(step).order for step in steps if not isinstance(step, Entered)}
        waiting = tuple(rule for rule in matcher.candidates(frame) if rule.order not in tried)
        embedded = matcher.embedded(frame, fits) if frame.content is not None else ()
        return Clause(frame, depth, bool(steps), steps, waiting if steps else (), embedded)


def _rule(step: Dropped | Discarded | Made) -> Rule:
    return step.rule if isinstance(step, Dropped) else step.match.rule


def _entered(clauses: Iterable[Clause]) -> list[tuple[Frame, list[Dropped]]]:
    """The frames that the coder looked at, with what came to nothing there."""
    return [(c.frame, c.dropped) for c in clauses if c.entered and not c.discarded]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _spans(frame: Frame) -> Iterator[Span]:
    for group in frame.args.values():
        yield from group
    if frame.speaker is not None:
        yield frame.speaker
