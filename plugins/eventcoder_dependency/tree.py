"""A light tree over the tokens of one sentence, in one shape for both label schemes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.strings import StringStore
from spacy.tokens import Doc

from eventcoder_dependency.daytimes import Cuts

_ATTRS: list[int | str] = [
    "IDX", "LENGTH", "LOWER", "LEMMA", "POS", "TAG", "MORPH", "DEP", "IS_TITLE", "HEAD"
]  # fmt: skip
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re"})
_VERB_FORMS = {
    "VB": "inf", "VBP": "fin", "VBZ": "fin", "VBD": "past", "VBG": "ger", "VBN": "part", "MD": "fin"
}  # fmt: skip
_FEATURES = {"Inf": "inf", "Fin": "fin", "Ger": "ger", "Part": "part"}


class Tree:
    """Arrays over tokens; every list is indexed by token number.

    `rel` holds the relations of `labels.py`, `head` the governor (-1 for a root), `kids` the
    dependents in text order, `form` is fin, inf, ger, part or "" (what is no verb). `capital` tells
    in English which begin with one. `words` are those of the sentence, each once.
    """

    __slots__ = (
        "capital", "end", "form", "head", "kids", "lemma", "lower", "n", "pos", "rel", "start", "words"
    )  # fmt: skip

    def __init__(self, doc: Doc, table: Mapping[str, str], cuts: Cuts | None = None) -> None:
        strings = doc.vocab.strings
        array = doc.to_array(_ATTRS)
        columns: list[list[int]] = array.T.tolist()
        starts, lengths, lower, lemmas, pos, tags, morphs, labels, titles, _ = columns
        # HEAD is a signed offset that spaCy may hand over as an unsigned number
        heads: list[int] = array[:, -1].astype("int64").tolist()
        self.n = len(starts)
        self.start = cuts.originals(starts) if cuts else starts
        self.end = [start + length for start, length in zip(self.start, lengths, strict=True)]
        self.lower = [strings[w] for w in lower]
        self.words = frozenset(self.lower)
        self.lemma = [strings[m].lower() if m else word for m, word in zip(lemmas, self.lower, strict=True)]
        kinds = [_KINDS.get(ids) or _kind(strings, *ids) for ids in zip(pos, tags, morphs, strict=True)]
        self.pos = [kind[0] for kind in kinds]
        self.form = [kind[1] for kind in kinds]
        self.rel = [table.get(strings[label], "dep") for label in labels]
        ends = range(self.n)
        self.head = [i + offset if offset and i + offset in ends else -1 for i, offset in enumerate(heads)]
        self.capital = titles if doc.lang_ == "en" else [0] * self.n
        if "pobj" in table:
            _to_ud(self)
        kids: list[list[int]] = [[] for _ in starts]
        for i, head in enumerate(self.head):
            if head >= 0:
                kids[head].append(i)
        self.kids = kids

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of `words` stands in the sentence: without them most rules need not look closer."""
        return not self.words.isdisjoint(words)

    def in_name(self, at: int) -> bool:
        """Whether a word with a capital stands right behind another word."""
        return bool(self.capital[at]) and at > 0 and self.lower[at - 1][-1].isalnum()

    def kid(self, at: int, *relations: str) -> int:
        """The first dependent in one of `relations`; -1 where there is none."""
        rel = self.rel
        for k in self.kids[at]:
            if rel[k] in relations:
                return k
        return -1

    def below(self, inner: int, outer: int) -> bool:
        """Whether `inner` is `outer`, or hangs on it, however far down."""
        while inner >= 0 and inner != outer:
            inner = self.head[inner]
        return inner == outer

    def case(self, at: int) -> str:
        """The preposition of a noun ("in", "along with"); "" where it has none."""
        rel, lower, kids = self.rel, self.lower, self.kids[at]
        if not kids or kids[0] > at:
            return ""
        words: list[str] = []
        for k in kids:
            if k > at:
                break
            if rel[k] in _CASES and lower[k] not in _POSSESSIVE:
                words.append(lower[k])
                if self.kids[k]:
                    words += [lower[f] for f in self.kids[k] if rel[f] == "fixed"]
        # "said that Moscow was in touch": the clause's "that" is no part of its predicate's preposition
        return " ".join(words[1:] if len(words) > 1 and words[0] in _COMPLEMENTIZERS else words)

    def is_verb(self, at: int) -> bool:
        """Whether the token heads a clause as a verb."""
        return self.pos[at] == "VERB" or (
            self.pos[at] == "AUX" and self.rel[at] not in ("aux", "auxpass", "cop")
        )


_CASES = frozenset({"case", "mark"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_COMPLEMENTIZERS = frozenset({"that", "because", "while", "if", "whether", "as", "since", "when"})


_KINDS: dict[tuple[int, int, int], tuple[str, str]] = {}
"""What `_kind` has found; the numbers are hashes of strings, the same in any vocabulary."""


def _kind(strings: StringStore, pos: int, tag: int, morph: int) -> tuple[str, str]:
    """Part of speech and verb form of a token; a finite form that is no auxiliary is a verb."""
    form = _form(strings[tag], strings[morph], strings[pos])
    verb = form in ("inf", "fin", "past") and strings[pos] != "AUX"
    kind = _KINDS[pos, tag, morph] = ("VERB" if verb else strings[pos], form)
    return kind


def _form(tag: str, morph: str, pos: str) -> str:
    if tag in _VERB_FORMS:
        return _VERB_FORMS[tag]
    if pos not in ("VERB", "AUX"):
        return ""
    for feature in morph.split("|"):
        name, _, value = feature.partition("=")
        if name == "VerbForm":
            return _FEATURES.get(value, "fin")
    return "fin"


def _to_ud(tree: Any) -> None:
    """ClearNLP to UD: nouns govern their prepositions, predicates their copulas."""
    head, rel = tree.head, tree.rel
    for i in range(tree.n):
        if rel[i] in ("pobj", "pcomp") and head[i] >= 0 and rel[head[i]] in ("prep", "iobj", "dep"):
            _lift(tree, i, head[i])
    for i in range(tree.n):
        if rel[i] == "attr" and head[i] >= 0 and tree.lower[head[i]] in _BE:
            _swap(tree, i, head[i])
    for i in range(tree.n):
        if rel[i] == "aux" and tree.lower[i] == "to":
            rel[i] = "mark"
        if rel[i] in ("prep", "attr"):
            rel[i] = "advmod" if rel[i] == "prep" else "xcomp"


def _lift(tree: Any, noun: int, prep: int) -> None:
    """Hang a noun or gerund where its preposition hangs, and the preposition on it."""
    head, rel, lower = tree.head, tree.rel, tree.lower
    words, top = [prep], prep
    while head[top] >= 0 and rel[head[top]] == "prep" and head[top] < top:
        top = head[top]
        words.append(top)
    governor = head[top]
    nominal = governor >= 0 and tree.pos[governor] not in ("VERB", "AUX", "ADJ", "ADV")
    if rel[noun] == "pcomp" and tree.form[noun]:
        new = "acl" if nominal else "advcl"
    else:
        new = "nmod" if nominal else "agent" if lower[prep] == "by" else "obl"
    for word in words:
        head[word], rel[word] = noun, "mark" if new in ("acl", "advcl") else "case"
    head[noun], rel[noun] = governor, new


def _swap(tree: Any, predicate: int, copula: int) -> None:
    """Make the predicate the head of its copula and of all that hangs on it."""
    head, rel = tree.head, tree.rel
    for i in range(tree.n):
        if head[i] == copula and i != predicate:
            head[i] = predicate
    head[predicate], rel[predicate] = head[copula], rel[copula]
    head[copula], rel[copula] = predicate, "cop"
