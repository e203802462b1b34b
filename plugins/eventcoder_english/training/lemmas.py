"""Tables for spaCy's rule lemmatizer: WordNet's, with exceptions read off the training treebank.

A form becomes an exception where its most frequent lemma in training differs from what the rules
give. Closed classes and adverbs are listed in full, so that "The" and "However" come out lower-case.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from conllu import Sentence, read_treebank
from spacy.lookups import Lookups
from spacy.tokens import Doc

OPEN_CLASSES = ("noun", "verb", "adj", "adv")
CLOSED_CLASSES = ("aux", "pron", "det", "part", "adp", "sconj", "cconj")
NO_LEMMAS = ("punct", "sym", "x", "num", "propn", "intj")
TABLE_CLASSES = ("adj", "adv", "noun", "verb", "punct")


def build_lemma_tables(treebank: Path) -> Lookups:
    """The three tables of the rule lemmatizer."""
    nlp = spacy.blank("en")
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()
    exceptions, index, rules = (
        _plain_table(lemmatizer, name) for name in ("lemma_exc", "lemma_index", "lemma_rules")
    )
    # "Kill" in a headline: the form itself as the last resort, which spaCy would leave capitalised
    rules["verb"].append(["", ""])
    lemmatizer.lookups.get_table("lemma_rules")["verb"] = rules["verb"]
    sentences = list(read_treebank(treebank))
    plurals = {t.form.lower() for s in sentences for t in s.tokens if "Number=Plur" in t.feats}
    for (form, pos), counts in _lemma_counts(sentences).items():
        lemma, count = counts.most_common(1)[0]
        if count < 2 and pos in OPEN_CLASSES:
            continue  # mostly typing errors
        word = Doc(nlp.vocab, words=[form], pos=[pos.upper()])[0]
        irregular = lemmatizer.rule_lemmatize(word)[0] != lemma and count > 0.6 * sum(counts.values())
        # "Police": no rule applies, and again spaCy would leave the capital
        invariable = pos == "noun" and lemma == form and form in plurals
        if irregular or invariable or pos in CLOSED_CLASSES or pos == "adv":
            for spelling in {form, form.replace("'", "’")}:
                exceptions.setdefault(pos, {})[spelling] = [lemma]
    index["verb"] = _without_short_verbs(index["verb"])
    lookups = Lookups()
    lookups.add_table("lemma_exc", exceptions)
    lookups.add_table("lemma_index", index)
    lookups.add_table("lemma_rules", rules)
    return lookups


def _plain_table(lemmatizer: Any, name: str) -> dict[str, Any]:
    """A table by the names of the parts of speech, where spaCy has hashes."""
    table = lemmatizer.lookups.get_table(name)
    return {
        pos: dict(table[pos]) if name == "lemma_exc" else list(table[pos])
        for pos in TABLE_CLASSES
        if pos in table
    }


def _lemma_counts(sentences: Iterable[Sentence]) -> dict[tuple[str, str], Counter[str]]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for token in sentence.tokens:
            pos = token.upos.lower()
            if pos not in NO_LEMMAS:
                form = token.form.lower().replace("’", "'")
                lemma = token.lemma if token.lemma == "I" and pos == "pron" else token.lemma.lower()
                counts[form, pos][lemma] += 1
    return counts


def _without_short_verbs(verbs: list[str]) -> list[str]:
    """Without `spar` where there is `spare`.

    The rules prefer the shorter verb, but it would double its consonant: "sparred", not "spared".
    """
    known = set(verbs)
    short = re.compile(r"[^aeiou]*(qu)?[aeiou][^aeiouwxy]")
    dropped = {verb[:-1] for verb in verbs if verb.endswith("e") and short.fullmatch(verb[:-1])}
    return [verb for verb in verbs if verb not in dropped & known]
