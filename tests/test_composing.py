"""One actor code for a phrase: country, then role."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from eventcoder.actors.lists import Agent, load_actors
from eventcoder.actors.names import ActorIndex
from eventcoder.actors.resolving import SentenceActors
from eventcoder.model import Actor, Document, Sentence, Span

LIST = """\
name,code,kind,from,until,aliases,adjectives
Kenya,KEN,country,,,,Kenyan
Russia,RUS,country,,,,Russian;Russians
Syria,SYR,country,,,,Syrian
Iran,IRN,country,,,,Iranian
Iraq,IRQ,country,,,,Iraqi
Egypt,EGY,country,,,,Egyptian
Turkey,TUR,country,,,,Turkish
United States,USA,country,,,US;U.S.,American
Israel,ISR,country,,,,Israeli
Moscow,RUS,capital,,,,
Damascus,SYR,capital,,,,
Geneva,CHE,city,,,,
Basra,IRQ,city,,,,
Kremlin,RUSGOV,residence,,,,
United Nations,IGOUNO,organisation,,,UN,
Taliban,AFGREB,group,,,,
Sergei Lavrov,RUSGOV,person,2004-03-09,,Lavrov,
Staffan de Mistura,IGOUNO,person,2014-07-10,2018-12-31,de Mistura,
Recep Tayyip Erdogan,TURGOV,person,2003-03-14,,Erdogan,
Bashar al-Assad,SYRGOV,person,2000-07-17,2024-12-08,al-Assad;Assad,
Hosni Mubarak,EGYGOV,person,1981-10-14,2011-02-11,Mubarak,
"""
AGENTS = [
    Agent(phrase, code, strength == "strong")
    for phrase, code, strength in [
        ("police", "COP", "strong"),
        ("army", "MIL", "strong"),
        ("troop", "MIL", "strong"),
        ("minister", "GOV", "strong"),
        ("foreign minister", "GOV", "strong"),
        ("defence minister", "GOVMIL", "strong"),
        ("president", "GOV", "strong"),
        ("government", "GOV", "strong"),
        ("opposition", "OPP", "strong"),
        ("rebel", "REB", "strong"),
        ("court", "JUD", "strong"),
        ("student", "EDU", "strong"),
        ("force", "MIL", "weak"),
        ("official", "GOV", "weak"),
        ("envoy", "GOV", "weak"),
        ("special envoy", "GOV", "weak"),
        ("leader", "GOV", "weak"),
        ("commander", "MIL", "weak"),
        ("spokesman", "GOV", "weak"),
        ("representative", "GOV", "weak"),
    ]
]
DATE = dt.date(2017, 11, 14)


@pytest.fixture
def index(tmp_path: Path) -> ActorIndex:
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf8")
    return ActorIndex(load_actors(path), AGENTS)


def actors_of(index: ActorIndex, text: str, date: dt.date | None = DATE) -> SentenceActors:
    return SentenceActors(Sentence(Document("d", text, date), 1, text), index)


def span(text: str, phrase: str) -> Span:
    start = text.index(phrase)
    return Span(start, start + len(phrase), phrase)


def resolve(index: ActorIndex, phrase: str, date: dt.date | None = DATE) -> Actor | None:
    """The actor of a phrase in the middle of a sentence that also names somebody else."""
    text = f"Yesterday {phrase} called Egyptian students."
    return actors_of(index, text, date).resolve(span(text, phrase))


def code(index: ActorIndex, phrase: str, date: dt.date | None = DATE) -> str | None:
    actor = resolve(index, phrase, date)
    return actor.code if actor else None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Kenya", "KEN"),
        ("Kenyan police", "KENCOP"),
        ("the Kenyan army", "KENMIL"),
        ("the Israelis' neighbour Syria", "SYR"),
        ("Russians", "RUS"),
        ("the police", "COP"),
        ("Russian Foreign Minister Sergei Lavrov", "RUSGOV"),
        ("Foreign Minister Lavrov", "RUSGOV"),
        ("Sergei Lavrov, the Russian foreign minister", "RUSGOV"),
        ("the Iranian defence minister", "IRNGOVMIL"),
        ("Iranian President Hassan Somebody", "IRNGOV"),
        ("UN special envoy for Syria Staffan de Mistura", "IGOUNO"),
        ("the UN special envoy for Syria", "IGOUNO"),
        ("the United Nations", "IGOUNO"),
        ("Erdogan's spokesman Ibrahim Kalin", "TURGOV"),
        ("Erdogan’s spokesman", "TURGOV"),
        ("Erdogan's army", "TURMIL"),
        ("President Bashar al-Assad's government", "SYRGOV"),
        ("Bashar al-Assad's troops", "SYRMIL"),
        ("representatives of the Syrian government", "SYRGOV"),
        ("representatives of the Syrian opposition", "SYROPP"),
        ("representatives of the UN", "IGOUNO"),
        ("officials from Iran", "IRNGOV"),
        ("a number of opposition forces", "OPP"),
        ("hundreds of Kenyan students", "KENEDU"),
        ("dozens of Taliban", "AFGREB"),
        ("American troops in Iraq", "USAMIL"),
        ("American troops", "USAMIL"),
        ("US-led troops", "USAMIL"),
        ("Kenyan police guarding a UN base", "KENCOP"),
        ("the opposition leader", "OPP"),
        ("the Syrian opposition leader", "SYROPP"),
        ("a rebel commander", "REB"),
        ("an army spokesman", "MIL"),
        ("a Russian army spokesman", "RUSMIL"),
        ("the Iraqi leader", "IRQGOV"),
        ("former Egyptian president", "EGYELI"),
        ("the former Egyptian president", "EGYELI"),
        ("ousted Egyptian leader", "EGYELI"),
        ("former Egyptian students", "EGYEDU"),
        ("the president of Egypt", "EGYGOV"),
        ("the president of Kenya, a former student,", "KENGOV"),
        ("Moscow", "RUSGOV"),
        ("the Kremlin", "RUSGOV"),
        ("the Taliban", "AFGREB"),
    ],
)
def test_phrase(index: ActorIndex, phrase: str, expected: str) -> None:
    assert code(index, phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("more than 100 Kenyan students", "KENEDU"),
        ("up to 30 Kenyan students", "KENEDU"),
        ("three of the Kenyan ministers", "KENGOV"),
        ("a spokesman for the Kenyan army", "KENMIL"),
        ("a spokesman for the Taliban", "AFGREB"),
        ("officials at the UN", "IGOUNO"),
        ("Iran's UN envoy", "IRNGOV"),
        ("the UN envoy", "IGOUNO"),
        ("John Doe, the Iranian foreign minister", "IRNGOV"),
        ("the Iranian foreign minister, John Doe", "IRNGOV"),
        ("the foreign minister, Sergei Lavrov", "RUSGOV"),
        ("former Russian foreign minister Sergei Lavrov", "RUSELI"),
        ("rebel-held Basra's police", "IRQCOP"),
        ("a Kremlin official", "RUSGOV"),
        ("pro-Russian Kenyan students", "KENEDU"),
        ("anti-government Kenyan students", "KENEDU"),
        ("police in the city of Basra", "IRQCOP"),
        ("Bashar al Assad", "SYRGOV"),
        ("Al-Assad", "SYRGOV"),
        ("the U.S. army", "USAMIL"),
        ("the U.N.", "IGOUNO"),
        ("Erdoğan’s spokesman", "TURGOV"),
    ],
)
def test_more_phrases(index: ActorIndex, phrase: str, expected: str) -> None:
    assert code(index, phrase) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("They will withdraw the troops from Kenya.", "the troops from Kenya", "MIL"),
        ("They praised the troops from Kenya.", "the troops from Kenya", "KENMIL"),
        ("He flew to Moscow.", "Moscow", "RUS"),
        ("He spoke to Moscow.", "Moscow", "RUSGOV"),
    ],
)
def test_what_stands_before_a_phrase_counts(index: ActorIndex, text: str, phrase: str, expected: str) -> None:
    actor = actors_of(index, text).resolve(span(text, phrase))
    assert actor is not None
    assert actor.code == expected


def test_ministers_of_several_countries(index: ActorIndex) -> None:
    text = "The foreign ministers of Russia, Turkey and Iran met."
    actors = actors_of(index, text)
    found = actors.resolve_all(span(text, "The foreign ministers of Russia, Turkey and Iran"))
    assert [a.code for a in actors.completed(found)] == ["RUSGOV", "TURGOV", "IRNGOV"]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Kenyan students sued the government.", "the government", ["KENGOV"]),
        ("Kenyan students sued a government.", "a government", []),
        ("Kenyan and Syrian students sued the government.", "the government", []),
        ("Kenya and Syria met; Kenyan police shot students.", "students", ["KENEDU"]),
        ("In Kenya foreign troops left.", "foreign troops", ["MIL"]),
    ],
)
def test_country_of_the_sentence(index: ActorIndex, text: str, phrase: str, expected: list[str]) -> None:
    actors = actors_of(index, text)
    found = actors.completed(actors.resolve_all(span(text, phrase)))
    assert [a.code for a in found] == expected
    assert all(a.inferred for a in found if len(a.code) > 3)


@pytest.mark.parametrize(
    "phrase",
    [
        "Syria's economy",
        "the Syrian economy",
        "the economy of Syria",
        "a man in Moscow",
        "Basra",
        "the storm",
        "peace in Syria",
        "the army's budget",
        "Lavrov's car",
        "the Kenyan weather",
        "",
    ],
)
def test_phrase_that_names_no_actor(index: ActorIndex, phrase: str) -> None:
    assert code(index, phrase) is None


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (dt.date(2010, 5, 1), "EGYGOV"),
        (dt.date(2011, 2, 11), "EGYGOV"),
        (dt.date(2011, 2, 12), "EGYELI"),
        (None, "EGYGOV"),
    ],
)
def test_role_of_a_name_is_that_of_the_date(index: ActorIndex, date: dt.date | None, expected: str) -> None:
    assert code(index, "Hosni Mubarak", date) == expected


def test_former_in_the_text_outweighs_the_lists(index: ActorIndex) -> None:
    assert code(index, "former Egyptian President Hosni Mubarak", dt.date(2010, 5, 1)) == "EGYELI"
    assert code(index, "former president Mubarak", dt.date(2012, 5, 1)) == "EGYELI"


def test_former_of_someone_else_does_not_count(index: ActorIndex) -> None:
    text = "The former student met Egyptian President Mubarak."
    actors = actors_of(index, text, dt.date(2010, 5, 1))
    resolved = actors.resolve(span(text, "Egyptian President Mubarak"))
    assert resolved is not None
    assert resolved.code == "EGYGOV"


def test_named_country_is_not_inferred(index: ActorIndex) -> None:
    for phrase in ("Kenyan police", "officials from Iran", "American troops in Iraq"):
        actor = resolve(index, phrase)
        assert actor is not None
        assert not actor.inferred


def test_actor_keeps_its_phrase(index: ActorIndex) -> None:
    actor = resolve(index, "officials from Iran")
    assert actor is not None
    assert actor.span is not None
    assert actor.span.text == "officials from Iran"


@pytest.mark.parametrize("phrase", ["police in Basra", "police in Iraq", "police near Basra"])
def test_country_of_a_role_from_its_place_is_inferred(index: ActorIndex, phrase: str) -> None:
    actor = resolve(index, phrase)
    assert actor is not None
    assert (actor.code, actor.inferred) == ("IRQCOP", True)


def test_organisation_takes_no_country_from_its_place(index: ActorIndex) -> None:
    assert code(index, "the UN in Syria") == "IGOUNO"
    assert code(index, "the Taliban in Iraq") == "AFGREB"


def test_country_from_siblings(index: ActorIndex) -> None:
    text = "Talks between the Syrian government and a number of opposition forces began."
    actors = actors_of(index, text)
    government = actors.resolve(span(text, "the Syrian government"))
    opposition = actors.resolve(span(text, "a number of opposition forces"))
    assert government is not None
    assert opposition is not None
    inferred = actors.infer_country(opposition, [government, opposition])
    assert (inferred.code, inferred.inferred, inferred.span) == ("SYROPP", True, opposition.span)
    assert actors.infer_country(government, [government, opposition]) is government


def test_siblings_without_a_country_give_none(index: ActorIndex) -> None:
    actors = actors_of(index, "x")
    bare = Actor("OPP")
    assert actors.infer_country(bare, [bare, Actor("IGOUNO"), Actor("REB")]) is bare
    assert actors.infer_country(bare, [bare]) is bare


def test_organisation_takes_no_country_from_siblings(index: ActorIndex) -> None:
    actors = actors_of(index, "x")
    un = Actor("IGOUNO")
    assert actors.infer_country(un, [Actor("SYRGOV"), un]) is un


@pytest.mark.parametrize(
    ("phrase", "land"),
    [
        ("Geneva", "CHE"),
        ("Moscow", "RUS"),
        ("the Syrian capital Damascus", "SYR"),
        ("the city of Basra", "IRQ"),
        ("Iraq", "IRQ"),
        ("a hotel in Geneva", "CHE"),
        ("the hotel", ""),
        ("the UN", ""),
        ("the Taliban", ""),
    ],
)
def test_place(index: ActorIndex, phrase: str, land: str) -> None:
    text = f"They met in {phrase} today."
    assert actors_of(index, text).place(span(text, phrase)) == land


def test_city_is_a_place_and_a_capital_can_act(index: ActorIndex) -> None:
    assert code(index, "Damascus") == "SYRGOV"
    assert code(index, "Geneva") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kenya pointed the finger at Damascus.", "SYRGOV"),
        ("Kenya hit out at Damascus.", "SYRGOV"),
        ("Kenya fired rockets at Damascus.", None),
        ("A bomb went off at Damascus.", None),
    ],
)
def test_blow_in_words_is_at_a_government(index: ActorIndex, text: str, code: str | None) -> None:
    found = actors_of(index, text).resolve(span(text, "Damascus"))
    assert (found.code if found else None) == code


def test_two_phrases_of_a_sentence_do_not_mix(index: ActorIndex) -> None:
    text = "Kenyan police and Turkish troops met."
    actors = actors_of(index, text)
    assert [a.code for p in ("Kenyan police", "Turkish troops") if (a := actors.resolve(span(text, p)))] == [
        "KENCOP", "TURMIL",
    ]  # fmt: skip


def together(index: ActorIndex, text: str, *phrases: str) -> list[tuple[str, bool]]:
    """Codes of phrases that are named together, and which of them are inferred."""
    actors = actors_of(index, text)
    found = [a for p in phrases if (a := actors.resolve(span(text, p)))]
    assert len(found) == len(phrases)
    return [(a.code, a.inferred) for a in actors.completed(found)]


def test_adjectives_in_front_of_one_noun_share_its_role(index: ActorIndex) -> None:
    text = "The Kenyan, Syrian and Turkish foreign ministers met."
    assert [c for c, _ in together(index, text, "The Kenyan", "Syrian", "Turkish foreign ministers")] == [
        "KENGOV", "SYRGOV", "TURGOV",
    ]  # fmt: skip


def test_actors_named_together_share_a_country(index: ActorIndex) -> None:
    text = "Syrian police and the opposition clashed."
    assert together(index, text, "Syrian police", "the opposition") == [("SYRCOP", False), ("SYROPP", True)]


def test_country_name_shares_no_role(index: ActorIndex) -> None:
    assert together(index, "Kenya and Turkish troops", "Kenya", "Turkish troops") == [
        ("KEN", False),
        ("TURMIL", False),
    ]


def test_people_of_a_country_share_no_role(index: ActorIndex) -> None:
    text = "Russians and Turkish troops clashed."
    assert together(index, text, "Russians", "Turkish troops") == [("RUS", False), ("TURMIL", False)]


def test_adjective_takes_no_part_of_an_organisation_as_its_role(index: ActorIndex) -> None:
    (first, _), (second, _) = together(index, "Russian and UN officials met.", "Russian", "UN officials")
    assert first in ("RUS", "RUSGOV")
    assert second == "IGOUNO"


def test_opposition_belongs_to_the_only_country_of_the_sentence(index: ActorIndex) -> None:
    assert together(index, "In Syria the opposition marched.", "the opposition") == [("SYROPP", True)]
    assert together(index, "From Syria to Iraq the opposition marched.", "the opposition") == [("OPP", False)]
