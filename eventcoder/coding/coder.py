"""Frames to events: who plays which role, what the moods make of the act, and its mirror.

The coder knows no file format, no parser and no model: an extractor gives it frames, the matcher says
what a frame is called, the actor index who the phrases name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from eventcoder.actors.names import ActorIndex
from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.story import stories_of
from eventcoder.actors.unknown import Unknown, unknown_names
from eventcoder.codebook.rules import NONE, Rule
from eventcoder.codebook.shape import Category
from eventcoder.coding.discards import Discards
from eventcoder.coding.implied import implied_target
from eventcoder.coding.matching import Match, Matcher, qualified
from eventcoder.coding.screen import Screen
from eventcoder.coding.sides import fill, has_role, may_have_roles, places
from eventcoder.errors import EventcoderError
from eventcoder.hooks.components import Extract
from eventcoder.model import NOBODY, UNREAL_MOODS, Actor, Event, Frame, Sentence

PRIMARY = "cameo"
"""The scheme whose code becomes `action`; a codebook without it gives that of its first scheme."""

_MOST_DYADS = 2500
_NOBODY = Actor(NOBODY)


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

    With `screen` on, only sentences that could yield an event are given to the extractor; the events
    are the same, it only takes less time.
    """

    matcher: Matcher
    actors: ActorIndex
    extract: Extract
    extractor: str
    screen: bool = True
    coreference: bool = True
    _screen: Screen = field(init=False)
    _discards: Discards = field(init=False)

    def __post_init__(self) -> None:
        self._screen = Screen(self.matcher, self.actors)
        self._discards = Discards(self.matcher.books)

    def code(self, sentences: Sequence[Sentence]) -> list[Coded]:
        """Code a batch of sentences; the result has one entry a sentence, in order.

        A sentence that makes the extractor fail is coded as an error; it never takes others with it.
        """
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
            else self._coded(stories[id(s.doc)].actors(s), frames.get(id(s)), errors.get(id(s)))
            for s in sentences
        ]

    def could_yield(self, sentence: Sentence) -> bool:
        """Whether the sentence has the words of some rule and of some actor."""
        return self._screen.could_yield(sentence.text, sentence.doc.text if self.coreference else "")

    def events(self, frames: Iterable[Frame], actors: SentenceActors) -> Iterator[Event]:
        """Events of one sentence's frames; each (actor, action, target) once."""
        seen: set[tuple[str, str, str]] = set()
        for frame in frames:
            for event in self._of_frame(frame, actors):
                key = (event.actor.code, event.action, event.target.code)
                if key not in seen:
                    seen.add(key)
                    yield event

    def _coded(self, actors: SentenceActors, frames: list[Frame] | None, error: Exception | None) -> Coded:
        sentence = actors.sentence
        if error is not None:
            return Coded(sentence, error=error)
        if not frames:
            return Coded(sentence, screened=frames is None)
        try:
            events = tuple(self.events(frames, actors))
            return Coded(sentence, events, unknown=tuple(unknown_names(actors)))
        except Exception as failure:
            return Coded(sentence, error=failure)

    def _of_frame(self, frame: Frame, actors: SentenceActors) -> Iterator[Event]:
        """Events of the best match whose roles are filled, then of what is embedded in the frame.

        Where a rule's place holds for some dyads only (Russia, Iran and Turkey meet in Moscow), the
        next rules are asked for the others.
        """
        done: set[frozenset[str]] = set()
        for match in self.matcher.matches(frame, partial(may_have_roles, actors=actors)):
            if self.matcher.categories[match.rule.category].discard:
                return
            dyads = self.dyads(match, actors)
            fitting = [d for d in dyads if _pair(d) not in done and self._fits(match, d, actors)]
            for actor, target in fitting:
                yield from self._of_dyad(match, actor, target, actors)
            done.update(map(_pair, fitting))
            if dyads and all(_pair(dyad) in done for dyad in dyads):
                if match.consumes_content:
                    return
                break
        if frame.content is not None:
            yield from self._of_frame(frame.content, actors)

    def dyads(self, match: Match, actors: SentenceActors) -> list[tuple[Actor, Actor]]:
        """Pairs of actor and target that the match names; empty where a role is filled by nobody.

        Nobody meets himself, and no country or government acts on itself; rebels may fight rebels.
        Raises EventcoderError where so many are named that the sentence is a list, not an event.
        """
        sources = fill(match, match.rule.source, "source", actors)
        targets = fill(match, match.rule.target, "target", actors, sources or ())
        if sources is None or targets is None:
            return []
        if len(sources) * len(targets) > _MOST_DYADS:
            raise EventcoderError(
                f"{len(sources)} actors and {len(targets)} targets in one sentence: a list, not an event"
            )
        mutual = bool(self.matcher.categories[match.rule.category].mirror)
        if targets == [_NOBODY] and not mutual and match.rule.seeks_target:
            targets = implied_target(match, sources, actors) or targets
        at_home = any(slot.name in ("place", "home") for slot in match.rule.target)
        if _may_be_nobody(match.rule) and not (mutual or at_home) and _same(sources, targets):
            targets = [_NOBODY]
        if mutual and [a.span for a in sources] == [t.span for t in targets]:
            pairs = [(a, t) for i, a in enumerate(sources) for t in targets[i + 1 :]]
        else:
            pairs = [(a, t) for a in sources for t in targets]
        return [
            (a, t)
            for a, t in pairs
            if not (a.code == t.code == NOBODY)
            and (a.span is None or a.span != t.span)
            and not (a.code == t.code and not match.rule.at_home and _one(a.code, mutual))
        ]

    def _fits(self, match: Match, dyad: tuple[Actor, Actor], actors: SentenceActors) -> bool:
        """Whether the two have the roles that the rule wants, and it took place where the rule wants it."""
        wanted = match.rule.roles
        for side, actor in zip(("source", "target"), dyad, strict=True):
            if side in wanted and not has_role(actor, wanted[side], actors.index.countries):
                return False
        return match.rule.place is None or self._in_place(match, dyad, actors)

    def _in_place(self, match: Match, dyad: tuple[Actor, Actor], actors: SentenceActors) -> bool:
        homes = {"source": dyad[0].code[:3], "target": dyad[1].code[:3]}
        found = places(match, actors)
        if not found or homes["source"] == homes["target"]:
            return False
        place, wanted = found[0].code, match.rule.place
        return place not in homes.values() if wanted == "third" else place == homes[str(wanted)]

    def _of_dyad(self, match: Match, actor: Actor, target: Actor, actors: SentenceActors) -> Iterator[Event]:
        category, coded = match.rule.category, self.matcher.is_coded(match.rule.category)
        if match.frame.moods & UNREAL_MOODS:
            turn = self.matcher.turn(category, match.frame.moods)
            if turn is None:
                return
            category = qualified(turn.into, category)
            speaker = actors.resolve(match.frame.speaker) if match.frame.speaker else None
            sides = {"source": actor, "target": target, "speaker": speaker, "none": _NOBODY}
            source, target = sides[turn.source], sides[turn.target] or _NOBODY
            shifted = (turn.source, turn.target) != ("source", "target")
            if source is None or (shifted and source.code == target.code):
                return
            actor = source
        if not (coded or self.matcher.is_coded(category)):
            return
        yield self._event(match, category, actor, target, actors, mirrored=False)
        mirror = self.matcher.categories[category].mirror
        if mirror and NOBODY not in (actor.code, target.code):
            yield self._event(match, qualified(mirror, category), target, actor, actors, mirrored=True)

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


def _one(code: str, mutual: bool) -> bool:
    """Whether two of that code are one and the same; rebels may fight rebels."""
    return mutual or len(code) == 3 or code.endswith("GOV")


def _same(sources: Sequence[Actor], targets: Sequence[Actor]) -> bool:
    """Whether only the source itself is named as its target: "China rejected autonomy for Tibet"."""
    return all(_one(t.code, mutual=False) and t.code == a.code for a in sources for t in targets)


def _may_be_nobody(rule: Rule) -> bool:
    return any(slot.optional or slot.name == NONE for slot in rule.target)


def _pair(dyad: tuple[Actor, Actor]) -> frozenset[str]:
    return frozenset(actor.code for actor in dyad)


def primary_code(category: Category) -> str:
    """The CAMEO code of a category, or its code in the first scheme that has one for it."""
    codes = (category.codes.get(PRIMARY, NOBODY), *category.codes.values())
    return next((code for code in codes if code != NOBODY), NOBODY)
