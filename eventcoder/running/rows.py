"""Events as rows of text: the columns of the output and how each is filled.

The names and the order of the columns are public API; a golden file compares bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from eventcoder.codebook.scheme import Scale, Scheme
from eventcoder.coding.coder import PRIMARY
from eventcoder.model import Actor, Event, Span

COLUMNS: Mapping[str, str] = {
    "event_id": "hash of the event's content: the same on any machine",
    "date": "date of the document, YYYY-MM-DD; empty where unknown",
    "actor": "composed code of who acted; --- where nobody is named",
    "action": "CAMEO code, as text",
    "target": "composed code of who was acted on; --- where nobody is named",
    "action_label": "the category in words",
    "actor_text": "the phrase that names the actor",
    "action_text": "the words that express the act",
    "target_text": "the phrase that names the target",
    "actor_span": "its place in the document's text, start:end in characters from 0",
    "action_span": "the same for the act",
    "target_span": "the same for the target",
    "codebook": "codebook that coded the event",
    "category": "category in that codebook",
    "root": "two-digit CAMEO root",
    "quad_class": "quad class under the chosen rule",
    "intensity": "value on the chosen intensity scale",
    "plover": "PLOVER class and mode",
    "weis": "WEIS code",
    "moods": "what grammar says of the act: future, reported, ...; space-separated",
    "speaker": "composed code of who reported the act",
    "inferred": "roles (actor, target) whose code was partly inferred",
    "document_id": "the document",
    "source": "the document's source",
    "sentence_number": "number of the sentence in the document, from 1",
    "sentence": "the sentence",
    "extractor": "extractor that found the frame",
    "pattern": "pattern that matched: codebook/category#number",
}
"""Column name -> what it holds, in the order in which they are written."""

TEXT_COLUMNS = frozenset({"actor_text", "action_text", "target_text", "document_id", "source", "sentence"})
"""Columns whose content comes from the input and could be mistaken for a formula."""


_IDENTITY = (
    "document_id", "date", "actor", "action", "target", "action_span", "actor_span", "target_span",
    "codebook", "category",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labels:
    """What codes are looked up in: the schemes, the quad rule of CAMEO, and an intensity scale."""

    schemes: Mapping[str, Scheme]
    quad_rule: str
    scale: Scale | None

    def row(self, event: Event) -> dict[str, str]:
        """The event as it is written: every value is text, the keys are those of COLUMNS."""
        document = event.sentence.doc
        cameo = event.codes.get(PRIMARY, "")
        values = {
            "date": document.date.isoformat() if document.date else "",
            "actor": event.actor.code,
            "action": event.action,
            "target": event.target.code,
            "action_label": self._label(event),
            "actor_text": _text(event.actor.span),
            "action_text": event.trigger.text,
            "target_text": _text(event.target.span),
            "actor_span": _offsets(event, event.actor.span),
            "action_span": _offsets(event, event.trigger),
            "target_span": _offsets(event, event.target.span),
            "codebook": event.codebook,
            "category": event.category.partition("/")[2],
            "root": self._root(cameo),
            "quad_class": self._quad(cameo),
            "intensity": self._intensity(event),
            "plover": event.codes.get("plover", ""),
            "weis": event.codes.get("weis", ""),
            "moods": " ".join(sorted(event.moods)),
            "speaker": event.speaker.code if event.speaker else "",
            "inferred": " ".join(_inferred(event.actor, event.target)),
            "document_id": document.id,
            "source": document.source,
            "sentence_number": str(event.sentence.index),
            "sentence": event.sentence.text,
            "extractor": event.extractor,
            "pattern": event.pattern,
        }
        row = {"event_id": _event_id(values), **values}
        return {name: row[name] for name in COLUMNS}

    def _label(self, event: Event) -> str:
        for name, code in event.codes.items():
            if code == event.action and name in self.schemes and self.schemes[name].label(code):
                return self.schemes[name].label(code)
        return event.category

    def _root(self, cameo: str) -> str:
        return self.schemes[PRIMARY].root(cameo) if cameo and PRIMARY in self.schemes else ""

    def _quad(self, cameo: str) -> str:
        return self.schemes[PRIMARY].quad(cameo, self.quad_rule) if PRIMARY in self.schemes else ""

    def _intensity(self, event: Event) -> str:
        if self.scale is None:
            return ""
        code = event.codes.get(self.scale.scheme, "")
        value = self.scale.value(self.schemes[self.scale.scheme], code)
        return "" if value is None else f"{value:.1f}"


def _event_id(values: Mapping[str, str]) -> str:
    """First 16 hex digits of a hash of what makes the event this one and no other."""
    content = "\x1f".join(values[part] for part in _IDENTITY)
    return hashlib.blake2b(content.encode("utf8", "surrogatepass"), digest_size=8).hexdigest()


def _text(span: Span | None) -> str:
    return " ".join(span.text.split()) if span else ""


def _offsets(event: Event, span: Span | None) -> str:
    if span is None:
        return ""
    start = event.sentence.start
    return f"{start + span.start}:{start + span.end}"


def _inferred(actor: Actor, target: Actor) -> list[str]:
    return [role for role, who in (("actor", actor), ("target", target)) if who.inferred]
