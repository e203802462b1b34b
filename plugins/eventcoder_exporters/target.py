"""Where output goes: a file that appears under its name only when it is complete, or standard output.

Rows are written to `events.csv.part`, which is renamed at the end. So an older `events.csv` is never
half overwritten, and what a failed run had written by then is not lost either.
"""

from __future__ import annotations

import errno
import gzip
import io
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, cast

from eventcoder import EventcoderError, OutputError

_HINTS = {
    errno.ENOENT: "There is no such folder; make it first",
    errno.ENOTDIR: "A part of the path is a file, not a folder",
    errno.EACCES: "Choose a folder in which you may write, or close the program that holds the file",
    errno.EPERM: "Choose a folder in which you may write, or close the program that holds the file",
    errno.EROFS: "The disk cannot be written to; choose another",
    errno.ENOSPC: "Make room on the disk, or write to another; the ending .gz makes files much smaller",
    errno.EISDIR: "Give the name of a file in it",
    errno.EPIPE: "The program that reads the output has ended",
}
_STDOUT = Path("standard output")  # what messages call it


class Output:
    """Writes text to `stream` in UTF-8; an error of the system becomes an OutputError about `path`."""

    def __init__(self, path: Path, stream: IO[bytes]) -> None:
        self._path = path
        self._stream = stream

    def write(self, text: str) -> None:
        """Write `text`; a lone surrogate, which UTF-8 does not have, as "?"."""
        with _reported(self._path):
            self._stream.write(text.encode("utf-8", "replace"))


def ending(path: Path) -> str:
    """The last ending in lower case, not counting ".gz"."""
    return Path(path.stem if _is_gzip(path) else path.name).suffix.lower()


@contextmanager
def opened(path: Path) -> Iterator[Output]:
    """An Output for `path`, which takes its name when the block has ended well; "-" is standard output.

    Where the block fails, what was written stays in the .part file, and the OutputError says so. An
    eventcoder error of another kind is about something else and passes unchanged.
    """
    if str(path) == "-":
        with _standard_output() as stream:
            yield Output(_STDOUT, stream)
        return
    target, part = _places(path)
    try:
        with _file(path, part) as stream:
            yield Output(path, stream)
        if part != target:
            with _reported(path):
                part.replace(target)
    except OutputError as error:
        raise OutputError(f"{error}{_kept(path, part, target)}") from error
    except EventcoderError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        kept = _kept(path, part, target)
        raise OutputError(f"{path} could not be finished: {reason}.{kept}") from error


def _places(path: Path) -> tuple[Path, Path]:
    """The file that `path` leads to, and the one to write to until it is complete.

    A link is followed; a device or a pipe is written to directly.
    """
    with _reported(path):
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "this is a folder, not a file")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "the file is read-only")
        if target.exists() and not target.is_file():
            return target, target
    return target, target.with_name(target.name + ".part")


@contextmanager
def _file(path: Path, part: Path) -> Iterator[IO[bytes]]:
    """`part` opened for what is to become `path`, and closed whatever happens."""
    files = ExitStack()
    with _reported(path):
        stream: IO[bytes] = files.enter_context(part.open("wb"))
        if _is_gzip(path):  # without name and time, so that the same events give the same bytes
            zipped = files.enter_context(gzip.GzipFile("", "wb", fileobj=stream, mtime=0))
            stream = cast("IO[bytes]", zipped)
    try:
        yield stream
    except BaseException:
        with suppress(OSError):
            files.close()
        raise
    with _reported(path):
        files.close()


@contextmanager
def _standard_output() -> Iterator[IO[bytes]]:
    """Standard output as bytes; in a notebook, which has only text, all of it at the end."""
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None) or io.BytesIO()
    try:
        yield stream
        with _reported(_STDOUT):
            stream.flush()
    except OutputError:
        _silence_standard_output()
        raise
    if isinstance(stream, io.BytesIO) and not hasattr(sys.stdout, "buffer"):
        sys.stdout.write(stream.getvalue().decode())


def _silence_standard_output() -> None:
    """Send what is still buffered nowhere: Python would fail on it once more when it ends."""
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    """Turns an error of the system into an OutputError that says what to do."""
    try:
        yield
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, "")
        text = f"cannot write {path}: {error.strerror or error}."
        raise OutputError(f"{text} {hint}." if hint else text) from error


def _kept(path: Path, part: Path, target: Path) -> str:
    """What is left of the output, and of the file that was there before."""
    if part == target or not part.exists():
        return ""
    before = f" {path} is as it was before." if target.exists() else ""
    return f" What was written until then is in {part.name}, in the same folder.{before}"


def _is_gzip(path: Path) -> bool:
    return path.suffix.lower() == ".gz"
