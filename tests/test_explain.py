"""`eventcoder explain` tells what the coder did: held against coder and matcher, on seeds and examples."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.story import stories_of
from eventcoder.bench.explain_words import codes, why_nothing
from eventcoder.bench.misses import Miss
from eventcoder.bench.tracing import Trace, Tracer
from eventcoder.cli.explaining import tracer
from eventcoder.codebook.shape import NOTHING
from eventcoder.coding.coder import Coder
from eventcoder.coding.dyads import dyads
from eventcoder.coding.matching import Fits, Match, Matcher
from eventcoder.coding.misfits import Misfit
from eventcoder.coding.sides import may_have_roles
from eventcoder.hooks.registry import Registry
from eventcoder.model import UNREAL_MOODS, Document, Event, Frame, Sentence, Span
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import build_coder
from eventcoder.settings import DEFAULT_CODEBOOKS, Coding
from tests.conftest import ROOT, Run

DATE = dt.date(2017, 11, 14)
REGISTRY = Registry()


@pytest.fixture(scope="module")
def plain() -> Coder:
    return build_coder(Coding(), REGISTRY)


@pytest.fixture(scope="module")
def watched() -> Tracer:
    return tracer(Coding(), REGISTRY)


def seed_documents() -> Iterator[list[Sentence]]:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield sentences_of(Document(path.stem, path.read_text("utf8"), DATE))[0]


def counterexamples() -> list[Sentence]:
    """A hundred sentences or more of the codebooks that are mostly not coded."""
    matcher = build_coder(Coding(extractor="surface"), REGISTRY).matcher
    books = [matcher.books[name] for name in DEFAULT_CODEBOOKS]
    found = [c for book in books for category in book.categories.values() for c in category.counterexamples]
    return [Sentence(Document(str(n), c.text, c.date), 1, c.text) for n, c in enumerate(found)]


def keys(events: tuple[Event, ...]) -> list[tuple[str, ...]]:
    return [(e.actor.code, e.action, e.target.code, e.category, e.pattern) for e in events]


def test_every_event_of_the_seeds_is_explained_by_its_pattern(plain: Coder, watched: Tracer) -> None:
    explained = 0
    for sentences in seed_documents():
        coded = plain.code(sentences)
        stories = stories_of(sentences, watched.coder.actors, coreference=True)
        for one, trace in zip(coded, watched.trace(sentences), strict=True):
            assert keys(trace.coded.events) == keys(one.events), "watching changes nothing"
            assert not trace.lacks or one.screened, "the screen is told of as it was"
            for event in one.events:
                won = [c for c in trace.clauses for m in c.made if keys((m.event,)) == keys((event,))]
                assert won, f"{event} has no clause"
                fits = partial(may_have_roles, actors=stories[id(one.sentence.doc)].actors(one.sentence))
                check_winner(won[0].frame, event.pattern, watched.coder.matcher, fits)
                explained += 1
            made = [m.event for c in trace.clauses for m in c.made]
            told = [*trace.coded.events, *(step.event for step in trace.repeated)]
            assert sorted(map(id, made)) == sorted(map(id, told)), "what is made is coded or told again"
    assert explained > 40


def check_winner(frame: Frame, pattern: str, matcher: Matcher, fits: Fits) -> None:
    """Some rule of that pattern fits the frame, by the matcher itself."""
    rules = [r for r in matcher.candidates(frame) if r.id == pattern]
    assert any(isinstance(matcher.hold(rule, frame, fits=fits), Match) for rule in rules)


def test_what_is_said_of_rejected_patterns_is_what_the_matcher_says(watched: Tracer) -> None:
    matcher = watched.coder.matcher
    reasons = 0
    for sentences in seed_documents():
        stories = stories_of(sentences, watched.coder.actors, coreference=True)
        for trace in watched.trace(sentences):
            actors = stories[id(trace.sentence.doc)].actors(trace.sentence)
            fits = partial(may_have_roles, actors=actors)
            for clause in trace.clauses:
                for step in clause.dropped:
                    held = matcher.hold(step.rule, clause.frame, fits=fits)
                    assert isinstance(held, Misfit) == (step.stage == "pattern")
                    if isinstance(held, Misfit):
                        assert str(step.misfit) == str(held)
                        reasons += 1
    assert reasons > 100


def test_the_nearest_miss_is_true(watched: Tracer) -> None:
    """On more than 100 sentences without an event: what is named lacks what is said, and nothing is nearer."""
    missed = 0
    for sentences in [*seed_documents(), counterexamples()]:
        stories = stories_of(sentences, watched.coder.actors, coreference=True)
        for trace in watched.trace(sentences):
            if trace.coded.events:
                assert trace.miss is None
                continue
            if trace.miss is not None:
                actors = stories[id(trace.sentence.doc)].actors(trace.sentence)
                check_miss(trace, trace.miss, watched.coder, actors)
                missed += 1
            elif not trace.coded.discarded:
                check_nothing_near(trace, watched.coder)
    assert missed >= 100


def check_miss(trace: Trace, miss: Miss, coder: Coder, actors: SentenceActors) -> None:
    held = coder.matcher.hold(miss.rule, miss.frame, fits=partial(may_have_roles, actors=actors))
    if miss.stage == "pattern":
        assert isinstance(held, Misfit)
        assert str(miss.misfits[0]) == str(held)
        for clause in (c for c in trace.clauses if c.discarded is None):
            assert all(
                step.match is None or not coder.matcher.is_coded(step.rule.category)
                for step in clause.dropped
            )
        return
    assert isinstance(held, Match)
    unreal = miss.frame.moods & UNREAL_MOODS
    line = coder.matcher.line(miss.rule.category, unreal)
    if miss.stage == "moods":
        assert unreal
        assert line is None or line.into == NOTHING
        if coder.matcher.is_coded(miss.rule.category):
            real = without(miss.frame, unreal)
            assert list(coder.events([real], actors)), "without the moods it would have been coded"
    elif miss.stage == "actors":
        mutual = bool(coder.matcher.categories[miss.rule.category].mirror)
        found = dyads(held, mutual, actors)
        assert isinstance(found, Misfit)
        assert str(found) == str(miss.misfits[0])


def without(frame: Frame, moods: frozenset[str]) -> Frame:
    """The frame without some moods, and what is embedded in it, which has them from it."""
    content = frame.content and without(frame.content, moods)
    return replace(frame, moods=frame.moods - moods, content=content)


def check_nothing_near(trace: Trace, coder: Coder) -> None:
    for clause in trace.clauses:
        if clause.entered and clause.discarded is None:
            assert not [r for r in coder.matcher.related(clause.frame) if coder.matcher.is_coded(r.category)]


BOOK = """
name: ties
title: Ties
version: 1.0.0
description: Ties.
uses: [discards]
schemes: [cameo]
categories:
  bomb:
    label: Bomb
    codes: {cameo: "195"}
    patterns: [{verb: bomb}]
  punish:
    label: Punish
    codes: {cameo: "163"}
    patterns: [{verb: impose, object: [embargo, sanction], target: on}]
  see:
    label: See
    codes: {cameo: "042"}
    mirror: seen
    patterns: [{verb: meet}]
  seen:
    label: Be seen
    codes: {cameo: "043"}
    mirror: see
  plan:
    label: Plan to see
    codes: {cameo: "036"}
  refuse:
    label: Refuse to see
    codes: {cameo: "125"}
    patterns: [{verb: refuse, about: see, target: about}]
moods:
  - {when: future, turn: see, into: plan}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Tracer:
    """A tracer with a codebook that nobody else changes."""
    path = tmp_path_factory.mktemp("book") / "ties.yaml"
    path.write_text(BOOK, encoding="utf8")
    return tracer(Coding(codebooks=(str(path),)), REGISTRY)


def one(text: str, small: Tracer) -> Trace:
    (trace,) = small.trace([Sentence(Document("x", text, DATE), 1, text)])
    return trace


def test_without_its_mood_the_miss_is_coded(small: Tracer) -> None:
    trace = one("Peru did not bomb Chile.", small)
    assert trace.miss is not None
    assert trace.miss.stage == "moods"
    assert "negated" in trace.miss.misfits[0].cure
    real = replace(trace.miss.frame, moods=frozenset())
    assert list(small.coder.events([real], SentenceActors(trace.sentence, small.coder.actors)))


def test_with_the_object_that_is_named_the_pattern_fits(small: Tracer) -> None:
    """What it would take is what it takes: the frame with one of the words is a match."""
    trace = one("Peru imposed a tax on Chile.", small)
    miss = trace.miss
    assert miss is not None
    assert (miss.rule.id, miss.stage) == ("ties/punish#1", "pattern")
    assert [m.cure for m in miss.misfits] == ["an object that is one of: embargo, sanction"]
    assert miss.dyad is not None and [a.code for a in miss.dyad] == ["PER", "CHL"]
    args = {**miss.frame.args, "object": (Span(0, 7, "embargo", "embargo"),)}
    held = small.coder.matcher.hold(miss.rule, replace(miss.frame, args=args))
    assert isinstance(held, Match)


def test_all_that_is_lacking_is_named(small: Tracer) -> None:
    trace = one("Peru will not impose a tax on the river.", small)
    assert trace.miss is not None
    lacking = [str(misfit) for misfit in trace.miss.misfits]
    assert [text.partition(":")[0] for text in lacking] == [
        "its object is none of",
        "nobody whom the lists know stands where the target should",
        "no line of `moods` says what it becomes when it is",
    ]


def test_an_actor_whom_no_list_has(small: Tracer) -> None:
    trace = one("Peru bombed the river.", small)
    assert trace.miss is not None
    assert trace.miss.stage == "actors"
    assert "target" in str(trace.miss.misfits[0])


def test_a_verb_that_no_pattern_has(small: Tracer) -> None:
    trace = one("Russia outsmarted Iran.", small)
    assert trace.lacks == ("a word that starts a pattern whose acts are coded",)
    assert [(span.text, codes(told)) for span, told in trace.phrases] == [("Russia", "RUS"), ("Iran", "IRN")]
    assert [(u.verb, u.source, u.target) for u in trace.unheard] == [("outsmart", "RUS", "IRN")]


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Russia outsmarted Iran.", "a word that starts a pattern whose acts are coded"),
        ("The weather met the forecast.", "a word of any name or role that the lists know"),
        ("Peru imposed a tax.", "the other words that every pattern with 'imposed' asks for"),
    ],
)
def test_what_the_screen_misses_is_named(text: str, lacks: str, small: Tracer) -> None:
    trace = one(text, small)
    assert trace.lacks == (lacks,)
    assert any(lacks in line for line in why_nothing(trace))


def test_words_that_discard(small: Tracer) -> None:
    trace = one("France beat Brazil in the World Cup.", small)
    assert (trace.coded.discarded, trace.word) == ("discards/sport", "world cup")


def test_the_embedded_act_and_the_mirror(small: Tracer) -> None:
    trace = one("Egypt refused to meet Iraq.", small)
    assert [match.rule.category for match in trace.clauses[0].embedded] == ["ties/see"]
    assert not trace.clauses[1].entered
    made = one("Egypt met Iraq.", small).clauses[0].made
    assert [(m.event.category, m.event.mirrored) for m in made] == [("ties/see", False), ("ties/seen", True)]
    (planned,) = one("Egypt will meet Iraq.", small).clauses[0].made
    assert planned.turn is not None and planned.turn.into == "plan"


def test_text_says_all_of_it(eventcoder: Run) -> None:
    done = eventcoder(
        "explain", "Barack Obama met Angela Merkel in Berlin.", "--date", "2015-06-07", "-c", "meet"
    )
    assert done.returncode == 0, done.stderr
    for part in (
        "USAGOV 042 DEUGOV",
        "DEUGOV 043 USAGOV",
        "meet/visit#",
        "the mirror",
        "person USAGOV",
        "wins with",
    ):
        assert part in done.stdout
    done = eventcoder("explain", "Egypt will not bomb Iraq.", "-c", "meet")
    assert "nothing is coded" in done.stdout
    assert "it lacks a word that starts a pattern whose acts are coded" in done.stdout
    done = eventcoder("explain", "Egypt rewards Iraq.", "-c", "meet", "--most", "0")
    assert "no pattern has the verb 'reward': EGY reward IRQ" in done.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Israeli warplanes bombed Gaza, killing six Palestinians.",
            "again after 'bombed': it is coded once",
        ),
        (
            "Burundian militiamen attacked the Congolese refugees, killing 20 people.",
            "'killing' tells BDIUAF 190 CVL, by fight/other#",
        ),
    ],
)
def test_an_act_that_is_told_twice_has_a_line(text: str, said: str, eventcoder: Run, tmp_path: Path) -> None:
    done = eventcoder("explain", text, "-c", "fight", COLUMNS="200")
    assert said in done.stdout
    page = eventcoder("explain", text, "-c", "fight", "--html", "why.html", "--json")
    (told,) = json.loads(page.stdout)[0]["told_again"]
    assert told["event"]["action"] == told["coded_as"]["action"]
    assert html.escape(said) in (tmp_path / "why.html").read_text("utf8")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_text_keeps_to_the_width(eventcoder: Run, width: int) -> None:
    done = eventcoder("explain", "Egypt denied that it would meet Iraq in Cairo.", COLUMNS=str(width))
    assert max(map(len, done.stdout.splitlines())) <= width


def test_json(eventcoder: Run) -> None:
    done = eventcoder("explain", "Egypt met Iraq. It rained.", "--json", "-c", "meet")
    first, second = json.loads(done.stdout)
    assert [e["pattern"] for e in first["events"]] == [first["clauses"][0]["won"][0]["pattern"]] * 2
    assert second["events"] == [] and second["why_nothing"]


def test_page_is_whole_and_needs_nothing(eventcoder: Run, tmp_path: Path) -> None:
    done = eventcoder(
        "explain", "Egypt met <Iraq>. Egypt did not meet Iraq.", "--html", "why.html", "-c", "meet"
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "why.html").read_text("utf8")
    assert "<script" not in page and "http" not in page
    assert "&lt;" in page and "<Iraq>" not in page
    assert '<mark class="who">Egypt</mark>' in page and "Nearest:" in page
    assert "prefers-color-scheme: dark" in page
    links = set(re.findall(r'href="#(\w+)"', page))
    assert links == set(re.findall(r'<article id="(\w+)"', page))


def test_an_event_of_a_run(eventcoder: Run, tmp_path: Path) -> None:
    story = "date 2017-05-02\nVladimir Putin flew to Berlin. He met Angela Merkel."
    (tmp_path / "story.txt").write_text(story, encoding="utf8")
    assert eventcoder("code", "story.txt", "-o", "events.csv", "-c", "meet").returncode == 0
    rows = (tmp_path / "events.csv").read_text("utf8").splitlines()
    row = next(line for line in rows if ",RUSGOV," in line and "He met" in line)
    done = eventcoder("explain", "--event", row.partition(",")[0], "--run", "events.csv")
    assert done.returncode == 0, done.stderr
    assert "He met Angela Merkel." in done.stdout and "flew" not in done.stdout
    assert "RUSGOV" in done.stdout, "the story is read again, as `He` needs it"
    assert "warning" not in done.stderr
    (tmp_path / "story.txt").unlink()
    done = eventcoder("explain", "--event", row.partition(",")[0], "--run", "events.csv")
    assert done.returncode == 0, "alone where the story is gone"
    assert "the text of the story is gone" in done.stderr
    assert "is not coded so without its story" in done.stderr, "nobody tells who `He` is"
    (tmp_path / "events.csv").rename(tmp_path / "moved.csv")
    done = eventcoder("explain", "--event", row.partition(",")[0], "--run", "moved.csv", "-c", "deny")
    assert "no manifest beside the events" in done.stderr
    (tmp_path / "moved.csv").rename(tmp_path / "events.csv")
    done = eventcoder("explain", "--event", "", "--run", "events.csv")
    assert done.returncode == 2 and "Give more of the id" in done.stderr
    done = eventcoder("explain", "--event", "zzz", "--run", "events.csv")
    assert done.returncode == 2 and "no event called" in done.stderr


@pytest.mark.parametrize("wrong", [[], ["a", "--file", "b"], ["--event", "x"], [" "]])
def test_wrong_requests(eventcoder: Run, wrong: list[str]) -> None:
    done = eventcoder("explain", *wrong)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
