"""Pages never replace somebody's data, and a folder of codebooks is one with its subfolders."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventcoder.cli.checking import in_folders
from eventcoder.cli.output import write_page
from eventcoder.errors import UsageError
from eventcoder.hooks.registry import Registry


def test_a_page_replaces_only_a_page(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    write_page(page, "<!doctype html><p>one")
    write_page(page, "<!doctype html><p>two")
    assert "two" in page.read_text("utf8")
    gold = tmp_path / "gold.csv"
    gold.write_text("id,text\n", "utf8")
    with pytest.raises(UsageError, match=r"gold\.csv exists"):
        write_page(gold, "<!doctype html>")
    assert gold.read_text("utf8") == "id,text\n"


def test_a_folder_stands_for_all_codebooks_below_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".github").mkdir()
    for name in ("one.yaml", "sub/two.yml", ".pre-commit-config.yaml", ".github/test.yml"):
        (tmp_path / name).write_text("name: x\n", "utf8")
    found = in_folders([str(tmp_path), "meet"], Registry())
    assert found == [str(tmp_path / "one.yaml"), str(tmp_path / "sub" / "two.yml"), "meet"]
