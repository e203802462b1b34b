"""Every mention of an actor in a document, for `eventcoder actors find`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventcoder.actors.names import PLACE_KINDS, ActorIndex
from eventcoder.actors.nounphrases import NounPhrase, coordinated, noun_phrases
from eventcoder.actors.phrases import LOCATION, Tagged
from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.settling import is_located
from eventcoder.actors.story import Story
from eventcoder.model import Actor, Sentence, Span

COLUMNS: Mapping[str, str] = {
    "document_id": "the document",
    "sentence_number": "number of the sentence in the document, from 1",
    "start": "where the phrase begins in the document's text, in characters from 0",
    "end": "where it ends",
    "text": "the phrase",
    "code": "the composed code",
    "how": "name, composed, modifier, reference or place",
    "inferred": "yes where a part of the code was not in the phrase itself",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of an actor. `how` says what kind of mention it is; see COLUMNS."""

    sentence: Sentence
    actor: Actor
    how: str

    def row(self) -> dict[str, str]:
        span = self.actor.span
        assert span is not None
        start = self.sentence.start
        values = (
            self.sentence.doc.id, str(self.sentence.index), str(start + span.start), str(start + span.end),
            " ".join(span.text.split()), self.actor.code, self.how, "yes" if self.actor.inferred else "",
        )  # fmt: skip
        return dict(zip(COLUMNS, values, strict=True))


def find_actors(
    sentences: Sequence[Sentence], index: ActorIndex, coreference: bool = True
) -> Iterator[Found]:
    """The mentions in the sentences of one document, in order of the text."""
    story = Story(sentences, index, coreference)
    for sentence in sentences:
        actors = story.actors(sentence)
        found = [*named_in(actors), *(_references(actors, story) if coreference else ())]
        yield from sorted(found, key=lambda f: (f.actor.span.start if f.actor.span else 0, f.actor.code))


def named_in(actors: SentenceActors) -> Iterator[Found]:
    """The actors that a sentence names, coordinated ones completed from one another; in no fixed order."""
    for group in coordinated(noun_phrases(actors.tagged)):
        together: list[Actor] = []
        hows: dict[Span | None, str] = {}
        for phrase in group:
            yield from _posted(actors, phrase)
            known, how = _named(actors, phrase)
            if how == "place":
                yield Found(actors.sentence, known[0], how)
                continue
            together += known
            hows |= {actor.span: how for actor in known}
        for actor in actors.completed(together):
            yield Found(actors.sentence, actor, hows.get(actor.span, "composed"))


def _posted(actors: SentenceActors, phrase: NounPhrase) -> Iterator[Found]:
    """The country to which an ambassador is sent: it is named, though it is not the phrase's actor."""
    tagged = actors.tagged
    for mention in tagged.mentions:
        inside = phrase.first < mention.start and mention.end <= phrase.last
        if inside and mention.kind == "country" and tagged.word(mention.start - 1) in ("to", "for"):
            span = tagged.span(mention.start, mention.end)
            if not mention.adjective and (code := actors.composer.on_date(mention)):
                yield Found(actors.sentence, Actor(code, span), "name")


def _named(actors: SentenceActors, phrase: NounPhrase) -> tuple[list[Actor], str]:
    """The actors of one phrase, and what kind of mention it is."""
    tagged, first, last = actors.tagged, phrase.first, phrase.last
    span = tagged.span(first, last)
    if land := _place(actors, first, last):
        return [Actor(land, span)], "place"
    if phrase.modifies:
        mentions = [m for m in tagged.mentions if first <= m.start and m.end <= last]
        land = actors.composer.place(first, last)
        places = [m for m in mentions if m.kind in PLACE_KINDS] or mentions
        span = tagged.span(mentions[0].start, places[-1].end)
        return ([Actor(land, span)] if land else []), "modifier"
    code, _ = actors.composer.code(first, last)
    if not (code and actors.composer.has_land(code)) and tagged.word(last) in LOCATION:
        whole, inferred = actors.composer.code(first, _behind_place(tagged, last + 1))
        if inferred:
            return [Actor(whole, span, inferred)], "composed"
    known = actors.named(span)
    if not known and (land := actors.composer.place(first, last)):
        place = next(m for m in tagged.mentions if first <= m.start and m.kind in PLACE_KINDS)
        return [Actor(land, tagged.span(place.start, place.end))], "modifier"
    if known and not code:
        return known, "reference"
    return known, "name" if len(actors.within(span)) == 1 else "composed"


def _behind_place(tagged: Tagged, start: int) -> int:
    """The word behind the place that begins at `start`, with an article or "the city of" before it."""
    for at in range(start, min(start + 5, len(tagged.words))):
        mention = tagged.mention(at)
        if mention is not None:
            return mention.end
    return start


def _place(actors: SentenceActors, first: int, last: int) -> str:
    """The country of a phrase that only tells where: a city, or any place behind "in" or "near"."""
    tagged = actors.tagged
    mentions = [m for m in tagged.mentions if first <= m.start and m.end <= last]
    if any(m.kind not in PLACE_KINDS for m in mentions) or mentions[-1].adjective:
        return ""
    if mentions[-1].kind == "city" or is_located(tagged, mentions[-1]):
        return actors.composer.place(first, last)
    return ""


def _references(actors: SentenceActors, story: Story) -> Iterable[Found]:
    for span in story.references(actors):
        for actor in actors.named(span):
            whole = actors.infer_country(actor, [])
            yield Found(actors.sentence, Actor(whole.code, span, whole.inferred), "reference")


__all__ = ["COLUMNS", "Found", "Span", "find_actors"]
