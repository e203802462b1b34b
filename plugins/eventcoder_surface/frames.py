"""Frames from clauses: verbs with their arguments, and event nouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventcoder import Frame, Lexicon, Sentence, Span, complement_moods
from eventcoder_surface import words as w
from eventcoder_surface.chunks import Chunk, chunk
from eventcoder_surface.clauses import Clauses
from eventcoder_surface.moods import Moods
from eventcoder_surface.sequence import Group
from eventcoder_surface.spans import Spans
from eventcoder_surface.tokens import Token

_REAL_PREPOSITIONS = frozenset(
    """
    after during at in following by through from amid upon since between with
    """.split()
)


class FrameBuilder:
    """Builds the frames of a sentence, or of a stretch of a very long one. Use `frames()` once."""

    def __init__(
        self, sentence: Sentence, tokens: list[Token], lexicon: Lexicon, noun_of: Mapping[str, str]
    ) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.noun_of = noun_of
        self.tokens = tokens
        self.chunks = chunk(self.tokens, lexicon.particles)
        self.clauses = Clauses(self.tokens, self.chunks, sentence.headline)
        self.moods = Moods(sentence, tokens, self.chunks, self.clauses)
        self.spans = Spans(sentence, tokens, noun_of)
        self._done: set[int] = set()

    def frames(self) -> Iterator[Frame]:
        """Frames of trigger verbs and nouns that are not embedded in one another, in text order."""
        if not any(c.kind == "vg" or c.kind == "np" for c in self.chunks):
            return
        found: list[tuple[int, Frame]] = []
        for at in self.clauses.verbs:
            if at not in self._done and self.chunks[at].lemma in self.lexicon.verbs:
                found.append((at, self._verb_frame(at)))
        for at, item in enumerate(self.chunks):
            if item.kind == "np" and at not in self._done:
                found += [(at, self._noun_frame(at, token)) for token in self._event_nouns(item)]
        for _, frame in sorted(found, key=lambda pair: pair[0]):
            yield frame

    def _verb_frame(self, at: int) -> Frame:
        self._done.add(at)
        group = self.chunks[at]
        subject, object_ = self.clauses.subject(at), self.clauses.object(at)
        slots = self.clauses.prepositions(self.clauses.after_object(at))
        if group.passive:
            object_, subject = subject, slots.get("by", ())
        args: dict[str, Group] = {"subject": subject, "object": object_, **slots}
        if len(subject) > 1:
            args["together"] = subject
        content = self._content(at)
        moods = self.moods.of(at)
        return Frame(
            sentence=self.sentence,
            trigger=self.spans.span(group.first, group.last, group.lemma),
            lemma=group.lemma,
            particle=group.particle,
            args=self.spans.group(args) | self._fronted(at, slots),
            moods=moods,
            content=content,
            speaker=self._speaker(at, moods),
        )

    def _speaker(self, at: int, moods: frozenset[str]) -> Span | None:
        said = self.moods.speaker(at) if "reported" in moods else None
        return self.spans.span(*said) if said else None

    def _content(self, at: int) -> Frame | None:
        """The frame of the verb's complement: an event noun as its object, or the next clause."""
        group = self.chunks[at]
        end = self.clauses.after_object(at)
        if (group.passive or end == at) and (noun := self._noun_as_subject(at)):
            return noun
        if not group.passive and end != at:
            for phrase in range(at + 1, end + 1):
                if frame := self._embedded_noun(phrase):
                    return frame
        for verb in self.clauses.verbs:
            if verb > at and verb not in self._done:
                return self._verb_frame(verb) if self._is_complement(verb, at) else None
        return None

    def _noun_as_subject(self, at: int) -> Frame | None:
        """ "The talks were postponed", "the talks collapsed": the act is what the verb happens to."""
        subjects = (noun for noun in range(at) if self._is_subject_of(noun, at))
        return next((frame for noun in subjects if (frame := self._embedded_noun(noun))), None)

    def _embedded_noun(self, at: int) -> Frame | None:
        """The frame of the event noun in the phrase at `at`, which is then done with."""
        if self.chunks[at].kind != "np" or at in self._done:
            return None
        nouns = self._event_nouns(self.chunks[at])
        if not nouns:
            return None
        self._done.add(at)
        return self._noun_frame(at, nouns[0])

    def _is_complement(self, verb: int, of: int) -> bool:
        """Whether the verb group `verb` is the next thing embedded in the verb group `of`."""
        group = self.chunks[verb]
        if group.form in ("inf", "ger"):
            before = self.clauses.kind(verb - 1)
            governor = self.clauses.governor(verb)
            return governor is not None and governor[1] == of and before not in ("comma", "conj", "sub")
        between = [c.kind for c in self.chunks[of + 1 : verb]]
        if group.form == "fin" and "that" in between:
            return not {"stop", "sub", "rel"} & set(between)
        return (
            group.form == "fin"
            and "np" in between
            and not {"comma", "conj", "rel", "stop", "sub", "prep"} & set(between)
        )

    def _noun_frame(self, at: int, trigger: int) -> Frame:
        item = self.chunks[at]
        start, end = self._core(item, trigger)
        args = self._premodifiers(start, trigger)
        if end > trigger:
            args["of"] = ((trigger + 2, item.last),)
        slots = self.clauses.prepositions(at)
        args = {**slots, **args}
        subject, moods, verb = self._support(at)
        if subject and "possessor" not in args:
            args["subject"] = subject
        if verb >= 0 and self._is_subject_of(at, verb):
            args = {**self.clauses.prepositions(verb), **args}
        if self.tokens[start].lower == "no":
            moods |= {"negated"}
        return Frame(
            sentence=self.sentence,
            trigger=self.spans.span(trigger, trigger),
            lemma=self.noun_of[self.tokens[trigger].lower],
            kind="noun",
            args=self.spans.group(args),
            moods=moods,
            content=self._content_of_noun(at),
            speaker=self._speaker(at, moods),
        )

    def _content_of_noun(self, at: int) -> Frame | None:
        """ "refusal to hold talks": the infinitive behind a noun."""
        verb = at + 1
        if self.clauses.kind(verb) != "vg" or self.chunks[verb].form != "inf" or verb in self._done:
            return None
        return self._verb_frame(verb)

    def _support(self, at: int) -> tuple[Group, frozenset[str], int]:
        """Who does what the noun at `at` names, its moods, and the verb that it depends on."""
        preposition = self.clauses.word(at - 1) if self.clauses.kind(at - 1) == "prep" else ""
        verb = self._verb_of(at)
        if preposition:
            return self._in_phrase(at, preposition)
        if verb < 0:
            return (), self.moods.everywhere, -1
        lemma = self.chunks[verb].lemma
        if self._is_subject_of(at, verb):
            undone = complement_moods(lemma, "gerund") if self.chunks[verb].passive else frozenset()
            return (), self.moods.of(verb) | undone, verb
        if lemma in w.LIGHT_VERBS:
            return self.clauses.subject(verb), self.moods.of(verb), verb
        return (), self.moods.of(verb) | complement_moods(lemma, "gerund"), verb

    def _in_phrase(self, at: int, preposition: str) -> tuple[Group, frozenset[str], int]:
        """A noun behind a preposition: "after talks with X" took place, "called for talks" asks for them."""
        main = self.clauses.verb_left(at)
        main = main if main >= 0 else self.clauses.main_verb(at)
        moods = self.moods.of(main) if main >= 0 else self.moods.everywhere
        if preposition == "without":
            return (), (moods & {"reported"}) | {"negated"}, main
        if preposition not in _REAL_PREPOSITIONS:
            return (), (moods & {"reported"}) | self.moods.everywhere | {"possible"}, main
        return self.clauses.subject(main) if main >= 0 else (), moods, main

    def _verb_of(self, at: int) -> int:
        """The verb whose object or subject the phrase at `at` is."""
        left = [v for v in self.clauses.verbs if v < at]
        if left and any(g[0] == self.chunks[at].first for g in self.clauses.object(left[-1])):
            return left[-1]
        right = [v for v in self.clauses.verbs if v > at]
        if right and self._is_subject_of(at, right[0]):
            return right[0]
        return -1

    def _is_subject_of(self, at: int, verb: int) -> bool:
        return any(first == self.chunks[at].first for first, _ in self.clauses.subject(verb))

    def _event_nouns(self, item: Chunk) -> list[int]:
        """Trigger nouns among the heads of a phrase: its last word, and each last word before "of"."""
        heads = [i - 1 for i in range(item.first + 1, item.last + 1) if self.tokens[i].lower == "of"]
        return [
            i
            for i in (*heads, item.last)
            if self.tokens[i].lower in self.noun_of and self.tokens[i].kind == "word"
        ]

    def _core(self, item: Chunk, trigger: int) -> tuple[int, int]:
        """First token of the part of a phrase that the trigger heads, and the last of what follows."""
        start = trigger
        while start > item.first and self.tokens[start - 1].lower != "of":
            start -= 1
        return start, item.last

    def _premodifiers(self, start: int, trigger: int) -> dict[str, Group]:
        """Possessor ("Russia's talks") and modifiers ("Israeli-Palestinian talks", "U.S. visit")."""
        args: dict[str, Group] = {}
        for i in range(trigger - 1, start, -1):
            if self.tokens[i].kind == "poss":
                args["possessor"] = ((start, i - 1),)
                start = i + 1
                break
        named = [i for i in range(start, trigger) if self.tokens[i].capital and self.tokens[i].kind != "det"]
        if named:
            first, last = named[0], named[-1]
            args["modifier"] = ((first, last),)
        return args

    def _fronted(self, at: int, slots: Mapping[str, Group]) -> dict[str, tuple[Span, ...]]:
        """ "In Moscow, Putin met ...": the place in front of the first clause."""
        first = self.clauses.word(0)
        is_first = self.clauses.verbs and self.clauses.verbs[0] == at
        if is_first and first in ("in", "at") and first not in slots and self.clauses.kind(1) == "np":
            return self.spans.group({first: ((self.chunks[1].first, self.chunks[1].last),)})
        return {}
