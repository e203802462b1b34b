"""Why a rule does not fit a frame: what it asks for and is not there, what it forbids and is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial

from eventcoder.codebook.rules import ANYTHING, ANYWHERE, NO_PREPOSITIONS, OWNER, SPECIAL, Rule, Slot
from eventcoder.codebook.shape import ANY
from eventcoder.coding.facts import Facts
from eventcoder.language.morphology import noun_forms
from eventcoder.model import Frame

_NOT = frozenset({"not", "never", "no", "nor", "neither", "cannot"})


class Misfit:
    """Why a rule comes to nothing: `str()` says what is wrong, `cure` what would mend it.

    Both are put together only when somebody asks: `{0}` in them stands for the slots,
    `{1}` for the phrase or the sentence that they mean; `words` may be a function that lists the words.
    """

    __slots__ = ("_cure", "_slots", "_what", "_words")

    def __init__(
        self,
        what: str,
        words: Iterable[str] | Callable[[], Iterable[str]],
        cure: str,
        slots: Sequence[str] = (),
    ) -> None:
        self._what = what
        self._words = words
        self._cure = cure
        self._slots = slots

    def __str__(self) -> str:
        return self._text(self._what)

    @property
    def cure(self) -> str:
        return self._text(self._cure)

    def _text(self, what: str) -> str:
        words = self._words() if callable(self._words) else self._words
        named = " or ".join(map(repr, self._slots))
        part = "the sentence" if ANYWHERE in self._slots else f"the {named} phrase"
        return f"{what.format(named, part)}: {_list(words)}"


def trigger_fits(rule: Rule, frame: Frame) -> bool:
    """The particle of a verb, or the words before a noun, are those of the trigger."""
    if frame.kind == "verb":
        if (frame.lemma, frame.particle) in rule.triggers:
            return True
        plain = frame.particle in frame.args and (frame.lemma, "") in rule.triggers
        return plain and asks_for(rule, frame)
    if (frame.lemma, "") in rule.triggers:
        return True
    before = _words_before(frame.sentence.text, frame.trigger.start)
    return before.endswith(rule.endings.get(frame.lemma, ()))


def asks_for(rule: Rule, frame: Frame) -> bool:
    """Whether a rule for the plain verb wants a phrase with a preposition that stands behind a phrasal one.

    "Came to the table" is found as "come to", which is a verb of its own elsewhere, and as "come" with a
    phrase in `to`; "flew to Oslo in May" as "fly in", and as "fly" with one in `to`.
    """
    if rule.objects:
        return False
    behind = frame.args.keys() - NO_PREPOSITIONS
    first = {rule.source[0].name, rule.target[0].name}
    return not behind.isdisjoint(first) or any(not behind.isdisjoint(names) for names in rule.where)


@lru_cache(maxsize=64)
def _words_before(text: str, end: int) -> str:
    return " " + " ".join(text[:end].lower().split())


def misfits(rule: Rule, facts: Facts, roles: bool = True) -> Iterator[Misfit]:
    """All that keeps a rule from a frame but for the embedded act, in the order in which it is asked.

    Without `roles` it is not asked whether source and target are there.
    """
    if not trigger_fits(rule, facts.frame):
        what = "the trigger is part of another phrase than"
        yield Misfit(what, partial(_triggers, rule), "as its trigger one of")
    if rule.objects and not facts.fills(("object",), rule.objects):
        yield Misfit("its object is none of", rule.pattern_objects, "an object that is one of")
    for slots, words in rule.where.items():
        if not facts.fills(slots, words):
            yield Misfit("there is no {0} phrase with one of", words, "a {0} phrase with one of", slots)
    for slots, words in rule.mentions.items():
        if facts.is_about_none and ANY in rule.about:
            words = _negative(words)
        if not facts.mentions(slots, words):
            yield Misfit("{1} mentions none of", words, "in {1} one of", slots)
    for slots, words in rule.unless.items():
        if any(facts.forbids(slot, words) for slot in slots):
            there = partial(_forbidding, facts, slots, words)
            yield Misfit("it is forbidden in {1} to have", there, "in {1} none of", slots)
    if roles and not _has_phrase(facts, rule.source):
        what = "no phrase where the source should stand"
        yield Misfit(what, partial(_names, rule.source), "a source in one of the slots")
    if roles and not _has_phrase(facts, rule.target):
        what = "no phrase where the target should stand"
        yield Misfit(what, partial(_names, rule.target), "a target in one of the slots")


@cache
def _negative(words: frozenset[str]) -> frozenset[str]:
    """Those that say themselves that something is not done: "will not run", of what is told by its words.

    Who "urged Israel not to free the gunmen" did not ask for what "free the gunmen" stands for.
    """
    return frozenset(word for word in words if not _NOT.isdisjoint(word.split()))


def _triggers(rule: Rule) -> list[str]:
    """ "call off" again, or "phone call"."""
    return [" ".join(filter(None, t if rule.kind == "verb" else t[::-1])) for t in rule.triggers]


def _names(slots: Iterable[Slot]) -> list[str]:
    return [slot.name for slot in slots]


def _forbidding(facts: Facts, slots: Iterable[str], words: Iterable[str]) -> list[str]:
    """Those of the words that are there."""
    return [w for w in words if any(facts.forbids(slot, frozenset({w})) for slot in slots)]


def _has_phrase(facts: Facts, slots: tuple[Slot, ...]) -> bool:
    return any(s.optional or s.name in SPECIAL or s.name.removeprefix(OWNER) in facts.filled for s in slots)


def _list(words: Iterable[str], most: int = 8) -> str:
    asked = set(words)
    plurals = {form for word in asked if " " in word for form in noun_forms(word) - {word}}
    listed = sorted("anything" if word == ANYTHING else word for word in asked - plurals)
    return ", ".join(listed[:most]) + (", ..." if len(listed) > most else "")
