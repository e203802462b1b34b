"""Brown clusters as a table of static vectors.

The clusters of spacy-lookups-data (MIT) give each frequent word a path in a binary tree. The vector of
a cluster is a row of ones for its path and the path's beginnings; the pipeline's StaticVectors layer
learns an embedding for each. Capitalised and upper-case spellings that the clusters do not know share
the cluster of the lower-case word, for headlines.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import spacy_lookups_data  # type: ignore[import-not-found]
from spacy.strings import get_string_id
from spacy.vectors import Vectors  # type: ignore[import-not-found]

WORDS = 100_000
HEADLINE_WORDS = 25_000
"""How many lower-case words also get their capitalised spellings."""
PREFIXES = (4, 6, 8)
"""Lengths of the path beginnings that are features of their own."""
SCALE = 2.0


def build_clusters(target: Path) -> int:
    """Write a blank pipeline with the vectors to `target`; the number of words that have one."""
    clusters: dict[str, int] = _table("en_lexeme_cluster")
    probability: dict[str, float] = _table("en_lexeme_prob")
    known = [word for word in probability if clusters.get(word) and not word.isspace()]
    words = sorted(known, key=lambda word: (-probability[word], word))[:WORDS]
    numbers = sorted({clusters[word] for word in words})
    row_of = {number: row for row, number in enumerate(numbers)}
    nlp = spacy.blank("en")
    features = _features(numbers)
    vectors = Vectors(strings=nlp.vocab.strings, shape=features.shape, name="clusters")
    vectors.data[:] = features
    rows = {word: row_of[clusters[word]] for word in words}
    for word in _lower_words(words) + [word for word in words if "'" in word]:
        for spelling in (word.title(), word.upper(), word.replace("'", "’")):
            if "'" not in spelling:
                rows.setdefault(spelling, rows[word])
    for word, row in rows.items():
        vectors.add(int(get_string_id(word)), row=row)
    nlp.vocab.vectors = vectors
    nlp.to_disk(target)
    return len(rows)


def _table(name: str) -> Any:
    path = Path(spacy_lookups_data.__file__).parent / "data" / f"{name}.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return json.load(file)


def _features(numbers: list[int]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """One row per cluster, one column per path and beginning of a path."""
    columns: dict[tuple[int, int], int] = {}
    active = []
    for number in numbers:
        parts = [(length, number & ((1 << length) - 1)) for length in PREFIXES] + [(0, number)]
        active.append([columns.setdefault(part, len(columns)) for part in parts])
    features = np.zeros((len(numbers), len(columns)), dtype="f")
    for row, indices in enumerate(active):
        features[row, indices] = SCALE
    return features


def _lower_words(words: list[str]) -> list[str]:
    return [word for word in words if word.islower() and word.isalpha()][:HEADLINE_WORDS]
