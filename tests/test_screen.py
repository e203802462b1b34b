"""The screen lets through whatever could yield an event, and keeps most of the rest from the parser."""

from __future__ import annotations

import pytest

import eventcoder as ec
from eventcoder.coding.coder import Coder
from eventcoder.coding.screen import Screen
from eventcoder.hooks.registry import Registry
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import build_coder
from eventcoder.settings import Coding
from eventcoder.testing import examples
from tests.conftest import ROOT

REGISTRY = Registry()


def sentence(text: str) -> ec.Sentence:
    return ec.Sentence(ec.Document("d", text), 1, text)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return build_coder(Coding(codebooks=("meet", "deny", "consult")), REGISTRY)


@pytest.fixture(scope="module")
def screen(coder: Coder) -> Screen:
    return Screen(coder.matcher, coder.actors)


@pytest.mark.parametrize("book", ["meet", "deny", "consult"])
def test_every_sentence_with_events_passes(screen: Screen, book: str) -> None:
    for example in examples(book, registry=REGISTRY):
        if example.wanted:
            assert screen.could_yield(sentence(example.text)), example.text


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Russia met Turkey.", True),
        ("RUSSIA MET TURKEY", True),
        ("The roads met here.", False),
        ("Russia is large.", False),
        ("Moscow was in touch with Ankara.", True),
        ("Moscow was in trouble with Ankara.", False),
        ("Police took part in the talks.", True),
        ("Iran had a telephone conversation with Iraq.", True),
        ("Iran had a good harvest.", False),
        ("Russia interceded with Turkey.", True),
        ("Russia interceded near Turkey.", False),
        ("Russia called up Turkey.", True),
        ("Iran sat down alongside Iraq.", True),
        ("Iran sat alongside Iraq.", False),
        ("The peace process between Israel and Syria", True),
        ("The process between Israel and Syria", False),
        ("Iran agreed to hold talks with Iraq.", True),
        ("Iran agreed to hold joint exercises with Iraq.", False),
        ("", False),
    ],
)
def test_what_passes(screen: Screen, text: str, passes: bool) -> None:
    assert screen.could_yield(sentence(text)) is passes
    assert bool(screen.lacks(sentence(text))) is not passes


def test_any_phrase_asks_for_no_word() -> None:
    coder = build_coder(Coding(codebooks=("protest",)), REGISTRY)
    screen = Screen(coder.matcher, coder.actors)
    assert screen.could_yield(sentence("Malian teachers paraded through Bamako against the government."))


@pytest.mark.parametrize(
    ("book", "text"),
    [
        ("protest", "Russian students held a die-in against Putin."),
        ("fight", "Israel destroyed a Hezbollah hide-out."),
        ("cooperate", "Russia supplied Iran with know-how."),
        ("disapprove", "Turkey court-martialed Greek officers."),
        ("demand", "France announced that Mali must hurry."),
    ],
)
def test_hyphens_and_acts_that_no_codebook_knows(book: str, text: str) -> None:
    coder = build_coder(Coding(codebooks=(book,)), REGISTRY)
    assert Screen(coder.matcher, coder.actors).could_yield(sentence(text))


@pytest.mark.parametrize("extractor", REGISTRY.names("extractors"))
def test_the_events_are_the_same_without_it(coder: Coder, extractor: str) -> None:
    # with every frame: an extractor asks the screen too, for what frames are made of
    open_coder = build_coder(Coding(extractor=extractor, screen=False), REGISTRY, every_frame=True)
    screened = build_coder(Coding(extractor=extractor), REGISTRY)
    documents = [ec.Document(p.stem, p.read_text("utf8")) for p in sorted((ROOT / "seeds").glob("*.txt"))]
    for name in ("meet", "deny", "consult"):
        documents += [ec.Document(e.id, e.text, e.date) for e in examples(name, registry=REGISTRY)]
    documents.append(ec.Document("none", "The soup was warm and the bread fresh."))
    sentences = [s for document in documents for s in sentences_of(document)[0]]
    without, with_screen = open_coder.code(sentences), screened.code(sentences)
    assert [c.events for c in without] == [c.events for c in with_screen]
    assert any(c.screened for c in with_screen)
    assert not any(c.screened for c in without)


def test_unknown_names_are_the_same_without_it() -> None:
    texts = ("Ombaka Frandoru met Sela Quintes.", "Russian envoy Ombaka Frandoru met Turkey.")
    sentences = [s for text in texts for s in sentences_of(ec.Document(text, text))[0]]
    for screen in (True, False):
        coder = build_coder(Coding(extractor="surface", screen=screen), REGISTRY)
        names = [[u.name for u in coded.unknown] for coded in coder.code(sentences)]
        assert names == [[], ["Ombaka Frandoru"]]


def test_a_pronoun_needs_somebody_named_elsewhere_in_the_story() -> None:
    coder = build_coder(Coding(extractor="surface"), REGISTRY)
    text = "They met in a hotel."
    alone, named = ec.Document("a", text), ec.Document("b", f"Russia is glad. {text}")
    assert not coder.could_yield(ec.Sentence(alone, 1, text))
    assert coder.could_yield(ec.Sentence(named, 2, text, 16))
    assert not coder.could_yield(ec.Sentence(ec.Document("c", f"Nobody is glad. {text}"), 2, text, 16))


@pytest.mark.parametrize("book", ["protest", "consult", "aid"])
def test_frames_that_could_not_be_coded_change_nothing(book: str) -> None:
    """Who watches is told of all frames; without, only those are looked at of which an event could come."""
    settings = Coding(codebooks=(book,), screen=False)
    quick, watched = build_coder(settings, REGISTRY), build_coder(settings, REGISTRY, every_frame=True)
    told: list[object] = []
    watched.watch = told.append
    documents = [ec.Document(p.stem, p.read_text("utf8")) for p in sorted((ROOT / "seeds").glob("*.txt"))]
    documents += [ec.Document(e.id, e.text, e.date) for e in examples(book, registry=REGISTRY)]
    sentences = [s for document in documents for s in sentences_of(document)[0]]
    assert [c.events for c in quick.code(sentences)] == [c.events for c in watched.code(sentences)]
    assert told
    frames = list(watched.extract(sentences))
    assert 0 < len(list(quick.extract(sentences))) < len(frames)
    assert not all(quick.matcher.could_code(frame) for frame in frames)
