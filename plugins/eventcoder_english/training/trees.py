"""Change the tokens of a sentence and keep its tree whole."""

from __future__ import annotations

from collections.abc import Sequence

from conllu import Token


def without(tokens: Sequence[Token], dead: set[int]) -> list[Token]:
    """The tokens without some that head nothing."""
    kept = [index for index in range(len(tokens)) if index not in dead]
    moved = {old: new for new, old in enumerate(kept)}
    result = []
    for old in kept:
        token = tokens[old].copy()
        token.head = moved[token.head]
        result.append(token)
    return result


def insert(tokens: Sequence[Token], at: int, new: Sequence[Token]) -> list[Token]:
    """Put `new`, whose heads count in the new sentence, before token `at`."""
    shifted = []
    for token in tokens:
        token = token.copy()
        token.head += len(new) if token.head >= at else 0
        shifted.append(token)
    return [*shifted[:at], *new, *shifted[at:]]


def has_children(tokens: Sequence[Token]) -> set[int]:
    return {token.head for index, token in enumerate(tokens) if token.head != index}


def subtree(tokens: Sequence[Token], root: int) -> list[int]:
    """The indices of a word and all below it."""
    found = {root}
    grown = True
    while grown:
        below = {i for i, t in enumerate(tokens) if t.head in found}
        grown = not below <= found
        found |= below
    return sorted(found)


def phrase(text: str, first: int, head: int, deprel: str, name: str | None) -> list[Token]:
    """Tokens of `form xpos upos feats lemma deprel +offset; ...`; the word with offset 0 heads all.

    The head of the phrase gets `head` and `deprel`; `first` is the index of the first new token.
    """
    tokens = []
    for index, word in enumerate(text.split("; "), start=first):
        fields = word.split(" ")
        offset = int(fields.pop())
        if offset == 0:
            fields.append(deprel)
        form, xpos, upos, feats, lemma, relation = fields
        target = head if offset == 0 else index + offset
        feats = "" if feats == "_" else feats
        tokens.append(Token(form, True, xpos, upos, feats, lemma, target, relation, name))
    return tokens


def root_of(tokens: Sequence[Token]) -> int:
    return next(index for index, token in enumerate(tokens) if token.head == index)
