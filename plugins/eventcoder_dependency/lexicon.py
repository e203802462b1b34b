"""The trigger words of the chosen codebooks, found in a tree even where the parser's lemma is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from eventcoder import Lexicon, noun_forms, verb_forms
from eventcoder_dependency.tree import Tree

_TAGS = {
    "inf": ("VB", "VBP"),
    "fin": ("VBZ", "VBP", "VB"),
    "past": ("VBD", "VBN"),
    "ger": ("VBG",),
    "part": ("VBN", "VBD"),
}
_SPELLINGS = (("ise", "ize"), ("ize", "ise"), ("yse", "yze"), ("yze", "yse"))
_NOMINAL = frozenset({"NOUN", "PROPN", "VERB"})
_HEADLINE_WORDS = frozenset(
    """
    a an the and or but to of in on at by with from for after before over under between against amid
    into as says said say says set may will could not no is are was were be been has have had its
    his her their leader leaders talks peace conference deal troops soldiers rebels police minister
    president opposition forces
    """.split()
)
_NOUN_PLACES = frozenset({"obj", "obl", "nmod", "subj", "subjpass"})
_NO_CLAUSES = frozenset({"amod", "case", "mark", "fixed"})
_INNER = frozenset({"compound", "amod", "flat", "case", "mark", "aux", "fixed"})


class Found(NamedTuple):
    """The lemmas of the trigger words of one tree, as the lexicon spells them, by token number."""

    verbs: Mapping[int, str]
    nouns: Mapping[int, str]


class Triggers:
    """Which tokens are trigger words, and what their lemma is."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._verbs: dict[str, dict[str, frozenset[str]]] = {}
        self._verb_lemmas = {lemma: lemma for lemma in lexicon.verbs}
        self._nouns: dict[str, str] = {}
        for lemma in sorted(lexicon.verbs):
            for spelling in (lemma, *_other_spellings(lemma)):
                self._verb_lemmas.setdefault(spelling, lemma)
                for form, tags in verb_forms(spelling).items():
                    self._verbs.setdefault(form, {}).setdefault(lemma, tags)
        for lemma in sorted(lexicon.nouns):
            for form in noun_forms(lemma):
                self._nouns.setdefault(form, lemma)
        self._words = frozenset(self._verbs) | frozenset(self._nouns)

    def any_in(self, tree: Tree) -> bool:
        """Whether a sentence has a word that could be a trigger; all others need no further work."""
        return not (self._words.isdisjoint(tree.lower) and self._verb_lemmas.keys().isdisjoint(tree.lemma))

    def found(self, tree: Tree) -> Found:
        """The tokens that are trigger verbs or trigger nouns."""
        words, lemmas = self._words, self._verb_lemmas
        pairs = enumerate(zip(tree.lower, tree.lemma, strict=True))
        likely = [at for at, (word, lemma) in pairs if word in words or lemma in lemmas]
        verbs = {at: self._verb_lemma(tree, at) for at in likely if self.is_verb(tree, at)}
        nouns = {at: self._nouns[tree.lower[at]] for at in likely if self.is_noun(tree, at)}
        return Found(verbs, nouns)

    def is_verb(self, tree: Tree, at: int) -> bool:
        """Whether a token is used as a verb and is one of the trigger verbs."""
        return (
            bool(tree.form[at])
            and tree.rel[at] not in _NO_CLAUSES
            and tree.is_verb(at)
            and bool(self._verb_lemma(tree, at))
        )

    def is_noun(self, tree: Tree, at: int) -> bool:
        """Whether a token is used as a noun and is one of the trigger nouns.

        In a name it is none: "the Front for the *Liberation* of Kenya".
        """
        return (
            (tree.pos[at] in _NOMINAL or (tree.pos[at] == "ADJ" and tree.rel[at] in _NOUN_PLACES))
            and not tree.form[at]
            and tree.rel[at] not in _INNER
            and tree.lower[at] in self._nouns
            and not tree.in_name(at)
        )

    def lemma(self, tree: Tree, at: int) -> str:
        """The lemma as the lexicon spells it, that of the parser where the lexicon has none."""
        if tree.form[at]:
            return self._verb_lemma(tree, at) or tree.lemma[at]
        return self._nouns.get(tree.lower[at], tree.lemma[at])

    def verb_tags(self, word: str) -> frozenset[str]:
        """The Penn tags that a word can have as a form of a trigger verb."""
        return frozenset[str]().union(*self._verbs.get(word, {}).values())

    def is_verb_form(self, word: str) -> bool:
        """Whether a word is a form of a trigger verb."""
        return word in self._verbs

    def is_noun_form(self, word: str) -> bool:
        """Whether a word is a form of a trigger noun."""
        return word in self._nouns

    def lowered(self, word: str, first: bool) -> str:
        """A word of a headline in Title Case: in lower case where it is a trigger word or a small verb."""
        lower = word.lower()
        if first or word.isupper():
            return word
        return lower if lower in self._verbs or lower in self._nouns or lower in _HEADLINE_WORDS else word

    def _verb_lemma(self, tree: Tree, at: int) -> str:
        known = self._verb_lemmas.get(tree.lemma[at])
        if known:
            return known
        for lemma, tags in self._verbs.get(tree.lower[at], {}).items():
            if not tags.isdisjoint(_TAGS.get(tree.form[at], ())):
                return lemma
        return ""


def _other_spellings(lemma: str) -> list[str]:
    return [lemma[: -len(a)] + b for a, b in _SPELLINGS if lemma.endswith(a)]
