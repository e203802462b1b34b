"""What words a sentence must have before any rule could fit it: set operations, before it is parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from eventcoder.codebook.rules import ANYTHING, Rule
from eventcoder.codebook.shape import ANY, UNKNOWN
from eventcoder.coding.facts import Mentioned
from eventcoder.language.morphology import noun_forms, verb_forms

Needs = tuple[frozenset[str], ...]
"""Sets of words, from each of which a sentence must have one."""


class RuleWords:
    """Knows from words alone which sentences no rule fits whose acts are coded.

    A rule needs one of its trigger words, one of its object words, and so on.
    """

    def __init__(self, rules: Sequence[Rule], coded: Callable[[Rule], bool], mentioned: Mentioned) -> None:
        self._mentioned = mentioned
        self._free: set[str] = set()
        self._bound: dict[str, list[Needs]] = {}
        forms = {rule.order: _trigger_forms(rule) for rule in rules}
        acts: dict[str, set[str]] = {}
        for rule in rules:
            for name in (rule.category, f"{rule.book}/*"):
                acts.setdefault(name, set()).update(forms[rule.order])
        for rule in filter(coded, rules):
            needs = tuple(_needs(rule, acts))
            for form in forms[rule.order]:
                if needs:
                    self._bound.setdefault(form, []).append(needs)
                else:
                    self._free.add(form)

    def could_match(self, text: str, lower: set[str]) -> bool:
        """Whether a text with these words, in lower case, has those of some rule."""
        if not self._free.isdisjoint(lower):
            return True
        asked = [self._bound[word] for word in lower if word in self._bound]
        if not asked:
            return False
        present = lower | self._mentioned.anywhere(text)
        return any(not any(need.isdisjoint(present) for need in needs) for rules in asked for needs in rules)

    def lacks(self, lower: set[str]) -> str:
        """What a text lacks that no rule could fit, in words."""
        bound = sorted(self._bound.keys() & lower)
        if bound:
            return f"the other words that every pattern with {' or '.join(map(repr, bound))} asks for"
        return "a word that starts a pattern whose acts are coded"


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
