"""How long `eventcoder watch` takes from a save to its report.

    python benchmarks/watching.py [CODEBOOK ...] [--extractor surface]

Copies the bundled codebooks to a folder of its own, saves each of the named ones (all, if none is named) in
four ways, and prints the seconds of wall-clock and, in brackets, processor time. The aim is below a second.
What polling adds, 0.1 to 0.2 s, is not in the figures.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from eventcoder.hooks.registry import Registry
from eventcoder.linting.running import Linter
from eventcoder.linting.watching import Watcher
from eventcoder.resources import bundled
from eventcoder.settings import DEFAULT_EXTRACTOR, Coding

SAMPLE = "      - {text: Peru zapped Chile., events: PER %s CHL}\n"
EDITS: dict[str, Callable[[str, str], str]] = {
    "comment": lambda text, _: text + "\n# a comment\n",
    "example": lambda text, name: text.replace("    examples:\n", f"    examples:\n{SAMPLE % name}", 1),
    "pattern": lambda text, _: text.replace("    patterns:\n", "    patterns:\n      - {verb: zap}\n", 1),
    "error": lambda text, _: text.replace("schemes: [", "schemes: [[", 1),
}


def measure(path: Path, coding: Coding) -> list[tuple[str, float, float]]:
    """Seconds of each save of one codebook, after a first look."""
    watcher = Watcher(Linter(coding, Registry()), [str(path)])
    found = [("first", *timed(watcher))]
    text = path.read_text("utf8")
    category = text.partition("\ncategories:\n")[2].split(":")[0].split()[-1]
    for what, edit in EDITS.items():
        changed = edit(text, category)
        assert changed != text, f"{path.name}: no place for {what}"
        path.write_text(changed, encoding="utf8")
        found.append((what, *timed(watcher)))
    path.write_text(text, encoding="utf8")
    return found


def timed(watcher: Watcher) -> tuple[float, float]:
    wall, own = time.perf_counter(), time.process_time()
    watcher.look()
    return time.perf_counter() - wall, time.process_time() - own


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("codebooks", nargs="*")
    ap.add_argument("--extractor", default=DEFAULT_EXTRACTOR)
    given = ap.parse_args()
    worst: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        books = shutil.copytree(bundled("events"), Path(folder) / "events")
        for path in sorted(books.glob("*.yaml")):
            if not given.codebooks or path.stem in given.codebooks:
                seconds = measure(path, Coding(extractor=given.extractor))
                print(f"{path.stem:15}", *(f"{what} {wall:.2f} ({own:.2f})" for what, wall, own in seconds))
                for what, wall, own in seconds:
                    known = worst.get(what, (0.0, 0.0))
                    worst[what] = max(known[0], wall), max(known[1], own)
    print(f"{'slowest':15}", *(f"{what} {wall:.2f} ({own:.2f})" for what, (wall, own) in worst.items()))


if __name__ == "__main__":
    main()
