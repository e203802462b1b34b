"""The shape of a codebook: one YAML file an event class, readable by someone who does not program.

The manual of the format is docs/codebooks.md; `eventcoder.codebook.file` reads and checks a file.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import product
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from eventcoder.errors import did_you_mean
from eventcoder.model import UNREAL_MOODS

NOTHING = "nothing"
ANY = "any"
NOT = "not "
"""Before a category in `about`: the embedded act must be negated ("urged Israel not to attack")."""
Home = Literal["government", "people"]
"""Who is the target at home of an act that names none."""
UNKNOWN = {"must any": frozenset({"necessary"}), "should any": frozenset({"desirable"})}
"""In `about`: what must or should be done, where no codebook says what becomes of it."""


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


def sets_in(phrase: str) -> list[str]:
    """The word sets that a phrase is made with: "in the $work" has work."""
    return [word[1:] for word in phrase.split() if word.startswith("$")] if "$" in phrase else []


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Pattern(Strict):
    """One way in which the act is put in words. Give a trigger, `verb` or `noun`; the rest narrows it.

    `form` takes trigger, source and target from the codebook's `forms` instead: one pattern for each of
    the form's wordings, with the other keys of this pattern added to them.
    """

    verb: Words = Field(default=[], description="Trigger verbs, base form: meet, call off, $hold")
    noun: Words = Field(default=[], description="Trigger nouns, singular: talks, visit, $meeting")
    form: str | None = Field(default=None, description="A group of wordings defined under `forms`")
    object: Words = Field(default=[], description="Words one of which must be the object's head")
    source: Names = Field(
        default=[], description="Where the actor stands: subject, possessor, between, by, about, ..."
    )
    target: Names = Field(
        default=[],
        description="Where the target stands: object, with, between, about, none; 'by?' if it may be missing",
    )
    where: dict[str, Words] = Field(
        default={}, description="slot: words one of which must stand there; 'on over about' is any of these"
    )
    mentions: dict[str, Words] = Field(
        default={}, description="slot: words one of which must be in that phrase, its head or not"
    )
    unless: dict[str, Words] = Field(
        default={},
        description="slot: words that forbid the pattern; slot 'any' is the sentence, 'rest' what follows",
    )
    roles: dict[Literal["source", "target"], Names] = Field(
        default={}, description="Role codes one of which the actor must have: {target: [OPP, CVL]}"
    )
    about: Names = Field(
        default=[],
        description="Categories of the embedded act: talks, consult/*, meet/visit, any, 'not fight/*'",
    )
    place: Literal["third", "source", "target"] | None = Field(
        default=None,
        description="The act takes place in a third country, at the source's home or at the target's",
    )

    @model_validator(mode="after")
    def _one_trigger(self) -> Pattern:
        if [bool(self.verb), bool(self.noun), bool(self.form)].count(True) != 1:
            raise ValueError("a pattern needs exactly one trigger: `verb`, `noun` or `form`")
        return self

    def onto(self, wording: Pattern) -> Pattern:
        """The wording of a form with the other keys of this pattern added, which come first."""
        own = {name: getattr(self, name) for name in self.model_fields_set - {"form"}}
        for name in ("where", "mentions", "unless", "roles"):
            if name in own:
                own[name] = {**getattr(wording, name), **own[name]}
        return wording.model_copy(update=own)


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
    """One event category with its code in each scheme, or one whose acts are no events (`discard`)."""

    label: str
    description: str = ""
    codes: dict[str, CodeText] = {}
    discard: bool = Field(default=False, description="What its patterns match is not coded at all")
    sentences: Words = Field(
        default=[], description="With `discard`: sentences with one of these words are left out"
    )
    onward: bool = Field(
        default=False,
        description="With `discard`: what its patterns match is not coded, nor what follows in the sentence",
    )
    rescue: Words = Field(default=[], description="Words that keep such a sentence in after all")
    mirror: str | None = Field(default=None, description="Category of the reverse dyad")
    home: Home | None = Field(
        default=None,
        description="Who at the source's home is the target where nobody is named: government, people",
    )
    patterns: list[Pattern] = []
    examples: list[Example] = []
    counterexamples: list[Counterexample] = []


class Turn(Strict):
    """What a category becomes when the act is not (yet) real, and who then does it to whom.

    With `source: speaker` and `target: source`, "Paris said Tunis must pay" is a demand by Paris on Tunis.
    """

    when: Names
    turn: Names
    into: str
    source: Literal["source", "target", "speaker"] = "source"
    target: Literal["source", "target", "none"] = "target"

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
    uses: Names = Field(
        default=[], description="Codebooks whose acts are only known: for `about`, `into` and discards"
    )
    private: Names = Field(
        default=[],
        description="Role codes of private persons: what they do to each other is not coded, [BUS, CVL, EDU]",
    )
    home: Home | None = Field(
        default=None, description="The `home` of categories that have none of their own"
    )
    words: dict[str, Words] = {}
    forms: dict[Name, list[Pattern]] = Field(default={}, description="Groups of wordings, used by `form`")
    categories: dict[Name, Category]
    moods: list[Turn] = []

    def expand(self, words: list[str]) -> frozenset[str]:
        """`words` with every $name replaced by what it stands for: "in the $work" is as many phrases.

        A set of another codebook, $aid/arms, is among `words` once that has been loaded as well.
        """
        result: set[str] = set()
        for word in words:
            parts = [self.expand(self.words[w[1:]]) if w.startswith("$") else {w} for w in word.split()]
            result.update(map(" ".join, product(*parts)))
        return frozenset(result)

    @cached_property
    def borrowed(self) -> tuple[str, ...]:
        """The word sets of other codebooks that this one uses: "aid/arms"."""
        patterns = [p for c in self.categories.values() for p in c.patterns]
        patterns += [p for wordings in self.forms.values() for p in wordings]
        lists = [*self.words.values(), *(c.sentences + c.rescue for c in self.categories.values())]
        for p in patterns:
            lists += [p.verb, p.noun, p.object, *p.where.values(), *p.mentions.values()]
            lists += [*p.unless.values(), *p.roles.values()]
        found = (name for words in lists for word in words for name in sets_in(word) if "/" in name)
        return tuple(dict.fromkeys(found))

    def home_of(self, category: str) -> Home | None:
        """The `home` of a category, else that of the codebook."""
        return self.categories[category].home or self.home

    def patterns(self, category: str) -> Iterator[tuple[str, Pattern]]:
        """Numbered patterns of a category; those that use a form once for each of its wordings.

        The second wording of the form that the third pattern uses is "3.2".
        """
        for number, pattern in enumerate(self.categories[category].patterns, 1):
            if pattern.form is None:
                yield str(number), pattern
                continue
            for wording, shared in enumerate(self.forms[pattern.form], 1):
                yield f"{number}.{wording}", pattern.onto(shared)
