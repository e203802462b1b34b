"""Who said so: speakers that hang on what they said, and what hangs on its speaker."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.repair_resumed import may_be_past
from eventcoder_dependency.spans import fillers, left_edge, right_edge
from eventcoder_dependency.surgery import first_below, move, promote
from eventcoder_dependency.tree import Tree

_NOMINAL = frozenset({"NOUN", "PROPN"})


def said_doer(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "Police said gunmen/obj shot/acl at them": nobody says gunmen, but that they shot."""
    doer = tree.head[at]
    verb = tree.head[doer]
    if tree.rel[doer] != "obj" or tree.lemma[verb] != "say" or not verb < doer < at or tree.case(doer):
        return
    helped = tree.kid(at, "subj", "subjpass", "aux", "auxpass", "mark", "agent") >= 0
    if tree.form[at] in ("past", "part") and not helped and may_be_past(tree, at, triggers):
        tree.form[at] = "past"
        promote(tree, at, doer, "ccomp", "subj")


def said_behind(tree: Tree, at: int) -> bool:
    """ "Iraq met Turkey, an official confirmed/conj": no conjunct, but who says so."""
    if tree.lemma[at] not in w.SAYING:
        return False
    subject, first = tree.kid(at, "subj"), tree.head[at]
    if not first < subject < at or tree.kid(at, "cc", "obj", "ccomp", "xcomp") >= 0:
        return False
    if not tree.form[first] or "," not in tree.lower[first:subject] or tree.kid(at, "mark") >= 0:
        return False
    tree.rel[at] = "parataxis"
    for k in [k for k in tree.kids[at] if k < subject and tree.form[k]]:
        move(tree, k, first, tree.rel[k])
    return True


def demanded_behind(tree: Tree, at: int) -> bool:
    """ "Chad must pay, senators demanded/conj on Monday": what they demanded stands in front."""
    subject, first = tree.kid(at, "subj"), tree.head[at]
    if tree.lemma[at] != "demand" or not 0 <= first < subject < at or not tree.form[first]:
        return False
    if tree.kid(at, "cc", "obj", "ccomp", "xcomp", "mark") >= 0 or "," not in tree.lower[first:subject]:
        return False
    move(tree, at, tree.head[first], tree.rel[first])
    move(tree, first, at, "ccomp")
    return True


def said_by_outer_subject(tree: Tree, at: int) -> None:
    """ "denied that it had met them and said/conj it would not": who denied said so, too."""
    first = tree.head[at]
    outer = tree.head[first]
    if tree.lemma[at] not in w.SAYING or tree.rel[first] != "ccomp" or outer < 0 or outer > first:
        return
    if tree.form[at] in ("past", "part") and tree.kid(at, "subj", "aux", "auxpass") < 0:
        helped = tree.kid(first, "aux", "auxpass")
        if helped >= 0 and tree.kid(at, "cc") >= 0 and tree.kid(at, "ccomp") > at:
            move(tree, at, outer, "conj")
            tree.form[at] = "past"


def right_subject(tree: Tree, at: int) -> bool:
    """ "..., said Minister/xcomp Ardern": the speaker behind the verb."""
    if tree.lemma[at] not in w.SAYING or tree.kid(at, "subj", "subjpass") >= 0:
        return False
    said = tree.kid(at, "ccomp", "parataxis")
    for k in tree.kids[at]:
        if (
            k > at
            and tree.rel[k] in ("xcomp", "obj", "dep")
            and not tree.form[k]
            and (0 <= said < at or tree.rel[at] == "parataxis")
        ):
            tree.rel[k] = "subj"
            return True
    return False


def speaker_in_list(tree: Tree, at: int) -> None:
    """ "killing nine men/subj, police/conj and residents/conj said": two said so, and nine were killed."""
    if tree.lemma[at] not in w.SAYING:
        return
    subject, said = tree.kid(at, "subj"), tree.kid(at, "ccomp", "parataxis")
    listed = [k for k in fillers(tree, subject)[1:] if k < at] if 0 <= said < subject < at else []
    if not listed or tree.lower[left_edge(tree, listed[0]) - 1] != ",":
        return
    case = tree.kid(subject, "case")
    before = (case if case >= 0 else first_below(tree, subject)) - 1
    while before > said and not tree.form[before]:
        before -= 1 if case >= 0 else before
    if before < 0 or not tree.below(before, said) or (case < 0 and tree.kid(before, "obj") >= 0):
        return
    for k in listed:
        move(tree, k, -1, "dep")
    move(tree, listed[0], at, "subj")
    for k in listed[1:]:
        move(tree, k, listed[0], "conj")
    move(tree, subject, before, "obl" if case >= 0 else "obj")


def told_by_second(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "Troops/subj crossed/acl the border, an aide/subj said": the troops did, and the aide says so."""
    subjects = [k for k in tree.kids[at] if tree.rel[k] == "subj" and k < at]
    if tree.lemma[at] not in w.SAYING or len(subjects) != 2 or tree.kid(at, "obj", "ccomp", "xcomp") >= 0:
        return
    first, second = subjects
    verb = next((k for k in tree.kids[first] if k > first and tree.rel[k] == "acl"), -1)
    bare = verb >= 0 and tree.kid(verb, "aux", "auxpass", "mark", "agent") < 0
    if bare and tree.lower[left_edge(tree, second) - 1] == "," and may_be_past(tree, verb, triggers):
        move(tree, verb, at, "ccomp")
        move(tree, first, verb, "subj")
        tree.form[verb] = "past"


def silent_speaker(tree: Tree, at: int) -> None:
    """ "Chad met Mali, two envoys/obj said": who stands behind the comma, right before the verb, said so."""
    if tree.lemma[at] not in w.TELLING:
        return
    if tree.kid(at, "subj", "subjpass", "expl", "mark", "cc") >= 0:
        return
    said, joined = tree.kid(at, "ccomp", "parataxis"), tree.rel[at] in ("advcl", "conj")
    first = tree.head[at] if joined else said
    noun, above = at - 1, tree.head[at - 1]
    while first < above < at and not tree.form[above] and "," not in tree.lower[above:noun]:
        noun, above = above, tree.head[above]
    if not 0 <= first < noun or not tree.form[first]:
        return
    whole = tree.lower[left_edge(tree, noun) - 1] == "," and right_edge(tree, noun) + 1 == at
    if whole and tree.pos[noun] in _NOMINAL and not tree.form[noun]:
        move(tree, noun, at, "subj")
        if joined:
            tree.rel[at] = "parataxis"
