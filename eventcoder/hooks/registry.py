"""Finds plugins and what they provide; every failure and every conflict names the plugin.

Installing a plugin adds names; only naming one changes a result. So names are unique: two providers
of one name are an error at once, not a question of which was loaded first.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any, Generic, TypeVar

import pluggy
from pydantic import ValidationError

from eventcoder.errors import PluginError, UnknownName, UsageError
from eventcoder.hooks import hookspecs
from eventcoder.hooks.components import Backend, Check, Component, Exporter, Extractor, Importer, Reader

BUILTIN = (
    "eventcoder.hooks.bundled",
    "eventcoder.linting.builtin",
    "eventcoder_surface",
    "eventcoder_dependency",
    "eventcoder_english",
    "eventcoder_readers",
    "eventcoder_exporters",
    "eventcoder_backends",
)
"""Bundled plugins. They are named here because entry points of an editable install go stale."""

LOAD_PLUGINS = "EVENTCODER_LOAD_PLUGINS"
"""Environment variable: comma-separated entry points to load; empty loads none but the bundled."""

KINDS: Mapping[str, type] = {
    "codebooks": Path,
    "actors": Path,
    "readers": Reader,
    "extractors": Extractor,
    "importers": Importer,
    "exporters": Exporter,
    "backends": Backend,
    "checks": Check,
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Provided(Generic[T]):
    """A named thing and the plugin it came from."""

    name: str
    value: T
    plugin: str


class Registry:
    """Everything that the bundled and the installed plugins provide.

    `problems` lists plugins that could not be loaded; the rest works without them.
    Raises PluginError where a plugin returns something wrong or two plugins claim one name.
    """

    def __init__(self, plugins: Iterable[object] = ()) -> None:
        self.problems: list[PluginError] = []
        self.plugins: dict[str, str] = {}
        self._manager = pluggy.PluginManager(hookspecs.PROJECT)
        self._manager.add_hookspecs(hookspecs)
        for name in BUILTIN:
            self._register(name, partial(importlib.import_module, name), _own_version())
        for point in _entry_points():
            self._register(point.name, point.load, point.dist.version if point.dist else "")
        for plugin in plugins:
            self._register(_plugin_name(plugin), partial(_itself, plugin), "")
        self._provided = {kind: self._collect(kind) for kind in KINDS}

    def names(self, kind: str) -> list[str]:
        """Names of everything of one kind ("codebooks", "extractors", ...), sorted."""
        return sorted(self._provided[kind])

    def provided(self, kind: str) -> list[Provided[Any]]:
        """Everything of one kind with the plugin it came from, sorted by name."""
        return [self._provided[kind][name] for name in self.names(kind)]

    def get(self, kind: str, name: str) -> Provided[Any]:
        """The thing of that name; raises UnknownName with the choices."""
        try:
            return self._provided[kind][name]
        except KeyError:
            hint = f"`eventcoder list {kind}` shows them with their plugins"
            if broken := [p.plugin for p in self.problems]:
                hint += f"; plugins that could not be loaded: {', '.join(broken)}"
            raise UnknownName(kind.removesuffix("s"), name, self.names(kind), hint) from None

    def build(self, kind: str, name: str, options: Mapping[str, Any], make: Callable[[Any, Any], T]) -> T:
        """Validate `options` and call `make(component, options)`; failures name the plugin."""
        provided = self.get(kind, name)
        component: Component = provided.value
        checked = validate_options(f"{kind.removesuffix('s')} {name!r}", component.options, options)
        try:
            return make(component, checked)
        except ImportError as error:
            hint = f"Install what it needs: {component.install}" if component.install else ""
            raise PluginError(provided.plugin, f"building {name!r}", error, hint) from error
        except (PluginError, UsageError):
            raise
        except Exception as error:
            raise PluginError(provided.plugin, f"building {name!r}", error) from error

    def by_suffix(self, kind: str, path: Path) -> Provided[Any]:
        """The reader, importer or exporter for the file's ending; ".gz" behind it is ignored."""
        endings = [s.lower() for s in path.suffixes]
        if endings and endings[-1] == ".gz":
            endings.pop()
        ending = endings[-1] if endings else ""
        for provided in self.provided(kind):
            if ending in provided.value.suffixes:
                return provided
        known = sorted(s for p in self.provided(kind) for s in p.value.suffixes)
        raise UsageError(
            f"{path}: no {kind.removesuffix('s')} for files ending in {ending or 'nothing'!r}. "
            f"Known endings: {', '.join(known)}, each also with .gz behind it."
        )

    def _register(self, name: str, load: Callable[[], object], version: str) -> None:
        if name in self.plugins:
            raise PluginError(name, "loading", "another plugin has the same name", "Uninstall one")
        try:
            plugin = load()
            self._manager.register(plugin, name)
            self._manager.check_pending()
        except (Exception, SystemExit) as error:
            if self._manager.has_plugin(name):
                self._manager.unregister(name=name)
            hint = "It is left out and everything else works; fix or uninstall it"
            problem = PluginError(name, "being loaded", error, hint)
            problem.__cause__ = error
            self.problems.append(problem)
        else:
            self.plugins[name] = version

    def _collect(self, kind: str) -> dict[str, Provided[Any]]:
        found: dict[str, Provided[Any]] = {}
        hook = getattr(self._manager.hook, f"eventcoder_{kind}")
        for implementation in hook.get_hookimpls():
            for provided in self._ask(kind, implementation):
                if other := found.get(provided.name):
                    raise PluginError(
                        provided.plugin,
                        f"registering {kind.removesuffix('s')} {provided.name!r}",
                        f"plugin {other.plugin!r} provides the same name",
                        "Rename one of them or uninstall one plugin",
                    )
                found[provided.name] = provided
        return found

    def _ask(self, kind: str, implementation: Any) -> Iterator[Provided[Any]]:
        plugin: str = implementation.plugin_name
        doing = f"answering eventcoder_{kind}"
        try:
            values = list(implementation.function())
        except (Exception, SystemExit) as error:
            self.problems.append(PluginError(plugin, doing, error))
            return
        for value in values:
            if isinstance(value, str) and KINDS[kind] is Path:
                value = Path(value)
            if not isinstance(value, KINDS[kind]):
                what = f"it returned {value!r} where a {KINDS[kind].__name__} is wanted"
                self.problems.append(PluginError(plugin, doing, what))
            elif isinstance(value, Component):
                yield Provided(value.name, value, plugin)
            else:
                assert isinstance(value, Path)
                yield from self._paths(kind, value, plugin)

    def _paths(self, kind: str, path: Path, plugin: str) -> Iterator[Provided[Path]]:
        suffix = ".yaml" if kind == "codebooks" else ".csv"
        if not path.exists():
            problem = PluginError(plugin, f"answering eventcoder_{kind}", f"{path} does not exist")
            self.problems.append(problem)
        files = sorted(path.glob(f"*{suffix}")) if path.is_dir() else [path] * path.exists()
        for file in files:
            yield Provided(file.stem, file, plugin)


def validate_options(what: str, model: type[Any], options: Mapping[str, Any]) -> Any:
    """`options` as an instance of `model`; raises UsageError that lists what is wrong."""
    try:
        return model(**options)
    except ValidationError as error:
        known = ", ".join(model.model_fields) or "none"
        wrong = "; ".join(
            f"{'.'.join(map(str, e['loc']))}: "
            + ("there is no such option" if e["type"] == "extra_forbidden" else e["msg"])
            for e in error.errors()
        )
        raise UsageError(f"options of {what}: {wrong}. Its options are: {known}.") from None


def _entry_points() -> list[metadata.EntryPoint]:
    points = sorted(metadata.entry_points(group=hookspecs.PROJECT), key=lambda p: p.name)
    wanted = os.environ.get(LOAD_PLUGINS)
    if wanted is None:
        return points
    names = {name.strip() for name in wanted.split(",") if name.strip()}
    if missing := sorted(names - {p.name for p in points}):
        choices = [p.name for p in points]
        raise UnknownName("plugin", missing[0], choices, f"It is asked for in {LOAD_PLUGINS}")
    return [p for p in points if p.name in names]


def _itself(plugin: object) -> object:
    return plugin


def _plugin_name(plugin: object) -> str:
    name = getattr(plugin, "__name__", None)
    return name if isinstance(name, str) else type(plugin).__name__


def _own_version() -> str:
    from eventcoder import __version__

    return __version__
