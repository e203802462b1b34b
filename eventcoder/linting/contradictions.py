"""Patterns whose `unless` forbids what they need: then they never fire, or some of their words do nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventcoder.codebook.rules import ANYTHING, ANYWHERE, OWNER, REST, SPECIAL, Rule, Slot, slot_names
from eventcoder.codebook.shape import sets_in
from eventcoder.codebook.yamlfile import Key
from eventcoder.language.morphology import noun_forms, verb_forms
from eventcoder.linting.catalogue import check
from eventcoder.linting.subject import Subject

Found = Iterator[tuple[Key, str]]
_Slots = tuple[str, ...]


@check(
    "EC101",
    "the pattern forbids what it asks for",
    severity="error",
    reason="What the pattern needs is what its `unless` forbids: all the words that it asks for in a slot, in the same "
    'slot or in the whole sentence (`any`); its own trigger; or, with `"*"`, the only phrase that could be its source or '
    "target. No sentence can satisfy both, so the pattern never fires. Without `target`, the target of a verb is its object.",
    fix="Take the words out of `unless`, or out of what is asked for. If nobody is acted on, write `target: none`.",
    example="- {verb: sign, object: treaty, unless: {object: [treaty, pact]}}\n"
    '- {verb: protest, unless: {object: ["*"]}}     # and the target is the object',
)
def contradictory(subject: Subject) -> Found:
    for key, rules in subject.rules.items():
        if all(forbidden := [_impossible(rule) for rule in rules]):
            yield key, f"it asks for {forbidden[0]}, and forbids it"


@check(
    "EC109",
    "the pattern forbids some of the words that it asks for",
    reason="The pattern wants one of several words in a slot, and its `unless` forbids some of them, in the same slot or "
    "in the whole sentence (`any`). These words find nothing, or nothing but their plural. Under `any`, a word also "
    "forbids those that begin like it.",
    fix="Take the words out of `unless`, or out of what is asked for.",
    example="- {verb: sign, object: [treaty, pact], unless: {any: [pact]}}",
)
def partly_contradictory(subject: Subject) -> Found:
    for key, pattern in subject.patterns():
        rules = subject.rules.get(key, [])
        words = [(("object",), pattern.object), *((slot_names(s), w) for s, w in pattern.where.items())]
        dead = {
            word
            for slots, listed in words
            for word in listed
            if not sets_in(word) and all(_forbids(rule, slots, word) for rule in rules)
        }
        if rules and dead and not all(map(_impossible, rules)):
            yield key, f"it asks for {_some(dead)}, and forbids it"


def _needs(rule: Rule) -> Iterator[tuple[_Slots, Iterable[str]]]:
    """Slots, and the words one of which must be the head of a phrase there."""
    if rule.objects:
        yield ("object",), rule.objects
    yield from rule.where.items()


def _impossible(rule: Rule) -> str:
    """What a rule needs and forbids altogether; "" where it may fire."""
    for slots, words in _needs(rule):
        if all(_forbids(rule, slots, word, noun_forms(word)) for word in words):
            return f"{_named(slots)} with {_some(words)}"
    for slots, words in rule.mentions.items():
        if all(_forbids_text(rule, word, slots) for word in words):
            return f"{_named(slots)} with {_some(words)}"
    if all(_forbids_text(rule, form) for form in _trigger_forms(rule)):
        return f"the trigger {_some(rule.phrases)}"
    for side, sought in (("source", rule.source), ("target", rule.target)):
        if all(_is_empty(rule, slot) for slot in sought):
            return f"a {side} in {_named(slot.name for slot in sought)}"
    return ""


def _forbids(rule: Rule, slots: _Slots, word: str, forms: Iterable[str] = ()) -> bool:
    """Whether a rule forbids a word as the head of the slots, or each of its forms in the sentence."""
    there = (words for forbidden, words in rule.unless.items() if set(slots) <= set(forbidden))
    if any(word in words or ANYTHING in words or _has_phrase(word, words) for words in there):
        return True
    return all(_forbids_text(rule, form) for form in forms or [word])


def _has_phrase(phrase: str, words: Iterable[str]) -> bool:
    return any(" " in word and word in phrase for word in words)


def _forbids_text(rule: Rule, text: str, slots: _Slots = ()) -> bool:
    """Whether a rule forbids every sentence with this beginning of a word; or every `slots` with it."""
    for forbidden, words in rule.unless.items():
        if (ANYWHERE in forbidden or (slots == (REST,) and REST in forbidden)) and any(
            f" {word}" in f" {text}" for word in words
        ):
            return True
    return False


def _trigger_forms(rule: Rule) -> Iterator[str]:
    """How the triggers are written, the particles of verbs left out."""
    for lemma, rest in rule.triggers:
        yield from verb_forms(lemma) if rule.kind == "verb" else noun_forms(f"{rest} {lemma}".strip())


def _is_empty(rule: Rule, slot: Slot) -> bool:
    """Whether a phrase must stand in the slot, and none may."""
    name = slot.name.removeprefix(OWNER)
    if slot.optional or slot.name in SPECIAL:
        return False
    return any(name in forbidden and ANYTHING in words for forbidden, words in rule.unless.items())


def _named(slots: Iterable[str]) -> str:
    return " or ".join(map(repr, slots))


def _some(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:3])
