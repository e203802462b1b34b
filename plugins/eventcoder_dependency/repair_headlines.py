"""Verbs of headlines that were taken for nouns or appositions, and commas that stand for "and"."""

from __future__ import annotations

from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.surgery import make_verb, move
from eventcoder_dependency.tree import Tree

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BEFORE = frozenset({"compound", "amod", "advmod", "nmod", "dep"})


def verb_before_act(tree: Tree, root: int, triggers: Triggers) -> int:
    """ "Iran resumes/subj talks/root", "Oman expels/compound diplomats/root": the verb stands before.

    Returns the main verb.
    """
    verb = _verb_before(tree, root, triggers)
    if verb < 1:
        return root
    make_verb(tree, verb, "fin")
    move(tree, verb, -1, "root")
    move(tree, root, verb, "obj")
    tree.form[root], tree.pos[root] = "", "NOUN"
    for k in list(tree.kids[root]):
        if k < verb:
            move(tree, k, verb, tree.rel[k])
        elif tree.rel[k] == "obl":
            tree.rel[k] = "nmod"
    subject = tree.kid(verb, "compound", "nmod", "flat")
    if subject >= 0 and tree.kid(verb, "subj") < 0:
        tree.rel[subject] = "subj"
    return verb


def _verb_before(tree: Tree, root: int, triggers: Triggers) -> int:
    """A finite verb right before the main word, or among the words before a noun; -1 where there is none."""
    last = root - 1
    if last < 1 or tree.head[last] not in (root, root + 1):
        return -1
    if tree.rel[last] == "subj" and tree.head[last] == root:
        act = tree.lower[root].endswith("s") and triggers.is_noun_form(tree.lower[root])
        return last if act and "VBZ" in triggers.verb_tags(tree.lower[last]) else -1
    if tree.form[root] or tree.kid(root, "cop", "subj") >= 0:
        return -1
    finite = (k for k in tree.kids[root] if 0 < k < root and tree.form[k] == "fin" and tree.rel[k] in _BEFORE)
    wanted = "VBP" if "and" in tree.lower[:root] else "VBZ"
    return next((k for k in finite if wanted in triggers.verb_tags(tree.lower[k])), -1)


def two_before_comma(tree: Tree, root: int) -> int:
    """ "Oman/root, Chad/subj sign/appos a deal": a plural verb is that of both. Returns the main verb."""
    if (
        tree.pos[root] != "PROPN"
        or tree.lower[root + 1 : root + 2] != [","]
        or tree.kid(root, "case", "cop") >= 0
    ):
        return root
    verb = next((i for i in range(root + 3, tree.n) if _is_of_second(tree, i, root)), -1)
    if verb < 0:
        return root
    act = tree.head[verb] if tree.rel[verb] == "compound" else -1
    second = tree.kid(verb, "subj")
    move(tree, verb, -1, "root")
    make_verb(tree, verb, "fin")
    if act > verb:  # "sign/compound trade deal/appos"
        move(tree, act, verb, "obj")
    move(tree, root, verb, "subj")
    move(tree, second, root, "conj")
    return verb


def _is_of_second(tree: Tree, at: int, root: int) -> bool:
    """Whether a word is a verb in the plural right behind its subject, a name."""
    subject = tree.kid(at, "subj")
    plural = tree.form[at] in ("fin", "inf") and tree.lower[at] == tree.lemma[at]
    return plural and root + 1 < subject == at - 1 and tree.pos[subject] == "PROPN" and tree.below(at, root)


def comma_for_and(tree: Tree, headline: bool) -> None:
    """ "Merkel, Macron meet" in headlines; elsewhere "France, Germany and Italy" taken for something else."""
    if "," not in tree.words or not (headline or "and" in tree.words):
        return
    for comma in range(1, tree.n - 1):
        if tree.lower[comma] != "," or tree.pos[comma - 1] not in _NOUNS:
            continue
        a, b = comma - 1, comma + 1
        while b < min(comma + 4, tree.n - 1) and tree.rel[b] in ("compound", "amod", "det"):
            b += 1
        if tree.pos[b] not in _NOUNS or tree.form[b]:
            continue
        listed = tree.pos[a] == tree.pos[b] == "PROPN" and b + 1 < tree.n and tree.lower[b + 1] == "and"
        if headline or listed:
            _join(tree, a, b, listed)


def _join(tree: Tree, a: int, b: int, listed: bool) -> None:
    if tree.rel[b] in ("subj", "subjpass") and tree.head[a] == tree.head[b] and tree.case(a) == "":
        if tree.rel[a] in ("vocative", "dep", "time", "obl", "advmod", "subj"):
            move(tree, a, tree.head[b], tree.rel[b])
            move(tree, b, a, "conj")
    elif tree.rel[b] in ("appos", "dep") and tree.rel[a] == "nmod" and tree.case(a) == "between":
        move(tree, b, a, "conj")
    elif not listed and tree.rel[b] == "appos" and tree.head[b] == a and tree.rel[a] in ("subj", "subjpass"):
        if tree.lower[b + 1] != "," and tree.pos[a] == tree.pos[b] == "PROPN":
            tree.rel[b] = "conj"  # "Obama, Castro/appos to meet"
    elif (
        listed
        and tree.rel[b] in ("appos", "dep", "time", "nmod")
        and tree.head[b] == a
        and tree.case(b) == ""
    ):
        tree.rel[b] = "conj"
