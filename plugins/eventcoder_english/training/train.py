"""Train the pipeline: everything, from a treebank folder to the weights of this package.

    python train.py --treebank DIR [--work DIR] [--output DIR] [--quick STEPS]

One process on one core, about 70 minutes. Seeds are fixed; training reads `train.conllu.gz` and, to
choose between checkpoints, `dev.conllu.gz`. Nothing is learned from a test file: it is only made sure
that none of its documents is in those two. Finished steps are kept in --work and not repeated. Needs the
packages in requirements.txt beside this file.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
TRAIN, DEV = "train.conllu.gz", "dev.conllu.gz"
SEED = 20260101
NEWS = {1: "news.spacy", 3: "news-again.spacy", 4: "news-third.spacy", 5: "news-fourth.spacy"}
"""News corpora, each by what is added to the seed."""
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}
"""More threads are no faster for such small layers, and change the order of sums."""


def step(target: Path, action: Callable[[], object]) -> None:
    """Do `action` unless an earlier call has made `target`."""
    if target.exists():
        print(f"have {target}", flush=True)
        return
    print(f"make {target}: {action()}", flush=True)


def train_run(
    work: Path, config: str, name: str, seed: int, *overrides: str, checkpoint: str = "model-best"
) -> str:
    """`spacy train` with a config of this folder; its checkpoint becomes `work/NAME`."""
    run = work / f"{name}.run"
    command = [sys.executable, "-m", "spacy", "train", str(HERE / "configs" / f"{config}.cfg")]
    command += ["--code", str(HERE / "products.py"), "--output", str(run)]
    command += ["--system.seed", str(seed), *overrides]
    with (work / f"{name}.log").open("w", encoding="utf-8") as log:
        subprocess.run(command, cwd=work, env=os.environ | ONE_THREAD, stdout=log, stderr=log, check=True)
    (run / checkpoint).rename(work / name)
    return f"see {name}.log"


def check_unseen(treebank: Path) -> None:
    """Stop where a file for tests, or the one that chooses, shares a document with the one that teaches."""
    from conllu import read_treebank

    def documents(path: Path) -> set[str]:
        return {sentence.document for sentence in read_treebank(path)}

    seen: set[str] = set()
    for path in (treebank / TRAIN, treebank / DEV, *sorted(treebank.glob("test-*.conllu.gz"))):
        own = documents(path)
        if shared := sorted(seen & own):
            sys.exit(f"{path}: {len(shared)} documents are in the training data too, such as {shared[0]!r}.")
        if path.name in (TRAIN, DEV):
            seen |= own


def make_corpora(treebank: Path, work: Path) -> None:
    from clusters import build_clusters
    from corpus import build_corpus

    train, dev = treebank / TRAIN, treebank / DEV
    step(work / "clusters", lambda: build_clusters(work / "clusters"))
    step(work / "plain.spacy", lambda: build_corpus(train, work / "plain.spacy", "plain", SEED))
    step(work / "dev.spacy", lambda: build_corpus(dev, work / "dev.spacy", "dev", SEED))
    for number, name in NEWS.items():
        step(work / name, lambda: build_corpus(train, work / name, "news", SEED + number))  # noqa: B023


def train_parser(work: Path, limits: Sequence[str]) -> None:
    """Five runs, each from where others ended; the parser is the mean of the last four."""
    from average import average_runs

    def run(name: str, config: str, seed: int, *overrides: str, checkpoint: str = "model-last") -> None:
        # with the rate fallen to zero the last checkpoint is settled
        own = (*overrides, *limits)
        step(work / name, lambda: train_run(work, config, name, seed, *own, checkpoint=checkpoint))

    def mean(name: str, *runs: str) -> None:
        step(work / name, lambda: average_runs([work / run for run in runs], work / name))

    def further(name: str, base: str, corpus: str, seed: int) -> None:
        run(name, "stage3", seed, "--paths.base", base, "--paths.train", corpus)

    run("stage1", "stage1", 3, checkpoint="model-best")
    run("stage2", "stage2", 6)
    further("stage3", "stage2", "news-again.spacy", 7)
    mean("mean3", "stage2", "stage3")
    further("stage4", "mean3", "news-third.spacy", 8)
    mean("mean4", "stage2", "stage3", "stage4")
    further("stage5", "mean4", "news-fourth.spacy", 9)
    mean("parser", "stage2", "stage3", "stage4", "stage5")


def train_names(treebank: Path, work: Path, limits: Sequence[str]) -> None:
    """Names twice: on GUM alone, then with EWT annotated by the first model and the treebank."""
    import spacy
    from names import build_names_corpus

    train = treebank / TRAIN
    first, corpus = work / "names-gum.spacy", work / "names.spacy"
    step(first, lambda: build_names_corpus(train, first, SEED + 2))
    only_gum = ("--paths.train", first.name, "--training.max_steps", "1000", *limits)
    step(work / "names-gum", lambda: train_run(work, "names", "names-gum", 5, *only_gum))
    step(
        corpus,
        lambda: build_names_corpus(train, corpus, SEED + 2, spacy.load(work / "names-gum")),
    )
    step(work / "names", lambda: train_run(work, "names", "names", 5, *limits))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--treebank", type=Path, required=True, help="folder of *.conllu.gz files")
    parser.add_argument("--work", type=Path, default=Path("work"), help="folder for runs and logs")
    parser.add_argument("--output", type=Path, help="packed pipeline (default: that of this package)")
    parser.add_argument(
        "--quick",
        type=int,
        metavar="STEPS",
        help="try all steps, each with so few updates; the result is in WORK/quick and good for nothing",
    )
    arguments = parser.parse_args()
    treebank, work = arguments.treebank.resolve(), arguments.work.resolve()
    output, limits = HERE.parent / "model", list[str]()
    if arguments.quick:
        work = work / "quick"
        output = work / "model"
        limits = ["--training.max_steps", str(arguments.quick)]
        limits += ["--training.eval_frequency", str(arguments.quick)]
    output = arguments.output.resolve() if arguments.output else output
    os.environ.update(ONE_THREAD)
    check_unseen(treebank)
    work.mkdir(parents=True, exist_ok=True)
    make_corpora(treebank, work)
    train_parser(work, limits)
    train_names(treebank, work, limits)

    from pack import pack

    differing = pack(work / "parser", work / "names", treebank, output)
    print(f"packed {output}; {differing:.2%} of the development words differ by rounding")
    if output == HERE.parent / "model":
        print(f"measure it: {sys.executable} {HERE / 'evaluate.py'} --treebank {treebank}")


if __name__ == "__main__":
    main()
