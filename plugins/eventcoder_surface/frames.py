"""Frames from clauses: verbs with their arguments, event nouns, moods and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from eventcoder import Frame, Lexicon, Sentence, Span, complement_moods
from eventcoder_surface import words as w
from eventcoder_surface.chunks import Chunk, chunk
from eventcoder_surface.clauses import Clauses
from eventcoder_surface.sequence import Group
from eventcoder_surface.tokens import Token

_REAL_PREPOSITIONS = frozenset(
    """
    after during at in following by through from amid upon since between with
    """.split()
)
_CLAUSAL = frozenset({"that", "np"})
_YEAR = re.compile(r"\b(?:in|since|of|during|until)\s+(?:\w+\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?:years|decades) ago\b|\banniversary\b", re.IGNORECASE)
_OLD_YEARS = 2


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
        self.everywhere = self._moods_of_sentence()
        self.saying = self._saying_verbs()
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
        moods = self._moods(at)
        return Frame(
            sentence=self.sentence,
            trigger=self._span(group.first, group.last, group.lemma),
            lemma=group.lemma,
            particle=group.particle,
            args=self._spans(args) | self._fronted(at, slots),
            moods=moods,
            content=content,
            speaker=self._speaker(at) if "reported" in moods else None,
        )

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
            trigger=self._span(trigger, trigger),
            lemma=self.noun_of[self.tokens[trigger].lower],
            kind="noun",
            args=self._spans(args),
            moods=moods,
            content=self._content_of_noun(at),
            speaker=self._speaker(at) if "reported" in moods else None,
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
            return (), self.everywhere, -1
        lemma = self.chunks[verb].lemma
        if self._is_subject_of(at, verb):
            undone = complement_moods(lemma, "gerund") if self.chunks[verb].passive else frozenset()
            return (), self._moods(verb) | undone, verb
        if lemma in w.LIGHT_VERBS:
            return self.clauses.subject(verb), self._moods(verb), verb
        return (), self._moods(verb) | complement_moods(lemma, "gerund"), verb

    def _in_phrase(self, at: int, preposition: str) -> tuple[Group, frozenset[str], int]:
        """A noun behind a preposition: "after talks with X" took place, "called for talks" asks for them."""
        main = self.clauses.verb_left(at)
        main = main if main >= 0 else self.clauses.main_verb(at)
        moods = self._moods(main) if main >= 0 else self.everywhere
        if preposition == "without":
            return (), (moods & {"reported"}) | {"negated"}, main
        if preposition not in _REAL_PREPOSITIONS:
            return (), (moods & {"reported"}) | self.everywhere | {"possible"}, main
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
            return self._spans({first: ((self.chunks[1].first, self.chunks[1].last),)})
        return {}

    def _moods(self, at: int) -> frozenset[str]:
        """What grammar says of the verb group at `at`, with everything that it depends on."""
        group = self.chunks[at]
        moods = set(group.moods) | self.everywhere
        if self.clauses.word(at - 1) == "nor" or self._negative_subject(at):
            moods.add("negated")
        if group.form in ("inf", "ger"):
            moods |= self.clauses.moods_of_complement(at)
            governor = self.clauses.governor(at)
            if governor and 0 <= governor[1] < at and self.clauses.kind(at - 1) != "comma":
                moods |= self._moods(governor[1]) - {"conditional"}
        if self._in_condition(at):
            moods.add("conditional")
        if said := self.saying.get(at):
            moods |= complement_moods(self.chunks[said].lemma, "clause")
            if "conditional" in moods and group.form == "fin":
                moods = (moods - {"conditional"}) | {"future"}
        return frozenset(moods)

    def _negative_subject(self, at: int) -> bool:
        group = self.chunks[at]
        if group.form != "fin":
            return False
        subject = self.clauses.subject(at)
        return bool(subject) and self.tokens[subject[0][0]].lower in ("no", "nobody", "none", "neither")

    def _in_condition(self, at: int) -> bool:
        for j in range(at - 1, -1, -1):
            if self.clauses.kind(j) in ("comma", "stop", "vg"):
                return False
            if self.clauses.kind(j) == "sub" and self.clauses.word(j) in w.CONDITIONALS:
                return True
        return False

    def _moods_of_sentence(self) -> frozenset[str]:
        text = self.sentence.text
        moods: set[str] = set()
        if text.rstrip("\"”'’ ").endswith("?") and not any(t.kind == "quote" for t in self.tokens):
            moods.add("question")
        date = self.sentence.doc.date
        old = date and any(date.year - int(year) >= _OLD_YEARS for year in _YEAR.findall(text))
        if old or _AGO.search(text):
            moods.add("background")
        return frozenset(moods)

    def _saying_verbs(self) -> dict[int, int]:
        """Verb group -> the verb that reports it: "X said ...", "..., X said" or "..., said X"."""
        says = [
            v
            for v in self.clauses.verbs
            if complement_moods(self.chunks[v].lemma, "clause") and not self.chunks[v].passive
        ]
        reported: dict[int, int] = {}
        for verb in self.clauses.verbs:
            before = [s for s in says if s < verb and self._reports(s, verb)]
            after = [s for s in says if s > verb and self._is_closing(s)]
            if before or after:
                reported[verb] = before[-1] if before else after[0]
        return reported

    def _reports(self, saying: int, verb: int) -> bool:
        """Whether a clause, not an object, follows the saying verb on the way to `verb`."""
        between = self.chunks[saying + 1 : verb]
        kinds = [c.kind for c in between]
        shared = "conj" in kinds and kinds[-1] == "conj" and "np" not in kinds
        return self.chunks[verb].form != "ger" and not shared and ("np" in kinds or "that" in kinds)

    def _is_closing(self, saying: int) -> bool:
        """ ", Lavrov said on Tuesday." and '," said Lavrov' end a sentence or a quotation."""
        if self.chunks[saying].lemma not in w.SAYING or self.chunks[saying].form != "fin":
            return False
        at = saying - 1
        while at >= 0 and self.chunks[at].kind in ("np", "prep", "time", "adv"):
            at -= 1
        return at >= 0 and self.chunks[at].kind in ("comma", "quote")

    def _speaker(self, at: int) -> Span | None:
        verb = at if self.chunks[at].kind == "vg" else self.clauses.main_verb(at)
        said = self.saying.get(verb)
        if said is None:
            return None
        subject = self.clauses.subject(said) or self.clauses.object(said)
        return self._span(*subject[0]) if subject else None

    def _spans(self, args: Mapping[str, Group]) -> dict[str, tuple[Span, ...]]:
        spans: dict[str, tuple[Span, ...]] = {}
        for slot, group in args.items():
            made = tuple(piece for first, last in group for piece in self._pieces(slot, first, last))
            if made:
                spans[slot] = made
        return spans

    def _pieces(self, slot: str, first: int, last: int) -> list[Span]:
        """One span, or one for each side of a hyphen in a modifier ("Israeli-Palestinian")."""
        token = self.tokens[last]
        parts = token.text.split("-")
        if slot != "modifier" or len(parts) < 2 or not all(p[:1].isupper() for p in parts):
            return [self._span(first, last)]
        pieces: list[Span] = []
        offset = token.start
        for n, part in enumerate(parts):
            start = self.tokens[first].start if n == 0 else offset
            end = offset + len(part)
            pieces.append(Span(start, end, self.sentence.text[start:end], part.lower()))
            offset = end + 1
        return pieces

    def _span(self, first: int, last: int, head: str = "") -> Span:
        start, end = self.tokens[first].start, self.tokens[last].end
        return Span(start, end, self.sentence.text[start:end], head or self._head(first, last))

    def _head(self, first: int, last: int) -> str:
        """Lemma of the head noun: the last word before "of" or a preposition."""
        end = next((i for i in range(first + 1, last + 1) if self.tokens[i].kind in ("prep", "to")), last + 1)
        if end <= last and self.tokens[end].lower == "of" and self.tokens[end - 1].lower in w.PARTS:
            return self._head(end + 1, last)
        token: Token = self.tokens[end - 1]
        return self.noun_of.get(token.lower) or (token.lower if token.capital else singular(token.lower))


def singular(word: str) -> str:
    """The likely singular of a noun: charges -> charge, parties -> party, crises -> crisis."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
