"""Make the shipped pipeline from the trained runs: small, self-contained, checked.

* the names component of its own run and the rule lemmatizer are added;
* the learned cluster embeddings are folded into the vectors table (exact: V' = V W^T, W' = I), so
  that a lookup replaces a large multiplication;
* weights are rounded to seven bits of mantissa, which compresses to about 60 percent;
* strings that only the training texts needed are dropped.

The description in `meta.json` is written beside the folder as well, as spaCy packages have it.
"""

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from conllu import read_treebank
from lemmas import build_lemma_tables
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]

MANTISSA_BITS = 7
FLOAT_MANTISSA_BITS = 23
VERSION = "0.1.0"
META: dict[str, Any] = {
    "lang": "en",
    "name": "eventcoder_english",
    "version": VERSION,
    "description": "English pipeline of eventcoder: tags, lemmas, Universal Dependencies, names",
    "author": "The eventcoder developers",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "UD_English-EWT",
            "license": "CC BY-SA 4.0",
            "url": "https://github.com/UniversalDependencies/UD_English-EWT",
            "author": "The Board of Trustees of The Leland Stanford Junior University",
        },
        {
            "name": "UD_English-GUM (nine genres)",
            "license": "CC BY, CC BY-SA and public-domain texts",
            "url": "https://github.com/UniversalDependencies/UD_English-GUM",
            "author": "Georgetown University",
        },
        {
            "name": "spacy-lookups-data (Brown clusters, lemma tables)",
            "license": "MIT; WordNet 3.0 License",
            "url": "https://github.com/explosion/spacy-lookups-data",
            "author": "Explosion",
        },
    ],
}


def pack(parser_run: Path, names_run: Path, treebank: Path, target: Path) -> float:
    """Write the pipeline to `target`; the share of development words annotated differently after."""
    nlp = spacy.load(parser_run)
    nlp.add_pipe("ner", source=spacy.load(names_run))
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"}, after="morphologizer")
    lemmatizer.initialize(lookups=build_lemma_tables(treebank / "train.conllu.gz"))
    texts = [sentence.text for sentence in read_treebank(treebank / "dev.conllu.gz")][::3]
    before = annotate(nlp, texts)
    fold_clusters(nlp)
    round_weights(nlp)
    nlp.meta.update(META)
    nlp.meta["performance"] = {}
    # batches of some thousand words run fastest: 64 sentences, or 16 to 32 articles
    nlp.batch_size = 64
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.config["initialize"]["vectors"] = None
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    prune_strings(nlp, target / "vocab" / "strings.json")
    write_package_meta(target)
    after = annotate(spacy.load(target), texts)
    compress(target)
    return sum(a != b for a, b in zip(before, after, strict=True)) / len(before)


def annotate(nlp: Language, texts: list[str]) -> list[tuple[str, ...]]:
    return [
        (t.tag_, t.pos_, t.lemma_, t.dep_, str(t.head.i), str(t.morph), t.ent_type_)
        for doc in nlp.pipe(texts)
        for t in doc
    ]


def round_bits(weights: Any) -> Any:
    """float32 numbers with fewer bits of mantissa, rounded half up."""
    drop = FLOAT_MANTISSA_BITS - MANTISSA_BITS
    bits = np.ascontiguousarray(weights, dtype="f").view(np.uint32)
    half, mask = np.uint32(1 << (drop - 1)), np.uint32((0xFFFFFFFF << drop) & 0xFFFFFFFF)
    return ((bits + half) & mask).view(np.float32).reshape(weights.shape)


def model_nodes(nlp: Language) -> Iterator[Any]:
    """The layers of all components, each once."""
    seen = set()
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            if id(node) not in seen:
                seen.add(id(node))
                yield node


def round_weights(nlp: Language) -> None:
    for node in model_nodes(nlp):
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, round_bits(node.get_param(name)))
    vectors = nlp.vocab.vectors
    vectors.data[:] = round_bits(vectors.data)


def fold_clusters(nlp: Language) -> None:
    """Multiply the projections of all StaticVectors layers into the vectors table."""
    layers = [node for node in model_nodes(nlp) if node.name == "static_vectors"]
    old = nlp.vocab.vectors
    folded = [old.data @ layer.get_param("W").T for layer in layers]
    data = np.hstack(folded)
    new = Vectors(strings=nlp.vocab.strings, shape=data.shape, name="clusters")
    new.data[:] = data
    for key, row in old.key2row.items():
        new.add(int(key), row=int(row))
    nlp.vocab.vectors = new
    start = 0
    for layer, part in zip(layers, folded, strict=True):
        width = part.shape[1]
        selector = np.zeros((width, data.shape[1]), dtype="f")
        selector[:, start : start + width] = np.eye(width, dtype="f")
        start += width
        # set_dim refuses once there are parameters
        layer._dims["nM"] = data.shape[1]
        layer.set_param("W", selector)


def prune_strings(nlp: Language, path: Path) -> None:
    """Keep the strings of spaCy itself and of labels; others return when a text has them."""
    keep = set(spacy.blank("en").vocab.strings)
    for name, component in nlp.pipeline:
        keep.add(name)
        for label in getattr(component, "labels", ()):
            keep |= {label, *label.split("|"), *label.replace("=", "|").split("|")}
    strings = set(json.loads(path.read_text(encoding="utf-8")))
    path.write_text(json.dumps(sorted(strings & keep), ensure_ascii=False), encoding="utf-8")


def compress(target: Path) -> None:
    """Replace the folder's data by one compressed file beside config.cfg and meta.json.

    `eventcoder_english.load` reads it. The rounded weights are half the size so, in git as well.
    """
    content = spacy.load(target).to_bytes()
    for path in target.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in ("config.cfg", "meta.json"):
            path.unlink()
    # no time stamp: the same weights give the same file
    (target / "weights.gz").write_bytes(gzip.compress(content, 9, mtime=0))


def write_package_meta(target: Path) -> None:
    """The description beside the package's `__init__.py`, where spaCy's tools look for it."""
    meta = json.loads((target / "meta.json").read_text(encoding="utf-8"))
    short = {key: value for key, value in meta.items() if key not in ("labels", "performance")}
    text = json.dumps(short, indent=2, ensure_ascii=False) + "\n"
    (target.parent / "meta.json").write_text(text, encoding="utf-8")
