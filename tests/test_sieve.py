"""The sieve: it leaves out many rules, and none that fits."""

from __future__ import annotations

from eventcoder.coding.matching import Match
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import build_coder
from eventcoder.settings import Coding
from tests.conftest import ROOT


def test_no_rule_that_fits_is_left_out() -> None:
    coder = build_coder(Coding(extractor="surface"), Registry())
    texts = [path.read_text("utf8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    sentences = [s for n, text in enumerate(texts) for s in sentences_of(Document(str(n), text))[0]]
    asked = left = 0
    for frame in (inner for outer in coder.extract(sentences) for inner in outer.chain()):
        rules = coder.matcher.candidates(frame)
        for roles in (True, False):
            likely = [r.order for r in coder.matcher.likely(frame, roles)]
            fitting = [r.order for r in rules if isinstance(coder.matcher.hold(r, frame, roles), Match)]
            assert set(fitting) <= set(likely)
            asked, left = asked + len(rules), left + len(likely)
    assert 0 < left < 0.3 * asked
