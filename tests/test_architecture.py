"""The shape of the project: which way imports point, what loading costs, what is documented."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import eventcoder as ec
from eventcoder.hooks import hookspecs, registry
from tests.conftest import ROOT

CORE = sorted((ROOT / "eventcoder").rglob("*.py"))
PLUGINS = sorted((ROOT / "plugins").glob("eventcoder_*/*.py"))

LAYERS = [
    {"errors", "garbage", "model", "resources", "settings"},
    {"cells", "counting", "problems"},
    {"language"},
    {"codebook"},
    {"actors"},
    {"hooks"},
    {"coding"},
    {"running"},
    {"api", "testing"},
    {"evaluation"},
    {"bench"},
    {"linting"},
    {"cli"},
    {"__main__", "__init__"},
]


def dotted(path: Path) -> str:
    """The dotted name of a module of the core, without `eventcoder.`."""
    return ".".join(path.relative_to(ROOT / "eventcoder").with_suffix("").parts).removesuffix(".__init__")


def package(name: str) -> str:
    """The name that LAYERS has for a module of the core: its own, or that of the package it is in."""
    return name.partition(".")[0]


def imports(path: Path, everywhere: bool = True) -> set[str]:
    """Modules of eventcoder that a file imports; with `everywhere` also inside functions."""
    tree = ast.parse(path.read_text("utf8"))
    nodes = ast.walk(tree) if everywhere else tree.body
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "eventcoder":
            inside = node.module.partition(".")[2]
            names = [inside] if inside.count(".") or inside in MODULES - PACKAGES else []
            found |= set(names or [f"{inside}.{a.name}".lstrip(".") for a in node.names])
        elif isinstance(node, ast.Import):
            found |= {a.name.partition(".")[2] for a in node.names if a.name.split(".")[0] == "eventcoder"}
    return found - {""}


MODULES = {dotted(p) for p in CORE}
PACKAGES = {dotted(p) for p in CORE if p.name == "__init__.py"}


def test_every_package_has_a_layer() -> None:
    assert {package(name) for name in MODULES} == set().union(*LAYERS)


@pytest.mark.parametrize("path", CORE, ids=dotted)
def test_imports_point_one_way(path: Path) -> None:
    name = package(dotted(path))
    if name in ("__init__", "__main__"):
        return
    depth = {name: n for n, layer in enumerate(LAYERS) for name in layer}
    found = {package(m) for m in imports(path, everywhere=False)} - {name}
    upwards = {m for m in found if depth.get(m, 0) >= depth[name]}
    assert not upwards, f"{path.name} imports {sorted(upwards)} from beside or above it"


def test_modules_of_a_package_import_each_other_one_way() -> None:
    graph = {dotted(p): imports(p, everywhere=False) & MODULES for p in CORE}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the modules


@pytest.mark.parametrize("path", PLUGINS, ids=lambda p: f"{p.parent.name}.{p.stem}")
def test_plugins_use_public_names_only(path: Path) -> None:
    private = {name for name in imports(path) if name not in ec.__all__}
    assert not private, (
        f"{path} imports {sorted(private)} of eventcoder; public names are in eventcoder.__all__"
    )


def test_public_names_exist() -> None:
    for name in ec.__all__:
        assert getattr(ec, name) is not None


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(
    "statement", ["import eventcoder", "import eventcoder.cli", "from eventcoder import hookimpl"]
)
def test_importing_loads_neither_spacy_nor_pandas(statement: str) -> None:
    assert not loaded_by(statement) & {"spacy", "pandas", "numpy"}


def test_every_hook_is_documented_with_its_signature() -> None:
    text = (ROOT / "docs" / "plugins.md").read_text("utf8")
    hooks = [f for n, f in vars(hookspecs).items() if n.startswith("eventcoder_")]
    assert len(hooks) == len(registry.KINDS)
    for hook in hooks:
        signature = f"{hook.__name__}{inspect.signature(hook)}".replace("'", "")
        signature = re.sub(r"(?<=\[)[\w.]+\.(?=\w)", "", signature)
        assert f"`{signature}`" in text, f"docs/plugins.md does not document {signature}"
        assert hook.__doc__


def test_modules_stay_small() -> None:
    long = {p.name: n for p in (*CORE, *PLUGINS) if (n := p.read_text("utf8").count("\n")) > 400}
    assert not long
