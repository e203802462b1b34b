"""Names that stood where a codebook looks for an actor and are in no list: for somebody to review.

Not every capitalised phrase in a corpus, only those in an actor slot of a frame that a rule fits. What
the text says of a name (a title, a nationality) is given as a suggestion.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from eventcoder.actors.ambiguity import in_title_case, may_begin_name
from eventcoder.actors.phrases import Tagged
from eventcoder.actors.readings import is_person
from eventcoder.actors.resolving import SentenceActors
from eventcoder.cells import guarded
from eventcoder.errors import OutputError
from eventcoder.model import Actor

COLUMNS: Mapping[str, str] = {
    "take": "write yes to take the name into a list",
    "name": "the name as it stands in the texts",
    "code": "its code; suggested where the text gives country and role",
    "kind": "kind of the list; suggested",
    "from": "first day of the role, if you know it",
    "until": "last day of the role",
    "count": "sentences in which it stood in an actor slot",
    "country": "country that the text gives it",
    "role": "role that the text gives it",
    "contexts": "up to three of the sentences",
}

_CONTEXTS = 3
_MOST_NAMES = 20_000
_LINKS = frozenset({"al", "el", "bin", "ibn", "de", "la", "van", "von", "der", "da", "dos", "-"})
_BODIES = frozenset("movement army front party union league council alliance coalition brigade group".split())
"""Role nouns that end the name of a group: "Zenda Liberation Movement", but not "Zenda Police"."""
_SPEAKERS = frozenset("i we you us".split())
_SHORT = 300


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name of one sentence; `code` is what its title and nationality make it, "" where they do not."""

    name: str
    code: str
    context: str
    person: bool


@dataclass(slots=True)
class _Entry:
    count: int = 0
    codes: dict[str, int] = field(default_factory=dict)
    contexts: list[str] = field(default_factory=list)
    person: bool = False


@dataclass(slots=True)
class UnknownNames:
    """Counts names over a run. After the first 20,000 different ones new names are only counted."""

    names: dict[str, _Entry] = field(default_factory=dict)
    left_out: int = 0

    def add(self, found: Iterable[Unknown]) -> None:
        for unknown in found:
            entry = self.names.get(unknown.name)
            if entry is None:
                if len(self.names) >= _MOST_NAMES:
                    self.left_out += 1
                    continue
                entry = self.names[unknown.name] = _Entry()
            entry.count += 1
            entry.person = entry.person or unknown.person
            if unknown.code:
                entry.codes[unknown.code] = entry.codes.get(unknown.code, 0) + 1
            if len(entry.contexts) < _CONTEXTS and unknown.context not in entry.contexts:
                entry.contexts.append(unknown.context)

    def summary(self, file: str) -> dict[str, object]:
        """For the manifest: the file, how many names it has, how many were left out."""
        return {"file": file, "names": len(self.names), "left_out": self.left_out} if self.names else {}

    def rows(self, countries: frozenset[str]) -> Iterator[dict[str, str]]:
        """The names as rows of COLUMNS, the most frequent first."""
        for name, entry in sorted(self.names.items(), key=lambda item: (-item[1].count, item[0])):
            code = max(entry.codes, key=lambda c: (entry.codes[c], len(c), c), default="")
            land = code[:3] if code[:3] in countries else ""
            role = code.removeprefix(land)
            complete = bool(land and role) or code.startswith(("IGO", "NGO", "IMG"))
            values = (
                "", name, code if complete else "", "person" if entry.person else "organisation", "", "",
                str(entry.count), land, role, " | ".join(entry.contexts),
            )  # fmt: skip
            yield dict(zip(COLUMNS, values, strict=True))


def unknown_names(actors: SentenceActors) -> list[Unknown]:
    """The unlisted names in the phrases of a sentence that were asked for, each once."""
    if not actors.asked or in_title_case(actors.tagged.words):
        return []
    tagged = actors.tagged
    found: dict[tuple[int, int], Unknown] = {}
    for (start, end), known in actors.asked.items():
        first, last = tagged.range(actors.span(start, end))
        name = _name(tagged, first, last)
        if name is None or _refers_back(known, name, first, last):
            continue
        code = known[0].code if len(known) == 1 else actors.composer.place(first, last)
        text = tagged.span(*name).text
        if text.lower() in _SPEAKERS or actors.index.named(text):
            continue  # "We are ready", and "UN-brokered", where a listed name only modifies
        titles = (m for m in tagged.mentions if first <= m.start and m.end <= name[0] and m.agent)
        person = any(is_person(tagged, title) for title in titles)
        found.setdefault(name, Unknown(" ".join(text.split()), code, _context(actors), person))
    return list(found.values())


def _refers_back(known: list[Actor], name: tuple[int, int], first: int, last: int) -> bool:
    """Whether the whole phrase is a surname that the story introduced before."""
    return bool(known) and known[0].inferred and name == (first, last)


def _name(tagged: Tagged, first: int, last: int) -> tuple[int, int] | None:
    """The longest unlisted name in the part of a phrase before its first preposition."""
    pieces = tagged.pieces(first, last)
    if not pieces:
        return None
    best, start = (0, 0), pieces[0].start
    for at in range(pieces[0].start, pieces[0].end + 1):
        if at < pieces[0].end and _belongs(tagged, at, start, pieces[0].end):
            continue
        if at - start > best[1] - best[0]:
            best = start, at
        start = at + 1
    return best if best[1] > best[0] else None


def _belongs(tagged: Tagged, at: int, start: int, end: int) -> bool:
    """Whether a word goes on with a name: it is written like one, or links two words that are."""
    mention = tagged.mention(at)
    if mention is not None:  # "Zimbo | Front"
        bodies = mention.agent is not None and (
            not mention.agent.strong or tagged.lower[mention.end - 1] in _BODIES
        )
        return at > start and bodies and tagged.words[at].text[0].isupper()
    if tagged.is_name(at):
        return len(tagged.words[at].text) > 1 and may_begin_name(tagged.words[at].text)
    after = [i for i in range(at + 1, min(at + 3, end)) if tagged.lower[i] not in _LINKS]
    return tagged.lower[at] in _LINKS and at > start and bool(after) and tagged.is_name(after[0])


def _context(actors: SentenceActors) -> str:
    text = " ".join(actors.sentence.text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 3] + "..."


def write_unknown(names: UnknownNames, countries: frozenset[str], path: Path) -> None:
    """Write the review file; an old one is removed where there is nothing to review."""
    try:
        if not names.names:
            path.unlink(missing_ok=True)
            return
        with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            writer = csv.DictWriter(file, list(COLUMNS), lineterminator="\n")
            writer.writeheader()
            writer.writerows({k: guarded(v) for k, v in row.items()} for row in names.rows(countries))
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}.") from None
