"""Names that no list has: collected, reviewed, taken into a list."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from eventcoder.actors import unknown
from eventcoder.actors.adding import add_reviewed
from eventcoder.actors.finding import named_in
from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.unknown import Unknown, UnknownNames, unknown_names, write_unknown
from eventcoder.errors import InvalidFile, UsageError
from eventcoder.model import Document, Sentence
from tests.actorindex import small_index
from tests.conftest import Run


def names(text: str, *phrases: str) -> list[tuple[str, str]]:
    """Names and suggested codes of a sentence whose phrases were asked for."""
    actors = SentenceActors(Sentence(Document("d", text, dt.date(2010, 6, 1)), 1, text), small_index())
    for phrase in phrases:
        start = text.index(phrase)
        actors.resolve_all(actors.span(start, start + len(phrase)))
    return [(u.name, u.code) for u in unknown_names(actors)]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Kenyan Finance Minister Wekesa Barasa", [("Wekesa Barasa", "KENGOV")]),
        ("Wekesa Barasa", [("Wekesa Barasa", "")]),
        ("the Kenyan Zimbo Front", [("Zimbo Front", "KEN")]),
        ("the Kenyan Zimbo Liberation Movement", [("Zimbo Liberation Movement", "KENREB")]),
        ("UN envoy Diego Roe", [("Diego Roe", "IGOUNO")]),
        ("Sheikh Omar bin Zayd al-Roe", [("Sheikh Omar bin Zayd al-Roe", "")]),
        ("Sergei Lavrov", []),
        ("Kenyan police", []),
        ("the weather", []),
    ],
)
def test_unknown_names(phrase: str, expected: list[tuple[str, str]]) -> None:
    assert names(f"On Monday {phrase} met with many others.", phrase) == expected


def test_only_what_was_asked_for_counts() -> None:
    assert names("Wekesa Barasa met Obiang Mba.", "Obiang Mba") == [("Obiang Mba", "")]


def test_an_implied_target_is_not_asked_for() -> None:
    text = "Kenyan soldiers marched near Obiang Mba of Uganda."
    actors = SentenceActors(Sentence(Document("d", text, dt.date(2010, 6, 1)), 1, text), small_index())
    assert list(named_in(actors))
    assert not actors.asked


def test_a_front_is_no_person() -> None:
    text = "The Kenyan Zimbo Front met Kenyan minister Diego Roe."
    actors = SentenceActors(Sentence(Document("d", text, dt.date(2010, 6, 1)), 1, text), small_index())
    for start, end in ((0, 22), (27, 51)):
        actors.resolve_all(actors.span(start, end))
    assert [(u.name, u.person) for u in unknown_names(actors)] == [
        ("Zimbo Front", False),
        ("Diego Roe", True),
    ]


def test_headlines_are_left_out() -> None:
    assert names("Wekesa Barasa Meets Kenyan President Again", "Wekesa Barasa") == []


def test_counts_contexts_and_suggestions(tmp_path: Path) -> None:
    collected = UnknownNames()
    collected.add(Unknown("Barasa", "", f"Sentence {i}.", person=False) for i in range(5))
    collected.add([Unknown("Barasa", "KENGOV", "Sentence 5.", person=True)])
    collected.add([Unknown("=Mba", "GOV", "x", person=True)])
    path = tmp_path / "events.unknown.csv"
    write_unknown(collected, frozenset({"KEN"}), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["name"], first["count"], first["code"], first["kind"]) == (
        "Barasa",
        "6",
        "KENGOV",
        "person",
    )
    assert (first["country"], first["role"], first["take"]) == ("KEN", "GOV", "")
    assert first["contexts"] == "Sentence 0. | Sentence 1. | Sentence 2."
    assert (second["name"], second["code"], second["role"]) == ("'=Mba", "", "GOV")


def test_an_old_file_is_removed_where_nothing_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "events.unknown.csv"
    path.write_text("old", "utf8")
    write_unknown(UnknownNames(), frozenset(), path)
    assert not path.exists()


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unknown, "_MOST_NAMES", 2)
    collected = UnknownNames()
    collected.add(Unknown(name, "", "x", person=False) for name in ("A", "B", "C", "A", "C"))
    assert {name: entry.count for name, entry in collected.names.items()} == {"A": 2, "B": 1}
    assert collected.summary("f")["left_out"] == 2


HEADER = "take,name,code,kind,from,until,count,contexts\n"


def test_reviewed_names_are_added_once(tmp_path: Path) -> None:
    review, own = tmp_path / "review.csv", tmp_path / "own.csv"
    rows = (
        "yes,Barasa,KENGOV,person,2009-01-01,,3,x\n,Mba,KENGOV,person,,,2,x\nYes,'=Roe,KENOPP,person,,,1,x\n"
    )
    review.write_text(HEADER + rows, "utf-8-sig")
    assert add_reviewed(review, own) == (2, 0)
    assert add_reviewed(review, own) == (0, 2)
    with own.open(encoding="utf8", newline="") as file:
        assert [(r["name"], r["code"], r["from"]) for r in csv.DictReader(file)] == [
            ("Barasa", "KENGOV", "2009-01-01"), ("=Roe", "KENOPP", ""),
        ]  # fmt: skip


def test_rows_are_added_under_the_columns_that_a_list_has(tmp_path: Path) -> None:
    review, own = tmp_path / "review.csv", tmp_path / "own.csv"
    review.write_text(HEADER + "yes,Barasa,KENGOV,person,,,3,x\n", "utf8")
    own.write_text("kind,name,code\nperson,Mba,KENGOV", "utf8")
    assert add_reviewed(review, own) == (1, 0)
    assert own.read_text("utf8") == "kind,name,code\nperson,Mba,KENGOV\nperson,Barasa,KENGOV\n"


def test_a_spreadsheet_may_have_saved_semicolons(tmp_path: Path) -> None:
    review, own = tmp_path / "review.csv", tmp_path / "own.csv"
    review.write_text("take;name;code;kind\nyes;Barasa;KENGOV;person\n", "utf8")
    assert add_reviewed(review, own) == (1, 0)


def test_mistakes_are_reported_together_and_nothing_is_written(tmp_path: Path) -> None:
    review, own = tmp_path / "review.csv", tmp_path / "own.csv"
    review.write_text(
        HEADER + "yes,Barasa,,person,,,3,x\nperhaps,Mba,KENGOV,person,,,1,x\nyes,Roe,KEN1,man,,,1,x\n", "utf8"
    )
    with pytest.raises(InvalidFile) as error:
        add_reviewed(review, own)
    lines = [(finding.line, finding.place) for finding in error.value.findings]
    assert lines == [(2, "code"), (3, "take"), (4, "code"), (4, "kind")]
    assert not own.exists()


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", "utf8")
    with pytest.raises(UsageError, match="no review file"):
        add_reviewed(tmp_path / "x.csv", tmp_path / "own.csv")


def test_a_run_writes_what_it_did_not_know(eventcoder: Run, tmp_path: Path) -> None:
    stories = tmp_path / "in"
    stories.mkdir()
    for number in range(3):
        text = (
            f"date 2010-01-0{number + 1}\nZambian Tourism Minister Wekesa Barasa met Zog Mbala on Monday.\n"
        )
        (stories / f"{number}.txt").write_text(text, "utf8")
    assert eventcoder("code", "in", "-o", "one.csv").returncode == 0
    assert eventcoder("code", "in", "-o", "two.csv", "--workers", "2").returncode == 0
    one = (tmp_path / "one.unknown.csv").read_text("utf-8-sig")
    assert one == (tmp_path / "two.unknown.csv").read_text("utf-8-sig")
    rows = {row["name"]: row for row in csv.DictReader(one.splitlines())}
    assert rows["Wekesa Barasa"]["code"] == "ZMBGOV"
    assert rows["Zog Mbala"]["count"] == "3"
    assert "one.unknown.csv" in (tmp_path / "one.manifest.json").read_text("utf8")
    assert eventcoder("code", "in", "-o", "three.csv", "-q").returncode == 0
