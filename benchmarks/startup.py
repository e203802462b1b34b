"""Start-up time of `eventcoder --help`, against `python -c "import typer"`, and of `eventcoder explain`.

    python benchmarks/startup.py [--repeat 10]

Prints the medians; the aims are a ratio of at most 3, and less than 3 s for `explain`. Then the time of
`eventcoder check` on all bundled codebooks with their examples; the aim is 10 s. Processor times stand beside
those that take longer, as another program may slow the machine down.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time


def seconds(command: list[str], repeat: int) -> list[float]:
    """Wall-clock times of a command; the first run, which fills caches, is left out."""
    times = []
    for _ in range(repeat + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return times[1:]


def spent() -> float:
    """Processor time of the commands so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--repeat", type=int, default=10)
    repeat = ap.parse_args().repeat
    typer = statistics.median(seconds([sys.executable, "-c", "import typer"], repeat))
    own = statistics.median(seconds([sys.executable, "-m", "eventcoder", "--help"], repeat))
    print(f"import typer {typer:.3f} s   eventcoder --help {own:.3f} s   ratio {own / typer:.2f}")
    for arguments in (["explain", "Egypt met Iraq in Cairo on Monday."], ["check"]):
        command = [sys.executable, "-m", "eventcoder", *arguments]
        before = spent()
        times = seconds(command, min(repeat, 3))
        work = (spent() - before) / (len(times) + 1)
        print(f"eventcoder {arguments[0]} {statistics.median(times):.2f} s, {work:.2f} s of processor time")


if __name__ == "__main__":
    main()
