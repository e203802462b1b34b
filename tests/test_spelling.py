"""Codes of a gold file that are not written as they should be: put right where only one thing can be meant."""

from __future__ import annotations

import pytest

from eventcoder.evaluation.gold import Gold, GoldSentence, Triple
from eventcoder.evaluation.spelling import Spelling
from eventcoder.running.loading import schemes

KNOWN = frozenset({"PER", "SRB", "USA", "IGOUNO"})


def spelling(*events: str, scheme: str = "cameo") -> Spelling:
    """The spelling of a file with an event a line, after the header."""
    gold = [Triple(*event.split()) for event in events]
    lines = {code: [n for n, e in enumerate(gold, 2) if code in e] for e in gold for code in e}
    sentences = [GoldSentence(str(n), "Text.", readings=((event,),)) for n, event in enumerate(gold)]
    return Spelling(Gold(sentences, lines=lines), schemes()[scheme], lambda: KNOWN)


def read(event: str, scheme: str = "cameo") -> Triple:
    (sentence,) = spelling(event, scheme=scheme).gold.sentences
    return sentence.events[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("36", "036"),
        ("3", "03"),
        ("871", "0871"),
        ("112.0", "112"),
        ("40.0", "040"),
        ("036", "036"),
        ("XYZ", "XYZ"),
    ],
)
def test_codes_of_cameo(written: str, meant: str) -> None:
    assert read(f"PER {written} ---").action == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("consult", "CONSULT"), ("Consult/Visit", "CONSULT/visit"), ("FIGHT", "ASSAULT"), ("DEMAND", "REQUEST")],
)
def test_codes_of_plover(written: str, meant: str) -> None:
    assert read(f"PER {written} ---", "plover").action == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("per", "PER"),
        ("PerGov", "PERGOV"),
        ("USAgov", "USAGOV"),
        ("igouno", "IGOUNO"),
        ("gov", "GOV"),
        ("ROMGOV", "ROUGOV"),
        ("rebels", "rebels"),
        ("SRBalb", "SRBalb"),
        ("---GOV", "---GOV"),
    ],
)
def test_actors(written: str, meant: str) -> None:
    assert read(f"{written} 040 ---") == Triple(meant, "040", "---")


def test_what_was_changed_is_told_with_lines() -> None:
    found = spelling("usa 40 PER", "PER 112 USA", "usa 40 rebels")
    assert list(found.notices()) == [
        "usa is read as USA: actors are in capitals (lines 2, 4)",
        "40 is read as 040: its leading zero is lost (lines 2, 4)",
    ]
    assert found.phrases == ["rebels"]


def test_a_root_is_doubtful_only_where_zeros_are_lost() -> None:
    assert not list(spelling("PER 10 USA").doubts())
    assert [line for line, _ in spelling("PER 10 USA", "PER 36 USA").doubts()] == [2]


@pytest.mark.parametrize(("lost", "kept"), [("51", "051"), ("51", "036"), ("212", "0212"), ("51.0", "051")])
def test_zeros_may_be_lost_in_some_rows_and_kept_in_others(lost: str, kept: str) -> None:
    """Rows from two spreadsheets in one file."""
    found = spelling(f"PER {kept} USA", f"PER {lost} USA")
    number = lost.removesuffix(".0")
    assert [(c.written, c.meant) for c in found.acts] == [(lost, f"0{number}")]
    assert not found.unknown and len(list(found.notices())) == 1


def test_zeros_are_not_lost_where_others_are_there() -> None:
    found = spelling("PER 036 USA", "PER 212 USA")
    assert found.unknown == {"212": [3]}
    assert not list(found.notices())
