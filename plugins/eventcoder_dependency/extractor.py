"""The dependency extractor: parses in batches and turns every tree into frames."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from eventcoder import Frame, Lexicon, Sentence, UsageError, noun_forms, verb_forms
from eventcoder_dependency.daytimes import Cuts
from eventcoder_dependency.frames import FrameBuilder
from eventcoder_dependency.headlines import as_sentence
from eventcoder_dependency.labels import table_for
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.options import DependencyOptions
from eventcoder_dependency.repair import repair
from eventcoder_dependency.spellings import HYPHENATED, HYPHENATED_VERBS, READ_AS
from eventcoder_dependency.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_STOPS = (".", "!", "?", '"', "”", "'", "’", ":", ";", ")")
_UNUSED = ("ner", "senter", "sentencizer", "textcat", "textcat_multilabel", "entity_linker", "spancat")
_REMEMBERED = 20_000
"""Word forms that spaCy keeps: most words of a text are among the first so many; others cost little."""


class DependencyExtractor:
    """Callable on sentences. Build it once: it holds the pipeline."""

    def __init__(self, lexicon: Lexicon, options: DependencyOptions) -> None:
        self.options = options
        self.triggers = Triggers(lexicon)
        self.nlp = load_pipeline(options.parser)
        self.lemmatizers = _lemmatizers(self.nlp)
        self.table = _table(self.nlp, options.parser)

    def __call__(self, sentences: Iterable[Sentence]) -> Iterator[Frame]:
        source = iter(sentences)
        while batch := list(islice(source, self.options.batch_size)):
            with self._vocabulary():
                frames = [frame for found in self._parsed(batch) for frame in self.frames(*found)]
            yield from frames

    def _vocabulary(self) -> AbstractContextManager[object]:
        """Remember new words for good up to a number, and then for one batch: memory stays flat."""
        return nullcontext() if len(self.nlp.vocab) < _REMEMBERED else self.nlp.memory_zone()

    def _parsed(self, batch: Sequence[Sentence]) -> Iterator[tuple[Sentence, Doc, Cuts]]:
        cuts = [Cuts(sentence.text) for sentence in batch]
        docs = [self.doc(sentence, cut.short) for sentence, cut in zip(batch, cuts, strict=True)]
        parsed = self.nlp.pipe(docs, batch_size=len(docs), disable=list(self.lemmatizers))
        return zip(batch, parsed, cuts, strict=True)

    def doc(self, sentence: Sentence, text: str) -> Doc:
        """The tokens of one sentence's text, with no sentence end but the last."""
        if len(text) > self.options.max_chars:
            raise UsageError(
                f"document {sentence.doc.id!r}, sentence {sentence.index}: {len(text)} characters are "
                f"too long for one sentence. "
                f"Split the text, or raise the option max_chars ({self.options.max_chars})."
            )
        if sentence.headline or not text.rstrip().endswith(_STOPS):
            text = as_sentence(text, self.triggers)
        for word, known in READ_AS.items():
            text = text.replace(f" {word} ", f" {known} ")
        doc = self.nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    def frames(self, sentence: Sentence, doc: Doc, cuts: Cuts | None = None) -> Iterator[Frame]:
        """The frames of a parsed sentence; none where no event could come of them."""
        if not self.triggers.lexicon.could_yield(sentence):
            return
        for lemmatize in self.lemmatizers.values():
            doc = lemmatize(doc)
        tree = Tree(doc, self.table, cuts)
        if self.triggers.any_in(tree):
            repair(tree, self.triggers, sentence.headline)
            yield from FrameBuilder(sentence, tree, self.triggers).frames()


@lru_cache(maxsize=2)
def load_pipeline(name: str) -> Language:
    """The spaCy pipeline called `name`, without the components that frames do not need."""
    import spacy

    try:
        if name.isidentifier() and importlib.util.find_spec(name) is not None:
            nlp: Language = importlib.import_module(name).load(exclude=_UNUSED)
        else:
            nlp = spacy.load(name, exclude=_UNUSED)
    except (AttributeError, ImportError, OSError, TypeError, ValueError) as error:
        raise UsageError(
            f"the parser {name!r} cannot be loaded: {error} Install it (python -m spacy download {name}), "
            "name another spaCy pipeline, or leave out `parser` to use the bundled one."
        ) from error
    if "parser" not in nlp.pipe_names:
        raise UsageError(
            f"the pipeline {name!r} has no dependency parser, only: {', '.join(nlp.pipe_names)}. "
            "Name a pipeline with a component `parser`."
        )
    _keep_whole(nlp)
    _cut_initials(nlp)
    return nlp


def _lemmatizers(nlp: Language) -> dict[str, Callable[[Doc], Doc]]:
    """The components that look lemmas up word by word, by name: no other component reads lemmas, and most
    sentences of a text need none.
    """
    from spacy.pipeline import Lemmatizer

    return {name: pipe for name, pipe in nlp.pipeline if isinstance(pipe, Lemmatizer)}


def _table(nlp: Language, name: str) -> Mapping[str, str]:
    """What the parser's labels mean; without subjects and objects there would be no frame and no word why."""
    labels: tuple[str, ...] = nlp.get_pipe("parser").labels  # type: ignore[attr-defined]
    table = table_for(labels)
    if table is None:
        some = ", ".join(sorted(labels)[:6]) or "nothing"
        raise UsageError(
            f"the parser of {name!r} labels words as {some}, ...: that is neither Universal Dependencies "
            "(nsubj, obj) nor ClearNLP (nsubj, dobj), so nobody's part in an act could be read. "
            "Name a pipeline with one of these schemes, or use the extractor `surface`."
        )
    return table


def _keep_whole(nlp: Language) -> None:
    """Let the tokenizer leave some words in one piece: codebooks look for "cease-fire", not for "fire"."""
    add = getattr(nlp.tokenizer, "add_special_case", None)
    if add is None:
        return
    words = {form for lemma in HYPHENATED for form in noun_forms(lemma)}
    words |= {form for lemma in HYPHENATED_VERBS for form in verb_forms(lemma)}
    for word in sorted(words):
        for spelling in (word, word.capitalize(), word.title()):
            add(spelling, [{"ORTH": spelling}])


def _cut_initials(nlp: Language) -> None:
    """Let the tokenizer cut "U.S.-Japanese" as it cuts "Greek-Turkish"."""
    from spacy.util import compile_infix_regex

    infixes = getattr(nlp.Defaults, "infixes", None)
    if infixes and hasattr(nlp.tokenizer, "infix_finditer"):
        rules = [*infixes, r"(?<=[A-Z]\.)[-–](?=[A-Z])"]
        nlp.tokenizer.infix_finditer = compile_infix_regex(rules).finditer
