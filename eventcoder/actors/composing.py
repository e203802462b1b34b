"""One actor code for a phrase: country, then role, as CAMEO composes them.

"Kenyan police" is KENCOP; "Russian Foreign Minister Sergei Lavrov" is RUSGOV once, not twice; "the UN
special envoy for Syria" is IGOUNO, and "officials from Iran" are IRNGOV. The conventions are those of
the CAMEO manual, chapter 3, and of docs/actors.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from eventcoder.actors.names import NAME_KINDS, PLACE_KINDS, ActorIndex, Mention, role_on
from eventcoder.actors.phrases import ORIGIN, QUANTIFIERS, Piece, Tagged
from eventcoder.actors.readings import Reading, is_name_behind, read, without_quantity
from eventcoder.actors.settling import is_located, is_place

GOVERNMENT = "GOV"
FORMER = "ELI"
PEOPLE = "CVL"
OPPOSITION = "OPP"
PARTY = "PTY"
SHADOW = "shadow"
FORMERLY = frozenset(
    "former ex ousted deposed late onetime toppled retired disgraced exiled overthrown".split()
)
_SACKED = frozenset({"sacked", "dismissed"})
"""Of ministers and judges; sacked soldiers are soldiers still."""
_PAST = frozenset({"GOV", "GOVMIL", "LEG", "MIL", "JUD", "SPY"})
_FOLLOWERS = frozenset(
    """
    supporter supporters loyalist loyalists backer backers sympathizer sympathizers sympathiser sympathisers
    follower followers ally allies fan fans partner partners rival rivals friend friends
    """.split()
)
_OPPONENTS = frozenset("opponent opponents critic critics foe foes".split())
_OF_STATES = frozenset(
    "ally allies partner partners rival rivals friend friends opponent opponents foe foes".split()
)
_MEMBERS = frozenset("ally allies partner partners".split())
"""Of an organisation, not beside it: "its NATO allies"."""
_KIN = frozenset(
    "son daughter brother sister wife husband widow father mother cousin nephew relatives family".split()
)
_ATTACHED = _FOLLOWERS | _OPPONENTS | _KIN
_OF_LAND = PLACE_KINDS | {"residence"}
_ABROAD = frozenset(
    """
    embassy embassies consulate consulates ambassador ambassadors diplomat diplomats envoy envoys mission
    correspondent correspondents expatriates tourists peacekeepers
    """.split()
)
_RULING = frozenset({"authorities", "officials"})
"""Who rules where he is: "authorities in Benin", not "leaders in Benin"."""
_WATERS = frozenset({"gulf", "sea", "ocean", "canal", "strait", "river", "bay"})
_COLONIES = frozenset({"colony", "colonies", "protectorate", "ex-colony"})
_SIDES = frozenset("sides parties side party belligerents combatants protagonists".split())
_CONFLICT = frozenset("conflict war fighting dispute crisis standoff warring feuding rival opposing".split())
_FIGHTS_FROM_ABROAD = {"kurdish": "TUR", "hutu": "RWA", "karen": "MMR", "tamil": "LKA"}
"""Peoples whose rebels have camps across the border of the state that they fight."""
_TITLES = frozenset({"MIL", "LEG"})
_FIRST = ("REB", "OPP", "SPY")


def across_border(phrase: Sequence[str], fought: Collection[str]) -> str:
    """The country whose rebels a people's are that hide in another: "Kurdish rebels" whom Turkey fights."""
    homes = [home for people, home in _FIGHTS_FROM_ABROAD.items() if people in phrase and home in fought]
    return homes[0] if homes else ""


@dataclass(slots=True)
class Composer:
    """Composes codes for the phrases of one sentence, on a date.

    `steps` says which rules were used for the phrase that was asked for last.
    """

    tagged: Tagged
    index: ActorIndex
    date: dt.date | None
    steps: list[str] = field(default_factory=list)
    _known: dict[tuple[int, int], tuple[str, bool, list[str]]] = field(default_factory=dict)

    def code(self, first: int, last: int) -> tuple[str, bool]:
        """The code of the words from `first` to before `last`, and whether its country was inferred.

        The code is "" where the phrase names nobody that the lists know.
        """
        known = self._known.get((first, last))
        if known is None:
            self.steps = []
            known = self._known[first, last] = (*self._code(first, last), self.steps)
        code, inferred, self.steps = known
        return code, inferred

    def _code(self, first: int, last: int) -> tuple[str, bool]:
        pieces = without_quantity(self.tagged, self.tagged.pieces(first, last))
        if not pieces:
            return "", False
        if land := self._at_war(pieces):
            self.steps.append("parties of a conflict: the country that it is in")
            return land, True
        reading = read(self.tagged, pieces)
        if reading is None:
            return self._named_after(pieces[1:]), False
        code = self._compose(reading)
        if (
            code
            and not self.has_land(code)
            and self._at_home(reading, code)
            and (land := self.land(reading.place))
        ):
            self.steps.append("place: country of the place behind it")
            return land + code, True
        return code, False

    def has_land(self, code: str) -> bool:
        """Whether a code needs no country: it has one, or is that of an organisation with a name (NGOHRW)."""
        roles = self.index.roles
        if code[:3] in self.index.countries or code[:3] not in roles:
            return True
        return code.startswith(("NGO", "MNC")) and len(code) > 3 and code[3:6] not in roles

    def on_date(self, mention: Mention) -> str:
        return role_on(mention.entries, self.date)

    def land(self, mentions: Sequence[Mention]) -> str:
        """Country of the first place or residence."""
        for mention in mentions:
            if mention.entries and mention.kind in _OF_LAND:
                return self.on_date(mention)[:3]
        return ""

    def place(self, first: int, last: int) -> str:
        """Country of the place that the words name; "" where they name none."""
        for piece in self.tagged.pieces(first, last):
            places = [m for m in self.tagged.within(piece) if m.kind in PLACE_KINDS]
            # "the former French colony of Chad" is in Chad
            if land := self.land([m for m in places if self.tagged.word(m.end) not in _COLONIES]):
                return land
        return ""

    def region(self, first: int, last: int) -> str:
        """The code of the region that an adjective names, where it is that of several countries."""
        inside = [m for m in self.tagged.mentions if first <= m.start and m.end <= last]
        regions = (m for m in inside if m.kind == "region" and m.adjective)
        codes = (self.on_date(m)[:3] for m in regions)
        return next((code for code in codes if code not in self.index.countries), "")

    def _at_war(self, pieces: Sequence[Piece]) -> str:
        """The country of "parties to the conflict in Sudan", of "both sides in the Ivorian war"."""
        words = self.tagged.lower[pieces[0].start : pieces[-1].end]
        if self.tagged.word(pieces[0].end - 1) not in _SIDES or _CONFLICT.isdisjoint(words):
            return ""
        return self.place(pieces[0].start, pieces[-1].end)

    def _at_home(self, reading: Reading, code: str) -> bool:
        """Whether who is somewhere belongs there: police do; troops, refugees and embassies may not."""
        nouns = {self.tagged.lower[m.end - 1] for m in reading.core if m.agent}
        part = self.tagged.lower[reading.part.start : reading.part.end]
        if code == "REB" and across_border(part, self.fought()):
            return False
        return code not in ("MIL", "REF") and _ABROAD.isdisjoint(nouns)

    def fought(self) -> set[str]:
        """The countries that a sentence names by an adjective: "*Turkish* troops"."""
        named = (m for m in self.tagged.mentions if m.entries and m.kind == "country" and m.adjective)
        return {self.on_date(m)[:3] for m in named}

    def _named_after(self, rest: Sequence[Piece]) -> str:
        """A person named behind a phrase that is none itself; "" where there is no such name."""
        for piece in rest:
            for mention in self.tagged.within(piece):
                if (
                    mention.kind == "person"
                    and piece.link not in ORIGIN
                    and is_name_behind(self.tagged, mention)
                ):
                    return self.on_date(mention)
        return ""

    def _compose(self, reading: Reading) -> str:
        """The code from the mentions. A weak role alone ("the officials") is nobody."""
        core, head = reading.core, reading.core[-1]
        if head.kind in ("country", "capital", "residence", "region") and not head.adjective:
            return self._bare_place(head)
        word = self.tagged.lower[head.end - 1]
        listed = head.agent and head.agent.strong and head.end - head.start > 1  # "opposition supporters"
        if head.agent and not listed and word in _ATTACHED:
            return self._attached(word, reading)
        strong = _codes(core, strong=True)
        if head.adjective and head.kind == "country" and (home := self._abroad(head, reading.origin)):
            self.steps.append("who is of another country lives there")
            return home + PEOPLE
        land = self.land(core) or self.land(reading.origin) or self.land(reading.beside)
        role = self._role_of(reading, strong)
        named = self._names(reading, strong)
        if named:
            return self._named_code(named, land, reading, role)
        land = land or self._home(reading.origin)
        if role == PEOPLE and not strong:
            self.steps.append("people of a country are the country")
            return land or (PEOPLE if word == "people" or self._numbered(reading.part) else "")
        if not land and not any(m.agent and m.agent.strong for m in (*core, *reading.origin)):
            rules = word in _RULING and self.land(reading.place)
            return role if rules or (role in _TITLES and self._precedes_name(reading)) else ""
        if not role and (residence := next((m for m in core if m.kind == "residence"), None)):
            role = self.on_date(residence)[3:]
        if role in _PAST and SHADOW in self.tagged.lower[reading.part.start : reading.part.end]:
            self.steps.append("a shadow minister is of the opposition")
            role = OPPOSITION
        elif role in _PAST and self._former(reading):
            self.steps.append("former: out of office")
            role = FORMER
        elif land and role:
            self.steps.append("country and role")
        return land + role

    def _precedes_name(self, reading: Reading) -> bool:
        """Whether a weak role is the title of an unknown name: "General | John Doe", not "the general"."""
        title = reading.core[-1]
        unknown = self.tagged.is_name(title.end) and self.tagged.mention(title.end) is None
        return unknown and title.end < reading.part.end and self.tagged.words[title.start].text[0].isupper()

    def _role_of(self, reading: Reading, strong: Sequence[str]) -> str:
        """A strong role of the phrase, else one behind "of", else a weak one, else one of an apposition."""
        origin = _codes(reading.origin, strong=True)
        weak = _codes(reading.core, strong=False)
        if strong == [GOVERNMENT] and origin and self._presides(reading):
            return _leading(origin)
        if strong == ["MIL"] and _codes(reading.beside[-1:], strong=True) == ["REB"]:
            return "REB"  # "Colonel John Doe, a rebel commander"
        if strong:
            return _leading(strong)
        if origin:
            self.steps.append("a weak role takes that of what it stands for")
            return _leading(origin)
        beside = _codes(reading.beside, strong=True) if not weak else []
        return (weak or _codes(reading.origin, strong=False) or beside[:1] or [""])[0]

    def _presides(self, reading: Reading) -> bool:
        """ "the president of the court" is of the court, "the minister of the army" is not of the army."""
        heads = {self.tagged.lower[m.end - 1] for m in reading.core if m.agent}
        return not heads.isdisjoint({"president", "vice-president", "secretary"})

    def _numbered(self, part: Piece) -> bool:
        """Whether a phrase says how many."""
        before = range(max(0, part.start - 3), part.end)
        return any(self.tagged.is_number(i) or self.tagged.lower[i] in QUANTIFIERS for i in before)

    def _names(self, reading: Reading, strong: Sequence[str]) -> list[Mention]:
        """The names that decide the code, if any."""
        named = [m for m in (*reading.core, *reading.people) if m.kind in NAME_KINDS]
        people = [m for m in named if m.kind == "person"]
        if len(people) > 1 and self.tagged.word(people[0].end) in ("'", "’"):
            named.remove(people[0])  # "Putin's challenger Navalny" is Navalny
        if any(m.agent for m in reading.core):
            named += [m for m in reading.beside if m.kind == "person"]
        if not named and strong in ([], [GOVERNMENT]):
            named = [m for m in reading.origin if m.kind in NAME_KINDS]
        return named

    def _bare_place(self, head: Mention) -> str:
        code = self.on_date(head)
        if head.kind == "region":
            return "" if self.tagged.lower[head.end - 1] in _WATERS else code[:3]
        if head.kind == "capital" and len(code) == 3:
            if is_located(self.tagged, head):
                self.steps.append("a capital where something happens is a place")
                return ""
            if is_place(self.tagged, head):
                self.steps.append("a capital that is visited or bombed is its country")
                return code
            self.steps.append("a capital that acts is its government")
            return code + GOVERNMENT
        return code

    def _abroad(self, people: Mention, origin: Sequence[Mention]) -> str:
        """The country of which people of another nation are: "the Albanians of southern Serbia"."""
        land = self.land(origin)
        return land if land not in ("", self.on_date(people)[:3]) and len(land) == 3 else ""

    def _home(self, names: Sequence[Mention]) -> str:
        """The country of the first name that has one: "students of the Kenyan League"."""
        codes = (self.on_date(m)[:3] for m in names if m.entries)
        return next((land for land in codes if land in self.index.countries), "")

    def _attached(self, word: str, reading: Reading) -> str:
        """Followers, opponents and kin of somebody: his country, and a role of their own."""
        others = [m for m in (*reading.core[:-1], *reading.origin) if m.entries]
        land = self.land(others) or next((c[:3] for m in others if (c := self.on_date(m))), "")
        if not self.has_land(land):
            land = ""
        self.steps.append("who is with, against or of the family of somebody is not he")
        strong = _codes(reading.core[:-1], strong=True)
        if word in _OF_STATES and not strong and all(m.kind in PLACE_KINDS for m in others):
            return ""
        if word in _MEMBERS and (bodies := [m for m in others if m.kind == "organisation"]):
            return self.on_date(bodies[-1])
        if word in _OPPONENTS:
            return land + "OPP" if land else ""
        if word in _KIN:
            person = any(m.kind == "person" for m in others) or GOVERNMENT in strong
            return land + (FORMER if person else PEOPLE) if land else ""
        of_whom = [*strong, *_codes(reading.origin, strong=True)]
        of_whom += [code[3:6] for m in others if m.kind == "person" and (code := self.on_date(m))]
        if side := next((role for role in of_whom if role in ("OPP", "REB")), ""):
            return land + side
        groups = [m for m in others if m.kind in ("group", "party")]
        return next((code for m in groups if (code := self.on_date(m))), land)

    def _named_code(self, named: Sequence[Mention], land: str, reading: Reading, role: str) -> str:
        """The code of a phrase with a name in it: the name's, unless the text says otherwise."""
        people_first = sorted(named, key=lambda m: m.kind != "person")
        known = [(m, code) for m in people_first if (code := self.on_date(m))]
        if not known:
            party = next((m for m in named if not m.entries[0].code), None) if land else None
            return land + role if party is None else self._party(party, land, role)
        name, code = known[0]
        if name.kind != "person":
            if self._national(name, reading):
                self.steps.append("a country's envoy to an organisation is the country's")
                return self.land(reading.core) + role
            self.steps.append("a named organisation or group keeps its code")
            return code
        owned = [m for m in reading.core if m.agent and m.start > name.end - 1 and m.agent.code]
        if owned:
            self.steps.append("possessor: his country, the role of what he owns")
            last = owned[-1].agent
            assert last is not None
            if not FORMERLY.isdisjoint(self.tagged.lower[name.end : owned[-1].start]):
                return code[:3] + FORMER
            own = last.code if (last.phrase, code[3:]) == ("force", GOVERNMENT) else code[3:]
            return code[:3] + (_leading(_codes(owned, strong=True)) or own or last.code)
        former = self._former(reading)
        if code.endswith(FORMER) and (office := self._office(reading)):
            self.steps.append("a title in the text comes before ELI")
            return office
        titled = role if role != PEOPLE else ""
        if code.endswith(FORMER) and titled and not former and not code.startswith("IGO"):
            self.steps.append("a title in the text comes before ELI")
            return (land or code[:3]) + titled
        if former and (land or self.has_land(code)) and not code.startswith("IGO"):
            self.steps.append("former: out of office")
            return (land or code[:3]) + FORMER
        self.steps.append("title and name are one actor")
        return code

    def _party(self, party: Mention, land: str, role: str) -> str:
        """The code of a party's short name with a country: "Spain's | Socialists"."""
        name = party.entries[0].name
        listed = self.index.short_names.get(name, {}).get(land)
        code = role_on(self.index.named(listed), self.date) if listed else ""
        return code or land + (role or PARTY)

    def _office(self, reading: Reading) -> str:
        """The organisation whose office a person's title names: "Arab League Secretary General X"."""
        if not any(m.agent for m in (*reading.core, *reading.beside)) or self._former(reading):
            return ""
        offices = [m for m in (*reading.core, *reading.beside) if m.kind == "organisation"]
        return next((code for m in offices if (code := self.on_date(m)).startswith("IGO")), "")

    def _national(self, name: Mention, reading: Reading) -> bool:
        """ "Iran's UN ambassador": a country before the organisation and a diplomat behind it."""
        behind = [m for m in reading.core if m.agent and m.agent.code == GOVERNMENT and m.start >= name.end]
        before = [m for m in reading.core if m.kind == "country" and m.end <= name.start]
        return bool(behind and before) and name.entries[0].code.startswith("IGO")

    def _former(self, reading: Reading) -> bool:
        return any(self._is_former(m, reading.part.start) for m in reading.core if m.agent)

    def _is_former(self, agent: Mention, start: int) -> bool:
        before = self.tagged.lower[max(start, agent.start - 4) : agent.start]
        sacked = agent.agent is not None and agent.agent.code != "MIL"
        return any(word in FORMERLY or (sacked and word in _SACKED) for word in before)


def _codes(mentions: Sequence[Mention], *, strong: bool) -> list[str]:
    return [m.agent.code for m in mentions if m.agent and m.agent.code and m.agent.strong is strong]


def _leading(roles: Sequence[str]) -> str:
    """The one role of several: rebels and opposition first, else that of the last noun."""
    for first in _FIRST:
        if first in roles:
            return first
    return roles[-1] if roles else ""
