"""An explanation as plain data."""

from __future__ import annotations

from typing import Any

from eventcoder.bench.diff_json import event_data
from eventcoder.bench.explain_words import embedded, outcomes, pair, rejections, turned, why_nothing
from eventcoder.bench.misses import Miss
from eventcoder.bench.tracing import Clause, Trace
from eventcoder.model import Event, Span


def as_json(trace: Trace) -> dict[str, Any]:
    """All that is known of a sentence."""
    sentence = trace.sentence
    return {
        "document": sentence.doc.id,
        "number": sentence.index,
        "date": sentence.doc.date.isoformat() if sentence.doc.date else None,
        "sentence": sentence.text,
        "passes_the_screen": not trace.lacks,
        "discarded": trace.coded.discarded,
        "actors": [
            {**_span(span), "codes": [a.code for a in told.actors], "how": told.lines}
            for span, told in trace.phrases
        ],
        "clauses": [_clause(clause) for clause in trace.clauses],
        "events": [_event(event) for event in trace.coded.events],
        "told_again": [
            {"event": _event(step.event), "coded_as": _event(step.other)} for step in trace.repeated
        ],
        "why_nothing": [] if trace.coded.events else why_nothing(trace),
        "nearest": _miss(trace.miss) if trace.miss else None,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"text": span.text, "start": span.start, "end": span.end}


def _event(event: Event) -> dict[str, Any]:
    return {**event_data(event), "mirror": event.mirrored}


def _clause(clause: Clause) -> dict[str, Any]:
    frame = clause.frame
    return {
        "trigger": _span(frame.trigger),
        "lemma": frame.lemma,
        "particle": frame.particle,
        "kind": frame.kind,
        "depth": clause.depth,
        "slots": {slot: [_span(span) for span in spans] for slot, spans in frame.args.items()},
        "moods": sorted(frame.moods),
        "speaker": _span(frame.speaker) if frame.speaker else None,
        "embedded": embedded(clause),
        "entered": clause.entered,
        "discarded_by": clause.discarded.match.rule.id if clause.discarded else None,
        "rejected": [
            {"stage": r.stage, "actors": r.who, "reason": r.reason, "patterns": r.patterns}
            for r in rejections(clause)
        ],
        "won": [
            {
                "pattern": o.match.rule.id,
                "weight": o.match.rule.weight,
                "about": o.match.inner.rule.id if o.match.inner else None,
                "moods": turned(o.turn) if o.turn else None,
                "events": [_event(event) for event in o.events],
            }
            for o in outcomes(clause)
        ],
        "not_tried": [rule.id for rule in clause.waiting],
    }


def _miss(miss: Miss) -> dict[str, Any]:
    return {
        "pattern": miss.rule.id,
        "trigger": _span(miss.frame.trigger),
        "stage": miss.stage,
        "actors": pair(miss.dyad) if miss.dyad else "",
        "lacks": [str(misfit) for misfit in miss.misfits],
        "would_take": [misfit.cure for misfit in miss.misfits],
    }
