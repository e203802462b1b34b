"""Versions of codebooks: files, folders, names, and revisions in git.

my/summits.yaml               a file
my/codebooks                  a folder: all codebooks in it
consult                       a name, as `eventcoder list codebooks` gives it
HEAD~1:my/summits.yaml        a file, or a folder, at a revision
v1.2                          a revision, of the codebook that is named besides
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from eventcoder.errors import UsageError
from eventcoder.hooks.registry import Registry
from eventcoder.running.loading import find

_SUFFIX = ".yaml"


@contextmanager
def version(spec: str, codebooks: Sequence[str], registry: Registry) -> Iterator[tuple[str, ...]]:
    """Names and paths of the codebooks of a version, for as long as the context lasts.

    `codebooks` says which ones are meant where `spec` is a folder or a revision alone. Raises UsageError.
    """
    path = Path(spec)
    if path.is_file():
        yield (spec,)
    elif path.is_dir():
        yield _in_folder(path, codebooks)
    elif spec in registry.names("codebooks"):
        yield (spec,)
    else:
        with TemporaryDirectory(prefix="eventcoder-") as folder:
            yield _at_revision(spec, codebooks, registry, Path(folder))


def _in_folder(folder: Path, codebooks: Sequence[str]) -> tuple[str, ...]:
    if codebooks:
        found = [folder / f"{Path(name).stem}{_SUFFIX}" for name in codebooks]
        if missing := [path for path in found if not path.is_file()]:
            raise UsageError(f"{missing[0]}: there is no such file.")
    else:
        found = sorted(folder.glob(f"*{_SUFFIX}"))
    if not found:
        raise UsageError(f"{folder}: there is no codebook in this folder.")
    return tuple(map(str, found))


def _at_revision(spec: str, codebooks: Sequence[str], registry: Registry, folder: Path) -> tuple[str, ...]:
    revision, colon, path = spec.partition(":")
    if not _is_revision(revision):
        raise UsageError(
            f"{spec}: this is no file, folder, codebook or git revision. Write a revision as "
            "HEAD~1:my/summits.yaml, or as HEAD~1 with --codebook my/summits.yaml."
        )
    paths = [path] if colon else [_in_repository(name, registry) for name in codebooks]
    if not paths:
        raise UsageError(f"{spec}: of which codebook? Name it with --codebook, or write {spec}:PATH.")
    found: list[str] = []
    for number, each in enumerate(paths):
        found += _export(revision, each, folder / str(number), codebooks)
    return tuple(found)


def _export(revision: str, path: str, folder: Path, codebooks: Sequence[str]) -> tuple[str, ...]:
    """The codebook with its neighbours, which it may include, or the codebooks of a folder."""
    kind = _git("cat-file", "-t", f"{revision}:{path}").decode().strip()
    parent = path if kind == "tree" else str(PurePosixPath(path).parent)
    tree = f"{revision}:{'' if parent == '.' else parent}"
    with tarfile.open(fileobj=io.BytesIO(_git("archive", "--format=tar", tree))) as archive:
        if hasattr(tarfile, "data_filter"):
            archive.extractall(folder, filter="data")
        else:  # Python before 3.11.4; git wrote the archive, so nothing in it leaves the folder
            archive.extractall(folder)
    if kind == "tree":
        return _in_folder(folder, codebooks)
    return (str(folder / PurePosixPath(path).name),)


def _in_repository(name: str, registry: Registry) -> str:
    """Path of a codebook from the top of the repository."""
    path = find("codebooks", name, _SUFFIX, registry).resolve()
    top = Path(_git("rev-parse", "--show-toplevel").decode().strip()).resolve()
    if not path.is_relative_to(top):
        raise UsageError(f"{path} is not in the repository {top}.")
    return path.relative_to(top).as_posix()


def _is_revision(name: str) -> bool:
    try:
        _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except UsageError:
        return False
    return True


def _git(*words: str) -> bytes:
    """What git prints. It runs at the top of the repository, from where paths are given."""
    try:
        top = subprocess.run(["git", "rev-parse", "--show-toplevel"], capture_output=True, check=False)
        place = top.stdout.decode().strip() or "."
        done = subprocess.run(["git", "-C", place, *words], capture_output=True, check=False)
    except FileNotFoundError:
        raise UsageError("git is not installed; give files or folders instead of revisions.") from None
    if done.returncode:
        message = done.stderr.decode("utf8", "replace").strip().removeprefix("fatal: ")
        raise UsageError(f"git {' '.join(words)}: {message or 'failed'}.")
    return done.stdout
