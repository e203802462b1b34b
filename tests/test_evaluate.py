"""The command `eventcoder evaluate`: coding the gold or reading a run, and its three reports."""

from __future__ import annotations

import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console

from eventcoder.evaluation.confusion import Confusion
from eventcoder.evaluation.report_text import _matrix
from eventcoder.running.loading import schemes
from tests.conftest import Run

GOLD = """sentence_id,text,date,source,action,target,coder
a:1,Barack Obama met Angela Merkel.,2015-06-07,USAGOV,040,DEUGOV,AB
a:1,,,DEUGOV,040,USAGOV,AB
b,Russia denied that it had met Turkey.,2015-06-07,RUS,016,---,AB
c,It rained in <b>Lima</b>.,2015-06-07,,,,AB
d,Japan bombed <i>France</i>.,2015-06-07,JPN,195,FRA,AB
a:1,,,USAGOV,042,DEUGOV,CD
b,,,RUS,016,---,CD
c,,,,,,CD
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.csv"
    path.write_text(GOLD, encoding="utf8")
    return path


def test_the_sentences_are_coded(eventcoder: Run, gold: Path) -> None:
    done = eventcoder("evaluate", gold, "--extractor", "surface", "--json", "--draws", 100)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["coder"] == "AB"
    assert (result["sentences"], result["sentences_all_right"]) == (4, 3)
    assert result["levels"]["exact"]["recall"] == 0.75
    assert result["levels"]["exact"]["precision"] == 1
    assert [error["kind"] for error in result["errors"]] == ["missed"]
    assert result["agreement"][0]["coders"] == ["AB", "CD"]


def test_another_coder_is_gold(eventcoder: Run, gold: Path) -> None:
    done = eventcoder("evaluate", gold, "--extractor", "surface", "--json", "--coder", "CD", "--draws", 100)
    kinds = [error["kind"] for error in json.loads(done.stdout)["errors"]]
    assert kinds == ["right root, wrong code", "spurious"]
    done = eventcoder("evaluate", gold, "--coder", "ab")
    assert done.returncode == 2
    assert "Did you mean 'AB'?" in done.stderr


def test_events_of_a_run(eventcoder: Run, gold: Path, tmp_path: Path) -> None:
    events = tmp_path / "events.csv"
    events.write_text(
        "document_id,sentence_number,actor,action,target\n"
        "a,1,USAGOV,040,DEUGOV\na,2,IRN,040,IRQ\nb,1,RUS,016,---\n",
        encoding="utf8",
    )
    done = eventcoder("evaluate", gold, "--events", events, "--json", "--draws", 100)
    exact = json.loads(done.stdout)["levels"]["exact"]
    assert (exact["right"], exact["coded"], exact["wanted"]) == (2, 2, 4)
    events.write_text("document_id,actor,action,target\nx,USAGOV,040,DEUGOV\n", encoding="utf8")
    done = eventcoder("evaluate", gold, "--events", events)
    assert done.returncode == 2
    assert "none of its events belongs to a sentence" in done.stderr


@pytest.mark.parametrize("columns", [80, 160])
def test_report_keeps_to_the_width(eventcoder: Run, gold: Path, columns: int) -> None:
    done = eventcoder("evaluate", gold, "--extractor", "surface", "--draws", 100, COLUMNS=str(columns))
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= columns
    for words in ("country_root", "Agreement of AB and CD on 3 sentences", "missed: 1", "<i>France</i>"):
        assert words in done.stdout


def test_a_wide_matrix_has_numbers_for_names() -> None:
    roots = tuple(schemes()["plover"].quads["plover"].of_code)
    matrix = Confusion(roots, {(roots[0], roots[9]): 7, (roots[3], ""): 8})
    for width, name in ((80, "10"), (160, roots[9])):
        file = io.StringIO()
        Console(file=file, width=width).print(_matrix(matrix, width))
        lines = file.getvalue().splitlines()
        assert max(map(len, lines)) <= width
        assert "…" not in file.getvalue()
        assert len(lines) == 1 + 1 + len(roots) + 1
        assert lines[1].split()[9] == name
        assert all(any(root in line for line in lines[2:]) for root in roots)


class Page(HTMLParser):
    """Tags that must not be there, and headings and ids that must."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.outside: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.add(str(value))
            elif name == "href" and str(value).startswith("#"):
                self.links.add(str(value)[1:])
            elif name in ("src", "href"):
                self.outside.append(str(value))


def test_html_page_stands_alone(eventcoder: Run, gold: Path, tmp_path: Path) -> None:
    done = eventcoder("evaluate", gold, "--extractor", "surface", "--draws", 100, "--html", "page.html")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "page.html").read_text("utf8")
    page = Page()
    page.feed(text)
    assert not page.outside
    assert not {"script", "link", "img", "i"} & set(page.tags)
    assert page.tags.count("svg") == 3
    assert page.links == page.ids == {"levels", "acts", "confusion", "agreement", "errors", "codes"}
    assert "&lt;i&gt;France&lt;/i&gt;" in text
    assert "prefers-color-scheme: dark" in text
    assert text.count('class="scroll"') == text.count('class="scroll" tabindex="0"') == 9


def test_a_lost_zero_is_noticed(eventcoder: Run, gold: Path) -> None:
    gold.write_text(GOLD.replace(",016,", ",130,").replace(",0", ","), encoding="utf8")
    done = eventcoder("evaluate", gold, "--extractor", "surface", "--json", "--draws", 100)
    assert "40 is read as 040: its leading zero is lost (lines 2, 3)" in done.stderr
    assert json.loads(done.stdout)["levels"]["exact"]["recall"] == 0.5


def test_a_zero_that_may_be_lost_is_asked_for(eventcoder: Run, gold: Path) -> None:
    gold.write_text(GOLD.replace(",0", ",").replace(",195,", ",20,"), encoding="utf8")
    done = eventcoder("evaluate", gold)
    assert done.returncode == 1
    assert "gold.csv:6: action: 20 may be 20 or 020" in done.stderr


def test_events_are_no_gold(eventcoder: Run, tmp_path: Path) -> None:
    row = {"document_id": "a", "actor": "PER", "action": "040", "target": "CHL"}
    (tmp_path / "events.csv").write_text(",".join(row) + "\n" + ",".join(row.values()), encoding="utf8")
    (tmp_path / "events.jsonl").write_text(json.dumps(row), encoding="utf8")
    for name in ("events.csv", "events.jsonl"):
        done = eventcoder("evaluate", name)
        assert done.returncode == 2
        assert f"{name} holds coded events, and no gold." in done.stderr
        assert f"--events {name}" in done.stderr


def test_acts_without_actors(eventcoder: Run, gold: Path) -> None:
    gold.write_text(
        "sentence_id,text,action\na,Peru met Chile.,042\nb,Peru bombed Chile.,195\nc,It rained.,\n",
        encoding="utf8",
    )
    done = eventcoder("evaluate", gold, "--extractor", "surface", "--json", "--draws", 100)
    result = json.loads(done.stdout)
    figures = {name: level["right"] for name, level in result["levels"].items()}
    assert figures == {"code": 1, "three": 1, "class": 2, "quad_class": 2}
    assert [error["kind"] for error in result["errors"]] == ["right root, wrong code"]


def test_classes_instead_of_codes(eventcoder: Run, gold: Path) -> None:
    rows = GOLD.replace(",195,", ",MATERIAL_CONFLICT,").replace(",040,", ",verbal cooperation,")
    gold.write_text("\n".join(line for line in rows.splitlines() if ",0" not in line), encoding="utf8")
    done = eventcoder("evaluate", gold, "--extractor", "surface", "--draws", 100, "--json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert set(result["levels"]) == {"quad", "country_root", "dyad", "class", "actor"}
    assert result["levels"]["class"]["right"] == 1
    assert set(result["roots"]) == {"1", "4"}


def test_events_without_a_code_of_the_scheme_are_counted(eventcoder: Run, gold: Path, tmp_path: Path) -> None:
    gold.write_text(
        "sentence_id,text,source,action,target\na,Peru met Chile.,PER,CONSULT,CHL\n", encoding="utf8"
    )
    (tmp_path / "run.csv").write_text(
        "document_id,actor,action,target,plover\na,PER,040,CHL,CONSULT\na,PER,010,CHL,---\n", encoding="utf8"
    )
    arguments = ("evaluate", gold, "--events", "run.csv", "--scheme", "plover", "--draws", 100)
    assert "1 coded event has no code here and is left out (--all-events)." in eventcoder(*arguments).stdout
    result = json.loads(eventcoder(*arguments, "--all-events", "--json").stdout)
    assert (result["levels"]["class"]["right"], result["levels"]["class"]["coded"]) == (1, 2)


def test_unknown_codes_are_compared_and_reported(eventcoder: Run, gold: Path) -> None:
    gold.write_text(GOLD.replace(",195,", ",XYZ,"), encoding="utf8")
    done = eventcoder("evaluate", gold, "--extractor", "surface", "--json", "--draws", 100)
    assert done.returncode == 0
    assert "not codes of cameo: XYZ (line 6)" in done.stderr


def test_other_schemes(eventcoder: Run, gold: Path) -> None:
    rows = GOLD.splitlines()[:3]
    gold.write_text("\n".join(rows).replace("040", "CONSULT") + "\n", encoding="utf8")
    done = eventcoder("evaluate", gold, "--scheme", "plover", "--extractor", "surface", "--json")
    assert json.loads(done.stdout)["levels"]["root"]["f1"] == 1
    assert "there is no scheme called" in eventcoder("evaluate", gold, "--scheme", "camio").stderr


def test_nobody_has_coded_yet(eventcoder: Run, gold: Path) -> None:
    gold.write_text("sentence_id,text,source,action,target,coder\na,It rained.,,,,\n", encoding="utf8")
    done = eventcoder("evaluate", gold)
    assert done.returncode == 2
    assert "nobody has coded any of its sentences yet" in done.stderr
