"""Codebooks: what is read, and every mistake with its line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from eventcoder.codebook.file import load_codebook
from eventcoder.codebook.shape import Codebook
from eventcoder.errors import Finding, InvalidFile

GOOD = """\
name: tea
title: Tea
version: 1.0.0
description: Meetings over tea.
schemes: [cameo]
words:
  hold: [hold, host]
  start: [begin, $hold]
categories:
  talk:
    label: Talk
    codes: {cameo: 036}
    mirror: talk
    patterns:
      - {verb: Call  OFF, object: $start, target: none}
      - {noun: [phone call], source: between, target: between}
      - verb: deny
        about: [talk, any, other/*, other/thing]
    examples:
      - {text: Norway called Chile., events: NOR talk CHL, date: 2017-11-14}
    counterexamples:
      - {text: Norway called its dog., because: no actor}
  stop:
    label: Stop
    codes: {cameo: NO}
moods:
  - {when: negated, turn: talk, into: stop}
  - {when: [future, negated], turn: any, into: nothing}
"""


def load(tmp_path: Path, text: str) -> Codebook:
    path = tmp_path / "tea.yaml"
    path.write_text(text, "utf8")
    return load_codebook(path)


def findings(tmp_path: Path, text: str) -> list[Finding]:
    with pytest.raises(InvalidFile) as caught:
        load(tmp_path, text)
    assert all(f.path == str(tmp_path / "tea.yaml") for f in caught.value.findings)
    return list(caught.value.findings)


def one(tmp_path: Path, old: str, new: str) -> Finding:
    """The one finding that results from a change to the good codebook; it is on the changed line."""
    assert GOOD.count(old) == 1
    (found,) = findings(tmp_path, GOOD.replace(old, new))
    return found


def line_of(text: str, part: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


def test_codes_are_text(tmp_path: Path) -> None:
    book = load(tmp_path, GOOD)
    assert book.categories["talk"].codes == {"cameo": "036"}
    assert book.categories["stop"].codes == {"cameo": "NO"}
    assert book.version == "1.0.0"


def test_words_are_lower_case_lists(tmp_path: Path) -> None:
    patterns = load(tmp_path, GOOD).categories["talk"].patterns
    assert patterns[0].verb == ["call off"]
    assert patterns[1].noun == ["phone call"]
    assert patterns[1].source == ["between"]


def test_expand_follows_nested_words(tmp_path: Path) -> None:
    book = load(tmp_path, GOOD)
    assert book.expand(["$start", "open"]) == {"begin", "hold", "host", "open"}


def test_expand_puts_word_sets_into_phrases(tmp_path: Path) -> None:
    book = load(tmp_path, GOOD)
    assert book.expand(["to $hold up"]) == {"to hold up", "to host up"}
    assert len(book.expand(["$hold and $start"])) == 2 * 3


def test_examples_and_moods(tmp_path: Path) -> None:
    book = load(tmp_path, GOOD)
    (example,) = book.categories["talk"].examples
    assert example.events == ["NOR talk CHL"]
    assert example.date == dt.date(2017, 11, 14)
    assert [t.when for t in book.moods] == [["negated"], ["future", "negated"]]


def test_unknown_key_with_the_closest(tmp_path: Path) -> None:
    found = one(tmp_path, "verb: Call  OFF", "vreb: Call  OFF, noun: x")
    assert found.line == line_of(GOOD, "Call  OFF")
    assert found.place == "categories > talk > patterns > 1 > vreb"
    assert found.hint == "Did you mean 'verb'?"


def test_unknown_key_at_the_top(tmp_path: Path) -> None:
    found = one(tmp_path, "schemes: [cameo]", "scheme: [cameo]\nschemes: [cameo]")
    assert (found.line, found.hint) == (5, "Did you mean 'schemes'?")


@pytest.mark.parametrize(("field", "at"), [("title: Tea\n", "title"), ("version: 1.0.0\n", "version")])
def test_missing_key(tmp_path: Path, field: str, at: str) -> None:
    found = one(tmp_path, field, "")
    assert found.place == at
    assert found.message == f"{at!r} is missing"


def test_missing_label_is_on_the_line_of_the_category(tmp_path: Path) -> None:
    found = one(tmp_path, "    label: Stop\n", "")
    assert found.line == line_of(GOOD, "  stop:")


def test_two_triggers(tmp_path: Path) -> None:
    found = one(tmp_path, "verb: Call  OFF", "verb: call, noun: call")
    assert found.line == line_of(GOOD, "Call  OFF")
    assert "exactly one trigger" in found.message


def test_no_trigger(tmp_path: Path) -> None:
    found = one(tmp_path, "noun: [phone call], source", "source")
    assert found.line == line_of(GOOD, "phone call")
    assert "exactly one trigger" in found.message


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("object: $start", "object: $strat", "Did you mean '$start'?"),
        ("object: $start", "where: {with: to $xyz}", "Define it under `words:`"),
        ("object: $start", "unless: {any: [a, $holds]}", "Did you mean '$hold'?"),
        ("[phone call]", "[$hodl]", "Did you mean '$hold'?"),
        ("[begin, $hold]", "[begin, $hodl]", "Did you mean '$hold'?"),
    ],
)
def test_unknown_word_set(tmp_path: Path, old: str, new: str, hint: str) -> None:
    found = one(tmp_path, old, new)
    assert found.message.startswith("unknown word set '$")
    assert found.hint == hint
    assert found.line == line_of(GOOD, old)


def test_words_that_contain_themselves(tmp_path: Path) -> None:
    found = one(tmp_path, "[begin, $hold]", "[begin, $start]")
    assert found.line == line_of(GOOD, "start: [begin")
    assert found.message == "word set '$start' contains itself"


def test_words_that_contain_each_other(tmp_path: Path) -> None:
    found = findings(tmp_path, GOOD.replace("[hold, host]", "[hold, $start]"))
    assert [(f.line, f.message) for f in found] == [
        (7, "word set '$hold' contains itself"),
        (8, "word set '$start' contains itself"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mirror: talk", "mirror: tlak"),
        ("about: [talk, any", "about: [tlak, any"),
        ("NOR talk CHL", "NOR tlak CHL"),
        ("turn: talk", "turn: tlak"),
        ("into: nothing", "into: tlak"),
    ],
)
def test_unknown_category(tmp_path: Path, old: str, new: str) -> None:
    found = one(tmp_path, old, new)
    assert found.message == "unknown category 'tlak'"
    assert found.hint == "Did you mean 'talk'?"
    assert found.line == line_of(GOOD, old)


def test_any_is_a_category_in_about_only_where_it_can_be_coded(tmp_path: Path) -> None:
    """`any` stands for every category: nothing can be coded as it."""
    for old, new in [("mirror: talk", "mirror: any"), ("into: stop", "into: any"), ("NOR talk", "NOR any")]:
        found = one(tmp_path, old, new)
        assert "any" in found.message


def test_example_that_cannot_be_read(tmp_path: Path) -> None:
    found = one(tmp_path, "NOR talk CHL", "NOR talk")
    assert found.message == "cannot read 'NOR talk'"
    assert found.line == line_of(GOOD, "NOR talk CHL")


def test_unknown_mood(tmp_path: Path) -> None:
    found = one(tmp_path, "when: negated", "when: negatd")
    assert found.line == line_of(GOOD, "when: negated")
    assert "unknown mood 'negatd'. Did you mean 'negated'?" in found.message
    assert "conditional" in found.message


def test_code_in_a_scheme_that_the_codebook_does_not_use(tmp_path: Path) -> None:
    found = one(tmp_path, "{cameo: NO}", "{cameo: NO, weis: 14}")
    assert found.message == "scheme 'weis' is not among the codebook's `schemes`"
    assert found.line == line_of(GOOD, "{cameo: NO}")


def test_scheme_without_code(tmp_path: Path) -> None:
    found = findings(tmp_path, GOOD.replace("[cameo]", "[cameo, plover]"))
    assert [f.line for f in found] == [line_of(GOOD, "cameo: 036"), line_of(GOOD, "cameo: NO")]
    assert {f.message for f in found} == {"no code for scheme 'plover'"}


def test_category_without_any_code(tmp_path: Path) -> None:
    found = one(tmp_path, "{cameo: NO}", "{}")
    assert found.message == "the category has no code in any scheme"


def test_place_is_one_of_three(tmp_path: Path) -> None:
    found = one(tmp_path, "object: $start", "place: elsewhere")
    assert found.place == "categories > talk > patterns > 1 > place"
    assert "'third', 'source' or 'target'" in found.message


@pytest.mark.parametrize("name", ["Tea", "1tea", "te a"])
def test_name_of_a_codebook(tmp_path: Path, name: str) -> None:
    found = one(tmp_path, "name: tea", f"name: {name}")
    assert (found.line, found.place) == (1, "name")
    assert "lower-case letters" in found.message


def test_name_of_a_category(tmp_path: Path) -> None:
    found = one(tmp_path, "  stop:\n", "  Stop it:\n")
    assert found.line == line_of(GOOD, "  stop:")
    assert "'Stop it' is not a name" in found.message


def test_bad_date_of_an_example(tmp_path: Path) -> None:
    found = one(tmp_path, "date: 2017-11-14", "date: 14 November")
    assert found.place.endswith("examples > 1 > date")
    assert found.line == line_of(GOOD, "2017-11-14")


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("label: Talk", "lable: Talk").replace("noun: [phone call]", "noun: x, verb: y")
    text = text.replace("turn: talk, into: stop", "turn: talk")
    found = findings(tmp_path, text)
    assert [(f.line, f.place) for f in found] == [
        (11, "categories > talk > lable"),
        (16, "categories > talk > patterns > 2"),
        (line_of(GOOD, "when: negated"), "moods > 1 > into"),
    ]


def test_all_mistakes_of_meaning_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("$start, target", "$strat, target").replace("mirror: talk", "mirror: tlak")
    text = text.replace("into: stop", "into: sotp")
    assert [f.line for f in findings(tmp_path, text)] == [
        line_of(GOOD, "mirror: talk"), line_of(GOOD, "Call  OFF"), line_of(GOOD, "when: negated"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n"])
def test_something_that_is_no_codebook(tmp_path: Path, text: str) -> None:
    (found,) = findings(tmp_path, text)
    assert "a codebook is a mapping" in found.message


def test_empty_codebook(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "")
    assert found.message == "the file is empty"


def test_duplicate_category(tmp_path: Path) -> None:
    text = GOOD.replace("  stop:\n", "  talk:\n")
    (found,) = findings(tmp_path, text)
    assert found.line == line_of(GOOD, "  stop:")
    assert "given twice" in found.message


@pytest.mark.parametrize("empty", ["verb:\n", "verb: []\n"])
def test_key_without_value_is_a_finding(tmp_path: Path, empty: str) -> None:
    assert findings(tmp_path, GOOD.replace("verb: deny\n", empty))
