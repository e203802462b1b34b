"""The screen: a look at the words of a sentence that tells whether it could yield an event at all.

Parsing is what costs. A rule can only fit a sentence that has one of its trigger words, one of its object
words, and so on; and an event needs a name or a role that the lists know. Both are set operations on the
words. A sentence that passes may still give nothing; one that does not pass cannot give anything.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache

from eventcoder.actors.names import ActorIndex
from eventcoder.actors.pairs import TWINS
from eventcoder.actors.references import PRONOUNS
from eventcoder.actors.tokens import WORD, fold
from eventcoder.coding.matching import Matcher
from eventcoder.coding.rulewords import RuleWords
from eventcoder.language.grammar import CURRENCIES
from eventcoder.model import Sentence

_HYPHENATED = re.compile(r"\w+(?:-\w+)+")

_SENTENCES = 1000
"""Sentences whose answer is remembered: the coder asks before the parser, the extractor behind it."""


class Screen:
    """Knows from words alone which sentences need not be parsed, or no frames made of.

    With `coreference`, words of a sentence may refer back to actors whom its story names elsewhere.
    """

    def __init__(self, matcher: Matcher, actors: ActorIndex, coreference: bool = True) -> None:
        self.matcher = matcher
        self.actors = actors
        self.coreference = coreference
        self._story: tuple[str, Counter[str]] = ("", Counter())
        self._passes = lru_cache(maxsize=_SENTENCES)(self._could_yield)

    def could_yield(self, sentence: Sentence) -> bool:
        """Whether a sentence has the words of some rule, and a word of some name or role."""
        return self._passes(sentence.text, self._story_of(sentence))

    def lacks(self, sentence: Sentence) -> list[str]:
        """What keeps a sentence from yielding anything, in words; nothing where it could."""
        text, found = sentence.text, []
        words, lower = _words(text)
        if not self._rules.could_match(text, lower):
            found.append(self._rules.lacks(lower))
        if not self._has_anybody(words, lower, text, self._story_of(sentence)):
            found.append("a word of any name or role that the lists know")
        return found

    def _story_of(self, sentence: Sentence) -> str:
        return sentence.doc.text if self.coreference else ""

    @cached_property
    def _rules(self) -> RuleWords:
        return RuleWords(self.matcher.rules, self.matcher.may_be_coded, self.matcher.mentioned)

    @cached_property
    def _in_capitals(self) -> set[str]:
        return {word.upper() for word in self.actors.name_words}

    def _could_yield(self, text: str, story: str) -> bool:
        words, lower = _words(text)
        return self._rules.could_match(text, lower) and self._has_anybody(words, lower, text, story)

    def _has_anybody(self, words: set[str], lower: set[str], text: str, story: str) -> bool:
        return self._has_actor(words, lower, text) or bool(
            story and self._named_elsewhere(text, story) and self._may_refer(words, lower, story)
        )

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
