"""Rules that cannot fit a frame because it has nothing where they need a phrase: most of them.

Which slots are filled is looked up once a frame, and what is needed once a rule, so that few rules are left
to be held against the frame word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eventcoder.codebook.rules import ANYWHERE, OWNER, REST, SPECIAL, Rule, Slot
from eventcoder.model import Frame

Slots = tuple[frozenset[str], ...]
"""Sets of slots, of each of which one must be filled."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a rule needs: slots for its words, slots for its actors, and whether an embedded act."""

    words: Slots
    sides: Slots
    content: bool


def needs_of(rule: Rule) -> Needs:
    asked = [*rule.where, *(slots for slots in rule.mentions if not {ANYWHERE, REST} & {*slots})]
    words = [frozenset(slots) for slots in asked]
    if rule.objects:
        words.append(frozenset({"object"}))
    sides = [_names(slots) for slots in (rule.source, rule.target) if not any(map(_may_be_empty, slots))]
    return Needs(tuple(words), (*words, *sides), rule.embeds)


def sift(rules: Iterable[tuple[Rule, Needs]], frame: Frame, roles: bool) -> Iterator[Rule]:
    """Those of the rules that may fit; without `roles` actors need no slot."""
    filled, content = _filled(frame), frame.content is not None
    for rule, needs in rules:
        if needs.content and not content:
            continue
        for slots in needs.sides if roles else needs.words:
            if slots.isdisjoint(filled):
                break
        else:
            yield rule


def _filled(frame: Frame) -> set[str]:
    """Slots that may have a filler, as `Frame.fillers` finds them."""
    filled = set(frame.args)
    if "subject" in filled:
        filled.add("together")
    if frame.content is not None:
        filled.update(frame.content.args)
    return filled


def _may_be_empty(slot: Slot) -> bool:
    return slot.optional or slot.name in SPECIAL


def _names(slots: Iterable[Slot]) -> frozenset[str]:
    return frozenset(slot.name.removeprefix(OWNER) for slot in slots)
