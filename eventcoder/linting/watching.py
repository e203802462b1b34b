"""Checks codebooks again whenever they are saved, and tells what that changed."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from eventcoder.codebook.file import stamp_of
from eventcoder.errors import Finding
from eventcoder.linting.running import Linter, Report

Stamps = dict[Path, tuple[int, int]]
_GONE = (0, 0)
_AWAY = 5
"""How many waits a file is away that is deleted, and not about to be replaced."""
_EXAMPLES = ("EC601", "EC602")
"""The checks that an example fails, and that a counterexample is coded."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a check found, how that differs from the check before, and how long it took."""

    report: Report
    broken: Sequence[Finding]
    mended: Sequence[Finding]
    seconds: float


@dataclass
class Watcher:
    """Checks the codebooks of those names or paths, and compares with what it found the last time.

    `paths` are the files to watch: the codebooks and all that they include or use.
    """

    linter: Linter
    names: Sequence[str]
    severities: frozenset[str] = frozenset({"error", "warning"})
    paths: frozenset[Path] = field(init=False)
    _last: Report | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.paths = self.linter.files(self.names)

    def look(self) -> Look:
        """Check once. Where a file cannot be read, the next look is compared with the one before."""
        start = time.perf_counter()
        report = self.linter.check(self.names)
        report = replace(report, findings=[f for f in report.findings if f.severity in self.severities])
        self.paths |= self.linter.files(self.names)
        if self._last is None:
            gc.freeze()  # lists and models stay; looking through them again would take half of each look
        before = self._last or report
        broken = _more(report.findings, before.findings)
        mended = _more(before.findings, report.findings) if report.complete else []
        if report.complete:
            self._last = report
        return Look(report, broken, mended, time.perf_counter() - start)


def is_example(finding: Finding) -> bool:
    """Whether the finding is an example that is not coded as it should be."""
    return finding.id in _EXAMPLES


def _more(findings: Iterable[Finding], others: Iterable[Finding]) -> list[Finding]:
    """The findings that the others do not have. Lines do not count: they move when something is added above."""
    rest = Counter(map(_same, others))
    found = []
    for finding in findings:
        key = _same(finding)
        if rest[key]:
            rest[key] -= 1
        else:
            found.append(finding)
    return found


def _same(finding: Finding) -> tuple[str, str, str]:
    """What stays if the finding does: of an example the sentence, and not what was coded instead."""
    return finding.id, finding.path, finding.message.partition("\n")[0]


def saves(
    paths: Callable[[], Iterable[Path]], wait: Callable[[], None] = lambda: time.sleep(0.1)
) -> Iterator[set[Path]]:
    """The files that are saved or deleted from now on, each time that some are. Without end.

    A file counts as saved when it has stayed as it is for one `wait`, and as deleted when it has been away for
    several: editors write in pieces, and some put a new file in the old one's place.
    """
    return _saves(paths, wait, _stamps(paths()))


def _saves(
    paths: Callable[[], Iterable[Path]], wait: Callable[[], None], seen: Stamps
) -> Iterator[set[Path]]:
    before, away = seen, dict[Path, int]()
    while True:
        wait()
        now = _stamps(paths())
        seen = now | seen
        away = {path: away.get(path, 0) + 1 for path, stamp in now.items() if stamp == _GONE}
        still = {path for path, stamp in now.items() if stamp == before.get(path)}
        saved = {path for path in still if now[path] != seen[path] and away.get(path, _AWAY) >= _AWAY}
        if saved:
            seen |= {path: now[path] for path in saved}
            yield saved
        before = now


def _stamps(paths: Iterable[Path]) -> Stamps:
    return {path: stamp_of(path) for path in paths}
