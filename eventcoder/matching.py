"""Codebooks compiled to rules, found by their trigger word, and held against frames.

Looking up a frame costs one dictionary access for its trigger and one for each object word, however
many codebooks are loaded. The most constrained rule wins, then file order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from eventcoder.codebook import ANY, NOTHING, Category, Codebook, Pattern
from eventcoder.components import Lexicon
from eventcoder.model import UNREAL_MOODS, Frame, Span

_NO_WORD = re.compile(r"[^\w-]+")

ABOUT = "about"
NONE = "none"
ANYWHERE = "any"

VERB_SOURCE, VERB_TARGET = ("subject",), ("object",)
NOUN_SOURCE = ("subject", "possessor", "by")

_WEIGHTS = {
    "object": 4,
    "where": 4,
    "about": 4,
    "about any": 2,
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
    """One pattern, ready to be held against frames. `id` is "consult/talks#2" (the second pattern)."""

    id: str
    category: str
    kind: str
    triggers: frozenset[tuple[str, str]]
    phrases: Mapping[str, tuple[str, ...]]
    objects: frozenset[str]
    source: tuple[Slot, ...]
    target: tuple[Slot, ...]
    where: Mapping[str, frozenset[str]]
    unless: Mapping[str, frozenset[str]]
    about: frozenset[str]
    place: str | None
    weight: int
    order: int


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits a frame; `inner` is the match of the embedded act where the rule has `about`."""

    rule: Rule
    frame: Frame
    inner: Match | None = None

    def fillers(self, slot: str) -> tuple[Span, ...]:
        return self.frame.fillers(slot)

    @property
    def consumes_content(self) -> bool:
        """Whether the embedded frame has been accounted for by this match."""
        return bool(self.rule.about or self.rule.objects)


class Misfit:
    """Why a rule does not fit a frame; `str()` gives it in words, made only when somebody asks."""

    __slots__ = ("_what", "_words")

    def __init__(self, what: str, words: Iterable[str]) -> None:
        self._what = what
        self._words = words

    def __str__(self) -> str:
        return f"{self._what}: {_list(self._words)}"


@dataclass(slots=True)
class Matcher:
    """All rules of the chosen codebooks.

    `categories` maps "consult/talks" to its Category, `books` a name to its Codebook.
    """

    books: Mapping[str, Codebook]
    categories: dict[str, Category] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    _index: dict[tuple[str, str, str, str], list[Rule]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for book in self.books.values():
            for name, category in book.categories.items():
                self.categories[f"{book.name}/{name}"] = category
                for number, pattern in enumerate(category.patterns, 1):
                    for triggers, objects in _variants(book, pattern):
                        rule = _compile(book, name, pattern, number, triggers, objects)
                        self._add(replace(rule, order=len(self.rules)))
        for rules in self._index.values():
            rules.sort(key=_strength)

    def lexicon(self) -> Lexicon:
        """What extractors have to look for."""
        verbs = {lemma for r in self.rules if r.kind == "verb" for lemma, _ in r.triggers}
        nouns = {lemma for r in self.rules if r.kind == "noun" for lemma, _ in r.triggers}
        nouns |= {w.rpartition(" ")[2] for r in self.rules if r.about for w in r.objects}
        particles: dict[str, set[str]] = {}
        for rule in self.rules:
            for lemma, particle in rule.triggers:
                if rule.kind == "verb" and particle:
                    particles.setdefault(lemma, set()).add(particle)
        return Lexicon(frozenset(verbs), frozenset(nouns), {v: frozenset(p) for v, p in particles.items()})

    def candidates(self, frame: Frame) -> Sequence[Rule]:
        """Rules with the frame's trigger, most constrained first; their constraints are not yet checked."""
        keys = [(frame.kind, frame.lemma, frame.particle, "")]
        keys += [(*keys[0][:3], word) for word in _object_words(frame)]
        found = [rules for key in dict.fromkeys(keys) if (rules := self._index.get(key))]
        if len(found) <= 1:
            return found[0] if found else ()
        return sorted({r.order: r for rules in found for r in rules}.values(), key=_strength)

    def matches(self, frame: Frame) -> Iterator[Match]:
        """Rules that fit the frame, most constrained first. Actors and moods are the coder's concern."""
        for rule in self.candidates(frame):
            match = self.hold(rule, frame)
            if isinstance(match, Match):
                yield match

    def hold(self, rule: Rule, frame: Frame, roles: bool = True) -> Match | Misfit:
        """`rule` held against `frame`: a Match, or a Misfit that says in words why it does not fit.

        Without `roles` it is not asked whether source and target are there: "refused to negotiate"
        is about negotiating, whoever it would be with.
        """
        if not _trigger_fits(rule, frame):
            return Misfit("the trigger is part of another phrase than", rule.phrases)
        if rule.objects and not _filled(frame, "object", rule.objects):
            return Misfit("its object is none of", rule.objects)
        for slot, words in rule.where.items():
            if not _filled(frame, slot, words):
                return Misfit(f"there is no {slot!r} phrase with one of", words)
        for slot, words in rule.unless.items():
            if _anywhere(frame, words) if slot == ANYWHERE else _filled(frame, slot, words):
                return Misfit(f"it is forbidden by {slot!r} with one of", words)
        if roles and not _has_role(frame, rule.source):
            return Misfit("no phrase where the source should stand", [s.name for s in rule.source])
        if roles and not _has_role(frame, rule.target):
            return Misfit("no phrase where the target should stand", [s.name for s in rule.target])
        if not rule.about:
            return Match(rule, frame)
        inner = self._embedded(frame, rule.about)
        if inner is None and not (ANY in rule.about and frame.content is not None):
            return Misfit("the embedded act is none of", rule.about)
        return Match(rule, frame, inner)

    def turned(self, category: str, moods: frozenset[str]) -> str | None:
        """What `category` becomes in `moods`; None where nothing is to be coded."""
        unreal = moods & UNREAL_MOODS
        if not unreal:
            return category
        book, _, name = category.partition("/")
        for turn in self.books[book].moods:
            if set(turn.when) == unreal and (name in turn.turn or ANY in turn.turn):
                if turn.into == NOTHING:
                    return None
                return turn.into if "/" in turn.into else f"{book}/{turn.into}"
        return None

    def _embedded(self, frame: Frame, about: frozenset[str]) -> Match | None:
        """The first act in the frame's content that belongs to one of the categories."""
        for inner in frame.content.chain() if frame.content else ():
            rules = [
                rule
                for rule in self.candidates(inner)
                if ANY in about or rule.category in about or _star(rule) in about
            ]
            for roles in (True, False):
                for rule in rules:
                    match = self.hold(rule, inner, roles)
                    if isinstance(match, Match):
                        return match
        return None

    def _add(self, rule: Rule) -> None:
        self.rules.append(rule)
        for lemma, particle in rule.triggers:
            particle = particle if rule.kind == "verb" else ""
            for word in {w.rpartition(" ")[2] for w in rule.objects} or {""}:
                self._index.setdefault((rule.kind, lemma, particle, word), []).append(rule)


def _variants(book: Codebook, pattern: Pattern) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Triggers and objects of a pattern, those of one word and those of several apart.

    "peace talk" says more than "talk", so a rule for it is stronger.
    """
    for triggers in _by_length(book.expand(pattern.verb or pattern.noun)):
        for objects in _by_length(book.expand(pattern.object)) or [frozenset()]:
            yield triggers, objects


def _by_length(words: frozenset[str]) -> list[frozenset[str]]:
    phrases = frozenset(word for word in words if " " in word)
    return [group for group in (words - phrases, phrases) if group]


def _compile(
    book: Codebook,
    name: str,
    pattern: Pattern,
    number: int,
    triggers: frozenset[str],
    objects: frozenset[str],
) -> Rule:
    kind = "verb" if pattern.verb else "noun"
    split = frozenset(_split_trigger(kind, trigger) for trigger in triggers)
    about = frozenset(a if a == ANY or "/" in a else f"{book.name}/{a}" for a in pattern.about)
    return Rule(
        id=f"{book.name}/{name}#{number}",
        category=f"{book.name}/{name}",
        kind=kind,
        triggers=split,
        phrases={lemma: tuple(rest for other, rest in split if other == lemma) for lemma, _ in split},
        objects=objects,
        source=_slots(pattern.source or (VERB_SOURCE if kind == "verb" else NOUN_SOURCE)),
        target=_slots(pattern.target or _default_target(kind, pattern)),
        where={slot: book.expand(words) for slot, words in pattern.where.items()},
        unless={slot: book.expand(words) for slot, words in pattern.unless.items()},
        about=about,
        place=pattern.place,
        weight=_weight(pattern, triggers, objects),
        order=0,
    )


def _default_target(kind: str, pattern: Pattern) -> Iterable[str]:
    """The object of a plain verb; nobody where the object is a word or an act, or the trigger a noun."""
    return VERB_TARGET if kind == "verb" and not (pattern.object or pattern.about) else (NONE,)


def _weight(pattern: Pattern, triggers: frozenset[str], objects: frozenset[str]) -> int:
    """How constrained a pattern is; the sum decides between patterns that fit the same frame."""
    weight = _WEIGHTS["object"] * bool(pattern.object) + _WEIGHTS["place"] * bool(pattern.place)
    weight += _WEIGHTS["where"] * len(pattern.where) + _WEIGHTS["unless"] * bool(pattern.unless)
    if pattern.about:
        weight += _WEIGHTS["about any" if ANY in pattern.about else "about"]
    for slots in (pattern.source, pattern.target):
        weight += _WEIGHTS["slot"] * bool(slots and NONE not in slots and not slots[0].endswith("?"))
    phrases = any(" " in trigger for trigger in triggers) + any(" " in word for word in objects)
    return weight + _WEIGHTS["phrase"] * phrases


def _split_trigger(kind: str, trigger: str) -> tuple[str, str]:
    """("call", "off") for the verb "call off", ("call", "phone") for the noun "phone call"."""
    if kind == "verb":
        lemma, _, rest = trigger.partition(" ")
    else:
        rest, _, lemma = trigger.rpartition(" ")
    return lemma, rest


def _slots(names: Iterable[str]) -> tuple[Slot, ...]:
    return tuple(Slot(name.removesuffix("?"), name.endswith("?")) for name in names)


def _trigger_fits(rule: Rule, frame: Frame) -> bool:
    """The particle of a verb, or the words before a noun, are those of the trigger."""
    if frame.kind == "verb":
        return (frame.lemma, frame.particle) in rule.triggers
    if (frame.lemma, "") in rule.triggers:
        return True
    before = " " + " ".join(frame.sentence.text[: frame.trigger.start].lower().split())
    return any(before.endswith(" " + rest) for rest in rule.phrases.get(frame.lemma, ()))


def _has_role(frame: Frame, slots: tuple[Slot, ...]) -> bool:
    return any(s.optional or s.name in (ABOUT, NONE) or frame.fillers(s.name) for s in slots)


def _object_words(frame: Frame) -> Iterator[str]:
    for span in frame.args.get("object", ()):
        yield span.head


def _filled(frame: Frame, slot: str, words: frozenset[str]) -> bool:
    return any(_is_word(span, words) for span in frame.fillers(slot))


def _is_word(span: Span, words: frozenset[str]) -> bool:
    """The head is one of the words, or the phrase contains one of more than one word."""
    if span.head in words:
        return True
    return any(" " in w and w in span.text.lower() for w in words)


def _anywhere(frame: Frame, words: frozenset[str]) -> bool:
    text = f" {_NO_WORD.sub(' ', frame.sentence.text.lower())} "
    return any(f" {word}" in text for word in words)


def _star(rule: Rule) -> str:
    return rule.category.partition("/")[0] + "/*"


def _strength(rule: Rule) -> tuple[int, int]:
    return -rule.weight, rule.order


def _list(words: Iterable[str], most: int = 8) -> str:
    listed = sorted(words)
    return ", ".join(listed[:most]) + (", ..." if len(listed) > most else "")
