"""The surface extractor: frames by word order, with no parser and no model.

It is the fast one, the one for headlines, and the one that needs nothing. It knows closed word
classes, some hundred common verbs and the trigger words of the chosen codebooks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventcoder import Extract, Extractor, Frame, Lexicon, Options, Sentence, hookimpl, noun_forms


class SurfaceOptions(Options):
    """The surface extractor has a single option: sentences of more words are cut there."""

    max_words: int = 400


def build(lexicon: Lexicon, options: SurfaceOptions) -> Extract:
    """An extractor for the trigger words of `lexicon`."""
    from eventcoder_surface.frames import FrameBuilder
    from eventcoder_surface.words import form_table

    forms = form_table(lexicon.verbs)
    noun_of = {form: noun for noun in sorted(lexicon.nouns) for form in noun_forms(noun)}

    def extract(sentences: Iterable[Sentence]) -> Iterator[Frame]:
        for sentence in sentences:
            yield from FrameBuilder(sentence, lexicon, forms, noun_of).frames()

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
