"""Names in a sentence: the longest that the lists know, with the role held on the document's date.

`ActorIndex` finds mentions; `eventcoder.composing` makes one code of the mentions in a phrase.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from eventcoder.actorlist import Agent, Entry
from eventcoder.morphology import noun_forms

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?<=['’])s\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*|[^\w\s]|_")

NEEDS_LAND = frozenset({"GOV", "GOVMIL", "SPY"})
"""Roles that are nobody without a country: "top diplomats" of no government in particular."""

_END = ""
_NOT_THE_ACTOR_AFTER = frozenset(
    """
    based backed led held brokered sponsored born style made controlled occupied mediated dominated
    run owned mandated
    """.split()
)
_NOT_THE_ACTOR_BEFORE = frozenset({"pro", "anti", "non"})


class Word(NamedTuple):
    """A word or sign of a sentence with its offsets; hyphenated words count as several."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
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
    return [Word(m.group(), *m.span()) for m in WORD.finditer(text)]


@dataclass(slots=True)
class ActorIndex:
    """All names and agents, in two tries keyed by word. Looking up costs the same for any number.

    `name_words` and `role_words` have a word of each name that can be an actor on its own, for the screen.
    Names are matched as they are written ("US" is not "us"), agents in any case. In a text that is
    all in capitals, names are matched in any case.
    """

    entries: Iterable[Entry]
    agents: Iterable[Agent]
    countries: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    name_words: frozenset[str] = frozenset()
    role_words: frozenset[str] = frozenset()
    _names: dict[str, Any] = field(default_factory=dict)
    _agents: dict[str, Any] = field(default_factory=dict)
    _capitals: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.entries = tuple(self.entries)
        self.agents = tuple(self.agents)
        self.roles = frozenset(a.code[:3] for a in self.agents if a.code) | {"ELI"}
        for entry in self.entries:
            _put(self._names, [w.text for w in words(entry.name)], entry)
        for agent in self.agents:
            for form in noun_forms(agent.phrase):
                _put(self._agents, [w.text for w in words(form)], agent)
        self.countries = frozenset(e.code[:3] for e in self.entries if e.kind == "country")
        self.name_words = frozenset(_longest_word(entry.name) for entry in self.entries)
        alone = (a for a in self.agents if a.strong and a.code and a.code not in NEEDS_LAND)
        self.role_words = frozenset(_longest_word(f) for a in alone for f in noun_forms(a.phrase))

    def mentions(self, sentence: Sequence[Word]) -> list[Mention]:
        """Mentions in a sentence, in order and not overlapping: the longest at each place.

        A country that only tells where something sits ("Turkey-based", "pro-Russian") is left out.
        """
        names = self._names
        capitals = all(w.text.isupper() for w in sentence if w.text.isalpha()) and len(sentence) > 3
        if capitals:
            names = self._in_capitals()
        found: list[Mention] = []
        at = 0
        while at < len(sentence):
            text = sentence[at].text
            lower = text.lower()
            if (lower if capitals else text) not in names and lower not in self._agents:
                at += 1
                continue
            end, values = _longest(names, sentence, at, lower=capitals)
            agent_end, agents = _longest(self._agents, sentence, at, lower=True)
            if agent_end > end:
                found.append(Mention(at, agent_end, agent=agents[0]))
            elif end and not _only_modifies(sentence, at, end):
                found.append(Mention(at, end, tuple(values)))
            at = max(end, agent_end, at + 1)
        return found

    def _in_capitals(self) -> dict[str, Any]:
        if not self._capitals:
            for entry in self.entries:
                _put(self._capitals, [w.text.lower() for w in words(entry.name)], entry)
        return self._capitals


def _longest_word(name: str) -> str:
    return max((word.text for word in words(name)), key=len)


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


def _put(trie: dict[str, Any], name: Sequence[str], value: object) -> None:
    node = trie
    for word in name:
        node = node.setdefault(word, {})
    node.setdefault(_END, []).append(value)


def _longest(trie: dict[str, Any], sentence: Sequence[Word], at: int, lower: bool) -> tuple[int, list[Any]]:
    """End of the longest name that begins at `at` and its values; (0, []) where none does."""
    best: tuple[int, list[Any]] = (0, [])
    node = trie
    for i in range(at, len(sentence)):
        word = sentence[i].text
        node = node.get(word.lower() if lower else word, None)  # type: ignore[assignment]
        if node is None:
            break
        if _END in node:
            best = i + 1, node[_END]
    return best


def _only_modifies(sentence: Sequence[Word], start: int, end: int) -> bool:
    """Whether a hyphen ties the name to a word that makes something else of it."""
    after = sentence[end : end + 2]
    if len(after) == 2 and after[0].text in "-‑" and after[1].text.lower() in _NOT_THE_ACTOR_AFTER:
        return True
    before = sentence[max(0, start - 2) : start]
    return len(before) == 2 and before[1].text in "-‑" and before[0].text.lower() in _NOT_THE_ACTOR_BEFORE
