"""People in office in a spelling that no list has; teams and congresses that are no actors."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcoder.actors.finding import find_actors
from eventcoder.actors.regions import lands_described
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import load_actor_index
from eventcoder.settings import Coding


def found(text: str, date: str) -> dict[str, str]:
    """The mentions of a story and their codes."""
    document = Document("story", text, dt.date.fromisoformat(date))
    index = load_actor_index(Coding(), Registry())
    mentions = find_actors(sentences_of(document)[0], index)
    return {m.actor.span.text: m.actor.code for m in mentions if m.actor.span}


@pytest.mark.parametrize(
    ("name", "date", "code"),
    [
        ("Prime Minister Netanyaho", "2012-05-05", "ISRGOV"),
        ("Foreign Minister Sikorsky", "2012-05-05", "POLGOV"),
        ("Foreign Minister Sikorsky", "2004-05-05", "GOV"),
        ("Prime Minister Smithson", "2012-05-05", "GOV"),
    ],
)
def test_a_titled_name_in_another_spelling_is_who_holds_the_office(name: str, date: str, code: str) -> None:
    assert found(f"{name} rejected the plan.", date).get(name, "GOV") == code


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Georgia beat Florida 24-10 on Saturday.", "Georgia"),
        ("Georgia beat Florida 24-10 on Saturday.", "Florida"),
        ("Jordan scored twice in the first half.", "Jordan"),
        ("Russia's delegates left the Congress in Sochi.", "the Congress"),
        ("Malawi voted. Malawi's DPP... The DPP won in Malawi.", "The DPP"),
    ],
)
def test_teams_meetings_and_parties_of_elsewhere_are_nobody(text: str, missing: str) -> None:
    assert missing not in found(text, "2015-05-05")


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Jordan scored a victory at the UN.", "Jordan", "JOR"),
        ("Georgia beat back an attack by Russia.", "Georgia", "GEO"),
        ("Obama urged Congress to act.", "Congress", "USALEG"),
        ("Taiwan voted. The DPP won.", "The DPP", "TWNOPP"),
    ],
)
def test_they_are_actors_elsewhere(text: str, name: str, code: str) -> None:
    assert found(text, "2015-05-05")[name] == code


def test_what_a_description_fits() -> None:
    assert lands_described("the tiny Gulf state".lower().split()) == {
        "ARE",
        "BHR",
        "KWT",
        "OMN",
        "QAT",
        "SAU",
    }
    assert lands_described("the former belgian colony".split()) == frozenset({"BDI", "COD", "RWA"})
    assert lands_described("the west african kingdom".split()) == frozenset()
    assert lands_described("the country".split()) is None
    assert lands_described("an island nation".split()) is None
