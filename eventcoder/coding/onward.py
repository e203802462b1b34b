"""Where a sentence turns to what is no event: a film's plot, what a law allows, what scholars find.

A category with `discard: true` and `onward: true` takes what its patterns match out of the coding, and all
that follows in the sentence: "Iran condemned a film that shows *how soldiers shell a village and burn it*".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from eventcoder.coding.discards import Discards
from eventcoder.coding.matching import Match, Matcher
from eventcoder.coding.ruleindex import RuleIndex
from eventcoder.model import Frame


class Onward:
    """Finds the first clause of a sentence from which nothing is coded."""

    def __init__(self, matcher: Matcher, discards: Discards) -> None:
        self.matcher = matcher
        self.discards = discards
        rules = [rule for rule in matcher.rules if matcher.categories[rule.category].onward]
        self._rules = RuleIndex(rules)
        self._lemmas = frozenset(lemma for rule in rules for lemma, _ in rule.triggers)

    def match(self, frames: Iterable[Frame]) -> Match | None:
        """The match that begins first in the sentence; None where there is none."""
        acts = (inner for frame in frames for inner in frame.chain() if inner.lemma in self._lemmas)
        found = [match for act in acts for match in self._matches(act)]
        return min(found, key=begin, default=None)

    def _matches(self, frame: Frame) -> Iterator[Match]:
        for rule in self._rules.candidates(frame).rules():
            match = self.matcher.hold(rule, frame, roles=False)
            if isinstance(match, Match) and not self.discards.rescued(frame.sentence.text, rule.category):
                yield match


def begin(match: Match) -> int:
    """Where the clause of a match begins: with its subject, or with the verb itself."""
    subjects = [span.start for span in match.fillers("subject")]
    return min([match.frame.trigger.start, *subjects])


def before(frames: Iterable[Frame], end: int) -> Iterator[Frame]:
    """The frames whose act stands before an offset, without what is embedded behind it."""
    for frame in frames:
        if frame.trigger.start < end:
            inner = frame.content
            yield frame if inner is None else replace(frame, content=next(before([inner], end), None))
