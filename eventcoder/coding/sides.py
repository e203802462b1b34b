"""Who stands where a rule looks for its source and its target.

Most of a rule's slots are grammatical and are looked up in the frame. The others are named for what they
are: `about` and `doer` ask the embedded act, `owner` asks whose thing the object is, `maker` whose deed or
weapon did it, `site` who or whose place was struck, `town` which country's town, `place` where the act took
place, `home` the country of the source, `speaker` who says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise

from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.settling import is_town
from eventcoder.codebook.rules import NONE, NOUN_SOURCE, OWNER, SPECIAL, Slot
from eventcoder.coding.facts import is_word, singular
from eventcoder.coding.implied import opposed
from eventcoder.coding.matching import Match
from eventcoder.model import NOBODY, NOT_NAMED, Actor, Frame, Span

PLACE_SLOTS = ("in", "at", "near", "across", "inside", "outside")

_SPEAKING = frozenset({"i", "we", "me", "us"})
_PERSONS = frozenset("he she it they who that which one some many others all both you".split()) | _SPEAKING
_UNKNOWN = frozenset(
    """
    abductor ally arsonist assailant assassin attacker authority bomber captor column convoy crew
    crowd culprit extremist faction fighter follower force gang group hijacker intruder invader jet
    junta kidnapper killer leader loyalist man mob officer official opponent party perpetrator plane
    raider regime side squad supporter team thug unit vandal vigilante warplane warship youth
    boy fanatic girl individual knifeman motorcyclist pair people person stranger teenager trio woman
    """.split()
)
"""People of whom it may be unknown who they are; other common nouns that no list has are no actors."""
_DEEDS = frozenset("attack raid strike bombing shelling ambush assault".split())
"""Whose deed it was is asked of other rules: "*Israeli* tank attacks killed two"."""
_DOERS = (*NOUN_SOURCE, "modifier", "of")
_AUTHORITIES = frozenset("country GOV MIL JUD COP LEG REB".split())
_HELD = frozenset("stronghold enclave settlement camp base territory".split())
_DONE_TO = ("object", "recipient", "to", "against", "on", "with")
_OWNERS = ("by", "of", "from")
_POSTS = ("embassy", "embassies", "consulate", "consulates", "mission", "high commission", "ambassador")
"""These stand in another country than the one they belong to."""
_OCCASIONS = ("talks", "negotiations", "conference", "summit", "meeting", "negotiation", "consultations")
"""These are nobody's, wherever they are held."""
_LOADS = ("delivery", "deliveries", "batch", "shipment", "consignment", "load")
_OPPOSED = ("against", "over", "at")
_HARM = tuple(
    """
    abduction abuse arrest arrests assassination beating caning conviction death deaths deportation
    detention disappearance eviction execution expulsion hanging harassment imprisonment jailing
    killing killings lynching massacre mistreatment murder murders persecution rape sacking shooting
    slaying torture treatment trial
    """.split()
)
"""What people suffer, who protest against it or for whom others do."""
_SPOKEN = frozenset("language languages dialect alphabet script cuisine".split())
"""What is named for a people and is no one's: "the Russian language"."""
_MAKERS = ("by", "from")
_STRUCK = ("object",)
"""Where `site` and `town` look if the pattern names no other slot beside them."""
_SITES = frozenset(
    """
    town city village capital suburb district neighbourhood neighborhood quarter province region area hamlet
    territory island port harbour harbor border frontier enclave valley outskirts settlement stronghold part
    north south east west countryside soil county oblast state peninsula strip coast mountain road highway
    """.split()
)


def fill(
    match: Match, slots: Iterable[Slot], role: str, actors: SentenceActors, sources: Sequence[Actor] = ()
) -> list[Actor] | None:
    """Actors of the first slot that names any; nobody where that is allowed; None otherwise.

    `role` is "source" or "target"; `sources` are known where the target is looked for.
    """
    optional, strangers = False, False
    for slot in slots:
        optional = optional or slot.optional or slot.name == NONE
        found = in_slot(match, slot.name, role, actors, sources)
        if found and (known := actors.completed(found)):
            return known
        if role == "source" and slot.name == "subject" and not _asked_for(match, slot.name):
            strangers = strangers or any(map(_is_no_actor, match.fillers(slot.name)))
    if not optional or strangers:
        return None
    return (role == "source" and announcers(match, actors)) or [NOT_NAMED]


def announcers(match: Match, actors: SentenceActors) -> list[Actor]:
    """Authorities that say what will be done, where the text does not say by whom.

    "Egypt said that the curfew would be lifted": Egypt will lift it.
    """
    frame = match.frame
    if (
        frame.kind != "verb"
        or frame.speaker is None
        or "future" not in frame.moods
        or frame.fillers("subject")
    ):
        return []
    return [a for a in said_by(match, actors) if has_role(a, _AUTHORITIES, actors.index.countries)]


def said_by(match: Match, actors: SentenceActors) -> list[Actor]:
    """Who says that the act takes place."""
    speaker = match.frame.speaker
    said = actors.resolve(speaker) if speaker else None
    return [said] if said else []


def _asked_for(match: Match, slot: str) -> bool:
    """Whether the pattern says which things stand in the slot ("rockets hit ...")."""
    return any(slot in slots for slots in match.rule.where)


def _is_no_actor(span: Span) -> bool:
    """Whether a phrase that no list knows is no actor at all: "hail", "the duke", "you" and "we".

    Of a name ("Commander Zero"), a pronoun or "attackers" it may only be unknown which actor is meant.
    """
    words = span.text.split()
    if singular(span.head) in _DEEDS:
        return True
    if span.text.lower() in _PERSONS or span.head in _UNKNOWN:
        return words[0].lower() in _SPEAKING or words[0].lower() == "you"
    return not any(word[0].isupper() for word in (words[1:] if span.start == 0 else words))


def in_slot(
    match: Match, slot: str, role: str, actors: SentenceActors, sources: Sequence[Actor]
) -> list[Actor]:
    """Actors that one slot names."""
    match slot:
        case "about" if match.rule.embeds:
            return about(match, role, actors, sources)
        case "doer":
            own = {s.span for s in sources}
            return [a for a in doers(match, actors) if a.span not in own]
        case "owner":
            return [a for s in match.fillers("object") for a in owners(s, actors)]
        case _ if slot.startswith(OWNER):
            of = slot.removeprefix(OWNER)
            return [a for s in match.fillers(of) for a in owners(s, actors, _HARM if of in _OPPOSED else ())]
        case "maker":
            return makers(match, actors)
        case "site":
            return _first_slot(match, role, partial(struck, actors=actors))
        case "town":
            return _first_slot(match, role, partial(towns, actors=actors))
        case "modifier":
            kind = set(match.trigger_words)
            return [
                a
                for s in match.fillers(slot)
                if s.text.lower() not in kind
                # "South Korean naval" is no phrase, but names South Korea
                for a in actors.resolve_all(s) or [b for m in actors.within(s) for b in actors.resolve_all(m)]
            ]
        case "place":
            return places(match, actors)
        case "speaker":
            return said_by(match, actors)
        case "home":
            lands = dict.fromkeys(s.code[:3] for s in sources if s.code[:3] in actors.index.countries)
            return [Actor(land, inferred=True) for land in lands]
        case "out of" | "into" | "inside" | "outside" | "around" if found := [
            land for s in match.fillers(slot) for land in towns(s, actors)
        ]:
            return found
        case _:
            said = match.frame.speaker
            spans = (said if said and s.text.lower() in _SPEAKING else s for s in match.fillers(slot))
            return [a for s in spans for a in actors.resolve_all(s)]


def about(match: Match, role: str, actors: SentenceActors, sources: Sequence[Actor]) -> list[Actor]:
    """That side of the embedded act; of an act that no rule knows, whom it is done to.

    A king who refuses to restore parliament refuses that to others.
    """
    inner, content = match.inner, match.frame.content
    if inner is not None:
        return fill(inner, getattr(inner.rule, role), role, actors) or []
    found = _first_named(content, _DONE_TO, actors) if content and role == "target" else []
    return [a for a in found if all(opposed(s.code, a.code) for s in sources)]


def doers(match: Match, actors: SentenceActors) -> list[Actor]:
    """Who does the embedded act, whether a rule fits that or not."""
    inner, outer = match.inner, match.frame.content
    if inner is not None:
        # "insisted that Israel explain the raid": Israel, whoever raided
        above = outer is not None and outer is not inner.frame and outer.kind == "verb"
        if outer is not None and above and (named := _first_named(outer, ("subject",), actors)):
            return named
        found = fill(inner, inner.rule.source, "source", actors)
        if found and found != [NOT_NAMED]:
            return found
    content = inner.frame if inner else match.frame.content
    if content is None:
        return []
    # "charged that Russian planes had bombed Sukhumi": whose planes they are
    whose = (a for s in content.fillers("subject") for a in _named_before(actors.pieces(s), actors))
    return _first_named(content, _DOERS, actors) or list(whose)


def owners(span: Span, actors: SentenceActors, suffered: tuple[str, ...] = ()) -> list[Actor]:
    """Whose thing a phrase names: "Iraq's plan", "the Iraqi plan", "a plan by Iraq", "the war in Iraq".

    Acts that are `suffered` are not those of whom they befell ("a rally against the killing of *monks*").
    """
    pieces = actors.pieces(span)
    if owner := _named_before(pieces, actors):
        return [] if _is_venue(pieces[0][1], actors) else owner
    behind = (
        piece
        for before, piece in pairwise(pieces)
        if not before[1].text.lower().endswith(_POSTS + _OCCASIONS if piece[0] == "in" else suffered)
    )
    rest = sorted(behind, key=lambda piece: (piece[0] != "by", piece[0] not in _OWNERS))
    load = bool(pieces) and pieces[0][1].text.lower().endswith(_LOADS)
    found = (
        _sender(piece, actors)
        if load and piece[0] == "of"
        else actors.resolve_all(piece[1]) or _named_before([piece], actors)
        for piece in rest
    )
    return next((owners for owners in found if owners), [])


def _sender(piece: tuple[str, Span], actors: SentenceActors) -> list[Actor]:
    """Whose the load is: "a batch of *Russian* tanks"; the tanks are no army that sends or gets it."""
    named = actors.resolve_all(piece[1])
    return _named_before([piece], actors) or [a for a in named if a.code in actors.index.countries]


def _is_venue(head: Span, actors: SentenceActors) -> bool:
    """ "The *Abuja* negotiations": a town tells where they are held, and not whose they are."""
    return head.text.lower().endswith(_OCCASIONS) and is_town(actors.tagged, actors.within(head)[0])


def makers(match: Match, actors: SentenceActors) -> list[Actor]:
    """Whose deed or weapon it was, of a phrase that the rule asks for in `where`.

    "*Israeli* air strikes killed ...", "were killed in an attack by *rebels*". Where it happened says
    nothing of that: nobody is named by "a blast in Iraq killed ...".
    """
    for slots, words in match.rule.where.items():
        for span in (s for slot in slots for s in match.fillers(slot) if is_word(s, words)):
            pieces = actors.pieces(span)
            if maker := _named_before(pieces, actors, words):
                return maker
            for link, piece in pieces[1:]:
                if link in _MAKERS and (maker := actors.resolve_all(piece)):
                    return maker
    return [a for span in match.fillers("made by") for a in actors.resolve_all(span)]


def _named_before(
    pieces: Sequence[tuple[str, Span]], actors: SentenceActors, words: Iterable[str] = ()
) -> list[Actor]:
    """The actors named in front of the head of a phrase, or of the one of `words` that it ends in.

    A "U.S. drone strike" is that of the United States, and the drone belongs to the strike.
    "Military contacts" are no army's: the word tells of what kind they are.
    """
    if not pieces:
        return []
    head = pieces[0][1]
    if head.text.split()[-1].lower() in _SPOKEN:
        return []
    ending = max((len(w) for w in words if " " in w and w in head.text.lower()), default=1)
    before = [m for m in actors.within(head) if m.end <= head.end - ending]
    if not before or [m.text.lower() for m in before] in (["military"], ["bank"], ["business"], ["company"]):
        return []
    return actors.resolve_all(actors.span(head.start, before[-1].end)) or [
        a for m in before for a in actors.resolve_all(m)
    ]


def _first_slot(match: Match, role: str, named: Callable[[Span], list[Actor]]) -> list[Actor]:
    """Whom all phrases name in the first slot that names any, besides those that are asked for by name."""
    others = [s.name for s in getattr(match.rule, role) if s.name not in SPECIAL] or _STRUCK
    found = ([a for span in match.fillers(slot) for a in named(span)] for slot in others)
    return next(filter(None, found), [])


def struck(span: Span, actors: SentenceActors) -> list[Actor]:
    """Whom a blow hits: "at *Mosul*", "at *the rebels*", "at *Turkish* trenches", "a bar in *Mosul*".

    Who is only called refugees is of the place: "a *refugee* camp in *Jenin*".
    """
    found = towns(span, actors) or actors.resolve_all(span) or owners(span, actors)
    land = "" if any(a.code not in actors.index.roles for a in found) else actors.place(span)
    if land and found:
        return [Actor((actors.home(a) or land) + a.code, a.span, inferred=True) for a in found]
    return [Actor(land, span)] if land else found


def towns(span: Span, actors: SentenceActors) -> list[Actor]:
    """The country of a place; a capital is a place here and no government.

    "A Kurdish rebel stronghold on the Turkish border" is that of the rebels.
    """
    land = actors.place(span) if _is_site(span, actors) and not _is_held(span, actors) else ""
    return [Actor(land, span)] if land else []


def _is_held(span: Span, actors: SentenceActors) -> bool:
    """Whether those are named before a place whose it is, other than a country."""
    pieces = [piece for piece in actors.pieces(span) if piece[1].text.split()[-1].lower() in _HELD]
    held = (a for piece in pieces for a in _named_before([piece], actors))
    return any(a.code not in actors.index.countries for a in held)


def _is_site(span: Span, actors: SentenceActors) -> bool:
    """Whether the head of a phrase is a word for a place, or the name of one ("rebel-held Mosul")."""
    if span.head.lower() in _SITES:
        return True
    pieces = actors.pieces(span)
    names = actors.within(pieces[0][1]) if pieces else []
    return bool(names) and names[-1].end == pieces[0][1].end and bool(actors.place(names[-1]))


def places(match: Match, actors: SentenceActors) -> list[Actor]:
    """The country in which the act took place."""
    spans = [span for slot in PLACE_SLOTS for span in match.fillers(slot)]
    return next(([Actor(land, span)] for span in spans if (land := actors.place(span))), [])


def has_role(actor: Actor, roles: frozenset[str], countries: frozenset[str]) -> bool:
    """Whether an actor's code has one of the roles; `country` is a bare country, `nobody` nobody."""
    code = actor.code
    if code == NOBODY:
        return "nobody" in roles
    if code in countries:
        return "country" in roles
    return any(code[i : i + 3] in roles for i in range(0, len(code), 3))


def may_have_roles(match: Match, named: bool, actors: SentenceActors) -> bool:
    """Whether those who are named have the roles that the rule wants; who is not named may have them.

    With `named`, a target that the rule wants must be named by somebody whom the lists know.

    Where the rule wants a town, one must be named: "take steps" takes none.
    """
    target = match.rule.target
    if all(slot.name == "town" for slot in target) and not fill(match, target, "target", actors):
        return False
    if named and fill(match, target, "target", actors) is None:
        return False
    for side, wanted in match.rule.roles.items():
        found = fill(match, getattr(match.rule, side), side, actors)
        countries = actors.index.countries
        if found and found != [NOT_NAMED] and not any(has_role(a, wanted, countries) for a in found):
            return False
    return True


def _first_named(frame: Frame, slots: Iterable[str], actors: SentenceActors) -> list[Actor]:
    for slot in slots:
        found = [a for span in frame.args.get(slot, ()) for a in actors.resolve_all(span)]
        if found and (known := actors.completed(found)):
            return known
    return []
