"""Whose a role is that names no country: "its troops", those who are sent, those who flee."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcoder.actors.finding import find_actors
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document, Sentence
from eventcoder.running.loading import load_actor_index
from eventcoder.settings import Coding


def codes(text: str) -> dict[str, str]:
    """The mentions of a sentence and their codes."""
    index = load_actor_index(Coding(), Registry())
    sentence = Sentence(Document("d", text, dt.date(2006, 6, 1)), 1, text)
    return {
        found.actor.span.text: found.actor.code
        for found in find_actors([sentence], index)
        if found.actor.span
    }


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Kenya told Uganda to pull back its troops.", "its troops", "UGAMIL"),
        ("Kenya apologised to Uganda for one of its patrol boats.", "its patrol boats", ""),
        ("Kenya apologised to Uganda for two of its soldiers.", "two of its soldiers", "KENMIL"),
        ("Kenya and Uganda pulled back their troops.", "their troops", "MIL"),
        ("Zambia will withdraw their peacekeeping force from Chad.", "their peacekeeping force", "ZMBMIL"),
        ("Ghana is to send up to 900 soldiers to Liberia.", "900 soldiers", "GHAMIL"),
        ("The mayor called on Ghana to send soldiers to Liberia.", "soldiers", "GHAMIL"),
        ("The United Nations sent troops to Liberia.", "troops", "MIL"),
        ("Norwegian forces including special troops left Chad.", "special troops", "NORMIL"),
        ("Ghana took in refugees fleeing the war in Liberia.", "refugees", "LBRREF"),
        ("Ghana took in refugees.", "refugees", "REF"),
        ("Refugees fled into Ghana.", "Refugees", "REF"),
        (
            "A Kenyan plane bombed a town and killed thousands of its residents.",
            "thousands of its residents",
            "CVL",
        ),
        ("Ethnic Albanians clashed with police in Macedonia.", "Ethnic Albanians", "MKDCVL"),
        ("Ethnic Russians protested in Latvia.", "Ethnic Russians", "LVACVL"),
        ("Kenyan state radio said the border was closed.", "Kenyan state radio", ""),
        ("The police closed a newspaper in Nairobi.", "a newspaper", "KENMED"),
        ("The Albanians of southern Serbia protested.", "The Albanians of southern Serbia", "SRBCVL"),
        ("Troops marched through Western Cambodia.", "Western Cambodia", "KHM"),
        ("Police held supporters of Morgan Tsvangirai.", "supporters of Morgan Tsvangirai", "ZWEOPP"),
        (
            "Supporters of Kenyan opposition leaders marched.",
            "Supporters of Kenyan opposition leaders",
            "KENOPP",
        ),
        ("Police held supporters of Robert Mugabe.", "supporters of Robert Mugabe", "ZWE"),
        ("The Kenyan bomber blew himself up.", "himself", ""),
        ("Denmark consulted its NATO partners.", "its NATO partners", "IGONAT"),
    ],
)
def test_whose_a_role_is(text: str, phrase: str, code: str) -> None:
    assert codes(text).get(phrase, "") == code
