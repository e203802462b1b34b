"""Event nouns: who stands in their possessors, modifiers and phrases, and who in the verb around them."""

from __future__ import annotations

from collections.abc import Iterator

from eventcoder_dependency import words as w
from eventcoder_dependency.spans import fillers, left_edge, misread
from eventcoder_dependency.tree import Tree
from eventcoder_dependency.verbs import Clauses, Slots

_AT_TIME = frozenset({"after", "following", "during", "in", "at", "on", "amid"})
_PARTNER_OF = {
    "talk": "with", "meeting": "with", "discussion": "with", "negotiation": "with", "consultation": "with",
    "conversation": "with", "summit": "with", "call": "with", "clash": "with", "battle": "with",
    "skirmish": "with", "visit": "to", "trip": "to",
}  # fmt: skip
"""Acts at whose time something else is done, and the preposition of whom the doer met."""
_PRESS = frozenset({"reporter", "journalist", "correspondent", "press", "medium"})
"""To meet these is to speak in public."""


def _is_ahead(tree: Tree, verb: int) -> bool:
    return any(tree.rel[k] == "aux" and tree.lower[k] in ("will", "would", "shall") for k in tree.kids[verb])


class NounPhrases:
    """The arguments of the event nouns of one tree."""

    __slots__ = ("clauses", "tree")

    def __init__(self, tree: Tree, clauses: Clauses) -> None:
        self.tree = tree
        self.clauses = clauses

    def slots(self, noun: int) -> Slots:
        """Slot -> tokens; what hangs on the verb around the noun counts where the noun has none."""
        tree = self.tree
        found = self._own(noun)
        top = noun
        while (
            tree.rel[top] == "nmod" and tree.lemma[tree.head[top]] in w.TRANSPARENT and tree.case(top) == "of"
        ):
            top = tree.head[top]
            found = {**self._own(top, without=noun), **found}
        if tree.rel[top] == "conj" and tree.head[top] >= 0 and not tree.form[tree.head[top]]:
            top = tree.head[top]
        for name, tokens in self._of_verb(top).items():
            if name != "subject" or not {"possessor", "by"} & set(found) or tokens:
                found.setdefault(name, tokens)
        return found

    def _own(self, noun: int, without: int = -1) -> Slots:
        tree = self.tree
        found = self.clauses.slots(k for k in tree.kids[noun] if k > noun and k != without)
        for k in tree.kids[noun]:
            if k > noun and tree.rel[k] == "nmod" and tree.case(k) == "of":
                for name, tokens in self.clauses.slots(tree.kids[k]).items():
                    found.setdefault(name, tokens)
            elif k > noun and tree.rel[k] == "nmod" and tree.case(k) == "by" and "of" not in found:
                # "the massacre by soldiers of villagers"
                found |= {n: t for n, t in self.clauses.slots(tree.kids[k]).items() if n == "of"}
        head = tree.head[noun]
        if head >= 0 and tree.rel[noun] in ("obl", "obj"):
            for k in tree.kids[head]:
                if (
                    tree.rel[k] in ("obl", "agent")
                    and k > noun
                    and tree.kids[k]
                    and tree.kids[k][0] == noun + 1
                ):
                    found = {**self.clauses.slots([k]), **found}
        for k in tree.kids[noun]:
            if tree.rel[k] == "poss":
                found["possessor"] = fillers(tree, k)
        return found

    def _of_verb(self, noun: int) -> Slots:
        """What the verb adds: the subject of "held talks", the place of "the talks took place in"."""
        tree, clauses = self.tree, self.clauses
        rel, head = tree.rel[noun], tree.head[noun]
        for k in tree.kids[noun]:
            if tree.rel[k] in ("acl", "relcl") and tree.lemma[k] in w.LIGHT and clauses.passive(k):
                return {**clauses.prepositions(k), "subject": clauses.subjects(k)}
        if tree.kid(noun, "cop") >= 0:
            return {"subject": self.clauses.subjects(noun)}
        if head < 0 or not tree.is_verb(head):
            return {}
        if rel in ("obj", "subjpass"):
            if tree.lemma[head] in w.LIGHT:
                return {**clauses.prepositions(head), "subject": self._doers(head, noun)}
            if tree.lemma[head] in w.PARTY:
                return {"subject": self._doers(head, noun)}
            return {}
        if rel == "obl" and tree.case(noun) == "in" and tree.lemma[head] in w.PARTAKES:
            return {"subject": clauses.subjects(head)}
        if rel == "obl" and self._of_subject(noun, head):
            doer = clauses.surface(head)
            return {"subject": fillers(tree, doer)} if doer >= 0 else {}
        if rel == "subj":
            return (
                {**clauses.prepositions(head), "subject": self._doers(head, noun)}
                if clauses.passive(head)
                else clauses.prepositions(head)
            )
        return {}

    def _of_subject(self, noun: int, verb: int) -> bool:
        """ "Lavrov spoke after *talks with* Iran", "left during *a visit to* Iran": he talked and visited.

        "Will speak after talks" leaves open whether they took place.
        """
        tree = self.tree
        partner, case = _PARTNER_OF.get(tree.lemma[noun]), tree.case(noun)
        if partner is None or case not in _AT_TIME:
            return False
        if case in ("after", "following") and (tree.form[verb] == "inf" or _is_ahead(tree, verb)):
            return False
        if case == "in" and (self.clauses.passive(verb) or self._known(noun, verb)):
            return False
        own: set[str] = set()
        for k in tree.kids[noun]:
            national = tree.rel[k] in ("amod", "compound") and tree.lower[k].endswith(w.NATIONAL)
            if national:
                return False  # "after Israeli talks with Hamas, Egypt ..."
            if tree.lemma[k] not in _PRESS:
                own.add(tree.case(k) or tree.rel[k])
        shared = {tree.case(k) for k in tree.kids[verb] if k > noun and tree.lemma[k] not in _PRESS}
        return partner in own | shared and not own & {"by", "poss", "between"} and "by" not in shared

    def _known(self, noun: int, verb: int) -> bool:
        """ "Made headway in talks with Chad", "agreed to help in the talks": others may hold them."""
        the = any(self.tree.lower[k] == "the" for k in self.tree.kids[noun])
        return the or (noun > verb and self.tree.lemma[noun] in ("talk", "negotiation"))

    def _doers(self, verb: int, noun: int) -> list[int]:
        return [i for i in self.clauses.subjects(verb) if i != noun]

    def modifiers(self, noun: int) -> Iterator[tuple[int, int]]:
        """Ranges of the adjectives and nouns before an event noun; "Israeli-Palestinian" gives two."""
        tree = self.tree
        for k in tree.kids[noun]:
            if k > noun:
                break
            if tree.rel[k] in ("amod", "compound", "nmod", "flat", "dep") or misread(tree, k, noun):
                yield from self._parts(left_edge(tree, k), k)
                yield from ((c, c) for c in tree.kids[k] if tree.rel[c] == "conj" and c < noun)

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        tree = self.tree
        inner = [i for i in range(first + 1, last) if tree.lower[i] in w.HYPHENS]
        for hyphen in inner:
            yield first, hyphen - 1
            first = hyphen + 1
        yield first, last
