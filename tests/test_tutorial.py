"""docs/tutorial.md, followed step by step: its files are saved, its commands run, what it shows is what they print."""

from __future__ import annotations

import csv
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "tutorial.md").read_text("utf8")
STEP = re.compile(r"^```(\w+)\n(.*?)^```$|^\| date .*?(?=\n\n)", re.M | re.S)
FAILS = "error EC"


@dataclass
class Reader:
    """Somebody who does what the page says, in a folder of their own."""

    folder: Path
    printed: str = ""
    failed: bool = False
    ran: list[str] = field(default_factory=list)

    def follow(self, page: str) -> None:
        end = 0
        for step in STEP.finditer(page):
            told = page[end : step.start()].rstrip()
            end = step.end()
            self.take(step[1], step[2] or step[0], told)
        assert not self.failed, self.printed

    def take(self, language: str | None, text: str, told: str) -> None:
        if language is None:
            assert _table(self.folder / "events.csv") == text
        elif language == "console":
            for line in text.splitlines():
                self.run(line)
        elif language == "text":
            assert self.failed == (FAILS in text), self.printed
            self.failed = False
            _check_printed(text, self.printed)
        else:
            self.save(told.rpartition("\n\n")[2].replace("\n", " "), text)

    def save(self, told: str, text: str) -> None:
        if below := re.search(r"In `(\S+)`, add below `([^`]+)`:$", told):
            path = self.folder / below[1]
            before, line, after = path.read_text("utf8").partition(below[2] + "\n")
            assert line, f"no line {below[2]!r} in {below[1]}"
            text = before + line + text + after
        else:
            saved = re.search(r"(?:Save|save) (?:it|them|it as CSV,) as `(\S+)`[^`]*:$", told)
            assert saved, f"a file without a name: {told!r}"
            path = self.folder / saved[1]
        path.write_text(text, encoding="utf8")

    def run(self, line: str) -> None:
        assert not self.failed, self.printed
        self.ran.append(line)
        match shlex.split(line):
            case ["mkdir", name]:
                (self.folder / name).mkdir()
            case ["cp", name, to]:
                shutil.copy(self.folder / name, self.folder / to)
            case ["python", *words]:
                self.call(*words)
            case ["pip", "install", name]:
                self.call("-m", "pip", *_OFFLINE, "--target", "site", name, PYTHONWARNINGS="default")
            case ["pytest", name]:
                self.call("-m", "pytest", "-p", "no:cacheprovider", name)
            case ["eventcoder", "watch", name]:
                self.watch(name)
            case ["eventcoder", *words]:
                self.call("-m", "eventcoder", *words)
            case _:
                pytest.fail(f"what is {line!r}?")

    def call(self, *words: str, **environment: str) -> None:
        done = subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            env=self.environment(**environment),
            capture_output=True,
            text=True,
            check=False,
        )
        self.printed = done.stdout + done.stderr
        self.failed = done.returncode != 0

    def watch(self, name: str) -> None:
        """Until it has looked at the codebook, which has no mistakes; then Ctrl-C."""
        command = [sys.executable, "-u", "-m", "eventcoder", "watch", name]
        with subprocess.Popen(
            command, cwd=self.folder, env=self.environment(), stdout=subprocess.PIPE, text=True
        ) as running:
            assert running.stdout is not None
            assert running.stdout.readline().startswith("0 errors")
            running.send_signal(signal.SIGINT)
        self.failed = running.returncode != 0

    def environment(self, **more: str) -> dict[str, str]:
        paths = [str(self.folder / "site"), os.environ.get("PYTHONPATH", ""), *map(str, _SOURCES)]
        env = os.environ | {"NO_COLOR": "1", "COLUMNS": "80", "PYTHONWARNINGS": "error"} | more
        return env | {"PYTHONPATH": os.pathsep.join(p for p in paths if p)}


_SOURCES = (ROOT, ROOT / "plugins")
_OFFLINE = ("install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation")


def _table(path: Path) -> str:
    """Some columns of a file of events, as the page shows them."""
    columns = ("date", "actor", "action", "target", "sentence")
    with path.open(encoding="utf8", newline="") as file:
        rows = [[row[c] for c in columns] for row in csv.DictReader(file)]
    return "\n".join(
        ["| " + " | ".join(columns) + " |", "|---" * 5 + "|", *(f"| {' | '.join(r)} |" for r in rows)]
    )


def _check_printed(shown: str, printed: str) -> None:
    """Lines in the order they are printed, without the blanks at their ends; `...` stands for any others."""
    rest = "\n" + "\n".join(line.rstrip() for line in printed.splitlines()) + "\n"
    lines = "\n".join(line.rstrip() for line in shown.splitlines())
    for part in re.split(r"^\.\.\.$", lines, flags=re.M):
        if wanted := part.strip("\n"):
            before, found, rest = rest.partition("\n" + wanted + "\n")
            assert found, f"not printed:\n{wanted}\n\nbut:\n{before}"
            rest = "\n" + rest


@pytest.mark.skipif(not find_spec("hatchling") or not find_spec("pip"), reason="needs pip and hatchling")
def test_the_tutorial(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.follow(PAGE)
    assert len(reader.ran) >= 18
    module = (tmp_path / "eventcoder-elections" / "eventcoder_elections" / "__init__.py").read_text("utf8")
    assert len(module.splitlines()) <= 10
    with (tmp_path / "final.csv").open(encoding="utf8", newline="") as file:
        assert "elections/annul#1" in [row["pattern"] for row in csv.DictReader(file)]


def test_the_lines_shown_must_be_printed() -> None:
    _check_printed("a\n...\nd\n", "a  \nb\nd\n")
    with pytest.raises(AssertionError, match="not printed"):
        _check_printed("d\n...\na\n", "a\nb\nd\n")
    with pytest.raises(AssertionError, match="not printed"):
        _check_printed("a\nd\n", "a\nb\nd\n")
