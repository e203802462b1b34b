"""Events as rows of text: columns, ids, offsets and what is looked up in the schemes."""

from __future__ import annotations

import dataclasses
import datetime as dt
import subprocess
import sys
from typing import Any

import pytest

from eventcoder.codebook.scheme import Scale, Scheme
from eventcoder.model import Actor, Document, Event, Sentence, Span
from eventcoder.running.rows import COLUMNS, TEXT_COLUMNS, Labels
from tests.conftest import ROOT

TEXT = "The weather was fine.  Norway's\n  premier will visit Chile, Peru said."
START = TEXT.index("Norway")
DOCUMENT = Document("news-7", TEXT, dt.date(2017, 11, 14), "Gazette")
SENTENCE = Sentence(DOCUMENT, 2, TEXT[START:], START)

CAMEO = Scheme.model_validate(
    {
        "name": "cameo",
        "title": "C",
        "version": "1",
        "description": "x",
        "source": "x",
        "quads": {
            "plain": {"title": "P", "source": "x", "labels": {"1": "a"}, "classes": {"1": ["03"]}},
            "other": {"title": "P", "source": "x", "labels": {"4": "a"}, "classes": {"4": ["036"]}},
        },
        "codes": {
            "03": {"label": "Intend", "parent": None},
            "036": {"label": "Intend to meet", "parent": "03"},
        },
    }
)
PLOVER = CAMEO.model_copy(update={"name": "plover", "codes": {}})
SCALE = Scale.model_validate(
    {
        "name": "heat", "title": "H", "scheme": "cameo", "version": "1", "range": [-10, 10],
        "source": "x", "description": "x", "values": {"03": 4},
    }
)  # fmt: skip


def span(phrase: str) -> Span:
    start = SENTENCE.text.index(phrase)
    return Span(start, start + len(phrase), phrase)


EVENT = Event(
    actor=Actor("NORGOV", span("Norway's\n  premier")),
    action="036",
    target=Actor("CHL", span("Chile"), inferred=True),
    sentence=SENTENCE,
    trigger=span("will visit"),
    codebook="tea",
    category="tea/plan",
    pattern="milk/visit#3",
    extractor="fake",
    codes={"cameo": "036", "plover": "AGREE", "weis": "04"},
    moods=frozenset({"reported", "future"}),
    speaker=Actor("PER", span("Peru")),
)
LABELS = Labels({"cameo": CAMEO, "plover": PLOVER}, "plain", SCALE)


def row(labels: Labels = LABELS, **changes: Any) -> dict[str, str]:
    return labels.row(dataclasses.replace(EVENT, **changes))


def elsewhere(**changes: Any) -> Sentence:
    """The sentence, in a document that differs from the event's."""
    return dataclasses.replace(SENTENCE, doc=dataclasses.replace(DOCUMENT, **changes))


def test_names_and_order_of_the_columns() -> None:
    assert (
        list(COLUMNS)
        == (
            "event_id date actor action target action_label actor_text action_text target_text actor_span "
            "action_span target_span codebook category root quad_class intensity plover weis moods speaker "
            "inferred document_id source sentence_number sentence extractor pattern"
        ).split()
    )
    assert list(row()) == list(COLUMNS)
    assert set(COLUMNS) > TEXT_COLUMNS
    assert all(COLUMNS.values())


def test_row() -> None:
    values = row()
    assert values.pop("event_id")
    assert values == {
        "date": "2017-11-14",
        "actor": "NORGOV",
        "action": "036",
        "target": "CHL",
        "action_label": "Intend to meet",
        "actor_text": "Norway's premier",
        "action_text": "will visit",
        "target_text": "Chile",
        "actor_span": f"{START}:{START + 18}",
        "action_span": f"{START + 19}:{START + 29}",
        "target_span": f"{START + 30}:{START + 35}",
        "codebook": "tea",
        "category": "plan",
        "root": "03",
        "quad_class": "1",
        "intensity": "4.0",
        "plover": "AGREE",
        "weis": "04",
        "moods": "future reported",
        "speaker": "PER",
        "inferred": "target",
        "document_id": "news-7",
        "source": "Gazette",
        "sentence_number": "2",
        "sentence": SENTENCE.text,
        "extractor": "fake",
        "pattern": "milk/visit#3",
    }


@pytest.mark.parametrize(
    ("column", "phrase"),
    [("actor_span", "Norway's\n  premier"), ("action_span", "will visit"), ("target_span", "Chile")],
)
def test_offsets_slice_back_into_the_text_of_the_document(column: str, phrase: str) -> None:
    start, end = map(int, row()[column].split(":"))
    assert TEXT[start:end] == phrase


def test_every_value_is_text() -> None:
    assert all(type(value) is str for value in row().values())
    assert all(
        type(value) is str for value in row(speaker=None, moods=frozenset(), codes={"x": "1"}).values()
    )


def test_nobody_has_neither_text_nor_place() -> None:
    values = row(actor=Actor("---"))
    assert (values["actor"], values["actor_text"], values["actor_span"]) == ("---", "", "")


def test_undated_document_has_an_empty_date() -> None:
    assert row(sentence=elsewhere(date=None))["date"] == ""


def test_both_roles_may_be_inferred() -> None:
    assert row(actor=Actor("NOR", None, inferred=True))["inferred"] == "actor target"
    assert row(target=Actor("CHL"))["inferred"] == ""


def test_no_speaker_no_moods() -> None:
    values = row(speaker=None, moods=frozenset())
    assert (values["speaker"], values["moods"]) == ("", "")


def test_another_pattern_of_the_category_keeps_the_id() -> None:
    assert row(pattern="milk/visit#2")["event_id"] == row()["event_id"]


def test_id_has_sixteen_hex_digits() -> None:
    identity = row()["event_id"]
    assert len(identity) == 16
    assert int(identity, 16) >= 0


@pytest.mark.parametrize(
    "changes",
    [
        {"actor": Actor("NOR", EVENT.actor.span)},
        {"actor": Actor("NORGOV", span("Norway"))},
        {"target": Actor("CHLGOV", EVENT.target.span)},
        {"target": Actor("CHL", span("Peru"))},
        {"action": "042"},
        {"trigger": span("visit")},
        {"category": "milk/talk"},
        {"sentence": elsewhere(id="news-8")},
        {"sentence": elsewhere(date=dt.date(2017, 11, 15))},
        {"sentence": elsewhere(date=None)},
        {"sentence": dataclasses.replace(SENTENCE, start=0)},
    ],
    ids=lambda changes: "-".join(changes),
)
def test_id_depends_on_what_the_event_is(changes: dict[str, Any]) -> None:
    assert row(**changes)["event_id"] != row()["event_id"]


def test_id_does_not_depend_on_labels_or_scales() -> None:
    assert row(Labels({}, "plain", None))["event_id"] == row()["event_id"]


def test_ids_of_both_directions_differ() -> None:
    mirrored = row(actor=EVENT.target, target=EVENT.actor)
    assert mirrored["event_id"] != row()["event_id"]


def test_id_is_the_same_in_every_process() -> None:
    code = "from tests.test_rows import row; print(row()['event_id'])"
    ids = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert ids == {row()["event_id"]}


def test_id_is_a_promise() -> None:
    """Data sets that are published refer to events by their id."""
    assert row()["event_id"] == "15496c8797e58456"


def test_id_of_a_document_whose_name_is_not_valid_unicode() -> None:
    assert len(row(sentence=elsewhere(id="news\udce9"))["event_id"]) == 16


def test_quad_class_follows_the_chosen_rule() -> None:
    assert row(Labels({"cameo": CAMEO}, "other", None))["quad_class"] == "4"


def test_no_scale_no_intensity() -> None:
    assert row(Labels({"cameo": CAMEO}, "plain", None))["intensity"] == ""


def test_code_that_the_scale_lacks_has_no_intensity() -> None:
    assert row(codes={"cameo": "19"})["intensity"] == ""


def test_zero_is_an_intensity() -> None:
    scale = SCALE.model_copy(update={"values": {"036": 0.0}})
    assert row(Labels({"cameo": CAMEO}, "plain", scale))["intensity"] == "0.0"


def test_event_without_a_cameo_code() -> None:
    values = row(action="AGREE", codes={"plover": "AGREE"})
    assert (values["root"], values["quad_class"], values["intensity"]) == ("", "", "")
    assert (values["plover"], values["weis"]) == ("AGREE", "")
    assert values["action_label"] == "tea/plan"


def test_label_is_looked_up_in_the_scheme_of_the_action() -> None:
    other = CAMEO.model_copy(
        update={"codes": {"036": CAMEO.codes["036"].model_copy(update={"label": "Wrong"})}}
    )
    labels = Labels({"weis": other, "cameo": CAMEO}, "plain", None)
    assert row(labels, codes={"weis": "04", "cameo": "036"})["action_label"] == "Intend to meet"
