"""Name annotation for the training documents that have none (EWT), as far as it is safe.

The treebank gives the borders: blocks of proper nouns. The type (PER, ORG, LOC, or no name) is voted
over the whole corpus: by gold names of the same spelling in GUM, by a first model trained on GUM
alone, by words around the name and by a list of countries. Blocks without a clear vote stay unknown
to the trainer, all other words are no names; GUM keeps its own annotation.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

from conllu import Sentence, Token, genre_of, read_treebank
from corpus import ATTRIBUTES, NEWS_COPIES, by_document
from headlines import spell
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

Ballot = defaultdict[str, float]
"""Votes by type; a vote may count a fraction."""
Votes = defaultdict[str, Ballot]
ORGANISATION_HEADS = frozenset(
    """Inc Inc. Corp Corp. Corporation Company Co Co. Ltd Ltd. LLC University College School Institute
    Department Ministry Committee Party Group Council Bank Agency Association Commission Congress
    Senate Parliament Court Army Navy Force Forces Bureau Times Post News Journal Foundation Union
    Federation Organization Front Brigade Brigades Administration Authority Office Fund Board Press
    Network Airlines Motors Services Systems Enron ENRON ECT Google Microsoft Yahoo FBI CIA NASA UN EU
    NATO FERC ISDA CNN BBC AP Reuters Hamas Hezbollah Taliban Qaeda Qaida Likud Fatah Knesset Pentagon
    Kremlin""".split()
)
NO_NAMES = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec God Internet English Arabic French Spanish German Christmas Easter
    Thanksgiving Iraqis Americans Israelis Palestinians Arabs Muslims Jews Christians Sunnis Shiites
    Republicans Democrats""".split()
)
TITLES = frozenset(
    """President Prime Minister Mr. Mrs. Ms. Dr. Dr Mr Mrs Ms Sir Lord Lady Senator Sen. Rep. Gov.
    Governor King Queen Prince Princess Pope General Gen. Colonel Col. Captain Capt. Lieutenant Lt.
    Sergeant Sgt. Professor Prof. Judge Justice Secretary Chancellor Vice Ambassador Chief Mayor Saint
    St. Representative Congressman Chairman Director Spokesman Spokeswoman Speaker Foreign Deputy Major
    Officer Rev. Reverend Father Sheikh Emperor Empress Madam Madame Archbishop Bishop
    Cardinal""".split()
)
PLACES = frozenset(
    name.replace("_", " ")
    for name in """Afghanistan Albania Algeria Argentina Armenia Australia Austria Azerbaijan Bahrain
    Bangladesh Belarus Belgium Bolivia Brazil Britain Bulgaria Cambodia Canada Chile China Colombia Cuba
    Denmark Ecuador Egypt England Estonia Ethiopia Finland France Georgia Germany Ghana Greece Haiti
    Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Japan Jordan Kazakhstan Kenya Kuwait
    Laos Latvia Lebanon Libya Lithuania Malaysia Mexico Mongolia Morocco Myanmar Nepal Netherlands
    Nigeria Norway Oman Pakistan Palestine Panama Peru Philippines Poland Portugal Qatar Romania Russia
    Rwanda Scotland Senegal Serbia Singapore Somalia Spain Sudan Sweden Switzerland Syria Taiwan
    Thailand Tunisia Turkey Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Wales Yemen Zambia
    Zimbabwe US U.S. USA UK U.K. DPRK Kosovo Tanzania Soviet_Union United_States United_Kingdom
    North_Korea South_Korea New_Zealand Saudi_Arabia South_Africa Sri_Lanka Alabama Alaska Arizona
    Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas
    Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin
    Wyoming London Paris Baghdad Houston Chicago Boston Washington Tehran Moscow Beijing Kabul Jerusalem
    Gaza Fallujah Mosul Najaf Basra Europe Asia Africa America""".split()
)
INSIDE = frozenset("compound flat amod goeswith nummod punct".split())
"""Relations that keep a proper noun within the block of its head."""
UNSURE = frozenset(["NNP", "NNPS", "ADD", "FW", "GW", "XX"])
"""Tags whose words may be names even outside the blocks."""


def is_proper(token: Token) -> bool:
    return token.xpos in ("NNP", "NNPS")


def has_names(sentence: Sentence) -> bool:
    return sentence.document.startswith("GUM")


def blocks(tokens: Sequence[Token]) -> list[tuple[int, int, int]]:
    """The proper-noun blocks of a sentence: first index, last index, index of the head."""
    return [_block(tokens, head) for head, token in enumerate(tokens) if _heads_block(tokens, token)]


def _heads_block(tokens: Sequence[Token], token: Token) -> bool:
    if not is_proper(token) or token.deprel in ("flat", "goeswith", "fixed"):
        return False
    index = next(i for i, other in enumerate(tokens) if other is token)
    within = token.deprel in ("compound", "amod") and is_proper(tokens[token.head])
    return not (within and 0 < token.head - index <= 4)


def _block(tokens: Sequence[Token], head: int) -> tuple[int, int, int]:
    def belongs(index: int) -> bool:
        while index != head:
            if tokens[index].deprel not in INSIDE or tokens[index].head == index:
                return False
            index = tokens[index].head
        return True

    first = last = head
    while first > 0 and (is_proper(tokens[first - 1]) or tokens[first - 1].xpos == "HYPH"):
        if not belongs(first - 1):
            break
        first -= 1
    while last + 1 < len(tokens) and belongs(last + 1):
        after = tokens[last + 1]
        if not (is_proper(after) or after.xpos == "HYPH" or after.deprel == "flat"):
            break
        last += 1
    if tokens[head].form in ORGANISATION_HEADS:
        last = _with_complement(tokens, last)
    return first, last, head


def _with_complement(tokens: Sequence[Token], last: int) -> int:
    """The end of "Ministry of Defence", "University of the West Indies"."""
    while last + 2 < len(tokens) and tokens[last + 1].form.lower() in ("of", "for"):
        index = last + 2
        index += tokens[index].form.lower() == "the"
        if index >= len(tokens) or not is_proper(tokens[index]):
            break
        while index + 1 < len(tokens) and is_proper(tokens[index + 1]):
            index += 1
        last = index
    return last


def spelling(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(token.form for token in tokens[first : last + 1])


def gold_votes(sentences: Sequence[Sentence]) -> Votes:
    """Three votes for each name of the annotated part."""
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for sentence in sentences:
        current: list[str] = []
        kind = ""
        for token in sentence.tokens:
            tag = token.name or "O"
            if current and tag[:1] != "I":
                votes[" ".join(current)][kind] += 3
                current = []
            if tag != "O":
                kind = tag[2:]
                current.append(token.form)
        if current:
            votes[" ".join(current)][kind] += 3
    return votes


def cues(tokens: Sequence[Token], first: int, last: int, head: int) -> Ballot:
    """What the words in and around a block say about its type."""
    found: Ballot = defaultdict(float)
    block_head = tokens[head]
    children = [t for i, t in enumerate(tokens) if t.head == head and i != head]
    place_prepositions = ("in", "near", "across", "throughout", "outside")
    if any(t.deprel == "nmod:desc" and t.form in TITLES for t in children):
        found["PER"] += 2
    if block_head.form in ORGANISATION_HEADS or tokens[last].form in ORGANISATION_HEADS:
        found["ORG"] += 4
    placed = any(t.deprel == "case" and t.form.lower() in place_prepositions for t in children)
    if placed and block_head.deprel in ("obl", "nmod", "root"):
        found["LOC"] += 0.7
    surname = any(t.deprel == "flat" for t in children)
    if surname and block_head.deprel in ("nsubj", "nsubj:pass", "appos", "vocative", "obl:agent"):
        found["PER"] += 0.7
    if spelling(tokens, first, last) in PLACES:
        found["LOC"] += 8
    return found


def elected(votes: Ballot) -> str | None:
    """The type that clearly leads, or None."""
    kind, count = max(votes.items(), key=lambda item: item[1])
    if count < 0.7 * sum(votes.values()) or count < (1.2 if kind == "O" else 1):
        return None
    return kind


def annotate(sentences: Sequence[Sentence], first_model: Language) -> dict[str, list[str | None]]:
    """BIO tags of the sentences without annotation, by sentence id; None where unknown."""
    votes = gold_votes([s for s in sentences if has_names(s)])
    open_sentences = [s for s in sentences if not has_names(s)]
    docs = (_plain_doc(first_model.vocab, s.tokens) for s in open_sentences)
    found = []
    for sentence, doc in zip(open_sentences, first_model.pipe(docs, batch_size=256), strict=True):
        spans = blocks(sentence.tokens)
        found.append(spans)
        for first, last, head in spans:
            ballot = votes[spelling(sentence.tokens, first, last)]
            kinds = Counter(word.ent_type_ or "O" for word in doc[first : last + 1])
            kind = kinds.most_common(1)[0][0]
            ballot[kind] += 1 if kind != "O" else 0.4
            for name, weight in cues(sentence.tokens, first, last, head).items():
                ballot[name] += weight
    return {
        sentence.sent_id: _tags(sentence.tokens, spans, votes)
        for sentence, spans in zip(open_sentences, found, strict=True)
    }


def _tags(tokens: Sequence[Token], spans: list[tuple[int, int, int]], votes: Votes) -> list[str | None]:
    tags: list[str | None] = [None if t.xpos in UNSURE else "O" for t in tokens]
    for first, last, _ in sorted(spans, key=lambda span: span[1] - span[0]):
        name = spelling(tokens, first, last)
        calendar = all(word in NO_NAMES for word in name.split())
        kind = "O" if calendar else elected(votes[name])
        for index in range(first, last + 1):
            inside = "B-" if index == first else "I-"
            tags[index] = kind if kind in (None, "O") else inside + str(kind)
    return tags


def build_names_corpus(treebank: Path, target: Path, seed: int, first_model: Language | None = None) -> int:
    """Texts with names only: GUM's, and with a `first_model` also EWT's; the number of texts."""
    sentences = list(read_treebank(treebank))
    silver = annotate(sentences, first_model) if first_model else {}
    if not silver:
        sentences = [s for s in sentences if has_names(s)]
    rng = Random(seed)
    vocab = Vocab()
    store = DocBin(attrs=ATTRIBUTES)
    count = 0
    for name, members in by_document(sentences).items():
        copies = max(1, int(NEWS_COPIES[genre_of(name)])) if name.startswith("GUM") else 1
        for _ in range(copies):
            at = 0
            while at < len(members):
                size = rng.choice((2, 4, 6, 8))
                store.add(_names_doc(vocab, members[at : at + size], silver, rng))
                at += size
                count += 1
    store.to_disk(target)
    return count


def _plain_doc(vocab: Vocab, tokens: Sequence[Token]) -> Doc:
    return Doc(vocab, words=[t.form for t in tokens], spaces=[t.space for t in tokens])


def _names_doc(
    vocab: Vocab, sentences: Sequence[Sentence], silver: dict[str, list[str | None]], rng: Random
) -> Doc:
    tokens: list[Token] = []
    for sentence in sentences:
        fresh = sentence.fresh_tokens()
        for token, tag in zip(fresh, silver.get(sentence.sent_id, ()), strict=False):
            token.name = tag
        fresh[-1].space = True
        tokens += fresh
    if rng.random() < 0.25:
        tokens = spell(tokens, rng)
    tags: list[str | None] = []
    for token in tokens:
        tag, previous = token.name, (tags[-1] if tags else None) or "O"
        if tag and tag.startswith("I-") and previous[2:] != tag[2:]:
            tag = "B-" + tag[2:]
        tags.append(tag)
    return Doc(
        vocab,
        words=[t.form for t in tokens],
        spaces=[t.space for t in tokens],
        ents=tags,  # type: ignore[arg-type]  # None: unknown
    )
