""" "A sniper shot dead an officer": the verb that small parsers take for a noun."""

from __future__ import annotations

from eventcoder_dependency.surgery import make_verb, move, promote
from eventcoder_dependency.tree import Tree

_FIRED = frozenset("warning gun penalty parting mug bow jump long pot pistol rifle cannon single".split())
_BEFORE_NAMES = frozenset({"det", "amod", "compound", "num", "poss", "nmod"})
_OPENING = frozenset({"DET", "NUM", "PRON", "PROPN", "ADJ", "NOUN"})
_LOOSE = ("obj", "appos", "nmod", "dep", "flat", "conj")


def shot(tree: Tree, at: int) -> None:
    """ "A sniper/compound shot/NN dead an officer/appos": no shot, but what the sniper did."""
    who, victim = _shooter(tree, at), _shot_at(tree, at)
    if who < 0 or (victim < 0 and tree.lower[at + 1] != "and"):
        return _shot_by(tree, at)
    above = tree.head[at]
    if who == above:  # "Men/root on a motorbike/compound shot/nmod dead a judge"
        for k in [k for k in tree.kids[at] if k < at and k != at - 1]:
            move(tree, k, at - 1, tree.rel[k])
        move(tree, at - 1, who, "nmod")
        promote(tree, at, who, tree.rel[who], "subj")
    elif tree.rel[who] != "subj":
        for k in [k for k in tree.kids[at] if k < who and tree.rel[k] in _BEFORE_NAMES]:
            move(tree, k, who, tree.rel[k])
        tree.rel[who] = "subj"
    if 0 <= victim == above:
        promote(tree, at, above, tree.rel[above], "obj")
        for k in [k for k in tree.kids[above] if k < at or tree.rel[k] == "advcl"]:
            move(tree, k, at, tree.rel[k])
    elif not tree.form[at] and above >= 0 and tree.form[above]:
        tree.rel[at] = "conj" if tree.kid(at, "cc") in range(at) else "ccomp"
    make_verb(tree, at, "past")
    tree.lemma[at] = "shoot"
    if tree.lower[at + 1] == "dead":
        for k in [*tree.kids[at + 1], at + 1]:
            move(tree, k, at, "xcomp" if k == at + 1 else tree.rel[k])
    if victim >= 0:
        move(tree, victim, at, "obj")
    for k in tree.kids[at]:
        if k > at and tree.rel[k] == "nmod" and tree.case(k):
            tree.rel[k] = "obl"


def _shooter(tree: Tree, at: int) -> int:
    """The doer before "shot", where what follows could not follow a noun; else -1."""
    after, before = at + 1, at - 1
    if before < 0 or after >= tree.n or tree.lower[before] in _FIRED:
        return -1
    dead = tree.lower[after] in ("dead", "down")
    opening = after + dead < tree.n and tree.pos[after + dead] in _OPENING
    wounded = tree.lower[after] == "and" and tree.form[tree.kid(at, "conj")] == "past"
    if not (wounded or (opening and (dead or tree.pos[after] in ("DET", "NUM", "PRON")))):
        return -1
    subject = tree.kid(at, "subj")
    if 0 <= subject < at:
        return subject
    before = tree.head[before] if tree.rel[before] == "flat" else before
    if tree.head[before] != at or tree.rel[before] not in ("compound", "amod", "nmod"):
        return -1
    if dead and tree.rel[at] == "nmod" and tree.case(at) and not tree.form[tree.head[at]]:
        return tree.head[at]
    return before if dead or tree.pos[before] != "ADJ" else -1


def _shot_at(tree: Tree, at: int) -> int:
    """Who was shot: hung on "shot" or on "dead", or taken for the governor of both."""
    dead = at + 1
    hosts = (at, dead) if dead < tree.n and tree.lower[dead] == "dead" else (at,)
    for host in hosts:
        for k in tree.kids[host]:
            if k > dead and tree.rel[k] in _LOOSE and not tree.case(k):
                return k
    above = tree.head[hosts[-1]] if tree.head[hosts[-1]] != at else tree.head[at]
    return above if above > at else -1


def _shot_by(tree: Tree, at: int) -> None:
    """ "the gunman/compound shot/NN dead by police": a participle of whom it was done to."""
    man, dead, by = at - 1, at + 1, at + 2
    if man < 0 or by >= tree.n or tree.lower[dead] != "dead" or tree.pos[by] != "ADP" or tree.form[at]:
        return
    if tree.head[man] != at or tree.rel[man] not in ("compound", "subj", "nmod"):
        return
    move(tree, man, tree.head[at], tree.rel[at])
    for k in [k for k in tree.kids[at] if k < at or tree.rel[k] in ("cop", "aux", "relcl")]:
        move(tree, k, man, tree.rel[k])
    move(tree, at, man, "acl")
    make_verb(tree, at, "part")
    tree.lemma[at] = "shoot"
    doer = tree.head[by]
    if doer > by and tree.rel[doer] in ("obl", "nmod", "agent"):
        move(tree, doer, at, "agent" if tree.lower[by] == "by" else "obl")
    move(tree, dead, at, "xcomp")
