"""`eventcoder coverage`: codes a corpus, then reads what came to nothing for every verb."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console

from eventcoder.bench.coverage_json import as_json
from eventcoder.bench.coverage_text import print_coverage
from eventcoder.bench.firing import Firing
from eventcoder.bench.prospects import Search, every_verb
from eventcoder.cli.coding import read_corpus
from eventcoder.cli.output import warn
from eventcoder.hooks.components import Extract
from eventcoder.model import Frame, Sentence
from eventcoder.problems import Problem
from eventcoder.running.corpus import Corpus, sentence_id
from eventcoder.running.loading import build_coder, build_extractor
from eventcoder.settings import Coding

_BATCH = 256


def run_coverage(
    reading: Mapping[str, Any],
    coding: Mapping[str, Any],
    columns: Sequence[str],
    options: Sequence[str],
    most: int,
    read: int,
    as_text: bool,
) -> bool:
    """Measure and print; returns whether anything could not be read or coded."""
    corpus, settings = read_corpus(reading, coding, columns, options)
    firing = Firing(build_coder(settings, corpus.registry), read)
    for batch in corpus.batches():
        for coded in firing.coder.code(batch):
            if not corpus.failed(coded):
                firing.add(coded)
    sentences = [drawn.sentence for drawn in firing.uncoded.draw()]
    search = look_again(sentences, settings, corpus, firing)
    if as_text:
        print(json.dumps(as_json(firing, search, len(sentences)), indent=2, ensure_ascii=False))
    else:
        print_coverage(firing, search, len(sentences), most, Console(highlight=False))
    warn(corpus.problems)
    return any(problem.severity == "error" for problem in corpus.problems)


def look_again(sentences: Sequence[Sentence], settings: Coding, corpus: Corpus, firing: Firing) -> Search:
    """The frames of all verbs in sentences that came to nothing."""
    search = Search(firing.coder.actors, firing.coder.matcher.lexicon(), firing.names)
    if not sentences:
        return search
    extract = build_extractor(settings, corpus.registry, every_verb(sentences))
    for start in range(0, len(sentences), _BATCH):
        batch = sentences[start : start + _BATCH]
        frames = _frames(extract, batch, corpus.problems)
        for sentence in batch:
            search.add(sentence, frames[id(sentence)])
    return search


def _frames(extract: Extract, batch: Sequence[Sentence], problems: list[Problem]) -> dict[int, list[Frame]]:
    """Frames by sentence; where a batch fails, its sentences are tried one by one."""
    frames: dict[int, list[Frame]] = {id(sentence): [] for sentence in batch}
    try:
        for frame in extract(batch):
            frames[id(frame.sentence)].append(frame)
    except Exception as error:
        if len(batch) == 1:
            problems.append(Problem.of(error, sentence_id(batch[0])))
            return {id(batch[0]): []}
        for sentence in batch:
            frames |= _frames(extract, [sentence], problems)
    return frames
