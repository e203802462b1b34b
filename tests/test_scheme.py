"""Schemes and scales: parents, roots, quad classes and intensities."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventcoder.codebook.scheme import Scale, Scheme, load_scale, load_scheme
from eventcoder.errors import InvalidFile

SCHEME = """\
name: mini
title: Mini
version: "1"
description: A scheme.
source: made up
quads:
  plain:
    title: Plain
    source: made up
    labels: {"1": Talk, "2": Help}
    classes:
      "1": ["03"]
      "2": ["07", "0361"]
codes:
  "03": {label: Intend, parent: null}
  036: {label: Intend to meet, parent: 03}
  0361: {label: Intend to help, parent: 036, extension: true}
  07: {label: Aid, parent: ~}
  09: {label: Look into, parent: ~}
"""
SCALE = """\
name: heat
title: Heat
scheme: mini
version: "1"
range: [-10, 10]
source: made up
description: A scale.
values: {03: 4.0, 0361: -5.2}
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mini.yaml"
    path.write_text(text, "utf8")
    return path


@pytest.fixture
def scheme(tmp_path: Path) -> Scheme:
    return load_scheme(write(tmp_path, SCHEME))


@pytest.fixture
def scale(tmp_path: Path) -> Scale:
    return load_scale(write(tmp_path, SCALE))


def test_codes_are_text(scheme: Scheme) -> None:
    assert list(scheme.codes) == ["03", "036", "0361", "07", "09"]
    assert scheme.codes["0361"].extension
    assert not scheme.codes["036"].extension


def test_lineage_and_root(scheme: Scheme) -> None:
    assert scheme.lineage("0361") == ["0361", "036", "03"]
    assert scheme.root("0361") == "03"
    assert scheme.root("07") == "07"


def test_unknown_code(scheme: Scheme) -> None:
    assert scheme.lineage("99") == []
    assert scheme.root("99") == "99"
    assert scheme.label("99") == ""
    assert scheme.quad("99", "plain") == ""


def test_label(scheme: Scheme) -> None:
    assert scheme.label("036") == "Intend to meet"


def test_quad_is_that_of_the_nearest_ancestor(scheme: Scheme) -> None:
    assert scheme.quad("036", "plain") == "1"
    assert scheme.quad("0361", "plain") == "2"
    assert scheme.quad("07", "plain") == "2"
    assert scheme.quad("09", "plain") == ""


def test_intensity_is_that_of_the_nearest_ancestor(scheme: Scheme, scale: Scale) -> None:
    assert scale.value(scheme, "0361") == -5.2
    assert scale.value(scheme, "036") == 4.0
    assert scale.value(scheme, "07") is None
    assert scale.value(scheme, "99") is None
    assert scale.range == (-10, 10)


def test_unknown_parent_and_unknown_quad_code_together(tmp_path: Path) -> None:
    text = SCHEME.replace("parent: 036,", "parent: 035,").replace('["07", "0361"]', '["07", "08"]')
    with pytest.raises(InvalidFile) as caught:
        load_scheme(write(tmp_path, text))
    assert [(f.line, f.message) for f in caught.value.findings] == [
        (13, "'08' is not a code of the scheme"),
        (17, "parent '035' is not a code of the scheme"),
    ]


def test_parents_in_a_circle_do_not_hang(tmp_path: Path) -> None:
    text = SCHEME.replace("label: Intend, parent: null", "label: Intend, parent: 036")
    scheme = load_scheme(write(tmp_path, text))
    assert scheme.lineage("036") == ["036", "03"]


def test_unknown_key_in_a_scheme(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="Did you mean 'label'"):
        load_scheme(write(tmp_path, SCHEME.replace("label: Aid", "lable: Aid")))


def test_scale_value_that_is_no_number(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as caught:
        load_scale(write(tmp_path, SCALE.replace("4.0", "hot")))
    (found,) = caught.value.findings
    assert (found.line, found.place) == (8, "values > 03")


@pytest.mark.parametrize("load", [load_scheme, load_scale])
def test_file_that_is_a_list(tmp_path: Path, load: object) -> None:
    assert callable(load)
    with pytest.raises(InvalidFile):
        load(write(tmp_path, "- a\n"))
