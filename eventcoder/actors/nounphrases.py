"""The noun phrases of a sentence that name actors, found without a parser, from the order of the words.

A phrase grows around a name or a role noun: to the left over articles, numbers and adjectives, to the
right over what may belong to it: "[the three former Kenyan ministers]", "[a spokesman for the Syrian army]",
"[Sergei Lavrov, the Russian foreign minister]". Two names with a verb between them never grow together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eventcoder.actors.names import NAME_KINDS, OUSTING, PLACE_KINDS, Mention
from eventcoder.actors.nounwords import (
    ADJECTIVE,
    ALSO_ADJECTIVES,
    DETERMINERS,
    MODIFIERS,
    NO_NOUN,
    PLURAL,
    is_noun,
)
from eventcoder.actors.phrases import ORIGIN, POSSESSIVES, QUANTIFIERS, Tagged
from eventcoder.actors.readings import COUNTERPARTS, SPEAKING, is_person, leaving
from eventcoder.actors.regions import REGIONAL

_ARTICLES = frozenset({"a", "an", "the"})
_MOST_BETWEEN = 3
_PARTICLES = frozenset({"ul", "al", "el", "ur", "ud", "e"})
_NUMBERS = QUANTIFIERS - {"up", "close", "about", "around", "over", "under"}
_REPRESENTED = PLACE_KINDS | {"organisation"}
_TAKING_ROLES = _REPRESENTED | {"group", "party"}
_LONGEST_NAME = 5
_TO_PLACE = frozenset(
    "envoy ambassador envoys ambassadors representative commissioner visitor adviser advisor".split()
)


class NounPhrase(NamedTuple):
    """Words `first` to before `last`; `joined` is the "and" or comma that ties it to the one before.

    With `modifies` its last word describes what follows: "the Israeli | raid", "military | equipment".
    """

    first: int
    last: int
    joined: str = ""
    modifies: bool = False


def noun_phrases(tagged: Tagged) -> list[NounPhrase]:
    """The longest phrases around the mentions of a sentence, in order and without overlap."""
    found: list[NounPhrase] = []
    at = 0
    while at < len(tagged.mentions):
        last = _right(tagged, at)
        floor = found[-1].last if found else 0
        first = _left(tagged, tagged.mentions[at].start, floor)
        joined = _joint(tagged, floor, first) if found else ""
        found.append(NounPhrase(first, last, joined, _modifies(tagged, tagged.mention(last - 1), last)))
        while at < len(tagged.mentions) and tagged.mentions[at].start < last:
            at += 1
    return found


def coordinated(phrases: Sequence[NounPhrase]) -> list[list[NounPhrase]]:
    """Phrases in groups that "and" or "or" joins: "Russia, Turkey and Iran". Commas alone join nothing."""
    groups: list[list[NounPhrase]] = []
    for phrase in phrases:
        last = groups[-1] if groups else []
        if phrase.joined and last and (phrase.joined != ", and" or len(last) > 1):
            last.append(phrase)
        else:
            groups.append([phrase])
    return [
        part
        for group in groups
        for part in ([group] if any(p.joined not in ("", ",") for p in group) else [[p] for p in group])
    ]


def _joint(tagged: Tagged, start: int, end: int) -> str:
    between = " ".join(tagged.lower[start:end])
    return between if between in ("and", ",", "or", "&", ", and", ", or") else ""


def _modifies(tagged: Tagged, last: Mention | None, end: int) -> bool:
    """Whether a phrase only describes an unknown noun that follows it."""
    word = tagged.word(end)
    if last is None or not word.isalpha() or tagged.mention(end) is not None:
        return False
    noun = tagged.lower[end - 1]
    if last.agent:
        if noun not in ALSO_ADJECTIVES:
            return False
    elif not is_attribute(tagged, last) and (not last.adjective or noun.endswith("s")):
        return False
    return is_noun(word)


def is_attribute(tagged: Tagged, name: Mention) -> bool:
    """Whether a capital has an article, so that it describes what follows: "a Moscow theatre"."""
    return name.kind == "capital" and not name.adjective and tagged.word(name.start - 1) in _ARTICLES


def _left(tagged: Tagged, start: int, floor: int) -> int:
    """First word of a phrase whose first mention begins at `start`."""
    at = start
    while at > floor and _is_modifier(tagged, at - 1) and not _is_verb(tagged, at - 1):
        at -= 1
    if at > floor and tagged.lower[at] in ("least", "most") and tagged.lower[at - 1] == "at":
        at -= 1
    if at - 1 > floor and tagged.lower[at - 1] == "of" and tagged.lower[at - 2] in QUANTIFIERS:
        at -= 2
        while at > floor and (
            tagged.lower[at - 1] in QUANTIFIERS or tagged.lower[at - 1] in ("a", "the", "at")
        ):
            at -= 1
    elif at > floor and tagged.lower[at - 1] == "," and _describes(tagged, at):
        return min(at, _name_before(tagged, at - 1, floor))
    return at


def _is_verb(tagged: Tagged, at: int) -> bool:
    """Whether a participle is the verb of what stands before it: "soldiers | detained Kenya's president"."""
    if tagged.lower[at] not in OUSTING or at == 0:
        return False
    before = tagged.mention(at - 1)
    return tagged.is_name(at - 1) if before is None else not before.adjective


def _describes(tagged: Tagged, at: int) -> bool:
    """Whether an apposition begins here: "the ..." or "a ...", or a nationality."""
    mention = tagged.mention(at)
    return tagged.lower[at] in ("the", "a", "an") or (mention is not None and mention.adjective)


def _name_before(tagged: Tagged, end: int, floor: int) -> int:
    """First word of an unknown name of two words or more before `end`; beyond it where there is none."""
    at = end
    while (
        at > floor
        and end - at < _LONGEST_NAME
        and (_ties(tagged, at - 1) or (tagged.is_name(at - 1) and tagged.lower[at - 1] not in NO_NOUN))
    ):
        at -= 1
    return at if end - at > 1 else end + 1


def _ties(tagged: Tagged, at: int) -> bool:
    """A hyphen between two parts of a name: "Pierre | - | Kaba"."""
    inside = 0 < at < len(tagged.words) - 1 and tagged.lower[at] == "-"
    return inside and tagged.is_name(at - 1) and tagged.is_name(at + 1)


def _is_modifier(tagged: Tagged, at: int) -> bool:
    word = tagged.lower[at]
    if tagged.mention(at) is not None:
        return False
    if word == "-":
        return at > 0 and tagged.lower[at - 1] in ("ex", "pro", "anti", "vice")
    return (
        word in DETERMINERS
        or word in MODIFIERS
        or word in _NUMBERS
        or word[0].isdigit()
        or word in ("ex", "pro", "anti")
        or word in REGIONAL
        or ADJECTIVE.fullmatch(word) is not None
    )


def _right(tagged: Tagged, at: int) -> int:
    """The word behind the last one of the phrase that begins with a mention."""
    mention = tagged.mentions[at]
    end, last, apposed = mention.end, mention, False
    while True:
        following = _next(tagged, end, last)
        if following is None and not apposed and (following := _apposition(tagged, end, last)):
            apposed = True
        if following is None:
            return end
        if following.start == following.end:
            end = following.end
            continue
        end, last = following.end, following


def _next(tagged: Tagged, end: int, last: Mention) -> Mention | None:
    """The mention that continues a phrase; an empty one where an unknown name does."""
    after = tagged.mention(end)
    if after is not None:
        return after if _adjoins(tagged, last, after) else None
    word = tagged.word(end)
    if word in ("'", "’"):
        start = end + 2 if tagged.word(end + 1) == "s" else end + 1
        owned = _skip(tagged, start) or _skip(tagged, start + 1, noun=True)
        return owned if owned and (owned.agent or owned.kind in ("person", "party")) else None
    if word == "from" and leaving(tagged, last.start):
        return None
    people = last.adjective and last.kind == "country" and tagged.lower[end - 1].endswith("s")
    if (word in ORIGIN and last.agent) or (word == "of" and people):
        return _skip(tagged, end + 1, article=True)
    if word in ("for", "to") and last.agent:
        return _represented(tagged, end, last)
    if tagged.word(end - 1) != "s" and (owned := _skip(tagged, end)) and owned.agent and _takes_role(last):
        return owned
    if tagged.lower[end : end + 2] == ["-", "led"]:
        return _skip(tagged, end + 2)
    if _takes_role(last) and (titled := _named_office(tagged, end)):
        return titled
    if word == "in" and tagged.lower[end - 1] in COUNTERPARTS:
        return _skip(tagged, end + 1)
    if _is_title(tagged, last):
        stop = end
        while stop < len(tagged.words) and _continues_name(tagged, stop):
            if stop - end >= _LONGEST_NAME and "-" not in tagged.lower[stop - 1 : stop + 1]:
                break
            stop += 1
        return Mention(stop, stop) if stop > end else None
    return None


def _continues_name(tagged: Tagged, at: int) -> bool:
    """A name that no list has, also with a hyphen: "Zia-ul-Haq"."""
    words = tagged.words
    if words[at].text == "-":
        return (
            at + 1 < len(words)
            and words[at - 1].end == words[at].start
            and words[at].end == words[at + 1].start
        )
    return tagged.is_name(at) or (words[at - 1].text == "-" and words[at].text in _PARTICLES)


def _represented(tagged: Tagged, end: int, last: Mention) -> Mention | None:
    noun = tagged.lower[last.end - 1]
    if noun in SPEAKING and tagged.lower[end] == "for":
        return _skip(tagged, end + 1, article=True)
    if noun in _TO_PLACE:
        place = _skip(tagged, end + 1, article=True)
        return place if place and place.kind in _REPRESENTED else None
    return None


def _adjoins(tagged: Tagged, last: Mention, after: Mention) -> bool:
    """Whether two mentions side by side are one phrase: "Russian | troops", "President | Putin"."""
    if last.kind == "person":
        return after.agent is not None
    if last.agent:
        if PLURAL.fullmatch(tagged.lower[last.end - 1]) and last.agent.phrase != tagged.lower[last.end - 1]:
            return False
        return after.agent is not None or after.kind in NAME_KINDS
    if after.agent:
        return True
    if (
        last.kind in PLACE_KINDS
        and after.kind == "person"
        and tagged.word(last.start - 1) in ("for", "to", "the")
    ):
        return True
    if after.kind in ("city", "region", "capital") and last.adjective:
        return True
    return after.kind in NAME_KINDS and (last.adjective or last.kind in NAME_KINDS) and last.kind != "person"


def _takes_role(last: Mention) -> bool:
    return last.adjective or last.kind in _TAKING_ROLES


def _is_title(tagged: Tagged, last: Mention) -> bool:
    """Whether an unknown name may follow: "Foreign Minister | John Doe"."""
    if last.agent is None or not is_person(tagged, last):
        return False
    word = tagged.words[last.end - 1].text
    return not (word.endswith("s") and word.lower() != last.agent.phrase.rpartition(" ")[2])


def _named_office(tagged: Tagged, start: int) -> Mention | None:
    """The role behind words that no list has: "Zambian | Copper Minister", "Soviet | NKVD officers"."""
    at = start
    while at < len(tagged.words) and at - start < _LONGEST_NAME:
        mention = tagged.mention(at)
        if mention is not None:
            if mention.agent is None or not mention.agent.strong or at == start:
                return None
            title = is_person(tagged, mention) and tagged.words[at].text[0].isupper()
            service = all(w.text.isupper() for w in tagged.words[start:at])
            return mention if title or service else None
        if not tagged.is_name(at) and (tagged.lower[at] != "and" or at == start):
            return None
        at += 1
    return None


def _skip(tagged: Tagged, start: int, article: bool = False, noun: bool = False) -> Mention | None:
    """The mention behind at most three adjectives (and an article, or a noun before, where allowed)."""
    if noun and (not tagged.word(start - 1).isalpha() or not is_noun(tagged.word(start - 1))):
        return None
    at = start
    while at < len(tagged.words) and at - start <= _MOST_BETWEEN:
        mention = tagged.mention(at)
        if mention is not None:
            return mention
        allowed = (_is_modifier(tagged, at) and not _is_verb(tagged, at)) and (
            tagged.lower[at] not in DETERMINERS or (article and at == start)
        )
        if not allowed:
            return None
        at += 1
    return None


def _apposition(tagged: Tagged, end: int, last: Mention) -> Mention | None:
    """ "Lavrov | , the Russian foreign minister" or "the minister | , Sergei Lavrov,"."""
    if tagged.word(end) != ",":
        return None
    following = _skip(tagged, end + 1, article=True)
    if following is None:
        return None
    if last.kind == "person" or (last.agent and tagged.is_name(end - 1)):
        stop = _right_of_role(tagged, following)
        described = stop is not None and tagged.word(stop) in (",", ".", "", "of", "-")
        owned = following.kind == "country" and tagged.word(following.end) in ("'", "’")
        apposed = _describes(tagged, end + 1) or tagged.word(end + 1) in POSSESSIVES
        return following if described and (owned or apposed) else None
    titled = tagged.mention(following.end) if following.agent and is_person(tagged, following) else None
    person = titled or following
    if last.agent and person.kind == "person" and following.start == end + 1:
        return following if tagged.word(person.end) in (",", ".", "") else None
    return None


def _right_of_role(tagged: Tagged, mention: Mention) -> int | None:
    """The word behind the role noun that ends a phrase of adjoining mentions; None where none does."""
    last = mention
    while (after := tagged.mention(last.end)) is not None and after.start == last.end:
        last = after
    if last.agent is None and tagged.word(last.end) in ("'", "’"):
        owned = _skip(tagged, last.end + 2)
        return owned.end if owned and owned.agent else None
    return last.end if last.agent else None
