"""What looks back on acts: they are counted, or belong to somebody's life or to what had gone before."""

from __future__ import annotations

from eventcoder import SAYING_VERBS
from eventcoder_dependency.habitwords import STANCES
from eventcoder_dependency.tree import Tree


def is_counted(tree: Tree, noun: int) -> bool:
    """Whether acts are only reckoned: "*attacks* fell by a third", "the number of *strikes*"."""
    head = tree.head[noun]
    if head < 0:
        return False
    if tree.rel[noun] == "subj":
        return tree.lemma[head] in _MEASURING and not tree.lower[head].endswith("ing")
    if tree.rel[noun] != "nmod":
        return False
    if tree.case(noun) == "of" and tree.lemma[head] in _NUMBERS:
        return any(tree.lower[k] == "the" for k in tree.kids[head])
    return tree.case(noun) == "in" and tree.lemma[head] in _CHANGES


def is_of_a_life(tree: Tree, verb: int) -> bool:
    """ "He was a lieutenant when they *stormed* the line", "as a boy he *saw* soldiers loot"."""
    if not tree.has(_WHEN):
        return False
    if _is_of_the_dead(tree, verb) or _is_once(tree, verb):
        return True
    head = tree.head[verb]
    when = any(tree.lower[k] == "when" and k < verb for k in tree.kids[verb])
    if when and tree.rel[verb] == "advcl" and tree.pos[head] in ("NOUN", "NUM"):
        copula = tree.kid(head, "cop")
        return copula >= 0 and tree.lower[copula] in _WAS and not tree.case(head)
    return any(
        tree.case(k) == "as" and k < verb and (tree.lemma[k] in _AGES or _is_young(tree, k))
        for k in tree.kids[verb]
    )


def is_told_before(tree: Tree, verb: int) -> bool:
    """Whether a main clause tells in the pluperfect what was so before the news."""
    if "had" not in tree.words or tree.head[verb] >= 0:
        return False
    had = any(tree.rel[k] == "aux" and tree.lower[k] == "had" and k < verb for k in tree.kids[verb])
    subject = tree.kid(verb, "subj", "subjpass")
    if not had or tree.lemma[verb] in STANCES or subject < 0:
        return False
    if any(tree.rel[k] == "acl" for k in tree.kids[subject]):
        return False  # the parser often takes the first of two verbs for a participle
    return not any(
        tree.rel[k] in ("parataxis", "ccomp") and tree.lemma[k] in _SAYING for k in tree.kids[verb]
    )


def _is_of_the_dead(tree: Tree, verb: int) -> bool:
    """ "The late senator *opposed* the war"."""
    subject = tree.kid(verb, "subj", "subjpass") if "late" in tree.words else -1
    before = {tree.lower[k] for k in tree.kids[subject] if k < subject} if subject >= 0 else set()
    return {"the", "late"} <= before


def _is_once(tree: Tree, verb: int) -> bool:
    """ "He was once *jailed*", "who once *fought* them", but not "once again"."""
    return any(
        tree.lower[k] == "once" and tree.rel[k] == "advmod" and tree.lower[k + 1] not in ("again", "more")
        for k in tree.kids[verb]
        if k < verb
    )


def _is_young(tree: Tree, at: int) -> bool:
    return any(tree.lower[k] == "young" for k in tree.kids[at])


_SAYING = SAYING_VERBS | {"tell", "quote"}
_MEASURING = frozenset(
    """
    account amount average decline decrease double drop exceed fall halve number outnumber peak quadruple rise
    total treble triple worth rare common frequent
    """.split()
)
_NUMBERS = frozenset({"number", "total", "frequency", "rate"})
_CHANGES = frozenset({"rise", "increase", "drop", "fall", "decline", "decrease", "surge", "jump"})
_WHEN = frozenset({"when", "as", "late", "once"})
_WAS = frozenset({"was", "were"})
_AGES = frozenset(
    {"boy", "girl", "child", "student", "youth", "teenager", "youngster", "schoolboy", "schoolgirl"}
)
