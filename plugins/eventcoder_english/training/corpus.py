"""Turn treebank files into spaCy's training files (`.spacy`).

Sentences are joined to short texts, so that the parser learns sentence ends; `plain` corpora add some
headlines, `news` corpora repeat the documents that read like news and change more sentences. All is
decided by a seeded generator: the same treebank gives the same files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from conllu import Sentence, Token, genre_of, read_treebank
from headlines import headline, spell
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab
from variants import reported, time_phrase, title

ATTRIBUTES = ("ORTH SPACY TAG POS MORPH LEMMA HEAD DEP SENT_START ENT_IOB ENT_TYPE").split()
CHUNK_SIZES = (1, 1, 2, 3, 4, 6, 8)
"""Sentences to a text in training; the development texts have eight."""
NEWS_COPIES = {
    "news": 3, "interview": 2, "bio": 2, "speech": 2, "academic": 1, "textbook": 1, "voyage": 1,
    "conversation": 0.5, "vlog": 0.5, "weblog": 3, "newsgroup": 3, "email": 1, "answers": 0.5,
    "reviews": 0.5,
}  # fmt: skip
"""How often a `news` corpus has the documents of a genre; 0.5 is every second document."""
NO_HEADLINES = frozenset(["conversation", "vlog", "answers"])
CHANGES = ((time_phrase, 0.25), (title, 0.3), (reported, 0.07))
"""What a `news` corpus changes in its sentences, where it can, and how often."""


def build_corpus(source: Path, target: Path, kind: str, seed: int) -> int:
    """Write the corpus of `kind` (plain, news or dev) made from `source`; the number of texts."""
    rng = Random(seed)
    documents = by_document(read_treebank(source))
    store = DocBin(attrs=ATTRIBUTES)
    count = 0
    for name in _copies(documents, rng) if kind == "news" else list(documents):
        for doc in _texts(documents[name], kind, rng):
            store.add(doc)
            count += 1
    store.to_disk(target)
    return count


def by_document(sentences: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    documents: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        documents[sentence.document].append(sentence)
    return documents


def make_doc(vocab: Vocab, sentences: Sequence[Sequence[Token]], breaks: Sequence[str]) -> Doc:
    """One text of several sentences; `breaks[i]` stands before sentence i (a space or newlines)."""
    tokens: list[Token] = []
    starts: list[bool | int | None] = []
    for index, sentence in enumerate(sentences):
        if index and breaks[index] != " ":
            # spaCy keeps line breaks as tokens of their own, which hang on the word before
            tokens[-1].space = False
            tokens.append(
                Token(breaks[index], False, "_SP", "SPACE", "", breaks[index], len(tokens) - 1, "dep")
            )
            starts.append(False)
        offset = len(tokens)
        for position, token in enumerate(sentence):
            token = token.copy()
            token.deprel = "ROOT" if token.head == position else token.deprel
            token.head += offset
            tokens.append(token)
            starts.append(position == 0)
    return Doc(
        vocab,
        words=[t.form for t in tokens],
        spaces=[t.space for t in tokens],
        tags=[t.xpos for t in tokens],
        pos=[t.upos for t in tokens],
        morphs=[t.feats for t in tokens],
        lemmas=[t.lemma for t in tokens],
        heads=[t.head for t in tokens],
        deps=[t.deprel for t in tokens],
        sent_starts=starts,
        ents=_names(tokens),
    )


def _copies(documents: dict[str, list[Sentence]], rng: Random) -> list[str]:
    names = []
    for name in documents:
        copies = NEWS_COPIES[genre_of(name)]
        names += [name] * int(copies) + ([name] if rng.random() < copies % 1 else [])
    return names


def _texts(sentences: list[Sentence], kind: str, rng: Random) -> Iterable[Doc]:
    vocab = Vocab()
    at = 0
    while at < len(sentences):
        size = 8 if kind == "dev" else rng.choice(CHUNK_SIZES)
        chunk = sentences[at : at + size]
        at += size
        breaks = [_paragraph_break(sentence, rng) for sentence in chunk]
        tokens = [sentence.fresh_tokens() for sentence in chunk]
        if kind == "news":
            tokens = [_changed(words, rng) for words in tokens]
        if kind != "dev" and rng.random() < 0.25:
            tokens = [spell(words, rng) for words in tokens]
        for words, following in zip(tokens, breaks[1:], strict=False):
            if following == " ":
                words[-1].space = True
        yield make_doc(vocab, tokens, breaks)
        if kind != "dev":
            for sentence in chunk:
                if _headline_like(sentence) and rng.random() < (0.15 if kind == "news" else 0.1):
                    present = kind == "news" and rng.random() < 0.6
                    changed = headline(sentence.fresh_tokens(), rng, present)
                    yield make_doc(vocab, [changed], [" "])


def _paragraph_break(sentence: Sentence, rng: Random) -> str:
    number = rng.random()
    if not sentence.new_paragraph or number >= 0.6:
        return " "
    return "\n\n" if number < 0.45 else "\n"


def _headline_like(sentence: Sentence) -> bool:
    """Whether a sentence can pass for a headline: short, with a verb, not from talk."""
    return (
        sentence.genre not in NO_HEADLINES
        and 4 <= len(sentence.tokens) <= 25
        and any(token.upos == "VERB" for token in sentence.tokens)
    )


def _changed(tokens: list[Token], rng: Random) -> list[Token]:
    for change, rate in CHANGES:
        if rng.random() < rate:
            tokens = change(tokens, rng) or tokens
    return tokens


def _names(tokens: list[Token]) -> list[str] | None:
    """The BIO tags of a text, or None where a word has none (spaCy then learns no names there)."""
    if any(token.name is None for token in tokens if token.xpos != "_SP"):
        return None
    tags: list[str] = []
    for token in tokens:
        tag, previous = token.name or "O", tags[-1] if tags else "O"
        # a name cut by a line break, or by a dropped word, starts anew
        broken = tag.startswith("I-") and previous[2:] != tag[2:]
        tags.append("B-" + tag[2:] if broken else tag)
    return tags
