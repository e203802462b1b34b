"""What an index of names looks up, made once from the lists: plain data, which a cache keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from eventcoder.actors.lists import NEEDS_LAND, Agent, Entry
from eventcoder.actors.shortnames import Listed, short_names
from eventcoder.actors.tokens import fold, keys_of, words
from eventcoder.language.morphology import noun_forms


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
        "rows": rows, "names": names, "reach": reaches(names),
        "agents": [[a.phrase, a.code, a.strong] for a in agents], "agent_names": agent_names,
        "agent_reach": reaches(agent_names), "countries": sorted(countries),
        "roles": sorted({a.code[:3] for a in agents if a.code} | {"ELI"}), "name_words": sorted(name_words),
        "role_words": sorted(role_words), "agent_words": sorted(agent_words), "short_names": shorts,
    }  # fmt: skip


def reaches(names: Iterable[str]) -> dict[str, int]:
    """First word of the names -> how many words they have: bit 3 stands for names of three words."""
    reach: dict[str, int] = {}
    for name in names:
        first = name.partition(" ")[0]
        reach[first] = reach.get(first, 0) | 2 << name.count(" ")
    return reach


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
