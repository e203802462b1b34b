"""The surface extractor: frames by word order, with no parser and no model.

It is the fast one, the one for headlines, and the one that needs nothing. It knows closed word
classes, some hundred common verbs and the trigger words of the chosen codebooks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import Field

from eventcoder import Extract, Extractor, Frame, Lexicon, Options, Sentence, hookimpl, noun_forms


class SurfaceOptions(Options):
    """The surface extractor has a single option."""

    max_words: int = Field(
        default=400, ge=10, description="Longer sentences are read in stretches of so many words"
    )


def build(lexicon: Lexicon, options: SurfaceOptions) -> Extract:
    """An extractor for the trigger words of `lexicon`."""
    from eventcoder_surface.frames import FrameBuilder
    from eventcoder_surface.tokens import tag
    from eventcoder_surface.words import form_table

    forms = form_table(lexicon.verbs)
    noun_of = {form: noun for noun in sorted(lexicon.nouns) for form in noun_forms(noun)}
    nouns = frozenset(noun_of)
    options = options or SurfaceOptions()

    def extract(sentences: Iterable[Sentence]) -> Iterator[Frame]:
        for sentence in sentences:
            tokens = tag(sentence.text, forms, nouns, sentence.headline)
            for start in range(0, len(tokens), options.max_words):
                stretch = tokens[start : start + options.max_words]
                yield from FrameBuilder(sentence, stretch, lexicon, noun_of).frames()

    return extract


@hookimpl
def eventcoder_extractors() -> Iterable[Extractor]:
    return [
        Extractor(
            "surface",
            "frames by word order: fast, needs no model, good for headlines",
            build,
            options=SurfaceOptions,
        )
    ]
