"""Discards that take the rest of a sentence with them."""

from __future__ import annotations

from typing import Any

import pytest

from eventcoder.codebook.shape import Codebook
from eventcoder.coding.coder import Coder
from eventcoder.coding.matching import Matcher
from eventcoder.model import Frame
from tests.test_coder import ACTORS, TEA, Extractor, frame, sentence

PLOTS: dict[str, Any] = {
    "name": "plots",
    "title": "Plots",
    "version": "1",
    "description": "x",
    "categories": {
        "plot": {
            "label": "Plot",
            "discard": True,
            "onward": True,
            "rescue": ["banned"],
            "patterns": [{"verb": "show", "where": {"subject": ["film"]}}],
        }
    },
}


def coded(*frames: Frame) -> list[str]:
    books = [Codebook.model_validate(book) for book in (TEA, PLOTS)]
    one = Coder(Matcher({b.name: b for b in books}), ACTORS, Extractor(*frames), "fake")
    (result,) = one.code([frames[0].sentence])
    assert result.error is None
    return [f"{e.actor.code} {e.action} {e.target.code}" for e in result.events]


def told(text: str) -> list[str]:
    on = sentence(text)
    return coded(
        frame(on, "met", "meet", subject="Chile", object="Peru"),
        frame(on, "shows", "show", subject="A film"),
        frame(on, "saw", "visit", subject="Norway", object="Chile"),
    )


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A film shows how Chile met Peru when Norway saw Chile.", []),
        ("Chile met Peru. A film shows how Norway saw Chile.", ["CHL 040 PER", "PER 040 CHL"]),
        (
            "A film banned since May shows how Chile met Peru when Norway saw Chile.",
            ["CHL 040 PER", "PER 040 CHL", "NOR 042 CHL", "CHL 043 NOR"],
        ),
    ],
)
def test_what_follows_is_left_out(text: str, events: list[str]) -> None:
    assert told(text) == events


def test_what_is_embedded_is_left_out() -> None:
    on = sentence("Chile denied what A film shows: Peru met Norway.")
    met = frame(on, "met", "meet", subject="Peru", object="Norway")
    shows = frame(on, "shows", "show", subject="A film", content=met)
    assert coded(frame(on, "denied", "deny", subject="Chile", content=shows)) == []
    assert coded(frame(on, "denied", "deny", subject="Chile", content=met)) == ["CHL 016 ---"]
