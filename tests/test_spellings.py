"""The people whom the news name most are found under every spelling, and four hundred groups and parties."""

from __future__ import annotations

import csv
import datetime as dt

import pytest

from eventcoder.actors.finding import find_actors
from eventcoder.actors.names import ActorIndex
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document, Sentence
from eventcoder.running.loading import load_actor_index
from eventcoder.settings import Coding
from tests.conftest import ROOT


def table(name: str) -> list[dict[str, str]]:
    with (ROOT / "tests" / "actors" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PEOPLE = table("spellings")


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return load_actor_index(Coding(), Registry())


def code_of(name: str, date: dt.date, index: ActorIndex) -> str:
    document = Document("d", "", date)
    mentions = list(find_actors([Sentence(document, 1, f"Yesterday {name} spoke.")], index, False))
    assert len(mentions) == 1, f"{name}: {len(mentions)} mentions"

    return mentions[0].actor.code


def test_the_table_is_long() -> None:
    assert len(PEOPLE) >= 380
    assert sum(len(row["spellings"].split(";")) for row in PEOPLE) >= 1_400


@pytest.mark.parametrize("row", PEOPLE, ids=lambda row: str(row["name"]))
def test_spellings(row: dict[str, str], index: ActorIndex) -> None:
    date = dt.date.fromisoformat(row["date"])
    code = code_of(row["name"], date, index)
    assert len(code) >= 6, "a role on the date"
    other = {s: code_of(s, date, index) for s in row["spellings"].split(";")}
    assert {s: found for s, found in other.items() if found != code} == {}


def test_groups_have_the_role_of_the_day(index: ActorIndex) -> None:
    groups = table("groups")
    assert len(groups) >= 390
    coded = [(g, code_of(g["name"], dt.date.fromisoformat(g["date"]), index)) for g in groups]
    assert [(g["name"], g["date"], code) for g, code in coded if code != g["code"]] == []
