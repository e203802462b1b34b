"""How far two human coders agree, beyond what chance would give.

The coefficients are those of scikit-learn (Cohen's kappa) and of the package krippendorff (alpha). Both
come with `pip install "eventcoder[evaluate]"` and are loaded only where a file has two coders.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import combinations
from typing import Any

from eventcoder.evaluation.gold import Gold, GoldSentence, Triple
from eventcoder.evaluation.levels import Codes, views
from eventcoder.evaluation.pairing import pair_up
from eventcoder.evaluation.scores import Score, outcome, total

INSTALL = 'pip install "eventcoder[evaluate]"'
_NONE = "no event"


@dataclass(frozen=True, slots=True)
class Coefficients:
    """Agreement on one question. kappa and alpha are None without their packages, and where neither
    coder ever varied, as chance agreement is then complete."""

    units: int
    same: float
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders: coefficients for each question, and the F1 of one against the other at each level."""

    coders: tuple[str, str]
    sentences: int
    questions: dict[str, Coefficients]
    scores: dict[str, Score]
    complete: bool


def agreements(gold: Gold, codes: Codes, repeats: bool = False) -> list[Agreement]:
    """Every two coders who coded the same sentences."""
    found = []
    for pair in combinations(gold.coders(), 2):
        first, second = ({s.id: s for s in gold.of(coder)} for coder in pair)
        both = [(first[name], second[name]) for name in first if name in second]
        if both:
            found.append(_agreement(pair, both, codes, repeats))
    return found


def _agreement(
    coders: tuple[str, str], both: Sequence[tuple[GoldSentence, GoldSentence]], codes: Codes, repeats: bool
) -> Agreement:
    questions = {
        name: coefficients([a for a, _ in units], [b for _, b in units])
        for name, units in _questions(both, codes).items()
    }
    scores = {}
    for level, view in views(codes).items():
        outcomes = [outcome(a, b.events, view, repeats) for a, b in both]
        scores[level] = total(outcomes, [1.0] * len(both))
    complete = all(package is not None for package in _packages())
    return Agreement(coders, len(both), questions, {name: scores[name] for name in codes.levels}, complete)


def _questions(
    both: Sequence[tuple[GoldSentence, GoldSentence]], codes: Codes
) -> dict[str, list[tuple[str, str]]]:
    """The answers of both coders: a sentence is a unit for the first question, an event for the others.

    Events are paired as the errors are. Where only one coder has an event, the other's answer is "no
    event"; a sentence in which neither has one is a unit in which they agree.
    """
    pairs: list[tuple[Triple | None, Triple | None]] = []
    for a, b in both:
        pairs += [(p.gold, p.coded) for p in pair_up(a.events, b.events, codes)] or [(None, None)]
    of: dict[str, Callable[[Triple], str]] = {
        "kind of act (root)": lambda e: codes.root(e.action),
        "code": lambda e: e.action,
    }
    if "dyad" in codes.levels:
        of |= {"source": lambda e: e.source, "target": lambda e: e.target}
    questions = {
        "is there an event?": [(str(bool(a.events)), str(bool(b.events))) for a, b in both],
    }
    for name, answer in of.items():
        questions[name] = [(answer(a) if a else _NONE, answer(b) if b else _NONE) for a, b in pairs]
    return questions


def coefficients(first: Sequence[str], second: Sequence[str]) -> Coefficients:
    """Percent agreement, Cohen's kappa and Krippendorff's alpha of two lists of answers."""
    same = sum(a == b for a, b in zip(first, second, strict=True)) / len(first)
    names = sorted({*first, *second})
    if len(names) < 2:
        return Coefficients(len(first), same, None, None)
    metrics, krippendorff = _packages()
    numbers = [[names.index(answer) for answer in answers] for answers in (first, second)]
    kappa = float(metrics.cohen_kappa_score(*numbers)) if metrics else None
    alpha = (
        float(krippendorff.alpha(reliability_data=numbers, level_of_measurement="nominal"))
        if krippendorff
        else None
    )
    return Coefficients(len(first), same, kappa, alpha)


def _packages() -> tuple[Any, Any]:
    """The modules with the coefficients; None for one that is not installed."""
    return _package("sklearn.metrics"), _package("krippendorff")


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        return None
