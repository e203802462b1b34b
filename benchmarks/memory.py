"""Memory over 100,000 streamed documents: the second half must not need more than the first.

    python benchmarks/memory.py [--documents 100000] [--extractor NAME] [--workers 1]

Prints the resident size of the main process after each tenth (Linux and macOS).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
from collections import Counter
from pathlib import Path

from eventcoder.running.run import run
from eventcoder.settings import DEFAULT_EXTRACTOR, Coding, Settings


def resident() -> float:
    """Resident memory of this process in megabytes."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--documents", type=int, default=100_000)
    ap.add_argument("--extractor", default=DEFAULT_EXTRACTOR)
    ap.add_argument("--workers", type=int, default=1)
    options = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "stories.jsonl"
        with source.open("w", encoding="utf8") as file:
            for n in range(options.documents):
                text = f"Russia met Turkey on day {n}. In town {n} it rained. Iran denied charges by Iraq."
                file.write(json.dumps({"id": f"d{n}", "text": text, "date": "2017-11-14"}) + "\n")
        step = max(1, options.documents // 10)
        sizes: list[float] = []

        def watch(counts: Counter[str]) -> None:
            if counts["documents"] >= step * (len(sizes) + 1):
                sizes.append(resident())
                print(f"{counts['documents']:9,} documents {sizes[-1]:8.0f} MB", flush=True)

        backend = {"backend": "processes", "backend_options": {"workers": options.workers}}
        settings = Settings(
            inputs=(source,),
            output=Path(folder) / "events.csv",
            coding=Coding(extractor=options.extractor),
            **(backend if options.workers > 1 else {}),
        )
        run(settings, progress=watch)
        half = len(sizes) // 2
        print(f"most in the first half {max(sizes[:half]):.0f} MB, in the second {max(sizes[half:]):.0f} MB")


if __name__ == "__main__":
    main()
