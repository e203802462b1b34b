"""`eventcoder new`: what it writes works at once, and what it will not write is said."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from eventcoder.bench import scaffolding
from eventcoder.hooks.registry import Registry
from eventcoder.linting.running import Linter
from eventcoder.settings import Coding
from eventcoder.testing import check_codebook
from tests.conftest import ROOT, Run
from tests.test_plugins import CODEBOOK, rows

TEMPLATES = Path(scaffolding.__file__).parent / "templates"


def run_pytest(plugin: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The tests of a plugin that is not installed, as its author runs them."""
    paths = [os.environ.get("PYTHONPATH", ""), str(ROOT), str(ROOT / "plugins")]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in paths if p), "EVENTCODER_LOAD_PLUGINS": ""}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-W", "error", *options]
    return subprocess.run(command, cwd=plugin, env=env, capture_output=True, text=True, check=False)


def register(plugin: Path, name: str) -> dict[str, str]:
    """The environment in which the plugin counts as installed."""
    info = plugin / f"eventcoder_{name}-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: eventcoder-{name}\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text(f"[eventcoder]\n{name} = eventcoder_{name.replace('-', '_')}\n")
    paths = [str(plugin), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(p for p in paths if p)}


def test_a_new_codebook_passes_its_examples_and_codes(eventcoder: Run, tmp_path: Path) -> None:
    done = eventcoder("new", "codebook", "embassies", "--folder", "my")
    assert done.returncode == 0, done.stderr
    book = tmp_path / "my" / "embassies.yaml"
    assert str(Path("my") / "embassies.yaml") in done.stdout
    check_codebook(book)
    (tmp_path / "story.txt").write_text("Egypt congratulated Sudan on Monday.", encoding="utf8")
    coded = eventcoder("code", "story.txt", "-c", book, "--date", "2010-01-04", "-o", "events.csv")
    assert coded.returncode == 0, coded.stderr
    (row,) = rows(tmp_path / "events.csv")
    assert [row[c] for c in ("actor", "action", "target", "plover", "pattern")] == [
        "EGY", "051", "SDN", "SUPPORT", "embassies/congratulate#1",
    ]  # fmt: skip


def check_strictly(path: Path) -> None:
    """Nothing is found, not even what is only worth a look."""
    report = Linter(Coding(), Registry()).check([str(path)])
    assert report.examples == 4
    assert not report.findings


def test_new_codebooks_have_no_findings(tmp_path: Path) -> None:
    check_strictly(scaffolding.new_codebook("embassies", tmp_path, Registry()))
    plugin = scaffolding.new_plugin("aid-flows", tmp_path, Registry())
    check_strictly(plugin / "eventcoder_aid_flows" / "codebooks" / "aid-flows.yaml")


def test_what_git_and_github_run_passes(eventcoder: Run, tmp_path: Path) -> None:
    plugin = scaffolding.new_plugin("aid-flows", tmp_path, Registry())
    (book,) = (plugin / "eventcoder_aid_flows" / "codebooks").iterdir()
    (repo,) = yaml.safe_load((plugin / ".pre-commit-config.yaml").read_text("utf8"))["repos"]
    (hook,) = repo["hooks"]
    assert re.search(hook["files"], book.relative_to(plugin).as_posix())
    workflow = yaml.safe_load((plugin / ".github" / "workflows" / "test.yml").read_text("utf8"))
    steps = [step["run"] for step in workflow["jobs"]["test"]["steps"] if "run" in step]
    (github,) = (step for step in steps if step.startswith("eventcoder check"))
    folder = book.parent.relative_to(plugin).as_posix()
    assert f"{folder}/*.yaml" in github
    for command in (hook["entry"] + f" {folder}/*.yaml", github):
        words = shlex.split(command.replace(f"{folder}/*.yaml", shlex.quote(str(book))))
        done = eventcoder(*words[1:])
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_sample_has_examples_and_counterexamples() -> None:
    book = yaml.safe_load((TEMPLATES / "codebook" / "NAME.yaml.template").read_text("utf8"))
    for category in book["categories"].values():
        assert category["examples"] and category["counterexamples"]


def test_a_new_plugin_passes_its_tests(eventcoder: Run, tmp_path: Path) -> None:
    done = eventcoder("new", "plugin", "aid-flows")
    assert done.returncode == 0, done.stderr
    plugin = tmp_path / "eventcoder-aid-flows"
    tested = run_pytest(plugin, "-v")
    assert tested.returncode == 0, tested.stdout
    for name in ("aid-flows/congratulate/2", "aid-flows/congratulate/not/1"):
        assert f"test_example[{name}] PASSED" in tested.stdout


def test_the_tests_of_a_new_plugin_can_fail(tmp_path: Path) -> None:
    plugin = scaffolding.new_plugin("embassies", tmp_path, Registry())
    book = plugin / "eventcoder_embassies" / "codebooks" / "embassies.yaml"
    book.write_text(book.read_text("utf8").replace("verb: congratulate,", "verb: berate,"), encoding="utf8")
    tested = run_pytest(plugin)
    assert tested.returncode == 1
    assert "missing ['GHA embassies/congratulate LBR']" in tested.stdout


def test_an_installed_plugin_gives_its_codebook_a_name(eventcoder: Run, tmp_path: Path) -> None:
    env = register(scaffolding.new_plugin("aid-flows", tmp_path, Registry()), "aid-flows")
    listed = eventcoder("list", "codebooks", **env)
    assert re.search(r"^aid-flows .* aid-flows\s*$", listed.stdout, re.M), listed.stdout
    for what in ("codebook", "plugin"):
        again = eventcoder("new", what, "aid-flows", "--folder", "other", **env)
        assert again.returncode == 2
        assert "of the plugin aid-flows" in again.stderr
    assert not (tmp_path / "other").exists()


def test_a_plugin_around_a_codebook_takes_its_neighbours_along(eventcoder: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "summits.yaml").write_text(CODEBOOK, encoding="utf8")
    more = CODEBOOK.replace("name: summits", "name: more\nuses: [summits, discards]")
    (own / "more.yaml").write_text(more.replace("title: Summits", "title: More summits"), encoding="utf8")
    (own / "other.yaml").write_text(CODEBOOK.replace("name: summits", "name: other"), encoding="utf8")
    done = eventcoder("new", "plugin", "more", "--codebook", own / "more.yaml")
    assert done.returncode == 0, done.stderr
    plugin = tmp_path / "eventcoder-more"
    assert {p.name for p in plugin.rglob("codebooks/*.yaml")} == {"more.yaml", "summits.yaml"}
    assert "More summits" in (plugin / "pyproject.toml").read_text("utf8")
    tested = run_pytest(plugin, "-v")
    assert tested.returncode == 0, tested.stdout
    assert "test_example[more/summit/1] PASSED" in tested.stdout


def test_the_version_is_that_of_the_codebook(tmp_path: Path) -> None:
    import tomllib

    plugin = scaffolding.new_plugin("embassies", tmp_path, Registry())
    settings = tomllib.loads((plugin / "pyproject.toml").read_text("utf8"))
    version = settings["tool"]["hatch"]["version"]
    text = (plugin / version["path"]).read_text("utf8")
    for written in ("0.1.0", "'0.1.0'", '"0.1.0"'):
        found = re.search(version["pattern"], text.replace("version: 0.1.0", f"version: {written}"))
        assert found and found["version"] == "0.1.0"


def test_nothing_is_left_to_fill_in(tmp_path: Path) -> None:
    plugin = scaffolding.new_plugin("aid-flows", tmp_path, Registry())
    files = [path for path in plugin.rglob("*") if path.is_file()]
    assert len(files) == len([*(TEMPLATES / "plugin").rglob("*.template")]) + 1
    for path in files:
        assert not re.search(
            "NAME|MODULE|TITLE|template", f"{path.relative_to(plugin)}\n{path.read_text('utf8')}"
        )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Peace Talks.yaml", "How about 'peace-talks'?"),
        ("2011-protests", "How about 'protests'?"),
        ("aid-", "How about 'aid'?"),
        ("Выборы", "is not a name"),
        ("meet", "there is a codebook called 'meet' already"),
        ("discards", "there is a codebook called 'discards' already"),
    ],
)
@pytest.mark.parametrize("what", ["codebook", "plugin"])
def test_names_that_cannot_be(eventcoder: Run, tmp_path: Path, what: str, name: str, said: str) -> None:
    done = eventcoder("new", what, name)
    assert done.returncode == 2
    assert said in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_plugin_is_not_called_like_a_bundled_one(eventcoder: Run, tmp_path: Path) -> None:
    done = eventcoder("new", "plugin", "surface")
    assert done.returncode == 2
    assert "there is a plugin called 'surface' already" in done.stderr


def test_what_is_there_is_left_as_it_is(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "embassies.yaml").write_text("mine", encoding="utf8")
    (tmp_path / "eventcoder-embassies").mkdir()
    for what in ("codebook", "plugin"):
        done = eventcoder("new", what, "embassies")
        assert done.returncode == 2
        assert "exists already, and is left as it is" in done.stderr
    assert (tmp_path / "embassies.yaml").read_text("utf8") == "mine"
    assert not list((tmp_path / "eventcoder-embassies").iterdir())
    into = eventcoder("new", "codebook", "aid-flows", "--folder", "embassies.yaml")
    assert into.returncode == 2
    assert "embassies.yaml is a file" in into.stderr


def test_a_codebook_of_another_name_is_no_plugin_of_this_one(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "summits.yaml").write_text(CODEBOOK, encoding="utf8")
    done = eventcoder("new", "plugin", "talks", "--codebook", "summits.yaml")
    assert done.returncode == 2
    assert "eventcoder new plugin summits --codebook summits.yaml" in done.stderr
    missing = eventcoder("new", "plugin", "talks", "--codebook", "talks.yaml")
    assert missing.returncode == 2
    assert "there is no such file" in missing.stderr
    assert not (tmp_path / "eventcoder-talks").exists()
