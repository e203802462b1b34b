"""What verbs say of the act embedded under them."""

from __future__ import annotations

import pytest

from eventcoder.language.grammar import SAYING_VERBS, complement_moods
from eventcoder.model import REAL_MOODS, UNREAL_MOODS


@pytest.mark.parametrize(
    ("lemma", "form", "moods"),
    [
        ("agree", "infinitive", {"future"}),
        ("plan", "infinitive", {"future"}),
        ("set", "infinitive", {"future"}),
        ("threaten", "infinitive", {"future"}),
        ("refuse", "infinitive", {"future", "negated"}),
        ("decline", "infinitive", {"future", "negated"}),
        ("fail", "infinitive", {"negated"}),
        ("urge", "infinitive", {"possible"}),
        ("want", "infinitive", {"possible"}),
        ("begin", "infinitive", set()),
        ("resume", "gerund", set()),
        ("zigzag", "infinitive", {"possible"}),
        ("deny", "gerund", {"denied"}),
        ("deny", "clause", {"denied"}),
        ("stop", "gerund", {"negated"}),
        ("rule", "gerund", {"negated"}),
        ("consider", "gerund", {"possible"}),
        ("admit", "gerund", set()),
        ("suggest", "gerund", {"possible"}),
        ("zigzag", "gerund", set()),
        ("say", "clause", {"reported"}),
        ("announce", "clause", {"reported"}),
        ("hope", "clause", {"possible"}),
        ("expect", "clause", {"future"}),
        ("accuse", "clause", {"possible"}),
        ("know", "clause", set()),
        ("zigzag", "clause", set()),
    ],
)
def test_complement_moods(lemma: str, form: str, moods: set[str]) -> None:
    assert complement_moods(lemma, form) == moods


def test_unknown_form() -> None:
    with pytest.raises(ValueError, match="form must be infinitive, gerund or clause, not 'noun'"):
        complement_moods("say", "noun")


def test_saying_verbs_report() -> None:
    assert {"say", "announce", "report"} <= SAYING_VERBS
    assert "meet" not in SAYING_VERBS
    assert all("reported" in complement_moods(verb, "clause") for verb in SAYING_VERBS)


@pytest.mark.parametrize("form", ["infinitive", "gerund", "clause"])
def test_moods_are_those_that_codebooks_know(form: str) -> None:
    verbs = [*SAYING_VERBS, *"agree refuse deny stop begin hope consider accuse zigzag".split()]
    assert set().union(*(complement_moods(verb, form) for verb in verbs)) <= REAL_MOODS | UNREAL_MOODS
