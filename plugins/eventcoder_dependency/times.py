"""Time phrases: what lies years back is background, what is for next week is future."""

from __future__ import annotations

import re

from eventcoder import Sentence
from eventcoder_dependency import words as w
from eventcoder_dependency.tree import Tree

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_HINT = re.compile(r"\b(?:1[6-9]|20)\d\d\b|\bago\b")
_PREPOSITIONS = frozenset({"in", "since", "of", "during", "until", "from", "between", "by"})
_OLD = 2


class Times:
    """`old` holds the verbs and nouns that a time phrase puts at least two years before the document."""

    __slots__ = ("nouns", "old", "tree")

    def __init__(self, sentence: Sentence, tree: Tree, nouns: frozenset[str]) -> None:
        self.tree = tree
        self.nouns = nouns
        self.old: set[int] = set()
        if _HINT.search(sentence.text):
            today = sentence.doc.date
            for i, word in enumerate(tree.lower):
                if today and _YEAR.fullmatch(word) and int(word) <= today.year - _OLD:
                    self._mark_year(i)
                elif word == "ago" and i and tree.lower[i - 1] in ("years", "decades", "centuries"):
                    self._mark(i)

    def _mark_year(self, at: int) -> None:
        tree = self.tree
        top = at
        if tree.head[top] >= 0 and tree.lower[tree.head[top]] in w.MONTHS:
            top = tree.head[top]
        if tree.rel[top] == "time" or _PREPOSITIONS.intersection(tree.case(top).split()):
            self._mark(tree.head[top])
        elif tree.head[at] >= 0 and tree.lemma[tree.head[at]] in self.nouns:
            self.old.add(tree.head[at])

    def _mark(self, at: int) -> None:
        """Mark the verb or event noun that a phrase belongs to."""
        tree = self.tree
        for _ in range(10):
            if at < 0:
                return
            if tree.form[at] or tree.lemma[at] in self.nouns or tree.head[at] < 0:
                self.old.add(at)
                return
            if tree.rel[at] not in (
                "num",
                "compound",
                "nmod",
                "time",
                "obl",
                "advmod",
                "case",
                "mark",
                "amod",
                "dep",
                "conj",
            ):
                return
            at = tree.head[at]

    def is_future(self, verb: int) -> bool:
        """Whether a present tense is meant for the future ("is meeting her next week")."""
        tree = self.tree
        near = [k for k in tree.kids[verb] if k > verb]
        inner = [m for k in near if tree.rel[k] == "obj" for m in tree.kids[k]]
        for k in near + inner:
            if tree.rel[k] not in ("time", "obl", "advmod"):
                continue
            if tree.lower[k] == "tomorrow":
                return True
            if tree.lower[k] in w.FUTURE_UNITS and any(
                tree.lower[m] in ("next", "coming") for m in tree.kids[k]
            ):
                return True
        return False
