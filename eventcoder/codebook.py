"""The shape of a codebook: one YAML file an event class, readable by someone who does not program.

`load_codebook` reports *all* mistakes of a file at once, each with its line.
The manual of the format is docs/codebooks.md.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from eventcoder.errors import did_you_mean
from eventcoder.model import UNREAL_MOODS
from eventcoder.yamlfile import Key, YamlFile

NOTHING = "nothing"
ANY = "any"


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _words(value: Any) -> Any:
    """A word, a comma-free list of words; lower case, single spaces."""
    items = _as_list(value)
    if isinstance(items, list):
        return [" ".join(i.lower().split()) if isinstance(i, str) else i for i in items]
    return items


def _name(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[a-z][a-z0-9_-]*", value):
        raise ValueError(
            f"{value!r} is not a name: use lower-case letters, digits, '-' and '_', a letter first"
        )
    return value


Words = Annotated[list[str], BeforeValidator(_words, json_schema_input_type=str | list[str])]
Names = Annotated[list[str], BeforeValidator(_as_list, json_schema_input_type=str | list[str])]
CodeText = Annotated[str, WithJsonSchema({"type": ["string", "integer", "number"]})]
"""A code; editors that read 036 as a number must not underline it."""

Name = Annotated[str, BeforeValidator(_name)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Pattern(Strict):
    """One way in which the act is put in words. Give a trigger, `verb` or `noun`; the rest narrows it."""

    verb: Words = Field(default=[], description="Trigger verbs, base form: meet, call off, $hold")
    noun: Words = Field(default=[], description="Trigger nouns, singular: talks, visit, $meeting")
    object: Words = Field(default=[], description="Words one of which must be the object's head")
    source: Names = Field(
        default=[], description="Where the actor stands: subject, possessor, between, by, about, ..."
    )
    target: Names = Field(
        default=[],
        description="Where the target stands: object, with, between, about, none; 'by?' if it may be missing",
    )
    where: dict[str, Words] = Field(default={}, description="slot: words one of which must stand there")
    unless: dict[str, Words] = Field(
        default={}, description="slot: words that forbid the pattern; slot 'any' is the whole sentence"
    )
    about: Names = Field(
        default=[], description="Categories of the embedded act: talks, consult/*, meet/visit, any"
    )
    place: Literal["third", "source", "target"] | None = Field(
        default=None,
        description="The act takes place in a third country, at the source's home or at the target's",
    )

    @model_validator(mode="after")
    def _one_trigger(self) -> Pattern:
        if bool(self.verb) == bool(self.noun):
            raise ValueError("a pattern needs exactly one trigger: either `verb` or `noun`")
        return self


class Example(Strict):
    """A sentence that must be coded as `events`: "RUSGOV phone FRAGOV" (the mirror is implied)."""

    text: str
    events: Names
    date: dt.date | None = None


class Counterexample(Strict):
    """A sentence that must not be coded as this category; `because` says why in a few words."""

    text: str
    because: str
    date: dt.date | None = None


class Category(Strict):
    """One event category with its code in each scheme."""

    label: str
    description: str = ""
    codes: dict[str, CodeText]
    mirror: str | None = Field(default=None, description="Category of the reverse dyad")
    patterns: list[Pattern] = []
    examples: list[Example] = []
    counterexamples: list[Counterexample] = []


class Turn(Strict):
    """What a category becomes when the act is not (yet) real."""

    when: Names
    turn: Names
    into: str

    @model_validator(mode="after")
    def _known_moods(self) -> Turn:
        for mood in self.when:
            if mood not in UNREAL_MOODS:
                close = did_you_mean(mood, UNREAL_MOODS)
                raise ValueError(
                    f"unknown mood {mood!r}. "
                    + (f"Did you mean {close!r}? " if close else "")
                    + f"The moods are: {', '.join(sorted(UNREAL_MOODS))}"
                )
        return self


class Codebook(Strict):
    """An event class: its categories, the words they share, and what their moods turn them into."""

    name: Name
    title: str
    version: str
    description: str
    schemes: Names = []
    includes: Names = Field(default=[], description="Codebooks whose categories are coded as well")
    words: dict[str, Words] = {}
    categories: dict[Name, Category]
    moods: list[Turn] = []

    def expand(self, words: list[str]) -> frozenset[str]:
        """`words` with every $name replaced by what it stands for."""
        result: set[str] = set()
        for word in words:
            result |= self.expand(self.words[word[1:]]) if word.startswith("$") else {word}
        return frozenset(result)


def load_codebook(path: Path) -> Codebook:
    """Read and check the codebook at `path`; raises InvalidFile with all findings."""
    file = YamlFile(path)
    if not isinstance(file.data, dict):
        file.complain((), "a codebook is a mapping that begins with `name:`")
        file.raise_findings()
    book = file.validate(Codebook)
    for key, message, hint in _meaning(book):
        file.complain(key, message, hint)
    file.raise_findings()
    return book


def _meaning(book: Codebook) -> Iterator[tuple[Key, str, str]]:
    """What the shape alone cannot tell: words, categories and schemes that do not exist."""
    yield from _word_findings(book)
    for name, category in book.categories.items():
        at: Key = ("categories", name)
        yield from _code_findings(book, category, at)
        if category.mirror:
            yield from _category_findings(book, category.mirror, (*at, "mirror"))
        for i, pattern in enumerate(category.patterns):
            for about in (a for a in pattern.about if a != ANY):
                yield from _category_findings(book, about, (*at, "patterns", i, "about"))
        for i, example in enumerate(category.examples):
            for event in example.events:
                yield from _example_findings(book, event, (*at, "examples", i, "events"))
    for i, turn in enumerate(book.moods):
        for name in (n for n in turn.turn if n != ANY):
            yield from _category_findings(book, name, ("moods", i, "turn"))
        if turn.into != NOTHING:
            yield from _category_findings(book, turn.into, ("moods", i, "into"))


def _word_findings(book: Codebook) -> Iterator[tuple[Key, str, str]]:
    def unknown(words: list[str], key: Key) -> Iterator[tuple[Key, str, str]]:
        for word in words:
            if word.startswith("$") and word[1:] not in book.words:
                close = did_you_mean(word[1:], book.words)
                hint = f"Did you mean '${close}'?" if close else "Define it under `words:`"
                yield key, f"unknown word set {word!r}", hint

    for name, words in book.words.items():
        yield from unknown(words, ("words", name))
        if _circular(book, name):
            yield ("words", name), f"word set '${name}' contains itself", "Take it out"
    for name, category in book.categories.items():
        for i, pattern in enumerate(category.patterns):
            at: Key = ("categories", name, "patterns", i)
            for field in ("verb", "noun", "object"):
                yield from unknown(getattr(pattern, field), (*at, field))
            for field in ("where", "unless"):
                for slot, words in getattr(pattern, field).items():
                    yield from unknown(words, (*at, field, slot))


def _circular(book: Codebook, name: str) -> bool:
    seen: set[str] = set()
    todo = [name]
    while todo:
        for word in book.words.get(todo.pop(), []):
            inner = word[1:] if word.startswith("$") else ""
            if inner == name:
                return True
            if inner and inner not in seen:
                seen.add(inner)
                todo.append(inner)
    return False


def _code_findings(book: Codebook, category: Category, at: Key) -> Iterator[tuple[Key, str, str]]:
    if not category.codes:
        yield at, "the category has no code in any scheme", "Add `codes: {cameo: ...}`"
    for scheme in category.codes:
        if scheme not in book.schemes:
            yield (
                (*at, "codes", scheme),
                f"scheme {scheme!r} is not among the codebook's `schemes`",
                "Add it there or take the code out",
            )
    for scheme in book.schemes:
        if category.codes and scheme not in category.codes:
            yield (
                (*at, "codes"),
                f"no code for scheme {scheme!r}",
                "Every category gives its code in each scheme ('---' where the scheme has none)",
            )


def _category_findings(book: Codebook, name: str, key: Key) -> Iterator[tuple[Key, str, str]]:
    """`name` is a category of this codebook, or `codebook/category` of another one."""
    if "/" in name or name in book.categories:
        return
    close = did_you_mean(name, book.categories)
    hint = f"Did you mean {close!r}?" if close else f"Categories: {', '.join(book.categories)}"
    yield key, f"unknown category {name!r}", hint


def _example_findings(book: Codebook, event: str, key: Key) -> Iterator[tuple[Key, str, str]]:
    parts = event.split()
    if len(parts) != 3:
        yield key, f"cannot read {event!r}", "Write an event as ACTOR category TARGET"
    else:
        yield from _category_findings(book, parts[1], key)
