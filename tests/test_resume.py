"""Going on with a run that was stopped: the same bytes as from a run that was not, however it was stopped."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from eventcoder.errors import UsageError
from eventcoder.running.journal import journal_path
from eventcoder.running.run import Outcome, run
from eventcoder.settings import Coding, Settings
from tests.conftest import Run

SURFACE = Coding(codebooks=("meet", "deny"), extractor="surface")
STORIES = 40


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Stories with and without dates, with broken lines between them."""
    path = tmp_path / "stories.jsonl"
    with path.open("w", encoding="utf8") as file:
        for n in range(STORIES):
            story = {
                "id": f"d{n}",
                "text": f"Russia met Turkey on day {n}. Iran \U0001f642 denied it met “Iraq”.",
            }
            file.write(json.dumps(story | ({"date": "2017-11-14"} if n % 3 else {})) + "\n")
            if n % 7 == 0:
                file.write("{broken\n")
    return path


def settings(stories: Path, output: str, **other: object) -> Settings:
    return Settings.model_validate(
        {
            "inputs": (stories,),
            "output": stories.with_name(output),
            "coding": SURFACE,
            "batch_size": 3,
            **other,
        }
    )


def stopped(wanted: Settings, documents: int, resume: bool = False) -> Outcome:
    """The outcome of a run that Ctrl-C stops after so many documents."""

    def stop(counts: Counter[str]) -> None:
        if counts["documents"] == documents:
            os.kill(os.getpid(), signal.SIGINT)

    return run(wanted, progress=stop, resume=resume)


def same(stories: Path, one: str, other: str) -> None:
    for name in ("{}.csv", "{}.errors.csv"):
        first, second = (stories.with_name(name.format(stem)) for stem in (one, other))
        assert first.read_bytes() == second.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal on Windows")
def test_a_run_goes_on_after_each_interruption(stories: Path) -> None:
    whole, parts = settings(stories, "whole.csv"), settings(stories, "parts.csv")
    run(whole)
    assert stopped(parts, 9).manifest.interrupted
    journal = journal_path(parts.output)
    assert journal is not None
    assert journal.exists()
    second = stopped(parts, 27, resume=True)
    assert second.manifest.resumed_after == 9
    assert second.manifest.interrupted
    last = run(parts, resume=True)
    assert last.manifest.resumed_after == 27
    assert not last.manifest.interrupted
    assert last.manifest.counts["documents"] == STORIES
    same(stories, "whole", "parts")
    assert not journal.exists()


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal on Windows")
@pytest.mark.parametrize("lost", [1, 40, 400])
def test_a_journal_that_was_cut_off_is_taken_as_far_as_it_is_whole(stories: Path, lost: int) -> None:
    run(settings(stories, "whole.csv"))
    parts = settings(stories, "parts.csv")
    stopped(parts, 12)
    journal = journal_path(parts.output)
    assert journal is not None
    journal.write_bytes(journal.read_bytes()[:-lost])
    assert run(parts, resume=True).manifest.resumed_after in (9, 6)
    same(stories, "whole", "parts")


def test_with_workers_and_compressed_and_after_a_run_with_one(stories: Path) -> None:
    run(settings(stories, "whole.csv"))
    run(settings(stories, "packed.csv.gz"))
    parts = settings(stories, "parts.csv.gz")
    stopped(parts, 15)
    two = parts.model_copy(update={"backend": "processes", "backend_options": {"workers": 2}})
    assert run(two, resume=True).manifest.resumed_after == 15
    packed = parts.output.read_bytes()
    assert packed == stories.with_name("packed.csv.gz").read_bytes()
    assert gzip.decompress(packed) == stories.with_name("whole.csv").read_bytes()
    assert (
        stories.with_name("parts.errors.csv").read_bytes()
        == stories.with_name("whole.errors.csv").read_bytes()
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_run_that_was_killed_goes_on(eventcoder: Run, stories: Path) -> None:
    text = stories.read_text("utf8")
    stories.write_text("".join(text.replace('"d', f'"{n}d') for n in range(60)), encoding="utf8")
    options = ["code", "stories.jsonl", "-c", "meet", "--extractor", "surface"]
    assert eventcoder(*options, "-o", "whole.csv").returncode == 1
    command = [sys.executable, "-m", "eventcoder", *options, "-o", "parts.csv", "-q"]
    process = subprocess.Popen(
        command, cwd=stories.parent, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    )
    journal = stories.with_name("parts.csv.journal.jsonl")
    while not (journal.exists() and journal.read_bytes().count(b"\n") > 4) and process.poll() is None:
        time.sleep(0.001)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    assert not stories.with_name("parts.csv").exists()
    done = eventcoder(*options, "-o", "parts.csv", "--resume")
    assert done.returncode == 1
    assert int(done.stderr.split("Went on after ")[1].split(" ")[0].replace(",", "")) >= 3 * 64
    same(stories, "whole", "parts")


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal on Windows")
def test_another_run_is_not_gone_on_with(stories: Path) -> None:
    parts = settings(stories, "parts.csv")
    stopped(parts, 12)
    kept = stories.with_name("parts.errors.csv").read_bytes()
    other = SURFACE.model_copy(update={"scale": "gdelt", "codebooks": ("meet",)})
    with pytest.raises(UsageError, match=r"the settings \(coding.codebooks, coding.scale\)") as error:
        run(parts.model_copy(update={"coding": other}), resume=True)
    assert "parts.csv.journal.jsonl" in str(error.value)
    assert "leave out --resume" in str(error.value)
    with stories.open("a", encoding="utf8") as file:
        file.write("\n")
    with pytest.raises(UsageError, match=r"the input files \(.*stories.jsonl\)"):
        run(parts, resume=True)
    assert stories.with_name("parts.errors.csv").read_bytes() == kept


def test_without_a_journal_a_run_begins_at_the_beginning(stories: Path) -> None:
    assert run(settings(stories, "parts.csv"), resume=True).manifest.resumed_after == 0
    run(settings(stories, "whole.csv"))
    same(stories, "whole", "parts")


def test_the_screen_keeps_nothing_to_go_on_with(stories: Path) -> None:
    with pytest.raises(UsageError, match="--resume needs a file"):
        run(settings(stories, "x").model_copy(update={"output": Path("-")}), resume=True)


def test_the_journal_is_no_input(stories: Path) -> None:
    story = stories.parent / "in" / "a.txt"
    story.parent.mkdir()
    story.write_text("Russia met Turkey.", encoding="utf8")
    (story.parent / "e.csv.journal.jsonl").write_text("{}\n", encoding="utf8")
    outcome = run(settings(story, "e.csv", inputs=(story.parent,)))
    assert outcome.manifest.counts["documents"] == 1
    assert not outcome.errors.counts["error"]
