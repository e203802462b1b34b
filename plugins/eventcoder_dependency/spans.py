"""Noun phrases as spans of text."""

from __future__ import annotations

from eventcoder import CURRENCIES, Sentence, Span
from eventcoder_dependency.tree import Tree
from eventcoder_dependency.words import MEASURES, WEEKDAYS

_NOT_LEFT = frozenset(
    {"case", "cc", "punct", "conj", "mark", "cop", "aux", "auxpass", "subj", "subjpass", "advcl", "parataxis",
     "expl", "obl", "time", "relcl", "ccomp", "dep", "agent", "discourse"}
)  # fmt: skip
_RIGHT = frozenset({"flat", "compound", "appos", "nmod", "num", "fixed", "amod", "poss"})
_COLLECTIVE = frozenset({"police", "military", "personnel", "army"})
_NAMING = frozenset({"compound", "nmod", "poss", "flat"})
_SKIP = frozenset({"punct", "case", "det"})
_QUOTES = "\"'“”‘’«»()[]"


def left_edge(tree: Tree, at: int) -> int:
    """The first token of the phrase of `at`: its determiner, titles and other modifiers."""
    edge = at
    while True:
        found = -1
        for k in tree.kids[edge]:
            if k > edge:
                break
            if tree.rel[k] in _NAMING and tree.lower[k + 1] == ",":
                continue
            if (tree.rel[k] not in _NOT_LEFT or misread(tree, k, edge)) and not (
                tree.rel[k] == "advmod" and tree.form[at]
            ):
                found = k
                break
        if found < 0:
            return edge
        edge = found


def misread(tree: Tree, kid: int, noun: int) -> bool:
    """A "subject" right before a noun that is no predicate is a modifier of it."""
    return tree.rel[kid] == "subj" and kid + 1 == noun and not tree.form[noun] and tree.kid(noun, "cop") < 0


def right_edge(tree: Tree, at: int) -> int:
    """The last token: names, appositions and phrases with "of", "from", "for", but no relative clause."""
    edge = cursor = at
    while True:
        found = -1
        for k in tree.kids[cursor]:
            if k < cursor or tree.rel[k] in _SKIP:
                continue
            inner = cursor != at and tree.rel[k] in ("conj", "cc")
            if (tree.rel[k] not in _RIGHT and not inner) or tree.lower[k] in WEEKDAYS:
                break
            if tree.rel[k] == "amod" and (tree.form[k] or tree.kids[k][-1:] > [k]):
                break  # "militiamen armed with machetes"
            if tree.rel[k] != "cc":
                found = k
        if found < 0:
            return edge
        edge = cursor = found


def fillers(tree: Tree, at: int) -> list[int]:
    """`at` and everything that is coordinated with it, in text order."""
    found = [at]
    for one in found:  # it grows meanwhile
        for k in tree.kids[one]:
            if tree.rel[k] == "conj" and not tree.is_verb(k) and not _left_out(tree, k):
                found.append(k)
    return found if len(found) == 1 else sorted(found)


def _left_out(tree: Tree, at: int) -> bool:
    """ "Condemned Iran *but not Russia*"."""
    return any(tree.lower[k] == "not" for k in tree.kids[at] if k < at)


def distributed(text: str, tree: Tree, at: int) -> list[tuple[int, int]]:
    """The ranges of "Indian" and "Pakistani officials"; none where nothing is to be distributed."""
    if tree.pos[at] != "NOUN":
        return []
    word = tree.lower[at]
    if not (word.endswith("s") or word != tree.lemma[at] or word in _COLLECTIVE):
        return []
    for k in tree.kids[at]:
        if k > at or tree.rel[k] not in ("amod", "compound") or not text[tree.start[k]].isupper():
            continue
        others = [c for c in tree.kids[k] if tree.rel[c] == "conj" and k < c < at] or [
            c for c in tree.kids[at] if k < c < at and tree.rel[c] == "amod" and tree.kid(c, "cc") >= 0
        ]
        if others and all(text[tree.start[c]].isupper() for c in others):
            firsts = [(left_edge(tree, at), k), *((c, c) for c in others[:-1])]
            return [*firsts, (others[-1], right_edge(tree, at))]
    return []


def head_word(tree: Tree, at: int) -> str:
    """The lemma of a phrase's head; of a name its last word, of "tons of food" the food."""
    if tree.lemma[at] in MEASURES:
        for k in tree.kids[at]:
            if k > at and tree.rel[k] == "nmod" and tree.case(k) == "of":
                return head_word(tree, k)
    if tree.pos[at] == "PROPN":
        names = [k for k in tree.kids[at] if tree.rel[k] == "flat"]
        return tree.lower[names[-1]] if names else tree.lower[at]
    return CURRENCIES.get(tree.lemma[at][-1:], tree.lemma[at])


def span(sentence: Sentence, tree: Tree, at: int) -> Span:
    """The phrase of `at` as a span of the sentence."""
    return cut(sentence, tree, left_edge(tree, at), right_edge(tree, at), head_word(tree, at))


def cut(sentence: Sentence, tree: Tree, first: int, last: int, head: str) -> Span:
    """Tokens `first` to `last` (inclusive) as a span, without quotes and signs around them."""
    while first < last and tree.lower[first] in _QUOTES:
        first += 1
    start, end = tree.start[first], tree.end[last]
    return Span(start, end, sentence.text[start:end], head)
