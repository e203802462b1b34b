"""Who "the two sides", "both countries" or "the rivals" are: those of whom the story spoke together last.

A third party that only reports, urges, mediates or lends its soil is left aside: after "Peru and Ecuador
exchanged fire. Brazil urged the two sides to stop" the sides are Peru and Ecuador.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice

from eventcoder.actors.antecedents import Antecedent, Context, in_same_clause

TWINS = {
    "koreas": ("PRK", "KOR"), "sudans": ("SDN", "SSD"), "congos": ("COD", "COG"), "yemens": ("YEM", "YMD"),
    "germanys": ("DEU", "DDR"), "germanies": ("DEU", "DDR"), "chinas": ("CHN", "TWN"),
}  # fmt: skip
"""Plurals of names that two countries share."""

_STATES = frozenset("countries nations states neighbours neighbors capitals".split())
_OFFICES = frozenset(
    "governments leaders presidents ministers premiers officials diplomats delegations".split()
)
_PEOPLE = frozenset("leaders presidents ministers premiers men women".split())
_ARMED = frozenset("armies militaries".split())
_FOES = frozenset("sides parties rivals foes adversaries neighbours neighbors enemies belligerents".split())
"""Those who are two without a number: "the rivals"."""
_GROUPS = frozenset("factions groups movements".split())
PAIRED = _STATES | _OFFICES | _PEOPLE | _ARMED | _FOES | _GROUPS | TWINS.keys()
_PAIR = re.compile(
    r"(?:the |these |those |both |all |of )*(?P<number>two|three|four|both)?\s*(?:of )?(?:the )?"
    r"(?:warring |rival |neighbouring |neighboring |opposing |former |conflicting |feuding |prime |foreign |"
    r"hostile |defen[cs]e |bitter |old |nuclear - armed |fellow )*"
    rf"(?P<noun>{'|'.join(sorted(PAIRED))})?"
)
_PLACED = re.compile(
    r"(?:the |these |both |of )*(?P<number>two|both) (?:[a-z-]+ ){1,3}"
    rf"(?P<noun>{'|'.join(sorted(_STATES))})"
)
"""With adjectives that tell where or what they are: "the two west African neighbours"."""
_BYSTANDERS = frozenset({"CVL", "REF", "HLH", "MED"})
_STATE = frozenset({"", "GOV", "MIL", "COP", "SPY"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_ADDRESSING = frozenset(
    """
    urge urges ask asks tell tells told call calls press presses warn warns praise praises bring brings
    brought with to on upon mediate mediating broker brokering lead get help helping between
    """.split()
)
_MEDIATING = frozenset(
    "mediate mediated mediating mediation mediator mediators broker brokering brokered".split()
)
_REPORTING = frozenset(
    """
    said says told tells urged urges welcomed welcomes praised hailed warned announced hopes hoped reported
    asked called mediated brokered hosted offered offers noted added accused appealed appeals condemned
    """.split()
)
_GOING = frozenset("flew went travelled traveled left headed arrived returned landed".split())
_WITHIN = 6
_ONE_BY_ONE = 3
"""Sentences that may each name one of them: "Japan bought an island. China sent ships."."""


def several(context: Context) -> list[str]:
    """Codes of those whom a plural means; none where it is no such plural, or where that is unsure."""
    text = " ".join(context.words)
    if (twins := TWINS.get(context.words[-1])) and context.words[0] in ("the", "both", "two"):
        return list(twins)
    match = _PAIR.fullmatch(text) or _PLACED.fullmatch(text)
    if match is None or not _counted(match, text):
        return []
    noun, wanted = match["noun"] or "", _NUMBERS[match["number"] or "two"]
    one_by_one: list[Antecedent] = []
    travelling: list[str] = []
    outside = frozenset[str]()
    for number, offered in enumerate(islice(context.before, _WITHIN)):
        offered = [a for a in offered if not a.broker]
        if number == 0 and _is_addressed(context):
            outside = frozenset(a.code[:3] for a in offered if in_same_clause(a, context))
            offered = [a for a in offered if not in_same_clause(a, context)]
        found = _narrowed(offered, noun, wanted, context.actors.index.countries)
        if _are_others(found, outside, context):
            continue
        if found and not travelling and _travels(offered):
            travelling = found  # "Clinton flew to Japan", unless two were named together before
            continue
        if found and (not travelling or any(a.joined for a in offered)):
            return found
        if travelling:
            continue
        if len(_distinct(offered, noun, context.actors.index.countries)) > wanted and not _reports(offered):
            return []
        if number < _ONE_BY_ONE:
            one_by_one = [*_involved(offered), *one_by_one]
    if travelling:
        return travelling
    found = _distinct(one_by_one, noun, context.actors.index.countries)
    return found if noun and wanted == 2 == len(found) and not _are_others(found, outside, context) else []


def _are_others(found: list[str], outside: frozenset[str], context: Context) -> bool:
    """Whether two are not those meant: one of them urges the two, or they are of one side of a feud.

    "Bush met Annan. *Annan* urged both sides ...": not these two, unless the story is about them.
    "Syria freed rebels", in a story that names Israel as often: not Syria and its rebels.
    """
    memory = context.actors.memory
    lands = {code[:3] for code in found}
    if lands & _STATE and all(code[:3] in _STATE or code[3:6] in _STATE for code in found):
        return True  # "Arafat kept control of the *police*"
    if memory is None or not found:
        return False
    counts = memory.nations()
    own = lands & context.actors.index.countries
    rival = max((n for land, n in counts.items() if land not in outside | own), default=0)
    least = min((counts.get(land, 0) for land in own), default=0)
    if len(own) == 1:
        return bool(lands & outside) or rival >= max(2, least)
    return bool(own & outside) and (len(own) < 2 or least < 2 * rival)


def _travels(offered: list[Antecedent]) -> bool:
    """Whether one of two went to the other."""
    return len(offered) == 2 and offered[0].follows in _GOING and offered[1].link in ("to", "for", "in")


def _involved(offered: list[Antecedent]) -> list[Antecedent]:
    """Those who are no place, no mediator and no reporter."""
    return [a for a in offered if not any(reason(a) for reason in _REASONS)]


def _counted(match: re.Match[str], text: str) -> bool:
    """Whether the words mean so many for certain: "the two", "both", "the rivals"; not "the leaders"."""
    if match["number"] or text.startswith("both"):
        return match["noun"] not in (None, "men", "women", "officials") or match["number"] in ("two", "both")
    if match["noun"] in _GROUPS:
        return text.startswith(("the rival ", "the warring ", "the feuding "))
    return match["noun"] in _FOES and text.startswith("the ") and text.count(" ") <= 2


def _is_addressed(context: Context) -> bool:
    """Whether somebody else does something with the pair: "urged the two sides", "talks with both"."""
    first, _ = context.actors.tagged.range(context.span)
    before = context.actors.tagged.word(first - 1)
    if before == "between":
        return not _MEDIATING.isdisjoint(context.actors.tagged.lower[max(0, first - 4) : first - 1])
    return before in _ADDRESSING or before.endswith("ed")


def _narrowed(offered: list[Antecedent], noun: str, wanted: int, countries: frozenset[str]) -> list[str]:
    """The codes if there are as many as wanted: of all, else of those who are left by a reason to leave."""
    kept = [a for a in offered if noun not in _GROUPS or a.kind in ("group", "party", "agent")]
    for reason in (*_REASONS, _is_body, None):
        people = [a for a in kept if a.person] if noun in _PEOPLE else []
        for some in (people, kept):
            if len(found := _distinct(some, noun, countries)) == wanted:
                return found
        if reason is not None:
            kept = [a for a in kept if not reason(a)]
    within = {a.code for a in kept if a.code[:3] in countries and a.code[3:6] not in _BYSTANDERS}
    divided = len(within) == wanted and any(code[3:6] not in _STATE for code in within)
    if noun in (_FOES | _GROUPS) - _STATES and divided:
        return sorted(within)  # a government and its rebels
    if noun in _PEOPLE and len(people := [a for a in offered if a.person]) == wanted == 2:
        return sorted({a.code for a in people})  # both of one country
    groups = [g for g in _groups(offered) if len({a.code for a in g}) == wanted == len(g)]
    named = [g for g in groups if g[0].link == "between"] or groups
    return _distinct(named[0], noun, countries) if len(named) == 1 else []


def _is_body(antecedent: Antecedent) -> bool:
    """ "China sued the United States at the *WTO*": two countries and whom they turn to."""
    return antecedent.code.startswith("IGO")


_REASONS: tuple[Callable[[Antecedent], bool], ...] = (
    lambda a: a.located,
    lambda a: a.link in ("by", "through", "via", "under"),
    lambda a: a.follows in _REPORTING or a.link in ("said", "says"),
)


def _reports(offered: list[Antecedent]) -> bool:
    """Whether a sentence tells what somebody said about others."""
    return any(a.follows in _REPORTING for a in offered)


def _distinct(offered: Iterable[Antecedent], noun: str, countries: frozenset[str]) -> list[str]:
    """Codes of different countries or organisations, as the noun wants them, each once."""
    found: dict[str, str] = {}
    for antecedent in offered:
        code, land = antecedent.code, antecedent.code[:3]
        if land in countries:
            if noun in _STATES:
                code = land
            elif noun in _OFFICES:
                code = land + (code[3:] or "GOV")
            elif noun in _ARMED:
                code = land + "MIL"
        elif noun in _STATES | _ARMED or (noun in _OFFICES and not antecedent.person):
            continue
        if not noun and not (antecedent.person or len(code) == 3):
            continue
        found.setdefault(land if land in countries else antecedent.code, code)
    return list(found.values())


def _groups(offered: Iterable[Antecedent]) -> list[list[Antecedent]]:
    """What "and" joins, together."""
    groups: list[list[Antecedent]] = []
    for antecedent in offered:
        if antecedent.joined and groups:
            groups[-1].append(antecedent)
        else:
            groups.append([antecedent])
    return groups
