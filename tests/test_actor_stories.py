"""Phrases in short stories that resolve to the code a careful coder would give; the share may only rise.

tests/actors/stories.csv was written before the rules were tried on it. The phrase stands in brackets; `code`
is written as in tests/actors/mentions.csv. Mend a row only where the conventions of docs/actors.md say that it
is wrong. `python -m pytest tests/test_actor_stories.py -rP` prints the misses and the figures by kind. After a
gain raise the figure in tests/actors/ratchet.json.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from eventcoder.actors.names import ActorIndex
from eventcoder.actors.story import Story
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document, Span
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import load_actor_index
from eventcoder.settings import Coding
from tests.conftest import ROOT
from tests.test_mentions import NOBODY, RATCHET, accepts

TABLE = ROOT / "tests" / "actors" / "stories.csv"


class Row(NamedTuple):
    date: dt.date
    code: str
    kind: str
    text: str
    phrase: Span


def table() -> Iterator[Row]:
    with TABLE.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            before, phrase, after = row["story"].replace("]", "[").split("[")
            span = Span(len(before), len(before) + len(phrase), phrase)
            yield Row(
                dt.date.fromisoformat(row["date"]), row["code"], row["kind"], before + phrase + after, span
            )


def resolved(row: Row, index: ActorIndex) -> set[str]:
    """Codes of the actors that the phrase names; empty where it names nobody."""
    sentences = sentences_of(Document("story", row.text, row.date))[0]
    sentence = next(s for s in reversed(sentences) if s.start <= row.phrase.start)
    start = row.phrase.start - sentence.start
    actors = Story(sentences, index).actors(sentence)
    found = actors.resolve_all(Span(start, start + len(row.phrase.text), row.phrase.text))
    return {actor.code for actor in actors.completed(found)}


def test_phrases_in_stories_resolve_at_least_as_well_as_before() -> None:
    index = load_actor_index(Coding(), Registry())
    rows = list(table())
    misses = [(row, found) for row in rows if not accepts(row.code, found := resolved(row, index))]
    for row, found in misses:
        print(
            f"{row.date}  {row.phrase.text}: {'+'.join(sorted(found)) or NOBODY}, not {row.code}  | {row.text}"
        )
    wrong = Counter(row.kind for row, _ in misses)
    for kind, number in sorted(Counter(row.kind for row in rows).items()):
        print(f"{kind:17}{number - wrong[kind]:4} of {number:3} right")
    right, floor = len(rows) - len(misses), json.loads(RATCHET.read_text("utf8"))["stories"]
    print(f"{right} of {len(rows)} right ({right / len(rows):.1%}); the floor is {floor}")
    assert right >= floor, f"{right} phrases resolve rightly, fewer than the {floor} of {RATCHET.name}"
