"""Actor lists as they are looked up, kept from run to run in the user's cache folder.

A file of the cache is named by a hash of everything that its content depends on, so it is never out of
date, and it is JSON behind a checksum: it is read, not executed, and one that was damaged is made anew.
Files appear under their names only when they are complete, so several programs may write at once. Where
the folder cannot be used, nothing is kept; that costs time only.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from eventcoder import __version__

FOLDER = "EVENTCODER_CACHE"
"""Environment variable that names another folder; with "none" nothing is kept."""

_FORM = b"eventcoder-actors 1"
_KEPT = 8
_MAKERS = (
    "actors/indexing.py",
    "actors/tokens.py",
    "actors/lists.py",
    "actors/shortnames.py",
    "actors/cache.py",
    "language/morphology.py",
)
"""Modules that decide what the data of given files are."""

Data = dict[str, Any]


def cached(files: Sequence[Path], make: Callable[[], Data], folder: Path | None = None) -> Data:
    """The data that `make` makes of the files, from the cache where it has them."""
    where = folder or cache_folder()
    if where is None:
        return make()
    path = where / f"actors-{_key(files)}.json"
    data = _read(path)
    if data is None:
        data = make()
        _write(path, data)
    return data


def cache_folder() -> Path | None:
    """The folder for what can be made anew; None where there is none, or none is wanted."""
    chosen = os.environ.get(FOLDER, "")
    if chosen:
        return None if chosen.lower() == "none" else Path(chosen)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or home / ".cache"
    return Path(base) / "eventcoder"


def _key(files: Sequence[Path]) -> str:
    """A hash of the files' content, in their order, and of the program."""
    digest = hashlib.blake2b(_FORM + __version__.encode(), digest_size=16)
    makers = (Path(__file__).parents[1] / name for name in _MAKERS)
    for content in _contents([*makers, *files]):
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


def _contents(files: Iterable[Path]) -> Iterable[bytes]:
    for file in files:
        try:
            yield file.read_bytes()
        except OSError:  # whoever makes the data says what is wrong with it
            yield os.fsencode(file)


def _read(path: Path) -> Data | None:
    """The data in a file of the cache; None where there is none, or not all of it."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if head != _head(body):
            return None
        data = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _head(body: bytes) -> bytes:
    return _FORM + b" " + hashlib.blake2b(body, digest_size=16).hexdigest().encode()


def _write(path: Path, data: Data) -> None:
    """Keep the data; nothing happens where that is not possible."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf8", "surrogatepass")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head(body) + b"\n" + body)
        Path(part).replace(path)
    except OSError:
        with suppress(OSError):
            Path(part).unlink()
        return
    _tidy(path)


def _tidy(newest: Path) -> None:
    """Remove all but the last few files: every change of a list leaves one behind."""
    with suppress(OSError):
        files = [file for file in newest.parent.glob("actors-*.json") if file != newest]
        for file in sorted(files, key=lambda f: f.stat().st_mtime)[: -_KEPT + 1]:
            file.unlink(missing_ok=True)
