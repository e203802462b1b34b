"""What `--workers 2` gains over one process, on 5,000 documents.

    python benchmarks/workers.py [--documents 5000] [--workers 2] [--extractor NAME]

Both run in one go on the same documents (the seeds, over and over); prints seconds and their ratio.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from eventcoder.running.run import run
from eventcoder.settings import DEFAULT_EXTRACTOR, Coding, Settings

SEEDS = Path(__file__).parent.parent / "seeds"


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--documents", type=int, default=5000)
    ap.add_argument("--workers", type=int, default=2)
    ap.add_argument("--extractor", default=DEFAULT_EXTRACTOR)
    options = ap.parse_args()
    texts = [p.read_text("utf8") for p in sorted(SEEDS.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "stories.jsonl"
        with source.open("w", encoding="utf8") as file:
            for n in range(options.documents):
                story = {"id": f"d{n}", "text": texts[n % len(texts)], "date": "2017-11-14"}
                file.write(json.dumps(story) + "\n")
        seconds = {}
        for name, backend, extra in (
            ("1 process", "serial", {}),
            (f"{options.workers} workers", "processes", {"workers": options.workers}),
        ):
            settings = Settings(
                inputs=(source,),
                output=Path(folder) / f"{backend}.csv",
                coding=Coding(extractor=options.extractor),
                backend=backend,
                backend_options=extra,
            )
            start = time.perf_counter()
            run(settings)
            seconds[name] = time.perf_counter() - start
            print(f"{name:12}{seconds[name]:8.1f} s   {options.documents / seconds[name]:8.0f} documents/s")
        one, many = seconds.values()
        same = (Path(folder) / "serial.csv").read_bytes() == (Path(folder) / "processes.csv").read_bytes()
        print(f"gain {one / many:.2f} x, the same bytes: {same}")


if __name__ == "__main__":
    main()
