"""What frames and coding add to parsing, and what the screen saves, on one core.

    python benchmarks/parsing.py [--general TREEBANK.conllu.gz] [--codebook meet --codebook deny] [--repeat 3]

Political text is that of the seeds and of the examples of all bundled codebooks: nearly every sentence has
an event of some codebook. "Own" are the seeds and the examples of the chosen codebooks alone: nearly every
sentence has an event of theirs, so that there is little to screen out. "Seeds" are these alone, whole
stories about talks. General text is the `# text` of a treebank file. Everything runs in one process and
alternates, in batches as in a run; times are those of the processor, and the ratios are of the best.

    pipeline       the bundled pipeline as any program runs it, with its names
    parsing        the same without the names, which coding does not need, on every sentence
    coding         every sentence is parsed; frames, matching and actors of those that could yield an event
    with screen    the same, but only sentences that could yield an event are parsed
"""

from __future__ import annotations

import argparse
import gzip
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

import eventcoder_english  # noqa: E402
from eventcoder.coding.coder import Coded, Coder  # noqa: E402
from eventcoder.hooks.registry import Registry  # noqa: E402
from eventcoder.model import Document, Sentence  # noqa: E402
from eventcoder.running.documents import sentences_of  # noqa: E402
from eventcoder.running.loading import build_coder, load_codebooks  # noqa: E402
from eventcoder.settings import DEFAULT_CODEBOOKS, Coding  # noqa: E402
from eventcoder_dependency.extractor import load_pipeline  # noqa: E402

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 128
"""Sentences that are parsed together, as the extractor does by default."""
STORIES = 512
"""Sentences that are coded together: about those of a batch of documents in a run."""
SEEDS = Path(__file__).parent.parent / "seeds"


def political(size: int, codebooks: Sequence[str]) -> list[Sentence]:
    """Sentences of the seeds and of the examples of the codebooks, over and over, in stories of their own."""
    stories = [(p.read_text("utf8"), None) for p in sorted(SEEDS.glob("*.txt"))]
    books = load_codebooks(codebooks, Registry()).values()
    examples = [e for book in books for category in book.categories.values() for e in category.examples]
    # spread, so that any number of them is of all codebooks
    step = max(1, len(examples) * 2 // size)
    stories += [(example.text, example.date) for example in examples[::step]]
    sentences: list[Sentence] = []
    while len(sentences) < size:
        for text, date in stories:
            sentences += sentences_of(Document(f"p{len(sentences)}", text, date))[0]
    return sentences[:size]


def seeds(size: int) -> list[Sentence]:
    """The sentences of the seeds in their stories, over and over."""
    sentences: list[Sentence] = []
    while len(sentences) < size:
        for path in sorted(SEEDS.glob("*.txt")):
            sentences += sentences_of(Document(f"{path.stem}{len(sentences)}", path.read_text("utf8")))[0]
    return sentences[:size]


def general(path: Path, size: int) -> list[Sentence]:
    """The first `size` sentences of a CoNLL-U file as text."""
    texts = []
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            if line.startswith("# text = "):
                texts.append(line.removeprefix("# text = ").strip())
                if len(texts) == size:
                    break
    return [Sentence(Document(f"g{n}", text), 1, text) for n, text in enumerate(texts)]


def parsed(sentences: Sequence[Sentence], nlp: Language | None = None) -> None:
    """Parse the sentences, in batches, and do no more."""
    nlp = nlp or load_pipeline("eventcoder_english")
    for start in range(0, len(sentences), BATCH):
        docs = []
        for sentence in sentences[start : start + BATCH]:
            doc = nlp.make_doc(sentence.text)
            for token in doc:
                token.is_sent_start = token.i == 0
            docs.append(doc)
        for _ in nlp.pipe(docs, batch_size=BATCH):
            pass


def coded(coder: Coder, sentences: Sequence[Sentence]) -> list[Coded]:
    """What the coder makes of the sentences, some stories at a time as in a run."""
    batches = range(0, len(sentences), STORIES)
    return [one for start in batches for one in coder.code(sentences[start : start + STORIES])]


def times(jobs: dict[str, Callable[[], object]], repeat: int) -> dict[str, float]:
    """The shortest time of each job in seconds of the processor; they alternate."""
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(repeat):
        for job, run in jobs.items():
            start = time.process_time()
            run()
            best[job] = min(best[job], time.process_time() - start)
    return best


def compare(name: str, sentences: Sequence[Sentence], coder: Coder, repeat: int) -> None:
    """Print the times of parsing and coding the sentences, and their ratios."""
    open_coder, screened = replace_screen(coder, False), replace_screen(coder, True)
    package = eventcoder_english.load()
    jobs: dict[str, Callable[[], object]] = {
        "pipeline": lambda: parsed(sentences, package),
        "parsing": lambda: parsed(sentences),
        "coding": lambda: coded(open_coder, sentences),
        "with screen": lambda: coded(screened, sentences),
    }
    best = times(jobs, repeat)
    words = sum(len(s.text.split()) for s in sentences)
    for job, seconds in best.items():
        ratio = seconds / best["parsing"]
        print(f"{name:10}{job:12}{seconds:7.2f} s {words / seconds:9,.0f} words/s   {ratio:.2f} x parsing")
    same = [c.events for c in coded(open_coder, sentences)] == [c.events for c in coded(screened, sentences)]
    print(f"{name:10}the same events with and without the screen: {same}")


def replace_screen(coder: Coder, screen: bool) -> Coder:
    return Coder(coder.matcher, coder.actors, coder.extract, coder.extractor, screen)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--general", type=Path, help="a CoNLL-U file, gzipped")
    ap.add_argument("--sentences", type=int, default=1500)
    ap.add_argument("--repeat", type=int, default=3)
    ap.add_argument("--codebook", action="append", help="default: all")
    options = ap.parse_args()
    codebooks = tuple(options.codebook or DEFAULT_CODEBOOKS)
    coder = build_coder(Coding(codebooks=codebooks, extractor="dependency"), Registry())
    compare("political", political(options.sentences, DEFAULT_CODEBOOKS), coder, options.repeat)
    if options.codebook:
        compare("own", political(options.sentences, codebooks), coder, options.repeat)
    compare("seeds", seeds(options.sentences), coder, options.repeat)
    if options.general:
        compare("general", general(options.general, options.sentences), coder, options.repeat)


if __name__ == "__main__":
    main()
