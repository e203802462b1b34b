"""Rules: the patterns of codebooks, compiled so that they can be held against frames.

A pattern becomes several rules where its words are partly phrases, or where it uses a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventcoder.codebook.shape import ANY, NOT, UNKNOWN, Codebook, Home, Pattern
from eventcoder.language.morphology import noun_forms

NONE = "none"
OWNER = "owner "
"""Before a slot: whose thing the phrase in it is ("owner along": along the border with Chad)."""
ANYWHERE = "any"
REST = "rest"
"""Under `mentions` and `unless`: the whole sentence; what follows the trigger to the end of its clause."""
ANYTHING = "*"
"""Among words: whatever stands there. `unless: {object: ["*"]}` wants no object."""
SPECIAL = frozenset({"about", "doer", "owner", "maker", "site", "town", "place", "home", "speaker", NONE})
"""Names that stand where a slot may stand, but are looked up by the coder: docs/codebooks.md, "Slots"."""

NO_PREPOSITIONS = frozenset(
    {"subject", "object", "recipient", "together", "possessor", "modifier", "made by"}
)
"""The other slots that extractors fill; every one but these is named for the preposition before it."""

VERB_SOURCE, VERB_TARGET = ("subject",), ("object",)
NOUN_SOURCE = ("subject", "possessor", "by")

_SLOT = re.compile(r"out of|\S+")

_WEIGHTS = {
    "object": 4,
    "where": 4,
    "mentions": 4,
    "about": 7,
    "about all": 6,
    "about any": 2,
    "not": 1,
    "roles": 2,
    "place": 3,
    "phrase": 2,
    "slot": 2,
    "unless": 1,
}


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an actor is looked for: a slot, and whether it may be empty (`by?` in a codebook)."""

    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern, ready to be held against frames. `id` is "consult/talks#2" (the second pattern).

    `phrases` has what stands beside the lemma of a trigger ("phone" of "phone call"), `endings` the same
    with a blank before it, as a text before the noun would end.
    """

    id: str
    category: str
    kind: str
    triggers: frozenset[tuple[str, str]]
    phrases: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, tuple[str, ...]]
    objects: frozenset[str]
    pattern_objects: frozenset[str]
    source: tuple[Slot, ...]
    target: tuple[Slot, ...]
    where: Mapping[tuple[str, ...], frozenset[str]]
    mentions: Mapping[tuple[str, ...], frozenset[str]]
    unless: Mapping[tuple[str, ...], frozenset[str]]
    roles: Mapping[str, frozenset[str]]
    about: frozenset[str]
    about_not: frozenset[str]
    place: str | None
    private: frozenset[str]
    home: Home | None
    weight: int
    order: int

    @property
    def book(self) -> str:
        return self.category.partition("/")[0]

    @property
    def seeks_target(self) -> bool:
        """Whether the pattern names places for the target, and does not rule one out."""
        return any(slot.name != NONE for slot in self.target)

    @property
    def at_home(self) -> bool:
        """Whether a state may be the target of its own act: a curfew, police sent into its towns."""
        return any(slot.name in ("place", "home") for slot in self.target)

    @property
    def embeds(self) -> bool:
        """Whether the pattern asks for an embedded act."""
        return bool(self.about or self.about_not)


class _Lists:
    """The word lists of a codebook, each expanded once: the wordings of a form stand in many patterns."""

    def __init__(self, book: Codebook) -> None:
        self.book = book
        self._words: dict[tuple[str, ...], frozenset[str]] = {}
        self._forms: dict[frozenset[str], frozenset[str]] = {}

    def words(self, words: list[str]) -> frozenset[str]:
        key = tuple(words)
        if key not in self._words:
            self._words[key] = self.book.expand(words)
        return self._words[key]

    def forms(self, words: frozenset[str]) -> frozenset[str]:
        """The words with their plurals."""
        if words not in self._forms:
            self._forms[words] = _with_plurals(words)
        return self._forms[words]

    def constraints(self, keys: Mapping[str, list[str]]) -> dict[tuple[str, ...], frozenset[str]]:
        """Slots, of which any will do ("on over about"), and the words asked for there."""
        return {slot_names(slots): self.forms(self.words(words)) for slots, words in keys.items()}


def rules_of(book: Codebook) -> Iterator[Rule]:
    """The rules of a codebook, in file order; their `order` counts from 0."""
    order, lists = 0, _Lists(book)
    for name in book.categories:
        for number, pattern in book.patterns(name):
            for triggers, objects in _variants(lists, pattern):
                yield _compile(lists, f"{book.name}/{name}", pattern, number, triggers, objects, order)
                order += 1


def _variants(lists: _Lists, pattern: Pattern) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Triggers and objects of a pattern, those of one word and those of several apart.

    "peace talk" says more than "talk", so a rule for it is stronger.
    """
    for triggers in _by_length(lists.words(pattern.verb or pattern.noun)):
        for objects in _by_length(lists.words(pattern.object)) or [frozenset()]:
            yield triggers, objects


def _by_length(words: frozenset[str]) -> list[frozenset[str]]:
    phrases = frozenset(word for word in words if " " in word)
    return [group for group in (words - phrases, phrases) if group]


def _compile(
    lists: _Lists,
    category: str,
    pattern: Pattern,
    number: str,
    triggers: frozenset[str],
    objects: frozenset[str],
    order: int,
) -> Rule:
    kind = "verb" if pattern.verb else "noun"
    split = frozenset(_split_trigger(kind, trigger) for trigger in triggers)
    phrases = _beside(split)
    about = [a for a in pattern.about if not a.startswith(NOT)]
    about_not = [a.removeprefix(NOT) for a in pattern.about if a.startswith(NOT)]
    return Rule(
        id=f"{category}#{number}",
        category=category,
        kind=kind,
        triggers=split,
        phrases=phrases,
        endings={lemma: tuple(f" {rest}" for rest in rests) for lemma, rests in phrases.items()},
        objects=lists.forms(objects),
        pattern_objects=lists.forms(lists.words(pattern.object)),
        source=_slots(pattern.source or (VERB_SOURCE if kind == "verb" else NOUN_SOURCE)),
        target=_slots(pattern.target or _default_target(kind, pattern)),
        where=lists.constraints(pattern.where),
        mentions=lists.constraints(pattern.mentions),
        unless=lists.constraints(pattern.unless),
        roles={side: _roles(lists.words(roles)) for side, roles in pattern.roles.items()},
        about=frozenset(_full(lists.book, a) for a in about),
        about_not=frozenset(_full(lists.book, a) for a in about_not),
        place=pattern.place,
        private=frozenset(lists.book.private),
        home=lists.book.home_of(category.partition("/")[2]),
        weight=_weight(pattern, triggers, objects),
        order=order,
    )


def _beside(triggers: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """What stands beside each lemma among the triggers."""
    found: dict[str, tuple[str, ...]] = {}
    for lemma, rest in triggers:
        found[lemma] = (*found.get(lemma, ()), rest)
    return found


def _default_target(kind: str, pattern: Pattern) -> Iterable[str]:
    """The object of a plain verb; nobody where the object is a word or an act, or the trigger a noun."""
    return VERB_TARGET if kind == "verb" and not (pattern.object or pattern.about) else (NONE,)


def _weight(pattern: Pattern, triggers: frozenset[str], objects: frozenset[str]) -> int:
    """How constrained a pattern is; the sum decides between patterns that fit the same frame."""
    weight = _WEIGHTS["object"] * bool(pattern.object) + _WEIGHTS["place"] * bool(pattern.place)
    weight += _WEIGHTS["where"] * len(pattern.where) + _WEIGHTS["mentions"] * len(pattern.mentions)
    weight += _WEIGHTS["unless"] * bool(pattern.unless) + _WEIGHTS["roles"] * len(pattern.roles)
    weight += _weight_about(pattern.about)
    for slots in (pattern.source, pattern.target):
        weight += _WEIGHTS["slot"] * bool(slots and NONE not in slots and not slots[0].endswith("?"))
    phrases = any(" " in trigger for trigger in triggers) + any(" " in word for word in objects)
    return weight + _WEIGHTS["phrase"] * phrases


def _weight_about(about: Sequence[str]) -> int:
    """A named category says more than a whole codebook, and that more than "any"."""
    if not about:
        return 0
    if ANY in about:
        return _WEIGHTS["about any"]
    all_of_a_book = all(name.endswith("/*") for name in about)
    negated = all(name.startswith(NOT) for name in about)
    return _WEIGHTS["about all" if all_of_a_book else "about"] + _WEIGHTS["not"] * negated


def slot_names(slots: str) -> tuple[str, ...]:
    """ "on over out of" as its three slots."""
    return tuple(_SLOT.findall(slots))


def _with_plurals(words: frozenset[str]) -> frozenset[str]:
    """Plurals of several words that do not begin with the singular are words too: "gas supplies"."""
    phrases = [w for w in words if " " in w]
    return words.union(*({f for f in noun_forms(w) if not f.startswith(w)} for w in phrases))


def _roles(words: frozenset[str]) -> frozenset[str]:
    """Role codes; word sets are in lower case, the codes in them as well."""
    return frozenset(r.upper() if len(r) == 3 else r for r in words)


def _full(book: Codebook, category: str) -> str:
    return category if category in (ANY, *UNKNOWN) or "/" in category else f"{book.name}/{category}"


def _split_trigger(kind: str, trigger: str) -> tuple[str, str]:
    """("call", "off") for the verb "call off", ("call", "phone") for the noun "phone call"."""
    if kind == "verb":
        lemma, _, rest = trigger.partition(" ")
    else:
        rest, _, lemma = trigger.rpartition(" ")
    return lemma, rest


def _slots(names: Iterable[str]) -> tuple[Slot, ...]:
    return tuple(Slot(name.removesuffix("?"), name.endswith("?")) for name in names)
