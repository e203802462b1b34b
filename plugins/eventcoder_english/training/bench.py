"""Measure load time, words a second and size of the pipeline on one core.

    python bench.py --treebank DIR [--model DIR] [--repeat N]

The texts are articles of fifteen sentences put together from `test-pud`, read as raw text.
"""

from __future__ import annotations

import argparse
import os
import time
import zlib
from pathlib import Path

# before numpy is loaded: it reads these once
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import spacy  # noqa: E402
from conllu import read_treebank  # noqa: E402

SENTENCES_PER_TEXT = 15


def articles(treebank: Path) -> list[str]:
    sentences = [s.text for s in read_treebank(treebank / "test-pud.conllu.gz")]
    starts = range(0, len(sentences), SENTENCES_PER_TEXT)
    return [" ".join(sentences[start : start + SENTENCES_PER_TEXT]) for start in starts]


def sizes(model: Path) -> tuple[int, int]:
    """Bytes of the files, and bytes as a wheel (or git) compresses them."""
    contents = [path.read_bytes() for path in sorted(model.rglob("*")) if path.is_file()]
    return sum(map(len, contents)), sum(len(zlib.compress(content)) for content in contents)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--treebank", type=Path, required=True, help="folder of *.conllu.gz files")
    parser.add_argument("--model", default="eventcoder_english", help="pipeline to measure: name or folder")
    parser.add_argument("--repeat", type=int, default=3, help="the best of so many runs counts")
    arguments = parser.parse_args()
    loads = []
    for _ in range(arguments.repeat):
        start = time.perf_counter()
        nlp = spacy.load(arguments.model)
        loads.append(time.perf_counter() - start)
    print(f"load: {loads[0]:.2f} s the first time, {min(loads):.2f} s at best")
    texts = articles(arguments.treebank)
    for _ in nlp.pipe(texts[:10]):
        pass
    rates = []
    for _ in range(arguments.repeat):
        # processor time: other programs on the machine do not count
        start, cpu = time.perf_counter(), time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        rates.append((words / (time.perf_counter() - start), words / (time.process_time() - cpu)))
    wall, processor = (max(column) for column in zip(*rates, strict=True))
    print(f"speed: {wall:.0f} words a second, {processor:.0f} a second of processor time")
    package = Path(__file__).resolve().parent.parent / "model"
    plain, compressed = sizes(package)
    print(f"size: {plain / 1e6:.1f} MB on disk, {compressed / 1e6:.1f} MB compressed")


if __name__ == "__main__":
    main()
