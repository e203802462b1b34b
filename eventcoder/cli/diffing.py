"""`eventcoder diff`: codes a corpus with two versions of codebooks and prints what changes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rich.console import Console

from eventcoder.bench.comparing import Comparison, Side, known_by
from eventcoder.bench.diff_json import as_json
from eventcoder.bench.diff_text import print_diff
from eventcoder.bench.sharing import SharedFrames
from eventcoder.bench.versions import version
from eventcoder.cli.coding import read_corpus
from eventcoder.cli.evaluating import known_codes
from eventcoder.cli.output import warn
from eventcoder.coding.coder import PRIMARY, Coder
from eventcoder.running.corpus import Corpus
from eventcoder.running.loading import build_coder


def run_diff(
    old: str,
    new: str,
    codebooks: Sequence[str],
    reading: Mapping[str, Any],
    coding: Mapping[str, Any],
    columns: Sequence[str],
    options: Sequence[str],
    most: int,
    as_text: bool,
) -> bool:
    """Compare and print; returns whether anything could not be read or coded."""
    corpus, settings = read_corpus(reading, coding, columns, options)
    if not codebooks and Path(new).is_file():
        codebooks = [new]
    with ExitStack() as stack:
        names = [stack.enter_context(version(v, codebooks, corpus.registry)) for v in (old, new)]
        coders = [build_coder(settings.model_copy(update={"codebooks": n}), corpus.registry) for n in names]
    comparison = compare(corpus, coders[0], coders[1])
    title = f"{old} -> {new}"
    if as_text:
        print(json.dumps({"old": old, "new": new, **as_json(comparison)}, indent=2, ensure_ascii=False))
    else:
        print_diff(comparison, title, most, Console(highlight=False))
    warn(corpus.problems)
    return any(problem.severity == "error" for problem in corpus.problems)


def compare(corpus: Corpus, old: Coder, new: Coder) -> Comparison:
    """What both coders make of every sentence; they share the frames."""
    frames = SharedFrames(old, new)
    before, after = known_by(old.matcher.books.values(), new.matcher.books.values())
    comparison = Comparison(known_codes(PRIMARY, None), Side(before), Side(after))
    for batch in corpus.batches():
        for one, other in zip(old.code(batch), new.code(batch), strict=True):
            if not (corpus.failed(one) or corpus.failed(other)):
                comparison.add(one.sentence, one.events, other.events)
        frames.forget()
    return comparison
