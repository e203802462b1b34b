"""eventcoder reads news text and writes political event data.

    import eventcoder as ec

    for event in ec.code(["Putin met Merkel in Moscow."], date="2015-05-10"):
        print(event.actor.code, event.action, event.target.code)

The names below are the public ones; everything else may change. They are loaded on first use, so that
`import eventcoder` is quick and loads neither spaCy nor pandas.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_PUBLIC = {
    "api": ("code", "code_frame"),
    "codebook": ("Codebook",),
    "codebookfile": ("load_codebook",),
    "components": (
        "Backend", "Check", "Exporter", "Extract", "Extractor", "Importer", "Lexicon", "Lost", "Options",
        "Reader",
        "Row", "Work",
    ),
    "dates": ("leading_date", "parse_date"),
    "errors": (
        "EventcoderError", "Finding", "InputError", "OutputError", "PluginError", "UnknownName", "UsageError",
    ),
    "grammar": ("SAYING_VERBS", "complement_moods"),
    "hookspecs": ("hookimpl",),
    "model": ("NOBODY", "Actor", "Document", "Event", "Frame", "Sentence", "Span"),
    "morphology": ("noun_forms", "verb_forms"),
    "registry": ("Registry",),
    "rows": ("COLUMNS", "TEXT_COLUMNS"),
    "run": ("Settings", "run"),
    "text": ("split", "tokenize"),
}  # fmt: skip

_MODULE_OF = {name: module for module, names in _PUBLIC.items() for name in names}

__all__ = ["__version__", *sorted(_MODULE_OF)]

if TYPE_CHECKING:
    from eventcoder.api import code as code
    from eventcoder.api import code_frame as code_frame
    from eventcoder.codebook import Codebook as Codebook
    from eventcoder.codebookfile import load_codebook as load_codebook
    from eventcoder.components import Backend as Backend
    from eventcoder.components import Check as Check
    from eventcoder.components import Exporter as Exporter
    from eventcoder.components import Extract as Extract
    from eventcoder.components import Extractor as Extractor
    from eventcoder.components import Importer as Importer
    from eventcoder.components import Lexicon as Lexicon
    from eventcoder.components import Lost as Lost
    from eventcoder.components import Options as Options
    from eventcoder.components import Reader as Reader
    from eventcoder.components import Row as Row
    from eventcoder.components import Work as Work
    from eventcoder.dates import leading_date as leading_date
    from eventcoder.dates import parse_date as parse_date
    from eventcoder.errors import EventcoderError as EventcoderError
    from eventcoder.errors import Finding as Finding
    from eventcoder.errors import InputError as InputError
    from eventcoder.errors import OutputError as OutputError
    from eventcoder.errors import PluginError as PluginError
    from eventcoder.errors import UnknownName as UnknownName
    from eventcoder.errors import UsageError as UsageError
    from eventcoder.grammar import SAYING_VERBS as SAYING_VERBS
    from eventcoder.grammar import complement_moods as complement_moods
    from eventcoder.hookspecs import hookimpl as hookimpl
    from eventcoder.model import NOBODY as NOBODY
    from eventcoder.model import Actor as Actor
    from eventcoder.model import Document as Document
    from eventcoder.model import Event as Event
    from eventcoder.model import Frame as Frame
    from eventcoder.model import Sentence as Sentence
    from eventcoder.model import Span as Span
    from eventcoder.morphology import noun_forms as noun_forms
    from eventcoder.morphology import verb_forms as verb_forms
    from eventcoder.registry import Registry as Registry
    from eventcoder.rows import COLUMNS as COLUMNS
    from eventcoder.rows import TEXT_COLUMNS as TEXT_COLUMNS
    from eventcoder.run import Settings as Settings
    from eventcoder.run import run as run
    from eventcoder.text import split as split
    from eventcoder.text import tokenize as tokenize


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'eventcoder' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"eventcoder.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
