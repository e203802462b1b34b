"""Agreement of two coders, against values that are printed in textbooks or can be worked out by hand."""

from __future__ import annotations

import pytest

from eventcoder.evaluation import agreement
from eventcoder.evaluation.agreement import agreements, coefficients
from eventcoder.evaluation.gold import Gold, GoldSentence, Triple
from eventcoder.evaluation.levels import Codes
from eventcoder.running.loading import schemes


@pytest.fixture
def codes() -> Codes:
    return Codes(schemes()["cameo"], "gdelt")


def test_kappa_and_alpha_by_hand() -> None:
    """20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: 70% agree, 50% would by chance."""
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    found = coefficients([a for a, _ in pairs], [b for _, b in pairs])
    assert found.units == 50
    assert found.same == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)
    # 55 answers are yes and 45 no: disagreement expected is 2 * 55 * 45 / (100 * 99)
    assert found.alpha == pytest.approx(1 - 0.3 / (2 * 55 * 45 / (100 * 99)))


def test_coders_who_never_vary_have_no_coefficient() -> None:
    found = coefficients(["y", "y"], ["y", "y"])
    assert (found.same, found.kappa, found.alpha) == (1.0, None, None)


def test_without_the_packages_the_percentage_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "import_module", lambda name: (_ for _ in ()).throw(ImportError(name)))
    found = coefficients(["y", "n"], ["y", "y"])
    assert (found.same, found.kappa, found.alpha) == (0.5, None, None)


def gold(*sentences: tuple[str, str, str]) -> Gold:
    records = []
    for name, first, second in sentences:
        for coder, event in (("AB", first), ("CD", second)):
            readings = ((Triple(*event.split()),) if event else (),)
            records.append(GoldSentence(name, "Text.", coder=coder, readings=readings))
    return Gold(records)


def test_questions(codes: Codes) -> None:
    (found,) = agreements(
        gold(("a", "RUS 040 TUR", "RUS 042 TUR"), ("b", "", ""), ("c", "RUS 190 TUR", "")), codes
    )
    assert found.coders == ("AB", "CD")
    assert found.sentences == 3
    same = {question: c.same for question, c in found.questions.items()}
    assert same == pytest.approx(
        {
            "is there an event?": 2 / 3,
            "kind of act (root)": 2 / 3,
            "code": 1 / 3,
            "source": 2 / 3,
            "target": 2 / 3,
        }
    )
    assert found.scores["root"].f1 == pytest.approx(2 / 3)
    assert found.scores["exact"].f1 == 0


def test_one_coder_agrees_with_nobody(codes: Codes) -> None:
    assert agreements(Gold([GoldSentence("a", "Text.", coder="AB")]), codes) == []
