"""What slots and words a rule needs, looked up once: most rules cannot fit a frame for want of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eventcoder.codebook.rules import ANYWHERE, OWNER, REST, SPECIAL, Rule, Slot
from eventcoder.coding.facts import Facts

Slots = tuple[frozenset[str], ...]
"""Sets of slots, of each of which one must be filled."""


Asked = tuple[tuple[tuple[str, ...], frozenset[str]], ...]
"""Slots, and the words of which one must be in them."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a rule needs: slots for its words, slots for its actors, an embedded act of `about`, words.

    `where` and `mentions` are those of the rule; `texts` are the words of `mentions` alone.
    """

    words: Slots
    sides: Slots
    about: frozenset[str]
    texts: tuple[frozenset[str], ...]
    where: Asked
    mentions: Asked


def needs_of(rule: Rule) -> Needs:
    asked = [*rule.where, *(slots for slots in rule.mentions if not {ANYWHERE, REST} & {*slots})]
    words = [frozenset(slots) for slots in asked]
    if rule.objects:
        words.append(frozenset({"object"}))
    sides = [_names(slots) for slots in (rule.source, rule.target) if not any(map(_may_be_empty, slots))]
    return Needs(
        tuple(words),
        (*words, *sides),
        rule.about | rule.about_not,
        tuple(rule.mentions.values()),
        tuple(rule.where.items()),
        tuple(rule.mentions.items()),
    )


def has_slots(needs: Needs, filled: frozenset[str], embeds: bool, roles: bool) -> bool:
    """Whether the slots that a rule needs are filled, and an act is embedded; without `roles` actors need no
    slot.
    """
    if needs.about and not embeds:
        return False
    return not any(filled.isdisjoint(slots) for slots in (needs.sides if roles else needs.words))


def has_words(needs: Needs, facts: Facts) -> bool:
    """Whether the words that a rule needs are where it needs them. What most rules fail is asked first."""
    for words in needs.texts:
        if words.isdisjoint(facts.mentioned):
            return False
    for slots, words in needs.where:
        if not facts.fills(slots, words):
            return False
    return all(facts.mentions(*asked) for asked in needs.mentions)


def _may_be_empty(slot: Slot) -> bool:
    return slot.optional or slot.name in SPECIAL


def _names(slots: Iterable[Slot]) -> frozenset[str]:
    return frozenset(slot.name.removeprefix(OWNER) for slot in slots)
