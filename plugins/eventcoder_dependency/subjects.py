"""Who does it: the subjects of verbs, also where they are understood, and of passives behind "by"."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.spans import fillers
from eventcoder_dependency.tree import Tree

_DEEPEST = 40
_BY = frozenset({"by"})


class Subjects:
    """Voice and subjects of the verbs of one tree; phrases are numbers of their head tokens."""

    __slots__ = ("_passive", "_surface", "headline", "nouns", "tree")

    def __init__(self, tree: Tree, nouns: frozenset[str], headline: bool) -> None:
        self.tree = tree
        self.nouns = nouns
        self.headline = headline
        self._surface: dict[int, int] = {}
        self._passive: dict[int, bool] = {}

    def passive(self, verb: int) -> bool:
        """Whether a verb is in the passive, also as a bare participle ("arrested in Minsk")."""
        if self.tree.form[verb] not in ("part", "past"):
            return False
        known = self._passive.get(verb)
        if known is None:
            known = self._passive[verb] = self._find_passive(verb)
        return known

    def _find_passive(self, verb: int) -> bool:
        tree = self.tree
        helped = False
        for k in tree.kids[verb]:
            rel = tree.rel[k]
            if rel == "auxpass":
                return True
            if rel == "aux" and tree.lower[k] in w.BE:
                return True
            helped = helped or rel == "aux"
        if helped or (tree.kid(verb, "obj") >= 0 and tree.kid(verb, "agent") < 0):
            return False
        return self._bare_participle(verb)

    def _bare_participle(self, verb: int) -> bool:
        tree = self.tree
        rel, head = tree.rel[verb], tree.head[verb]
        if tree.lemma[verb] in w.INTRANSITIVE:
            return False
        if rel in ("acl", "amod"):
            return True
        if tree.kid(verb, "subjpass") >= 0:
            return self.headline or tree.kid(verb, "agent") >= 0 or rel in ("acl", "relcl", "advcl")
        if rel == "conj" and tree.kid(verb, "subj") < 0:
            return tree.form[head] == "part" and self.passive(head)
        if tree.form[verb] == "part" and rel in ("advcl", "xcomp", "dep"):
            return tree.kid(verb, "subj") < 0 or tree.kid(verb, "agent") >= 0
        return self.headline and tree.kid(verb, "subj") >= 0 and self.agents(verb) != []

    def surface(self, verb: int, depth: int = 0) -> int:
        """The grammatical subject, understood ones included; -1 where there is none."""
        known = self._surface.get(verb)
        if known is not None:
            return known
        self._surface[verb] = -1
        if depth < _DEEPEST:
            self._surface[verb] = self._find_surface(verb, depth + 1)
        return self._surface[verb]

    def _find_surface(self, verb: int, depth: int) -> int:
        tree = self.tree
        own = tree.kid(verb, "subj", "subjpass")
        if own >= 0:
            return self.antecedent(own, verb)
        rel, head = tree.rel[verb], tree.head[verb]
        if head < 0:
            return -1
        match rel:
            case "conj" | "cop":
                return self.surface(head, depth)
            case "xcomp":
                return self._controller(verb, head, depth)
            case "ccomp":
                gap = self.gap(verb)
                if gap >= 0:
                    return gap
                return self.surface(head, depth) if tree.form[verb] in ("ger", "inf", "part") else -1
            case "csubj" if tree.form[verb] == "ger":
                return self._speaker(head, depth)
            case "advcl":
                return self._of_adverbial(verb, head, depth)
            case "acl" | "relcl" | "amod":
                return self._of_modifier(verb, head, depth)
        return -1

    def gap(self, verb: int) -> int:
        """What is missing where a relative clause quotes: "*a camp* that it said was run by ..."."""
        tree = self.tree
        outer = tree.head[verb]
        if tree.rel[verb] != "ccomp" or tree.rel[outer] != "relcl" or tree.kid(verb, "mark") >= 0:
            return -1
        speaker = tree.kid(outer, "subj")
        own = speaker >= 0 and tree.lower[speaker] not in w.RELATIVE
        return tree.head[outer] if own and tree.lemma[tree.head[outer]] not in w.TIME_NOUNS else -1

    def _speaker(self, predicate: int, depth: int) -> int:
        """ "France said lifting the ban was out of the question": France would lift it, or would not."""
        tree = self.tree
        for k in tree.kids[predicate]:
            if tree.rel[k] == "parataxis" and tree.lemma[k] in w.SAYING:
                return self.surface(k, depth)
        said = tree.rel[predicate] == "ccomp" and tree.lemma[tree.head[predicate]] in w.SAYING
        return self.surface(tree.head[predicate], depth) if said else -1

    def _controller(self, verb: int, head: int, depth: int) -> int:
        """Who does what an infinitive or gerund under `head` says."""
        tree = self.tree
        lemma = tree.lemma[head]
        if tree.form[head] and not self.passive(head) and lemma not in w.SUBJECT_CONTROL:
            for preposition in w.PREPOSITIONAL_CONTROL.get(lemma, "").split():
                for k in tree.kids[head]:
                    if tree.rel[k] in ("obl", "nmod") and tree.case(k) == preposition:
                        return k
            if tree.form[verb] == "inf" and lemma not in w.TAKES_INFINITIVE:
                return self.surface(head, depth)
            if lemma == "summon" and tree.lemma[verb] in w.COMPLAINING:
                return self.surface(head, depth)
            controller = tree.kid(head, "obj", "iobj")
            if 0 <= controller < verb and (
                tree.lemma[controller] in w.ACTOR_NOUNS or not self._is_act(controller)
            ):
                return self.antecedent(controller, head)
        return self.surface(head, depth)

    def _of_adverbial(self, verb: int, head: int, depth: int) -> int:
        tree = self.tree
        charged = tree.case(verb) == "with" and tree.lemma[head] in w.ACCUSING
        complement = (charged or tree.case(verb) in w.GERUND_MARKS) and tree.form[verb] == "ger"
        purpose = tree.form[verb] == "inf" and tree.lemma[head] in w.OBJECT_CONTROL
        if complement or purpose:
            return self._controller(verb, head, depth)
        if tree.form[verb] == "ger" and not tree.case(verb) and verb > head and self.passive(head):
            # "was shelled by the army, killing six": the army did
            return next(iter(self.agents(head)), self.surface(head, depth))
        return self.surface(head, depth)

    def _of_modifier(self, verb: int, noun: int, depth: int) -> int:
        """The noun itself, or who owns it: "refusal to meet", "a promise to release him"."""
        tree = self.tree
        if tree.form[verb] == "inf" or (tree.form[verb] == "ger" and tree.case(verb) and self._is_act(noun)):
            if self.passive(verb):
                return noun
            asked = self._asked(verb, noun)
            return asked if asked >= 0 else self.owner(noun, depth)
        if tree.form[verb] == "ger" and tree.lemma[noun] in w.DOCUMENTS and not self._opposed(noun):
            owner = self.owner(noun, depth)
            return owner if owner >= 0 else noun
        return noun

    def _asked(self, verb: int, noun: int) -> int:
        """ "a call by Peru for *Chile* to halt it": who is to do it stands right before the infinitive."""
        tree = self.tree
        for k in tree.kids[noun]:
            if tree.rel[k] == "nmod" and tree.case(k) == "for" and k + 1 == tree.kid(verb, "mark"):
                return k
        return -1

    def _opposed(self, noun: int) -> bool:
        """Whether a document is not that of the subject, who is against it: "vetoed a resolution"."""
        head = self.tree.head[noun]
        return self.tree.rel[noun] == "obj" and self.tree.lemma[head] in w.OPPOSING

    def purposeful(self, verb: int) -> bool:
        """ "visited Mali to mediate": it says what for, though the parser calls it a complement."""
        tree = self.tree
        head = tree.head[verb]
        found = tree.kid(head, "obj")
        if tree.form[verb] != "inf" or found < 0 or tree.kid(verb, "mark") < 0 or self.passive(head):
            return False
        if (
            tree.lemma[head] in w.TAKES_INFINITIVE
            and tree.lemma[head] != "call"
            and tree.lemma[found] not in w.ACTOR_NOUNS
        ):
            return self._is_act(found)  # "requested a meeting to discuss it", not "asked him to discuss it"
        return tree.lemma[head] not in w.TAKES_INFINITIVE

    def owner(self, noun: int, depth: int = 0) -> int:
        """Who a noun belongs to: its possessor, or the subject of the verb it is the object of."""
        tree = self.tree
        found = tree.kid(noun, "poss")
        if found >= 0:
            announced = tree.rel[noun] == "obj" and tree.lower[found] in w.OWNED and not self._opposed(noun)
            doer = self.surface(tree.head[noun], depth + 1) if announced and depth < _DEEPEST else -1
            return doer if doer >= 0 else found  # "Peru announced its decision to withdraw"
        for k in tree.kids[noun]:
            if tree.rel[k] == "nmod" and tree.case(k) in ("by", "of") and not self._is_act(k):
                return k
        head = tree.head[noun]
        if head >= 0 and tree.rel[noun] == "nmod" and depth < _DEEPEST:
            return self.owner(head, depth + 1)
        if head >= 0 and tree.rel[noun] in ("obj", "xcomp", "obl") and depth < _DEEPEST:
            return self.surface(head, depth + 1) if not self.passive(head) else -1
        return -1

    def _is_act(self, noun: int) -> bool:
        lemma = self.tree.lemma[noun]
        return lemma in w.NOUN_VERBS or lemma in self.nouns

    def antecedent(self, at: int, verb: int) -> int:
        """What a relative pronoun stands for; `at` itself where it is none."""
        tree = self.tree
        if tree.lower[at] not in w.RELATIVE:
            return at
        for _ in range(_DEEPEST):
            rel, head = tree.rel[verb], tree.head[verb]
            if head < 0:
                return at
            if rel in ("relcl", "acl"):
                return head
            if rel not in ("conj", "xcomp", "ccomp", "cop") and not (
                rel == "advcl" and tree.lower[head] == "it"
            ):
                return self._cleft(head, at) if rel == "advcl" else at
            verb = head
        return at

    def _cleft(self, head: int, pronoun: int) -> int:
        """ "It was Eritrea that invaded": the predicate is the antecedent."""
        return head if self.tree.kid(head, "cop") >= 0 and not self.tree.form[head] else pronoun

    def subjects(self, verb: int) -> list[int]:
        """The doers: of a passive those behind "by"."""
        if self.passive(verb):
            return self.agents(verb)
        found = self.surface(verb)
        return [] if found < 0 or self.tree.rel[found] == "expl" else fillers(self.tree, found)

    def agents(self, verb: int) -> list[int]:
        """Those behind the "by" of a passive, also of one that is coordinated with it."""
        tree = self.tree
        for k in tree.kids[verb]:
            if (
                tree.rel[k] in ("agent", "obl", "nmod")
                and k > verb
                and tree.case(k) == "by"
                and not tree.form[k]
                and (tree.lower[k] not in w.NOT_AGENTS or self._of_some(k))
            ):
                return fillers(tree, k)
        head = tree.head[verb]
        for k in tree.kids[verb]:
            if (
                tree.rel[k] == "conj"
                and tree.form[k] == "part"
                and tree.kid(k, "auxpass", "subjpass", "subj") < 0
            ):
                return self.agents(k)
        shared = tree.rel[verb] == "conj" and head >= 0 and tree.form[verb] == tree.form[head] == "part"
        found = [k for k in tree.kids[head] if k > verb and tree.rel[k] == "agent"][:1] if shared else []
        return found or self._distant_agents(verb)

    def _of_some(self, noun: int) -> bool:
        """ "by a majority *of African states*", not "by a majority"."""
        return self.tree.lower[noun] == "majority" and any(
            self.tree.case(k) == "of" for k in self.tree.kids[noun]
        )

    def _distant_agents(self, verb: int) -> list[int]:
        """ "driven from their homes *by soldiers*", "arrested on the orders of *the king*"."""
        tree = self.tree
        for k in tree.kids[verb]:
            if k < verb or not (tree.rel[k] == "obl" or (tree.rel[k] == "obj" and self.passive(verb))):
                continue
            # "was refused a visa *by Peru*", "was threatened with sanctions *by Peru*"
            given = tree.rel[k] == "obj" or (tree.case(k) == "with" and tree.lemma[verb] in w.INFLICTING)
            links = w.ON_BEHALF if tree.lemma[k] in w.ORDERS else _BY if given or not self._is_act(k) else ()
            for inner in tree.kids[k]:
                if tree.rel[inner] in ("nmod", "agent") and tree.case(inner) in links:
                    return fillers(tree, inner)
        return []
