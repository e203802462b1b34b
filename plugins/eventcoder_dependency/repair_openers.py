"""What opens a sentence, and the main clause behind it: "Meeting with Vietnam, Cambodia refused to ..."."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.repair_resumed import may_be_past
from eventcoder_dependency.spans import right_edge
from eventcoder_dependency.surgery import make_verb, move
from eventcoder_dependency.tree import Tree

_BEFORE_NOUN = frozenset({"compound", "amod", "acl", "nmod"})
_LOOSE = frozenset(
    {"advcl", "dep", "obl", "nmod", "vocative", "time", "subj", "parataxis", "compound", "acl"}
)
_LISTED = frozenset({"conj", "appos", "time", "nmod", "dep"})
_LIGHT = frozenset({"holding", "facing", "defying", "citing", "seeking", "ending", "opening", "joining"})
_OPENING = frozenset({"case", "mark", "advmod"})
_TIMES = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_BEHIND = frozenset({"acl", "relcl", "appos", "conj", "parataxis", "advcl"})
_HELPERS = frozenset({"aux", "auxpass", "mark", "agent"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = ("subj", "subjpass")


def opening_participle(tree: Tree, triggers: Triggers) -> None:
    """What stands before the comma in front of the subject is a clause, and its doer the subject."""
    if not (tree.lower[0].endswith("ing") or tree.form[0]) or -1 not in tree.head:
        return
    root = tree.head.index(-1)
    gerund = "VBG" in triggers.verb_tags(tree.lower[0]) or tree.lower[0] in _LIGHT
    subjects = [k for k in tree.kids[root] if tree.rel[k] in ("subj", "subjpass") and k < root]
    if not subjects or not tree.is_verb(root):
        return
    if subjects == [0] and gerund and not tree.form[0]:
        _listed_subject(tree, root)
    elif gerund and subjects == [tree.head[0]]:
        _second_subject(tree, root, subjects[0])
    subject = max(k for k in tree.kids[root] if tree.rel[k] in ("subj", "subjpass") and k < root)
    comma = next((i for i in range(subject, 0, -1) if tree.lower[i] == ","), 0)
    if comma and tree.lower[0] == "following":
        _following(tree, root)
    elif comma and tree.form[0] in ("ger", "part", "past"):
        _clause_before_noun(tree, root, subject, comma)
    if comma and gerund:
        _hidden_gerund(tree, root, subject, comma)


def _listed_subject(tree: Tree, root: int) -> None:
    """ "Meeting/subj in Vienna, Iran/conj and Oman/conj agreed ...": no meeting does, but they."""
    if tree.lemma[root] not in w.TAKES_INFINITIVE | w.SAYING:
        return
    comma = next((i for i in range(root) if tree.lower[i] == ","), root)
    listed = [k for k in range(comma + 1, root) if tree.head[k] < comma and tree.rel[k] in _LISTED]
    if listed and tree.pos[listed[0]] == "PROPN":
        for k in listed:
            move(tree, k, *((root, "subj") if k == listed[0] else (listed[0], "conj")))
        tree.rel[0] = "dep"


def _second_subject(tree: Tree, root: int, noun: int) -> None:
    """ "Meeting/compound diplomats/subj, the king/conj refused ...": no "and" joins them."""
    joined = [k for k in tree.kids[noun] if tree.rel[k] in ("conj", "appos")]
    if (
        len(joined) == 1
        and "and" not in tree.lower[noun:root]
        and tree.lower[right_edge(tree, joined[0]) + 1] != ","
    ):
        move(tree, joined[0], root, tree.rel[noun])


def _clause_before_noun(tree: Tree, root: int, subject: int, comma: int) -> None:
    """ "Facing/amod sanctions, Iran/subj threatened ...": not a kind of Iran."""
    if tree.head[0] == subject and tree.rel[0] in _BEFORE_NOUN:
        for k in [k for k in tree.kids[subject] if 0 < k < comma]:
            move(tree, k, 0, "obl" if tree.rel[k] == "nmod" else tree.rel[k])
        move(tree, 0, root, "advcl")


def _hidden_gerund(tree: Tree, root: int, subject: int, comma: int) -> None:
    """ "Meeting/advcl with Vietnam/nmod, ...", "Bombing/compound Aleppo/vocative, Syria/subj accused ..."."""
    noun = tree.head[0]
    if noun in (root, subject) and tree.rel[0] in _LOOSE and not tree.form[0]:
        make_verb(tree, 0, "ger")
        move(tree, 0, root, "advcl")
        for k in tree.kids[0]:
            if tree.rel[k] == "nmod":
                tree.rel[k] = "obl"
    elif (
        tree.rel[0] in ("compound", "amod")
        and 0 < noun < comma
        and tree.head[noun] in (root, subject)
        and tree.rel[noun] in _LOOSE
    ):
        make_verb(tree, 0, "ger")
        move(tree, 0, root, "advcl")
        move(tree, noun, 0, "obj")


def _following(tree: Tree, root: int) -> None:
    """ "Following/advcl a meeting/obj with Chad, Mali ...": it tells when, and Mali follows nobody."""
    noun = tree.kid(0, "obj")
    if noun > 0:
        move(tree, noun, root, "obl")
        move(tree, 0, noun, "case")
        tree.form[0], tree.pos[0] = "", "ADP"


def phrase_between(tree: Tree, root: int, triggers: Triggers) -> int:
    """ "Ali/subj, on a visit/root to Chad, blamed/acl it", "Ali/subj, invited/advcl to it, blamed/root it".

    The subject before an insertion is that of the verb behind it. The main verb is returned.
    """
    subject, case = tree.kid(root, "subj"), tree.kid(root, "case")
    act = tree.kid(root, "advcl") if tree.lemma[root] in w.SAYING else -1
    if 0 <= tree.kid(act, "subj") < tree.kid(act, "mark") < act < root and tree.form[act] == "inf":
        move(tree, act, -1, "root")  # "Iran/subj to free/advcl sailors, official says/root"
        move(tree, root, act, "parataxis")
        return act
    if tree.form[root] == "past" and tree.kid(root, "subj", "subjpass", "aux", "auxpass") < 0:
        inner = tree.kid(root, "advcl")
        subject = tree.kid(inner, "subj") if 0 <= inner < root and tree.form[inner] == "part" else -1
        if subject >= 0 and "," in tree.lower[subject:inner] and tree.lower[root - 1] == ",":
            move(tree, subject, root, "subj")
    elif 0 < subject < case < root and not tree.form[root] and tree.lower[case - 1] == ",":
        for verb in range(root + 2, tree.n):
            past = tree.form[verb] in ("past", "part") and "VBD" in triggers.verb_tags(tree.lower[verb])
            if past and tree.lower[verb - 1] == "," and tree.kid(verb, "subj", "cc", "agent") < 0:
                move(tree, verb, -1, "root")
                move(tree, subject, verb, "subj")
                move(tree, root, verb, "obl")
                tree.form[verb] = "past"
                return verb
    return root


def inserted_gerund(tree: Tree, at: int) -> None:
    """ "Oman, urging/parataxis calm, closed/root its border": Oman urges it; also as appos, csubj."""
    if tree.form[at] != "ger" or at < 2 or tree.lower[at - 1] != "," or tree.kid(at, "subj", "mark") >= 0:
        return
    head = tree.head[at]
    noun = tree.kid(head, "subj", "subjpass") if tree.form[head] else head
    if 0 <= noun < at and tree.below(at - 2, noun):
        move(tree, at, noun, "acl")


def behind_that(tree: Tree, at: int) -> None:
    """ "said after talks/obl with Chad that it would/ccomp ...": the saying was after them."""
    mark = tree.kid(at, "mark")
    if mark >= 0 and tree.lower[mark] == "that":
        for k in [
            k for k in tree.kids[at] if tree.head[at] < k < mark and tree.rel[k] in ("obl", "time", "advcl")
        ]:
            move(tree, k, tree.head[at], tree.rel[k])


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
