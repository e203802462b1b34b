"""Names that are also something else, told apart by the words around them.

"Jordan" is a country, but not in "Michael Jordan"; "Georgia" is a US state beside Alabama; "Air France" and
"the Washington Post" act for no government. What is told apart is left out, so that it is nobody: a name
that is in no list of ours is not taken for one that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from eventcoder.actors.congress import as_parliament
from eventcoder.actors.homonyms import as_indigenous, as_state
from eventcoder.actors.names import PLACE_KINDS, Mention
from eventcoder.actors.sport import plays
from eventcoder.actors.tokens import Word

_PERSONAL = frozenset(
    """
    Jordan Chad Georgia Israel Washington Paris Sydney Ireland England Holland France Kent Chile Cuba India
    America Dallas Austin London Berlin Vienna Lima Florence Victoria Santiago Milan Sofia Jersey Mali Niger
    Kenya Cyprus Malta Alexandria Lourdes Asia Ali Lincoln Houston Jackson Columbus Charlotte Madison Raleigh
    Regina Salem Salvador Trinidad Domingo Carolina Virginia Dakota Tunis Kiev Troy Bush Clinton Kim Park Lee
    Holland
    """.split()
)
"""Places that are also given names or surnames."""

_BEGINNINGS = frozenset(
    """
    the a an in on at to for from of by with as but and or if when while after before since although though
    because however meanwhile also then now yesterday today earlier later recently president king queen yet
    still both that this these those he she it they his her its their our your my what who how why where
    while until despite under over between among during against through according last next first second
    former late mr mrs ms dr sir lord lady gen lt col maj sgt adm sen rep gov prof rev no not only even once
    perhaps indeed instead thus therefore moreover furthermore nevertheless nonetheless elsewhere monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec prime minister vice
    deputy is was will would can could should did does do has had have ex mainland imperial communist
    occupied post pre north south east west northern southern eastern western central greater new united
    great soviet nazi ancient modern republican democrat democratic saint says said tells why
    """.split()
)
"""Words that may stand in capitals before a name and are no part of it."""

_NOT_FOLLOWING = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december and or but is was has had will would says said
    """.split()
)
_MEDIA = frozenset(
    """
    times post daily herald tribune journal star news gazette globe mail telegraph guardian observer
    chronicle today tv television radio weekly review express mirror sun standard examiner inquirer courier
    magazine broadcasting
    """.split()
)
_COMPANY = frozenset(
    """
    airlines airline airways air motors motor telecom telecommunications petroleum steel bank insurance
    holdings inc corp corporation ltd plc mobile electric tobacco railways petrochemical telekom aluminium
    bancorp securities stock exchange index life pharmaceuticals re
    """.split()
)
_TEAM = frozenset(
    "united city rovers wanderers fc cf bulls wizards capitals redskins raiders cup open marathon".split()
)
_NAMED_FOR_PLACES = _MEDIA | _COMPANY | _TEAM
_BUILDING = frozenset(
    """
    airport tower towers foundation center centre institute hospital street avenue boulevard square library
    university school stadium bridge prize doctrine canal gulf sea ocean river island peninsula valley accord
    accords treaty agreement protocol convention declaration plan award festival hotel palace park museum
    hall house-museum syndrome
    """.split()
)
_KEPT_WITH = frozenset(
    {"square", "park", "hall", "agreement", "accord", "accords", "treaty", "plan", "protocol", "center"}
)
_OF_WORK = frozenset(
    """
    shortage shortages cost costs market markets unrest dispute disputes relations law laws rights camp camps
    force reform reforms code action strike strikes rules costs productivity migrants
    """.split()
)
_TREATIES = frozenset("agreement treaty accord accords pact convention protocol".split())
_BEFORE = frozenset(
    """
    air radio uss hms rms ss mv miss lake mount cape fort hotel real atletico sporting inter hurricane mt ac
    fc deutsche banque banco rue telecom
    """.split()
)
_BEFORE_OF = frozenset(
    "sea gulf bay strait straits times voice bank university duke church college archbishop".split()
)
_OUTLETS = frozenset(
    "agency newspaper television radio station media press magazine channel broadcaster".split()
)
_REPORTING = frozenset("said says reported reports quoted showed wrote".split())
_VERBS = frozenset(
    {
        "press",
        "head",
        "monitor",
        "staff",
        "man",
        "host",
        "guard",
        "judge",
        "pilot",
        "force",
        "captain",
        "broadcast",
    }
)


_PLATFORMS = frozenset(
    {"Twitter", "Facebook", "YouTube", "Instagram", "TikTok", "Telegram", "WhatsApp", "Weibo"}
)


def settled(sentence: Sequence[Word], mentions: Sequence[Mention], story: str = "") -> list[Mention]:
    """The mentions without those that are something else here; `story` is the text around the sentence."""
    titles = in_title_case(sentence)
    found: list[Mention] = []
    for number, mention in enumerate(mentions):
        if mention.agent is not None and (_is_verb(sentence, mention) or _is_hour(sentence, mention)):
            continue
        if _is_channel(sentence, mention):
            if found and found[-1].end == mention.start and found[-1].kind in PLACE_KINDS:
                found.pop()  # "Belgrade radio said"
            continue
        if mention.agent is None:
            if _is_platform(sentence, mention):
                continue
            around = _Around(sentence, mention, mentions, number, titles)
            if (
                around.is_something_else()
                or plays(sentence, mention)
                or _is_direction(mention, mentions[number + 1 : number + 2])
            ):
                continue
            known = as_indigenous(sentence, as_state(sentence, mention, story), story)
            if known is None:
                continue
            mention = known
        elif mention.agent.phrase == "congress":
            parliament = as_parliament(sentence, mention, found[-1:], story)
            if parliament is None:
                continue
            mention = parliament
        found.append(mention)
    return found


def _is_verb(sentence: Sequence[Word], role: Mention) -> bool:
    """ "to press", "to head", "in front of": a role noun that is something else here."""
    if role.end - role.start > 1 or not role.start:
        return False
    word, before = sentence[role.start].text, sentence[role.start - 1].text.lower()
    if (before, word) == ("in", "front"):
        return True
    return word in _VERBS and before in ("to", "will", "would", "could", "must", "should")


def _is_hour(sentence: Sequence[Word], role: Mention) -> bool:
    """ "at 6 pm": no prime minister."""
    word, before = sentence[role.start].text.lower(), sentence[role.start - 1].text if role.start else ""
    return word == "pm" and before[:1].isdigit()


def _is_platform(sentence: Sequence[Word], mention: Mention) -> bool:
    """ "praised it on Twitter": where something is said, not whom it is about."""
    name, before = sentence[mention.end - 1].text, sentence[mention.start - 1].text if mention.start else ""
    return name in _PLATFORMS and before in ("on", "via", "through", "over")


def _is_direction(mention: Mention, following: Sequence[Mention]) -> bool:
    """ "Western Cambodia" is no part of the West."""
    if mention.entries[0].code != "WST" or not following or following[0].start != mention.end:
        return False
    return following[0].kind in PLACE_KINDS and not following[0].adjective


def _is_channel(sentence: Sequence[Word], role: Mention) -> bool:
    """ "state radio said", "shown on television": a medium that only carries what others do."""
    if role.agent is None or role.agent.code != "MED" or role.agent.phrase.rpartition(" ")[2] not in _OUTLETS:
        return False
    before = [word.text.lower() for word in sentence[max(0, role.start - 4) : role.start]]
    on_air = role.agent.phrase.endswith(("radio", "television"))
    if on_air and ("on" in before[-2:] or (before[-1:] == ["and"] and "on" in before)):
        return True
    for word in sentence[role.end : role.end + 5]:
        if word.text.lower() in _REPORTING:
            return True
        if not (word.text[0].isupper() or word.text in ",'’" or word.text.lower() in ("list", "here")):
            return False
    return False


def may_be_surname(mention: Mention, name: str) -> bool:
    """Whether a listed name of one word is, or may be, a person's surname."""
    return mention.kind == "person" or (mention.kind in PLACE_KINDS and name in _PERSONAL)


def full_name_before(name: str, text: str) -> list[int]:
    """Where a text has the name behind a word that could be a given name: offsets of the name."""
    return [m.end(1) for m in re.finditer(rf"\b([A-Z][a-z]+ )(?={re.escape(name)}\b)", text)]


def in_title_case(sentence: Sequence[Word]) -> bool:
    """Whether most words begin with a capital, as in a headline: capitals then tell nothing."""
    if sentence and sentence[-1].text == ".":
        return False
    letters = [w.text for w in sentence if len(w.text) > 3 and w.text[0].isalpha()]
    capitals = sum(text[0].isupper() for text in letters)
    # "Russia Condemns Cuba": of three words all must have one
    return capitals > 0.7 * len(letters) if len(letters) > 3 else capitals == len(letters) == 3


def may_begin_name(word: str) -> bool:
    """Whether a capitalised word can be part of a name: "Doe" can, "Yesterday" cannot."""
    return word.lower() not in _BEGINNINGS


class _Around:
    """A name and the words around it."""

    def __init__(
        self,
        sentence: Sequence[Word],
        mention: Mention,
        mentions: Sequence[Mention],
        number: int,
        titles: bool,
    ) -> None:
        self.sentence = sentence
        self.mention = mention
        self.titles = titles
        self.name = sentence[mention.start].text if mention.end - mention.start == 1 else ""
        self.others, self.number = mentions, number
        self.joined_before = number > 0 and mentions[number - 1].end == mention.start
        self.joined_after = number + 1 < len(mentions) and mentions[number + 1].start == mention.end
        self.before = sentence[mention.start - 1].text if mention.start else ""
        self.after = sentence[mention.end].text if mention.end < len(sentence) else ""

    def is_something_else(self) -> bool:
        if self.mention.entries[0].code.endswith("MED") or self._ends_name() or self._is_measure():
            return True
        return self._is_thing() or self._is_somebody_else()

    def _is_measure(self) -> bool:
        """ "A zone twice the size of [Belgium]": it only tells how large."""
        if self.before != "of" and self._word_before(2) != "of":
            return False
        size = self._word_before(2 if self.before == "of" else 3)
        return size.lower() == "size" and self.after[:1] not in ("'", "’")

    def _word_before(self, distance: int) -> str:
        at = self.mention.start - distance
        return self.sentence[at].text if at >= 0 else ""

    def _ends_name(self) -> bool:
        """Whether a hyphen ties a person to another name: "Zia-[Ul-Haq]"."""
        start = self.mention.start
        if self.mention.kind != "person" or self.before != "-" or start < 2:
            return False
        name = self.sentence[start - 2]
        part = name.text[0].isupper() or self.sentence[start - 3].text == "-"
        return part and name.end == self.sentence[start - 1].start and not self.titles

    def _is_thing(self) -> bool:
        """A company, newspaper, team, ship, building or water that has a place or person in its name."""
        after, before = self.after.lower(), self.before.lower()
        kind = self.mention.kind
        if kind == "party":
            return (self.name in ("Labour", "Labor") and after in _OF_WORK) or self._is_longer_name()
        place = kind in PLACE_KINDS
        if not (place or kind == "person"):
            return False
        if self.after[:1].isupper() and after in _COMPANY and place and not self.titles:
            return True
        if self.after[:1].isupper() and not self.joined_after:
            if after in _NAMED_FOR_PLACES and place:
                return True
            if after in _BUILDING and (kind != "person" or after not in _KEPT_WITH) and not self.titles:
                return True
        if self.before[:1].isupper() and before in _BEFORE and place:
            return True
        if place and not self.joined_after and not self.titles and self._begins_treaty():
            return True
        second = self._word_before(2)
        return before == "of" and second[:1].isupper() and second.lower() in _BEFORE_OF and place

    def _is_longer_name(self) -> bool:
        """Whether a party's short name ends one that no list has: "Zenda [Popular Front]"."""
        short, before = not self.mention.entries[0].code, self.before
        return short and not self.joined_before and _like_name(before) and may_begin_name(before)

    def _begins_treaty(self) -> bool:
        """ "the [South Asia] Free Trade Agreement" is no actor."""
        following = self.sentence[self.mention.end : self.mention.end + 4]
        capitals = takewhile(lambda word: word.text[0].isupper(), following)
        return not self.mention.adjective and any(word.text.lower() in _TREATIES for word in capitals)

    def _is_somebody_else(self) -> bool:
        """Another person of that name: "Jeb Bush", "Michael Jordan", "Chad Hurley"."""
        person = self.mention.kind == "person"
        if not self.name or self.titles or self.mention.adjective:
            return False
        if not person and self.name not in _PERSONAL:
            return False
        return self._follows_name() or self._precedes_name()

    def _follows_name(self) -> bool:
        if self.joined_before and self.others[self.number - 1].kind == "person":
            return self.mention.kind in PLACE_KINDS  # "Kerry Washington"
        if self.before == "." and self.mention.kind in PLACE_KINDS and self._is_initial():
            return True
        return (
            not self.joined_before
            and _like_name(self.before)
            and self.before.lower() not in _BEGINNINGS
            and not self.before.lower().endswith("ly")
        )

    def _is_initial(self) -> bool:
        """Whether a stop before a name ends an initial: "Booker T. | Washington"."""
        letter, given = self.mention.start - 2, self.mention.start - 3
        if given < 0 or not re.fullmatch("[A-Z]", self.sentence[letter].text):
            return False
        return _like_name(self.sentence[given].text)

    def _is_given_name(self) -> bool:
        """ "Kerry | Washington" is neither the minister nor the capital."""
        following = self.others[self.number + 1] if self.joined_after else None
        return following is not None and self.sentence[following.start].text in _PERSONAL

    def _precedes_name(self) -> bool:
        if self.mention.kind == "person" and self._is_given_name():
            return True
        return not self.joined_after and _like_name(self.after) and self.after.lower() not in _NOT_FOLLOWING


def _like_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower() and word.isalpha()
