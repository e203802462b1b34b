"""Which pairs of actors a match names, and whether a pair has what its rule wants."""

from __future__ import annotations

from collections.abc import Sequence

from eventcoder.actors.composing import GOVERNMENT
from eventcoder.actors.lists import NEEDS_LAND
from eventcoder.actors.resolving import SentenceActors
from eventcoder.actors.settling import is_located
from eventcoder.codebook.rules import NONE, Rule, Slot
from eventcoder.coding.implied import at_home, domestic, each_other, implied_target
from eventcoder.coding.matching import Match
from eventcoder.coding.misfits import Misfit
from eventcoder.coding.sides import fill, has_role, in_slot, places
from eventcoder.coding.steps import Dyad
from eventcoder.errors import EventcoderError
from eventcoder.model import NOBODY, NOT_NAMED, Actor

_MOST = 2500
_ANYBODY = frozenset("--- CVL MED BUS MNC LAB EDU AGR REL CRM HLH".split())
"""Private persons of no country: what they do to each other or to nobody is no politics."""
_ORGANS = frozenset({GOVERNMENT, "GOVMIL", "MIL", "LEG", "JUD", "COP"})
_PLACES = {"third": "a third country", "source": "the country of the source", "target": "that of the target"}


def dyads(match: Match, mutual: bool, actors: SentenceActors) -> list[Dyad] | Misfit:
    """Pairs of actor and target that the match names; a Misfit where a side is filled by nobody.

    Nobody meets himself, and no country or government acts on itself; rebels may fight rebels. `mutual`:
    what one does the other does as well. Raises EventcoderError where so many are named that the
    sentence is a list, not an event.
    """
    if _among_themselves(match.rule) and (others := in_slot(match, "with", "target", actors, ())):
        names = [actor.code for actor in others]
        return Misfit("they do it with somebody else", names, "nobody behind 'with' but")
    sources = fill(match, match.rule.source, "source", actors)
    targets = fill(match, match.rule.target, "target", actors, sources or ())
    sources = _across(match, sources, targets or (), actors)
    if sources is None:
        return _nobody("source", match.rule.source)
    if targets is None:
        return _nobody("target", match.rule.target)
    if len(sources) * len(targets) > _MOST:
        raise EventcoderError(
            f"{len(sources)} actors and {len(targets)} targets in one sentence: a list, not an event"
        )
    if not mutual and match.rule.seeks_target:
        if (targets == [NOT_NAMED] or _at_home(sources, targets)) and each_other(match, sources):
            targets = sources
        elif targets == [NOT_NAMED]:
            targets = implied_target(match, sources, actors) or targets
    if _may_be_nobody(match.rule) and not (mutual or match.rule.at_home) and _itself(sources, targets):
        targets = [NOT_NAMED]
    targets = targets if mutual else _other_side(sources, targets)
    if mutual and [a.span for a in sources] == [t.span for t in targets]:
        pairs = [(a, t) for i, a in enumerate(sources) for t in targets[i + 1 :]]
    else:
        pairs = [domestic(a, t, actors) for a in sources for t in targets]
        pairs = [(a, at_home(a, match.rule.home, actors) if t.code == NOBODY else t) for a, t in pairs]
    # "X and Y reopened their border": to one another
    own = match.rule.at_home and not mutual and not (len(sources) > 1 and len(targets) > 1)
    return [
        (a, t)
        for a, t in pairs
        if not (a.code == t.code == NOBODY)
        and (a.span is None or a.span != t.span or (a.code != t.code and _of_one_phrase(match.rule)))
        and not (a.code == t.code and not own and _one(a.code, mutual))
    ] or _same(sources, targets)


def _other_side(sources: Sequence[Actor], targets: list[Actor]) -> list[Actor]:
    """ "China urged *the two sides* ...": the other one, where China is one of them."""
    lands = {source.code[:3] for source in sources}
    one_phrase = len(targets) > 1 and len({target.span for target in targets}) == 1
    others = [t for t in targets if t.code[:3] not in lands] if one_phrase else []
    return others or targets


def misfit(match: Match, dyad: Dyad, actors: SentenceActors) -> Misfit | None:
    """Which role that the rule wants the two have not, or that it did not take place where the rule wants."""
    wanted = match.rule.roles
    for side, actor in zip(("source", "target"), dyad, strict=True):
        if side in wanted and not has_role(actor, wanted[side], actors.index.countries):
            what = f"the {side} {actor.code} has none of the roles"
            return Misfit(what, wanted[side], f"a {side} with one of the roles")
    if all(actor.code in _ANYBODY for actor in dyad):
        codes = [actor.code for actor in dyad]
        return Misfit(
            "no country, authority or group is on either side", codes, "one that is no private person"
        )
    if all(_is_private(actor.code, match.rule.private, actors.index.countries) for actor in dyad):
        codes = [actor.code for actor in dyad]
        return Misfit("only private persons are on both sides", codes, "a country, authority or group among")
    if match.rule.place is None or _in_place(match, dyad, actors):
        return None
    return Misfit("it is not said to take place in", [_PLACES[match.rule.place]], "a place in")


def _across(
    match: Match, sources: list[Actor] | None, targets: Sequence[Actor], actors: SentenceActors
) -> list[Actor] | None:
    """An organ of a state that acts on another country is of the one that is named besides it, else of none.

    "The junta accused Thailand of meddling in Burmese affairs": it is not that of Thailand.
    """
    others = frozenset(t.code[:3] for t in targets) & actors.index.countries
    guessed = others and sources and all(s.inferred and s.code[:3] in others for s in sources)
    if guessed and sources:
        roles = {s.code[3:] for s in sources}
        if not (roles <= _ORGANS and all(_is_abroad(t, roles, match, actors) for t in targets)):
            return sources
    elif not (others and sources in (None, [NOT_NAMED]) and not match.rule.at_home and _rule(targets)):
        return sources
    named = [a for slot in match.rule.source for a in in_slot(match, slot.name, "source", actors, ())]
    found = [b for a in named for b in actors.besides(a, others)]
    return found or (_bare(sources) if guessed and sources else sources)


def _rule(targets: Sequence[Actor]) -> bool:
    """Whether they are countries or governments."""
    return all(t.code[3:] in ("", GOVERNMENT) for t in targets)


def _bare(sources: Sequence[Actor]) -> list[Actor]:
    """The same without a country: "the parliament", but nobody for a government that is none's."""
    roles = [Actor(s.code[3:], s.span) for s in sources]
    return [a for a in roles if a.code not in NEEDS_LAND] or [NOT_NAMED]


def _is_abroad(target: Actor, roles: set[str], match: Match, actors: SentenceActors) -> bool:
    """Whether a country itself is named and not where it took place, or an organ like the one that acts.

    "The army shelled *Syria*", "fired at *Syrian soldiers*"; not "beat *Syrians*" or "shelled *Aleppo*".
    """
    if target.span is None or target.inferred:
        return False
    if target.code not in actors.index.countries:
        return target.code[3:] in roles & _ORGANS
    named = actors.tagged.mention(actors.tagged.range(target.span)[1] - 1)
    if named is None or named.adjective or named.kind != "country":
        return False
    return not (match.rule.at_home and is_located(actors.tagged, named))


def _is_private(code: str, roles: frozenset[str], countries: frozenset[str]) -> bool:
    """Whether a code has roles of private persons, and no other."""
    own = {code[i : i + 3] for i in range(0, len(code), 3)} - countries
    return bool(own) and own <= roles


def _in_place(match: Match, dyad: Dyad, actors: SentenceActors) -> bool:
    homes = {"source": dyad[0].code[:3], "target": dyad[1].code[:3]}
    found = places(match, actors)
    if not found or homes["source"] == homes["target"]:
        return False
    place, wanted = found[0].code, match.rule.place
    return place not in homes.values() if wanted == "third" else place == homes[str(wanted)]


def _nobody(side: str, slots: Sequence[Slot]) -> Misfit:
    what = f"nobody whom the lists know stands where the {side} should"
    return Misfit(
        what, lambda: [slot.name for slot in slots], f"a {side} whom the lists know in one of the slots"
    )


def _same(sources: Sequence[Actor], targets: Sequence[Actor]) -> Misfit:
    codes = dict.fromkeys(actor.code for actor in (*sources, *targets))
    return Misfit("source and target are the same, or both nobody", codes, "another actor on one side than")


def _itself(sources: Sequence[Actor], targets: Sequence[Actor]) -> bool:
    """Whether only the source itself is named as its target: "China rejected autonomy for Tibet"."""
    return all(_one(t.code, mutual=False) and t.code == a.code for a in sources for t in targets)


def _at_home(sources: Sequence[Actor], targets: Sequence[Actor]) -> bool:
    """Whether several of one country do it to that country: "the government and the rebels"."""
    lands = {s.code[:3] for s in sources}
    return len(sources) > 1 and len(lands) == 1 and all(t.code in lands for t in targets)


def _among_themselves(rule: Rule) -> bool:
    """Whether the rule takes those who are named together for both sides: "X and Y met"."""
    return [s.name for s in rule.source] == [s.name for s in rule.target] == ["together"]


def _of_one_phrase(rule: Rule) -> bool:
    """Whether the rule takes both sides from the same slots: "talks between the two Koreas"."""
    return [s.name for s in rule.source] == [s.name for s in rule.target]


def _may_be_nobody(rule: Rule) -> bool:
    return any(slot.optional or slot.name == NONE for slot in rule.target)


def _one(code: str, mutual: bool) -> bool:
    """Whether two of that code are one and the same; rebels may fight rebels."""
    return mutual or len(code) == 3 or code.endswith("GOV")
