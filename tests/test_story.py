"""Who pronouns, descriptions, surnames and "both sides" mean within a story."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from eventcoder.actors.names import ActorIndex
from eventcoder.actors.story import Story, stories_of
from eventcoder.hooks.registry import Registry
from eventcoder.model import Actor, Document, Span
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import build_coder
from eventcoder.settings import Coding
from tests.actorindex import small_index
from tests.conftest import ROOT

DATE = dt.date(2010, 6, 1)


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return small_index()


def actors(index: ActorIndex, text: str, phrase: str, coreference: bool = True) -> list[Actor]:
    """The actors of the last occurrence of a phrase in a story."""
    sentences = sentences_of(Document("d", text, DATE))[0]
    story = Story(sentences, index, coreference)
    sentence = next(s for s in reversed(sentences) if phrase in s.text)
    start = [m.start() for m in re.finditer(rf"\b{phrase}\b", sentence.text)][-1]
    of_sentence = story.actors(sentence)
    return of_sentence.completed(of_sentence.resolve_all(Span(start, start + len(phrase), phrase)))


def codes(index: ActorIndex, text: str, phrase: str) -> list[str]:
    return [actor.code for actor in actors(index, text, phrase)]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Sergei Lavrov flew to Cairo. On Monday he met the ministers.", "he", "RUSGOV"),
        ("Angela Merkel flew to Cairo with no aides. She left on Monday.", "She", "DEUGOV"),
        ("Hamas rejected the plan. It fired rockets.", "It", "PSEREB"),
        ("Kenyan police arrived late. They opened fire.", "They", "KENCOP"),
        ("Kenyan rebels took the town. They later left.", "They", "KENREB"),
        ("Lavrov spoke first. The audience asked him questions.", "him", "RUSGOV"),
        ("The Kenyan foreign ministry issued a statement. The ministry denied it.", "The ministry", "KENGOV"),
        ("Ugandan rebels attacked a village. The army pursued the rebels.", "the rebels", "UGAREB"),
        ("Rebels in Nairobi took a fort. The rebels accused Uganda of lying.", "The rebels", "KENREB"),
        ("Rebels in Nairobi took a fort. The rebels fled. They blamed Uganda.", "They", "KENREB"),
        ("Hezbollah was blamed. Israel later attacked the group.", "the group", "LBNREB"),
        ("The UN special envoy Martin Roe arrived. The envoy left.", "The envoy", "IGOUNO"),
        ("Kenyan Foreign Minister John Zimbo resigned. On Friday Zimbo said why.", "Zimbo", "KENGOV"),
        ("Ann Tremble, the Kenyan health minister, resigned. Tremble said why.", "Tremble", "KENGOV"),
        ("Lavrov met his Iranian counterpart.", "his Iranian counterpart", "IRNGOV"),
        ("Kenyan soldiers met their Ugandan counterparts.", "their Ugandan counterparts", "UGAMIL"),
        ("Mahmoud Ahmadinejad spoke on Monday. His spokesman said more.", "His spokesman", "IRNGOV"),
        ("Kenya called up soldiers while Ugandan police said they slept.", "they", "UGACOP"),
        ("Iran left and Kenya said on Monday that it stayed.", "it", "KEN"),
        (
            "Kenya's president-elect met Iran's envoys. The president-elect left.",
            "The president-elect",
            "KENGOV",
        ),
        ("Kenya freed dissidents. The activists flew to Iran.", "The activists", "KENOPP"),
        ("Kenya thanked Hezbollah. The guerrilla group left.", "The guerrilla group", "LBNREB"),
        ("Lavrov said his counterpart in Baghdad had lied.", "his counterpart in Baghdad", "IRQGOV"),
        ("Kenya tested a bomb. Iran warned the country.", "the country", "KEN"),
        ("Kenya sent troops into Uganda. The country denied it.", "The country", "KEN"),
        ("Kenya was suspended. The African country left.", "The African country", "KEN"),
        ("Jordan welcomed Iran. The kingdom opened a camp.", "The kingdom", "JOR"),
        ("Hezbollah took two men. The militia left.", "The militia", "LBNREB"),
        ("Hezbollah took two men. The militants left.", "The militants", "LBNREB"),
        ("Kenyan police arrived. The officers fired.", "The officers", "KENCOP"),
        ("Kenya's army took power. Iran condemned the generals.", "the generals", "KENMIL"),
        ("Amr Moussa left Kenya. The former general wept.", "The former general", "IGOARL"),
        ("Kenya held an election. The opposition cried foul.", "The opposition", "KENOPP"),
        ("Kenya held an election. The government won it.", "The government", "KENGOV"),
    ],
)
def test_reference(index: ActorIndex, text: str, phrase: str, expected: str) -> None:
    found = actors(index, text, phrase)
    assert [actor.code for actor in found] == [expected]
    assert found[0].inferred
    assert found[0].span is not None
    assert found[0].span.text == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Lavrov flew to Cairo with Vladimir Putin and Barack Obama. Reporters saw that he smiled.", "he"),
        ("Angela Merkel flew to Cairo. He left on Monday.", "He"),
        ("The weather was bad. He left on Monday.", "He"),
        ('Lavrov spoke. "The man lied when he came here," a witness said.', "he"),
        ("The Kenyan ministry and the Ugandan ministry spoke. Later the ministry denied it.", "the ministry"),
        ("Kenya was hit by floods. The two sides met.", "The two sides"),
        ("Tremble said why.", "Tremble"),
        ("Kenya and Uganda met. The president denied it.", "The president"),
        ("Kenya, Uganda and Iran clashed. The two sides met.", "The two sides"),
        ("Kenya and Iran urged both countries to talk.", "both countries"),
        ("Kenya spoke. Uganda left. Iran blamed the three guarantor states.", "the three guarantor states"),
    ],
)
def test_no_antecedent_rather_than_a_wrong_one(index: ActorIndex, text: str, phrase: str) -> None:
    assert codes(index, text, phrase) == []


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Kenya and Uganda fought for years. The two sides met.", "The two sides", {"KEN", "UGA"}),
        ("Kenya sued Uganda. Both countries sent lawyers.", "Both countries", {"KEN", "UGA"}),
        ("Lavrov met Hillary Clinton. The two leaders talked.", "The two leaders", {"RUSGOV", "USAGOV"}),
        ("Talks between Kenya and Uganda began, and both sides were hopeful.", "both sides", {"KEN", "UGA"}),
        (
            "France said Kenya and Uganda were near peace. The two countries met.",
            "The two countries",
            {"KEN", "UGA"},
        ),
        (
            "Kenya shelled Uganda. Iran, Iraq and Oman urged the two sides to talk.",
            "the two sides",
            {"KEN", "UGA"},
        ),
        (
            "Kenya shelled Uganda. Iran and Iraq urged both countries to talk.",
            "both countries",
            {"KEN", "UGA"},
        ),
        ("Kenya shelled Uganda. Iran welcomed a truce. The two sides met.", "The two sides", {"KEN", "UGA"}),
        (
            "Iran and Iraq mediated between Kenya and Uganda. The two sides met.",
            "The two sides",
            {"KEN", "UGA"},
        ),
        ("Kenya and Uganda met in Oman. Both sides left.", "Both sides", {"KEN", "UGA"}),
        ("Kenya cut ties with Uganda. Iran feared for the rivals.", "the rivals", {"KEN", "UGA"}),
        (
            "Kenya shelled Uganda. Iran pitied the two African neighbours.",
            "the two African neighbours",
            {"KEN", "UGA"},
        ),
        (
            "Lavrov flew to Nairobi for talks with Merkel. The two men left.",
            "The two men",
            {"RUSGOV", "DEUGOV"},
        ),
        (
            "Kenya took an island. Uganda sent ships. Lavrov urged both sides to talk.",
            "both sides",
            {"KEN", "UGA"},
        ),
        ("The two Koreas met.", "The two Koreas", {"PRK", "KOR"}),
    ],
)
def test_both_sides(index: ActorIndex, text: str, phrase: str, expected: set[str]) -> None:
    found = actors(index, text, phrase)
    assert {actor.code for actor in found} == expected
    assert all(actor.inferred for actor in found)


def test_description_with_several_antecedents_keeps_its_role_only(index: ActorIndex) -> None:
    assert codes(index, "Kenyan rebels and Ugandan rebels came. Then the rebels left.", "the rebels") == [
        "REB"
    ]


def test_surname_of_a_stranger_is_nobody(index: ActorIndex) -> None:
    assert codes(index, "Michael Jordan scored. Jordan thanked the coach.", "Jordan") == []
    assert codes(index, "King Zog arrived. Jordan thanked the envoy.", "Jordan") == ["JOR"]


def test_listed_surname_means_whom_the_story_introduced(index: ActorIndex) -> None:
    assert codes(index, "Hillary Clinton arrived. Clinton pressed the minister.", "Clinton") == ["USAGOV"]


def test_nothing_refers_back_without_coreference(index: ActorIndex) -> None:
    assert actors(index, "Lavrov spoke. Later he left.", "he", coreference=False) == []
    assert actors(index, "Lavrov spoke. Later Putin left.", "Putin", coreference=False)[0].code == "RUSGOV"


def test_stories_of_a_batch_do_not_mix(index: ActorIndex) -> None:
    first = sentences_of(Document("a", "Lavrov spoke.", DATE))[0]
    second = sentences_of(Document("b", "Later he left.", DATE))[0]
    stories = stories_of([*first, *second], index, coreference=True)
    assert len(stories) == 2
    of_second = stories[id(second[0].doc)].actors(second[0])
    assert of_second.resolve_all(Span(6, 8, "he")) == []


def test_events_do_not_depend_on_what_else_is_in_the_batch() -> None:
    coder = build_coder(Coding(extractor="surface"), Registry())
    texts = [path.read_text("utf8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    documents = [Document(str(n), text, dt.date(2017, 11, 14)) for n, text in enumerate(texts)]
    sentences = [sentences_of(document)[0] for document in documents]
    together = [coded.events for coded in coder.code([s for own in sentences for s in own])]
    alone = [coded.events for own in reversed(sentences) for coded in coder.code(own)]
    assert sorted(map(repr, together)) == sorted(map(repr, alone))
    assert any(event.actor.inferred for events in together for event in events)
