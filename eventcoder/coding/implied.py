"""Whom an act is aimed at where no slot of the pattern names anybody: the next actor that the sentence names.

"Britain mobilised reservists for a possible war against Iraq": a reader takes Iraq for the target, though
no grammar of "mobilise" says so. The result is marked as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventcoder.actors.composing import GOVERNMENT
from eventcoder.actors.finding import Found, named_in
from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.settling import is_town
from eventcoder.codebook.shape import Home
from eventcoder.coding.matching import Match
from eventcoder.model import NOT_NAMED, Actor, Frame, Span

_CHALLENGERS = frozenset("OPP REB LAB EDU CVL AGR REL REF HLH BUS CRM NGO".split())
_FORCES = frozenset("COP MIL JUD SPY".split())
_PEOPLE = frozenset("OPP EDU LAB REL AGR HLH MED CVL".split())
_ARMED = frozenset({"REB", "UAF"})
_MUTUAL = re.compile(
    r"\b(?:each other|one another|bilateral|mutual|their (?:two )?countries"
    r"|their (?:common |shared |joint |land )?(?:border|frontier)"
    r"|(?:the|both|their|between) two (?:countries|nations|sides|states|neighbou?rs|governments|powers))\b"
)
_CLAUSE = re.compile(
    r";|\b(?:but|while|whereas|which|who|whose|whom|although|though|where|after|before|when|because)\b"
    r"|, (?:drawing|prompting|provoking|triggering|sparking|angering|alarming)\b"
    r"|, and |\band (?:[a-z]+ly )?(?:[a-z]+ed|said|told|met|held|sent|began|broke|cut|made|took)\b"
)
_BORDER = re.compile(r"['’]s? (?:\w+ )?(?:border|frontier)s? with (?:the )?$")
_INSERTED = re.compile(r", (?:which|who|whose|where)\b[^,]*$")
_VENUE = re.compile(
    r"(?:talks|negotiations|conference|summit|meeting|session|embassy|embassies|consulates?"
    r"|said|says|announced|told reporters|told journalists|told a news conference)"
    r" (?:in|at) (?:the )?$"
)
_OCCASION = re.compile(r"(?: [a-z-]+){0,2} (?:talks|negotiations|conference|summit|meeting|session|forum)\b")
_TRUCE = re.compile(r"\b(?:truce|cease-?fire|armistice)\b")
_PAPER = re.compile(
    r"(?:['’]s?)? (?:\w+ )?(?:resolutions?|sanctions|charter|conventions?|treat(?:y|ies)|rules|mandate)\b"
)
_TELLING = re.compile(r"\b(?:told|tells|telling|assured|informed) (?:\w+ )?$")
_AND = re.compile(r",? and (?:the )?")
_DISCONTENTED = _CHALLENGERS | {"HRI", "MED", "PTY"}
"""What these demand and protest about is for their government to mend, if nobody else is named."""
_STATE = frozenset("GOV MIL COP LEG JUD SPY".split())
"""Within one country these two sides act on one another, and neither on itself."""


def implied_target(match: Match, sources: Sequence[Actor], actors: SentenceActors) -> list[Actor]:
    """The first actor named behind the act, else before it, that is neither its source nor who speaks.

    A state is no target of its own people, unless its government or forces are named. They in turn act
    on those who challenge them, but not on the country.
    """
    frame = match.frame
    taken = [s.span for s in sources if s.span]
    speaker = actors.resolve(frame.speaker) if frame.speaker is not None else None
    if frame.speaker is not None:
        taken.append(frame.speaker)
    inserted = _inserted(frame)
    found = [f.actor for f in sorted(named_in(actors), key=lambda f: _distance(f, frame.trigger))]
    for at, actor in enumerate(found):
        span = actor.span
        if span is None or any(span.start < other.end and other.start < span.end for other in taken):
            continue
        text = frame.sentence.text
        if _apart(text, frame.trigger, span) or _borders(text, span) or _is_paper(text, span):
            continue
        if _VENUE.search(text[: span.start]) or _listens(text, span, sources, speaker):
            continue
        if _OCCASION.match(text, span.end) and is_town(actors.tagged, span):
            continue  # "walked out of the *Geneva* talks"
        if inserted and span.start > frame.trigger.end and not any(_within(span, own) for own in inserted):
            continue
        if speaker is not None and (actor.code, actor.inferred) == (speaker.code, speaker.inferred):
            continue  # "*the Kremlin* said that Putin had told her that Mali had broken the law"
        if _known(actor, actors) and all(opposed(source.code, actor.code) for source in sources):
            return [Actor(a.code, a.span, inferred=True) for a in (actor, *_joined(found[at:], actors))]
    return []


def _joined(found: Sequence[Actor], actors: SentenceActors) -> Iterator[Actor]:
    """Those named together with the first: "against the United States and *Britain*"."""
    last = found[0].span
    for actor in found[1:]:
        if last is None or actor.span is None or not _known(actor, actors):
            return
        between = actors.sentence.text[last.end : actor.span.start]
        if not _AND.fullmatch(between):
            return
        yield actor
        last = actor.span


def _apart(text: str, trigger: Span, named: Span) -> bool:
    """Whether another clause begins between the act and who is named."""
    first, second = sorted((trigger, named), key=lambda span: span.start)
    between = text[first.end : second.start]
    if second is trigger and "," in between and _INSERTED.search(text[: named.start]):
        return True  # "Chad, which accuses *Mali*, made no comment"
    return bool(_CLAUSE.search(between)) or (first is trigger and between.endswith((" and ", " and the ")))


def _inserted(frame: Frame) -> list[Span]:
    """The phrases of a clause that tells of who is named before it: "a spy whom *Chad* jailed left Mali".

    What follows such a clause is said of its antecedent. Of any other clause: none.
    """
    objects, subjects = frame.fillers("object"), frame.fillers("subject")
    if not (objects and subjects and objects[0].end < subjects[0].start < frame.trigger.start):
        return []
    return [span for spans in frame.args.values() for span in spans]


def _is_paper(text: str, named: Span) -> bool:
    """ "Flouted *U.N. resolutions*": what somebody wrote, whether that is part of the phrase or behind it."""
    return _PAPER.match(text, named.end) is not None or _PAPER.search(named.text) is not None


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _listens(text: str, named: Span, sources: Sequence[Actor], speaker: Actor | None) -> bool:
    """ "Chad told *Mali* that Niger broke the law": who is told what a third one did is not its target."""
    if speaker is None or not _TELLING.search(text[: named.start]):
        return False
    return speaker.code[:3] not in {source.code[:3] for source in sources}


def _borders(text: str, named: Span) -> bool:
    """ "Villages near Macedonia's border with *Bulgaria*": that only tells where in Macedonia."""
    return bool(_BORDER.search(text[: named.start]))


def each_other(match: Match, sources: Sequence[Actor]) -> bool:
    """Whether several who do it do it to one another: "agreed on a pact between the two countries".

    A truce is always one with the other side, also within a country.
    """
    frame = match.frame
    text = frame.sentence.text
    if len({s.code for s in sources}) > 1 and _TRUCE.search(text, frame.trigger.end):
        return len(frame.fillers("together")) > 1 or len(frame.fillers("subject")) < len(sources)
    return len({s.code[:3] for s in sources}) > 1 and bool(_MUTUAL.search(text))


def domestic(source: Actor, target: Actor, actors: SentenceActors) -> tuple[Actor, Actor]:
    """A role without a country gets that of the other side, where one is the other's state.

    Soldiers who arrest "monks" arrest those of their country; villagers driven out "by soldiers" met
    those of theirs. So do rebels and soldiers.
    """
    if _is_home(source, _FORCES, target, _PEOPLE, actors):
        return source, Actor(source.code[:3] + target.code, target.span, inferred=True)
    if _is_home(source, _ARMED, target, _FORCES, actors):
        return source, Actor(source.code[:3] + target.code, target.span, inferred=True)
    if _is_home(target, _PEOPLE | _ARMED, source, _FORCES, actors):
        return Actor(target.code[:3] + source.code, source.span, inferred=True), target
    return source, target


def at_home(source: Actor, home: Home | None, actors: SentenceActors) -> Actor:
    """Whom an act that is mostly done at home is aimed at where nobody is named: nobody for other acts.

    Those who protest do it against their government; a ministry or the police act on their country, which
    does not act on itself.
    """
    land = source.code[:3]
    if home is None or land not in actors.index.countries:
        return NOT_NAMED
    if home == "people":
        return Actor(land, inferred=True) if source.code != land else NOT_NAMED
    challenged = source.code[3:6] in _DISCONTENTED or _is_crowd(source, actors)
    return Actor(land + GOVERNMENT, inferred=True) if challenged else NOT_NAMED


def _is_crowd(source: Actor, actors: SentenceActors) -> bool:
    """Whether a country stands for some of its people: "thousands of Peruvians", not "Peru", "Peruvians"."""
    if source.span is None or source.code not in actors.index.countries:
        return False
    first, last = actors.tagged.range(source.span)
    named = actors.tagged.mention(last - 1)
    several = last - first > 1 and actors.tagged.lower[first] != "the"
    return several and named is not None and named.adjective


def _is_home(
    known: Actor, kind: frozenset[str], bare: Actor, roles: frozenset[str], actors: SentenceActors
) -> bool:
    """Whether one side has a country and a role of its `kind`, and the other only one of the `roles`."""
    country = known.code[:3] in actors.index.countries and known.code[3:6] in kind
    return country and bare.code in roles


def _distance(found: Found, trigger: Span) -> tuple[bool, bool, int]:
    """Who is named behind the act comes first, mere places last, the nearest before others."""
    span = found.actor.span or trigger
    before = span.end <= trigger.start
    return found.how == "place", before, trigger.start - span.end if before else span.start - trigger.end


def opposed(source: str, target: str) -> bool:
    """Whether one may act on the other; within one country only its people on the state, and vice versa."""
    if source[:3] != target[:3]:
        return True
    sides = source[3:6], target[3:6]
    return any(a in _CHALLENGERS and b in _STATE for a, b in (sides, sides[::-1]))


def _known(actor: Actor, actors: SentenceActors) -> bool:
    """Whether the code says whose actor it is: a country's, or an organisation. The press is a channel."""
    land = actor.code[:3]
    if actor.code.endswith("MED"):
        return False
    return land in actors.index.countries or land in ("IGO", "NGO", "IMG")
