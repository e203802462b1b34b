"""Checks that authors of codebooks and extractors run against their own work, for example in pytest.

from eventcoder.testing import check_codebook, check_extractor, examples

@pytest.mark.parametrize("example", examples("my/summits.yaml"), ids=str)
def test_example(example):
    example.check()
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eventcoder.codebook.shape import Codebook, Counterexample, Example
from eventcoder.coding.coder import Coded, Coder
from eventcoder.counting import counted
from eventcoder.hooks.components import Extract, Lexicon
from eventcoder.hooks.registry import Registry
from eventcoder.model import NOBODY, UNREAL_MOODS, Document, Event, Frame, Sentence
from eventcoder.running.loading import build_coder, load_book
from eventcoder.settings import DEFAULT_EXTRACTOR, Coding

_SENTENCES = (
    "Russia met Turkey in Geneva on Monday.",
    "The United States and Iran held talks.",
    "Paris denied that it had met the rebels.",
    "“Nothing was agreed,” the minister said.",
    "No verb here at all",
    "Сергей Лавров встретился с Эрдоганом. 😀 مرحبا",
    "?!",
    "a " * 5000 + "met b.",
)


@dataclass(slots=True)
class _Batch:
    """The examples of a codebook, coded together when the first is asked for: parsing likes batches."""

    coder: Coder
    sentences: list[Sentence] = field(default_factory=list)
    _coded: list[Coded] = field(default_factory=list)

    def coded(self, number: int) -> Coded:
        if not self._coded:
            self._coded = self.coder.code(self.sentences)
        return self._coded[number]


@dataclass(frozen=True, slots=True)
class CodebookExample:
    """An example or a counterexample of a codebook; its text is the test's name ("consult/talks/1").

    `key` is its place in the file. `wanted` is None for a counterexample.
    """

    id: str
    text: str
    date: dt.date | None
    category: str
    wanted: tuple[str, ...] | None
    batch: _Batch = field(repr=False)
    number: int
    key: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        return self.id

    def events(self) -> list[Event]:
        """What the sentence is coded as."""
        coded = self.batch.coded(self.number)
        if coded.error is not None:
            raise coded.error
        return list(coded.events)

    def problem(self) -> str:
        """What was wanted and what was coded, where that is not the same; else ""."""
        events = self.events()
        if self.wanted is None:
            wrong = [e for e in events if e.category == self.category]
            return f"{self.text!r} must not be {self.category}; got {_list(wrong)}" if wrong else ""
        wanted = _with_mirrors((_full(w, self.category) for w in self.wanted), self.batch.coder)
        got = {_triple(e) for e in events}
        missing, extra = sorted(wanted - got), sorted(got - wanted)
        return f"{self.text!r}\n  missing {missing}\n  too many {extra}" if got != wanted else ""

    def check(self) -> None:
        """Raises AssertionError that says what is wrong."""
        problem = self.problem()
        assert not problem, f"{self.id}: {problem}"


def examples(
    codebook: str | Path,
    extractor: str = DEFAULT_EXTRACTOR,
    registry: Registry | None = None,
    coder: Coder | None = None,
) -> list[CodebookExample]:
    """All examples and counterexamples of a codebook (name or path), ready to be checked.

    They are coded with that codebook alone, or with `coder`, where it stands among others.
    """
    own = registry or Registry()
    name = load_book(str(codebook), own).name
    coder = coder or build_coder(Coding(codebooks=(str(codebook),), extractor=extractor), own)
    return examples_of(coder.matcher.books[name], coder)


def examples_of(book: Codebook, coder: Coder) -> list[CodebookExample]:
    """The same for a codebook that the coder has."""
    batch = _Batch(coder)
    found: list[CodebookExample] = []

    def add(id: str, given: Example | Counterexample, key: tuple[str | int, ...]) -> None:
        wanted = tuple(given.events) if isinstance(given, Example) else None
        category, number = f"{book.name}/{key[1]}", len(found)
        found.append(CodebookExample(id, given.text, given.date, category, wanted, batch, number, key))
        batch.sentences.append(Sentence(Document(id, given.text, given.date), 1, given.text))

    for name, category in book.categories.items():
        full = f"{book.name}/{name}"
        for i, example in enumerate(category.examples):
            add(f"{full}/{i + 1}", example, ("categories", name, "examples", i))
        for i, counter in enumerate(category.counterexamples):
            add(f"{full}/not/{i + 1}", counter, ("categories", name, "counterexamples", i))
    return found


def check_codebook(codebook: str | Path, extractor: str = DEFAULT_EXTRACTOR) -> None:
    """Load a codebook and run all its examples; raises AssertionError that lists every failure."""
    failures = []
    for example in examples(codebook, extractor):
        try:
            example.check()
        except AssertionError as error:
            failures.append(str(error))
    assert not failures, f"{counted(len(failures), 'example')} of {codebook} failed:\n" + "\n".join(failures)


def check_extractor(
    build: Callable[[Lexicon, Any], Extract], options: Mapping[str, Any] | None = None
) -> None:
    """Hold an extractor to its contract; raises AssertionError that says what is broken.

    Frames must come in the order of the sentences and belong to them, spans must slice back to the
    text, moods must be known, nothing may be carried from one batch to the next, and odd input (no
    words, other scripts, 5,000 words) must not raise.
    """
    lexicon = Lexicon(frozenset({"meet", "hold", "deny"}), frozenset({"talk"}))
    extract = build(lexicon, options)
    sentences = list(_sentences(_SENTENCES))
    together = list(extract(sentences))
    order = [f.sentence.index for f in together]
    assert order == sorted(order), f"frames must keep the order of the sentences, got {order}"
    for frame in together:
        assert any(frame.sentence is s for s in sentences), "a frame must carry the sentence it was given"
        _check_frame(frame)
    alone = [f for s in sentences for f in extract([s])]
    assert [_shape(f) for f in alone] == [_shape(f) for f in together], (
        "a sentence must give the same frames alone and in a batch"
    )
    assert list(extract([])) == [], "no sentences must give no frames"


def _check_frame(frame: Frame) -> None:
    text = frame.sentence.text
    spans = [frame.trigger, *(s for group in frame.args.values() for s in group)]
    for span in [*spans, *([frame.speaker] if frame.speaker else [])]:
        assert text[span.start : span.end] == span.text, f"{span} does not slice back to {text!r}"
    assert frame.lemma == frame.lemma.lower(), f"lemma {frame.lemma!r} must be lower case"
    unknown = frame.moods - UNREAL_MOODS - {"reported"}
    assert not unknown, f"unknown moods {sorted(unknown)}"
    if frame.content is not None:
        _check_frame(frame.content)


def _sentences(texts: Iterable[str]) -> Iterator[Sentence]:
    for number, text in enumerate(texts, 1):
        yield Sentence(Document(f"check:{number}", text, dt.date(2017, 11, 14)), number, text)


def _shape(frame: Frame) -> tuple[Any, ...]:
    args = tuple((slot, tuple(s.text for s in group)) for slot, group in sorted(frame.args.items()))
    content = _shape(frame.content) if frame.content else None
    return frame.sentence.index, frame.lemma, frame.trigger.start, args, sorted(frame.moods), content


def _with_mirrors(wanted: Iterable[str], coder: Coder) -> set[str]:
    """The wanted events and the reverse dyads that their categories imply."""
    result = set()
    for event in wanted:
        actor, category, target = event.split()
        result.add(event)
        mirror = coder.matcher.categories[category].mirror
        if mirror and NOBODY not in (actor, target):
            result.add(_full(f"{target} {mirror} {actor}", category))
    return result


def _full(event: str, category: str) -> str:
    """ "RUSGOV phone FRAGOV" with the codebook's name before the category."""
    actor, name, target = event.split()
    return f"{actor} {name if '/' in name else category.partition('/')[0] + '/' + name} {target}"


def _triple(event: Event) -> str:
    return f"{event.actor.code} {event.category} {event.target.code}"


def _list(events: Iterable[Event]) -> str:
    return "; ".join(map(_triple, events)) or "nothing"
