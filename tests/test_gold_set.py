"""The project's own gold set: its figures may only rise.

tests/gold/dev.jsonl may be looked at; tests/gold/test.jsonl never, neither for codebooks nor for lists: it tells
what the figures of dev are worth. Both were written before the patterns of all codebooks but meet, deny and consult,
which were older. `python -m pytest tests/test_gold_set.py -rP` prints the figures; after a gain raise those in
tests/gold/ratchet.json.
"""

from __future__ import annotations

import json

import pytest

from eventcoder.evaluation.evaluation import Choices, evaluate
from eventcoder.evaluation.goldfile import read_gold
from eventcoder.evaluation.levels import Codes
from eventcoder.evaluation.predicted import code_gold
from eventcoder.hooks.registry import Registry
from eventcoder.running.loading import schemes
from eventcoder.settings import DEFAULT_QUAD_RULE, Coding
from tests.conftest import ROOT

GOLD = ROOT / "tests" / "gold"
LEVELS = ("class", "country_root", "exact")


@pytest.mark.parametrize("part", ["dev", "test"])
def test_figures_do_not_fall(part: str) -> None:
    gold = read_gold(GOLD / f"{part}.jsonl")
    predicted, problems = code_gold(gold.sentences, Coding(), "cameo", Registry())
    assert not problems
    codes = Codes(schemes()["cameo"], DEFAULT_QUAD_RULE)
    result = evaluate(gold, gold.sentences[0].coder, predicted, codes, Choices(draws=1))
    figures = {level: round(result.levels[level].score.f1, 3) for level in LEVELS}
    figures["silent"] = round(result.silent / result.quiet, 3)
    print(part, figures)
    floors = json.loads((GOLD / "ratchet.json").read_text("utf8"))[part]
    fallen = {name: (figures[name], floor) for name, floor in floors.items() if figures[name] < floor}
    assert not fallen, f"below the floor in {part}.jsonl (got, floor): {fallen}"


def test_the_parts_share_no_sentence() -> None:
    dev, test = (read_gold(GOLD / f"{part}.jsonl").sentences for part in ("dev", "test"))
    assert not {s.text for s in dev} & {s.text for s in test}
