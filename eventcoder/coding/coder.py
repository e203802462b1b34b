"""Frames to events: who plays which role, what the moods make of the act, and its mirror.

The coder knows no file format, no parser and no model: an extractor gives it frames, the matcher says
what a frame is called, the actor index who the phrases name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import InitVar, dataclass, field
from functools import partial

from eventcoder.actors.names import ActorIndex
from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.story import Story, stories_of
from eventcoder.actors.unknown import Unknown, unknown_names
from eventcoder.codebook.shape import NOTHING, Category, Turn
from eventcoder.coding.discards import Discards
from eventcoder.coding.dyads import dyads, misfit
from eventcoder.coding.matching import Match, Matcher, qualified
from eventcoder.coding.misfits import Misfit
from eventcoder.coding.onward import Onward, before, begin
from eventcoder.coding.repeats import once
from eventcoder.coding.screen import Screen
from eventcoder.coding.sides import may_have_roles
from eventcoder.coding.steps import Discarded, Dropped, Dyad, Entered, Made, Repeated, Watch
from eventcoder.garbage import seldom_collected
from eventcoder.hooks.components import Extract
from eventcoder.model import NOBODY, NOT_NAMED, UNREAL_MOODS, Actor, Event, Frame, Sentence

PRIMARY = "cameo"
"""The scheme whose code becomes `action`; a codebook without it gives that of its first scheme."""


@dataclass(frozen=True, slots=True)
class Coded:
    """What became of one sentence: its events, or the error that it caused.

    `screened` tells that it was not parsed, `discarded` the category that left it out ("discards/sport");
    `unknown` are names in actor slots that no list has.
    """

    sentence: Sentence
    events: tuple[Event, ...] = ()
    error: Exception | None = None
    screened: bool = False
    discarded: str = ""
    unknown: tuple[Unknown, ...] = ()


@dataclass(slots=True)
class Coder:
    """Codes sentences with the chosen codebooks, actor lists and extractor.

    With `screen` on, only sentences that could yield an event are given to the extractor; events and
    unknown names are the same, it only takes less time. Without `names`, none are looked for that no list
    has. `watch` is told of every decision (`eventcoder explain`). `words` is the screen that the extractor
    asks, to be shared.
    """

    matcher: Matcher
    actors: ActorIndex
    extract: Extract
    extractor: str
    screen: bool = True
    coreference: bool = True
    names: bool = True
    watch: Watch | None = None
    words: InitVar[Screen | None] = None
    _words: Screen = field(init=False)
    _discards: Discards = field(init=False)
    _onward: Onward = field(init=False)

    def __post_init__(self, words: Screen | None) -> None:
        self._words = words or Screen(self.matcher, self.actors, self.coreference)
        self._discards = Discards(self.matcher.books)
        self._onward = Onward(self.matcher, self._discards)

    def code(self, sentences: Sequence[Sentence]) -> list[Coded]:
        """Code a batch of sentences; the result has one entry a sentence, in order.

        A sentence that makes the extractor fail is coded as an error; it never takes others with it.
        """
        with seldom_collected():
            return self._code(sentences)

    def _code(self, sentences: Sequence[Sentence]) -> list[Coded]:
        discarded = {id(s): category for s in sentences if (category := self._discards.category(s.text))}
        wanted = [s for s in sentences if id(s) not in discarded and (not self.screen or self.could_yield(s))]
        frames: dict[int, list[Frame]] = {id(s): [] for s in wanted}
        errors: dict[int, Exception] = {}
        try:
            for frame in self.extract(wanted):
                frames[id(frame.sentence)].append(frame)
        except Exception:
            for sentence in wanted:
                try:
                    frames[id(sentence)] = list(self.extract([sentence]))
                except Exception as error:
                    errors[id(sentence)] = error
        stories = stories_of(sentences, self.actors, self.coreference)
        return [
            Coded(s, discarded=discarded[id(s)])
            if id(s) in discarded
            else self._coded(s, stories[id(s.doc)], frames.get(id(s)), errors.get(id(s)))
            for s in sentences
        ]

    def could_yield(self, sentence: Sentence) -> bool:
        """Whether the sentence has the words of some rule and of some actor."""
        return self._words.could_yield(sentence)

    def lacks(self, sentence: Sentence) -> list[str]:
        """What it does not have, in words."""
        return self._words.lacks(sentence)

    def discarded(self, text: str) -> tuple[str, str]:
        """The category of discards that leaves a sentence out, and the words for which it does."""
        return self._discards.found(text)

    def events(self, frames: Iterable[Frame], actors: SentenceActors) -> Iterator[Event]:
        """Events of one sentence's frames; each (actor, action, target) once."""
        seen: dict[tuple[str, str, str], Event] = {}
        frames = list(frames)
        codable = [f for f in frames if self.watch is not None or self.matcher.could_code(f)]
        if codable and (onward := self._onward.match(frames)):
            self._discard(onward)
            codable = list(before(codable, begin(onward)))
        for frame in codable:
            for event in self._of_frame(frame, actors):
                key = (event.actor.code, event.action, event.target.code)
                if key in seen:
                    self._repeat(event, seen[key])
                else:
                    seen[key] = event
                    yield event

    def _coded(
        self, sentence: Sentence, story: Story, frames: list[Frame] | None, error: Exception | None
    ) -> Coded:
        if error is not None:
            return Coded(sentence, error=error)
        if not frames:
            return Coded(sentence, screened=frames is None)
        try:
            actors = story.actors(sentence)
            events = once(self.events(frames, actors), self.actors.roles, self._repeat)
            # where the screen is off, it is asked all the same: the names are those of a run with it
            names = unknown_names(actors) if self.names else []
            if names and not (self.screen or self.could_yield(sentence)):
                names = []
            return Coded(sentence, events, unknown=tuple(names))
        except Exception as failure:
            return Coded(sentence, error=failure)

    def _of_frame(self, frame: Frame, actors: SentenceActors) -> Iterator[Event]:
        """Events of the best match whose roles are filled, then of what is embedded in the frame.

        Where a rule's place holds for some dyads only (Russia, Iran and Turkey meet in Moscow), the
        next rules are asked for the others.
        """
        done: set[frozenset[str]] = set()
        if self.watch is not None:
            self.watch(Entered(frame))
        for match in self._matches(frame, actors):
            category = self.matcher.categories[match.rule.category]
            if category.discard and not match.rule.roles:
                return self._discard(match)
            found = dyads(match, bool(category.mirror), actors)
            if isinstance(found, Misfit):
                self._drop("actors", match, found)
                continue
            if category.discard:
                if self._fitting(match, found, actors):
                    return self._discard(match)
                continue
            fitting = self._fitting(match, [d for d in found if _pair(d) not in done], actors)
            for actor, target in fitting:
                yield from self._of_dyad(match, actor, target, actors)
            done.update(map(_pair, fitting))
            if all(_pair(dyad) in done for dyad in found):
                if match.consumes_content:
                    return
                break
        if frame.content is not None:
            yield from self._of_frame(frame.content, actors)

    def _matches(self, frame: Frame, actors: SentenceActors) -> Iterator[Match]:
        fits = partial(may_have_roles, actors=actors)
        if self.watch is None:
            return self.matcher.matches(frame, fits)
        watch = self.watch
        return self.matcher.matches(frame, fits, lambda rule, no: watch(Dropped("pattern", frame, rule, no)))

    def _fitting(self, match: Match, found: Iterable[Dyad], actors: SentenceActors) -> list[Dyad]:
        """The pairs that have the roles that the rule wants, where it took place where the rule wants it."""
        fitting: list[Dyad] = []
        for dyad in found:
            no = misfit(match, dyad, actors)
            if no is None:
                fitting.append(dyad)
            else:
                self._drop("roles", match, no, dyad)
        return fitting

    def _repeat(self, event: Event, other: Event) -> None:
        if self.watch is not None:
            self.watch(Repeated(event, other))

    def _discard(self, match: Match) -> None:
        if self.watch is not None:
            self.watch(Discarded(match))

    def _drop(
        self, stage: str, match: Match, no: Misfit, dyad: Dyad | None = None, turn: Turn | None = None
    ) -> None:
        if self.watch is not None:
            self.watch(Dropped(stage, match.frame, match.rule, no, match, dyad, turn))

    def _of_dyad(self, match: Match, actor: Actor, target: Actor, actors: SentenceActors) -> Iterator[Event]:
        category, dyad = match.rule.category, (actor, target)
        turn: Turn | None = None
        if unreal := match.frame.moods & UNREAL_MOODS:
            turn = self.matcher.line(category, unreal)
            if turn is None or turn.into == NOTHING:
                return self._drop("moods", match, unturned(unreal, turn), dyad, turn)
            category = qualified(turn.into, category)
            if category not in self.matcher.categories:
                return self._drop("codebook", match, _not_chosen(category), dyad, turn)
            speaker = actors.resolve(match.frame.speaker) if match.frame.speaker else None
            sides = {"source": actor, "target": target, "speaker": speaker, "none": NOT_NAMED}
            source, target = sides[turn.source], sides[turn.target] or NOT_NAMED
            shifted = (turn.source, turn.target) != ("source", "target")
            if source is None or (shifted and source.code == target.code):
                return self._drop("speaker", match, _no_speaker(source), dyad, turn)
            actor = source
        if not (self.matcher.is_coded(match.rule.category) or self.matcher.is_coded(category)):
            return self._drop("codebook", match, _not_chosen(category), dyad, turn)
        mirror = self.matcher.categories[category].mirror
        wanted = [(category, actor, target)]
        if mirror and NOBODY not in (actor.code, target.code):
            wanted.append((qualified(mirror, category), target, actor))
        for mirrored, (name, one, other) in enumerate(wanted):
            event = self._event(match, name, one, other, actors, mirrored=bool(mirrored))
            if self.watch is not None:
                self.watch(Made(match, event, turn))
            yield event

    def _event(
        self,
        match: Match,
        category: str,
        actor: Actor,
        target: Actor,
        actors: SentenceActors,
        *,
        mirrored: bool,
    ) -> Event:
        frame, shape = match.frame, self.matcher.categories[category]
        speaker = actors.resolve(frame.speaker) if frame.speaker else None
        return Event(
            actor=actor,
            action=primary_code(shape),
            target=target,
            sentence=frame.sentence,
            trigger=frame.trigger,
            codebook=category.partition("/")[0],
            category=category,
            pattern=match.rule.id,
            extractor=self.extractor,
            codes=shape.codes,
            moods=frame.moods,
            speaker=speaker,
            mirrored=mirrored,
        )


def unturned(moods: frozenset[str], line: Turn | None) -> Misfit:
    """The codebook's `moods` have no line for these moods, or one that makes nothing of the act."""
    if line is not None:
        return Misfit(
            "a line of `moods` makes nothing of it when it is", moods, "another line of `moods` for"
        )
    what = "no line of `moods` says what it becomes when it is"
    return Misfit(what, moods, "no mood, or a line of `moods` for")


def _no_speaker(source: Actor | None) -> Misfit:
    if source is None:
        return Misfit("nobody is named who", ["says so"], "a speaker whom the lists know who")
    return Misfit("source and target would both be", [source.code], "another actor on one side than")


def _not_chosen(category: str) -> Misfit:
    what = "its codebook is only used, not coded"
    return Misfit(what, [category], "the codebook among those chosen (--codebook) of")


def _pair(dyad: Dyad) -> frozenset[str]:
    return frozenset(actor.code for actor in dyad)


def primary_code(category: Category) -> str:
    """The CAMEO code of a category, or its code in the first scheme that has one for it."""
    if (code := category.codes.get(PRIMARY, NOBODY)) != NOBODY:
        return code
    return next((code for code in category.codes.values() if code != NOBODY), NOBODY)
