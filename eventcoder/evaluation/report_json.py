"""The evaluation as plain values, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from eventcoder.evaluation.agreement import Agreement
from eventcoder.evaluation.evaluation import Evaluation, LevelScore
from eventcoder.evaluation.gold import Triple
from eventcoder.evaluation.pairing import RIGHT
from eventcoder.evaluation.scores import Score

_DIGITS = 4


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Everything that the other reports show; figures have four digits."""
    matrix = evaluation.confusion
    return {
        "coder": evaluation.coder,
        "sentences": evaluation.sentences,
        "sentences_all_right": evaluation.all_right,
        "sentences_without_event": evaluation.quiet,
        "sentences_without_event_left_silent": evaluation.silent,
        "sentences_not_coded_by_hand": evaluation.uncoded,
        "events_left_out": evaluation.left_out,
        "levels": {name: _level(level) for name, level in evaluation.levels.items()},
        "roots": {root: _score(score) for root, score in evaluation.roots.items()},
        "codes": {code: _score(score) for code, score in evaluation.codes.items()},
        "confusion": [
            {"gold": gold or None, "coded": coded or None, "events": count}
            for (gold, coded), count in sorted(matrix.cells.items())
        ],
        "agreement": [_agreement(a) for a in evaluation.agreements],
        "errors": [
            {
                "kind": pair.kind,
                "gold": _event(pair.gold),
                "coded": _event(pair.coded),
                "sentence_id": found.sentence.id,
                "text": found.sentence.text,
            }
            for found in evaluation.paired
            for pair in found.pairs
            if pair.kind != RIGHT
        ],
    }


def _level(level: LevelScore) -> dict[str, Any]:
    bounds = {name: [round(edge, _DIGITS) for edge in both] for name, both in level.intervals.items()}
    return _score(level.score) | {"intervals": bounds}


def _score(score: Score) -> dict[str, float]:
    figures = {name: round(getattr(score, name), _DIGITS) for name in ("precision", "recall", "f1")}
    return figures | asdict(score)


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "coders": list(agreement.coders),
        "sentences": agreement.sentences,
        "questions": {name: asdict(c) for name, c in agreement.questions.items()},
        "levels": {name: _score(score) for name, score in agreement.scores.items()},
    }


def _event(event: Triple | None) -> dict[str, str] | None:
    return event._asdict() if event else None
