"""Names in a sentence: the longest that the lists know, with the role held on the document's date.

`ActorIndex` finds mentions; `eventcoder.actors.composing` makes one code of the mentions in a phrase.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from eventcoder.actors.indexing import index_data, reaches
from eventcoder.actors.lists import Agent, Entry
from eventcoder.actors.tokens import Word, fold, keys_of

PLACE_KINDS = frozenset({"country", "capital", "city", "region"})
NAME_KINDS = frozenset({"person", "group", "party", "organisation"})

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
            self._capital_reach = reaches(self._capitals)
        return self._capitals, self._capital_reach


@cache
def _lengths(bits: int) -> tuple[int, ...]:
    """The numbers of the bits that are set, the highest first."""
    return tuple(n for n in range(bits.bit_length(), 0, -1) if bits >> n & 1)


def _entry(row: Sequence[Any]) -> Entry:
    name, code, kind, since, until, adjective = row
    return Entry(name, code, kind, _day(since), _day(until), adjective)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


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
