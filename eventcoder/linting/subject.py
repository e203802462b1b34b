"""What a check looks at: a codebook with its lines, among the codebooks that it is coded with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from eventcoder.actors.names import ActorIndex
from eventcoder.codebook.rules import Rule
from eventcoder.codebook.scheme import Scale, Scheme
from eventcoder.codebook.shape import Category, Codebook, Pattern
from eventcoder.codebook.yamlfile import Key, YamlFile
from eventcoder.coding.matching import Matcher
from eventcoder.errors import Finding
from eventcoder.testing import CodebookExample


@dataclass(frozen=True)
class Surroundings:
    """What all codebooks that are checked together share.

    `borrowed` are the word sets that any codebook takes from another ("aid/arms"), `listed` the words of all
    triggers and sets of the codebooks that are installed.
    """

    matcher: Matcher
    actors: ActorIndex
    schemes: Mapping[str, Scheme]
    scales: Sequence[Scale]
    borrowed: frozenset[str]
    listed: frozenset[str]

    @cached_property
    def code_parts(self) -> frozenset[str]:
        """What actor codes are made of, three letters each: countries, organisations, groups, roles."""
        codes = {entry.code for entry in self.actors.entries} | self.actors.countries | self.actors.roles
        return frozenset(code[i : i + 3] for code in codes for i in range(0, len(code), 3))

    @cached_property
    def by_trigger(self) -> dict[tuple[str, str], list[Rule]]:
        """All rules by kind and trigger word."""
        found: dict[tuple[str, str], list[Rule]] = {}
        for rule in self.matcher.rules:
            for lemma in rule.phrases:
                found.setdefault((rule.kind, lemma), []).append(rule)
        return found


@dataclass(frozen=True)
class Subject:
    """One codebook. `examples` can be coded; they are empty where that is not wanted."""

    book: Codebook
    path: Path
    around: Surroundings
    examples: Sequence[CodebookExample] = ()

    @cached_property
    def file(self) -> YamlFile:
        return YamlFile(self.path)

    def finding(self, key: Key, message: str, hint: str = "") -> Finding:
        """A finding at a place of the file: `("categories", "visit", "patterns", 0)`."""
        return self.file.finding(key, message, hint)

    @cached_property
    def rules(self) -> dict[Key, list[Rule]]:
        """The rules of each pattern, by the place of the pattern."""
        found: dict[Key, list[Rule]] = {}
        for rule in self.around.matcher.rules:
            if rule.book == self.book.name:
                found.setdefault(place_of(rule), []).append(rule)
        return found

    def patterns(self) -> Iterator[tuple[Key, Pattern]]:
        """All patterns with their places, the wordings of forms too."""
        for name, wordings in self.book.forms.items():
            yield from ((("forms", name, i), wording) for i, wording in enumerate(wordings))
        for name, category in self.book.categories.items():
            yield from ((("categories", name, "patterns", i), p) for i, p in enumerate(category.patterns))

    def word_lists(self) -> Iterator[tuple[Key, list[str]]]:
        """All lists of words with their places."""
        yield from ((("words", name), words) for name, words in self.book.words.items() if "/" not in name)
        for at, pattern in self.patterns():
            for name in ("verb", "noun", "object"):
                yield (*at, name), getattr(pattern, name)
            for name in ("where", "mentions", "unless", "roles"):
                yield from (((*at, name, slot), words) for slot, words in getattr(pattern, name).items())
        for name, category in self.book.categories.items():
            yield ("categories", name, "sentences"), category.sentences
            yield ("categories", name, "rescue"), category.rescue

    def coded(self) -> Iterator[tuple[str, Category]]:
        """The categories that are no discards."""
        return ((name, c) for name, c in self.book.categories.items() if not c.discard)


def place_of(rule: Rule) -> Key:
    """The place of a rule's pattern: "consult/talks#2.1" is the second pattern of talks."""
    return _place(rule.id)


@lru_cache(maxsize=100_000)
def _place(id: str) -> Key:
    category, _, number = id.partition("#")
    return "categories", category.partition("/")[2], "patterns", int(number.partition(".")[0]) - 1
