"""Names that are also something else, each with a counterexample."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcoder.actors.finding import find_actors
from eventcoder.actors.names import ActorIndex
from eventcoder.actors.resolving import SentenceActors
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document, Sentence
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import load_actor_index
from eventcoder.settings import Coding
from tests.actorindex import small_index


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return small_index()


def code(index: ActorIndex, text: str, phrase: str, year: int = 2008) -> str | None:
    sentence = Sentence(Document("d", text, dt.date(year, 6, 1)), 1, text)
    actors = SentenceActors(sentence, index)
    start = text.index(phrase)
    actor = actors.resolve(actors.span(start, start + len(phrase)))
    return actor.code if actor else None


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Georgia accused Russia of an attack.", "Georgia", "GEO"),
        ("The Georgia governor signed the bill.", "The Georgia governor", "USAGOV"),
        ("Georgia lawmakers passed the bill.", "Georgia lawmakers", "USALEG"),
        ("Georgian lawmakers passed the bill.", "Georgian lawmakers", "GEOLEG"),
        ("Police in Atlanta, Georgia, arrested him.", "Georgia", "USA"),
        ("Georgia certified the vote.", "Georgia", "USA"),
        ("They hold a zone twice the size of Jordan.", "Jordan", None),
        ("They criticised the size of Jordan's army.", "Jordan's army", "JORMIL"),
        ("Borders of Georgia's", "Georgia", "GEO"),
        ("Georgia's secretary of state John Doe left.", "Georgia's secretary of state John Doe", "USAGOV"),
        ("Georgia's secretary of the council left.", "Georgia's secretary", "GEOGOV"),
        ("Merkel Washington signed the letter.", "Washington", None),
        ("Jordan signed the treaty.", "Jordan", "JOR"),
        ("But Jordan signed the treaty.", "Jordan", "JOR"),
        ("Vernon Jordan signed the letter.", "Vernon Jordan", None),
        ("Jordan Brown signed the letter.", "Jordan Brown", None),
        ("On Friday Chad closed the border.", "Chad", "TCD"),
        ("Chad Miller closed the shop.", "Chad Miller", None),
        ("Washington urged restraint.", "Washington", "USAGOV"),
        ("Harold Washington urged restraint.", "Harold Washington", None),
        ("The Washington Post urged restraint.", "The Washington Post", None),
        ("The New York Times urged restraint.", "The New York Times", None),
        ("The Times of India urged restraint.", "The Times of India", None),
        ("China urged restraint.", "China", "CHN"),
        ("Chad Airlines cancelled the flight.", "Chad Airlines", "BUS"),
        ("Air Tanzania cancelled the flight.", "Air Tanzania", None),
        ("A tanker sank in the Gulf of Oman.", "the Gulf of Oman", None),
        ("USS America left the port.", "USS America", None),
        ("America left the treaty.", "America", "USA"),
        ("Laura Bush visited the school.", "Laura Bush", None),
        ("President Bush visited the school.", "President Bush", "USAGOV"),
        ("Yesterday Bush visited the school.", "Bush", "USAGOV"),
        ("The Bush administration visited nobody.", "The Bush administration", "USAGOV"),
        ("A turkey crossed the road.", "A turkey", None),
        ("Turkey crossed the border.", "Turkey", "TUR"),
        ("A Turkish restaurant opened.", "A Turkish restaurant", None),
        ("Manchester United won the cup.", "Manchester United", None),
    ],
)
def test_ambiguous_name(index: ActorIndex, text: str, phrase: str, expected: str | None) -> None:
    assert code(index, text, phrase) == expected


def test_the_date_tells_presidents_of_one_name_apart(index: ActorIndex) -> None:
    assert code(index, "Bush left.", "Bush", 1990) == "USAGOV"
    assert code(index, "Bush left.", "Bush", 2004) == "USAGOV"
    assert code(index, "Bush left.", "Bush", 2012) == "USAELI"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow rejected the plan.", "RUSGOV"),
        ("He visited Moscow.", "RUS"),
        ("He flew to Moscow.", "RUS"),
        ("He appealed to Moscow.", "RUSGOV"),
        ("Planes bombed Moscow.", "RUS"),
        ("They live in the Russian capital Moscow.", None),
        ("They met in Moscow.", None),
        ("He had a trip to Moscow.", "RUS"),
        ("He had talks with Moscow.", "RUSGOV"),
    ],
)
def test_capital_acts_or_is_a_place(index: ActorIndex, text: str, expected: str | None) -> None:
    assert code(index, text, "Moscow") == expected


def test_title_case_headline_is_no_row_of_names(index: ActorIndex) -> None:
    assert code(index, "Police Say Jordan Rejects Latest Offer From Neighbours", "Jordan") == "JOR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crowds filled Atlanta. Georgia counted again.", "USA"),
        ("Crowds filled Atlanta. Tbilisi was calm. Georgia counted again.", "GEO"),
        ("Crowds filled Moscow. Georgia counted again.", "GEO"),
    ],
)
def test_a_story_tells_the_state_of_georgia_from_the_country(
    index: ActorIndex, text: str, expected: str
) -> None:
    sentences = sentences_of(Document("d", text, dt.date(2008, 6, 1)))[0]
    found = (f.actor for f in find_actors(sentences, index))
    assert [a.code for a in found if a.span and a.span.text == "Georgia"] == [expected]


@pytest.fixture(scope="module")
def bundled() -> ActorIndex:
    return load_actor_index(Coding(), Registry())


@pytest.mark.parametrize(
    ("text", "phrase", "year", "expected"),
    [
        ("Clinton urged restraint.", "Clinton", 1996, "USAGOV"),
        ("Clinton urged restraint.", "Clinton", 2006, "USALEG"),
        ("Clinton urged restraint.", "Clinton", 2010, "USAGOV"),
        ("Clinton urged restraint.", "Clinton", 2015, "USAELI"),
        ("Chelsea Clinton urged restraint.", "Chelsea Clinton", 2010, None),
        ("Kim urged restraint.", "Kim", 2010, None),
        ("Kim Jong-il urged restraint.", "Kim Jong-il", 2010, "PRKGOV"),
        ("Kim Jong Un urged restraint.", "Kim Jong Un", 2017, "PRKGOV"),
        ("Kim Dae-jung urged restraint.", "Kim Dae-jung", 1999, "KORGOV"),
        ("Kim Kardashian urged restraint.", "Kim Kardashian", 2017, None),
        ("Bush urged restraint.", "Bush", 1990, "USAGOV"),
        ("Kate Bush urged restraint.", "Kate Bush", 1990, None),
        ("Chad urged restraint.", "Chad", 2010, "TCD"),
        ("Georgia urged restraint.", "Georgia", 1990, "GEO"),
    ],
)
def test_ambiguous_name_of_the_bundled_lists(
    bundled: ActorIndex, text: str, phrase: str, year: int, expected: str | None
) -> None:
    assert code(bundled, text, phrase, year) == expected


@pytest.mark.parametrize(
    ("text", "name", "year", "expected"),
    [
        ("Kim will visit Russia. North Korea confirmed it.", "Kim", 2019, ["PRKGOV"]),
        ("Kim will visit Russia. South Korea confirmed it.", "Kim", 1999, ["KORGOV"]),
        ("Kim will visit Russia. North Korea informed South Korea.", "Kim", 1999, []),
        ("Kim will visit Russia. South Korea confirmed it.", "Kim", 2019, []),
        ("On Friday May rejected the plan. Britain will leave.", "May", 2018, ["GBRGOV"]),
        ("On Friday May rejected the plan. Britain will leave.", "May", 2009, []),
        ("On Friday May rejected the plan. France will leave.", "May", 2018, []),
        ("Britain will leave in May at last.", "May", 2018, []),
        ("Britain left on 3 May 2018.", "May", 2018, []),
        ("Brown bears left Britain.", "Brown", 2008, []),
        ("Brown left Britain.", "Brown", 2008, ["GBRGOV"]),
        ("Mr. Brown left Britain.", "Brown", 2008, ["GBRGOV"]),
        ("James Brown sang in Britain. On Monday Brown left.", "Brown", 2008, []),
        ("Gordon Brown left Britain. On Monday Brown returned.", "Brown", 2008, ["GBRGOV"]),
        ("A farmer, Singh Lal, lives in India. On Monday Singh left.", "Singh", 2008, ["INDGOV"]),
        ("A farmer, Ram Singh, lives in India. On Monday Singh left.", "Singh", 2008, []),
        ("President Fox left Mexico.", "President Fox", 2003, ["MEXGOV"]),
        ("A red fox left Mexico.", "fox", 2003, []),
    ],
)
def test_a_story_tells_whether_a_common_surname_is_a_leaders(
    bundled: ActorIndex, text: str, name: str, year: int, expected: list[str]
) -> None:
    sentences = sentences_of(Document("d", text, dt.date(year, 6, 1)))[0]
    found = (f.actor for f in find_actors(sentences, bundled))
    assert [actor.code for actor in found if actor.span and actor.span.text == name] == expected


def test_a_story_tells_who_kim_is(bundled: ActorIndex) -> None:
    for name, expected in (
        ("North Korean leader Kim Jong-il", "PRKGOV"),
        ("President Kim Dae-jung", "KORGOV"),
    ):
        document = Document("d", f"{name} arrived. Kim urged restraint.", dt.date(2000, 6, 1))
        sentences = sentences_of(document)[0]
        kim = [f for f in find_actors(sentences, bundled) if f.sentence is sentences[1]]
        assert [(f.actor.code, f.actor.inferred) for f in kim] == [(expected, True)]
