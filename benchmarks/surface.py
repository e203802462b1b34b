"""How fast the surface extractor codes, against spaCy's blank English tokenizer on the same text.

    python benchmarks/surface.py [--repeat 3] [--sentences 4000]

Prints sentences a second and ratios, with nothing added, with 100,000 more actor names and with 10,000
more patterns. Machines are noisy: the ratios come from one run, alternating, the best of `--repeat`.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from eventcoder.actors.lists import Entry, load_agents
from eventcoder.actors.names import ActorIndex
from eventcoder.coding.coder import Coder
from eventcoder.coding.matching import Matcher
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document, Sentence
from eventcoder.resources import bundled
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import build_coder, build_extractor, load_codebooks
from eventcoder.settings import Coding

SEEDS = Path(__file__).parent.parent / "seeds"
SURFACE = Coding(extractor="surface")


def corpus(size: int) -> list[Sentence]:
    """The sentences of the seeds and the examples of the codebooks, over and over."""
    documents = [Document(p.stem, p.read_text("utf8")) for p in sorted(SEEDS.glob("*.txt"))]
    sentences = [s for document in documents for s in sentences_of(document)[0]]
    books = load_codebooks(["meet", "deny", "consult"], Registry())
    for book in books.values():
        for name, category in book.categories.items():
            for n, example in enumerate(category.examples):
                document = Document(f"{name}{n}", example.text, example.date)
                sentences.append(Sentence(document, 1, example.text))
    return [replace(sentences[n % len(sentences)], index=n) for n in range(size)]


def more_names(coder: Coder, count: int) -> Coder:
    """The coder with `count` made-up two-word names on top of its lists."""
    rng = random.Random(1)
    syllables = ["ka", "lo", "mi", "ran", "tes", "vu", "shi", "dor", "pel", "az"]

    def word() -> str:
        return "".join(rng.choice(syllables) for _ in range(3)).capitalize()

    entries = [Entry(f"{word()} {word()}{n}", "RURGOV", "person") for n in range(count)]
    index = ActorIndex((*coder.actors.entries, *entries), load_agents(bundled("agents.csv")))
    return Coder(coder.matcher, index, coder.extract, coder.extractor)


def more_patterns(coder: Coder, count: int) -> Coder:
    """The coder with `count` patterns more: half for the verb "meet", half for verbs of their own."""
    books = dict(coder.matcher.books)
    meet = books["meet"]
    category = meet.categories["meeting"]
    pattern = category.patterns[0]
    extra = [
        pattern.model_copy(update={"verb": ["meet"], "object": [f"thing{n}"]})
        if n % 2
        else pattern.model_copy(update={"verb": [f"verb{n}"]})
        for n in range(count)
    ]
    changed = category.model_copy(update={"patterns": [*category.patterns, *extra]})
    books["meet"] = meet.model_copy(update={"categories": meet.categories | {"meeting": changed}})
    matcher = Matcher(books)
    extract = build_extractor(SURFACE, Registry(), matcher.lexicon())
    return Coder(matcher, coder.actors, extract, coder.extractor)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--repeat", type=int, default=3)
    ap.add_argument("--sentences", type=int, default=4000)
    options = ap.parse_args()
    import spacy

    sentences = corpus(options.sentences)
    tokenizer = spacy.blank("en").tokenizer
    coder = build_coder(SURFACE, Registry())
    jobs: dict[str, Callable[[], object]] = {
        "spaCy blank tokenizer": lambda: [tokenizer(s.text) for s in sentences],
        "eventcoder": lambda: coder.code(sentences),
    }
    for name, other in (
        ("with 100,000 more names", more_names(coder, 100_000)),
        ("with 10,000 more patterns", more_patterns(coder, 10_000)),
    ):
        jobs[name] = lambda other=other: other.code(sentences)
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(options.repeat):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            best[name] = min(best[name], time.perf_counter() - start)
    base = best["eventcoder"]
    for name, seconds in best.items():
        rate = len(sentences) / seconds
        print(f"{name:28}{rate:10,.0f} sentences/s   {seconds / base:5.2f} x the time of eventcoder")


if __name__ == "__main__":
    main()
