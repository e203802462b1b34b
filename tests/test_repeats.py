"""Acts that a sentence tells twice."""

from __future__ import annotations

import pytest

import eventcoder as ec


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Gunmen killed three Colombian soldiers and wounded two others in Arauca.", {"COLMIL"}),
        ("Burundian militiamen attacked the Congolese refugees, killing 20 people.", {"CODREF"}),
        ("The Malian army killed six Tuareg rebels and captured a town in Mali.", {"MLIREB", "MLI"}),
        ("Rebels killed three Colombian soldiers and a priest.", {"COLMIL", "COLREL"}),
    ],
)
def test_who_is_known_better_is_the_target(text: str, targets: set[str]) -> None:
    events = ec.code([text], date="2004-05-06")
    assert {e.target.code for e in events} == targets


@pytest.mark.parametrize("sum_", ["$20 million", "20 million dollars", "€500,000"])
def test_sums_are_money(sum_: str) -> None:
    events = list(ec.code([f"Norway has pledged {sum_} to Syria."], date="2016-02-04"))
    assert [(e.actor.code, e.action, e.target.code) for e in events] == [("NOR", "0331", "SYR")]


def test_the_act_that_is_told_more_closely_is_kept() -> None:
    text = "Rwandan troops pulled out of eastern Congo on Saturday, ending a month-long operation."
    assert [e.action for e in ec.code([text], date="2009-02-27")] == ["0874"]


def test_who_is_killed_is_killed_by_those_who_attack() -> None:
    text = "At least 15 people were killed when Burundian rebels ambushed a bus south of Bujumbura."
    events = list(ec.code([text], date="2009-02-27"))
    assert [(e.actor.code, e.action, e.target.code) for e in events] == [("BDIREB", "190", "BDICVL")]


def test_killing_is_told_with_what_kills() -> None:
    text = "The Syrian army dropped barrel bombs on Aleppo, killing at least 25 people."
    assert [e.action for e in ec.code([text], date="2014-02-27")] == ["195"]


@pytest.mark.parametrize(
    ("text", "dyad"),
    [
        ("Two Cuban soldiers were killed when Kenyan troops opened fire.", ("KENMIL", "193", "CUBMIL")),
        ("Ten Syrians were killed as Turkish jets bombed Aleppo.", ("TURMIL", "195", "SYR")),
    ],
)
def test_who_opens_fire_has_killed(text: str, dyad: tuple[str, str, str]) -> None:
    events = list(ec.code([text], date="2016-02-04"))
    assert [(e.actor.code, e.action, e.target.code) for e in events] == [dyad]
