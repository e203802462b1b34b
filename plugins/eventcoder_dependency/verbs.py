"""Who does what to whom in a clause: the objects of verbs and the phrases that hang on them."""

from __future__ import annotations

from collections.abc import Iterable

from eventcoder_dependency import words as w
from eventcoder_dependency.spans import fillers
from eventcoder_dependency.subjects import Subjects
from eventcoder_dependency.tree import Tree

Slots = dict[str, list[int]]


class Clauses(Subjects):
    """Answers about the verbs of one tree; phrases are numbers of their head tokens."""

    __slots__ = ("_objects", "_prepositions")

    def __init__(self, tree: Tree, nouns: frozenset[str], headline: bool) -> None:
        super().__init__(tree, nouns, headline)
        self._objects: dict[int, list[int]] = {}
        self._prepositions: dict[int, Slots] = {}

    def objects(self, verb: int) -> list[int]:
        """The done-to: of a passive its grammatical subject."""
        known = self._objects.get(verb)
        if known is None:
            known = self._objects[verb] = self._find_objects(verb)
        return known

    def _find_objects(self, verb: int) -> list[int]:
        tree = self.tree
        if self.passive(verb):
            found = tree.kid(verb, "obj") if self._gives(verb) else self.surface(verb)
            return fillers(tree, found) if found >= 0 else []
        found = tree.kid(verb, "obj")
        if found < 0:
            found = tree.kid(verb, "iobj")
        if found < 0:
            found = self._understood_object(verb)
        if found < 0:
            return []
        resolved = self.antecedent(found, verb)
        return [resolved] if resolved != found else fillers(tree, found)

    def _understood_object(self, verb: int) -> int:
        """The object of "attacked and seized it", of "the town the army attacked", of "asked him to go"."""
        tree = self.tree
        rel, head = tree.rel[verb], tree.head[verb]
        complement = tree.kid(verb, "ccomp", "xcomp")
        if complement >= 0:
            mark = tree.kid(complement, "mark")
            infinitive = (
                tree.form[complement] == "inf"
                and mark >= 0
                and tree.lower[mark] == "to"
                and tree.lemma[verb] in w.OBJECT_CONTROL
            )
            return tree.kid(complement, "subj", "subjpass") if infinitive else -1
        if rel == "relcl" and head >= 0 and not tree.case(head).startswith("to"):
            own = tree.kid(verb, "subj")
            helpers = (*tree.kids[verb], *(tree.kids[own] if own >= 0 else ()))
            relative = any(tree.lower[k] in ("where", "when", "why", "how", "whose") for k in helpers)
            stranded = own < 0 or tree.lower[own] in w.RELATIVE or relative
            return -1 if stranded or tree.lemma[head] in w.TIME_NOUNS or self._with_relative(verb) else head
        if tree.lemma[verb] in w.NOT_SHARED or tree.lemma[verb] in w.INTRANSITIVE:
            return -1
        if rel == "ccomp" and tree.kid(verb, "subj") >= 0:
            return self.gap(verb)
        return self._shared_object(verb)

    def _shared_object(self, verb: int) -> int:
        """ "attacked, shelled and captured *it*": the object of the verb that follows right behind."""
        tree = self.tree
        head = tree.head[verb]
        joined = [k for k in tree.kids[verb] if k > verb and tree.rel[k] == "conj" and tree.is_verb(k)]
        if not joined and tree.rel[verb] == "conj" and head >= 0 and tree.is_verb(head):
            shared = tree.kid(head, "obj")
            if shared > verb and tree.kid(verb, "subj", "obl") < 0:
                return shared
            joined = [k for k in tree.kids[head] if k > verb and tree.rel[k] == "conj" and tree.is_verb(k)]
        if not joined or tree.kid(joined[0], "subj", "subjpass", "aux", "auxpass") >= 0:
            return -1
        following = joined[0]
        if any(tree.rel[k] not in ("punct", "cc", "advmod") for k in range(verb + 1, following)):
            return -1
        found = tree.kid(following, "obj")
        return found if found >= 0 else self._shared_object(following)

    def _with_relative(self, verb: int) -> bool:
        return any(
            self.tree.rel[k] == "obl" and self.tree.lower[k] in w.RELATIVE for k in self.tree.kids[verb]
        )

    def recipient(self, verb: int) -> int:
        """The indirect object, where there is a direct one as well ("*he* was denied a visa")."""
        if self._gives(verb):
            return self.surface(verb)
        found = self.tree.kid(verb, "iobj")
        return found if found >= 0 and (self.passive(verb) or self.tree.kid(verb, "obj") >= 0) else -1

    def _gives(self, verb: int) -> bool:
        """Whether it is a passive whose subject gets what the object names."""
        given = self.tree.lemma[verb] in w.GIVING and self.tree.kid(verb, "obj") >= 0
        return given and self.passive(verb)

    def prepositions(self, verb: int) -> Slots:
        """Phrases by their preposition, without the agent of a passive; the caller's to change."""
        known = self._prepositions.get(verb)
        if known is None:
            known = self._prepositions[verb] = self._find_prepositions(verb)
        return dict(known)

    def _find_prepositions(self, verb: int) -> Slots:
        tree = self.tree
        agents = set(self.agents(verb)) if self.passive(verb) else set()
        found = self.slots((k for k in tree.kids[verb] if k not in agents), verb)
        for k in tree.kids[verb]:
            if tree.rel[k] in _COMPLEMENTS and tree.pos[k] in _PARTICLES and not tree.form[k]:
                for name, heads in self.slots(tree.kids[k], verb).items():
                    found.setdefault(name, heads)  # "threw its border open to refugees"
            if tree.rel[k] == "subjpass" or (k > verb and (tree.rel[k] == "obj" or k in agents)):
                self.add_of_nouns(found, fillers(tree, k) if tree.rel[k] == "obj" else [k])
            elif k > verb and tree.rel[k] == "obl":
                worth = tree.lower[k] == "worth" or tree.case(k) == "worth"
                for name, heads in self.slots(tree.kids[k]).items():
                    if name in w.SHARED_BY_NOUNS or (worth and name in w.DIRECTIONS):
                        found.setdefault(name, heads)
        return found

    def _behind(self, noun: int) -> list[int]:
        """What hangs on the end of a phrase: "remains of men *to Chad*", "news about Oman *to Chad*"."""
        tree = self.tree
        behind = [k for k in tree.kids[noun] if k > noun]
        parts = [k for k in behind if tree.case(k) in _TOPICS or tree.lower[k] == "worth"]
        return [j for k in parts for j in tree.kids[k]]

    def add_of_nouns(self, found: Slots, nouns: Iterable[int]) -> None:
        """What hangs on the nouns is said of the verb, where the verb has no such phrase itself."""
        for noun in nouns:
            for name, heads in self.slots(self.tree.kids[noun]).items():
                if name != "of":
                    found.setdefault(name, heads)
            behind = self._behind(noun)
            counted = behind and self.tree.lemma[noun] in _COUNTING
            for name, heads in self.slots(behind).items():
                if name in w.DIRECTIONS or name == "with" or (counted and name != "of"):
                    found.setdefault(name, heads)

    def slots(self, candidates: Iterable[int], verb: int = -1) -> Slots:
        """The prepositional phrases among some tokens."""
        tree = self.tree
        found: Slots = {}
        for k in candidates:
            if tree.rel[k] not in _PHRASES or (tree.form[k] and tree.is_verb(k)):
                continue
            name = tree.case(k)
            if not name:
                continue
            resolved = self.antecedent(k, verb) if verb >= 0 else k
            heads = [resolved] if resolved != k else fillers(tree, self._partakers(k))
            found.setdefault(_SAME.get(name, name), []).extend(heads)
        return found

    def _partakers(self, at: int) -> int:
        """ "with the participation of Russia" stands for Russia."""
        tree = self.tree
        if tree.lemma[at] in w.PARTAKING:
            for k in tree.kids[at]:
                if tree.rel[k] == "nmod" and tree.case(k) == "of":
                    return k
        return at


_COUNTING = w.MEASURES | w.MONEY
_TOPICS = frozenset({"of", "about", "on"})
_PARTICLES = frozenset({"ADJ", "ADV", "ADP"})
_PHRASES = frozenset({"obl", "agent", "nmod", "time"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advmod", "particle"})
_SAME = {
    "together with": "with",
    "along with": "with",
    "alongside": "with",
    "alongside with": "with",
    "upon": "on",
}
