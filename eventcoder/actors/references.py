"""Which antecedent a word refers to: "he", "both sides", "his Iranian counterpart", "the ministry"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import islice

from eventcoder.actors.ambiguity import in_title_case
from eventcoder.actors.antecedents import Antecedent, Context, in_quotes, opener
from eventcoder.actors.belonging import PREPOSITIONS
from eventcoder.actors.composing import FORMER
from eventcoder.actors.descriptions import described
from eventcoder.actors.names import role_on
from eventcoder.actors.pairs import several
from eventcoder.actors.phrases import QUANTIFIERS
from eventcoder.actors.readings import COUNTERPARTS
from eventcoder.actors.shortnames import land_of_short
from eventcoder.actors.surnames import is_leader, is_month, is_other, leader_named
from eventcoder.language.morphology import verb_forms
from eventcoder.model import Actor, Span

PRONOUNS = frozenset({"he", "she", "him", "they", "them", "it"})
_PERSON = frozenset({"he", "she", "him", "her"})
"""Not "himself": who blew himself up is the target of no one else."""
_SINGLE = PRONOUNS | _PERSON
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
_LANDS = frozenset({"country", "nation", "homeland"})
_NEIGHBOURS = frozenset({"neighbour", "neighbor"})
_FOLLOWERS = frozenset({"supporters", "followers", "loyalists", "backers", "men", "fighters"})
_CHALLENGERS = frozenset({"OPP", "REB"})
_OF_ACTS = frozenset(
    form
    for lemma in """
    call describe consider deem brand label view regard see find make do denounce approve reject accept
    welcome endorse sign deny ratify adopt pass veto end stop begin say know think want use dismiss cancel
    report
    """.split()
    for form in verb_forms(lemma)
)
"""Verbs whose "it" is mostly an act or a plan: "called it illegal", "approved it"."""
_NEAR = 3
_SAID_WITHIN = 10
_JOINING = frozenset({"and", "but", ",", "which", "who", "of"})


def refer(context: Context) -> list[Actor]:
    """The actors that a phrase refers to; none where nothing fits, or several things do."""
    context = _uncounted(context)
    words = context.words
    if not words or in_quotes(context.actors.sentence.text, context.span.start):
        return []
    if len(words) == 1 and words[0] in _SINGLE:
        return _pronoun(context, words[0])
    if not COUNTERPARTS.isdisjoint(words):
        return _counterpart(context)
    if code := _of_nation(context):
        return [_inferred(code, context)]
    if codes := several(context):
        return [_inferred(code, context) for code in codes]
    if words[0] in ("its", "their") and words[-1] in _NEIGHBOURS:
        return _neighbour(context)
    if words[0] in _POSSESSIVES:
        return _owned(context, words[0])
    if words in (["the", "north"], ["the", "south"]):
        return _half(context)
    if words[0] in ("the", "that", "this"):
        return [_inferred(code, context)] if (code := described(context)) else []
    return _surname(context)


def _uncounted(context: Context) -> Context:
    """ "Thousands of *his supporters*": what is counted refers, the number does not.

    "Thousands of its residents" are people, whatever town it is.
    """
    words, tagged = context.words, context.actors.tagged
    owner = next((i for i, word in enumerate(words) if word in _POSSESSIVES and word != "its"), 0)
    if not owner or words[owner - 1] != "of" or not all(w == "of" or w in QUANTIFIERS for w in words[:owner]):
        return context
    first, last = tagged.range(context.span)
    counted = tagged.span(first + owner, last, context.span.head)
    return Context(context.actors, counted, context.code, context.backwards)


def _pronoun(context: Context, pronoun: str) -> list[Actor]:
    fits = _fitting(pronoun)
    first, last = context.actors.tagged.range(context.span)
    opening = first <= 1 or context.actors.tagged.word(last) in _SAYING
    if pronoun == "it" and context.actors.tagged.word(first - 1) in _OF_ACTS and not _before_verb(context):
        return []
    excluded = role = ""
    for number, offered in enumerate(islice(context.before, _NEAR)):
        if number == 0:
            offered = [a for a in offered if not a.quoted]
            if (speaker := _speaker(context, offered)) and fits(speaker):
                return [_inferred(speaker.code, context)]
            if pronoun == "it" and not _before_verb(context):
                continue  # "it was withholding it": not who withholds
            if pronoun in _OBJECT and offered and not _pronoun_since(context, offered[-1].end):
                excluded = _subject(context, offered).code
        candidates = [a for a in offered if fits(a) and a.code != excluded and a.code.endswith(role)]
        if not candidates:
            if number and any(a.person for a in offered) and pronoun in _PERSON:
                return []
            continue
        codes = {a.code for a in candidates}
        if len(codes) == 1 and not context.actors.composer.has_land(candidates[0].code):
            role = candidates[0].code  # "the rebels": whose, an earlier sentence may tell
            continue
        if len(codes) == 1 or (opening and number and candidates[0] is opener(offered)):
            return [_inferred(candidates[0].code, context)]
        return []
    return [_inferred(role, context)] if role else []


def _speaker(context: Context, offered: list[Antecedent]) -> Antecedent | None:
    """Who says something of himself: "[inspectors] said on Tuesday that they needed more time"."""
    tagged = context.actors.tagged
    first, _ = tagged.range(context.span)
    said = next(
        (i for i in range(first - 1, max(-1, first - _SAID_WITHIN), -1) if tagged.word(i) in _SAYING), -1
    )
    if said < 0 or (any(tagged.mention(i) for i in range(said, first)) and not _is_done_to(context, said)):
        return None
    before = [a for a in offered if a.end <= tagged.words[said].start]
    near = before[-1] if before else None
    known = near is not None and context.actors.composer.has_land(near.code)
    return near if known and near is not None and tagged.words[said - 1].end == near.end else None


def _is_done_to(context: Context, said: int) -> bool:
    """ "Iran said [Iraq had fired rockets at] *it*": in one clause, nobody does that to himself."""
    tagged = context.actors.tagged
    first, last = tagged.range(context.span)
    object_ = tagged.word(first) in _OBJECT or (tagged.word(first) == "it" and not _before_verb(context))
    return object_ and _JOINING.isdisjoint(tagged.lower[said:first]) and tagged.word(last) not in _SAYING


def _before_verb(context: Context) -> bool:
    """Whether a verb follows, so that the pronoun is its subject."""
    first, last = context.actors.tagged.range(context.span)
    before, after = context.actors.tagged.word(first - 1), context.actors.tagged.word(last)
    return before in _CLAUSE or after in _VERBS or after.endswith(("ed", "es"))


def _subject(context: Context, offered: list[Antecedent]) -> Antecedent:
    """Who does what is done to "them": the nearest, or who opened the sentence where verbs are joined.

    "The army drove back [rebels] and chased *them*" is no army that chases itself.
    """
    tagged = context.actors.tagged
    first = tagged.range(context.span)[0]
    behind = tagged.range(Span(offered[-1].end, offered[-1].end, ""))[0]
    joined = behind < first and tagged.lower[behind] == "and" and tagged.mention(behind + 1) is None
    return (opener(offered) if joined else None) or offered[-1]


def _pronoun_since(context: Context, end: int) -> bool:
    """Whether another pronoun stands between: "he would welcome him"."""
    tagged = context.actors.tagged
    last = tagged.range(context.span)[0]
    return any(tagged.lower[i] in PRONOUNS for i in range(last) if tagged.words[i].start >= end)


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


def _owned(context: Context, possessive: str) -> list[Actor]:
    """ "his spokesman", "its army": the role of the phrase, the country of the owner."""
    fits = _fitting({"his": "he", "her": "she", "its": "it"}.get(possessive, "they"))
    countries = context.actors.index.countries
    last = context.actors.tagged.range(context.span)[1]
    mention = context.actors.tagged.mention(last - 1)
    role = context.code or (mention.agent.code if mention and mention.agent else "")
    if context.words[-1] in ("opponents", "critics", "foes"):
        role = "OPP"
    of_land = context.words[-1] in _LANDS and len(context.words) == 2
    following = context.words[-1] in _FOLLOWERS
    if of_land or following:
        role = ""
    elif not role or context.actors.composer.has_land(role) or mention is None or mention.end != last:
        return []
    for offered in islice(context.before, 2):
        owners = [a for a in offered if fits(a) and a.code != FORMER]
        if following and (first := opener(offered)) in owners:
            owners = [first]  # "the rebel leader warned the president that *his men* would fight"
        lands = {a.code[:3] for a in owners}
        if lands:
            land = lands.pop() if len(lands) == 1 else ""
            if following and {a.code[3:6] for a in owners} <= _CHALLENGERS:
                role = owners[-1].code[3:6]
            return [_inferred(land + role, context)] if land in countries else []
    return []


def _neighbour(context: Context) -> list[Actor]:
    """ "India accused *its neighbour*": the other country of a story about two."""
    memory, countries = context.actors.memory, context.actors.index.countries
    before = [(land, a) for a in next(iter(context.before), []) if (land := a.code[:3]) in countries]
    # "Peru shelled Chile, and *Chile* accused its neighbour", "*Peru* quit talks with Chile and accused .."
    owners = [land for land, a in before if a.link not in PREPOSITIONS]
    if memory is None or not owners:
        return []
    near = {land for land, _ in before} - {owners[-1]}
    if near:
        return [_inferred(near.pop(), context)] if len(near) == 1 else []
    others = Counter({land: n for land, n in memory.nations().items() if land != owners[-1]})
    first, second = [*others.most_common(2), ("", 0), ("", 0)][:2]
    return [_inferred(first[0], context)] if first[1] >= 2 * second[1] and first[0] else []


def _of_nation(context: Context) -> str:
    """ "the Socialists": those of the country that the sentence, or else the story, is about."""
    actors, memory = context.actors, context.actors.memory
    name = actors.short_name(*actors.tagged.range(context.span))
    if not name or memory is None:
        return ""
    listed = actors.index.short_names[name]
    for counts in (Counter(actors.nations()), memory.nations()):
        if land := land_of_short(context.code[:3], listed, counts):
            rows = actors.index.named(listed[land]) if land in listed else ()
            return role_on(rows, actors.sentence.doc.date) if rows else ""
    return ""


def _half(context: Context) -> list[Actor]:
    """ "the North" of a story that names a South: North Korea beside South Korea."""
    half = context.span.text.split()[-1]
    if half[0].islower():
        return []
    sentence, index = context.actors.sentence, context.actors.index
    before = sentence.doc.text[: sentence.start] + sentence.text
    rests = {rest for _, rest in re.findall(r"\b(North|South) ([A-Z][a-z]+)", before)}
    rests |= {"Korea"} if "Koreas" in before else set()
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
    if len(words) > 1 and words[0].text.lower() not in ("mr", "mrs", "ms", "dr") and not _is_title(context):
        return []
    for offered in context.backwards(words[-1].text):
        codes = {a.code for a in offered if len(a.names) > 1 and words[-1].text == _family_name(a)}
        if known is not None and known.kind == "person" and codes == {context.code}:
            return []
        if codes:
            return [_inferred(codes.pop(), context)] if len(codes) == 1 else []
    return _of_leader(context, words[-1].text) if known is None else []


def _is_title(context: Context) -> bool:
    """Whether the words before a surname are a title and nothing else: "President Jiang"."""
    first, last = context.actors.tagged.range(context.span)
    title = context.actors.tagged.mention(first)
    return title is not None and title.agent is not None and (title.start, title.end) == (first, last - 1)


def _of_leader(context: Context, name: str) -> list[Actor]:
    """Kim, in a story that names North Korea while there is no South Korean president of that name."""
    actors, memory = context.actors, context.actors.memory
    if memory is None or not is_leader(name) or not _names_person(context):
        return []
    sentence = actors.sentence
    if is_other(name, sentence.doc.text[: sentence.start] + sentence.text):
        return []
    code = leader_named(name, actors.index, sentence.doc.date, memory.lands())
    return [_inferred(code, context)] if code and not _acts_on(code[:3], context) else []


def _acts_on(land: str, context: Context) -> bool:
    """Whether a name is the subject of a verb whose object is the country: "Kim threatened South Korea".

    No leader does that to his own country.
    """
    tagged = context.actors.tagged
    _, last = tagged.range(context.span)
    named = next((m for m in tagged.mentions if m.start >= last), None)
    if named is None or named.kind != "country" or named.adjective or named.start > last + 2:
        return False
    own = context.actors.composer.on_date(named)[:3] == land
    return own and tagged.word(last).endswith("ed") and tagged.word(last) not in _AT_HOME


_AT_HOME = frozenset({"visited", "toured", "represented", "entered", "led", "served"})


def _names_person(context: Context) -> bool:
    """Whether a word that can be a surname is one: not "in May", "Brown bears", "Park Avenue"."""
    tagged = context.actors.tagged
    first, last = tagged.range(context.span)
    after = tagged.word(last)
    if (
        is_month(tagged, last - 1)
        or in_title_case(tagged.words)
        or (after and tagged.words[last].text[0].isupper())
    ):
        return False
    acts = after in _VERBS | _SAYING | {"'", "’", ",", "and"} or after.endswith("ed")
    return bool(first) or acts


def _family_name(person: Antecedent) -> str:
    """The last word of a name; in Chinese and Korean names the first: "Kim Jong-il ... Kim"."""
    return person.names[0 if person.code[:3] in ("CHN", "TWN", "KOR", "PRK") else -1]


def _inferred(code: str, context: Context) -> Actor:
    return Actor(code, context.span, inferred=True)
