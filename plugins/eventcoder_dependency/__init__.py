"""The dependency extractor: frames from a dependency parse, with any spaCy pipeline.

It is the default. The labels it reads are in `labels.py`, and nothing but that file and `tree.py`
knows that there are two schemes. `docs/frames.md` shows parses and the frames made from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from eventcoder import Extract, Extractor, Lexicon, hookimpl
from eventcoder_dependency.options import DependencyOptions

if TYPE_CHECKING:
    from eventcoder_dependency.extractor import DependencyExtractor as DependencyExtractor

__all__ = ["DependencyOptions", "build", "eventcoder_extractors"]


def build(lexicon: Lexicon, options: DependencyOptions) -> Extract:
    """An extractor for the trigger words of `lexicon`."""
    # spaCy takes most of a second to import: not before somebody wants to parse
    from eventcoder_dependency.extractor import DependencyExtractor

    return DependencyExtractor(lexicon, options)


@hookimpl
def eventcoder_extractors() -> Iterable[Extractor]:
    return [
        Extractor(
            "dependency",
            "frames from a dependency parse; reads any spaCy pipeline with UD or ClearNLP labels",
            build,
            options=DependencyOptions,
            install="pip install 'spacy>=3.8,<3.9'",
        )
    ]
