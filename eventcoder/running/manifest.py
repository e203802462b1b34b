"""The record of a run: what was read, with what it was coded, what came of it, what went wrong."""

from __future__ import annotations

import datetime as dt
import json
import platform
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from eventcoder import __version__
from eventcoder.errors import OutputError
from eventcoder.hooks.registry import Registry
from eventcoder.resources import bundled
from eventcoder.running.documents import file_hash
from eventcoder.running.loading import find, load_books
from eventcoder.settings import Coding, Settings

_PACKAGES = ("pluggy", "pydantic", "pyyaml", "spacy")


@dataclass(slots=True)
class Manifest:
    """What another researcher needs to get the same file again."""

    settings: dict[str, Any]
    plugins: dict[str, str]
    files: dict[str, str]
    inputs: dict[str, str]
    started: str
    counts: Counter[str] = field(default_factory=Counter)
    unknown: dict[str, Any] = field(default_factory=dict)
    interrupted: bool = False
    resumed_after: int = 0
    finished: str = ""
    errors: int = 0
    warnings: int = 0

    @classmethod
    def of(cls, settings: Settings, registry: Registry, inputs: Sequence[Path]) -> Manifest:
        """The manifest of a run that begins now."""
        return cls(
            settings=settings.model_dump(mode="json"),
            plugins=dict(registry.plugins),
            files=_coding_files(settings.coding, registry),
            inputs={str(path): file_hash(path) for path in inputs},
            started=_now(),
        )

    def close(self, errors: int, warnings: int) -> None:
        self.finished = _now()
        self.errors, self.warnings = errors, warnings

    def as_dict(self) -> dict[str, Any]:
        versions = {name: _version(name) for name in _PACKAGES}
        return {
            "eventcoder": __version__,
            "python": platform.python_version(),
            "packages": versions,
            "started": self.started,
            "finished": self.finished,
            "interrupted": self.interrupted,
            "resumed_after": self.resumed_after,
            "unknown_names": self.unknown,
            "counts": {name: self.counts[name] for name in sorted(self.counts)},
            "errors": self.errors,
            "warnings": self.warnings,
            "settings": self.settings,
            "plugins": self.plugins,
            "codebooks_and_lists": self.files,
            "inputs": self.inputs,
        }


def report_paths(output: Path) -> tuple[Path, Path, Path] | None:
    """Manifest, error report and unknown names of an output: events.manifest.json, events.errors.csv, ...

    None where the output is not a file but "-".
    """
    if str(output) == "-":
        return None
    stem = output.name.removesuffix(".gz")
    stem = stem.rpartition(".")[0] or stem
    manifest, errors, unknown = (
        output.with_name(f"{stem}.{name}") for name in ("manifest.json", "errors.csv", "unknown.csv")
    )
    return manifest, errors, unknown


def write_manifest(manifest: Manifest, path: Path) -> None:
    """Write the manifest as JSON. Raises OutputError where that fails."""
    text = json.dumps(manifest.as_dict(), indent=2, ensure_ascii=False)
    try:
        path.write_text(text + "\n", encoding="utf8", errors="replace")
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}.") from None


def _coding_files(coding: Coding, registry: Registry) -> dict[str, str]:
    """The files that the coding rests on, with their hashes."""
    paths = {bundled("agents.csv")}
    paths |= set(load_books(coding.codebooks, registry).paths.values())
    paths |= {find("actors", name, ".csv", registry) for name in (*coding.actors, *coding.more_actors)}
    paths |= set(bundled("schemes").glob("*.yaml")) | set(bundled("scales").glob(f"{coding.scale}.yaml"))
    return {path.name: file_hash(path) for path in sorted(paths)}


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
