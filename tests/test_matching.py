"""Codebooks held against frames: which rule wins, and why another does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from eventcoder.codebook.shape import NOTHING, Codebook
from eventcoder.coding.facts import is_word
from eventcoder.coding.matching import Match, Matcher, qualified
from eventcoder.coding.misfits import Misfit
from eventcoder.model import Document, Frame, Sentence, Span

Patterns = list[dict[str, Any]]


def book(
    categories: Mapping[str, Patterns], name: str = "tea", moods: Patterns | None = None, **words: list[str]
) -> Codebook:
    return Codebook.model_validate(
        {
            "name": name,
            "title": name,
            "version": "1",
            "description": "x",
            "schemes": ["cameo"],
            "words": words,
            "moods": moods or [],
            "categories": {
                key: {"label": key, "codes": {"cameo": "01"}, "patterns": patterns}
                for key, patterns in categories.items()
            },
        }
    )


def matcher(*books: Codebook) -> Matcher:
    return Matcher({b.name: b for b in books})


def frame(
    text: str,
    trigger: str,
    lemma: str,
    *,
    kind: Any = "verb",
    particle: str = "",
    content: Frame | None = None,
    **slots: Any,
) -> Frame:
    """A frame on `text`; a slot is a phrase, or a tuple of them; the last word is the head.

    A trailing underscore makes a slot of a Python keyword: `with_`, `in_`.
    """
    sentence = Sentence(Document("d", text), 1, text)

    def span(phrase: str) -> Span:
        start = text.index(phrase)
        return Span(start, start + len(phrase), phrase, phrase.lower().split()[-1])

    args = {
        slot.rstrip("_"): tuple(map(span, (phrases,) if isinstance(phrases, str) else phrases))
        for slot, phrases in slots.items()
    }
    return Frame(sentence, span(trigger), lemma, kind, particle, args, content=content)


def ids(tool: Matcher, found: Frame) -> list[str]:
    return [m.rule.id for m in tool.matches(found)]


def categories(tool: Matcher, found: Frame) -> list[str]:
    return [m.rule.category for m in tool.matches(found)]


HELD = frame("Chile held talks with Peru.", "held", "hold", subject="Chile", object="talks", with_="Peru")
MET = frame("Chile met Peru.", "met", "meet", subject="Chile", object="Peru")


def test_rule_ids_count_patterns_from_one() -> None:
    tool = matcher(book({"meet": [{"verb": "see"}, {"verb": "meet"}]}))
    assert ids(tool, MET) == ["tea/meet#2"]


def test_other_trigger_other_kind_no_match() -> None:
    tool = matcher(book({"meet": [{"verb": "see"}, {"noun": "meet"}]}))
    assert ids(tool, MET) == []


def test_category_names_carry_the_codebook() -> None:
    tool = matcher(book({"meet": [{"verb": "meet"}]}), book({"meet": [{"verb": "meet"}]}, name="milk"))
    assert categories(tool, MET) == ["tea/meet", "milk/meet"]
    assert set(tool.categories) == {"tea/meet", "milk/meet"}


def test_most_constrained_rule_comes_first() -> None:
    tool = matcher(
        book(
            {
                "plain": [{"verb": "hold", "target": "none"}],
                "slot": [{"verb": "hold", "target": "with"}],
                "object": [{"verb": "hold", "object": "talks"}],
                "both": [{"verb": "hold", "object": "talks", "target": "with"}],
            }
        )
    )
    assert categories(tool, HELD) == ["tea/both", "tea/object", "tea/slot", "tea/plain"]


def test_file_order_decides_between_equals() -> None:
    tool = matcher(
        book({"one": [{"verb": "meet"}], "two": [{"verb": "meet"}]}), book({"a": [{"verb": "meet"}]}, "b")
    )
    assert categories(tool, MET) == ["tea/one", "tea/two", "b/a"]


@pytest.mark.parametrize(
    "narrower",
    [
        {"unless": {"any": "zebra"}},
        {"where": {"subject": "chile"}},
        {"source": "subject"},
        {"source": "subject", "target": "object"},
    ],
)
def test_every_constraint_counts(narrower: dict[str, Any]) -> None:
    tool = matcher(book({"wide": [{"verb": "meet"}], "narrow": [{"verb": "meet", **narrower}]}))
    assert categories(tool, MET) == ["tea/narrow", "tea/wide"]


def test_named_act_outweighs_any_act() -> None:
    inner = frame("Chile denied meeting Peru.", "meeting", "meet", object="Peru")
    outer = frame("Chile denied meeting Peru.", "denied", "deny", subject="Chile", content=inner)
    patterns = {
        "any": [{"verb": "deny", "about": "any"}],
        "named": [{"verb": "deny", "about": "meet"}],
        "meet": [{"verb": "meet", "source": "subject?"}],
    }
    assert categories(matcher(book(patterns)), outer) == ["tea/named", "tea/any"]


def test_rules_are_found_by_their_object() -> None:
    tool = matcher(
        book(
            {
                "talk": [{"verb": "hold", "object": "$gathering"}],
                "fire": [{"verb": "hold", "object": "fire"}],
            },
            gathering=["talks", "meeting"],
        )
    )
    assert [r.category for r in tool.candidates(HELD)] == ["tea/talk"]
    assert categories(tool, HELD) == ["tea/talk"]
    assert categories(tool, frame("Chile held fire.", "held", "hold", subject="Chile", object="fire")) == [
        "tea/fire"
    ]
    assert categories(tool, frame("Chile held on.", "held", "hold", subject="Chile")) == []


def test_object_of_several_words() -> None:
    tool = matcher(book({"phone": [{"verb": "hold", "object": "phone call"}]}))
    text = "Chile held a long phone call."
    assert ids(tool, frame(text, "held", "hold", subject="Chile", object="a long phone call"))
    assert not ids(tool, frame(text, "held", "hold", subject="Chile", object="call"))


@pytest.mark.parametrize(
    ("words", "phrase", "head"),
    [
        ("state of emergency", "the state of emergency", "state"),
        ("gas supply", "gas supplies", "supplies"),
    ],
)
def test_objects_of_several_words_are_found_by_their_head(words: str, phrase: str, head: str) -> None:
    tool = matcher(book({"lift": [{"verb": "cut", "object": words}]}))
    found = frame(f"Chile cut {phrase}.", "cut", "cut", subject="Chile", object=phrase)
    span = found.args["object"][0]
    found.args["object"] = (Span(span.start, span.end, span.text, head),)  # type: ignore[index]
    assert ids(tool, found) == ["tea/lift#1"]


def test_star_is_any_phrase() -> None:
    tool = matcher(book({"leave": [{"verb": "withdraw", "target": "from", "unless": {"object": ["*"]}}]}))
    text = "Chile withdrew its envoy from Peru."
    assert ids(tool, frame(text, "withdrew", "withdraw", subject="Chile", from_="Peru"))
    assert not ids(
        tool, frame(text, "withdrew", "withdraw", subject="Chile", object="its envoy", from_="Peru")
    )


def test_out_of_is_one_slot() -> None:
    tool = matcher(book({"leave": [{"verb": "walk", "where": {"from out of": ["talks"]}, "target": "none"}]}))
    walked = frame("Chile walked out of talks.", "walked", "walk", subject="Chile", **{"out of": "talks"})
    assert ids(tool, walked) == ["tea/leave#1"]


def test_any_of_several_objects() -> None:
    tool = matcher(book({"talk": [{"verb": "hold", "object": "talks"}]}))
    both = frame("Chile held talks and lunch.", "held", "hold", subject="Chile", object=("lunch", "talks"))
    assert ids(tool, both) == ["tea/talk#1"]


def test_particle_must_be_the_same() -> None:
    tool = matcher(book({"off": [{"verb": "call off"}], "plain": [{"verb": "call"}]}))
    text = "Chile called off lunch."
    assert categories(
        tool, frame(text, "called off", "call", particle="off", subject="Chile", object="lunch")
    ) == ["tea/off"]
    assert categories(tool, frame(text, "called", "call", subject="Chile", object="lunch")) == ["tea/plain"]
    assert (
        categories(tool, frame(text, "called", "call", particle="up", subject="Chile", object="lunch")) == []
    )


def test_noun_phrase_as_trigger() -> None:
    tool = matcher(book({"phone": [{"noun": "phone call"}], "call": [{"noun": "call"}]}))
    phone = frame("Chile's phone call came.", "call", "call", kind="noun", possessor="Chile")
    bare = frame("Chile's call came.", "call", "call", kind="noun", possessor="Chile")
    longer = frame("Chile's megaphone call came.", "call", "call", kind="noun", possessor="Chile")
    assert categories(tool, phone) == ["tea/phone", "tea/call"]
    assert categories(tool, bare) == ["tea/call"]
    assert categories(tool, longer) == ["tea/call"]


def test_where_wants_a_word_in_a_slot() -> None:
    tool = matcher(book({"meet": [{"verb": "meet", "where": {"in": ["$town"]}}]}, town=["lima", "new york"]))

    def meeting(where: str) -> Frame:
        return frame(f"Chile met Peru in {where}.", "met", "meet", subject="Chile", object="Peru", in_=where)

    assert ids(tool, meeting("Lima"))
    assert ids(tool, meeting("New York State"))
    assert not ids(tool, meeting("Oslo"))
    assert not ids(tool, MET)


def test_unless_forbids_a_word_in_a_slot() -> None:
    tool = matcher(book({"meet": [{"verb": "meet", "unless": {"object": ["deadline"]}}]}))
    assert ids(tool, MET)
    assert not ids(
        tool, frame("Chile met its deadline.", "met", "meet", subject="Chile", object="its deadline")
    )
    assert ids(tool, frame("Deadline or not, Chile met Peru.", "met", "meet", subject="Chile", object="Peru"))


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Chile met Peru in the final.", False),
        ("In the final, Chile met Peru.", False),
        ("Chile met Peru in the finals.", False),
        ("Chile met Peru “in the final”.", False),
        ("Chile met Peru (in the final).", False),
        ("Chile met Peru in the end.", True),
        ("Chile met Peru within the final week.", True),
    ],
)
def test_unless_any_finds_beginnings_of_words_in_the_whole_sentence(text: str, fits: bool) -> None:
    tool = matcher(book({"meet": [{"verb": "meet", "unless": {"any": ["in the final"]}}]}))
    assert bool(ids(tool, frame(text, "met", "meet", subject="Chile", object="Peru"))) is fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Chile urged Peru to free the crew.", True),
        ("Chile urged Peru to free, at last, the crew.", True),
        ("Chile urged Peru to free a boat, and the crew cheered.", False),
        ("Chile urged Peru to free a boat and praised the crew.", False),
        ("The crew heard that Chile urged Peru to free a boat.", False),
    ],
)
@pytest.mark.parametrize("key", ["mentions", "unless"])
def test_rest_is_the_clause_behind_the_trigger(text: str, fits: bool, key: str) -> None:
    tool = matcher(book({"urge": [{"verb": "urge", "about": "any", key: {"rest": ["crew"]}}]}))
    freed = "the crew" if fits else "a boat"
    content = frame(text, "free", "free", subject="Peru", object=freed)
    urged = frame(text, "urged", "urge", subject="Chile", object="Peru", content=content)
    assert bool(ids(tool, urged)) is (fits == (key == "mentions"))


def test_slots_must_be_filled() -> None:
    tool = matcher(book({"meet": [{"verb": "meet", "target": "with"}]}))
    assert not ids(tool, MET)
    assert ids(tool, frame("Chile met with Peru.", "met", "meet", subject="Chile", with_="Peru"))


def test_optional_slot_may_be_empty() -> None:
    strict = matcher(book({"seize": [{"verb": "seize", "source": "by"}]}))
    lenient = matcher(book({"seize": [{"verb": "seize", "source": "by?"}]}))
    seized = frame("Peru was seized.", "seized", "seize", object="Peru")
    assert not ids(strict, seized)
    assert ids(lenient, seized)
    (rule,) = lenient.rules
    assert (rule.source[0].name, rule.source[0].optional) == ("by", True)


def test_one_of_several_slots_is_enough() -> None:
    tool = matcher(book({"visit": [{"noun": "visit", "source": ["subject", "possessor"], "target": "to"}]}))
    assert ids(
        tool, frame("Chile's visit to Peru", "visit", "visit", kind="noun", possessor="Chile", to="Peru")
    )
    assert not ids(tool, frame("a visit to Peru", "visit", "visit", kind="noun", to="Peru"))


def test_default_slots() -> None:
    tool = matcher(
        book(
            {
                "plain": [{"verb": "meet"}],
                "object": [{"verb": "hold", "object": "talks"}],
                "about": [{"verb": "deny", "about": "any"}],
                "noun": [{"noun": "visit"}],
            }
        )
    )
    slots = {r.category: ([s.name for s in r.source], [s.name for s in r.target]) for r in tool.rules}
    assert slots == {
        "tea/plain": (["subject"], ["object"]),
        "tea/object": (["subject"], ["none"]),
        "tea/about": (["subject"], ["none"]),
        "tea/noun": (["subject", "possessor", "by"], ["none"]),
    }


def embedded(lemma: str = "meet") -> Frame:
    text = "Chile denied it would meet Peru."
    inner = frame(text, "meet", lemma, subject="it", object="Peru")
    return frame(text, "denied", "deny", subject="Chile", content=inner)


@pytest.mark.parametrize("about", ["any", "meet", "tea/meet", "tea/*"])
def test_about_finds_the_embedded_act(about: str) -> None:
    tool = matcher(book({"deny": [{"verb": "deny", "about": [about]}], "meet": [{"verb": "meet"}]}))
    (match,) = tool.matches(embedded())
    assert match.inner is not None
    assert match.inner.rule.category == "tea/meet"


@pytest.mark.parametrize("about", ["milk/meet", "milk/*", "deny"])
def test_about_something_else(about: str) -> None:
    tool = matcher(book({"deny": [{"verb": "deny", "about": [about]}], "meet": [{"verb": "meet"}]}))
    assert categories(tool, embedded()) == []


def test_about_another_codebook() -> None:
    deny = book({"deny": [{"verb": "deny", "about": ["milk/*"]}], "meet": [{"verb": "meet"}]})
    milk = book({"see": [{"verb": "meet"}]}, "milk")
    (match,) = matcher(deny, milk).matches(embedded())
    assert match.inner is not None
    assert match.inner.rule.category == "milk/see"


def test_about_any_takes_acts_that_no_codebook_knows() -> None:
    tool = matcher(book({"deny": [{"verb": "deny", "about": "any"}], "meet": [{"verb": "meet"}]}))
    (match,) = tool.matches(embedded("juggle"))
    assert match.inner is None


def test_about_without_content() -> None:
    tool = matcher(book({"deny": [{"verb": "deny", "about": "any"}]}))
    assert categories(tool, frame("Chile denied it.", "denied", "deny", subject="Chile")) == []


def test_about_looks_down_the_chain() -> None:
    text = "Chile denied plans to meet Peru."
    deepest = frame(text, "meet", "meet", subject="Chile", object="Peru")
    plans = frame(text, "plans", "plan", kind="noun", content=deepest)
    outer = frame(text, "denied", "deny", subject="Chile", content=plans)
    tool = matcher(book({"deny": [{"verb": "deny", "about": "meet"}], "meet": [{"verb": "meet"}]}))
    (match,) = tool.matches(outer)
    assert match.inner is not None
    assert match.inner.frame is deepest


def test_phrases_of_the_noun_in_object_position_count() -> None:
    text = "Chile held talks with Peru."
    talks = frame(text, "talks", "talk", kind="noun", with_="Peru")
    held = frame(text, "held", "hold", subject="Chile", object="talks", content=talks)
    tool = matcher(book({"talk": [{"verb": "hold", "object": "talks", "target": "with"}]}))
    (match,) = tool.matches(held)
    assert [s.text for s in match.fillers("with")] == ["Peru"]


def test_match_that_names_its_object_accounts_for_it() -> None:
    tool = matcher(
        book({"a": [{"verb": "hold", "object": "talks"}], "b": [{"verb": "hold", "target": "with"}]})
    )
    assert {m.rule.category: m.consumes_content for m in tool.matches(HELD)} == {
        "tea/a": True,
        "tea/b": False,
    }


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ({"verb": "hold on"}, ["the trigger is part of another phrase"]),
        ({"verb": "hold", "object": ["lunch", "dinner"]}, ["object", "dinner, lunch"]),
        ({"verb": "hold", "where": {"in": "lima"}}, ["there is no 'in' phrase", "lima"]),
        ({"verb": "hold", "unless": {"with": "peru"}}, ["forbidden in the 'with' phrase", "peru"]),
        ({"verb": "hold", "unless": {"any": "talks"}}, ["forbidden in the sentence", "talks"]),
        ({"verb": "hold", "source": ["by", "of"]}, ["no phrase where the source should stand", "by, of"]),
        ({"verb": "hold", "target": "between"}, ["no phrase where the target should stand", "between"]),
        ({"verb": "hold", "about": "x"}, ["the embedded act is none of", "tea/x"]),
    ],
)
def test_hold_says_why_a_rule_does_not_fit(pattern: dict[str, Any], reason: list[str]) -> None:
    tool = matcher(book({"x": [pattern]}))
    answer = tool.hold(tool.rules[0], HELD)
    assert not isinstance(answer, Match)
    text = str(answer)
    assert all(part in text for part in reason), text
    assert ids(tool, HELD) == []


def test_reason_reads_the_same_twice() -> None:
    tool = matcher(book({"x": [{"verb": "hold", "target": "between"}]}))
    answer = tool.hold(tool.rules[0], HELD)
    assert str(answer) == str(answer)


def test_hold_lists_eight_words_at_most() -> None:
    tool = matcher(book({"x": [{"verb": "hold", "object": list("abcdefghij")}]}))
    assert str(tool.hold(tool.rules[0], HELD)).endswith(": a, b, c, d, e, f, g, h, ...")


def test_hold_gives_the_match() -> None:
    tool = matcher(book({"x": [{"verb": "hold"}]}))
    assert tool.hold(tool.rules[0], HELD) == Match(tool.rules[0], HELD)


MOODS: Patterns = [
    {"when": "future", "turn": ["talk", "visit"], "into": "promise"},
    {"when": ["future", "negated"], "turn": "talk", "into": "refuse"},
    {"when": "negated", "turn": "any", "into": "milk/cancel"},
    {"when": "possible", "turn": "talk", "into": "nothing"},
    {"when": "possible", "turn": "any", "into": "promise"},
]


@pytest.mark.parametrize(
    ("category", "moods", "becomes"),
    [
        ("talk", "", None),
        ("talk", "reported", None),
        ("talk", "future", "tea/promise"),
        ("talk", "future reported", "tea/promise"),
        ("visit", "future", "tea/promise"),
        ("refuse", "future", None),
        ("talk", "future negated", "tea/refuse"),
        ("visit", "future negated", None),
        ("talk", "negated", "milk/cancel"),
        ("refuse", "negated", "milk/cancel"),
        ("talk", "possible", None),
        ("visit", "possible", "tea/promise"),
        ("talk", "denied", None),
        ("talk", "background", None),
        ("talk", "future negated denied", None),
    ],
)
def test_moods_turn_a_category(category: str, moods: str, becomes: str | None) -> None:
    names = ("talk", "visit", "refuse", "promise")
    tool = matcher(book({key: [] for key in names}, moods=MOODS))
    line = tool.line(f"tea/{category}", frozenset(moods.split()))
    turn = None if line is None or line.into == NOTHING else line
    assert (turn and qualified(turn.into, f"tea/{category}")) == becomes


def test_lexicon_is_what_extractors_look_for() -> None:
    tool = matcher(
        book(
            {
                "a": [{"verb": ["$off", "meet"]}, {"noun": ["phone call", "visit"]}],
                "b": [
                    {"verb": "cancel", "object": "state visit", "about": "a"},
                    {"verb": "hold", "object": "fire"},
                ],
            },
            off=["call off", "call up", "call"],
        )
    )
    lexicon = tool.lexicon()
    assert lexicon.verbs == {"call", "meet", "cancel", "hold"}
    assert lexicon.nouns == {"call", "visit"}
    assert lexicon.particles == {"call": {"off", "up"}}


def test_object_of_several_words_outweighs_one_word() -> None:
    tool = matcher(
        book(
            {
                "call": [{"verb": "hold", "object": "call"}],
                "phone": [{"verb": "hold", "object": "phone call"}],
            }
        )
    )
    phone = frame("Chile held a phone call.", "held", "hold", subject="Chile", object="a phone call")
    assert categories(tool, phone) == ["tea/phone", "tea/call"]


@pytest.mark.parametrize(
    ("moods", "wanted"),
    [
        ({"necessary", "reported"}, ["tea/demand#1"]),
        ({"necessary", "negated", "reported"}, ["tea/demand#1"]),
        ({"desirable", "reported"}, []),
        ({"necessary", "future"}, []),
        ({"reported"}, []),
    ],
)
def test_must_any_is_an_act_that_must_be_done(moods: set[str], wanted: list[str]) -> None:
    text = "Chad said Niger must act."
    inner = replace(frame(text, "act", "act", subject="Niger"), moods=frozenset(moods))
    outer = frame(text, "said", "say", subject="Chad", content=inner)
    demand = [{"verb": "say", "about": "must any", "target": "doer"}]
    assert ids(matcher(book({"demand": demand})), outer) == wanted


def test_must_any_leaves_acts_that_moods_turn_to_their_codebook() -> None:
    text = "Chad said Niger must act."
    inner = replace(frame(text, "act", "act", subject="Niger"), moods=frozenset({"necessary", "reported"}))
    outer = frame(text, "said", "say", subject="Chad", content=inner)
    acts = {
        "demand": [{"verb": "say", "about": "must any", "target": "doer"}],
        "act": [{"verb": "act", "target": "none"}],
    }
    line = {"when": "necessary", "turn": "act", "into": "demand", "source": "speaker", "target": "source"}
    assert ids(matcher(book(acts)), outer) == ["tea/demand#1"]
    assert ids(matcher(book(acts, moods=[line])), outer) == []


@pytest.mark.parametrize("text", ["self-rule", "limited self-rule", "self-rules"])
def test_head_of_a_hyphenated_word_is_the_whole_word_too(text: str) -> None:
    span = Span(0, len(text), text, "rule")
    assert is_word(span, frozenset({"self-rule"})) and is_word(span, frozenset({"rule"}))
    assert not is_word(span, frozenset({"home-rule"}))


def test_a_misfit_names_no_plural_beside_its_singular() -> None:
    words = {"took his own life", "took his own lives", "shot himself"}
    assert str(Misfit("{1} mentions none of", words, "", ("any",))).endswith(
        ": shot himself, took his own life"
    )
