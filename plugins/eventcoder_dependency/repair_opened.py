"""The main clause behind an opening phrase: "In a move that surprised diplomats, Kenya praised Chad"."""

from __future__ import annotations

from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.repair_resumed import may_be_past
from eventcoder_dependency.surgery import move
from eventcoder_dependency.tree import Tree

_OPENING = frozenset({"case", "mark", "advmod"})
_TIMES = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_BEHIND = frozenset({"acl", "relcl", "appos", "conj", "parataxis", "advcl"})
_HELPERS = frozenset({"aux", "auxpass", "mark", "agent"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = ("subj", "subjpass")


def behind_opener(tree: Tree, root: int, triggers: Triggers) -> int:
    """Give the verb behind the comma what stands between them as its subject. Its number is returned."""
    comma = tree.lower.index(",")
    opens = tree.rel[0] in _OPENING or tree.form[0] == "ger" or tree.lower[0] in _TIMES
    if not opens or comma + 2 >= tree.n:
        return root
    verb = root if root > comma and tree.form[root] else _verb(tree, root, comma, triggers)
    if verb < 0:
        return root
    if verb != root:
        for k in [k for k in tree.kids[verb] if k < comma]:
            move(tree, k, root, "dep")
        move(tree, verb, -1, "root")
        move(tree, root, verb, "obl")
        tree.form[verb] = "past"
    _give_subject(tree, verb, comma)
    return verb


def _verb(tree: Tree, root: int, comma: int, triggers: Triggers) -> int:
    """The first past tense behind the comma, where the opening phrase was taken for the main clause."""
    if root > comma or tree.form[root] in ("past", "fin"):
        return -1
    for verb in range(comma + 2, tree.n):
        if tree.lower[verb] == ",":
            return -1
        if tree.form[verb] in ("past", "part") and tree.rel[verb] in _BEHIND:
            helped = any(k > comma and tree.rel[k] in _HELPERS for k in tree.kids[verb])
            return verb if not helped and may_be_past(tree, verb, triggers) else -1
    return -1


def _give_subject(tree: Tree, verb: int, comma: int) -> None:
    before = [k for k in tree.kids[verb] if tree.rel[k] in _SUBJECTS and k < comma]
    own = [k for k in tree.kids[verb] if tree.rel[k] in _SUBJECTS and comma < k < verb]
    inside = range(comma + 1, verb)
    tops = [i for i in inside if tree.head[i] < comma and tree.rel[i] != "punct" and tree.pos[i] in _NOMINAL]
    if tops:
        _detach(tree, tops[0], comma)
        move(tree, tops[0], verb, "subjpass" if tree.kid(verb, "auxpass") >= 0 else "subj")
        for other in (*tops[1:], *own):
            move(tree, other, tops[0], "conj")
    for k in before if tops or own else ():
        tree.rel[k] = "time"  # "Hours/subj after the blast, Chad/subj closed its border"


def _detach(tree: Tree, noun: int, comma: int) -> None:
    """ "Calling for calm/amod, the king/obl ...": the last word before the comma is what was called for."""
    left = [k for k in tree.kids[noun] if k < comma]
    if left:
        move(tree, left[-1], tree.head[noun], tree.rel[noun])
        for k in left[:-1]:
            move(tree, k, left[-1], tree.rel[k])
