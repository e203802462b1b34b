"""Frames from a tree: triggers, their arguments, and what is embedded in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from eventcoder import Frame, Sentence, Span
from eventcoder_dependency import words as w
from eventcoder_dependency.contents import Contents
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.moods import Moods
from eventcoder_dependency.nouns import NounPhrases
from eventcoder_dependency.spans import cut, distributed, fillers, head_word, span
from eventcoder_dependency.times import Times
from eventcoder_dependency.tree import Tree
from eventcoder_dependency.verbs import Clauses, Slots

_DEEPEST = 12
_PRONOUNS = frozenset({"we", "i", "it", "he", "she", "they"})
"""Subjects that stand for the speaker in what he is reported to have said."""
_JUDGING = frozenset(
    "condemn criticise criticize denounce deplore decry hail praise applaud protest regret welcome".split()
)
"""What these say something of has taken place, and is told where it is their subject in the passive."""
_SUFFERERS = frozenset({"on", "of", "against", "to", "with", "at", "in"})
_PROMISING = frozenset("assure guarantee hope pledge promise reassure swear threaten undertake vow".split())
_MANY = frozenset({"we", "they"})


class FrameBuilder:
    """Builds the frames of one sentence."""

    def __init__(self, sentence: Sentence, tree: Tree, triggers: Triggers) -> None:
        self.sentence = sentence
        self.tree = tree
        self.triggers = triggers
        nouns = triggers.lexicon.nouns
        self.clauses = Clauses(tree, nouns, sentence.headline)
        self.contents = Contents(tree, self.clauses, triggers)
        self.phrases = NounPhrases(tree, self.clauses)
        self.moods = Moods(self.clauses, Times(sentence, tree, nouns))
        text = sentence.text.rstrip()
        self.asked = text.endswith("?") and not any(quote in text for quote in '"“”«»')
        self.reciprocal = "other" in tree.lower or "another" in tree.lower
        self._spans: dict[int, Span] = {}

    def frames(self) -> Iterator[Frame]:
        """Frames of trigger words that are not embedded in one another, in text order."""
        tokens = {*self.contents.found.verbs, *self.contents.found.nouns}
        if "cop" in self.tree.rel and "be" in self.triggers.lexicon.verbs:
            tokens |= {i for i, rel in enumerate(self.tree.rel) if rel == "cop"}
        found = sorted(tokens)
        embedded = set[int]()
        for at in found:
            inner, depth = self.contents.of(at), 0
            if inner >= 0 and self._judged(at, inner):
                continue
            while inner >= 0 and inner not in embedded and depth < _DEEPEST:
                embedded.add(inner)
                inner, depth = self.contents.of(inner), depth + 1
        for at in found:
            if at not in embedded:
                yield self.frame(at)

    def _judged(self, at: int, act: int) -> bool:
        """ "*A raid on Chad by rebels* was condemned": news of its own, and then what is said of it."""
        if self.tree.lemma[at] not in _JUDGING or act > at or not self.clauses.passive(at):
            return False
        slots = self.phrases.slots(act).keys()
        doer = not slots.isdisjoint(("by", "possessor")) or any(
            self.tree.pos[last] == "PROPN" or self.tree.lower[last].endswith(w.NATIONAL)
            for _, last in self.phrases.modifiers(act)
        )
        return "between" in slots or {"of", "to"} <= slots or (doer and not slots.isdisjoint(_SUFFERERS))

    def frame(self, at: int, depth: int = 0) -> Frame:
        """The frame of one trigger with everything embedded in it."""
        copula = self.tree.rel[at] == "cop"
        verbal = copula or self.contents.is_predicate(at)
        moods, speaker = self.moods.of(self.tree.head[at] if copula else at)
        if self.asked:
            moods |= {"question"}
        said_by = self.span(speaker) if speaker >= 0 and "reported" in moods else None
        lemma, particle = self.contents.lemma(at), ""
        if verbal:
            slots, particle = self._copula_slots(at) if copula else self._verb_slots(at)
        else:
            slots = self.phrases.slots(at)
        args = {name: self._fill(tokens) for name, tokens in slots.items() if tokens}
        teller = speaker if said_by else self._promiser(at)
        if teller >= 0 and "subject" in args and self.span(teller).text.lower() not in _PRONOUNS:
            args["subject"] = self._without_pronouns(args["subject"], teller)
        if not verbal:
            args |= self._modifiers(at)
        elif len(args.get("subject", ())) > 1:
            args["together"] = args["subject"]
        inner = self.contents.of(at) if depth < _DEEPEST else -1
        return Frame(
            sentence=self.sentence,
            trigger=self._trigger(at) if verbal else cut(self.sentence, self.tree, at, at, lemma),
            lemma=lemma,
            kind="verb" if verbal else "noun",
            particle=particle,
            args=args,
            moods=moods,
            content=self.frame(inner, depth + 1) if inner >= 0 else None,
            speaker=said_by,
        )

    def _promiser(self, at: int) -> int:
        """ "*Rwanda* assured Uganda that it would withdraw": who promises something does it himself."""
        head = self.tree.head[at]
        promised = self.tree.rel[at] == "ccomp" and self.tree.lemma[head] in _PROMISING
        return self.clauses.surface(head) if promised and not self.clauses.passive(head) else -1

    def _without_pronouns(self, subjects: tuple[Span, ...], speaker: int) -> tuple[Span, ...]:
        """The speaker for "he", all the speakers for "they" in what they are reported to have said."""
        named = self.tree.kid(speaker, "flat") >= 0  # "it" is nobody with a first name and a last one
        own = _PRONOUNS - {"it"} if named else _PRONOUNS
        found: list[Span] = []
        for subject in subjects:
            pronoun = subject.text.lower()
            if pronoun in _MANY:
                found += self._fill(fillers(self.tree, speaker))
            else:
                found.append(self.span(speaker) if pronoun in own else subject)
        return tuple(found)

    def span(self, at: int) -> Span:
        known = self._spans.get(at)
        if known is None:
            known = self._spans[at] = span(self.sentence, self.tree, at)
        return known

    def _fill(self, tokens: list[int]) -> tuple[Span, ...]:
        """One span for each filler; "Indian and Pakistani officials" are two."""
        found: list[Span] = []
        for at in tokens:
            parts = distributed(self.sentence.text, self.tree, at)
            if not parts:
                found.append(self.span(at))
            for first, last in parts:
                head = head_word(self.tree, at if last >= at else last)
                found.append(cut(self.sentence, self.tree, first, last, head))
        return tuple(found)

    def _copula_slots(self, at: int) -> tuple[Slots, str]:
        """ "Tehran is in touch with Baghdad": the predicate is a phrase of the verb "be"."""
        predicate = self.tree.head[at]
        slots, _ = self._verb_slots(predicate)
        name = self.tree.case(predicate)
        if name in ("", "that", "if", "whether"):  # "said that it was sorry"
            name = "object"
        slots[name] = [predicate, *slots.get(name, [])]
        return slots, ""

    def _verb_slots(self, at: int) -> tuple[Slots, str]:
        clauses = self.clauses
        slots = clauses.prepositions(at)
        subjects, objects = clauses.subjects(at), clauses.objects(at)
        particle, preposition = self.contents.particle(at, slots)
        if preposition and (objects or (preposition == "in" and "to" in slots)):
            particle = ""  # "flew to Gao in Mali" is no "fly in", "asked Romania for help" is no "ask for"
        elif preposition:
            objects = slots[preposition]
            clauses.add_of_nouns(slots, objects)  # "handed over the island to Japan"
        if "object" not in slots and objects:
            slots["object"] = objects
        slots["subject"] = subjects
        if makers := [m for i in subjects for m in self._makers(i)]:
            slots["made by"] = makers
        if (recipient := clauses.recipient(at)) >= 0:
            slots["recipient"] = [recipient]
        if self.reciprocal:
            self._reciprocate(slots, subjects)
        return slots, particle

    def _reciprocate(self, slots: Slots, subjects: list[int]) -> None:
        each_other = [n for n, tokens in slots.items() if any(self._each_other(t) for t in tokens)]
        for name in each_other:
            slots[name] = subjects
        if each_other and subjects:
            slots["together"] = subjects

    def _makers(self, thing: int) -> list[int]:
        """Who is behind a thing: "rockets fired *by Hamas*", "a bomb that was planted *by rebels*"."""
        tree = self.tree
        return [
            agent for k in tree.kids[thing] if tree.rel[k] in ("acl", "relcl") for agent in self._behind(k)
        ]

    def _behind(self, verb: int) -> list[int]:
        """ "fired by *Hamas*", "belonging to *the army*"."""
        if self.tree.lemma[verb] == "belong":
            return self.clauses.prepositions(verb).get("to", [])
        made = self.tree.lemma[verb] in w.MAKING and self.clauses.passive(verb)
        return self.clauses.agents(verb) if made else []

    def _each_other(self, at: int) -> bool:
        """ "Each other" and "one another", whichever of the two words is taken for the head."""
        around = self.tree.lower[max(0, at - 1) : at + 2]
        return any(pair in (("each", "other"), ("one", "another")) for pair in pairwise(around))

    def _modifiers(self, at: int) -> dict[str, tuple[Span, ...]]:
        found: list[Span] = []
        for first, last in self.phrases.modifiers(at):
            found.append(cut(self.sentence, self.tree, first, last, self.tree.lemma[last]))
        return {"modifier": tuple(found)} if found else {}

    def _trigger(self, at: int) -> Span:
        """The verb with the auxiliaries right before it and the particle right behind it."""
        tree = self.tree
        first = last = at
        while (
            first > 0
            and tree.head[first - 1] == at
            and tree.rel[first - 1] in ("aux", "auxpass", "mark", "advmod", "cop")
        ):
            first -= 1
        if at + 1 < tree.n and tree.head[at + 1] == at and tree.rel[at + 1] == "particle":
            last = at + 1
        return cut(self.sentence, tree, first, last, tree.lemma[at])
