"""Every example and counterexample of every bundled codebook is a test of its own."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from eventcoder.hooks.registry import Registry
from eventcoder.running.loading import build_coder, load_books, load_codebooks, schemes
from eventcoder.settings import BUNDLED_CODEBOOKS, DEFAULT_CODEBOOKS, Coding
from eventcoder.testing import CodebookExample, check_codebook, check_extractor, examples

REGISTRY = Registry()
TOGETHER = build_coder(Coding(), REGISTRY)


@pytest.mark.parametrize("name", DEFAULT_CODEBOOKS)
def test_examples_hold_with_the_codebook_alone(name: str) -> None:
    check_codebook(name)


@pytest.mark.parametrize(
    "example",
    [e for name in BUNDLED_CODEBOOKS for e in examples(name, registry=REGISTRY, coder=TOGETHER)],
    ids=str,
)
def test_example(example: CodebookExample) -> None:
    """With all codebooks at once, as most users code."""
    example.check()


def test_the_order_in_which_codebooks_are_named_changes_nothing(tmp_path: Path) -> None:
    """Rules are numbered in the order of the codebooks, and of equally strong ones the first wins."""
    for name in ("own", "another"):
        (tmp_path / f"{name}.yaml").write_text(
            f"name: {name}\ntitle: T\nversion: 1.0.0\ndescription: D\nuses: [discards, aid]\ncategories: {{}}\n",
            "utf8",
        )
    own = [str(tmp_path / f"{name}.yaml") for name in ("own", "another")]
    chosen = ["reject", "meet", *own, "deny"]
    orders = [[*load_books(names, REGISTRY).books] for names in permutations(chosen)]
    expected = ["another", "own", "deny", "meet", "reject"]
    assert all(order == orders[0] for order in orders) and orders[0][:5] == expected
    assert orders[0][-1] == "discards"


@pytest.mark.parametrize("name", DEFAULT_CODEBOOKS)
def test_every_category_has_enough_examples(name: str) -> None:
    for category_name, category in load_codebooks([name], REGISTRY)[name].categories.items():
        if not category.discard:
            few = f"{name}/{category_name}: {len(category.examples)}, {len(category.counterexamples)}"
            assert len(category.examples) >= 3 and category.counterexamples, few


def test_every_code_of_cameo_is_that_of_a_pattern_with_examples() -> None:
    books = load_codebooks(DEFAULT_CODEBOOKS, REGISTRY).values()
    categories = [c for book in books for c in book.categories.values() if c.patterns and c.examples]
    below_the_roots = {
        k for k, code in schemes()["cameo"].codes.items() if code.parent and not code.extension
    }
    assert len(below_the_roots) == 296
    assert below_the_roots - {c.codes["cameo"] for c in categories} == set()


@pytest.mark.parametrize("name", REGISTRY.names("extractors"))
def test_bundled_extractors_keep_the_contract(name: str) -> None:
    component = REGISTRY.get("extractors", name).value
    check_extractor(component.build, component.options())


def test_check_codebook_fails_on_a_wrong_example(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(
        """
name: wrong
title: Wrong
version: 1.0.0
description: An example that does not hold.
schemes: [cameo]
categories:
  meeting:
    label: Meet
    codes: {cameo: 040}
    patterns: [{verb: meet}]
    examples: [{text: Russia met Turkey., date: 2017-01-01, events: [RUS meeting IRN]}]
    counterexamples: [{text: Greece met Egypt., date: 2017-01-01, because: a test}]
""",
        encoding="utf8",
    )
    with pytest.raises(
        AssertionError, match=r"(?s)2 examples.*wrong/meeting/1.*RUS wrong/meeting IRN.*wrong/meeting/not/1"
    ):
        check_codebook(path)
