"""Noun phrases without a parser, and every mention of an actor in a document."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcoder.actors.finding import COLUMNS, Found, find_actors
from eventcoder.actors.nounphrases import coordinated, noun_phrases
from eventcoder.actors.phrases import Tagged
from eventcoder.actors.resolving import SentenceActors
from eventcoder.model import Document
from eventcoder.running.documents import sentences_of
from tests.actorindex import small_index

DATE = dt.date(2010, 6, 1)


def found(text: str, coreference: bool = True) -> list[Found]:
    sentences = sentences_of(Document("d", text, DATE))[0]
    return list(find_actors(sentences, small_index(), coreference))


def pairs(text: str) -> set[tuple[str, str]]:
    return {(f.actor.span.text, f.actor.code) for f in found(text) if f.actor.span}


def tagged(text: str) -> Tagged:
    return SentenceActors(sentences_of(Document("d", text, DATE))[0][0], small_index()).tagged


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Russian Foreign Minister Sergei Lavrov left.", ["Russian Foreign Minister Sergei Lavrov"]),
        ("Iran attacked Iraq.", ["Iran", "Iraq"]),
        (
            "Sergei Lavrov, the Russian foreign minister, left.",
            ["Sergei Lavrov, the Russian foreign minister"],
        ),
        (
            "The Russian foreign minister, Sergei Lavrov, left.",
            ["The Russian foreign minister, Sergei Lavrov"],
        ),
        ("Ann Roe, the Kenyan health minister, left.", ["Ann Roe, the Kenyan health minister"]),
        ("Dozens of Kenyan protesters left.", ["Dozens of Kenyan protesters"]),
        ("At least 3,000 Kenyan troops left.", ["At least 3,000 Kenyan troops"]),
        ("A spokesman for the Kenyan army told Lavrov so.", ["A spokesman for the Kenyan army", "Lavrov"]),
        ("The three former Kenyan ministers left.", ["The three former Kenyan ministers"]),
        ("The UN special envoy for Iraq Martin Roe left.", ["The UN special envoy for Iraq"]),
        ("John Doe-Roe, a Kenyan minister, left.", ["John Doe-Roe, a Kenyan minister"]),
        (
            "The Kenyan minister, President Sergei Lavrov, left.",
            ["The Kenyan minister, President Sergei Lavrov"],
        ),
        ("Sergei Lavrov, their minister, left.", ["Sergei Lavrov, their minister"]),
        ("Putin's senior spokesman left.", ["Putin's senior spokesman"]),
        ("Kenya's economy grew.", ["Kenya"]),
        ("Israeli-Iranian talks began.", ["Israeli", "Iranian"]),
        ("Police told reporters Lavrov left.", ["Police", "reporters", "Lavrov"]),
        ("The rebel group Hamas left.", ["The rebel group Hamas"]),
    ],
)
def test_noun_phrases(text: str, phrases: list[str]) -> None:
    sentence = tagged(text)
    assert [sentence.span(p.first, p.last).text for p in noun_phrases(sentence)] == phrases


def test_and_joins_phrases_and_commas_alone_do_not() -> None:
    sentence = tagged("Russia, Iran and Iraq met; in Kenya, police left.")
    groups = coordinated(noun_phrases(sentence))
    assert [len(group) for group in groups] == [3, 1, 1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenyan and Ugandan officials met.", {("Kenyan", "KENGOV"), ("Ugandan officials", "UGAGOV")}),
        ("Israeli warplanes left.", {("Israeli warplanes", "ISRMIL")}),
        ("An Israeli raid began.", {("Israeli", "ISR")}),
        (
            "Police searched a Moscow theatre in Iran.",
            {("Police", "IRNCOP"), ("Moscow", "RUS"), ("Iran", "IRN")},
        ),
        ("Kenyan military equipment arrived.", {("Kenyan", "KEN")}),
        ("The Kenyan military said so.", {("The Kenyan military", "KENMIL")}),
        ("Police in Basra left.", {("Police", "IRQCOP"), ("Basra", "IRQ")}),
        ("He sat in Moscow.", {("Moscow", "RUS")}),
        ("Moscow refused.", {("Moscow", "RUSGOV")}),
        ("Authorities in Basra left.", {("Authorities", "IRQGOV"), ("Basra", "IRQ")}),
        ("Leaders in Basra left.", {("Basra", "IRQ")}),
        (
            "Kenyan Copper and Tin Minister John Doe left.",
            {("Kenyan Copper and Tin Minister John Doe", "KENGOV")},
        ),
        (
            "Kenyan shadow defence minister John Doe left.",
            {("Kenyan shadow defence minister John Doe", "KENOPP")},
        ),
        ("Nairobi-based activists criticised Iran.", {("activists", "OPP"), ("Iran", "IRN")}),
        (
            "America will bring home its forces from Iraq.",
            {("America", "USA"), ("its forces", "USAMIL"), ("Iraq", "IRQ")},
        ),
        ("Nairobi-based rebels left Iran.", {("rebels", "KENREB"), ("Iran", "IRN")}),
        ("Turkish-led forces left.", {("Turkish-led forces", "TURMIL")}),
        ("Turkish-led talks failed.", set()),
        ("Kenyan XYZ soldiers left.", {("Kenyan XYZ soldiers", "KENMIL")}),
        (
            "Kenyan President Abdul Omar-ul-Lavrov left.",
            {("Kenyan President Abdul Omar-ul-Lavrov", "KENGOV")},
        ),
        (
            "A rocket from Iran hurt a Kenyan soldier, the army said.",
            {("Iran", "IRN"), ("a Kenyan soldier", "KENMIL"), ("the army", "KENMIL")},
        ),
        (
            "Kenya began the withdrawal of troops from Iraq.",
            {("Kenya", "KEN"), ("troops", "KENMIL"), ("Iraq", "IRQ")},
        ),
        (
            "Kenya demanded the withdrawal of troops from Iraq.",
            {("Kenya", "KEN"), ("troops", "MIL"), ("Iraq", "IRQ")},
        ),
        ("They reported from Moscow.", {("Moscow", "RUS")}),
        (
            "The UN will send a peacekeeping force.",
            {("The UN", "IGOUNO"), ("a peacekeeping force", "IGOUNO")},
        ),
        ("Kenya opposed a peacekeeping force.", {("Kenya", "KEN"), ("a peacekeeping force", "MIL")}),
        ("Lavrov's former adviser left.", {("Lavrov's former adviser", "RUSELI")}),
        ("The weather was bad.", set()),
    ],
)
def test_mentions(text: str, wanted: set[tuple[str, str]]) -> None:
    assert pairs(text) == wanted


def test_how_a_mention_was_found() -> None:
    text = "Kenyan police met Lavrov in Basra. He liked the Israeli raid. The two sides met. Iran watched."
    hows = {f.actor.span.text: f.how for f in found(text) if f.actor.span}
    assert hows["Kenyan police"] == "composed"
    assert hows["Lavrov"] == hows["Iran"] == "name"
    assert hows["Basra"] == "place"
    assert hows["He"] == "reference"
    assert hows["Israeli"] == "modifier"


def test_rows_slice_back_to_the_text() -> None:
    text = "Hello there.\nKenyan police met Lavrov. He left with Iraqi officials."
    rows = [f.row() for f in found(text)]
    assert len(rows) == 4
    for row in rows:
        assert list(row) == list(COLUMNS)
        assert text[int(row["start"]) : int(row["end"])] == row["text"]
    assert [row["inferred"] for row in rows if row["text"] == "He"] == ["yes"]


def test_references_can_be_left_out() -> None:
    assert [f.actor.code for f in found("Lavrov left. He waved.", coreference=False)] == ["RUSGOV"]
    assert [f.actor.code for f in found("Lavrov left. He waved.")] == ["RUSGOV", "RUSGOV"]
