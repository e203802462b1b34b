"""Which antecedent a word refers to: "he", "both sides", "his Iranian counterpart", "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from eventcoder.actors.antecedents import Antecedent, in_quotes
from eventcoder.actors.lists import Agent
from eventcoder.actors.resolving import SentenceActors
from eventcoder.model import Actor, Span

PRONOUNS = frozenset({"he", "she", "him", "they", "them", "it"})
_PERSON = frozenset({"he", "she", "him", "her"})
"""Not "himself": who blew himself up is the target of no one else."""
_OBJECT = frozenset({"him", "her", "them"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_SAYING = frozenset("said says added told warned insisted stressed noted explained continued".split())
_CLAUSE = frozenset("that if when whether because unless said says announced while although".split())
_VERBS = frozenset(
    """
    is was has had will would can could may might must should does did says said told made took gave sent
    held met also never still did went came left began fought plans wants seeks calls won lost kept broke cut
    put set shot
    """.split()
)
_PAIR = re.compile(
    r"(?:the |these |those |both |all |of )*(?P<number>two|three|four|both)?\s*(?:of )?(?:the )?"
    r"(?:warring |rival |neighbouring |neighboring |opposing |former |conflicting |feuding |prime |foreign )*"
    r"(?P<noun>sides|countries|nations|states|governments|leaders|presidents|parties|neighbours|neighbors|"
    r"delegations|ministers|premiers|capitals|armies|militaries|officials|men|rivals|foes|adversaries|diplomats)?"
)
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_STATES = frozenset("countries nations states neighbours neighbors capitals".split())
_OFFICES = frozenset(
    "governments leaders presidents ministers premiers officials diplomats delegations".split()
)
_RULERS = frozenset(
    {"president", "prime minister", "leader", "premier", "king", "chancellor", "ruler", "dictator"}
)
_NEAR, _PAIRS_WITHIN, _FAR = 3, 4, 15
_KINDS_OF_NOUN = {
    "group": {"group", "party", "organisation"}, "movement": {"group", "party"}, "party": {"party", "group"},
    "faction": {"group", "party"}, "network": {"group"},
    "organisation": {"organisation", "group"}, "organization": {"organisation", "group"},
    "alliance": {"organisation", "group"}, "bloc": {"organisation"}, "agency": {"organisation"},
    "body": {"organisation"}, "country": {"country"}, "nation": {"country"}, "state": {"country"},
    "republic": {"country"}, "kingdom": {"country"},
}  # fmt: skip


@dataclass(slots=True)
class Context:
    """A phrase that may refer back, its own code, and what stands before it, the nearest sentence first.

    `backwards` gives what stands before it in all sentences, or in those that have a name.
    """

    actors: SentenceActors
    span: Span
    code: str
    backwards: Callable[..., Iterator[list[Antecedent]]]
    before: Iterator[list[Antecedent]] = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.backwards()

    @property
    def words(self) -> list[str]:
        first, last = self.actors.tagged.range(self.span)
        return self.actors.tagged.lower[first:last]


def refer(context: Context) -> list[Actor]:
    """The actors that a phrase refers to; none where nothing fits, or several things do."""
    words = context.words
    if not words or in_quotes(context.actors.sentence.text, context.span.start):
        return []
    if len(words) == 1 and words[0] in PRONOUNS | _PERSON:
        return _pronoun(context, words[0])
    if words[-1] in ("counterpart", "counterparts", "colleague", "colleagues"):
        return _counterpart(context)
    if several := _several(context):
        return several
    if words[0] in _POSSESSIVES:
        return _owned(context, words[0])
    if words in (["the", "north"], ["the", "south"]):
        return _half(context)
    if words[0] in ("the", "that", "this"):
        return _description(context)
    return _surname(context)


def _pronoun(context: Context, pronoun: str) -> list[Actor]:
    fits = _fitting(pronoun)
    first, last = context.actors.tagged.range(context.span)
    opening = first <= 1 or context.actors.tagged.word(last) in _SAYING
    excluded = role = ""
    for number, offered in enumerate(islice(context.before, _NEAR)):
        if number == 0:
            offered = [a for a in offered if not a.quoted]
            if pronoun == "it" and not _before_verb(context):
                continue  # "it was withholding it": not who withholds
            if pronoun in _OBJECT and offered and not _pronoun_since(context, offered[-1].end):
                excluded = offered[-1].code
        candidates = [a for a in offered if fits(a) and a.code != excluded and a.code.endswith(role)]
        if not candidates:
            if number and any(a.person for a in offered) and pronoun in _PERSON:
                return []
            continue
        codes = {a.code for a in candidates}
        if len(codes) == 1 and not context.actors.composer.has_land(candidates[0].code):
            role = candidates[0].code  # "the rebels": whose, an earlier sentence may tell
            continue
        if len(codes) == 1 or (opening and number and candidates[0] is _opener(offered)):
            return [_inferred(candidates[0].code, context)]
        return []
    return [_inferred(role, context)] if role else []


def _before_verb(context: Context) -> bool:
    """Whether a verb follows, so that the pronoun is its subject."""
    first, last = context.actors.tagged.range(context.span)
    before, after = context.actors.tagged.word(first - 1), context.actors.tagged.word(last)
    return before in _CLAUSE or after in _VERBS or after.endswith(("ed", "es"))


def _pronoun_since(context: Context, end: int) -> bool:
    """Whether another pronoun stands between: "he would welcome him"."""
    tagged = context.actors.tagged
    last = tagged.range(context.span)[0]
    return any(tagged.lower[i] in PRONOUNS for i in range(last) if tagged.words[i].start >= end)


def _opener(offered: list[Antecedent]) -> Antecedent | None:
    """The phrase that opens a sentence: most likely its subject."""
    return next((a for a in offered if not a.quoted and not a.joined), None)


def _fitting(pronoun: str) -> Callable[[Antecedent], bool]:
    match pronoun:
        case "he" | "him":
            return lambda a: a.person and a.gender != "f"
        case "she" | "her":
            return lambda a: a.person and a.gender != "m"
        case "it":
            return lambda a: a.thing
        case _:
            return lambda a: a.plural or a.kind in ("group", "party")


def _counterpart(context: Context) -> list[Actor]:
    """ "his Iranian counterpart" has the role of the person before."""
    land = context.actors.place(context.span)
    if not land:
        return []
    for offered in islice(context.before, 2):
        for antecedent in reversed(offered):
            role = antecedent.code[3:]
            if role and antecedent.code[:3] in context.actors.index.countries and antecedent.code[:3] != land:
                return [_inferred(land + role, context)]
    return []


def _several(context: Context) -> list[Actor]:
    """ "the two sides", "both countries", "the two leaders": those named together last."""
    text = " ".join(context.words)
    match = _PAIR.fullmatch(text)
    if match is None:
        return []
    plain = text in ("the sides", "the parties", "the warring parties")
    if not (match["number"] or text.startswith("both") or plain):
        return []
    if match["noun"] in (None, "men", "officials") and match["number"] not in ("two", "both"):
        return []
    wanted = _NUMBERS.get(match["number"] or "two", 2)
    noun = (match["noun"] or "").rpartition(" ")[2]
    for offered in islice(context.before, _PAIRS_WITHIN):
        found = _distinct(offered, noun, context.actors.index.countries)
        if len(found) == wanted:
            return [_inferred(code, context) for code in found]
        if len(found) > wanted:
            pairs = _joined_codes(offered, found, wanted)
            return [_inferred(code, context) for code in pairs]
    return []


def _distinct(offered: list[Antecedent], noun: str, countries: frozenset[str]) -> list[str]:
    """Codes of different countries or organisations, as the noun wants them, each once."""
    found: dict[str, str] = {}
    for antecedent in offered:
        land = antecedent.code[:3]
        if noun in _STATES | _OFFICES and land not in countries:
            continue
        code = antecedent.code
        if noun in _STATES:
            code = land
        elif noun in _OFFICES:
            code = land + (antecedent.code[3:] or "GOV")
        key = land if land in countries else antecedent.code
        found.setdefault(key, code)
    return list(found.values())


def _joined_codes(offered: list[Antecedent], found: list[str], wanted: int) -> list[str]:
    """The codes of the only group of the wanted size that "and" joins."""
    groups: list[list[Antecedent]] = []
    for antecedent in offered:
        if antecedent.joined and groups:
            groups[-1].append(antecedent)
        else:
            groups.append([antecedent])
    fitting = [g for g in groups if len({a.code[:3] for a in g}) == wanted == len(g)]
    if len(fitting) != 1:
        return []
    lands = {a.code[:3] for a in fitting[0]}
    return [code for code in found if code[:3] in lands]


def _owned(context: Context, possessive: str) -> list[Actor]:
    """ "his spokesman", "its army": the role of the phrase, the country of the owner."""
    fits = _fitting({"his": "he", "her": "she", "its": "it"}.get(possessive, "they"))
    countries = context.actors.index.countries
    last = context.actors.tagged.range(context.span)[1]
    mention = context.actors.tagged.mention(last - 1)
    role = context.code or (mention.agent.code if mention and mention.agent else "")
    if context.words[-1] in ("opponents", "critics", "foes"):
        role = "OPP"
    if not role or context.actors.composer.has_land(role) or mention is None or mention.end != last:
        return []
    for offered in islice(context.before, 2):
        lands = {a.code[:3] for a in offered if fits(a)}
        if lands:
            land = lands.pop() if len(lands) == 1 else ""
            return [_inferred(land + role, context)] if land in countries else []
    return []


def _description(context: Context) -> list[Actor]:
    """ "the ministry", "the rebels", "the group": what was last called so, or is of that kind."""
    tagged = context.actors.tagged
    first, last = tagged.range(context.span)
    agents = [m for m in tagged.mentions if first <= m.start and m.end == last and m.agent]
    if not agents or len([m for m in tagged.mentions if first <= m.start and m.end <= last]) > 1:
        return []
    agent = agents[-1].agent
    assert agent is not None
    plural = tagged.lower[last - 1] != agent.phrase.rpartition(" ")[2]
    before = list(islice(context.before, _FAR))
    for fits in (_called, _of_the_kind):
        for offered in before:
            fitting = [a for a in offered if fits(a, agent, plural)]
            if fitting:
                codes = {a.code for a in fitting}
                return [_inferred(fitting[-1].code, context)] if len(codes) == 1 else []
    return []


def _called(antecedent: Antecedent, agent: Agent, plural: bool) -> bool:
    """Whether something was called by that noun: "the Russian foreign ministry ... the ministry"."""
    same = bool(antecedent.noun) and f" {antecedent.noun}".endswith(f" {agent.phrase}")
    return same and antecedent.plural == plural and len(antecedent.code) > len(agent.code)


def _of_the_kind(antecedent: Antecedent, agent: Agent, plural: bool) -> bool:
    """Whether something is of the kind that the noun names: "Hamas ... the group"."""
    if antecedent.kind in _KINDS_OF_NOUN.get(agent.phrase, ()):
        return not plural
    if plural:
        return (
            antecedent.kind == "group"
            and agent.code in ("REB", "UAF")
            and antecedent.code.endswith(agent.code)
        )
    if agent.phrase not in _RULERS:
        return False
    return antecedent.person and not antecedent.noun and antecedent.code.endswith(agent.code)


def _half(context: Context) -> list[Actor]:
    """ "the North" of a story that names a South: North Korea beside South Korea."""
    half = context.span.text.split()[-1]
    if half[0].islower():
        return []
    sentence, index = context.actors.sentence, context.actors.index
    before = sentence.doc.text[: sentence.start] + sentence.text
    rests = {rest for _, rest in re.findall(r"\b(North|South) ([A-Z][a-z]+)", before)}
    codes = {e.code[:3] for rest in rests for e in index.named(f"{half} {rest}") if e.kind == "country"}
    return [_inferred(codes.pop(), context)] if len(codes) == 1 else []


def _surname(context: Context) -> list[Actor]:
    """A surname of somebody who was introduced with title and full name."""
    tagged = context.actors.tagged
    first, last = tagged.range(context.span)
    words = [tagged.words[i] for i in range(first, last)]
    if not words or not words[-1].text[0].isupper():
        return []
    known = tagged.mention(last - 1)
    if known is not None and known.kind not in ("person", "country", "capital", "city"):
        return []
    if len(words) > 1 and words[0].text.lower() not in ("mr", "mrs", "ms", "dr"):
        return []
    for offered in context.backwards(words[-1].text):
        codes = {a.code for a in offered if len(a.names) > 1 and words[-1].text == _family_name(a)}
        if known is not None and known.kind == "person" and codes == {context.code}:
            return []
        if codes:
            return [_inferred(codes.pop(), context)] if len(codes) == 1 else []
    return []


def _family_name(person: Antecedent) -> str:
    """The last word of a name; in Chinese and Korean names the first: "Kim Jong-il ... Kim"."""
    return person.names[0 if person.code[:3] in ("CHN", "TWN", "KOR", "PRK") else -1]


def _inferred(code: str, context: Context) -> Actor:
    return Actor(code, context.span, inferred=True)
