"""YAML as text, with the line of everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from eventcoder.codebook.yamlfile import YamlFile, place
from eventcoder.errors import Finding, InvalidFile


class Leaf(BaseModel):
    model_config = ConfigDict(extra="forbid")
    code: str
    weight: float = 1.0


class Tree(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    leaves: list[Leaf] = []
    named: dict[str, Leaf] = {}
    note: str | None = None


def read(text: str) -> YamlFile:
    return YamlFile(Path("x.yaml"), text)


def findings(text: str, model: type[BaseModel] = Tree) -> list[Finding]:
    with pytest.raises(InvalidFile) as caught:
        read(text).validate(model)
    return list(caught.value.findings)


def test_scalars_stay_text() -> None:
    data = read("a: 036\nb: NO\nc: yes\nd: 1e3\ne: 2017-11-14\nf: 12:30\n036: x\n").data
    assert data == {
        "a": "036", "b": "NO", "c": "yes", "d": "1e3", "e": "2017-11-14", "f": "12:30", "036": "x",
    }  # fmt: skip


@pytest.mark.parametrize("nothing", ["", "~", "null", "NULL"])
def test_nothing_is_none(nothing: str) -> None:
    assert read(f"a: {nothing}\n").data == {"a": None}


def test_quoted_nothing_is_text() -> None:
    assert read('a: ""\nb: \'null\'\nc: "~"\n').data == {"a": "", "b": "null", "c": "~"}


def test_list_of_codes_stays_text() -> None:
    assert read("codes: [010, 0871, NO, ON]\n").data == {"codes": ["010", "0871", "NO", "ON"]}


def test_lines_of_keys_and_items() -> None:
    file = read("name: x\nleaves:\n  - code: a\n  - code: b\n    weight: 2\n")
    assert file.line(("name",)) == 1
    assert file.line(("leaves",)) == 2
    assert file.line(("leaves", 1)) == 4
    assert file.line(("leaves", 1, "weight")) == 5
    assert file.line(("leaves", 1, "nothing", "here")) == 4
    assert file.line(("nowhere",)) == 1


def test_place_counts_from_one() -> None:
    assert place(("categories", "talks", "patterns", 0)) == "categories > talks > patterns > 1"


def test_duplicate_key_is_reported_at_the_second() -> None:
    found = findings("name: x\nnamed:\n  a: {code: p}\n  b: {code: q}\n  a: {code: r}\n")
    assert [(f.line, f.place) for f in found] == [(5, "named > a")]
    assert "'a' is given twice (first in line 3)" in found[0].message


def test_all_duplicates_are_reported_together() -> None:
    assert [f.line for f in findings("a: 1\na: 2\nb: 1\nb: 2\n") if f.id == "EC002"] == [2, 4]


def test_unknown_key_with_the_closest_known() -> None:
    (found,) = findings("name: x\nleafs: []\n")
    assert (found.line, found.place) == (2, "leafs")
    assert found.message == "unknown key 'leafs'"
    assert found.hint == "Did you mean 'leaves'?"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: x\nleaves:\n  - code: a\n  - code: b\n    wieght: 2\n", 5),
        ("name: x\nnamed:\n  one: {code: a}\n  two:\n    code: b\n    wieght: 2\n", 6),
    ],
)
def test_unknown_key_deep_inside(text: str, line: int) -> None:
    (found,) = findings(text)
    assert found.line == line
    assert found.hint == "Did you mean 'weight'?"


def test_unknown_key_that_resembles_nothing_lists_the_known() -> None:
    (found,) = findings("name: x\nqqqq: 1\n")
    assert found.hint == "Known here: name, leaves, named, note"


def test_missing_key_is_reported_at_what_lacks_it() -> None:
    (found,) = findings("name: x\nleaves:\n  - code: a\n  - weight: 2\n")
    assert found.line == 4
    assert found.message == "'code' is missing"


def test_several_findings_in_order_of_lines() -> None:
    found = findings("name: x\nnamed:\n  a: {code: c, weight: heavy}\nleaves:\n  - wight: 2\nnaem: y\n")
    assert [f.line for f in found] == [3, 5, 5, 6]
    assert all(f.path == "x.yaml" for f in found)
    assert "number" in found[0].message


def test_numbers_are_converted_where_the_model_wants_them() -> None:
    tree = read("name: 036\nleaves: [{code: 01, weight: 2.5}]\n").validate(Tree)
    assert tree.name == "036"
    assert tree.leaves[0].code == "01"
    assert tree.leaves[0].weight == 2.5


@pytest.mark.parametrize(
    ("text", "line"),
    [("name: x\nleaves: [a, b\n", 2), ("name: x\n  y: z\n", 2), ("a: b: c\n", 1), ("a: x\n\tb: y\n", 2)],
)
def test_broken_yaml_has_a_line(text: str, line: int) -> None:
    with pytest.raises(InvalidFile) as caught:
        read(text)
    (found,) = caught.value.findings
    assert found.line == line
    assert found.message.startswith("not valid YAML")


@pytest.mark.parametrize("text", ["a: x\n---\nb: y\n", "a: *nowhere\n", "a: \x07\n"])
def test_other_broken_yaml_is_a_finding_too(text: str) -> None:
    with pytest.raises(InvalidFile, match="not valid YAML|a character that no text has"):
        read(text)


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("name: Café\n".encode("latin-1"))
    with pytest.raises(InvalidFile) as caught:
        YamlFile(path)
    (found,) = caught.value.findings
    assert "not UTF-8 text (byte 9 is 0xe9)" in found.message
    assert found.path == str(path)


def test_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: x\n")
    assert YamlFile(path).data == {"name": "x"}


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="cannot be read"):
        YamlFile(tmp_path / "none.yaml")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_empty_file(text: str) -> None:
    with pytest.raises(InvalidFile, match="the file is empty"):
        read(text)


def test_complaints_are_raised_together_and_sorted() -> None:
    file = read("name: x\nnote: y\n")
    file.complain(("note",), "bad note")
    file.complain(("name",), "bad name", "Mend it")
    with pytest.raises(InvalidFile) as caught:
        file.raise_findings()
    assert str(caught.value) == "x.yaml:1: name: bad name. Mend it.\nx.yaml:2: note: bad note."


def test_value_that_contains_itself_is_a_finding() -> None:
    with pytest.raises(InvalidFile):
        read("a: &a [*a]\n")


def test_alias_repeats_what_it_stands_for() -> None:
    assert read("a: &a [01, NO]\nb: *a\n").data == {"a": ["01", "NO"], "b": ["01", "NO"]}
