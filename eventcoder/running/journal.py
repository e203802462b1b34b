"""The journal of a run: results are kept as they come, so that a run can go on where it was stopped.

`events.csv.journal.jsonl` begins with what the run was asked to do. Each line after that is one result:
rows, problems, counts, unknown names. Going on means to hand the results in it to the exporter once more
and to code the rest. So every exporter can go on, and the bytes are those of a run that was never stopped.
A line that was cut off when the process died does not count.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from eventcoder.actors.unknown import Unknown
from eventcoder.errors import OutputError, UsageError
from eventcoder.problems import Problem
from eventcoder.running.manifest import Manifest
from eventcoder.running.rows import COLUMNS
from eventcoder.running.work import Result

_SAME = {
    "eventcoder": "the version of eventcoder",
    "packages": "the versions of packages",
    "settings": "the settings",
    "plugins": "the plugins",
    "codebooks_and_lists": "the codebooks or lists",
    "inputs": "the input files",
}
"""What must be as it was for going on, by its key in the manifest."""

_FREE = frozenset({"backend", "backend_options", "output"})
"""Settings that may change: the rows are the same with any number of workers, and the journal says where."""


def journal_path(output: Path) -> Path | None:
    """The journal beside an output file; None where the output is not a file but "-"."""
    return None if str(output) == "-" else output.with_name(output.name + ".journal.jsonl")


class Journal:
    """A context: results that are recorded in it, and those that an earlier run has left.

    done        documents in what is taken over from an earlier run
    finished    set it at the end of a run that came to its end; the file is then removed
    """

    def __init__(self, path: Path | None, manifest: Manifest, batch_size: int, resume: bool) -> None:
        """Read what there is. Raises UsageError where it is of another run."""
        self.done = 0
        self.finished = False
        self._path = path
        self._asked = _asked(manifest)
        self._kept = 0
        self._file: IO[bytes] | None = None
        if resume and path is None:
            raise UsageError("--resume needs a file: what went to the screen is not kept. Name one with -o.")
        if resume and path is not None and path.exists():
            self._take_over(path, batch_size)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()
        if self.finished and self._path is not None:
            self._path.unlink(missing_ok=True)

    def recorded(self) -> Iterator[Result]:
        """The results that are taken over, in order."""
        if self._path is None or not self._kept:
            return
        with self._path.open("rb") as file:
            file.readline()
            while file.tell() < self._kept:
                yield _result(json.loads(file.readline()))

    def record(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, each written down before it goes on."""
        for result in results:
            if self._path is not None:
                try:
                    self._write(self._path, _line(result))
                except OSError as error:
                    raise OutputError(f"cannot write {self._path}: {error.strerror}.") from error
            yield result

    def _take_over(self, path: Path, batch_size: int) -> None:
        """Find how far the journal is whole: to the end of its last full batch."""
        with path.open("rb") as file:
            before = _parsed(file.readline())
            if not isinstance(before, dict):
                return
            if differences := [
                _difference(key, before, self._asked) for key in _SAME if before.get(key) != self._asked[key]
            ]:
                raise UsageError(
                    f"cannot go on: {path.name} is of another run. Not as before: {'; '.join(differences)}. "
                    "Run it as it was, or leave out --resume to begin anew."
                )
            self._kept = file.tell()
            documents = 0
            while (line := _parsed(file.readline())) is not None:
                documents += _result(line).documents
                if documents % batch_size == 0:
                    self.done, self._kept = documents, file.tell()

    def _write(self, path: Path, value: object) -> None:
        if self._file is None:
            # not before there is something to keep: until then an older journal is still of use
            self._file = path.open("r+b" if self._kept else "wb")
            self._file.truncate(self._kept)
            self._file.seek(self._kept)
            if not self._kept:
                self._file.write(_encoded(self._asked))
        self._file.write(_encoded(value))
        self._file.flush()


def _asked(manifest: Manifest) -> dict[str, Any]:
    """What the manifest says of the request, in the shape in which it is read back."""
    everything = json.loads(_encoded(manifest.as_dict()))
    settings = {key: value for key, value in everything["settings"].items() if key not in _FREE}
    return {key: everything[key] for key in _SAME} | {"settings": settings}


def _difference(key: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """In words: "the settings (date, coding.scale)"."""
    old, new = _flat(before.get(key)), _flat(now[key])
    names = sorted(name for name in {**old, **new} if old.get(name) != new.get(name))
    return f"{_SAME[key]} ({', '.join(names)})"


def _flat(value: Any, name: str = "") -> dict[str, Any]:
    """A mapping of mappings as one: coding.scale."""
    if not isinstance(value, dict):
        return {name or f"{value}": value}
    parts = (_flat(inner, f"{name}.{key}" if name else key) for key, inner in value.items())
    return {key: inner for part in parts for key, inner in part.items()}


def _encoded(value: object) -> bytes:
    # ASCII: a lone surrogate in a text has no UTF-8
    return json.dumps(value, separators=(",", ":")).encode("ascii") + b"\n"


def _parsed(line: bytes) -> Any:
    """The value of a line; None where there is none, or only its beginning."""
    try:
        return json.loads(line) if line.endswith(b"\n") else None
    except ValueError:
        return None


def _line(result: Result) -> list[object]:
    rows = [list(row.values()) for row in result.rows]
    problems = [[p.severity, p.where, p.message] for p in result.problems]
    unknown = [[u.name, u.code, u.context, u.person] for u in result.unknown]
    return [rows, problems, result.counts, unknown]


def _result(line: list[Any]) -> Result:
    rows, problems, counts, unknown = line
    return Result(
        [dict(zip(COLUMNS, row, strict=True)) for row in rows],
        [Problem(*problem) for problem in problems],
        Counter(counts),
        [Unknown(*name) for name in unknown],
    )
