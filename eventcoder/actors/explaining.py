"""Why a phrase has its code: `eventcoder actors who`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from eventcoder.actors.names import ActorIndex, Mention, role_on
from eventcoder.actors.resolving import SentenceActors
from eventcoder.model import Actor, Document, Sentence, Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """Lines that explain a resolution, and the actors it came to."""

    lines: list[str]
    actors: list[Actor]


def explain(phrase: str, date: dt.date | None, index: ActorIndex) -> Explanation:
    """What a phrase was read as, by which rules, and what came of it."""
    sentence = Sentence(Document("phrase", phrase, date), 1, phrase)
    return explain_span(SentenceActors(sentence, index), Span(0, len(phrase), phrase))


def explain_span(actors: SentenceActors, span: Span) -> Explanation:
    """The same of a phrase in a sentence, of whose actors no other phrase was asked yet."""
    lines: list[str] = []
    first, last = actors.tagged.range(span)
    for mention in actors.tagged.mentions:
        if first <= mention.start and mention.end <= last:
            lines += _of_mention(mention, actors, actors.sentence.doc.date)
    found = actors.completed(actors.resolve_all(span))
    if not lines:
        lines.append("it stands for somebody named before" if found else "no word of it is in any list")
    lines += [f"rule: {step}" for step in dict.fromkeys(actors.composer.steps)]
    lines += _outcome(found, actors, span)
    return Explanation(lines, found)


def _of_mention(mention: Mention, actors: SentenceActors, date: dt.date | None) -> Iterator[str]:
    text = actors.tagged.span(mention.start, mention.end).text
    if mention.agent is not None:
        strength = "strong" if mention.agent.strong else "weak"
        yield f"{text!r}: role noun {mention.agent.phrase!r}, {mention.agent.code or 'no role'}, {strength}"
        return
    for entry in mention.entries:
        since = entry.since.isoformat() if entry.since else "always"
        until = entry.until.isoformat() if entry.until else "today"
        valid = "" if date is None or entry.valid(date) else " (not on that date)"
        name = "adjective of a country" if entry.adjective else entry.kind
        yield f"{text!r}: {name} {entry.code}, from {since} until {until}{valid}"
    yield f"{text!r}: on the date {role_on(mention.entries, date) or 'nobody'}"


def _outcome(found: list[Actor], actors: SentenceActors, span: Span) -> Iterator[str]:
    if found:
        for actor in found:
            yield f"result: {actor.code}" + (" (in part inferred)" if actor.inferred else "")
        return
    asked = actors.resolve_all(span)
    if asked:
        yield f"result: nobody; {asked[0].code} of no country in particular"
    else:
        yield "result: nobody; the head of the phrase is no actor that the lists know"
