"""Gold files: what a spreadsheet or a program writes is read, and every mistake is found with its line."""

from __future__ import annotations

import datetime as dt
import gzip
from pathlib import Path

import pytest

from eventcoder.errors import InvalidFile, UsageError
from eventcoder.evaluation.gold import Gold, Triple
from eventcoder.evaluation.goldfile import read_gold

HEADER = "sentence_id,text,date,source,action,target,coder,reading\n"


def gold(tmp_path: Path, content: str, name: str = "gold.csv") -> Gold:
    path = tmp_path / name
    path.write_text(content, encoding="utf8")
    return read_gold(path)


def test_a_row_is_an_event_and_text_is_given_once(tmp_path: Path) -> None:
    found = gold(
        tmp_path,
        "sentence_id,text,date,source,action,target\n"
        "a,Peru met Chile.,2010-05-03,PER,040,CHL\n"
        "a,,,CHL,040,PER\n"
        "b,It rained.,20100504,,,\n"
        ",,,,,\n",
    )
    first, second = found.sentences
    assert first.events == (Triple("PER", "040", "CHL"), Triple("CHL", "040", "PER"))
    assert first.date == dt.date(2010, 5, 3)
    assert second.events == ()
    assert second.date == dt.date(2010, 5, 4)
    assert found.uncoded == 0


def test_a_row_of_dashes_says_that_there_is_no_event(tmp_path: Path) -> None:
    found = gold(tmp_path, HEADER + "a,It rained.,,---,---,---,AB,\nb,Peru met.,,PER,040,---,AB,\n")
    assert [s.events for s in found.sentences] == [(), (Triple("PER", "040", "---"),)]


def test_other_readings_and_optional_events(tmp_path: Path) -> None:
    found = gold(
        tmp_path,
        HEADER + "a,Peru met Chile.,,PER,040,CHL,,\na,,,PER,036,,,2\na,,,,,,,3\na,,,CHL,040,PER,,optional\n",
    )
    (sentence,) = found.sentences
    assert sentence.readings == ((Triple("PER", "040", "CHL"),), (Triple("PER", "036", "---"),), ())
    assert sentence.optional == {Triple("CHL", "040", "PER")}


def test_rows_without_a_coder_wait(tmp_path: Path) -> None:
    found = gold(
        tmp_path, HEADER + "a,Peru met Chile.,,PER,040,CHL,AB,\nb,It rained.,,,,,AB,\nc,Later.,,,,,,\n"
    )
    assert [(s.id, s.coder) for s in found.sentences] == [("a", "AB"), ("b", "AB")]
    assert found.uncoded == 1


def test_a_sample_that_nobody_has_filled_in_is_not_coded(tmp_path: Path) -> None:
    found = gold(tmp_path, HEADER + "a,Peru met Chile.,,,,,,\nb,It rained.,,,,,,\n")
    assert found.sentences == []
    assert found.uncoded == 2


def test_two_coders(tmp_path: Path) -> None:
    found = gold(tmp_path, HEADER + "a,Peru met Chile.,,PER,040,CHL,AB,\na,,,PER,042,CHL,CD,\n")
    assert found.coders() == ["AB", "CD"]
    assert [s.events[0].action for s in found.of("CD")] == ["042"]
    assert found.of("CD")[0].text == "Peru met Chile."


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_spreadsheets_of_other_countries(tmp_path: Path, delimiter: str) -> None:
    rows = "\ufeffSentence_ID,Text,Date,Source,Action,Target\na,Peru met Chile.,,PER,040,CHL\n"
    found = gold(tmp_path, rows.replace(",", delimiter))
    assert found.sentences[0].events == (Triple("PER", "040", "CHL"),)


def test_the_guard_against_formulas_is_taken_off(tmp_path: Path) -> None:
    assert gold(tmp_path, HEADER + "a,'- Peru met Chile.,,,,,AB,\n").sentences[0].text == "- Peru met Chile."


def test_json_lines(tmp_path: Path) -> None:
    lines = (
        '{"id": "a", "text": "Peru met Chile.", "date": "20100503",'
        ' "events": [{"source": "PER", "code": "040", "target": null}],'
        ' "alternatives": [[]], "optional_events": [{"source": "CHL", "action": "040", "target": "PER"}]}\n'
        '{"id": "b", "text": "Later.", "events": null}\n'
    )
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode()))
    found = read_gold(path)
    (sentence,) = found.sentences
    assert sentence.readings == ((Triple("PER", "040", "---"),), ())
    assert sentence.optional == {Triple("CHL", "040", "PER")}
    assert found.uncoded == 1


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            "a,Peru met Chile.,03/04/2017,PER,040,CHL,,",
            "gold.csv:2: date: '03/04/2017' could be read day first",
        ),
        (
            "a,Peru met Chile.,,PER,,CHL,,",
            "gold.csv:2: action: a row with an actor needs the code of the act",
        ),
        ("a,Peru met Chile.,,PER,040,CHL,,x", "gold.csv:2: reading: 'x' is none"),
        ("a,,,PER,040,CHL,,", "gold.csv:2: text: sentence 'a' has no text"),
        (",Peru met Chile.,,PER,040,CHL,,", "gold.csv:2: sentence_id: it is empty"),
        ("a,One.,,,,,,\na,Two.,,,,,,", "gold.csv:3: text: sentence 'a' had another text before"),
        ("a,One.,,,,,AB,\nb,Two.,,PER,040,CHL,,", "gold.csv:3: coder: it is empty"),
    ],
)
def test_mistakes_are_found_with_their_line(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(InvalidFile) as caught:
        gold(tmp_path, f"{HEADER}{rows}\n")
    assert message in str(caught.value)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as caught:
        gold(tmp_path, f"{HEADER}a,One.,today,,,,,\nb,Two.,,PER,,,,\n")
    assert len(caught.value.findings) == 2


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="no column 'sentence_id'. Is it 'sentence-id'"):
        gold(tmp_path, "sentence-id,text,source,action,target\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "gold.jsonl:1: this is not JSON"),
        ("[]", "gold.jsonl:1: a line must hold an object"),
        ('{"id": "a"}', "gold.jsonl:1: a line needs `id` and `text`"),
        ('{"id": "a", "text": "b"}', "gold.jsonl:1: a line needs `events`"),
        (
            '{"id": "a", "text": "b", "events": [{"code": 36}]}',
            "gold.jsonl:1: an event needs `code`, as text",
        ),
    ],
)
def test_mistakes_in_json_lines(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(InvalidFile) as caught:
        gold(tmp_path, line + "\n", "gold.jsonl")
    assert message in str(caught.value)


def test_files_that_are_no_gold(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a gold file is a .csv"):
        gold(tmp_path, "", "gold.xlsx")
    (tmp_path / "latin.csv").write_bytes("sentence_id,text\na,Şık".encode("cp1254"))
    with pytest.raises(UsageError, match="CSV UTF-8"):
        read_gold(tmp_path / "latin.csv")
    with pytest.raises(UsageError, match="no such file"):
        read_gold(tmp_path / "nothing.csv")
