"""Headlines and typography: how the same sentence is written elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from conllu import Token
from trees import has_children, root_of, without

SMALL_WORDS = frozenset("a an the of in on to for and or at by with as from 's n't ’s".split())
CLITICS = frozenset(["'s", "'re", "'ve", "'ll", "'m", "'d", "'", "n't"])


def headline(tokens: Sequence[Token], rng: Random, present: bool = False) -> list[Token]:
    """No full stop, mostly no articles, in capitals, Title Case or with a first capital only.

    With `present` also the tense of headlines: "Police arrest", "Three killed", "Iran to resume".
    """
    children = has_children(tokens)
    dead = set()
    last = len(tokens) - 1
    stop = tokens[last].form in (".", ":", "...") and tokens[last].upos == "PUNCT"
    if stop and last not in children:
        dead.add(last)
    if rng.random() < 0.7:
        for index, token in enumerate(tokens):
            article = token.deprel == "det" and token.form.lower() in ("a", "an", "the")
            alone = index not in children and (index == 0 or tokens[index - 1].space)
            if article and alone and token.name in (None, "O"):
                dead.add(index)
    if present:
        tokens = [token.copy() for token in tokens]
        dead |= _headline_tense(tokens, children)
    result = without(tokens, dead)
    style = rng.random()
    for index, token in enumerate(result):
        if style < 0.35:
            token.form = token.form.upper()
        elif index == 0 or (style < 0.85 and token.form.lower() not in SMALL_WORDS):
            # not capitalize(), which would make "iPhone" "Iphone"
            token.form = token.form[:1].upper() + token.form[1:]
    return result


def _headline_tense(tokens: list[Token], children: set[int]) -> set[int]:
    """Change the tense of the main verb in place; what the headline leaves out."""
    root = root_of(tokens)
    subject = next((t for t in tokens[:root] if t.head == root and t.deprel.startswith("nsubj")), None)
    if subject is None or subject.upos == "PRON" or tokens[root].upos != "VERB":
        return set()
    for index, token in enumerate(tokens[:root]):
        # the word before must end with a space: "he's" and "it'll" stay as they are
        if token.head != root or index in children or not (index and tokens[index - 1].space):
            continue
        if token.deprel == "aux:pass" and token.xpos in ("VBD", "VBZ", "VBP"):
            return {index}
        if token.deprel == "aux" and token.lemma == "be" and token.xpos in ("VBD", "VBZ", "VBP"):
            return {index}
        if token.form == "will" and not any(
            t.deprel == "aux:pass" or t.lemma == "not" for t in tokens[index:root]
        ):
            token.form, token.lemma, token.xpos = "to", "to", "TO"
            token.upos, token.feats, token.deprel = "PART", "", "mark"
            return set()
    if tokens[root].xpos == "VBD" and "Typo" not in tokens[root].feats:
        _present_tense(tokens[root], plural="Number=Plur" in subject.feats)
    return set()


def _present_tense(verb: Token, plural: bool) -> None:
    number = "Plur" if plural else "Sing"
    verb.xpos = "VBP" if plural else "VBZ"
    verb.feats = f"Mood=Ind|Number={number}|Person=3|Tense=Pres|VerbForm=Fin"
    verb.form = verb.lemma if plural else third_person(verb.lemma)


def third_person(lemma: str) -> str:
    """`carry` -> `carries`, `push` -> `pushes`, `have` -> `has`."""
    if lemma == "have":
        return "has"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma + "s"


def spell(tokens: list[Token], rng: Random) -> list[Token]:
    """Typographic quotes, apostrophes and dashes, in place."""
    opened = False
    for token in tokens:
        if token.form == '"':
            opened = token.xpos == "``" if token.xpos in ("``", "''") else not opened
            token.form = "“" if opened else "”"
        elif (token.form in CLITICS or token.form == "N'T") and token.xpos != "``":
            token.form = token.form.replace("'", "’")
        elif token.form == "--":
            token.form = rng.choice("—–")
    return tokens
