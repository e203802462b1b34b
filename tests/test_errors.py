"""Messages say where, what and which choices there are."""

from __future__ import annotations

import pytest

from eventcoder.errors import (
    EventcoderError,
    Finding,
    InputError,
    InvalidFile,
    OutputError,
    PluginError,
    UnknownName,
    UsageError,
    did_you_mean,
    sentence,
)


def test_did_you_mean_finds_a_slip_of_the_pen_in_any_case() -> None:
    assert did_you_mean("Ptterns", ["label", "patterns", "Codes"]) == "patterns"
    assert did_you_mean("codes", ["label", "Codes"]) == "Codes"


def test_did_you_mean_is_silent_where_nothing_is_close() -> None:
    assert did_you_mean("zebra", ["label", "codes"]) == ""
    assert did_you_mean("label", []) == ""


def test_sentence_ends_each_part_once() -> None:
    assert sentence("one", "", "two?", "three.") == "one. two? three."


def test_finding_gives_file_line_and_place() -> None:
    finding = Finding("a.yaml", 7, "categories > talk", "unknown key 'verbs'", "Did you mean 'verb'?")
    assert str(finding) == "a.yaml:7: categories > talk: unknown key 'verbs'. Did you mean 'verb'?"


def test_finding_on_a_whole_file_has_no_line() -> None:
    assert str(Finding("a.yaml", 0, "", "the file is empty")) == "a.yaml: the file is empty."


def test_unknown_name_lists_the_choices_and_the_closest() -> None:
    error = UnknownName("exporter", "cvs", ["parquet", "csv"], "Install one")
    assert str(error) == (
        "there is no exporter called 'cvs'. Did you mean 'csv'? The choices are: csv, parquet. Install one."
    )
    assert isinstance(error, UsageError)


def test_unknown_name_without_choices() -> None:
    many = UnknownName("event", "0207x", [f"{n:04}" for n in range(1000)], "All are in events.csv")
    assert str(many).endswith(
        "Of 1,000 choices the nearest are: 0205, 0206, 0207, 0208, 0209, 0210. All are in events.csv."
    )
    assert "The choices are: none." in str(UnknownName("reader", "x", []))


def test_unknown_name_takes_choices_that_can_be_read_once() -> None:
    assert "'csv'" in str(UnknownName("exporter", "cvs", iter(["csv"])))


def test_plugin_error_names_plugin_and_cause() -> None:
    error = PluginError("mine", "reading", ValueError("bad byte"), "Look there")
    assert str(error) == "plugin 'mine' failed while reading: ValueError: bad byte. Look there."
    assert error.plugin == "mine"
    assert "failed while reading: no reason" in str(PluginError("mine", "reading", "no reason"))


def test_invalid_file_lists_every_finding_on_a_line_of_its_own() -> None:
    findings = [Finding("a", 1, "", "one"), Finding("a", 2, "", "two")]
    error = InvalidFile(findings)
    assert error.findings == tuple(findings)
    assert str(error) == "a:1: one.\na:2: two."


def test_input_error_keeps_its_parts() -> None:
    error = InputError("news.csv:4", "no text", "Name the column")
    assert str(error) == "news.csv:4: no text. Name the column."
    assert (error.where, error.message, error.hint) == ("news.csv:4", "no text", "Name the column")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x"), 2),
        (UnknownName("x", "y", []), 2),
        (OutputError("x"), 2),
        (InvalidFile([]), 1),
        (InputError("x", "y"), 1),
        (PluginError("x", "y", "z"), 1),
    ],
)
def test_exit_codes(error: EventcoderError, code: int) -> None:
    assert isinstance(error, EventcoderError)
    assert error.exit_code == code
