"""What is embedded in what: the complement clause of a verb, or the event noun that is its object."""

from __future__ import annotations

from collections.abc import Iterable

from eventcoder_dependency import words as w
from eventcoder_dependency.auxiliaries import helpers
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.tree import Tree
from eventcoder_dependency.verbs import Clauses, Slots

_COUNTING = w.TRANSPARENT | w.MONEY
_COMPLETING = frozenset({"xcomp", "ccomp", "parataxis", "advcl"})
_MODALS = frozenset({"must", "should", "ought"})
_NO_PLACES = w.WEEKDAYS | w.MONTHS | {"request", "invitation", "behest"}
_DEEPEST = 20


class Contents:
    """Finds the token of the act that a verb or noun of one tree embeds."""

    __slots__ = ("_known", "clauses", "found", "tree", "triggers")

    def __init__(self, tree: Tree, clauses: Clauses, triggers: Triggers) -> None:
        self.tree = tree
        self.clauses = clauses
        self.triggers = triggers
        found = triggers.found(tree)
        self.found = found._replace(verbs={i: v for i, v in found.verbs.items() if self._obliged(i) == i})
        self._known: dict[int, int] = {}

    def of(self, at: int) -> int:
        """The token of the act embedded in `at`; -1 where there is none."""
        known = self._known.get(at)
        if known is None:
            self._known[at] = -1
            if self.tree.rel[at] == "cop":
                found = self._of_quality(self.tree.head[at])
            else:
                found = self._of_verb(at) if self.is_predicate(at) else self._of_noun(at)
            found = self._copula(self._obliged(found))
            known = self._known[at] = found if found != at else -1
        return known

    def _of_quality(self, at: int) -> int:
        """ "was certain that they would meet", "is ready to meet"; "is to meet" has no quality."""
        tree = self.tree
        if tree.pos[at] != "ADJ" or tree.form[at]:
            return -1
        clauses = (k for k in tree.kids[at] if tree.rel[k] in ("ccomp", "xcomp"))
        return next((k for k in clauses if self._completes(k, at, tree.lemma[at])), -1)

    def _copula(self, at: int) -> int:
        """ "said it was certain": the frame of a quality is that of its copula, where one is asked for."""
        tree = self.tree
        if at < 0 or tree.pos[at] != "ADJ" or tree.form[at] or "be" not in self.triggers.lexicon.verbs:
            return at
        copula = tree.kid(at, "cop")
        return copula if copula >= 0 and self._of_quality(at) >= 0 else at

    def _obliged(self, at: int) -> int:
        """ "has to leave": the act is to leave, and "has" says no more than that it must be done."""
        tree = self.tree
        if at < 0 or tree.lemma[at] != "have" or tree.kid(at, "obj") >= 0:
            return at
        inner = tree.kid(at, "xcomp")
        return inner if inner > at and tree.lower[tree.kid(inner, "mark")] == "to" else at

    def is_predicate(self, at: int) -> bool:
        """Whether a token heads a clause: a verb, or "ready" in "is ready"."""
        tree = self.tree
        if at in self.found.verbs:
            return True
        return at not in self.found.nouns and (tree.is_verb(at) or tree.kid(at, "cop") >= 0)

    def lemma(self, at: int) -> str:
        """The lemma of a trigger word as the lexicon spells it, that of the parser for any other word."""
        found = self.found
        return found.verbs.get(at) or found.nouns.get(at) or self.triggers.lemma(self.tree, at)

    def particle(self, at: int, slots: Slots) -> tuple[str, str]:
        """The particle of a phrasal verb that the lexicon knows, and the slot that holds its object."""
        tree = self.tree
        known = self.triggers.lexicon.particles.get(self.lemma(at))
        if not known:
            return "", ""
        for k in tree.kids[at]:
            stranded = tree.pos[k] == "ADP"  # "the claims were looked into by police"
            if k > at and tree.lower[k] in known and (stranded or tree.rel[k] not in ("obl", "obj")):
                return tree.lower[k], ""
        for name in (n for n in slots if n.endswith(" to")):
            first, _, second = name.partition(" ")
            if first in known and second == "to":  # "handed the suspect over to the court"
                slots.setdefault(second, slots.pop(name))
                return first, ""
        for pair in (p for p in known if " " in p):  # "stood up for the exile"
            first, _, second = pair.partition(" ")
            if second in slots and any(k > at and tree.lower[k] == first for k in tree.kids[at]):
                return pair, second
        return next(
            ((name, name) for name in slots if name in known and not self._when(slots[name])), ("", "")
        )

    def _when(self, phrases: list[int]) -> bool:
        """Whether a phrase says when or why: "the port fell to rebels on *Friday*" is no "fall on"."""
        return all(self.tree.lower[at] in _NO_PLACES for at in phrases)

    def _of_verb(self, at: int) -> int:
        """A complement clause comes first, then what was said, then the object."""
        tree = self.tree
        lemma = tree.lemma[at]
        for k in tree.kids[at]:
            if tree.rel[k] in _COMPLETING and self._completes(k, at, lemma):
                return k
        said = tree.rel[at] in ("parataxis", "ccomp") and tree.kid(at, "xcomp", "mark") < 0
        if said and lemma in w.TELLING:
            head = tree.head[at]
            news = lemma == "tell" and not self._ordered(head)
            if 0 <= head < at and tree.is_verb(head) and tree.lemma[head] not in w.SAYING and not news:
                return head
        slots = self.clauses.prepositions(at)
        objects = self.clauses.objects(at) or slots.get(self.particle(at, slots)[1], [])
        if lemma in w.ACCUSING:
            objects = [*objects, *slots.get("of", []), *slots.get("for", [])]
        elif lemma in w.REQUESTING:
            objects = [*objects, *slots.get("for", [])]
        found = self._of_objects([i for i in objects if self._below(i, at)])
        if found >= 0 or objects:
            return found
        # "talks between them collapsed": the act is what the verb happens to
        subject = tree.kid(at, "subj")
        return self._of_objects([subject]) if 0 <= subject < at else -1

    def _completes(self, k: int, at: int, lemma: str) -> bool:
        """Whether `k` is a clause that completes the verb `at`."""
        tree = self.tree
        rel = tree.rel[k]
        if rel == "ccomp" and lemma == "tell" and not self._ordered(k):
            return False  # "told Iraq that it would vote": news, and nothing that Iraq is to do
        if rel in ("xcomp", "ccomp"):
            return self.is_predicate(k) and not (rel == "xcomp" and self.clauses.purposeful(k))
        if rel == "parataxis":
            return lemma in w.TELLING and tree.is_verb(k) and tree.lemma[k] not in w.SAYING
        if rel == "advcl" and k > at:
            if tree.form[k] == "ger":
                charged = lemma in w.ACCUSING and tree.case(k) == "with"
                return charged or tree.case(k) in w.GERUND_MARKS or k == at + 1
            return tree.form[k] == "inf" and lemma in w.TAKES_INFINITIVE
        return False

    def _ordered(self, k: int) -> bool:
        """Whether a clause says what somebody has to do: "must leave", "had to leave", or has no subject."""
        tree = self.tree
        modal = not _MODALS.isdisjoint(helpers(tree, k))
        return modal or tree.lemma[k] in ("have", "need") or tree.kid(k, "subj", "subjpass") < 0

    def _of_objects(self, objects: Iterable[int]) -> int:
        """An event noun, the one behind "a round of", or the clause of "accusations that ..."."""
        tree, nouns = self.tree, self.found.nouns
        objects = list(objects)
        for noun in objects:
            if noun in nouns:
                return noun
        for noun in objects:
            for k in tree.kids[noun]:
                if k in nouns and tree.lemma[noun] in _COUNTING and tree.case(k) == "of":
                    return k
                if tree.rel[k] == "acl" and tree.lemma[noun] in w.NOUN_VERBS and tree.is_verb(k):
                    return k
        return -1

    def _below(self, inner: int, outer: int) -> bool:
        tree = self.tree
        for _ in range(_DEEPEST):
            inner = tree.head[inner]
            if inner == outer:
                return True
            if inner < 0:
                return False
        return False

    def _of_noun(self, at: int) -> int:
        """ "refusal to meet", "accusation that they met"; not what a meeting was for."""
        tree = self.tree
        for k in tree.kids[at]:
            if tree.rel[k] != "acl" or not tree.is_verb(k):
                continue
            if tree.form[k] == "inf" and tree.lemma[at] in w.NOUN_VERBS:
                return k
            if tree.form[k] != "inf" and tree.kid(k, "mark") >= 0:
                return k
        return -1
