"""Scores of a pipeline on one treebank file.

With gold tokens and gold sentence ends (as callers who preset `is_sent_start` have them): accuracy
of tags, lemmas and heads, F1 of each relation; a relation counts where head and label are right.
From raw text: F1 of sentences and of names, as spans of characters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from conllu import Sentence, Token, read_treebank
from spacy.language import Language
from spacy.tokens import Doc

Span = tuple[int, int, str]
"""First character, character after the last, label."""

MERGED = {"obl:agent": "obl"}
"""Labels that not all treebanks have, counted also with the general one as `obl+agent`."""


@dataclass
class F1:
    """Precision, recall and F1 in percent from counts."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.predicted + self.gold
        return 200 * self.right / total if total else 0.0


@dataclass
class Scores:
    """`accuracy` in percent by measure (las, uas, upos, ...); F1 by relation."""

    accuracy: dict[str, float]
    relations: dict[str, F1]
    sentences: F1 = field(default_factory=F1)
    names: F1 = field(default_factory=F1)

    def as_figures(self) -> dict[str, float]:
        """All figures of one file in one flat mapping, for JSON."""
        figures = dict(self.accuracy)
        figures |= {f"f1 {relation}": score.f1 for relation, score in sorted(self.relations.items())}
        figures["f1 sentences"] = self.sentences.f1
        if self.names.gold:
            figures["f1 names"] = self.names.f1
        return {name: round(value, 2) for name, value in figures.items()}


def score_file(nlp: Language, path: Path) -> Scores:
    sentences = list(read_treebank(path))
    scores = score_gold_tokens(nlp, sentences)
    score_raw_text(nlp, sentences, scores)
    return scores


def score_gold_tokens(nlp: Language, sentences: Sequence[Sentence]) -> Scores:
    """One text per sentence, its tokens and its only sentence start given."""
    docs = [gold_doc(nlp, sentence.tokens) for sentence in sentences]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    relations: dict[str, F1] = {}
    for doc, sentence in zip(nlp.pipe(docs, batch_size=256), sentences, strict=True):
        for index, (word, gold) in enumerate(zip(doc, sentence.tokens, strict=True)):
            label = "root" if word.dep_ == "ROOT" else word.dep_
            attached = word.head.i == gold.head
            checks = {
                "upos": word.pos_ == gold.upos,
                "xpos": word.tag_ == gold.xpos,
                "lemma": word.lemma_ == gold.lemma,
                "uas": attached,
                "las": attached and label == _label(gold, index),
            }
            if gold.upos == "VERB":
                checks["verb lemma"] = word.lemma_.lower() == gold.lemma.lower()
            if gold.upos != "PUNCT":
                checks["las without punctuation"] = checks["las"]
            right.update(name for name, good in checks.items() if good)
            total.update(list(checks))
            _count_relation(relations, label, _label(gold, index), attached)
    accuracy = {name: 100 * right[name] / total[name] for name in total}
    return Scores(accuracy, relations)


def gold_doc(nlp: Language, tokens: Sequence[Token]) -> Doc:
    return Doc(
        nlp.vocab,
        words=[token.form for token in tokens],
        spaces=[token.space for token in tokens],
        sent_starts=[index == 0 for index in range(len(tokens))],
    )


def _label(token: Token, index: int) -> str:
    return "root" if token.head == index else token.deprel


def _count_relation(relations: dict[str, F1], found: str, gold: str, attached: bool) -> None:
    pairs = [(found, gold)]
    general = MERGED.get(found, found), MERGED.get(gold, gold)
    if "obl" in general:
        pairs.append((f"{general[0]}+agent", f"{general[1]}+agent"))
    for predicted, expected in pairs:
        merged = predicted.endswith("+agent")
        for label, attribute in ((predicted, "predicted"), (expected, "gold")):
            if merged and label != "obl+agent":
                continue
            entry = relations.setdefault(label, F1())
            setattr(entry, attribute, getattr(entry, attribute) + 1)
        if attached and predicted == expected:
            relations[predicted].right += 1


def score_raw_text(nlp: Language, sentences: Sequence[Sentence], scores: Scores) -> None:
    """Whole documents as text: sentence ends and names, added to `scores`."""
    documents: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        documents.setdefault(sentence.document, []).append(sentence)
    built = [raw_text(members) for members in documents.values()]
    for doc, (_, spans, names, named) in zip(
        nlp.pipe((text for text, *_ in built), batch_size=32), built, strict=True
    ):
        words = [[word for word in sentence if not word.is_space] for sentence in doc.sents]
        found = {(s[0].idx, s[-1].idx + len(s[-1]), "") for s in words if s}
        _add(scores.sentences, found, spans)
        found_names = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        # sentences without name annotation say nothing about the names found there
        _add(scores.names, {n for n in found_names if any(a <= n[0] < b for a, b in named)}, names)


def _add(score: F1, found: set[Span], gold: set[Span]) -> None:
    score.right += len(found & gold)
    score.predicted += len(found)
    score.gold += len(gold)


def raw_text(
    sentences: Sequence[Sentence],
) -> tuple[str, set[Span], set[Span], list[tuple[int, int]]]:
    """The text of a document, its sentences, its names, and which parts have names annotated."""
    text = ""
    spans: set[Span] = set()
    names: set[Span] = set()
    named = []
    for sentence in sentences:
        if text:
            text = text.rstrip(" ") + ("\n\n" if sentence.new_paragraph else " ")
        begin = len(text)
        current: Span | None = None
        for token in sentence.tokens:
            tag = token.name or "O"
            if current and not (tag[:1] == "I" and tag[2:] == current[2]):
                names.add(current)
                current = None
            end = len(text) + len(token.form)
            if tag != "O":
                current = (current[0] if current else len(text), end, tag[2:])
            text += token.form + (" " if token.space else "")
        if current:
            names.add(current)
        spans.add((begin, len(text.rstrip(" ")), ""))
        if all(token.name is not None for token in sentence.tokens):
            named.append((begin, len(text)))
    return text, spans, names, named
