"""The hooks. All are nouns, called once at start-up, and return an iterable (by default an empty one).

Write a hook as a function of the same name in your module, decorated with `eventcoder.hookimpl`, and
register the module as an entry point in the group `eventcoder`. See docs/plugins.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pluggy

from eventcoder.hooks.components import Backend, Check, Exporter, Extractor, Importer, Reader

PROJECT = "eventcoder"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def eventcoder_codebooks() -> Iterable[Path]:
    """Codebooks: paths of YAML files, or of folders of them. A file's stem is the codebook's name."""
    return ()


@hookspec
def eventcoder_actors() -> Iterable[Path]:
    """Actor lists: paths of CSV files, or of folders of them. A file's stem is the list's name."""
    return ()


@hookspec
def eventcoder_readers() -> Iterable[Reader]:
    """Readers: file formats that documents are read from."""
    return ()


@hookspec
def eventcoder_extractors() -> Iterable[Extractor]:
    """Extractors: ways of finding who did what to whom in a sentence."""
    return ()


@hookspec
def eventcoder_importers() -> Iterable[Importer]:
    """Importers: formats of other coders' dictionaries that become codebooks."""
    return ()


@hookspec
def eventcoder_exporters() -> Iterable[Exporter]:
    """Exporters: file formats that events are written to."""
    return ()


@hookspec
def eventcoder_backends() -> Iterable[Backend]:
    """Backends: ways of running the coder over many documents."""
    return ()


@hookspec
def eventcoder_checks() -> Iterable[Check]:
    """Checks: lint rules for codebooks."""
    return ()
