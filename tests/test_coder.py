"""Frames to events, with frames made by hand: no extractor is needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

import eventcoder as ec
from eventcoder.actors.lists import Agent, Entry
from eventcoder.actors.names import ActorIndex
from eventcoder.codebook.shape import Codebook
from eventcoder.coding.coder import Coder, primary_code
from eventcoder.coding.matching import Matcher
from eventcoder.model import Document, Frame, Sentence, Span

TEA: dict[str, Any] = {
    "name": "tea",
    "title": "Tea",
    "version": "1",
    "description": "x",
    "schemes": ["cameo"],
    "categories": {
        "meet": {
            "label": "Meet",
            "codes": {"cameo": "040"},
            "mirror": "meet",
            "patterns": [
                {"verb": "meet"},
                {"verb": "meet", "source": "together", "target": "together"},
                {"noun": "talk", "source": "between", "target": "between"},
                {"verb": "hold", "object": "talk", "target": "with"},
            ],
        },
        "visit": {
            "label": "Visit",
            "codes": {"cameo": "042"},
            "mirror": "host",
            "patterns": [{"verb": "visit"}, {"verb": "meet", "place": "target"}],
        },
        "host": {
            "label": "Host",
            "codes": {"cameo": "043"},
            "mirror": "visit",
            "patterns": [{"verb": "meet", "place": "source"}],
        },
        "elsewhere": {
            "label": "Meet elsewhere",
            "codes": {"cameo": "044"},
            "mirror": "elsewhere",
            "patterns": [{"verb": "meet", "place": "third"}],
        },
        "plan": {"label": "Plan", "codes": {"cameo": "036"}, "mirror": "plan"},
        "deny": {"label": "Deny", "codes": {"cameo": "016"}, "patterns": [{"verb": "deny", "about": "any"}]},
        "demand": {
            "label": "Demand",
            "codes": {"cameo": "104"},
            "patterns": [{"verb": "demand", "about": "any", "target": ["about", "none"]}],
        },
        "seize": {
            "label": "Seize",
            "codes": {"cameo": "171"},
            "patterns": [{"verb": "seize", "source": ["subject", "by?"]}],
        },
        "say": {"label": "Say", "codes": {"cameo": "010"}, "patterns": [{"verb": "say", "target": "to?"}]},
        "fight": {
            "label": "Fight",
            "codes": {"cameo": "190"},
            "patterns": [
                {"verb": "fight", "target": "in"},
                {"verb": "shell", "target": ["site", "object", "against"]},
                {"verb": "take", "target": "town"},
                {
                    "verb": "kill",
                    "where": {"subject in": ["$raids"]},
                    "source": ["maker", "none"],
                    "roles": {"target": ["$people"]},
                },
            ],
        },
    },
    "words": {"raids": ["raid", "police raid"], "people": ["opp", "country"]},
    "moods": [
        {"when": "future", "turn": ["meet", "visit"], "into": "plan"},
        {"when": "negated", "turn": "any", "into": "nothing"},
    ],
}
MILK: dict[str, Any] = {
    "name": "milk",
    "title": "Milk",
    "version": "1",
    "description": "x",
    "schemes": ["plover"],
    "categories": {
        "pour": {
            "label": "Pour",
            "codes": {"plover": "AID"},
            "mirror": "tea/host",
            "patterns": [{"verb": "pour"}],
        }
    },
}
ACTORS = ActorIndex(
    [
        *(
            Entry(name, code, "country", adjective=adjective)
            for code, names in {
                "CHL": "Chile Chilean",
                "PER": "Peru Peruvian",
                "NOR": "Norway Norwegian",
            }.items()
            for name, adjective in zip(names.split(), (False, True), strict=True)
        ),
        Entry("Lima", "PER", "city"),
        Entry("Arica", "CHL", "city"),
        Entry("Bergen", "NOR", "city"),
        Entry("Ada Berg", "NORGOV", "person", dt.date(2001, 1, 1), dt.date(2004, 12, 31)),
    ],
    [Agent("police", "COP", True), Agent("government", "GOV", True), Agent("opposition", "OPP", True)],
)


def sentence(text: str, date: dt.date | None = None, index: int = 1) -> Sentence:
    return Sentence(Document("d", text, date), index, text)


def frame(on: Sentence, trigger: str, lemma: str, *, kind: Any = "verb", **given: Any) -> Frame:
    """A frame on a sentence. Slots are phrases or tuples of them; `content`, `moods` and `speaker` are
    those of the frame. The last word of a phrase, without its plural s, is its head; "by" ends it."""

    def span(phrase: str) -> Span:
        start = on.text.index(phrase)
        head = phrase.lower().partition(" by ")[0].split()[-1].removesuffix("s")
        return Span(start, start + len(phrase), phrase, head)

    content = given.pop("content", None)
    moods = frozenset(given.pop("moods", "").split())
    speaker = given.pop("speaker", None)
    args = {
        slot.rstrip("_"): tuple(map(span, (phrases,) if isinstance(phrases, str) else phrases))
        for slot, phrases in given.items()
    }
    said = span(speaker) if speaker else None
    return Frame(on, span(trigger), lemma, kind, "", args, moods, content, said)


class Extractor:
    """Gives the frames it was made with, notes which sentences it was asked for, and fails on demand."""

    def __init__(self, *frames: Frame, bad: str = "") -> None:
        self.frames = frames
        self.bad = bad
        self.asked: list[str] = []

    def __call__(self, sentences: Iterable[Sentence]) -> Iterator[Frame]:
        for one in sentences:
            self.asked.append(one.text)
            if self.bad and self.bad in one.text:
                raise RuntimeError(f"cannot read {one.text}")
            yield from (f for f in self.frames if f.sentence is one)


def coder(extract: Extractor, screen: bool = True) -> Coder:
    books = [Codebook.model_validate(book) for book in (TEA, MILK)]
    return Coder(Matcher({b.name: b for b in books}), ACTORS, extract, "fake", screen)


def coded(*frames: Frame) -> list[str]:
    """Events of the frames of one sentence, as "CHL 040 PER"."""
    (result,) = coder(Extractor(*frames)).code([frames[0].sentence])
    assert result.error is None
    return [f"{e.actor.code} {e.action} {e.target.code}" for e in result.events]


def test_meeting_is_coded_in_both_directions() -> None:
    s = sentence("Chile met Peru.")
    assert coded(frame(s, "met", "meet", subject="Chile", object="Peru")) == ["CHL 040 PER", "PER 040 CHL"]


def test_mirror_may_be_another_category() -> None:
    s = sentence("Chile visited Peru.")
    assert coded(frame(s, "visited", "visit", subject="Chile", object="Peru")) == [
        "CHL 042 PER",
        "PER 043 CHL",
    ]


def test_mirror_may_be_in_another_codebook() -> None:
    s = sentence("Chile poured Peru.")
    assert coded(frame(s, "poured", "pour", subject="Chile", object="Peru")) == ["CHL AID PER", "PER 043 CHL"]


def test_what_an_event_says_of_itself() -> None:
    s = sentence("Chile visited Peru, Norway said.")
    given = frame(s, "visited", "visit", subject="Chile", object="Peru", moods="reported", speaker="Norway")
    (result,) = coder(Extractor(given)).code([s])
    first, second = result.events
    assert (first.codebook, first.category, first.pattern) == ("tea", "tea/visit", "tea/visit#1")
    assert (first.extractor, first.codes, first.mirrored) == ("fake", {"cameo": "042"}, False)
    assert (second.category, second.pattern, second.codes) == ("tea/host", "tea/visit#1", {"cameo": "043"})
    assert second.mirrored
    assert first.trigger.text == "visited"
    assert first.speaker is not None
    assert first.speaker.code == "NOR"
    assert first.moods == {"reported"}
    assert first.actor.span is not None
    assert first.actor.span.text == "Chile"


def test_coordinated_actors_are_distributed() -> None:
    s = sentence("Chile and Norway seized Peru.")
    assert coded(frame(s, "seized", "seize", subject=("Chile", "Norway"), object="Peru")) == [
        "CHL 171 PER", "NOR 171 PER",
    ]  # fmt: skip


def test_together_pairs_everyone_with_everyone_else() -> None:
    s = sentence("Chile, Peru and Norway met.")
    events = coded(frame(s, "met", "meet", together=("Chile", "Peru", "Norway")))
    pairs = [("CHL", "PER"), ("PER", "CHL"), ("CHL", "NOR"), ("NOR", "CHL"), ("PER", "NOR"), ("NOR", "PER")]
    assert sorted(events) == sorted(f"{a} 040 {b}" for a, b in pairs)
    assert len(events) == 6


def test_together_with_nobody_known_beside() -> None:
    s = sentence("Chile and the choir met.")
    assert coded(frame(s, "met", "meet", together=("Chile", "the choir"))) == []


def test_noun_with_two_parties() -> None:
    s = sentence("Talks between Chile and Peru began.")
    assert coded(frame(s, "Talks", "talk", kind="noun", between=("Chile", "Peru"))) == [
        "CHL 040 PER",
        "PER 040 CHL",
    ]


def test_nobody_meets_his_own_country() -> None:
    s = sentence("Chile met Chilean guests, and Chileans.")
    assert coded(frame(s, "met", "meet", together=("Chile", "Chilean"))) == []


def test_country_may_act_on_itself() -> None:
    s = sentence("Chile seized the Chilean government.")
    assert coded(frame(s, "seized", "seize", subject="Chile", object="the Chilean government")) == [
        "CHL 171 CHLGOV"
    ]


def test_country_is_inferred_from_who_is_named_along() -> None:
    s = sentence("Talks between the Chilean government and the opposition began, Peru said.")
    given = frame(s, "Talks", "talk", kind="noun", between=("the Chilean government", "the opposition"))
    (result,) = coder(Extractor(given)).code([s])
    first, second = result.events
    assert (first.actor.code, first.target.code) == ("CHLGOV", "CHLOPP")
    assert (first.actor.inferred, first.target.inferred) == (False, True)
    assert (second.actor.inferred, second.target.inferred) == (True, False)


def test_passive_without_agent() -> None:
    s = sentence("Peru was seized.")
    (result,) = coder(Extractor(frame(s, "seized", "seize", object="Peru"))).code([s])
    (event,) = result.events
    assert (event.actor.code, event.action, event.target.code) == ("---", "171", "PER")
    assert event.actor.span is None


def test_passive_with_agent() -> None:
    s = sentence("Peru was seized by Chile.")
    assert coded(frame(s, "seized", "seize", object="Peru", by="Chile")) == ["CHL 171 PER"]


def test_subject_comes_before_the_optional_slot() -> None:
    s = sentence("Chile seized Peru by Norway.")
    assert coded(frame(s, "seized", "seize", subject="Chile", object="Peru", by="Norway")) == ["CHL 171 PER"]


def test_target_that_may_be_missing() -> None:
    s = sentence("Chile said so.")
    assert coded(frame(s, "said", "say", subject="Chile")) == ["CHL 010 ---"]


def test_nobody_did_nothing_to_nobody() -> None:
    s = sentence("The house was seized near Peru.")
    assert coded(frame(s, "seized", "seize", object="The house")) == []


def test_unknown_actor_where_one_is_needed() -> None:
    s = sentence("The choir met Peru.")
    assert coded(frame(s, "met", "meet", subject="The choir", object="Peru")) == []


def test_next_rule_is_tried_where_the_best_finds_no_actors() -> None:
    s = sentence("Chile met Peru in a big hall.")
    assert coded(frame(s, "met", "meet", subject="Chile", object="Peru", in_="a big hall")) == [
        "CHL 040 PER", "PER 040 CHL",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("town", "events"),
    [
        ("Lima", ["CHL 042 PER", "PER 043 CHL"]),
        ("Arica", ["CHL 043 PER", "PER 042 CHL"]),
        ("Bergen", ["CHL 044 PER", "PER 044 CHL"]),
        ("Norway", ["CHL 044 PER", "PER 044 CHL"]),
        ("private", ["CHL 040 PER", "PER 040 CHL"]),
    ],
)
@pytest.mark.parametrize("slot", ["in", "at"])
def test_place_decides_who_is_at_home(town: str, events: list[str], slot: str) -> None:
    s = sentence(f"Chile met Peru in {town}.")
    assert coded(frame(s, "met", "meet", subject="Chile", object="Peru", **{slot: town})) == events


def test_place_inside_another_slot_does_not_count() -> None:
    s = sentence("Chile met Peru from Lima.")
    assert coded(frame(s, "met", "meet", subject="Chile", object="Peru", from_="Lima"))[0] == "CHL 040 PER"


@pytest.mark.parametrize(
    ("text", "struck", "target"),
    [
        ("Chile shelled Lima.", "Lima", "PER"),
        ("Chile shelled the Peruvian town of Puno.", "the Peruvian town of Puno", "PER"),
        ("Chile shelled the Peruvian police.", "the Peruvian police", "PERCOP"),
        ("Chile shelled Peruvian trenches.", "Peruvian trenches", "PER"),
        ("Chile shelled a bar in Lima.", "a bar in Lima", "PER"),
    ],
)
@pytest.mark.parametrize("slot", ["object", "against"])
def test_what_is_struck_is_a_place_an_actor_or_what_is_his(
    text: str, struck: str, target: str, slot: str
) -> None:
    assert coded(frame(sentence(text), "shelled", "shell", subject="Chile", **{slot: struck})) == [
        f"CHL 190 {target}"
    ]


def test_town_is_taken_and_its_police_is_not() -> None:
    s = sentence("Chile took Lima and the Peruvian police.")
    assert coded(frame(s, "took", "take", subject="Chile", object="Lima")) == ["CHL 190 PER"]
    assert coded(frame(s, "took", "take", subject="Chile", object="the Peruvian police")) == []


@pytest.mark.parametrize(
    ("deed", "source"),
    [
        ("Norwegian raids", "NOR"),
        ("a Norwegian police raid", "NOR"),
        ("a raid by the Norwegian police", "NORCOP"),
        ("a raid", "---"),
    ],
)
def test_deed_is_that_of_its_maker(deed: str, source: str) -> None:
    s = sentence(f"Peru was killed in {deed}.")
    assert coded(frame(s, "killed", "kill", subject=deed, object="Peru")) == [f"{source} 190 PER"]
    assert coded(frame(s, "killed", "kill", in_=deed, object="Peru")) == [f"{source} 190 PER"]


def test_city_does_not_act() -> None:
    s = sentence("Chile fought in Lima.")
    assert coded(frame(s, "fought", "fight", subject="Chile", in_="Lima")) == []


def test_future_is_turned_and_has_the_mirror_of_what_it_becomes() -> None:
    s = sentence("Chile will visit Peru.")
    assert coded(frame(s, "visit", "visit", subject="Chile", object="Peru", moods="future")) == [
        "CHL 036 PER", "PER 036 CHL",
    ]  # fmt: skip


@pytest.mark.parametrize("moods", ["negated", "possible", "future negated", "background"])
def test_moods_that_leave_nothing(moods: str) -> None:
    s = sentence("Chile did not visit Peru.")
    assert coded(frame(s, "visit", "visit", subject="Chile", object="Peru", moods=moods)) == []


def test_role_is_that_of_the_date_of_the_document() -> None:
    for year, code in [(2003, "NORGOV"), (2010, "NORELI")]:
        s = sentence("Ada Berg seized Peru.", dt.date(year, 5, 1))
        assert coded(frame(s, "seized", "seize", subject="Ada Berg", object="Peru")) == [f"{code} 171 PER"]


def test_embedded_act_is_coded_where_the_outer_word_means_nothing() -> None:
    s = sentence("Norway saw Chile seize Peru.")
    inner = frame(s, "seize", "seize", subject="Chile", object="Peru")
    assert coded(frame(s, "saw", "see", subject="Norway", content=inner)) == ["CHL 171 PER"]


def test_embedded_act_is_coded_beside_a_plain_outer_act() -> None:
    s = sentence("Norway said Chile seized Peru.")
    inner = frame(s, "seized", "seize", subject="Chile", object="Peru")
    assert coded(frame(s, "said", "say", subject="Norway", content=inner)) == ["NOR 010 CHL", "CHL 171 PER"]


def test_about_accounts_for_the_embedded_act() -> None:
    s = sentence("Norway denied that Chile seized Peru.")
    inner = frame(s, "seized", "seize", subject="Chile", object="Peru", moods="denied")
    assert coded(frame(s, "denied", "deny", subject="Norway", content=inner)) == ["NOR 016 ---"]


def test_object_word_accounts_for_the_noun() -> None:
    s = sentence("Chile held talks with Peru.")
    noun = frame(s, "talks", "talk", kind="noun", with_="Peru", between=("Chile", "Peru"))
    assert coded(frame(s, "held", "hold", subject="Chile", object="talks", content=noun)) == [
        "CHL 040 PER", "PER 040 CHL",
    ]  # fmt: skip


def test_embedded_act_is_coded_where_the_outer_one_has_no_actor() -> None:
    s = sentence("The choir denied that Chile seized Peru.")
    inner = frame(s, "seized", "seize", subject="Chile", object="Peru")
    assert coded(frame(s, "denied", "deny", subject="The choir", content=inner)) == ["CHL 171 PER"]


def test_target_of_the_embedded_act() -> None:
    s = sentence("Norway demanded to meet Peru.")
    inner = frame(s, "meet", "meet", subject="Norway", object="Peru", moods="possible")
    assert coded(frame(s, "demanded", "demand", subject="Norway", content=inner)) == ["NOR 104 PER"]


def test_equal_dyads_are_given_once() -> None:
    s = sentence("Chile met Peru; Peru met Chile; Chile visited Peru.")
    frames = [
        frame(s, "met", "meet", subject="Chile", object="Peru"),
        frame(s, "met", "meet", subject="Peru", object="Chile"),
        frame(s, "visited", "visit", subject="Chile", object="Peru"),
    ]
    assert coded(*frames) == ["CHL 040 PER", "PER 040 CHL", "CHL 042 PER", "PER 043 CHL"]


def test_equal_dyads_of_two_sentences_are_both_given() -> None:
    both = [sentence("Chile seized Peru.", index=n) for n in (1, 2)]
    frames = [frame(s, "seized", "seize", subject="Chile", object="Peru") for s in both]
    assert [len(r.events) for r in coder(Extractor(*frames)).code(both)] == [1, 1]


BATCH = [
    "Chile seized Peru.",
    "Chile seized a broken Peru.",
    "Norway seized Peru.",
    "Birds sang.",
    "Chile slept.",
]


def batch() -> tuple[list[Sentence], list[Frame]]:
    sentences = [sentence(text, index=n) for n, text in enumerate(BATCH, 1)]
    frames = [
        frame(s, "seized", "seize", subject=s.text.split()[0], object="Peru")
        for s in sentences
        if "seized" in s.text
    ]
    return sentences, frames


def test_results_keep_the_order_of_the_sentences() -> None:
    sentences, frames = batch()
    results = coder(Extractor(*frames)).code(sentences)
    assert [r.sentence for r in results] == sentences
    assert [[e.actor.code for e in r.events] for r in results] == [["CHL"], ["CHL"], ["NOR"], [], []]
    assert [r.screened for r in results] == [False, False, False, True, True]


def test_sentence_that_breaks_the_extractor_takes_no_others_with_it() -> None:
    sentences, frames = batch()
    results = coder(Extractor(*frames, bad="broken")).code(sentences)
    assert [[e.actor.code for e in r.events] for r in results] == [["CHL"], [], ["NOR"], [], []]
    assert [type(r.error) for r in results] == [type(None), RuntimeError, *[type(None)] * 3]
    assert str(results[1].error) == "cannot read Chile seized a broken Peru."


def test_error_while_coding_is_that_of_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences, frames = batch()
    tool = coder(Extractor(*frames))
    real = Matcher.matches

    def matches(self: Matcher, given: Frame, fits: Any = None) -> Any:
        if "broken" in given.sentence.text:
            raise ZeroDivisionError("oops")
        return real(self, given, fits)

    monkeypatch.setattr(Matcher, "matches", matches)
    results = tool.code(sentences)
    assert [len(r.events) for r in results] == [1, 0, 1, 0, 0]
    assert isinstance(results[1].error, ZeroDivisionError)


def test_screening_changes_no_event() -> None:
    sentences, frames = batch()
    on, off = Extractor(*frames), Extractor(*frames)
    screened, all_read = coder(on).code(sentences), coder(off, screen=False).code(sentences)
    assert [r.events for r in screened] == [r.events for r in all_read]
    assert on.asked == BATCH[:3]
    assert off.asked == BATCH
    assert not any(r.screened for r in all_read)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chile MET Peru.", True),
        ("CHILE MEETS PERU", True),
        ("Police seized bread.", True),
        ("Talks between Lima and Santiago failed.", True),
        ("Talks between Chile-based firms failed.", True),
        ("Talks in Lima failed.", False),
        ("A choir met a band.", False),
        ("Chile slept.", False),
        ("", False),
    ],
)
def test_could_yield(text: str, wanted: bool) -> None:
    assert coder(Extractor()).could_yield(sentence(text)) is wanted


def test_empty_batch() -> None:
    assert coder(Extractor()).code([]) == []


def test_primary_code_is_that_of_cameo_or_else_the_first() -> None:
    tool = coder(Extractor())
    assert primary_code(tool.matcher.categories["tea/plan"]) == "036"
    pour = tool.matcher.categories["milk/pour"]
    assert primary_code(pour) == "AID"
    own = pour.model_copy(update={"codes": {"cameo": "---", "plover": "---", "milk": "POUR"}})
    assert primary_code(own) == "POUR"
    assert primary_code(own.model_copy(update={"codes": {"cameo": "---"}})) == "---"


def test_a_mood_into_a_codebook_that_is_not_used_makes_nothing_of_the_act() -> None:
    text = "The European Community may halt mediation efforts among the republics of Serbia."
    assert not list(ec.code([text], date="1991-11-05", codebooks=["consult"]))
