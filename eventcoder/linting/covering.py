"""Whether one rule fits whatever another one fits, and comes before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eventcoder.codebook.rules import Rule, Slot
from eventcoder.codebook.shape import ANY

Constraints = Mapping[tuple[str, ...], frozenset[str]]


def covers(rule: Rule, other: Rule, trigger: tuple[str, str]) -> bool:
    """Whether `rule` wins wherever `other` could, for one of its triggers.

    It asks for nothing more, takes its actors from the same slots, and is stronger.
    """
    if (rule.weight, -rule.order) < (other.weight, -other.order):
        return False
    has_trigger = trigger in rule.triggers or (rule.kind == "noun" and (trigger[0], "") in rule.triggers)
    return has_trigger and _asks_no_more(rule, other) and _same_sides(rule, other)


@dataclass(frozen=True, slots=True)
class Cover:
    """Rules of other patterns, one of which comes first whatever a pattern fits.

    `same` is whether they are one pattern that says exactly the same, and no more.
    """

    rules: Sequence[Rule]
    same: bool

    @property
    def books(self) -> set[str]:
        return {rule.book for rule in self.rules}

    @property
    def category(self) -> str:
        return self.rules[0].category.partition("/")[2]

    @property
    def names(self) -> str:
        return " and ".join(dict.fromkeys(rule.id for rule in self.rules))

    def __str__(self) -> str:
        if " and " in self.names:
            return f"{self.names} together fit whatever it fits, and come first"
        return f"{self.names} fits whatever it fits, and comes first"


def same(rules: Iterable[Rule], others: Iterable[Rule]) -> bool:
    """Whether two patterns, by their rules, say exactly the same."""
    here, there = ([_content(rule) for rule in each] for each in (rules, others))
    return all(c in there for c in here) and all(c in here for c in there)


def _content(rule: Rule) -> tuple[object, ...]:
    return (
        rule.triggers, rule.objects, rule.source, rule.target, rule.where, rule.mentions, rule.unless,
        rule.roles, rule.about, rule.about_not, rule.place,
    )  # fmt: skip


def _asks_no_more(rule: Rule, other: Rule) -> bool:
    return (
        (not rule.objects or (bool(other.objects) and other.objects <= rule.objects))
        and _implied(rule.where, other.where)
        and _implied(rule.mentions, other.mentions)
        and _forbids_no_more(rule.unless, other.unless)
        and _about(rule, other)
        and all(other.roles.get(side, frozenset({"?"})) <= roles for side, roles in rule.roles.items())
        and rule.place in (None, other.place)
    )


def _implied(wanted: Constraints, given: Constraints) -> bool:
    """Whether each of `wanted` holds where all of `given` hold: fewer words, in fewer slots."""
    return all(
        any(set(s) <= set(slots) and w <= words for s, w in given.items()) for slots, words in wanted.items()
    )


def _forbids_no_more(forbidden: Constraints, given: Constraints) -> bool:
    return all(
        any(set(s) >= set(slots) and w >= words for s, w in given.items())
        for slots, words in forbidden.items()
    )


def _about(rule: Rule, other: Rule) -> bool:
    if not rule.embeds:
        return True
    if not other.embeds:
        return False
    known = {name for name in other.about if name.partition("/")[0] + "/*" in rule.about} | rule.about
    negated = rule.about_not | rule.about
    return ANY in rule.about or (other.about <= known and other.about_not <= negated)


def _same_sides(rule: Rule, other: Rule) -> bool:
    """Whether the actors of `other` are those of `rule`: the same slots, or more behind them."""
    return _begins_with(rule.source, other.source) and _begins_with(rule.target, other.target)


def _begins_with(slots: tuple[Slot, ...], first: tuple[Slot, ...]) -> bool:
    return slots[: len(first)] == first


def tie(rule: Rule, other: Rule) -> frozenset[str]:
    """The words for which nothing but their order decides between two rules; none where something else does.

    They weigh the same and differ in nothing but their words, of which they share some and each has its own,
    or in nothing but their triggers, of which `rule` has some of its own.
    """
    if rule.weight != other.weight or rule.triggers.isdisjoint(other.triggers):
        return frozenset()
    if set(rule.where) != set(other.where) or _beside_words(rule) != _beside_words(other):
        return frozenset()
    pairs = [
        (rule.objects, other.objects),
        *((words, other.where[slot]) for slot, words in rule.where.items()),
    ]
    differing = [(a, b) for a, b in pairs if a != b]
    if not all(a & b and a - b and b - a for a, b in differing):
        return frozenset()
    if not differing and not rule.triggers <= other.triggers:
        return frozenset(" ".join(trigger).strip() for trigger in rule.triggers & other.triggers)
    return frozenset().union(*(a & b for a, b in differing))


def _beside_words(rule: Rule) -> tuple[object, ...]:
    return (
        rule.source, rule.target, rule.mentions, rule.unless, rule.roles, rule.about, rule.about_not, rule.place,
    )  # fmt: skip
