"""Verbs that stand without their subject, which hangs on another word before them."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.spans import right_edge
from eventcoder_dependency.surgery import first_below, make_verb, move
from eventcoder_dependency.tree import Tree

_FINITE = frozenset({"past", "fin"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSE_CASES = frozenset({"after", "before", "as", "since", "until"})
_CLAUSES = frozenset({"root", "ccomp", "conj", "advcl", "parataxis", "acl", "relcl"})
_BEHIND = frozenset({"parataxis", "ccomp", "conj", "advcl", "dep", "csubj"})


def loose_subject(tree: Tree, at: int) -> None:
    """ "Zambia/compound plans/VBZ to deport/acl ...": nothing is a modifier of a finite verb."""
    if tree.form[at] not in _FINITE or tree.rel[at] not in _CLAUSES:
        return
    if tree.kid(at, "subj", "subjpass", "expl", "cop") >= 0:
        return
    noun = at - 1
    if noun < 0 or tree.head[noun] != at or tree.rel[noun] not in ("compound", "nmod"):
        return
    if tree.pos[noun] in _NOMINAL and not tree.case(noun):
        tree.rel[noun] = "subj"
        for k in tree.kids[at]:
            if tree.rel[k] == "acl" and tree.form[k] == "inf":
                tree.rel[k] = "xcomp"


def whose_clause(tree: Tree, root: int) -> None:
    """ "Chad/vocative, whose troops guard/root Gao, denied/conj it": the last verb is Chad's."""
    if "whose" not in tree.words:
        return
    subject = tree.kid(root, "subj", "subjpass")
    noun = tree.kid(root, "vocative", "dep", "obl")
    if not 0 <= noun < subject < root or not any(tree.lower[k] == "whose" for k in tree.kids[subject]):
        return
    clauses = [k for k in tree.kids[root] if k > root and tree.rel[k] in ("conj", "advcl")]
    verb = next((k for k in clauses if tree.form[k] in ("past", "part", "fin")), -1)
    if verb >= 0 and tree.lower[verb - 1] == "," and tree.kid(verb, "subj", "subjpass", "cc", "mark") < 0:
        _make_main(tree, verb, root, noun, "relcl")


def adjective_as_main(tree: Tree, root: int) -> None:
    """ "Soldiers/subj loyal/root to him took/parataxis Gao": an adjective needs a copula to be one."""
    if tree.pos[root] != "ADJ" or tree.form[root]:
        return
    subject = tree.kid(root, "subj")
    if subject + 1 != root or tree.kid(root, "cop", "aux") >= 0:
        return
    verb = next((k for k in tree.kids[root] if k > root and tree.rel[k] in _BEHIND), -1)
    if verb >= 0 and tree.form[verb] in _FINITE and tree.kid(verb, "subj", "subjpass", "mark") < 0:
        _make_main(tree, verb, root, subject, "amod")


def first_of_list(tree: Tree, root: int) -> None:
    """ "The army surrounded/ccomp Gao, arrested/root Ali and left": three verbs in a row."""
    first = tree.kid(root, "ccomp") if tree.form[root] == "past" else -1
    if not 0 <= first < root or tree.lemma[root] in w.SAYING:
        return
    bare = tree.kid(root, "subj", "subjpass", "aux", "auxpass", "mark") < 0
    if bare and tree.lower[root - 1] == "," and tree.form[first] == "past" and tree.kid(first, "subj") >= 0:
        move(tree, first, -1, "root")
        move(tree, root, first, "conj")


def clause_behind(tree: Tree, root: int) -> None:
    """ "Students/subj clashed/acl with police after the court/obl freed/root Ali": who freed him?"""
    subject = tree.kid(root, "subj") if tree.has(_CLAUSE_CASES) else -1
    first = tree.kid(subject, "acl") if subject >= 0 else -1
    if first < 0 or tree.lemma[first] not in w.INTRANSITIVE or tree.form[first] not in ("past", "part"):
        return
    for noun in tree.kids[first]:
        if tree.case(noun) in _CLAUSE_CASES and right_edge(tree, noun) + 1 == root:
            mark = tree.kid(noun, "case")
            _make_main(tree, first, root, subject, "advcl")
            move(tree, noun, root, "subj")
            move(tree, mark, root, "mark")
            return


def _make_main(tree: Tree, verb: int, root: int, subject: int, rel: str) -> None:
    """Make `verb` the main verb; the old one hangs on the subject, an `advcl` on the verb."""
    move(tree, verb, -1, "root")
    tree.form[verb] = "past" if tree.form[verb] == "part" else tree.form[verb]
    move(tree, subject, verb, "subj")
    move(tree, root, verb if rel == "advcl" else subject, rel)


def relative_as_main(tree: Tree, at: int) -> None:
    """ "The school that jets/subj bombed/acl is closed/relcl": the jets bombed it, and it is closed."""
    jets = tree.kid(at, "subj", "subjpass")
    inner = tree.kid(jets, "acl") if jets >= 0 else -1
    if (
        not jets < inner < at
        or tree.form[inner] not in ("past", "part")
        or tree.kid(inner, "obj", "agent") >= 0
    ):
        return
    helper, that = tree.kid(at, "aux", "auxpass", "cop"), first_below(tree, jets) - 1
    if helper < inner or tree.lower[that] not in w.RELATIVE or tree.head[that] != at:
        return
    school, passive = tree.head[at], tree.kid(at, "auxpass") >= 0
    move(tree, at, tree.head[school], tree.rel[school])
    move(tree, school, at, "subjpass" if passive else "subj")
    move(tree, inner, school, "relcl")
    move(tree, jets, inner, "subj")
    move(tree, that, inner, "obj")
    tree.form[inner] = "past"


def pronoun_subject(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "denies it/poss killed/amod prisoners/obj": "it" owns nothing, it did."""
    noun = tree.head[at]
    if tree.lower[at] not in w.OWN or tree.rel[at] != "poss" or noun < at:
        return
    verb = next((k for k in tree.kids[noun] if k == at + 1 and tree.rel[k] in ("amod", "compound")), -1)
    if verb < 0 or not {"VBD", "VBZ"} & triggers.verb_tags(tree.lower[verb]):
        return
    make_verb(tree, verb, "past")
    move(tree, verb, tree.head[noun], "ccomp" if tree.rel[noun] == "obj" else tree.rel[noun])
    move(tree, noun, verb, "obj")
    move(tree, at, verb, "subj")
