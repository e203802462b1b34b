"""What of a gold file can be compared: events, acts without actors, or only the classes of acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from eventcoder.codebook.scheme import Code
from eventcoder.evaluation.gold import Gold, Triple
from eventcoder.evaluation.levels import ACTS, CLASSES, Codes
from eventcoder.model import NOBODY


@dataclass(frozen=True, slots=True)
class Comparable:
    """Gold and coded events in the same terms; `left_out` counts coded events without a code in them."""

    gold: Gold
    predicted: Mapping[str, Sequence[Triple]]
    codes: Codes
    left_out: int = 0


def comparable(
    gold: Gold,
    predicted: Mapping[str, Sequence[Triple]],
    codes: Codes,
    acts_only: bool = False,
    all_events: bool = False,
) -> Comparable:
    """Both sides as far as the gold goes; actors are left out where it names none."""
    coded = sum(map(len, predicted.values()))
    if not all_events:
        predicted = {name: [e for e in found if e.action != NOBODY] for name, found in predicted.items()}
    found = Comparable(gold, predicted, codes, coded - sum(map(len, predicted.values())))
    if in_classes(gold, codes):
        found = replace(
            _mapped(found, lambda e: e._replace(action=codes.quad(e.action))), codes=_classes(codes)
        )
    if acts_only or gold.acts_only:
        acts = tuple(level for level in ACTS if found.codes is codes or level in CLASSES)
        found = replace(_mapped(found, _act), codes=replace(found.codes, levels=acts))
    return found


def in_classes(gold: Gold, codes: Codes) -> bool:
    """Whether the gold says "verbal conflict" where others say 112."""
    actions = gold.actions()
    return bool(actions) and all(codes.is_class(action) for action in actions)


def _act(event: Triple) -> Triple:
    return Triple(NOBODY, event.action, NOBODY)


def _mapped(of: Comparable, change: Callable[[Triple], Triple]) -> Comparable:
    predicted = {name: list(map(change, found)) for name, found in of.predicted.items()}
    return replace(of, gold=of.gold.mapped(change), predicted=predicted)


def _classes(codes: Codes) -> Codes:
    """The classes of the quad rule as a scheme of their own, so that every table speaks of them."""
    rule = codes.scheme.quads[codes.quad_rule]
    scheme = codes.scheme.model_copy(
        update={
            "title": rule.title,
            "codes": {name: Code(label=label, parent=None) for name, label in rule.labels.items()},
            "quads": {codes.quad_rule: rule.model_copy(update={"classes": {q: [q] for q in rule.labels}})},
        }
    )
    return replace(codes, scheme=scheme, levels=CLASSES)
