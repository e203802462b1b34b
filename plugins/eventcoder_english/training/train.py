"""Train the pipeline: everything, from a treebank folder to the weights of this package.

    python train.py --treebank DIR [--work DIR] [--output DIR]

One process on one core, about 100 minutes. Seeds are fixed; training reads `train.conllu.gz` and, to
choose between checkpoints, `dev.conllu.gz`, and never a test file. Finished steps are kept in --work
and not repeated. Needs the packages in requirements.txt beside this file.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
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
    command += ["--output", str(run), "--system.seed", str(seed), *overrides]
    with (work / f"{name}.log").open("w", encoding="utf-8") as log:
        subprocess.run(command, cwd=work, env=os.environ | ONE_THREAD, stdout=log, stderr=log, check=True)
    (run / checkpoint).rename(work / name)
    return f"see {name}.log"


def make_corpora(treebank: Path, work: Path) -> None:
    from clusters import build_clusters
    from corpus import build_corpus

    train, dev = treebank / "train.conllu.gz", treebank / "dev.conllu.gz"
    step(work / "clusters", lambda: build_clusters(work / "clusters"))
    step(work / "plain.spacy", lambda: build_corpus(train, work / "plain.spacy", "plain", SEED))
    step(work / "dev.spacy", lambda: build_corpus(dev, work / "dev.spacy", "dev", SEED))
    for number, name in NEWS.items():
        step(work / name, lambda: build_corpus(train, work / name, "news", SEED + number))  # noqa: B023


def train_parser(work: Path) -> None:
    """Five runs, each from where others ended; the parser is the mean of the last four."""
    from average import average_runs

    def run(name: str, config: str, seed: int, *overrides: str, checkpoint: str = "model-last") -> None:
        # with the rate fallen to zero the last checkpoint is settled
        step(work / name, lambda: train_run(work, config, name, seed, *overrides, checkpoint=checkpoint))

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


def train_names(treebank: Path, work: Path) -> None:
    """Names twice: on GUM alone, then with EWT annotated by the first model and the treebank."""
    import spacy
    from names import build_names_corpus

    train = treebank / "train.conllu.gz"
    first, corpus = work / "names-gum.spacy", work / "names.spacy"
    step(first, lambda: build_names_corpus(train, first, SEED + 2))
    only_gum = ("--paths.train", first.name, "--training.max_steps", "1000")
    step(work / "names-gum", lambda: train_run(work, "names", "names-gum", 5, *only_gum))
    step(
        corpus,
        lambda: build_names_corpus(train, corpus, SEED + 2, spacy.load(work / "names-gum")),
    )
    step(work / "names", lambda: train_run(work, "names", "names", 5))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--treebank", type=Path, required=True, help="folder of *.conllu.gz files")
    parser.add_argument("--work", type=Path, default=Path("work"), help="folder for runs and logs")
    parser.add_argument("--output", type=Path, default=HERE.parent / "model", help="packed pipeline")
    arguments = parser.parse_args()
    treebank, work = arguments.treebank.resolve(), arguments.work.resolve()
    os.environ.update(ONE_THREAD)
    work.mkdir(parents=True, exist_ok=True)
    make_corpora(treebank, work)
    train_parser(work)
    train_names(treebank, work)

    from pack import pack

    differing = pack(work / "parser", work / "names", treebank, arguments.output.resolve())
    print(f"packed {arguments.output}; {differing:.2%} of the development words differ by rounding")
    print(f"measure it: {sys.executable} {HERE / 'evaluate.py'} --treebank {treebank}")


if __name__ == "__main__":
    main()
