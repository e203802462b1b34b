"""Names in a sentence and the role held on a date."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import pytest

from eventcoder.actors.lists import Agent, Entry, load_actors
from eventcoder.actors.names import ActorIndex, Mention, role_on
from eventcoder.actors.tokens import words

LIST = """\
name,code,kind,from,until,aliases,adjectives
Norway,NOR,country,,,,Norwegian;Norwegians
Turkey,TUR,country,,,,Turkish;Turks
Russia,RUS,country,,,,Russian
Georgia,GEO,country,,,,Georgian
South Georgia,SGS,country,,,,
Israel,ISR,country,,,,Israeli
Palestine,PSE,country,,,,Palestinian
United States,USA,country,,,US;U.S.;America,American
Oslo,NOR,capital,,,,
Bergen,NOR,city,,,,
Georgia Front,GEOREB,group,,,,
Ada Berg,NORGOV,person,2001-01-01,2004-12-31,Berg,
Ada Berg,NOROPP,person,2005-06-01,,,
Ned Lund,IGOUNO,person,2001-01-01,2004-12-31,,
Peace Bureau,IGOPBU,organisation,,,,
"""
AGENTS = [
    Agent("police", "COP", True),
    Agent("police chief", "COP", True),
    Agent("troop", "MIL", True),
    Agent("leader", "GOV", False),
]


@pytest.fixture
def index(tmp_path: Path) -> ActorIndex:
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf8")
    return ActorIndex(load_actors(path), AGENTS)


def found(index: ActorIndex, text: str) -> list[str]:
    """What is mentioned, as it stands in the text."""
    tokens = words(text)
    return [text[tokens[m.start].start : tokens[m.end - 1].end] for m in index.mentions(tokens)]


def codes(index: ActorIndex, text: str) -> list[str]:
    return [m.agent.code if m.agent else m.entries[0].code for m in index.mentions(words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israeli-Palestinian talks", "Israeli - Palestinian talks"),
        ("the U.S. army", "the U.S. army"),
        ("Norway's plan", "Norway ' s plan"),
        ("Norway’s plan", "Norway ’ s plan"),
        ("the troops' camp", "the troops ' camp"),
        ("O'Neill, Sana'a", "O'Neill , Sana'a"),
        ("Erdoğan спросил", "Erdoğan спросил"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert [w.text for w in words(text)] == expected.split()
    assert all(text[w.start : w.end] == w.text for w in words(text))


def test_mentions_stand_in_the_order_of_the_text(index: ActorIndex) -> None:
    text = "The police chief told Ada Berg that Turkish troops had left Norway."
    assert found(index, text) == ["police chief", "Ada Berg", "Turkish", "troops", "Norway"]
    mentions = index.mentions(words(text))
    assert [m.kind for m in mentions] == ["agent", "person", "country", "agent", "country"]
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_longest_name_wins(index: ActorIndex) -> None:
    assert codes(index, "A ship off South Georgia sank.") == ["SGS"]
    assert codes(index, "The Georgia Front left Georgia.") == ["GEOREB", "GEO"]
    assert codes(index, "A front in Georgia broke.") == ["GEO"]


def test_part_of_a_longer_name_is_not_enough(index: ActorIndex) -> None:
    assert codes(index, "The Peace envoy met nobody.") == []
    assert codes(index, "Ada Lund laughed.") == []


def test_names_are_matched_as_they_are_written(index: ActorIndex) -> None:
    assert codes(index, "The US told us to wait.") == ["USA"]
    assert codes(index, "They told us to eat turkey.") == []


def test_agents_are_matched_in_any_case_and_number(index: ActorIndex) -> None:
    assert codes(index, "Police and Police Chiefs and troops.") == ["COP", "COP", "MIL"]


def test_headline_in_capitals(index: ActorIndex) -> None:
    assert codes(index, "TURKEY SENDS TROOPS TO OSLO") == ["TUR", "MIL", "NOR"]
    assert codes(index, "ADA BERG TO VISIT THE US, TURKISH POLICE SAY") == ["NORGOV", "USA", "TUR", "COP"]


def test_capitals_in_a_mixed_sentence_are_no_headline(index: ActorIndex) -> None:
    assert codes(index, "The TURKEY brand sells well.") == []


@pytest.mark.parametrize(
    "text",
    [
        "A Turkey-based coalition spoke.",
        "Turkish-backed fighters spoke.",
        "a pro-Russian rally",
        "an anti-American march",
        "non-Norwegian residents",
        "Turkey‑based coalition",
    ],
)
def test_country_that_only_tells_where_something_sits(index: ActorIndex, text: str) -> None:
    assert not {"TUR", "RUS", "USA", "NOR"} & set(codes(index, text))


def test_hyphenated_pair_names_both(index: ActorIndex) -> None:
    assert codes(index, "Israeli-Palestinian talks began.") == ["ISR", "PSE"]
    assert codes(index, "Russian-American relations") == ["RUS", "USA"]


def test_adjectives_are_marked(index: ActorIndex) -> None:
    demonym, name = index.mentions(words("Norwegian officials left Norway."))
    assert demonym.adjective
    assert not name.adjective


def test_countries_roles_and_words_of_the_screen(index: ActorIndex) -> None:
    assert {"NOR", "TUR", "USA"} <= index.countries
    assert "IGO" not in index.countries
    assert {"COP", "MIL", "GOV", "ELI"} <= index.roles
    assert {"Berg", "US"} <= index.name_words
    assert {"police", "troops"} <= index.role_words


def test_alias_holds_for_every_role_of_the_name(index: ActorIndex) -> None:
    (mention,) = index.mentions(words("Berg left."))
    assert role_on(mention.entries, dt.date(2002, 1, 1)) == "NORGOV"
    assert role_on(mention.entries, dt.date(2006, 1, 1)) == "NOROPP"


@pytest.mark.parametrize(
    ("date", "code"),
    [
        (dt.date(2001, 1, 1), "NORGOV"),
        (dt.date(2004, 12, 31), "NORGOV"),
        (dt.date(2005, 1, 1), "NORELI"),
        (dt.date(2005, 6, 1), "NOROPP"),
        (dt.date(2030, 1, 1), "NOROPP"),
        (None, "NOR"),
    ],
)
def test_role_on_a_date(index: ActorIndex, date: dt.date | None, code: str) -> None:
    (mention,) = index.mentions(words("Ada Berg left."))
    assert role_on(mention.entries, date) == code


def test_undated_document_and_a_single_role() -> None:
    entries = [Entry("x", "NORGOV", "person", dt.date(2001, 1, 1), dt.date(2004, 12, 31))]
    assert role_on(entries, None) == "NORGOV"


def test_undated_document_and_roles_in_different_countries() -> None:
    entries = [Entry("x", "NORGOV", "person"), Entry("x", "CHLGOV", "person")]
    assert role_on(entries, None) == ""


def test_organisation_is_no_elite_after_its_end() -> None:
    entries = [Entry("x", "IGOOLD", "organisation", None, dt.date(1990, 1, 1))]
    assert role_on(entries, dt.date(2000, 1, 1)) == ""


def test_former_head_of_an_organisation_is_no_elite_of_a_country(index: ActorIndex) -> None:
    (mention,) = index.mentions(words("Ned Lund left."))
    assert role_on(mention.entries, dt.date(2002, 1, 1)) == "IGOUNO"
    assert role_on(mention.entries, dt.date(2010, 1, 1)) == "ELI"


def test_two_names_written_alike_and_valid_at_once_have_the_common_country() -> None:
    entries = [Entry("x", "NORGOV", "person"), Entry("x", "NORMIL", "person")]
    assert role_on(entries, dt.date(2001, 1, 1)) == "NOR"


def test_mention_keeps_all_rows_of_its_name(index: ActorIndex) -> None:
    (mention,) = index.mentions(words("Ada Berg left."))
    assert isinstance(mention, Mention)
    assert [e.code for e in mention.entries] == ["NORGOV", "NOROPP"]


def test_no_words_no_mentions(index: ActorIndex) -> None:
    assert index.mentions(words("")) == []
    assert index.mentions(words("?!")) == []
