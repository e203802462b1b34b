"""Bad input of every kind: a message that says where and what, an exit code, and the rest still coded."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import eventcoder as ec
from eventcoder.running.run import run
from eventcoder.settings import Coding, Settings
from tests.conftest import Run

GOOD = "Russia met Turkey on Monday."
BOOK = """
name: mine
title: Mine
version: 1.0.0
description: Mine.
schemes: [cameo]
categories:
  meeting:
    label: Meet
    codes: {cameo: 036}
    patterns: [{verb: meet}]
"""


def events(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def reported(path: Path) -> str:
    return path.with_name(path.stem + ".errors.csv").read_text("utf8")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text("date 2017-01-02\n" + GOOD, encoding="utf8")
    return path


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (("patterns: [{verb: meet}]", "patterns: [{verb: meet}"), "not valid YAML"),
        (("label: Meet", "lable: Meet"), "mine.yaml:9: categories > meeting > lable: unknown key 'lable'. Did you mean 'label'?"),
        (("    codes:", "    label: Again\n    codes:"), "mine.yaml:10: categories > meeting > label: 'label' is given twice"),
        (("title: Mine\n", ""), "'title' is missing"),
        (("verb: meet", "verb: $meet"), "unknown word set '$meet'"),
    ],
)  # fmt: skip
def test_a_bad_codebook_is_refused_with_its_line(
    eventcoder: Run, tmp_path: Path, story: Path, change: tuple[str, str], wanted: str
) -> None:
    (tmp_path / "mine.yaml").write_text(BOOK.replace(*change), encoding="utf8")
    done = eventcoder("code", story, "-c", "mine.yaml", "-o", "e.csv")
    assert done.returncode == 1
    assert wanted in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "e.csv").exists()


def test_a_category_given_twice_is_refused(eventcoder: Run, tmp_path: Path, story: Path) -> None:
    again = "  meeting:\n    label: Other\n    codes: {cameo: 040}\n"
    (tmp_path / "mine.yaml").write_text(BOOK + again, encoding="utf8")
    done = eventcoder("code", story, "-c", "mine.yaml", "-o", "e.csv")
    assert done.returncode == 1
    assert "mine.yaml:12: categories > meeting: 'meeting' is given twice (first in line 8)" in done.stderr


def test_a_code_that_looks_octal_stays_text(eventcoder: Run, tmp_path: Path, story: Path) -> None:
    (tmp_path / "mine.yaml").write_text(BOOK, encoding="utf8")
    done = eventcoder("code", story, "-c", "mine.yaml", "-o", "e.csv")
    assert done.returncode == 0, done.stderr
    assert [(e["action"], e["root"]) for e in events(tmp_path / "e.csv")] == [("036", "03")]


def test_a_missing_column_names_the_columns_there_are(eventcoder: Run, tmp_path: Path, story: Path) -> None:
    (tmp_path / "s.csv").write_text("id,body\n1,x\n", encoding="utf8")
    done = eventcoder("code", "s.csv", story, "-o", "e.csv")
    assert done.returncode == 1
    assert "body" in done.stderr
    assert "--column text=" in done.stderr
    assert len(events(tmp_path / "e.csv")) == 2


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("empty.txt", b"", "empty"),
        ("empty.csv", b"", "empty"),
        ("paper.txt", b"%PDF-1.7\n\x00\x01", "PDF"),
        ("zeros.txt", b"abc\x00\x00\x01\x02", "binary"),
        ("latin.txt", "Le président a rencontré".encode("latin-1"), "UTF-8"),
        ("broken.jsonl", b'{"text": "x"\n', "broken.jsonl:1"),
        ("broken.txt.gz", b"\x1f\x8b\x08\x00garbage", "gzip"),
    ],
)
def test_a_bad_file_is_reported_and_the_others_are_coded(
    eventcoder: Run, tmp_path: Path, story: Path, name: str, content: bytes, wanted: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = eventcoder("code", name, story, "-o", "e.csv")
    assert done.returncode == 1
    assert len(events(tmp_path / "e.csv")) == 2
    assert wanted.lower() in reported(tmp_path / "e.csv").lower()
    assert name in reported(tmp_path / "e.csv")
    assert "Traceback" not in done.stderr


def test_a_sentence_of_5000_words(eventcoder: Run, tmp_path: Path) -> None:
    text = "Russia met Turkey and " + "very " * 5000 + "late Iran met Iraq."
    (tmp_path / "long.txt").write_text(text, encoding="utf8")
    done = eventcoder("code", "long.txt", "--date", "2017-01-02", "-o", "e.csv")
    assert done.returncode == 0, done.stderr
    assert {("RUS", "TUR"), ("TUR", "RUS")} <= {(e["actor"], e["target"]) for e in events(tmp_path / "e.csv")}


ODD = {
    "empty": ("", "the text is empty"),
    "blank": (" \n\t ", "the text is empty"),
    "stop": (". . .", ""),
    "emoji": ("\U0001f642 Russia \U0001f642 met \U0001f642 Turkey \U0001f642.", ""),
    "right to left": (
        "\u202e\u0642\u0627\u0628\u0644\u062a \u062a\u0631\u0643\u064a\u0627. Russia met Turkey.\u202c",
        "",
    ),
    "control": ("Russia\x07 met\x1b[31m Turkey.\x0c\x08", ""),
    "zero": ("Russia\x00 met Turkey.", "NUL characters"),
    "half a sign": ("Russia met \ud83d Turkey.", ""),
    "brackets": ("(" * 500 + "Russia met Turkey" + ")" * 500, ""),
    "a line of 10 MB": ("Russia met Turkey " + "-" * 10 * 2**20, "too long for one sentence"),
    "a word of 10 MB": ("x" * 10 * 2**20, "too long for one sentence"),
    "after them": (GOOD, ""),
}


def test_odd_text_is_coded_or_reported(eventcoder: Run, tmp_path: Path) -> None:
    with (tmp_path / "odd.jsonl").open("w", encoding="utf8") as file:
        for name, (text, _) in ODD.items():
            file.write(json.dumps({"id": name, "text": text, "date": "2017-01-02"}) + "\n")
    done = eventcoder("code", "odd.jsonl", "-o", "e.csv")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    lines = events(tmp_path / "e.errors.csv")
    for (name, (_, wanted)), number in zip(ODD.items(), range(1, 100), strict=False):
        places = (f"odd.jsonl:{number}", f"{name}, sentence 1")
        told = " ".join(e["message"] for e in lines if e["where"] in places)
        assert (wanted in told) if wanted else not told
    coded = {e["document_id"] for e in events(tmp_path / "e.csv")}
    assert {"emoji", "right to left", "half a sign", "after them"} <= coded


def test_a_document_id_used_twice_is_kept_apart(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(
        f"id,text,date\na,{GOOD},2017-01-02\na,{GOOD},2017-01-02\n", encoding="utf8"
    )
    done = eventcoder("code", "s.csv", "-o", "e.csv")
    assert done.returncode == 0
    assert {e["document_id"] for e in events(tmp_path / "e.csv")} == {"a", "a#2"}
    assert len({e["event_id"] for e in events(tmp_path / "e.csv")}) == 4
    assert "used before" in done.stderr


def test_an_undated_story_is_coded_with_a_warning(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text(GOOD, encoding="utf8")
    done = eventcoder("code", "s.txt", "-o", "e.csv")
    assert done.returncode == 0
    assert "warning: s: the story has no date" in done.stderr
    assert [e["date"] for e in events(tmp_path / "e.csv")] == ["", ""]


@pytest.mark.parametrize("output", ["nowhere/e.csv", "."])
def test_an_output_that_cannot_be_written(eventcoder: Run, tmp_path: Path, story: Path, output: str) -> None:
    done = eventcoder("code", story, "-o", output)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "e.csv" in done.stderr or "." in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="permissions work differently on Windows")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_folder_without_permission(eventcoder: Run, tmp_path: Path, story: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    done = eventcoder("code", story, "-o", locked / "e.csv")
    assert done.returncode == 2
    assert "cannot write" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["code", "nothing.txt", "-o", "e.csv"], "there is no such file or folder"),
        (["code", "good.txt", "-o", "e.csv", "-c", "met"], "Did you mean 'meet'?"),
        (["code", "good.txt", "-o", "e.csv", "-c", "my/own.yaml"], "there is no such file"),
        (["code", "good.txt", "-o", "e.csv", "--date", "03/04/2017"], "--date"),
        (["code", "good.txt", "-o", "e.xyz"], "Known endings"),
        (["code", "good.txt", "-o", "e.csv", "--column", "body=x"], "no column to name called 'body'"),
        (["code", "good.txt", "-o", "e.csv", "--option", "reader.encodng=x"], "Did you mean 'encoding'?"),
        (["code", "good.txt", "-o", "e.csv", "--option", "extractor.max_words=many"], "max_words"),
        (["code", "good.txt", "-o", "e.csv", "--parser", "en_no_such"], "the parser 'en_no_such' cannot be loaded"),
        (["code", "good.txt", "-o", "e.csv", "--parser", "json"], "the parser 'json' cannot be loaded"),
        (["code", "good.txt", "-o", "e.csv", "--extractor", "surface", "--parser", "x"], "Its options are: max_words"),
        (["code", "good.txt", "-o", "e.csv", "--scale", "gold"], "no intensity scale called 'gold'"),
        (["code", "good.txt", "-o", "e.csv", "--quad-rule", "x"], "gdelt"),
        (["list", "codebok"], "Did you mean 'codebooks'?"),
        (["show", "consul"], "Did you mean 'consult'?"),
        (["show", "consult/phne"], "Did you mean 'phone'?"),
        (["show", "999"], "no CAMEO code called '999'"),
        (["schema", "x"], "codebook"),
    ],
)  # fmt: skip
def test_a_wrong_request_says_what_would_be_right(
    eventcoder: Run, story: Path, arguments: list[str], wanted: str
) -> None:
    done = eventcoder(*arguments)
    assert done.returncode == 2, done.stderr
    assert wanted in done.stderr
    assert "Traceback" not in done.stderr


def failing(name: str, build: Any) -> ModuleType:
    module = ModuleType(name)

    def eventcoder_extractors() -> list[ec.Extractor]:
        return [ec.Extractor(name, "fails", build)]

    module.eventcoder_extractors = ec.hookimpl(eventcoder_extractors)  # type: ignore[attr-defined]
    return module


def settings(tmp_path: Path, extractor: str) -> Settings:
    path = tmp_path / "s.txt"
    path.write_text("Russia met Turkey. Iran met Iraq. Greece met Egypt.", encoding="utf8")
    return Settings(
        inputs=(path,),
        output=tmp_path / "e.csv",
        date=dt.date(2017, 1, 2),
        coding=Coding(extractor=extractor, codebooks=("meet",)),
    )


def test_a_plugin_that_raises_while_it_is_built(tmp_path: Path) -> None:
    def build(lexicon: ec.Lexicon, options: object) -> ec.Extract:
        raise ValueError("the model is too old")

    with pytest.raises(ec.PluginError, match="'old'.*building.*the model is too old"):
        run(settings(tmp_path, "old"), ec.Registry([failing("old", build)]))
    assert not (tmp_path / "e.csv").exists()


def test_a_plugin_that_raises_on_one_sentence(tmp_path: Path) -> None:
    def build(lexicon: ec.Lexicon, options: object) -> ec.Extract:
        def extract(sentences: Iterable[ec.Sentence]) -> Iterator[ec.Frame]:
            for sentence in sentences:
                if "Iran" in sentence.text:
                    raise ZeroDivisionError("oh")
                one, other = sentence.text.split(" met ")
                first = ec.Span(0, len(one), one, one.lower())
                start = len(one) + 5
                second = ec.Span(start, len(sentence.text) - 1, other[:-1], other[:-1].lower())
                verb = ec.Span(len(one) + 1, len(one) + 4, "met", "meet")
                yield ec.Frame(sentence, verb, "meet", args={"subject": (first,), "object": (second,)})

        return extract

    outcome = run(settings(tmp_path, "fragile"), ec.Registry([failing("fragile", build)]))
    assert {(e["actor"], e["target"]) for e in events(tmp_path / "e.csv") if e["actor"] < e["target"]} == {
        ("RUS", "TUR"),
        ("EGY", "GRC"),
    }
    assert outcome.manifest.errors == 1
    assert outcome.manifest.counts["sentences_failed"] == 1
    assert "s, sentence 2" in reported(tmp_path / "e.csv")
    assert "fragile" in reported(tmp_path / "e.csv")
    assert "ZeroDivisionError" in reported(tmp_path / "e.csv")


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal on Windows")
def test_an_interruption_leaves_a_valid_file(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text(
        "id,text,date\n" + "".join(f"{n},{GOOD},2017-01-02\n" for n in range(50)), encoding="utf8"
    )
    wanted = Settings(inputs=(path,), output=tmp_path / "e.csv", batch_size=1)
    outcome = run(
        wanted,
        progress=lambda counts: os.kill(os.getpid(), signal.SIGINT) if counts["documents"] == 7 else None,
    )
    assert outcome.manifest.interrupted
    assert outcome.manifest.counts["documents"] == 7
    assert len(events(tmp_path / "e.csv")) == 14
    assert json.loads((tmp_path / "e.manifest.json").read_text("utf8"))["interrupted"] is True


def test_columns_may_be_named_for_a_folder_of_texts_and_tables(eventcoder: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text("date 2017-01-02\n" + GOOD, encoding="utf8")
    (folder / "b.csv").write_text("BODY,date\nIran met Iraq.,2017-01-02\n", encoding="utf8")
    (folder / "c.docx").write_bytes(b"PK")
    done = eventcoder("code", "mixed", "--column", "text=BODY", "-o", "e.csv")
    assert done.returncode == 0, done.stderr
    assert {e["actor"] for e in events(tmp_path / "e.csv")} == {"RUS", "TUR", "IRN", "IRQ"}
    assert "c.docx: not read" in done.stderr
