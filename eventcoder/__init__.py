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
    "codebook.shape": ("Codebook",),
    "codebook.file": ("load_codebook",),
    "hooks.components": (
        "Backend", "Check", "Exporter", "Extract", "Extractor", "Importer", "Lexicon", "Lost", "Options",
        "Reader",
        "Row", "Work",
    ),
    "language.dates": ("leading_date", "parse_date"),
    "errors": (
        "EventcoderError", "Finding", "InputError", "OutputError", "PluginError", "UnknownName", "UsageError",
    ),
    "language.grammar": ("CURRENCIES", "SAYING_VERBS", "complement_moods"),
    "hooks.hookspecs": ("hookimpl",),
    "model": ("NOBODY", "Actor", "Document", "Event", "Frame", "Sentence", "Span"),
    "language.morphology": ("noun_forms", "verb_forms"),
    "hooks.registry": ("Registry",),
    "running.rows": ("COLUMNS", "TEXT_COLUMNS"),
    "running.run": ("Settings", "run"),
    "language.text": ("split", "tokenize"),
}  # fmt: skip

_MODULE_OF = {name: module for module, names in _PUBLIC.items() for name in names}

__all__ = ["__version__", *sorted(_MODULE_OF)]

if TYPE_CHECKING:
    from eventcoder.api import code as code
    from eventcoder.api import code_frame as code_frame
    from eventcoder.codebook.file import load_codebook as load_codebook
    from eventcoder.codebook.shape import Codebook as Codebook
    from eventcoder.errors import EventcoderError as EventcoderError
    from eventcoder.errors import Finding as Finding
    from eventcoder.errors import InputError as InputError
    from eventcoder.errors import OutputError as OutputError
    from eventcoder.errors import PluginError as PluginError
    from eventcoder.errors import UnknownName as UnknownName
    from eventcoder.errors import UsageError as UsageError
    from eventcoder.hooks.components import Backend as Backend
    from eventcoder.hooks.components import Check as Check
    from eventcoder.hooks.components import Exporter as Exporter
    from eventcoder.hooks.components import Extract as Extract
    from eventcoder.hooks.components import Extractor as Extractor
    from eventcoder.hooks.components import Importer as Importer
    from eventcoder.hooks.components import Lexicon as Lexicon
    from eventcoder.hooks.components import Lost as Lost
    from eventcoder.hooks.components import Options as Options
    from eventcoder.hooks.components import Reader as Reader
    from eventcoder.hooks.components import Row as Row
    from eventcoder.hooks.components import Work as Work
    from eventcoder.hooks.hookspecs import hookimpl as hookimpl
    from eventcoder.hooks.registry import Registry as Registry
    from eventcoder.language.dates import leading_date as leading_date
    from eventcoder.language.dates import parse_date as parse_date
    from eventcoder.language.grammar import CURRENCIES as CURRENCIES
    from eventcoder.language.grammar import SAYING_VERBS as SAYING_VERBS
    from eventcoder.language.grammar import complement_moods as complement_moods
    from eventcoder.language.morphology import noun_forms as noun_forms
    from eventcoder.language.morphology import verb_forms as verb_forms
    from eventcoder.language.text import split as split
    from eventcoder.language.text import tokenize as tokenize
    from eventcoder.model import NOBODY as NOBODY
    from eventcoder.model import Actor as Actor
    from eventcoder.model import Document as Document
    from eventcoder.model import Event as Event
    from eventcoder.model import Frame as Frame
    from eventcoder.model import Sentence as Sentence
    from eventcoder.model import Span as Span
    from eventcoder.running.rows import COLUMNS as COLUMNS
    from eventcoder.running.rows import TEXT_COLUMNS as TEXT_COLUMNS
    from eventcoder.running.run import Settings as Settings
    from eventcoder.running.run import run as run


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'eventcoder' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"eventcoder.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
