"""Accuracy of meet, deny and consult on the human-coded seeds, restricted to the codes that they cover.

    python benchmarks/seeds.py GOLD.jsonl [--extractor NAME]...

GOLD.jsonl has `id`, `text`, `date`, `events` and `optional_events` (source, code, target) a line.
Prints precision, recall and F by (country of actor, root, country of target) for each extractor.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import eventcoder as ec
from eventcoder.coding.coder import primary_code
from eventcoder.running.loading import load_codebooks

Triple = tuple[str, str, str]

CODEBOOKS = ["meet", "deny", "consult"]


def view(actor: str, code: str, target: str) -> Triple:
    return actor[:3], code[:2], target[:3]


def figures(gold: list[dict[str, object]], extractor: str, codes: set[str]) -> tuple[int, int, int]:
    """Right, coded and wanted events, each kind counted once a sentence."""
    right = coded = wanted = 0
    for line in gold:
        document = ec.Document(str(line["id"]), str(line["text"]), ec.parse_date(str(line["date"])))
        got = {
            view(e.actor.code, e.action, e.target.code)
            for e in ec.code(document, CODEBOOKS, extractor=extractor)
        }
        want = {view(*triple(e)) for e in line["events"] if triple(e)[1] in codes}  # type: ignore[attr-defined]
        ignored = {view(*triple(e)) for e in line["optional_events"]}  # type: ignore[attr-defined]
        got = {e for e in got if e in want or e not in ignored}
        right, coded, wanted = right + len(got & want), coded + len(got), wanted + len(want)
    return right, coded, wanted


def triple(event: dict[str, str]) -> Triple:
    return event["source"], event["code"], event["target"]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path)
    ap.add_argument("--extractor", action="append")
    options = ap.parse_args()
    gold = [json.loads(line) for line in options.gold.read_text("utf8").splitlines()]
    books = load_codebooks(CODEBOOKS, ec.Registry())
    codes = {primary_code(c) for book in books.values() for c in book.categories.values() if c.codes}
    for extractor in options.extractor or ["dependency", "surface"]:
        right, coded, wanted = figures(gold, extractor, codes)
        precision, recall = right / max(1, coded), right / max(1, wanted)
        f = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"{right} of {wanted}, {coded} coded"
        print(f"{extractor:12} P {precision:.3f}  R {recall:.3f}  F {f:.3f}   ({counts})")


if __name__ == "__main__":
    main()
