"""What a run is asked to do, validated once at the edge; picklable, so that workers get the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

DEFAULT_CODEBOOKS = (
    "deny", "meet", "consult", "statement", "appeal", "intend", "diplomacy", "cooperate", "aid", "yield",
    "investigate", "demand", "disapprove", "reject", "threaten", "protest", "posture", "relations",
    "coerce", "assault", "fight", "mass_violence",
)  # fmt: skip
"""The bundled codebooks of acts. Of equally strong patterns, that of the codebook further up here wins."""
BUNDLED_CODEBOOKS = (*DEFAULT_CODEBOOKS, "discards")

DEFAULT_ACTORS = ("states", "places", "organisations", "groups", "leaders")
DEFAULT_EXTRACTOR = "dependency"
DEFAULT_QUAD_RULE = "gdelt"
DEFAULT_SCALE = "icews"


class Coding(BaseModel):
    """How sentences are coded: everything that can change a result.

    `codebooks` and `actors` hold names or paths; `more_actors` comes on top of the lists in `actors`.
    With `coreference`, pronouns and descriptions ("he", "the ministry") mean what the story named before.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    codebooks: tuple[str, ...] = DEFAULT_CODEBOOKS
    actors: tuple[str, ...] = DEFAULT_ACTORS
    more_actors: tuple[str, ...] = ()
    extractor: str = DEFAULT_EXTRACTOR
    extractor_options: dict[str, Any] = {}
    quad_rule: str = DEFAULT_QUAD_RULE
    scale: str = DEFAULT_SCALE
    screen: bool = True
    coreference: bool = True


class Settings(BaseModel):
    """A whole run: what to read, how to code it, where to write."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    inputs: tuple[Path, ...]
    output: Path
    coding: Coding = Coding()
    date: dt.date | None = Field(default=None, description="Date of documents that give none themselves")
    reader: str | None = None
    reader_options: dict[str, Any] = {}
    exporter: str | None = None
    exporter_options: dict[str, Any] = {}
    backend: str = "serial"
    backend_options: dict[str, Any] = {}
    batch_size: int = Field(default=64, ge=1, description="Documents a batch")
