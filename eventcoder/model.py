"""The records that flow from text to events.

Plain slotted dataclasses: they are made by the million. Spans are named tuples: of them there are most, and
they are what actors are looked up by. What comes from outside (codebooks, actor lists, options) is validated
by pydantic where it enters, and never again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

NOBODY = "---"
"""What stands in `actor` or `target` where the text names nobody."""

REAL_MOODS = frozenset({"reported"})
"""Moods that leave an act an act: a reported meeting is coded, with its speaker."""

UNREAL_MOODS = frozenset(
    "future negated conditional possible necessary desirable question denied background".split()
)
"""Moods in which the act did not (yet) take place; a codebook says what each turns it into."""


@dataclass(frozen=True, slots=True)
class Document:
    """A story: `text` as read, `date` None where unknown (it is never guessed)."""

    id: str
    text: str
    date: dt.date | None = None
    source: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: `doc.text[start:start + len(text)] == text`; `index` counts from 1."""

    doc: Document
    index: int
    text: str
    start: int = 0
    headline: bool = False


class Span(NamedTuple):
    """A phrase of a sentence: `sentence.text[start:end] == text`.

    `head` is the lower-case lemma of the head word ("officials from Iran": official), which the words
    of codebooks are compared with.
    """

    start: int
    end: int
    text: str
    head: str = ""


@dataclass(slots=True)
class Frame:
    """Who did what to whom, before any codebook has been asked what to call it.

    trigger     the verb group or noun in the text
    lemma       its lower-case lemma ("call"), with `particle` beside it ("off")
    kind        "verb" or "noun"
    args        grammatical slot -> one span for each coordinated filler. Slots: `subject` (the doer,
                also of a passive), `object` (the done-to), `recipient`, `together` ("X and Y met"),
                `possessor` and `modifier` (of a noun), or a preposition ("with", "between", "in")
    moods       what grammar says of the act, with everything that embeds it; see UNREAL_MOODS
    content     the frame of the complement: a clause ("denied postponing it") or an event noun in
                object position ("cancelled talks with Iran")
    speaker     who said so, where `reported` is among the moods
    """

    sentence: Sentence
    trigger: Span
    lemma: str
    kind: Literal["verb", "noun"] = "verb"
    particle: str = ""
    args: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    moods: frozenset[str] = frozenset()
    content: Frame | None = None
    speaker: Span | None = None

    def fillers(self, slot: str) -> tuple[Span, ...]:
        """Spans in `slot`; what hangs on the event noun in object position counts as well.

        In "held talks with Iran" the phrase may be attached to the verb or to the noun: both
        readings mean the same, so a pattern need not know which one a parser chose. A single subject
        with "and" in it is `together` as well ("the Greek and Turkish ministers met").
        """
        own = self.args.get(slot, ())
        if slot == "together" and not own:
            return tuple(s for s in self.args.get("subject", ()) if " and " in s.text)
        if own or self.content is None or self.content.kind != "noun" or slot in ("subject", "object"):
            return own
        return self.content.args.get(slot, ())

    def chain(self) -> Iterator[Frame]:
        """This frame, its content, the content of that, and so on."""
        frame: Frame | None = self
        while frame is not None:
            yield frame
            frame = frame.content


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved actor: the composed code and where it stands in the sentence.

    `inferred` is True where a part of the code was not in the phrase itself, for example the country
    of "the opposition" in "talks between the Syrian government and the opposition".
    """

    code: str
    span: Span | None = None
    inferred: bool = False


NOT_NAMED = Actor(NOBODY)
"""Stands where nobody is named."""


@dataclass(frozen=True, slots=True)
class Event:
    """One coded dyad and everything needed to say why it was coded.

    `action` is the CAMEO code as text; `codes` holds the category's code in every scheme.
    """

    actor: Actor
    action: str
    target: Actor
    sentence: Sentence
    trigger: Span
    codebook: str
    category: str
    pattern: str
    extractor: str
    codes: Mapping[str, str]
    moods: frozenset[str] = frozenset()
    speaker: Actor | None = None
    mirrored: bool = False
