"""Changing a tree: `kids` stay in step with `head`."""

from __future__ import annotations

from eventcoder_dependency.tree import Tree


def move(tree: Tree, at: int, head: int, rel: str) -> None:
    """Hang `at` on another head; nothing is done where that would close a circle."""
    if tree.below(head, at):
        return
    if tree.head[at] >= 0:
        tree.kids[tree.head[at]].remove(at)
    tree.head[at], tree.rel[at] = head, rel
    if head >= 0:
        tree.kids[head].append(at)
        tree.kids[head].sort()


def promote(tree: Tree, verb: int, noun: int, rel: str, noun_rel: str) -> None:
    """Make `verb`, so far below `noun`, its governor."""
    head = tree.head[noun]
    move(tree, verb, head, rel)
    move(tree, noun, verb, noun_rel)


def make_verb(tree: Tree, at: int, form: str) -> None:
    tree.form[at], tree.pos[at] = form, "VERB"
    if form == "ger" and tree.lemma[at].endswith("ing"):
        tree.lemma[at] = tree.lemma[at].removesuffix("ing")


def first_below(tree: Tree, at: int) -> int:
    """The first token of all that hangs on `at` in front of it."""
    while tree.kids[at] and tree.kids[at][0] < at:
        at = tree.kids[at][0]
    return at
