"""Backends: the same rows in the same order, with any number of workers, and when workers die."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from eventcoder.hooks.components import Lost
from eventcoder.running.run import run
from eventcoder.settings import Coding, Settings
from eventcoder_backends.processes import WorkerPool
from tests.conftest import Run

FATAL, SLOW = "kill", "slow"


class Doubling:
    """A job for workers: doubles numbers, and dies on the word "kill" if `marker` does not exist yet."""

    def __init__(self, marker: Path | None = None) -> None:
        self.marker = marker

    def start(self) -> Callable[[Sequence[object]], list[object]]:
        def double(batch: Sequence[object]) -> list[object]:
            if FATAL in batch and (self.marker is None or not self.marker.exists()):
                if self.marker is not None:
                    self.marker.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if SLOW in batch:
                time.sleep(2)
            return [item * 2 for item in batch]  # type: ignore[operator]

        return double


def test_results_keep_the_order_of_the_batches() -> None:
    with WorkerPool(Doubling(), 2) as pool:
        assert list(pool.map(([n] for n in range(20)), 4)) == [[2 * n] for n in range(20)]


def test_no_batches_need_no_workers() -> None:
    with WorkerPool(Doubling(), 2) as pool:
        assert list(pool.map([], 4)) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_worker_that_is_killed_once_loses_nothing(tmp_path: Path) -> None:
    batches = [["a"], ["b"], [FATAL], ["c"], ["d"]]
    with WorkerPool(Doubling(tmp_path / "marker"), 2) as pool:
        results = list(pool.map(batches, 3))
    lost = [r for r in results if isinstance(r, Lost)]
    assert [r for r in results if not isinstance(r, Lost)] == [["aa"], ["bb"], [FATAL * 2], ["cc"], ["dd"]]
    assert [r.recovered for r in lost] == [True]
    assert FATAL in lost[0].documents


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_was_finished_is_not_said_to_be_lost(tmp_path: Path) -> None:
    batches = [[SLOW], ["a"], ["b"], [FATAL], ["c"]]
    with WorkerPool(Doubling(tmp_path / "marker"), 2) as pool:
        results = list(pool.map(batches, 5))
    lost = [r for r in results if isinstance(r, Lost)]
    assert [r for r in results if not isinstance(r, Lost)] == [[x * 2 for x in batch] for batch in batches]
    assert [r.documents for r in lost] == [[SLOW, FATAL]]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_document_that_always_kills_is_given_up_alone() -> None:
    with WorkerPool(Doubling(), 2) as pool:
        results = list(pool.map([["a", "b", FATAL, "c"], ["d"]], 2))
    assert [r for r in results if not isinstance(r, Lost)] == [["aa", "bb"], ["cc"], ["dd"]]
    assert [(r.documents, r.recovered) for r in results if isinstance(r, Lost) and not r.recovered] == [
        ([FATAL], False)
    ]


def test_two_workers_write_the_same_bytes(eventcoder: Run, tmp_path: Path, seeds: Path) -> None:
    for name, options in (("one", []), ("two", ["--workers", 2])):
        done = eventcoder("code", seeds, "-o", f"{name}.csv", "--date", "2017-11-14", *options)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_run_reports_a_killed_worker_and_writes_the_same_bytes(tmp_path: Path) -> None:
    stories = tmp_path / "s.csv"
    lines = [f"story{n},Russia met Turkey on day {n}.,2017-01-02\n" for n in range(60)]
    stories.write_text("id,text,date\n" + "".join(lines), encoding="utf8")
    serial = Settings(
        inputs=(stories,), output=tmp_path / "one.csv", batch_size=2, coding=Coding(extractor="surface")
    )
    assert not run(serial).errors.counts

    killed = []

    def kill(counts: Counter[str]) -> None:
        if counts["documents"] == 4 and not killed:  # the report of the death counts no document
            killed.append(True)
            worker = multiprocessing.active_children()[0]
            os.kill(worker.pid or 0, signal.SIGKILL)
            worker.join(60)
            time.sleep(0.5)  # until the pool has noticed

    two = {"output": tmp_path / "two.csv", "backend": "processes", "backend_options": {"workers": 2}}
    outcome = run(serial.model_copy(update=two), progress=kill)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    assert outcome.manifest.counts["documents"] == 60
    report = (tmp_path / "two.errors.csv").read_text("utf8")
    assert "was killed while it held these documents" in report
    assert "story" in report
