"""A comparison as plain values, for programs."""

from __future__ import annotations

from typing import Any

from eventcoder.bench.comparing import Comparison
from eventcoder.model import Event
from eventcoder.running.corpus import sentence_id

_CELL = ("month", "source", "target", "root", "before", "after")


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Everything that the text report shows, and all sentences and dyad-months."""
    return {
        "sentences": comparison.sentences,
        "events": {"before": comparison.old.events, "after": comparison.new.events},
        "kinds": dict(comparison.kinds()),
        "categories": [
            {"category": name, **tally._asdict()} for name, tally in comparison.categories().items()
        ],
        "patterns": [
            {"old": old or None, "new": new or None, "before": n.old, "after": n.new}
            for old, new, n in comparison.patterns()
        ],
        "changes": [
            {
                "kind": change.kind,
                "sentence_id": sentence_id(change.sentence),
                "text": change.sentence.text,
                "old": change.old and event_data(change.old),
                "new": change.new and event_data(change.new),
            }
            for change in comparison.changes
        ],
        "dyad_months": [
            dict(zip(_CELL, (*cell, n.old, n.new), strict=True))
            for cell, n in comparison.dyad_months().items()
        ],
    }


def event_data(event: Event) -> dict[str, str]:
    """What an event is, and which pattern made it."""
    return {
        "actor": event.actor.code,
        "action": event.action,
        "target": event.target.code,
        "category": event.category,
        "pattern": event.pattern,
    }
