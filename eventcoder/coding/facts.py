"""What rules ask of a frame: which slots are filled, with what words, and what the text mentions.

Many rules ask in turn, and most of them for the same. So each answer is found when it is first asked for,
and kept; a set of words is held against all words of a phrase at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from eventcoder.codebook.rules import ANYTHING, ANYWHERE, REST
from eventcoder.language.grammar import negates
from eventcoder.model import Frame, Span

_NO_WORD = re.compile(r"[^\w-]+")
_CLAUSE_END = re.compile(r"[,;:]|\b(?:and|but)\b")

_SENTENCES = 1000
"""Sentences of which it is remembered what they mention: the screen asks first, then the rules."""

Slots = tuple[str, ...]


class Mentioned:
    """Finds which of the words that rules ask for begin a word of a text: one look for all rules."""

    def __init__(self, words: Iterable[str]) -> None:
        self._phrases: dict[str, list[str]] = {}
        asked = set(words)
        often = Counter(part for word in asked for part in word.split(" "))
        for word in asked:
            # a phrase is looked for where its rarest word is
            phrases = self._phrases.setdefault(
                min(word.split(" "), key=lambda part: (often[part], -len(part))), []
            )
            if " " in word:
                phrases.append(word)
        self._of_word = lru_cache(maxsize=20_000)(self._beginnings_of)
        self.of_text = lru_cache(maxsize=64)(self._of_text)
        self.anywhere = lru_cache(maxsize=_SENTENCES)(self._anywhere)

    def _anywhere(self, text: str) -> frozenset[str]:
        """All that may be found in any part of a text; a part may begin behind a hyphen."""
        return self._of_text(f"{text} {text.replace('-', ' ')}" if "-" in text else text)

    def _of_text(self, text: str) -> frozenset[str]:
        spaced = f" {_NO_WORD.sub(' ', text.lower())} "
        found = frozenset[str]().union(*map(self._of_word, spaced.split()))
        phrases = (phrase for word in found for phrase in self._phrases[word])
        return found.union(phrase for phrase in phrases if f" {phrase}" in spaced)

    def _beginnings_of(self, word: str) -> frozenset[str]:
        """What a word begins with, of all that is asked for as a word or as the rarest word of a phrase."""
        return frozenset(word[:end] for end in range(1, len(word) + 1)) & self._phrases.keys()


class Facts:
    """A frame as rules ask about it. `filled` are the slots in which it has a phrase."""

    __slots__ = ("_heads", "_mentioned", "_texts", "filled", "frame")

    def __init__(self, frame: Frame, mentioned: Mentioned) -> None:
        self.frame = frame
        self.filled = set(_filled(frame))
        self._mentioned = mentioned
        self._heads: dict[Slots, tuple[set[str], str]] = {}
        self._texts: dict[Slots, frozenset[str]] = {}

    @property
    def mentioned(self) -> frozenset[str]:
        """What any part of the sentence may mention."""
        return self._mentioned.anywhere(self.frame.sentence.text)

    @property
    def is_about_none(self) -> bool:
        """Whether the frame is about something not being done: "urged Israel *not* to withdraw"."""
        content = self.frame.content
        return content is not None and is_undone(content, self.frame)

    def fills(self, slots: Slots, words: frozenset[str]) -> bool:
        """Whether a phrase in one of the slots is one of the words, as `is_word` says."""
        known = self._heads.get(slots)
        if known is None:
            spans = [span for slot in slots for span in self.frame.fillers(slot)]
            known = self._heads[slots] = heads(spans), "\n".join(span.text.lower() for span in spans)
        return _is_among(words, *known)

    def mentions(self, slots: Slots, words: frozenset[str]) -> bool:
        """Whether one of the words begins a word of a phrase, or of the text that "any" and "rest" mean."""
        known = self._texts.get(slots)
        if known is None:
            texts = [text for slot in slots for text in self._texts_of(slot)]
            known = self._texts[slots] = frozenset().union(*map(self._mentioned.of_text, texts))
        return not words.isdisjoint(known)

    def forbids(self, slot: str, words: frozenset[str]) -> bool:
        """Whether a slot has what a rule wants in none of its phrases: mentions in a text, else words."""
        return (self.mentions if slot in (ANYWHERE, REST) else self.fills)((slot,), words)

    def _texts_of(self, slot: str) -> list[str]:
        if slot == ANYWHERE:
            return [self.frame.sentence.text]
        if slot == REST:
            return [_rest(self.frame)]
        return [span.text for span in self.frame.fillers(slot)]


def is_undone(act: Frame, frame: Frame) -> bool:
    """Whether an act embedded in a frame is not to be done, though the frame's word does not say so.

    "Urged Israel not to withdraw", but not "refused to withdraw".
    """
    return "negated" in act.moods - frame.moods and not negates(frame.lemma)


def is_word(span: Span, words: frozenset[str]) -> bool:
    """The head is one of the words, or the phrase contains one of more than one word; "*" is any phrase."""
    return _is_among(words, heads([span]), span.text.lower())


def heads(spans: Iterable[Span]) -> set[str]:
    """What the heads of phrases can be called, each by itself, in the singular and as anything."""
    return {word for span in spans for word in (*names_of_head(span), ANYTHING)}


def names_of_head(span: Span) -> list[str]:
    """The head of a phrase as it stands, in the singular, and with what a hyphen joins it to: "self-rule"."""
    head, one = span.head, singular(span.head)
    if "-" not in span.text:
        return [head, one]
    joined = (word for word in span.text.lower().split() if "-" in word and "-" not in head)
    whole = (word for word in joined if singular(word.rpartition("-")[2]) == one)
    return [head, one, *(singular(word) for word in whole)]


def singular(head: str) -> str:
    """ "troops" and "goods" are lemmas to a dictionary; codebooks write troop."""
    return head[:-1] if head.endswith("s") and not head.endswith("ss") else head


def _is_among(words: frozenset[str], heads: set[str], text: str) -> bool:
    if not words.isdisjoint(heads):
        return True
    return " " in text and any(phrase in text for phrase in _phrases(words))


@lru_cache(maxsize=10_000)
def _phrases(words: frozenset[str]) -> tuple[str, ...]:
    """Those of several words; every set of a codebook is asked for again and again."""
    return tuple(word for word in words if " " in word)


def _filled(frame: Frame) -> Iterator[str]:
    """The slots for which `Frame.fillers` finds something."""
    for slot, spans in frame.args.items():
        if spans:
            yield slot
    if frame.fillers("together"):
        yield "together"
    if frame.content is not None and frame.content.kind == "noun":
        yield from filter(frame.fillers, frame.content.args)


def _rest(frame: Frame) -> str:
    """What follows the trigger: its phrases and those of the embedded act, up to the end of the clause."""
    text = frame.sentence.text
    spans = (span for act in frame.chain() for phrases in act.args.values() for span in phrases)
    last = max(span.end for span in (*spans, *(act.trigger for act in frame.chain())))
    end = _CLAUSE_END.search(text, last)
    return text[frame.trigger.end : end.start() if end else len(text)]
