"""Finds the few rules of a frame's trigger that may fit it, however many there are.

A trigger word leads to its rules, with what stands beside it and the word of the object. Of these, those
that want something mentioned are found by a word of that, and the others once for all frames that have the
same slots filled: a trigger like "hold" or "make" has hundreds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from eventcoder.codebook.rules import NO_PREPOSITIONS, Rule
from eventcoder.coding.facts import Facts, Mentioned, names_of_head
from eventcoder.coding.misfits import asks_for
from eventcoder.coding.sieve import Needs, has_slots, has_words, needs_of
from eventcoder.model import Frame

_PREPOSITION = re.compile(r" (?:of|on|in|to|for|from|against|with) ")

Beside = tuple[str, str]
"""What stands beside a trigger, a particle or the word before a noun, and the word of the object."""


class RuleIndex:
    """Rules by their triggers. They are added in the order in which they are to be found."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.ranked = [(rule, needs_of(rule)) for rule in rules]
        self._by_trigger: dict[tuple[str, str], list[int]] = {}
        self._by_words: dict[tuple[str, str], dict[Beside, list[int]]] = {}
        self._candidates: dict[tuple[object, ...], Candidates] = {}
        self._none = Candidates((), self.ranked)
        for place, rule in enumerate(rules):
            for lemma in rule.phrases:
                self._by_trigger.setdefault((rule.kind, lemma), []).append(place)

    def candidates(self, frame: Frame) -> Candidates:
        """The rules with the frame's trigger and an object word of its own."""
        trigger = frame.kind, frame.lemma
        by_words = self._sorted(trigger)
        if not by_words:
            return self._none
        beside = {frame.particle} if frame.kind == "verb" else {"", _word_before(frame)}
        words = {"", *_object_words(frame)}
        keys = frozenset(key for key in product(beside, words) if key in by_words)
        behind = (
            frozenset(frame.args.keys() - NO_PREPOSITIONS)
            if frame.kind == "verb" and frame.particle in frame.args
            else None
        )
        known = self._candidates.get((trigger, keys, behind))
        if known is None:
            places = {place for key in keys for place in by_words[key]}
            if behind is not None:
                plain = by_words.get(("", ""), ())
                places.update(place for place in plain if asks_for(self.ranked[place][0], frame))
            known = self._candidates[trigger, keys, behind] = Candidates(sorted(places), self.ranked)
        return known

    def _sorted(self, trigger: tuple[str, str]) -> dict[Beside, list[int]]:
        """The places of a trigger's rules by what is beside it: sorted when it is first looked up."""
        if trigger not in self._by_words and trigger in self._by_trigger:
            found = self._by_words[trigger] = {}
            kind, lemma = trigger
            for place in self._by_trigger[trigger]:
                rule = self.ranked[place][0]
                # a noun of several words is found by the two last of them: "talk" with "peace" before it
                rests = rule.phrases[lemma]
                others = rests if kind == "verb" else {rest[rest.rfind(" ") + 1 :] for rest in rests}
                for beside in product(others, set(map(head_of, rule.objects)) or {""}):
                    found.setdefault(beside, []).append(place)
        return self._by_words.get(trigger, {})


class Candidates:
    """The rules of one trigger with the same words beside it and in its object."""

    __slots__ = ("_by_word", "_fitting", "_plain", "_ranked", "_slots", "places")

    def __init__(self, places: Sequence[int], ranked: Sequence[tuple[Rule, Needs]]) -> None:
        self.places = places
        self._ranked = ranked
        self._plain: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        self._fitting: dict[tuple[frozenset[str], bool, bool], list[int]] = {}
        for place in places:
            texts = ranked[place][1].texts
            if not texts:
                self._plain.append(place)
            for word in min(texts, key=len, default=()):
                self._by_word.setdefault(word, []).append(place)
        self._slots = frozenset[str]().union(*(s for place in places for s in ranked[place][1].sides))

    def rules(self) -> list[Rule]:
        return [self._ranked[place][0] for place in self.places]

    def with_slots(self, facts: Facts, roles: bool) -> Sequence[int]:
        """Those that find their slots filled and one of the words mentioned.

        Without `roles` actors need no slot.
        """
        filled, embeds = self._slots & facts.filled, facts.frame.content is not None
        places = self._plain_with_slots(filled, embeds, roles)
        mentioned = self._by_word.keys() & facts.mentioned
        if not mentioned:
            return places
        more = {place for word in mentioned for place in self._by_word[word]}
        fitting = (place for place in more if has_slots(self._ranked[place][1], filled, embeds, roles))
        return sorted({*places, *fitting})

    def _plain_with_slots(self, filled: frozenset[str], embeds: bool, roles: bool) -> list[int]:
        """Those that want nothing mentioned and find their slots filled."""
        known = self._fitting.get((filled, embeds, roles))
        if known is None:
            needs = ((place, self._ranked[place][1]) for place in self._plain)
            known = [place for place, need in needs if has_slots(need, filled, embeds, roles)]
            self._fitting[filled, embeds, roles] = known
        return known


class Lookup:
    """The rules that may fit one frame. They are asked one by one, as few are needed; answers are kept.

    `called` is what rules can call the act embedded in the frame, once somebody has asked for it.
    """

    __slots__ = ("_fitting", "_ranked", "_with_slots", "called", "candidates", "facts")

    def __init__(self, frame: Frame, index: RuleIndex, mentioned: Mentioned) -> None:
        self.facts = Facts(frame, mentioned)
        self.candidates = index.candidates(frame)
        self.called: frozenset[str] | None = None
        self._ranked = index.ranked
        self._with_slots: dict[bool, Sequence[int]] = {}
        self._fitting: dict[int, bool] = {}

    def likely(self, roles: bool) -> Iterator[int]:
        """The places of the rules that find what they need, with `roles` their actors too.

        An embedded act is not looked for, but once it is known rules about another are left out.
        """
        places = self._with_slots.get(roles)
        if places is None:
            places = self._with_slots[roles] = self.candidates.with_slots(self.facts, roles)
        for place in places:
            needs = self._ranked[place][1]
            if needs.about and self.called is not None and self.called.isdisjoint(needs.about):
                continue
            fits = self._fitting.get(place)
            if fits is None:
                fits = self._fitting[place] = has_words(needs, self.facts)
            if fits:
                yield place


@lru_cache(maxsize=100_000)
def head_of(phrase: str) -> str:
    """The head of an object word of several words: "ban" in "travel ban", "state" in "state of emergency"."""
    return _PREPOSITION.split(phrase, maxsplit=1)[0].rpartition(" ")[2]


def _word_before(frame: Frame) -> str:
    return "".join(frame.sentence.text[: frame.trigger.start].rsplit(maxsplit=1)[-1:]).lower()


def _object_words(frame: Frame) -> Iterator[str]:
    for span in frame.args.get("object", ()):
        yield from names_of_head(span)
