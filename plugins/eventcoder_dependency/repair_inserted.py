"""Who says so in the middle of a sentence: "Chad, officials said, closed its border"."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.surgery import move
from eventcoder_dependency.tree import Tree

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj"})


def inserted_speaker(tree: Tree) -> None:
    """Make what was said the main clause, and what stands in front of the speaker its subject."""
    if -1 not in tree.head or w.TELLING.isdisjoint(tree.lemma):
        return
    root = tree.head.index(-1)
    if tree.lemma[root] in w.TELLING:
        _said_in_between(tree, root)
        _said_before_and(tree, root)
        return
    for say in [k for k in tree.kids[root] if k < root and tree.rel[k] == "advcl"]:
        subject, speaker = tree.kid(root, "subj", "subjpass"), tree.kid(say, "subj")
        if (
            tree.lemma[say] in w.TELLING
            and 0 <= subject < speaker < say
            and _set_off(tree, subject, say, root)
        ):
            tree.rel[say] = "parataxis"  # "Chad/subj, a general said/advcl, shelled/root it"


def _said_in_between(tree: Tree, say: int) -> None:
    """ "Chad/ccomp, officials said/root, closed/ccomp its border"; Chad may also be a second subject."""
    verb = next((k for k in tree.kids[say] if k > say and tree.rel[k] in _CLAUSES and tree.is_verb(k)), -1)
    before = [k for k in tree.kids[say] if k < say and tree.rel[k] != "punct"]
    if verb < 0 or len(before) < 2 or tree.kid(verb, "subj", "subjpass", "mark", "cc") >= 0:
        return
    subject, speaker = before[0], before[-1]
    if tree.form[subject] or tree.rel[speaker] != "subj" or not _set_off(tree, subject, say, verb):
        return
    move(tree, verb, -1, "root")
    move(tree, subject, verb, "subjpass" if tree.kid(verb, "auxpass") >= 0 else "subj")
    move(tree, say, verb, "parataxis")


def _said_before_and(tree: Tree, say: int) -> None:
    """ "Mali freed/ccomp him, an envoy said/root, and closed/conj its border": Mali closed it."""
    first = next((k for k in tree.kids[say] if k < say and tree.rel[k] == "ccomp" and tree.form[k]), -1)
    for k in [k for k in tree.kids[say] if k > say and tree.rel[k] == "conj" and tree.form[k]]:
        joined = tree.kid(k, "cc")
        own = tree.kid(k, "subj", "subjpass") >= 0 or tree.lemma[k] in w.TELLING
        if first >= 0 and joined > say and tree.lower[joined - 1] == "," and not own:
            move(tree, k, first, "conj")


def _set_off(tree: Tree, subject: int, say: int, verb: int) -> bool:
    """Whether commas stand before the speaker and behind what he is said to have said."""
    return (
        "," in tree.lower[subject:say] and "," in tree.lower[say:verb] and "that" not in tree.lower[say:verb]
    )
