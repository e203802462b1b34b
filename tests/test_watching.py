"""`eventcoder watch`: what a save breaks and mends, which files count as saved, and how it ends."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.console import Console

from eventcoder.bench.scaffolding import new_codebook
from eventcoder.cli.watching import follow
from eventcoder.errors import UnknownName
from eventcoder.hooks.registry import Registry
from eventcoder.linting.running import Linter
from eventcoder.linting.watching import Watcher, saves
from eventcoder.settings import Coding
from tests.conftest import ROOT

BROKEN = "broken  'Ghana congratulated Liberia on the election.'"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return new_codebook("embassies", tmp_path, Registry())


def watcher(*books: Path) -> Watcher:
    return Watcher(Linter(Coding(extractor="surface"), Registry()), [str(book) for book in books])


def edit(path: Path, old: str, new: str) -> Callable[[], None]:
    """Exchange a piece of the file, which must be there."""

    def save() -> None:
        text = path.read_text("utf8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf8")

    return save


def pages(watcher: Watcher, path: Path, *edits: Callable[[], None]) -> list[str]:
    """What is printed at first and after each edit."""
    file = io.StringIO()
    found: list[str] = []

    def saved() -> Iterator[set[Path]]:
        for save in edits:
            found.append(file.getvalue())
            save()
            file.seek(0)
            file.truncate()
            yield {path}
        found.append(file.getvalue())

    follow(watcher, saved(), Console(file=file, width=80))
    return found


def test_examples_that_break_and_are_mended(book: Path) -> None:
    first, second, third, fourth = pages(
        watcher(book),
        book,
        edit(book, "{verb: congratulate,", "{verb: berate,"),
        edit(book, "title: Embassies", "title: Envoys"),
        edit(book, "{verb: berate,", "{verb: congratulate,"),
    )
    assert first == "0 errors, 0 warnings, 0 notes in 1 codebook; 4 examples coded\n"
    assert "embassies.yaml saved, checked in " in second
    assert BROKEN in second
    line = (
        book.read_text("utf8")
        .splitlines()
        .index("      - {text: Ghana congratulated Liberia on the election., events: GHA congratulate LBR}")
    )
    (told,) = (row for row in second.splitlines() if row.startswith(f"{book}:{line + 1}: error EC601"))
    assert "missing ['GHA embassies/congratulate LBR'] too many []" in told
    assert "1 error, " in second
    assert "broken" not in third and "mended" not in third
    assert told in third
    assert BROKEN.replace("broken", "mended") in fourth
    assert fourth.endswith(first)


def test_examples_are_known_by_their_sentence(book: Path) -> None:
    """What stands above may move them, and what they are coded as may change."""
    fails = edit(book, "GHA congratulate LBR", "GHA congratulate GIN")
    above = edit(
        book,
        "    examples:\n",
        "    examples:\n      - {text: Peru hit Chile., events: PER congratulate CHL}\n",
    )
    _, _, third = pages(watcher(book), book, fails, above)
    assert "broken  'Peru hit Chile.'" in third
    assert third.count("broken") == 1 and "mended" not in third
    assert "2 errors" in third


def test_other_findings_are_new_and_gone(book: Path) -> None:
    wrong = edit(book, '"051"', '"0519"')
    _, second, third = pages(watcher(book), book, wrong, edit(book, '"0519"', '"051"'))
    assert "new     EC301 cameo has no code '0519'" in second
    assert "gone    EC301 cameo has no code '0519'" in third


def test_a_file_that_cannot_be_read_mends_nothing(book: Path) -> None:
    _, second, third, fourth = pages(
        watcher(book),
        book,
        edit(book, "{verb: congratulate,", "{verb: berate,"),
        edit(book, "schemes: [cameo, plover]", "schemes: [cameo, plover"),
        edit(book, "schemes: [cameo, plover", "schemes: [cameo, plover]"),
    )
    assert BROKEN in second
    assert "error" in third and "mended" not in third
    assert BROKEN not in fourth and "mended" not in fourth
    assert "1 error, " in fourth


def test_what_a_codebook_uses_is_watched(book: Path) -> None:
    other = new_codebook("envoys", book.parent, Registry())
    edit(book, "schemes:", "uses: [envoys]\nschemes:")()
    watched = watcher(book)
    assert watched.paths == {book.resolve(), other.resolve()}
    _, second = pages(watched, other, edit(other, "wish: [", "wish: [$nothing, "))
    assert "envoys.yaml saved" in second
    assert "unknown word set '$nothing'" in second
    edit(other, "$nothing, ", "")()
    third = new_codebook("consuls", book.parent, Registry())
    edit(other, "schemes:", "uses: [consuls]\nschemes:")()
    watched.look()
    assert third.resolve() in watched.paths


def test_a_codebook_that_is_not_there() -> None:
    with pytest.raises(UnknownName):
        Watcher(Linter(Coding(), Registry()), ["nothing"])


def test_the_screen_is_cleared_on_a_terminal_only(book: Path) -> None:
    def shown(terminal: bool) -> str:
        file = io.StringIO()
        console = Console(file=file, force_terminal=terminal, width=80)
        follow(watcher(book), [{book}], console)
        return file.getvalue()

    assert shown(True).count("\x1b[2J") == 2
    assert "\x1b" not in shown(False)


def test_a_file_counts_as_saved_when_it_has_come_to_rest(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("1", encoding="utf8")
    two.write_text("2", encoding="utf8")
    waits = iter(
        [
            lambda: None,
            lambda: one.write_text("", encoding="utf8"),  # an editor truncates it,
            lambda: one.write_text("11", encoding="utf8"),  # writes,
            lambda: None,  # and leaves it
            lambda: two.unlink(),  # another one takes it away
            lambda: None,
            lambda: two.write_text("222", encoding="utf8"),  # and puts a new one there
            lambda: None,
            lambda: one.unlink(),  # this one is deleted,
            *[lambda: None] * 9,
            lambda: one.write_text("1", encoding="utf8"),  # and comes back
            lambda: None,
        ]
    )

    class Over(Exception):
        pass

    def wait() -> None:
        step = next(waits, None)
        if step is None:
            raise Over
        step()

    seen = []
    with pytest.raises(Over):
        for saved in saves(lambda: [one, two], wait):
            seen.append({path.name for path in saved})
    assert seen == [{"one.yaml"}, {"two.yaml"}, {"one.yaml"}, {"one.yaml"}]


def test_a_file_that_is_deleted_is_told_of(book: Path) -> None:
    text = book.read_text("utf8")
    _, gone, back = pages(watcher(book), book, book.unlink, lambda: book.write_text(text, encoding="utf8"))
    assert "embassies.yaml deleted" in gone and "there is no such file" in gone
    assert "0 errors" not in gone
    assert "embassies.yaml saved" in back and "0 errors" in back


def test_a_used_file_that_is_deleted_is_told_of(book: Path) -> None:
    other = new_codebook("envoys", book.parent, Registry())
    edit(book, "schemes:", "uses: [envoys]\nschemes:")()
    _, gone = pages(watcher(book), other, other.unlink)
    assert "envoys.yaml deleted" in gone
    assert "error EC020" in gone


def test_ctrl_c_leaves_cleanly(book: Path) -> None:
    env = os.environ | {"PYTHONWARNINGS": "error", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "eventcoder", "watch", str(book), "--extractor", "surface"]
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("0 errors")
        edit(book, "{verb: congratulate,", "{verb: berate,")()
        assert "embassies.yaml saved" in running.stdout.readline()
        assert running.stdout.readline().strip() == BROKEN
        while not (line := running.stdout.readline()).startswith("1 error, "):
            assert line
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert running.returncode == 0
    assert (out, err) == ("\n", "")
