"""What words a sentence must have before any rule could fit it: set operations, before it is parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from eventcoder.codebook.rules import ANYTHING, NO_PREPOSITIONS, OWNER, SPECIAL, Rule
from eventcoder.codebook.shape import ANY, UNKNOWN
from eventcoder.coding.facts import Mentioned
from eventcoder.language.morphology import noun_forms, verb_forms

Words = frozenset[str]
Needs = tuple[Words, ...]
"""Sets of words, from each of which a sentence must have one."""

_MEANT_BY = {"with": ("alongside",), "on": ("upon",)}
"""Prepositions that extractors may put into the slot of another."""


class Ask(NamedTuple):
    """What a rule asks for that is looked up only where all its words are there.

    `mentions` are words that the text must mention, `about` the acts of which one must be embedded.
    """

    mentions: Needs
    about: Words


class RuleWords:
    """Knows from words alone which sentences no rule fits whose acts are coded.

    A rule needs one of its trigger words with what stands beside it, one of its object words, the
    prepositions of its actors, an act that it may be about, and so on. The rules of a word are looked at
    when a text has it.
    """

    def __init__(self, rules: Sequence[Rule], coded: Callable[[Rule], bool], mentioned: Mentioned) -> None:
        self._mentioned = mentioned
        self._coded = _ByWord([rule for rule in rules if coded(rule)], actors=True)
        self._all = _ByWord(rules, actors=False)

    def could_match(self, text: str, lower: set[str]) -> bool:
        """Whether a text with these words, in lower case, has those of some rule."""
        found: list[Ask] = []
        for ask, _ in self._coded.reached(lower):
            if not (ask.mentions or ask.about):
                return True
            found.append(ask)
        return bool(found) and self._any_met(found, text, lower)

    def _any_met(self, found: Sequence[Ask], text: str, lower: set[str]) -> bool:
        mentioned = self._mentioned.anywhere(text)
        found = [ask for ask in found if _met(ask, mentioned)]
        if not all(ask.about for ask in found):
            return True
        wanted = frozenset[str]().union(*(ask.about for ask in found))
        acts = (acts for ask, acts in self._all.reached(lower) if _met(ask, mentioned))
        return any(not wanted.isdisjoint(names) for names in acts)

    def lacks(self, lower: set[str]) -> str:
        """What a text lacks that no rule could fit, in words."""
        if known := sorted(self._coded.known(lower)):
            return f"the other words that every pattern with {' or '.join(map(repr, known))} asks for"
        return "a word that starts a pattern whose acts are coded"


class _ByWord:
    """Rules by the words that start them. With `actors`, their actors must have their prepositions."""

    def __init__(self, rules: Iterable[Rule], actors: bool) -> None:
        self._actors = actors
        self._rules: dict[tuple[str, str], list[Rule]] = {}
        self._triggers: dict[str, list[tuple[str, str]]] = {}
        self._asked: dict[tuple[str, str], _Asked] = {}
        for rule in rules:
            for lemma in rule.phrases:
                self._rules.setdefault((rule.kind, lemma), []).append(rule)
        for trigger in self._rules:
            for form in _forms(*trigger):
                self._triggers.setdefault(form, []).append(trigger)

    def known(self, lower: set[str]) -> set[str]:
        """The words that start a rule."""
        return self._triggers.keys() & lower

    def reached(self, lower: set[str]) -> Iterator[tuple[Ask, set[str]]]:
        """What else the rules ask for that find their words, and what acts they would find."""
        for trigger in {trigger for word in self.known(lower) for trigger in self._triggers[word]}:
            asked = self._asked.get(trigger)
            if asked is None:
                asked = self._asked[trigger] = self._asked_by(trigger)
            yield from asked.reached(lower)

    def _asked_by(self, trigger: tuple[str, str]) -> _Asked:
        asked = _Asked()
        for rule in self._rules[trigger]:
            needs, ask = _needs(rule, self._actors)
            for beside in rule.phrases[trigger[1]]:
                asked.add((*_beside(beside), *needs), ask, (rule.category, f"{rule.book}/*"))
        return asked


class _Asked:
    """What several rules ask for, as a tree: what many of them ask for is looked up once."""

    __slots__ = ("acts", "more")

    def __init__(self) -> None:
        self.more: dict[Words, _Asked] = {}
        self.acts: dict[Ask, set[str]] = {}

    def add(self, needs: Iterable[Words], ask: Ask, acts: Iterable[str]) -> None:
        node = self
        for words in needs:
            node = node.more.get(words) or node.more.setdefault(words, _Asked())
        node.acts.setdefault(ask, set()).update(acts)

    def reached(self, present: set[str]) -> Iterator[tuple[Ask, set[str]]]:
        """What else the rules ask for that find all their words, and the acts that they would find."""
        yield from self.acts.items()
        for words, more in self.more.items():
            if not words.isdisjoint(present):
                yield from more.reached(present)


def _met(ask: Ask, mentioned: Words) -> bool:
    return not any(words.isdisjoint(mentioned) for words in ask.mentions)


@cache
def _forms(kind: str, lemma: str) -> Sequence[str]:
    return tuple(verb_forms(lemma) if kind == "verb" else noun_forms(lemma))


def _needs(rule: Rule, actors: bool) -> tuple[Needs, Ask]:
    """Words that a rule needs beside its trigger, and what else it asks for."""
    named = _prepositions(rule) if actors else ()
    asked = (_with_forms(w) for w in (rule.objects, *rule.where.values()) if w and ANYTHING not in w)
    mentions = tuple(words for words in rule.mentions.values() if ANYTHING not in words)
    about = rule.about | rule.about_not
    return (*named, *asked), Ask(mentions, about if about.isdisjoint((ANY, *UNKNOWN)) else frozenset())


@cache
def _beside(words: str) -> Needs:
    """The particles of a verb, or what stands before a noun: "off" of "call off", "peace" of "peace talk"."""
    return tuple(_spelled(word) for word in words.split() if word.replace("-", "").isalpha())


def _prepositions(rule: Rule) -> Iterator[Words]:
    """The prepositions of which one must be there for the actors of a rule, where they stand behind such."""
    for slots in (rule.target, rule.source):
        names = {slot.name.removeprefix(OWNER) for slot in slots}
        if not any(slot.optional for slot in slots) and names.isdisjoint(SPECIAL | NO_PREPOSITIONS):
            yield _either(frozenset(names))


@cache
def _either(names: Words) -> Words:
    return frozenset().union(*(_spelled(name.partition(" ")[0]) for name in names))


@cache
def _spelled(word: str) -> Words:
    return frozenset({word, *_MEANT_BY.get(word, ())})


@lru_cache(maxsize=10_000)
def _with_forms(words: Words) -> Words:
    return frozenset(f for w in words for f in noun_forms(w.rpartition(" ")[2])) | words
