"""What all codebooks cost against three of them, on one core.

    python benchmarks/codebooks.py [--general TREEBANK.conllu.gz] [--repeat 3]

The same sentences are coded with meet, deny and consult, and with all bundled codebooks; none is screened
out. "Own" and "political" text are those of parsing.py, "seeds" the seeds alone. Everything runs in one
process and alternates; times are those of the processor, the best of all rounds.

    whole     parser, frames and coding
    behind    the same without the time of the parser alone: all codebooks find more there to code
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from parsing import coded, general, parsed, political, seeds, times

from eventcoder.hooks.registry import Registry
from eventcoder.running.loading import build_coder
from eventcoder.settings import DEFAULT_CODEBOOKS, Coding

THREE = ("meet", "deny", "consult")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--general", type=Path, help="a CoNLL-U file, gzipped")
    ap.add_argument("--sentences", type=int, default=1000)
    ap.add_argument("--repeat", type=int, default=3)
    options = ap.parse_args()
    few, many = (
        build_coder(Coding(codebooks=books, extractor="dependency", screen=False), Registry())
        for books in (THREE, DEFAULT_CODEBOOKS)
    )
    texts = {
        "own": political(options.sentences, THREE),
        "seeds": seeds(options.sentences),
        "political": political(options.sentences, DEFAULT_CODEBOOKS),
    }
    if options.general:
        texts["general"] = general(options.general, options.sentences)
    for name, sentences in texts.items():
        jobs: dict[str, Callable[[], object]] = {
            "parser": lambda s=sentences: parsed(s),  # type: ignore[misc]
            "three": lambda s=sentences: coded(few, s),  # type: ignore[misc]
            "all": lambda s=sentences: coded(many, s),  # type: ignore[misc]
        }
        best = times(jobs, options.repeat)
        events = [sum(len(c.events) for c in coded(coder, sentences)) for coder in (few, many)]
        behind = (best["all"] - best["parser"]) / (best["three"] - best["parser"])
        print(
            f"{name:10} whole {best['all'] / best['three']:.2f} times   behind {behind:.2f} times   "
            f"{events[0]} and {events[1]} events"
        )


if __name__ == "__main__":
    main()
