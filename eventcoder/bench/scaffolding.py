"""A new codebook or plugin from templates: it works, and passes its tests, as it is written.

The templates are in the folder `templates`. In their texts and in the names of their files, NAME, MODULE and
TITLE are filled in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from eventcoder.errors import OutputError, UsageError, sentence
from eventcoder.hooks.registry import Registry
from eventcoder.running.loading import load_books

_TEMPLATES = Path(__file__).parent / "templates"
_ENDING = ".template"
_NAME = re.compile(r"[a-z](?:[a-z0-9_-]*[a-z0-9])?")

Files = dict[Path, str]
"""The texts of files to be written, by path."""


def new_codebook(name: str, folder: Path, registry: Registry) -> Path:
    """Write `folder/NAME.yaml`; returns its path."""
    _check_name(name, registry)
    book = folder / f"{name}.yaml"
    if book.exists():
        raise OutputError(f"{book} exists already, and is left as it is. Take another name, or --folder.")
    _write(_filled("codebook", folder, _words(name)), folder)
    return book


def new_plugin(name: str, folder: Path, registry: Registry, codebook: Path | None = None) -> Path:
    """Write the package `folder/eventcoder-NAME`; returns its path.

    It holds the codebook of that path, or a sample.
    """
    _check_name(name, registry)
    words = _words(name)
    module, top = words["MODULE"], folder / f"eventcoder-{name}"
    if name in registry.plugins or find_spec(f"eventcoder_{module}"):
        raise UsageError(f"there is a plugin called {name!r} already. Take another name.")
    if top.exists():
        raise OutputError(f"{top} exists already, and is left as it is. Take another name, or --folder.")
    inside = top / f"eventcoder_{module}" / "codebooks"
    if codebook is None:
        books = _filled("codebook", inside, words)
    else:
        words["TITLE"], books = _given(codebook, name, inside, registry)
    _write(books | _filled("plugin", top, words), folder)
    return top


def _check_name(name: str, registry: Registry) -> None:
    if not _NAME.fullmatch(name):
        better = re.sub(r"[^a-z0-9_]+", "-", name.lower().removesuffix(".yaml")).strip("-_0123456789")
        hint = f"How about {better!r}?" if _NAME.fullmatch(better) else ""
        wanted = "Use lower-case letters, digits, and '-' or '_' between them, a letter first"
        raise UsageError(sentence(f"{name!r} is not a name", wanted, hint))
    if name in registry.names("codebooks"):
        plugin = registry.get("codebooks", name).plugin
        raise UsageError(
            f"there is a codebook called {name!r} already, of the plugin {plugin}. Take another name: "
            "where two have one name, nobody can tell which of them coded an event."
        )


def _words(name: str) -> dict[str, str]:
    """What is filled into the templates."""
    title = re.sub(r"[-_]+", " ", name).strip().capitalize()
    return {"NAME": name, "MODULE": name.replace("-", "_"), "TITLE": title}


def _filled(template: str, folder: Path, words: Mapping[str, str]) -> Files:
    """The files of a template with the words filled in, by the paths that they get below `folder`."""
    top = _TEMPLATES / template
    return {
        folder / _fill(str(path.relative_to(top)).removesuffix(_ENDING), words): _fill(
            path.read_text("utf8"), words
        )
        for path in sorted(top.rglob(f"*{_ENDING}"))
    }


def _fill(text: str, words: Mapping[str, str]) -> str:
    return re.sub("|".join(words), lambda found: words[found[0]], text)


def _given(path: Path, name: str, folder: Path, registry: Registry) -> tuple[str, Files]:
    """The title of an author's own codebook, and its file with those beside it that it includes or uses."""
    loaded = load_books([str(path)], registry)
    own = path.resolve().parent
    if name not in loaded.books or loaded.paths[name].resolve() != path.resolve():
        other = next(book for book, file in loaded.paths.items() if file.resolve() == path.resolve())
        raise UsageError(
            f"the codebook in {path} is called {other!r}, the plugin {name!r}. Give both one name: "
            f"`eventcoder new plugin {other} --codebook {path}`."
        )
    beside = {book: file for book, file in loaded.paths.items() if file.resolve().parent == own}
    for book in beside:
        _check_name(book, registry)
    return loaded.books[name].title, {folder / f"{b}.yaml": f.read_text("utf8") for b, f in beside.items()}


def _write(files: Files, folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file. --folder takes the folder in which to write.")
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf8", newline="\n")
        except OSError as error:
            raise OutputError(f"cannot write {path}: {error.strerror}.") from None
