"""Names in a sentence: the longest that the lists know, with the role held on the document's date.

`ActorIndex` finds mentions; `eventcoder.actors.composing` makes one code of the mentions in a phrase.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from eventcoder.actors.lists import Agent, Entry
from eventcoder.actors.shortnames import Listed, short_names
from eventcoder.language.morphology import noun_forms

WORD = re.compile(r"\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){2,}|(?<=['’])s\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*|[^\w\s]|_")

PLACE_KINDS = frozenset({"country", "capital", "city", "region"})
NAME_KINDS = frozenset({"person", "group", "party", "organisation"})

NEEDS_LAND = frozenset({"GOV", "GOVMIL", "SPY"})
"""Roles that are nobody without a country: "top diplomats" of no government in particular."""

_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‑": "-", "‐": "-", "–": "-",
     "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
     "ı": "i", "ß": "ss", "æ": "ae", "ə": "e", "ð": "d", "þ": "th"}
)  # fmt: skip
_NOT_THE_ACTOR_AFTER = frozenset(
    """
    based backed led held brokered sponsored born style made controlled occupied mediated dominated run
    mandated funded allied trained supported imposed appointed educated supplied ruled linked inspired
    friendly free sanctioned facilitated hosted besieged annexed speaking armed aligned ordered built designed
    """.split()
)
_FORCES = frozenset("forces force coalition troops soldiers alliance peacekeepers warplanes jets".split())
"""Those are of the country that leads them: "Turkish-led forces"."""
OUSTING = frozenset("elected ousted deposed exiled jailed detained wounded suspected toppled".split())
"""Participles that are verbs behind a name: "the army ousted President Doe"."""
_NOT_THE_ACTOR_BEFORE = frozenset({"pro", "anti", "non", "post", "ultra"})


class Word(NamedTuple):
    """A word or sign of a sentence with its offsets; hyphenated words count as several."""

    text: str
    start: int
    end: int


class Mention(NamedTuple):
    """A name or an agent that stands in a sentence.

    `entries` are all rows of that name, whatever their date; `agent` is set for role nouns instead.
    """

    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    agent: Agent | None = None

    @property
    def kind(self) -> str:
        return "agent" if self.agent else self.entries[0].kind

    @property
    def adjective(self) -> bool:
        return bool(self.entries) and self.entries[0].adjective


def words(text: str) -> list[Word]:
    """The words and signs of a text; "Israeli-Palestinian" gives three."""
    return [Word(text[start:end], start, end) for start, end in map(re.Match.span, WORD.finditer(text))]


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word without accents, typographic signs and stops of an acronym: Erdoğan is Erdogan, U.S. is US."""
    if word.isascii() and ("." not in word or len(word) == 1):
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_ALIKE))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.replace(".", "") or word


def keys_of(name: str) -> set[str]:
    """The spellings under which a name is looked up: its folded words joined by blanks.

    A hyphen in a name may be missing in the text, so may the stop of "St."; a name that begins in lower
    case ("al-Assad") is found at the beginning of a sentence too.
    """
    folded = [fold(word.text) for word in words(name)]
    spellings = [folded]
    for sign in "-.":
        if sign in folded:
            spellings.append([word for word in folded if word != sign])
    keys = {" ".join(spelling) for spelling in spellings if spelling}
    return keys | {key[0].upper() + key[1:] for key in keys}


class ActorIndex:
    """All names and agents, looked up by word. Looking up costs the same for any number of names.

    `name_words` and `role_words` have a word of each name that can be an actor on its own, for the screen.
    Names are matched as they are written ("US" is not "us"), agents in any case. In a text that is
    all in capitals, names are matched in any case. An index is made from `data`, which is what a cache
    keeps: lists, texts and numbers only.
    """

    def __init__(self, entries: Iterable[Entry], agents: Iterable[Agent]) -> None:
        self._use(index_data(entries, agents))

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> ActorIndex:
        """The index of data that `index_data` made."""
        index = cls.__new__(cls)
        index._use(data)
        return index

    def _use(self, data: Mapping[str, Any]) -> None:
        self._rows: list[list[Any]] = data["rows"]
        self._names: dict[str, list[int]] = data["names"]
        self._reach: dict[str, int] = data["reach"]
        self._agent_rows: list[list[Any]] = data["agents"]
        self._agents: dict[str, int] = data["agent_names"]
        self._agent_reach: dict[str, int] = data["agent_reach"]
        self.countries = frozenset(data["countries"])
        self.roles = frozenset(data["roles"])
        self.name_words = frozenset(data["name_words"])
        self.role_words = frozenset(data["role_words"])
        self.agent_words = frozenset(data["agent_words"])
        self.short_names: Mapping[str, Mapping[str, str]] = data["short_names"]
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._capitals: dict[str, list[int]] = {}
        self._capital_reach: dict[str, int] = {}

    @property
    def entries(self) -> Iterator[Entry]:
        return (_entry(row) for row in self._rows if row[1])

    def people(self) -> Iterator[tuple[int, str]]:
        """The rows of people: number, name."""
        return ((number, row[0]) for number, row in enumerate(self._rows) if row[2] == "person")

    def row(self, number: int) -> Entry:
        return _entry(self._rows[number])

    def named(self, name: str) -> tuple[Entry, ...]:
        """All rows of a name, whatever their date."""
        return next((self._entry_rows(key) for key in keys_of(name) if key in self._names), ())

    def is_role(self, name: str) -> bool:
        """Whether a name is a role noun that would act without a name."""
        number = self._agents.get(next(iter(keys_of(name)), "").lower())
        return number is not None and bool(self._agent_rows[number][1])

    def mentions(self, sentence: Sequence[Word], date: dt.date | None = None) -> list[Mention]:
        """Mentions in a sentence, in order and not overlapping: the longest at each place.

        A group that the lists do not know on the `date` is the role noun of the same words, if there is one.

        A country or role that only tells where something sits or whom it likes ("Turkey-based",
        "pro-Russian", "rebel-held") is left out.
        """
        folded = [fold(text) for text, _, _ in sentence]
        lower = [word.lower() for word in folded]
        capitals = len(sentence) > 3 and all(w.text.isupper() for w in sentence if w.text.isalpha())
        written, names, reach = folded, self._names, self._reach
        if capitals:
            written, (names, reach) = lower, self._in_capitals()
        agent_reach = self._agent_reach
        found: list[Mention] = []
        done = 0
        for at, word in enumerate(written):
            if at < done or not (word in reach or lower[at] in agent_reach):
                continue
            end, key = _longest(names, reach, written, at)
            agent_end, agent_key = _longest(self._agents, agent_reach, lower, at)
            longest = max(end, agent_end)
            if not longest or (lower[at] in OUSTING and found and _acts(found[-1], at)):
                continue
            if end and lower[at] == "the" and _longest(names, reach, written, at + 1)[0] > end:
                continue  # not "the West" in "the West Bank"
            if not _only_modifies(lower, at, longest):
                if agent_end > end or (agent_end == end and self._is_role_then(key, names, date)):
                    found.append(Mention(at, agent_end, agent=self._agent(agent_key)))
                else:
                    found.append(Mention(at, end, self._entry_rows(key, names)))
            done = longest
        return found

    def _is_role_then(self, key: str, names: Mapping[str, list[int]], date: dt.date | None) -> bool:
        rows = self._entry_rows(key, names)
        return date is not None and rows[0].kind == "group" and not role_on(rows, date)

    def _agent(self, key: str) -> Agent:
        return Agent(*self._agent_rows[self._agents[key]])

    def _entry_rows(self, key: str, names: Mapping[str, list[int]] | None = None) -> tuple[Entry, ...]:
        rows = self._names if names is None else names
        cache_key = key if rows is self._names else key.upper() + "\n"
        if cache_key not in self._entries:
            self._entries[cache_key] = tuple(_entry(self._rows[i]) for i in rows[key])
        return self._entries[cache_key]

    def _in_capitals(self) -> tuple[dict[str, list[int]], dict[str, int]]:
        if not self._capitals:
            for key, rows in self._names.items():
                known = self._capitals.setdefault(key.lower(), [])
                known += [row for row in rows if row not in known]
            self._capital_reach = _reaches(self._capitals)
        return self._capitals, self._capital_reach


def index_data(entries: Iterable[Entry], agents: Iterable[Agent]) -> dict[str, Any]:
    """What an index looks names up in, as plain lists and dictionaries."""
    rows: list[list[Any]] = []
    names: dict[str, list[int]] = {}
    countries: set[str] = set()
    name_words: set[str] = set()
    for number, entry in enumerate(entries):
        rows.append([
            entry.name, entry.code, entry.kind, entry.since and entry.since.isoformat(),
            entry.until and entry.until.isoformat(), entry.adjective,
        ])  # fmt: skip
        for key in keys_of(entry.name):
            names.setdefault(key, []).append(number)
            if entry.kind == "group" and key.endswith("s") and key.rpartition(" ")[2].islower():
                names.setdefault(key[:-1], []).append(number)  # a "Karen guerrilla" camp
        if entry.kind == "country":
            countries.add(entry.code[:3])
        word = _telling_word(entry.name)
        name_words |= {word, word[0].upper() + word[1:]}
    shorts = short_names(Listed(key, rows[n[0]][2], rows[n[0]][1][:3]) for key, n in names.items())
    agents = list(agents)
    forces = {agent.phrase for agent in agents if agent.strong}
    for short in sorted(shorts.keys() - names.keys()):
        if short.lower() in forces:
            continue  # "Liberation Movement" is one, whatever its name
        names[short] = [len(rows)]
        rows.append([short, "", "party", None, None, False])
    agent_names: dict[str, int] = {}
    for number, agent in enumerate(agents):
        for form in noun_forms(agent.phrase):
            for key in keys_of(form):
                agent_names.setdefault(key.lower(), number)
    acting = [a for a in agents if a.strong and a.code and a.code not in NEEDS_LAND]
    agent_words, role_words = _telling_words(agents), _telling_words(acting)
    return {
        "rows": rows, "names": names, "reach": _reaches(names),
        "agents": [[a.phrase, a.code, a.strong] for a in agents], "agent_names": agent_names,
        "agent_reach": _reaches(agent_names), "countries": sorted(countries),
        "roles": sorted({a.code[:3] for a in agents if a.code} | {"ELI"}), "name_words": sorted(name_words),
        "role_words": sorted(role_words), "agent_words": sorted(agent_words), "short_names": shorts,
    }  # fmt: skip


def _reaches(names: Iterable[str]) -> dict[str, int]:
    """First word of the names -> how many words they have: bit 3 stands for names of three words."""
    reach: dict[str, int] = {}
    for name in names:
        first = name.partition(" ")[0]
        reach[first] = reach.get(first, 0) | 2 << name.count(" ")
    return reach


@cache
def _lengths(bits: int) -> tuple[int, ...]:
    """The numbers of the bits that are set, the highest first."""
    return tuple(n for n in range(bits.bit_length(), 0, -1) if bits >> n & 1)


def _entry(row: Sequence[Any]) -> Entry:
    name, code, kind, since, until, adjective = row
    return Entry(name, code, kind, _day(since), _day(until), adjective)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _telling_words(agents: Iterable[Agent]) -> set[str]:
    """Words of which every phrase for an agent has one: the longest, unless it has another's already."""
    found: set[str] = set()
    for form in sorted((f for a in agents for f in noun_forms(a.phrase)), key=lambda f: (f.count(" "), f)):
        if found.isdisjoint(fold(word.text) for word in words(form)):
            found.add(_telling_word(form))
    return found


def _telling_word(name: str) -> str:
    """The word that few texts without the name have: the longest of those with a capital letter, if any."""
    return max((fold(word.text) for word in words(name)), key=lambda word: (word[0].isupper(), len(word)))


def role_on(entries: Sequence[Entry], date: dt.date | None) -> str:
    """The code that a name has on a date, and "" where the lists cannot tell.

    Somebody outside every term of office is ELI of the country. Without a date, people have only what
    holds for all rows of the name: the common code, or the common country. Everything else without a
    date is what it is today (Moscow is in Russia), unless it no longer is anything.
    """
    if date is None:
        lasting = [e for e in entries if e.until is None or e.kind == "person"]
        codes = {e.code for e in lasting or entries}
    else:
        codes = {e.code for e in entries if e.valid(date)}
        if not codes and entries[0].kind == "person":
            codes = {e.code[:3] + "ELI" if not e.code.startswith("IGO") else "ELI" for e in entries}
    if len(codes) == 1:
        return codes.pop()
    lands = {c[:3] for c in codes}
    return lands.pop() if len(lands) == 1 else ""


def _longest(
    names: Mapping[str, Any], reach: Mapping[str, int], sentence: Sequence[str], at: int
) -> tuple[int, str]:
    """End and key of the longest name at `at`; (0, "") where there is none."""
    if at >= len(sentence) or sentence[at] not in reach:
        return 0, ""
    for length in _lengths(reach[sentence[at]]):
        key = " ".join(sentence[at : at + length])
        if key in names and at + length <= len(sentence):
            return at + length, key
    return 0, ""


def _acts(before: Mention, at: int) -> bool:
    """Whether a name ends right before a word, which may then be its verb."""
    return before.end == at and not before.adjective


def _only_modifies(lower: Sequence[str], start: int, end: int) -> bool:
    """Whether a hyphen ties the name to a word that makes something else of it."""
    after, before = lower[end : end + 2], lower[max(0, start - 2) : start]
    if len(after) == 2 and after[0] == "-" and after[1] in _NOT_THE_ACTOR_AFTER:
        return not (after[1] == "led" and not _FORCES.isdisjoint(lower[end + 2 : end + 4]))
    if len(before) < 2 or before[1] != "-":
        return False
    return before[0] in _NOT_THE_ACTOR_BEFORE or (before[0][0].isdigit() and lower[start] == "member")
