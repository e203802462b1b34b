"""The English pipeline of eventcoder: a spaCy package with its own small weights.

`load()` gives a ready `spacy.language.Language` with a tagger (Penn tags), a morphologizer
(universal parts of speech and features), a rule lemmatizer, a Universal Dependencies parser that
also finds sentence ends, and names (PER, ORG, LOC). Nothing is downloaded; the weights lie in the
folder `model` beside this file. `spacy.load("eventcoder_english")` does the same.

The code is MIT; the weights are CC BY-SA 4.0 (see LICENSE and training/README.md in this folder).
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventcoder import Check, hookimpl

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["MODEL_PATH", "WEIGHTS", "__version__", "eventcoder_checks", "load"]

__version__ = "0.1.0"

MODEL_PATH = Path(__file__).parent / "model"
"""The folder of the pipeline's data: config.cfg, meta.json and the weights, compressed."""

WEIGHTS = MODEL_PATH / "weights.gz"


def load(
    vocab: Any = True,
    disable: str | Iterable[str] = (),
    enable: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    config: Mapping[str, Any] | None = None,
) -> Language:
    """Load the pipeline; the arguments are those of `spacy.load`."""
    # workers are the way to use more cores; numpy reads this when it is loaded
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # spaCy takes most of a second to import: not before somebody wants to parse
    from spacy.util import load_config, load_meta, load_model_from_config

    with _numpy_multiplies(), gzip.open(WEIGHTS) as file:
        nlp = load_model_from_config(
            load_config(MODEL_PATH / "config.cfg", overrides=dict(config or {})),
            meta=load_meta(MODEL_PATH / "meta.json"),
            vocab=vocab,
            disable=disable,
            enable=enable,
            exclude=exclude,
        )
        nlp.from_bytes(file.read())
    _index_lemmas(nlp)
    return nlp


def _index_lemmas(nlp: Language) -> None:
    """Let the lemmatizer find a word at once: it would look through lists of 57,000 for each new one."""
    if "lemmatizer" not in nlp.component_names:
        return
    index: Any = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part_of_speech, lemmas in list(index.items()):
        index[part_of_speech] = dict.fromkeys(lemmas)


def _numpy_multiplies() -> AbstractContextManager[object]:
    """Models made in this context multiply matrices with numpy instead of with `blis`, as spaCy does.

    That makes parsing twice as fast, with the same trees. An Apple library or a GPU is left alone.
    """
    from thinc.api import NumpyOps, get_current_ops, use_ops

    return use_ops("numpy", use_blis=False) if type(get_current_ops()) is NumpyOps else nullcontext()


@hookimpl
def eventcoder_checks() -> Iterable[Check]:
    from eventcoder_english.spelling import checks

    return checks()
