"""Print the figures of the pipeline on a treebank folder.

    python evaluate.py --treebank DIR [--model DIR] [--files test-pud,test-ewt] [--json FILE]

Without --model it is the pipeline of this package. The figures to reach are for `test-pud` and gold
tokens; the command fails (exit code 1) with --check where one is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import spacy
from scores import Scores, score_file

FILES = "test-pud,test-ewt,test-gum,test-gum-news"
RELATIONS = (
    "nsubj nsubj:pass obj iobj obl obl+agent xcomp ccomp conj nmod nmod:poss aux:pass acl:relcl appos "
    "advcl parataxis compound:prt"
).split()
MEASURES = ("las", "las without punctuation", "uas", "upos", "xpos", "lemma", "verb lemma")
TARGETS = {
    "las": 83.5, "f1 nsubj": 88.0, "f1 nsubj:pass": 88.0, "f1 obj": 90.0, "verb lemma": 98.0,
}  # fmt: skip


def print_scores(name: str, scores: Scores) -> None:
    print(f"== {name}")
    for measure in MEASURES:
        print(f"  {measure:24s} {scores.accuracy[measure]:6.2f}")
    print(f"  {'sentences (raw text)':24s} {scores.sentences.f1:6.2f}")
    if scores.names.gold:
        print(f"  {'names (raw text)':24s} {scores.names.f1:6.2f}")
    print("  relation            P      R     F1   gold")
    for relation in RELATIONS:
        score = scores.relations.get(relation)
        if score and score.gold:
            values = f"{score.precision:6.1f} {score.recall:6.1f} {score.f1:6.1f} {score.gold:6d}"
            print(f"  {relation:14s} {values}")


def missed(figures: dict[str, float]) -> list[str]:
    """What is below the figures to reach."""
    return [
        f"{name} is {figures[name]}, to reach {target}"
        for name, target in TARGETS.items()
        if figures[name] < target
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--treebank", type=Path, required=True, help="folder of *.conllu.gz files")
    parser.add_argument("--model", default="eventcoder_english", help="pipeline to measure: name or folder")
    parser.add_argument("--files", default=FILES, help="files to score, by name without ending")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    parser.add_argument("--check", action="store_true", help="fail below the figures to reach")
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model)
    figures = {}
    for name in arguments.files.split(","):
        scores = score_file(nlp, arguments.treebank / f"{name}.conllu.gz")
        print_scores(name, scores)
        figures[name] = scores.as_figures()
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    problems = missed(figures["test-pud"]) if arguments.check and "test-pud" in figures else []
    for problem in problems:
        print(f"below the figure to reach: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
