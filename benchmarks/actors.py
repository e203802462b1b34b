"""What the actor lists cost: time to load them, memory they take, time to look a sentence up.

    python benchmarks/actors.py [--repeat 5] [--names 100000]

Loading is measured in a fresh process each time: without a cache, and from one. Aims: 0.5 s from the cache,
150 MB for the whole process, and a look-up that costs the same with `--names` made-up names more.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from eventcoder.actors.lists import Entry, load_agents
from eventcoder.actors.names import ActorIndex
from eventcoder.actors.tokens import words
from eventcoder.hooks.registry import Registry
from eventcoder.resources import bundled
from eventcoder.running.loading import load_actor_index
from eventcoder.settings import Coding

SEEDS = Path(__file__).parent.parent / "seeds"

LOAD = """
import json, resource, sys, time
from eventcoder.running.loading import load_actor_index
from eventcoder.hooks.registry import Registry
from eventcoder.settings import Coding
size = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
before, start = size(), time.perf_counter()
index = load_actor_index(Coding(), Registry())
print(json.dumps([time.perf_counter() - start, before, size()]))
"""


def loading(cache: str, repeat: int) -> tuple[float, float, float]:
    """Median seconds to load all bundled lists, megabytes of the process before and after."""
    runs = []
    for _ in range(repeat):
        environment = {**os.environ, "EVENTCODER_CACHE": cache}
        command = [sys.executable, "-c", LOAD]
        output = subprocess.run(command, env=environment, check=True, capture_output=True)
        runs.append(json.loads(output.stdout))
    seconds, before, after = sorted(runs)[repeat // 2]
    return seconds, before, after


def with_more(index: ActorIndex, count: int) -> ActorIndex:
    """The index with so many made-up names more."""
    rng = random.Random(1)
    syllables = ["ka", "lo", "mi", "ran", "tes", "vu", "shi", "dor", "pel", "az"]

    def word() -> str:
        return "".join(rng.choice(syllables) for _ in range(4)).capitalize()

    entries = [Entry(f"{word()} {word()}", "RURGOV", "person") for _ in range(count)]
    return ActorIndex((*index.entries, *entries), load_agents(bundled("agents.csv")))


def look_up(index: ActorIndex, texts: list[str]) -> float:
    """Microseconds to find the mentions of one text; the words are split before."""
    split = [words(text) for text in texts]
    start = time.perf_counter()
    for sentence in split:
        index.mentions(sentence)
    return 1e6 * (time.perf_counter() - start) / len(texts)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--repeat", type=int, default=5)
    ap.add_argument("--names", type=int, default=100_000)
    options = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        without, _, _ = loading("none", options.repeat)
        loading(folder, 1)
        cached, before, after = loading(folder, options.repeat)
    print(f"loading all lists {without:.2f} s without a cache, {cached:.2f} s from the cache (aim 0.5)")
    print(f"memory of the process {after:.0f} MB (aim 150), {after - before:.0f} MB of it for the lists")
    texts = [line for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text("utf8").splitlines()]
    small = load_actor_index(Coding(), Registry())
    large = with_more(small, options.names)
    times: dict[str, list[float]] = {"small": [], "large": []}
    for _ in range(options.repeat + 1):  # the first fills the caches
        times["small"].append(look_up(small, texts))
        times["large"].append(look_up(large, texts))
    one, other = min(times["small"][1:]), min(times["large"][1:])
    print(f"look-up {one:.0f} microseconds a text")
    print(f"with {options.names:,} names more {other:.0f}: {other / one:.2f} times as much")


if __name__ == "__main__":
    main()
