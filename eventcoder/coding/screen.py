"""The screen: a look at the words of a sentence that tells whether it could yield an event at all.

Parsing is what costs. A rule can only fit a sentence that has one of its trigger words, one of its object
words, and so on; and an event needs a name or a role that the lists know. Both are set operations on the
words. A sentence that passes may still give nothing; one that does not pass cannot give anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from eventcoder.actors.names import WORD, ActorIndex, fold
from eventcoder.actors.pairs import TWINS
from eventcoder.actors.references import PRONOUNS
from eventcoder.codebook.rules import ANYTHING, Rule
from eventcoder.codebook.shape import ANY, UNKNOWN
from eventcoder.coding.matching import Matcher
from eventcoder.language.grammar import CURRENCIES
from eventcoder.language.morphology import noun_forms, verb_forms

_HYPHENATED = re.compile(r"\w+(?:-\w+)+")

Needs = tuple[frozenset[str], ...]
"""Sets of words, from each of which a sentence must have one."""


class Screen:
    """Knows from words alone which sentences need not be parsed."""

    def __init__(self, matcher: Matcher, actors: ActorIndex) -> None:
        self.actors = actors
        self._in_capitals = {word.upper() for word in actors.name_words}
        self._story: tuple[str, Counter[str]] = ("", Counter())
        self._free: set[str] = set()
        self._bound: dict[str, list[Needs]] = {}
        self._mentioned = matcher.mentioned
        forms = {rule.order: _trigger_forms(rule) for rule in matcher.rules}
        acts: dict[str, set[str]] = {}
        for rule in matcher.rules:
            for name in (rule.category, f"{rule.book}/*"):
                acts.setdefault(name, set()).update(forms[rule.order])
        for rule in filter(matcher.may_be_coded, matcher.rules):
            needs = tuple(_needs(rule, acts))
            for form in forms[rule.order]:
                if needs:
                    self._bound.setdefault(form, []).append(needs)
                else:
                    self._free.add(form)

    def could_yield(self, text: str, story: str = "") -> bool:
        """Whether a sentence has the words of some rule, and a word of some name or role.

        `story` is the text that it stands in, where its words may refer back to actors named before.
        """
        words, lower = _words(text)
        return self._has_rule(lower, text) and self._has_anybody(words, lower, text, story)

    def lacks(self, text: str, story: str = "") -> list[str]:
        """What keeps a sentence from yielding anything, in words; nothing where it could."""
        words, lower = _words(text)
        found = []
        if not self._has_rule(lower, text):
            bound = sorted(self._bound.keys() & lower)
            found.append(
                f"the other words that every pattern with {' or '.join(map(repr, bound))} asks for"
                if bound
                else "a word that starts a pattern whose acts are coded"
            )
        if not self._has_anybody(words, lower, text, story):
            found.append("a word of any name or role that the lists know")
        return found

    def _has_anybody(self, words: set[str], lower: set[str], text: str, story: str) -> bool:
        return self._has_actor(words, lower, text) or bool(
            story and self._named_elsewhere(text, story) and self._may_refer(words, lower, story)
        )

    def _has_rule(self, lower: set[str], text: str) -> bool:
        if not self._free.isdisjoint(lower):
            return True
        asked = [self._bound[word] for word in lower if word in self._bound]
        if not asked:
            return False
        present = lower | self._mentioned.anywhere(text)
        return any(not any(need.isdisjoint(present) for need in needs) for rules in asked for needs in rules)

    def _has_actor(self, words: set[str], lower: set[str], text: str) -> bool:
        if not self.actors.name_words.isdisjoint(words) or text.isupper():
            return True
        return not self.actors.role_words.isdisjoint(lower) or not TWINS.keys().isdisjoint(lower)

    def _named_elsewhere(self, text: str, story: str) -> bool:
        """Whether the story names an actor in another sentence, to whom this one may refer."""
        if self._story[0] is not story:
            self._story = (story, self._actor_words(story))
        named = self._story[1]
        here = self._actor_words(text) if named else named
        return any(count > here[word] for word, count in named.items())

    def _actor_words(self, text: str) -> Counter[str]:
        """The words of a text that stand for a name or a role, and how often."""
        names, roles, capitals = self.actors.name_words, self.actors.role_words, self._in_capitals
        return Counter(
            word
            for word in map(fold, WORD.findall(text))
            if word in names or word in capitals or word.lower() in roles
        )

    def _may_refer(self, words: set[str], lower: set[str], story: str) -> bool:
        """Whether a pronoun, a role or a name that stands elsewhere too may refer back."""
        if not (PRONOUNS | self.actors.agent_words).isdisjoint(lower):
            return True
        return any(word[0].isupper() and f" {word}" in story for word in words)


def _words(text: str) -> tuple[set[str], set[str]]:
    """The words of a text as they are written, and without capitals: there "$5" has a dollar."""
    words = {fold(word) for word in set(WORD.findall(text))}
    lower = {word.lower() for word in words}
    if "-" in text:
        # "hide-out" is three words for a name, one for a pattern
        lower.update(_HYPHENATED.findall(text.lower()))
    return words, lower | {word for sign, word in CURRENCIES.items() if sign in text}


def _trigger_forms(rule: Rule) -> set[str]:
    return set(_forms((lemma for lemma, _ in rule.triggers), rule.kind))


def _forms(lemmas: Iterable[str], kind: str) -> Iterator[str]:
    for lemma in lemmas:
        yield from verb_forms(lemma) if kind == "verb" else noun_forms(lemma)


def _needs(rule: Rule, acts: Mapping[str, set[str]]) -> Iterator[frozenset[str]]:
    """What else a sentence must have for the rule: object words, `where` words, mentions, the embedded act.

    `acts` has the trigger forms of each category, and of each codebook ("aid/*").
    """
    for words in (rule.objects, *rule.where.values()):
        if words and ANYTHING not in words:
            yield _with_forms(words)
    yield from (words for words in rule.mentions.values() if ANYTHING not in words)
    about = rule.about | rule.about_not
    if about and about.isdisjoint((ANY, *UNKNOWN)):
        yield frozenset(form for name in about for form in acts.get(name, ()))


@lru_cache(maxsize=10_000)
def _with_forms(words: frozenset[str]) -> frozenset[str]:
    return frozenset(f for w in words for f in noun_forms(w.rpartition(" ")[2])) | words
