"""The bundled codebooks and actor lists, registered the way anybody's would be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from eventcoder.hooks.hookspecs import hookimpl
from eventcoder.resources import bundled


@hookimpl
def eventcoder_codebooks() -> Iterable[Path]:
    return [bundled("events"), bundled("discards.yaml")]


@hookimpl
def eventcoder_actors() -> Iterable[Path]:
    return [bundled("actors")]
