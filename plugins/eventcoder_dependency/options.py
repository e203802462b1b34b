"""Options of the dependency extractor."""

from __future__ import annotations

from pydantic import Field

from eventcoder import Options


class DependencyOptions(Options):
    """Which parser to use and how much to give it at once."""

    parser: str = Field(
        default="eventcoder_english",
        description="A spaCy pipeline: the name of an installed package (en_core_web_trf) or a folder",
    )
    batch_size: int = Field(default=128, ge=1, description="Sentences parsed at a time")
    max_chars: int = Field(
        default=50_000, ge=1, description="Longer sentences are reported as errors instead of parsed"
    )
