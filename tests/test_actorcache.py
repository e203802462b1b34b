"""The cache of actor lists: right, safe against damage and rivals, and never needed."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from eventcoder.actors import cache as actorcache
from eventcoder.actors.cache import FOLDER, cache_folder, cached
from eventcoder.actors.indexing import index_data
from eventcoder.actors.lists import Entry, load_actors, load_agents
from eventcoder.actors.names import ActorIndex
from eventcoder.actors.tokens import words
from eventcoder.errors import InvalidFile
from eventcoder.hooks.registry import Registry
from eventcoder.resources import bundled
from eventcoder.running.loading import load_actor_index
from eventcoder.settings import Coding


class Maker:
    """Makes data and counts how often it was asked to."""

    def __init__(self, value: object = 1) -> None:
        self.value = value
        self.calls = 0

    def __call__(self) -> dict[str, object]:
        self.calls += 1
        return {"value": self.value}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("one", "utf8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept(folder: Path) -> Path:
    (path,) = folder.glob("actors-*.json")
    return path


def test_made_once(source: Path, folder: Path) -> None:
    make = Maker()
    assert cached([source], make, folder) == cached([source], make, folder) == {"value": 1}
    assert make.calls == 1


def test_made_anew_when_a_file_changes(source: Path, folder: Path) -> None:
    make = Maker()
    cached([source], make, folder)
    source.write_text("two", "utf8")
    cached([source], make, folder)
    assert make.calls == 2


def test_the_order_of_files_and_their_bounds_count(tmp_path: Path, folder: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("ab", "utf8")
    second.write_text("c", "utf8")
    make = Maker()
    cached([first, second], make, folder)
    cached([second, first], make, folder)
    first.write_text("a", "utf8")
    second.write_text("bc", "utf8")
    cached([first, second], make, folder)
    assert make.calls == 3


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"1}", b"2}"),
        lambda content: b"eventcoder-actors 1 0\n{}",
        lambda content: b"\x80\x04N.",
        lambda content: content + b" ",
    ],
)
def test_a_damaged_file_is_made_anew(source: Path, folder: Path, damage: object) -> None:
    make = Maker()
    cached([source], make, folder)
    path = kept(folder)
    assert callable(damage)
    path.write_bytes(damage(path.read_bytes()))
    assert cached([source], make, folder) == {"value": 1}
    assert cached([source], make, folder) == {"value": 1}
    assert make.calls == 2


def test_a_file_that_is_no_object_is_made_anew(source: Path, folder: Path) -> None:
    make = Maker()
    cached([source], make, folder)
    body = b"[1]"
    kept(folder).write_bytes(actorcache._head(body) + b"\n" + body)
    assert cached([source], make, folder) == {"value": 1}


def test_without_a_place_to_write_nothing_is_kept(source: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf8")
    make = Maker()
    assert cached([source], make, blocked / "cache") == {"value": 1}
    assert cached([source], make, blocked / "cache") == {"value": 1}
    assert make.calls == 2


def test_writers_at_the_same_time_leave_one_whole_file(source: Path, folder: Path) -> None:
    make = Maker(list(range(20_000)))
    results: list[dict[str, object]] = []
    threads = [
        threading.Thread(target=lambda: results.append(cached([source], make, folder))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert all(result == {"value": make.value} for result in results)
    assert json.loads(kept(folder).read_bytes().partition(b"\n")[2]) == {"value": make.value}
    assert not list(folder.glob(".part-*"))


def test_old_files_are_removed(source: Path, folder: Path) -> None:
    for number in range(12):
        source.write_text(str(number), "utf8")
        cached([source], Maker(), folder)
    assert len(list(folder.glob("actors-*.json"))) == 8


def test_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.setenv(FOLDER, "none")
    assert cache_folder() is None
    monkeypatch.delenv(FOLDER)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    assert cache_folder() == tmp_path / "x" / "eventcoder"


def test_mistakes_in_lists_are_raised_and_not_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    monkeypatch.setenv(FOLDER, str(folder))
    bad = tmp_path / "bad.csv"
    bad.write_text("name,code,kind\nx,1,person\n", "utf8")
    for _ in range(2):
        with pytest.raises(InvalidFile):
            load_actor_index(Coding(actors=(str(bad),)), Registry())
    assert not folder.exists()


def test_an_index_from_the_cache_finds_the_same(
    monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv(FOLDER, str(folder))
    path = tmp_path / "own.csv"
    path.write_text(
        "name,code,kind,from,until,aliases,adjectives\n"
        "Kenya,KEN,country,,,,Kenyan\n"
        "Åsa Łuk-Ødegård,KENGOV,person,2001-01-01,2004-12-31,Łuk,\n",
        "utf8",
    )
    coding = Coding(actors=(str(path),))
    fresh = ActorIndex.of(index_data(load_actors(path), load_agents(bundled("agents.csv"))))
    made, read = load_actor_index(coding, Registry()), load_actor_index(coding, Registry())
    text = words("The Kenyan minister Åsa Łuk-Ødegård met Asa Luk Odegard and police.")
    assert fresh.mentions(text) == made.mentions(text) == read.mentions(text)
    assert len(read.mentions(text)) == 5
    assert (read.countries, read.roles, read.name_words) == (fresh.countries, fresh.roles, fresh.name_words)
    assert kept(folder)


def test_looking_up_costs_the_same_for_any_number_of_names() -> None:
    """Only names that begin with the same word are tried, and of those no more than the longest has words."""
    tried = 0

    class Names(dict[str, list[int]]):
        def __contains__(self, key: object) -> bool:
            nonlocal tried
            tried += 1
            return super().__contains__(key)

    def cost(number: int) -> int:
        nonlocal tried
        index = ActorIndex([Entry(f"Zimbo{i} Barasa", "KENGOV", "person") for i in range(number)], [])
        index._names = Names(index._names)
        tried = 0
        index.mentions(words("Yesterday Zimbo1 Barasa met the minister of Zimbo2 in a hotel."))
        return tried

    assert cost(10) == cost(10_000)
