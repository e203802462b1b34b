"""Main clauses that go on behind an insertion or an "and", and were taken for participles.

"Chad, which denies it, accused Mali" and "Chad welcomed the ruling and called for restraint": in both, the
parser hangs the last verb on the noun before it.
"""

from __future__ import annotations

from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.surgery import make_verb, move
from eventcoder_dependency.tree import Tree

_FINITE = frozenset({"past", "fin"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_HELPERS = frozenset({"aux", "auxpass", "advmod", "cop"})
_VERBAL = frozenset({"acl", "advcl", "conj", "ccomp", "xcomp", "parataxis", "dep", "amod", "appos", "relcl"})
_NOT_FINITE = frozenset({"being", "having", "to"})
_JOINING = frozenset({"and", "but"})


def resumed(tree: Tree, noun: int, triggers: Triggers) -> bool:
    """ "Chad/root, which denies/relcl it, accused/acl Mali": the verb behind the second comma is Chad's."""
    if tree.pos[noun] not in _NOMINAL or tree.form[noun] or tree.kid(noun, "cop", "subj", "subjpass") >= 0:
        return False
    comma = next((i for i in range(noun + 1, tree.n) if tree.lower[i] == ","), tree.n)
    verb = next((i for i in range(comma + 3, tree.n) if _resumes(tree, i, noun, comma, triggers)), -1)
    if verb < 0:
        return False
    modified = tree.head[verb] if tree.rel[verb] == "amod" else -1
    if not tree.form[verb] or modified >= 0:
        make_verb(tree, verb, "past")
    move(tree, verb, tree.head[noun], tree.rel[noun])
    if modified >= 0:  # "halted/amod cooperation/appos"
        move(tree, modified, verb, "obj")
    if tree.kid(verb, "aux", "auxpass") < 0:
        tree.form[verb] = "past"
    for k in [k for k in tree.kids[noun] if k > verb]:
        move(tree, k, verb, "obl" if tree.rel[k] == "nmod" else tree.rel[k])
    move(tree, noun, verb, "subjpass" if tree.kid(verb, "auxpass") >= 0 else "subj")
    return True


def _resumes(tree: Tree, at: int, noun: int, comma: int, triggers: Triggers) -> bool:
    """Whether a verb stands right behind a comma, has no subject, and may be finite."""
    if tree.rel[at] not in _VERBAL or not tree.below(at, noun):
        return False
    first = at
    while tree.head[first - 1] == at and tree.rel[first - 1] in _HELPERS:
        first -= 1
    if tree.lower[first - 1] != "," or first - 1 <= comma:
        return False
    if any(tree.rel[k] in ("subj", "subjpass", "cc", "mark") and k < at for k in tree.kids[at]):
        return False
    helper = tree.kid(at, "aux", "auxpass", "cop")
    if helper >= 0:
        return tree.lower[helper] not in _NOT_FINITE
    return tree.form[at] in ("past", "part") and not _by(tree, at) and may_be_past(tree, at, triggers)


def _by(tree: Tree, at: int) -> bool:
    return any(tree.case(k) == "by" for k in tree.kids[at] if k > at)


def may_be_past(tree: Tree, verb: int, triggers: Triggers) -> bool:
    """Whether the form can be a past tense: "called", not "taken"."""
    tags = triggers.verb_tags(tree.lower[verb])
    return "VBD" in tags or (not tags and tree.lower[verb].endswith("ed"))


def joined_past(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "welcomed the ruling/obj and called/acl for restraint": no participle is joined to its noun."""
    joined = tree.kid(at, "cc")
    if tree.form[at] not in ("past", "part") or not 0 <= joined < at or tree.lower[joined] not in _JOINING:
        return
    if tree.kid(at, "subj", "subjpass", "aux", "auxpass", "mark") >= 0 or _by(tree, at):
        return
    main = tree.head[at]
    while main >= 0 and tree.form[main] not in _FINITE:
        main = tree.head[main]
    if main >= 0 and not tree.is_verb(main):
        return
    if main >= 0 and may_be_past(tree, at, triggers):
        move(tree, at, main, "conj")
        tree.form[at] = "past"


def first_of_two(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "Troops crossed/acl into Chad and attacked/root posts": what "and" joins a main verb to is one."""
    joined, subject = tree.kid(at, "cc"), tree.kid(at, "subj")
    if not 0 <= subject < joined < at or tree.lower[joined] not in _JOINING:
        return
    verb = tree.kid(subject, "acl")
    if (
        subject < verb < joined
        and tree.form[verb] in ("past", "part")
        and tree.kid(verb, "subj", "aux", "auxpass", "mark") < 0
        and not _by(tree, verb)
        and may_be_past(tree, verb, triggers)
    ):
        move(tree, verb, tree.head[at], tree.rel[at])
        move(tree, subject, verb, "subj")
        move(tree, at, verb, "conj")
        tree.form[verb] = "past"
