"""Days in the middle of a sentence are left out before parsing, and all offsets stay those of the text."""

from __future__ import annotations

import pytest

from eventcoder_dependency.daytimes import Cuts


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Russia on Tuesday denied it.", "Russia denied it."),
        ("Russia denied it late on Monday.", "Russia denied it."),
        ("Lavrov, on Friday morning, met Kerry.", "Lavrov met Kerry."),
        ("Clinton Thursday urged Iran to talk.", "Clinton urged Iran to talk."),
        ("The rally on October 15 was banned.", "The rally was banned."),
        ("On Monday Russia denied it.", "On Monday Russia denied it."),
        ("It will meet next Monday.", "It will meet next Monday."),
        ("The Good Friday accord held.", "The Good Friday accord held."),
        ("Monday's attack killed two.", "Monday's attack killed two."),
        ("The talks of Monday and Tuesday failed.", "The talks of Monday and Tuesday failed."),
        ("France sent aid on May 3, 1994.", "France sent aid on May 3, 1994."),
        ("Troops shot and killed two boys.", "Troops shot two boys."),
        ("Two boys were shot and wounded.", "Two boys were shot and wounded."),
    ],
)
def test_what_is_left_out(text: str, short: str) -> None:
    assert Cuts(text).short == short


def test_offsets_are_those_of_the_text() -> None:
    text = "Peru on Monday met Chile, and Cuba on Tuesday evening met Haiti."
    cuts = Cuts(text)
    for name in ("Peru", "met", "Chile", "Cuba", "Haiti"):
        assert text[cuts.originals([cuts.short.index(name)])[0] :].startswith(name)
