"""Whom a description means: "the ministry", "the rebels", "the group", "the kingdom", "the former general".

It is what was last called by that noun, else the last thing or person of that kind. Who does something in
the same clause is not meant: in "Israel warned the country" it is another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, tee

from eventcoder.actors.antecedents import Antecedent, Context, in_same_clause, is_plural, opener
from eventcoder.actors.completing import CHALLENGERS, HEADS
from eventcoder.actors.composing import FORMER, FORMERLY, GOVERNMENT
from eventcoder.actors.names import Mention
from eventcoder.actors.phrases import ORIGIN
from eventcoder.actors.readings import is_national, is_person
from eventcoder.actors.regions import lands_described

_NEW = frozenset({"new", "elect", "newly", "incoming"})
_RULERS = frozenset(
    {"president", "prime minister", "leader", "premier", "king", "chancellor", "ruler", "dictator"}
)
_ANY_NATION = frozenset({"country", "nation", "republic"})
_NEAR, _FAR = 3, 15
_COUNTRY = {"country"}
_GROUP = {"group", "party"}
_BODY = {"organisation", "group"}
_KINDS = {
    "group": {"group", "party", "organisation"}, "movement": _GROUP, "party": _GROUP, "faction": _GROUP,
    "network": {"group"}, "militia": {"group"}, "rebel group": {"group"}, "organisation": _BODY,
    "organization": _BODY, "alliance": _BODY, "mission": {"organisation"}, "bloc": {"organisation"},
    "body": {"organisation"}, "agency": {"organisation"}, "country": _COUNTRY, "nation": _COUNTRY,
    "state": _COUNTRY, "republic": _COUNTRY, "kingdom": _COUNTRY, "emirate": _COUNTRY, "sultanate": _COUNTRY,
    "island": _COUNTRY,
}  # fmt: skip
_LEAGUES = {
    "mission": ("IGO",),
    "alliance": ("IGONAT",),
    "bloc": ("IGOEEC", "IGOASN", "IGOAFU", "IGOWAS", "IGOSAD", "IGOGCC"),
}
"""Organisations that go by a noun of their own; no other one is meant by it."""
_HOLDERS = {
    "officer": {"COP", "MIL"}, "troops": {"MIL"}, "soldier": {"MIL"}, "general": {"MIL"},
    "commander": {"MIL"}, "policeman": {"COP"},
}  # fmt: skip
"""Whose men are called so: "Malian soldiers ... the officers"."""
_SOLDIERS = frozenset({"soldier", "troops", "trooper", "serviceman"})
_ARMS = frozenset({"military", "army", "police"})
"""Whose men a sentence may have named: "killed an Iraqi soldier, the army said"."""
_FIGHTERS = ("REB", "UAF")

Fits = Callable[[Antecedent], bool]


def described(context: Context) -> str:
    """The code of what a description means; "" where nothing fits, or things that differ do."""
    lands = lands_described(context.words)
    if lands is not None:
        return _nation(context, lands)
    noun = _noun(context)
    if noun is None:
        return ""
    before = _offers(context)
    if not _NEW.isdisjoint(context.words):
        before, again = tee(before)
        if code := _newcomer(islice(again, _NEAR), context):
            return code
    for fits, reach in _ways(context, noun):
        before, again = tee(before)  # earlier sentences are not read before they are asked for
        for number, offered in enumerate(islice(again, reach)):
            if fitting := [a for a in offered if fits(a)]:
                return _out_of_office(_only(fitting, offered, context, number), context)
    return _nation(context, context.actors.index.countries) if context.words[-1] in _ANY_NATION else ""


def _nation(context: Context, lands: frozenset[str]) -> str:
    """Which of the countries that a description fits was spoken of last, by itself or with its people.

    Of several in one sentence it is the one that opened it, else the one that the story names most.
    """
    for number, offered in enumerate(islice(context.backwards(), _FAR)):
        fitting = [a for a in offered if a.code[:3] in lands]
        if number == 0:
            fitting = [a for a in fitting if _apposed(a, context) or not in_same_clause(a, context)]
        found = {a.code[:3] for a in fitting}
        if len(found) > 1:
            first = opener(offered)
            begins = number and context.actors.tagged.range(context.span)[0] == 0
            return first.code[:3] if begins and first in fitting and first else _most_named(context, found)
        if found:
            land = found.pop()
            return "" if number > _NEAR and _rivalled(context, land, lands) else land
    memory = context.actors.memory
    named = (
        set(memory.nations()) & lands
        if memory is not None and lands != context.actors.index.countries
        else set()
    )
    return named.pop() if len(named) == 1 else ""


def _rivalled(context: Context, land: str, lands: frozenset[str]) -> bool:
    """Whether the story names another one that fits as often: after China, North Korea is communist too."""
    counts = context.actors.memory.nations() if context.actors.memory is not None else {}
    own = counts.get(land, 0)
    fits = lands if lands != context.actors.index.countries else frozenset[str]()
    return any(n >= own and other != land and other in fits for other, n in counts.items())


def _apposed(antecedent: Antecedent, context: Context) -> bool:
    """ "Moldova, [the former Soviet republic]"."""
    return context.actors.sentence.text[antecedent.end : context.span.start] == ", "


def _most_named(context: Context, lands: set[str]) -> str:
    counts = context.actors.memory.nations() if context.actors.memory is not None else {}
    first, second = sorted(lands, key=lambda land: -counts.get(land, 0))[:2]
    return first if counts.get(first, 0) >= 2 * counts.get(second, 0) > 0 else ""


def _newcomer(before: Iterable[list[Antecedent]], context: Context) -> str:
    """Who was just elected: "the new president", also before he is in office by the lists."""
    for offered in before:
        lands = {a.code[:3] for a in offered if a.elected} & context.actors.index.countries
        if lands:
            return lands.pop() + GOVERNMENT if len(lands) == 1 else ""
    return ""


def _out_of_office(code: str, context: Context) -> str:
    """Who is "the ousted president" is in office no longer."""
    former = code.endswith("GOV") and not FORMERLY.isdisjoint(context.words)
    return code.removesuffix("GOV") + FORMER if former else code


def _offers(context: Context) -> Iterator[list[Antecedent]]:
    """What can be meant, sentence by sentence; in the first one nothing of the same clause.

    "The Somali group" can only mean what is Somali.
    """
    land = context.code if context.code in context.actors.index.countries else _challenged(context)
    for number, offered in enumerate(islice(context.before, _FAR)):
        yield [a for a in offered if a.code.startswith(land) and (number or not in_same_clause(a, context))]


def _challenged(context: Context) -> str:
    """The country whose head "the president" is, as those who accuse him are its opposition; else ""."""
    actors = context.actors
    if " ".join(context.words[1:]) not in HEADS:
        return ""
    for before in next(iter(context.backwards()), []):
        if before.code[-3:] not in CHALLENGERS or not in_same_clause(before, context):
            continue
        span = actors.span(before.start, before.end)
        lands = {a.code[:3] for a in actors.completed(actors.named(span))} & actors.index.countries
        return lands.pop() if len(lands) == 1 else ""
    return ""


def _only(fitting: list[Antecedent], offered: list[Antecedent], context: Context, number: int) -> str:
    """The one code of all that fits; at the beginning of a sentence that of the subject of the one before."""
    if len({a.code for a in fitting}) == 1:
        return fitting[-1].code
    first, last = context.actors.tagged.range(context.span)
    if any(context.actors.tagged.is_name(i) for i in range(first + 1, last)):
        return ""  # "the Red Sea state": which, the story does not say
    subject = opener(offered)
    if subject is None or subject.person:
        return ""
    alone = not any(a.joined for a in offered[1:2])
    return fitting[0].code if first == 0 and number and alone and fitting[0] is subject else ""


def _noun(context: Context) -> Mention | None:
    """The role noun of a description; None where it names somebody: "the Kenyan army" needs no story."""
    tagged = context.actors.tagged
    first, last = tagged.range(context.span)
    if tagged.lower[last - 1] in ("elect", "designate") and tagged.mention(last - 1) is None:
        last -= 2  # "the president-elect"
    if any(piece.link not in ORIGIN for piece in tagged.pieces(first, last)[1:]):
        return None  # "the region with the minister"
    inside = [m for m in tagged.mentions if first <= m.start and m.end <= last]
    if not inside or inside[-1].agent is None or inside[-1].end != last:
        return None
    regions = all(m.kind == "region" and m.adjective for m in inside[:-1])
    national = len(inside) == 2 and is_national(inside[0], inside[1])
    return inside[-1] if regions or national else None


def _ways(context: Context, noun: Mention) -> Iterator[tuple[Fits, int]]:
    """What may fit, the surest first, and how many sentences back."""
    agent = noun.agent
    assert agent is not None
    tagged, words = context.actors.tagged, context.words
    plural = is_plural(noun, tagged.lower[noun.end - 1])
    kinds = _KINDS.get(agent.phrase) or _KINDS.get(agent.phrase.rpartition(" ")[2], set())
    former = not FORMERLY.isdisjoint(words)

    bare = " ".join(word for word in agent.phrase.split() if word not in FORMERLY)

    def called(a: Antecedent) -> bool:
        same = bool(a.noun) and f" {a.noun}".endswith(f" {bare}")
        return same and a.plural == plural and len(a.code) > len(agent.code)

    leagues = _LEAGUES.get(agent.phrase)

    def of_kind(a: Antecedent) -> bool:
        if leagues and a.code.startswith("IGO"):
            return a.code.startswith(leagues)
        if a.kind in kinds or (kinds is _GROUP and a.code[3:6] == "PTY"):
            return not plural
        if plural:
            same = agent.phrase in _SOLDIERS and a.noun.rpartition(" ")[2] in _SOLDIERS
            holds = a.code[3:6] in _HOLDERS.get(agent.phrase, ()) and not a.person
            return same or holds or _fights(a, agent.code)
        return agent.phrase in _RULERS and a.person and not a.noun and a.code.endswith(agent.code)

    def person(a: Antecedent) -> bool:
        if plural or not a.person or not a.names:
            return False
        if former:
            return True
        return agent.phrase.endswith("leader") or bool(agent.code and a.code[3:].startswith(agent.code))

    def out_of_office(a: Antecedent) -> bool:
        return former and person(a) and a.code.endswith("ELI")

    def alike(a: Antecedent) -> bool:
        return plural and a.plural and bool(agent.code) and a.code[3:] == agent.code

    def armed(a: Antecedent) -> bool:
        return a.code[3:] == agent.code

    yield called, _FAR
    yield of_kind, _FAR
    if agent.phrase in _ARMS:
        yield armed, 1
    yield alike, 2
    if is_person(tagged, noun):
        yield out_of_office, _NEAR
        yield person, _NEAR


def _fights(antecedent: Antecedent, role: str) -> bool:
    """A named armed group is "the rebels", "the militants"."""
    armed = antecedent.code[3:6] in _FIGHTERS or antecedent.code.startswith("IMG")
    return antecedent.kind == "group" and role in _FIGHTERS and armed
