"""Patterns that can never win: those that a stronger one always comes before, or that ask for no act there is."""

from __future__ import annotations

from collections.abc import Iterator

from eventcoder.codebook.rules import Rule
from eventcoder.codebook.shape import ANY, UNKNOWN
from eventcoder.codebook.yamlfile import Key
from eventcoder.linting.catalogue import check
from eventcoder.linting.covering import Cover, covers, same, tie
from eventcoder.linting.subject import Subject, place_of

Found = Iterator[tuple[Key, str]]


@check(
    "EC102",
    "the same pattern stands twice in a category",
    reason="Two patterns of the category say exactly the same, so that the second never wins. It does no harm, but "
    "whoever changes one of them will wonder why nothing changes.",
    fix="Take one of the two out.",
    example="- {verb: travel, target: to}\n- {target: to, verb: travel}",
)
def duplicate(subject: Subject) -> Found:
    for key, cover in _covered(subject):
        if cover.same and cover.category == key[1] and cover.books == {subject.book.name}:
            yield key, f"it says the same as {cover.names}"


@check(
    "EC103",
    "a stronger pattern always comes before this one",
    reason="Whatever this pattern fits, another one fits as well, names the same actors, and weighs more or stands "
    "higher up. So this one never wins. Often its words are a part of the words of the other one, or a category "
    "that is discarded takes all.",
    fix="Narrow the other pattern, give this one something that the other has not, or take it out.",
    example="- {verb: attack, where: {with: [rocket, missile]}}\n- {verb: attack, where: {with: rocket}}",
)
def shadowed(subject: Subject) -> Found:
    for key, cover in _covered(subject):
        if not cover.same and cover.books == {subject.book.name}:
            yield key, str(cover)


@check(
    "EC104",
    "two categories have the same pattern",
    reason="Two patterns of different categories say exactly the same. The one that stands higher up, or whose "
    "codebook comes first, wins every time; the other category is never coded by its pattern.",
    fix="Decide which of the categories it is, or give one pattern what tells the two apart.",
    example="visit:\n"
    "  patterns: [{verb: travel, target: to}]\n"
    "flee:\n"
    "  patterns: [{verb: travel, target: to}]",
)
def tied(subject: Subject) -> Found:
    for key, cover in _covered(subject):
        if cover.same and cover.category != key[1] and cover.books == {subject.book.name}:
            yield key, f"it says the same as {cover.names}, which comes first"


@check(
    "EC107",
    "a pattern of another codebook always comes before this one",
    severity="note",
    reason="A codebook that is coded along with this one, or used by it, has a pattern that fits whatever this one fits, "
    "and wins: it is stronger, or its codebook comes first, as docs/codebooks.md says. That may be meant; but this "
    "pattern is never seen at work where both are coded.",
    fix="Decide whose act it is, and give the pattern of that codebook something that the other has not.",
    example="uses: [aid]\n...\n- {form: give, object: bread}         # aid/food has bread as well",
)
def shadowed_elsewhere(subject: Subject) -> Found:
    for key, cover in _covered(subject):
        if cover.books != {subject.book.name}:
            yield key, str(cover)


@check(
    "EC108",
    "two categories share some of their words",
    severity="note",
    reason="Two patterns of different categories have the same weight, and differ only in their triggers or in their "
    "other words, of which they share some. Where one of these words stands, the pattern higher up wins, for no other reason "
    "than its place. Whoever sorts the file differently changes what is coded.",
    fix="Decide to which category each shared word belongs, and take it out of the other list.",
    example="aid:\n"
    "  patterns: [{verb: cut, object: [aid, funding, loan]}]\n"
    "trade:\n"
    "  patterns: [{verb: cut, object: [trade, import, loan]}]",
)
def half_tied(subject: Subject) -> Found:
    alike: dict[tuple[object, ...], list[Rule]] = {}
    told: set[Key] = set()
    for key, rule in ((key, rule) for key, rules in subject.rules.items() for rule in rules):
        earlier = alike.setdefault((rule.kind, rule.weight, rule.source, rule.target), [])
        for other in earlier:
            if key not in told and other.category != rule.category and (words := tie(rule, other)):
                told.add(key)
                yield key, f"{other.id} comes first where the word is {', '.join(sorted(words)[:3])}"
        earlier.append(rule)


def _covered(subject: Subject) -> Iterator[tuple[Key, Cover]]:
    """Patterns of which every rule is covered by rules of other patterns."""
    for key, rules in subject.rules.items():
        found: list[Rule] = []
        for rule in rules:
            before = _cover(rule, subject)
            if not before:
                break
            found += before
        else:
            yield key, Cover(found, _is_same(rules, found, subject))


def _is_same(rules: list[Rule], before: list[Rule], subject: Subject) -> bool:
    """Whether what comes before a pattern is one pattern of its codebook that says exactly the same, and no more."""
    if {rule.book for rule in before} != {subject.book.name} or len({*map(place_of, before)}) > 1:
        return False
    return same(rules, subject.rules[place_of(before[0])])


def _cover(rule: Rule, subject: Subject) -> list[Rule]:
    """What comes before a rule for each of its triggers; none where one of them is its own."""
    found = []
    for lemma, rest in sorted(rule.triggers):
        candidates = subject.around.by_trigger[rule.kind, lemma]
        here = [o for o in candidates if _of_another(o, rule) and covers(o, rule, (lemma, rest))]
        if not here:
            return []
        found.append(min(here, key=lambda other: (other.book != rule.book, other.order)))
    return found


def _of_another(other: Rule, rule: Rule) -> bool:
    return (other.order != rule.order and place_of(other) != place_of(rule)) or other.book != rule.book


@check(
    "EC105",
    "the embedded act can never be there",
    severity="error",
    reason="`about` names categories that no pattern leads to: only moods and mirrors make them. An embedded act is "
    "called what its pattern says, before any mood is looked at, so the pattern never fires.",
    fix="Name the category whose patterns find the act; its moods do not matter.",
    example="moods:\n"
    "  - {when: future, turn: attack, into: threat}\n"
    "...\n"
    "- {verb: revoke, about: threat}     # nothing but the mood makes a threat",
)
def empty_about(subject: Subject) -> Found:
    matcher = subject.around.matcher
    led_to = {rule.category for rule in matcher.rules}
    led_to |= {rule.book + "/*" for rule in matcher.rules} | {ANY, *UNKNOWN}
    for key, rules in subject.rules.items():
        about = rules[0].about | rules[0].about_not
        books = {name.partition("/")[0] for name in about}
        if about and about.isdisjoint(led_to) and books <= set(matcher.books):
            yield (*key, "about"), f"no pattern leads to {', '.join(sorted(about))}"


@check(
    "EC106",
    "the codebook of an embedded act is not used",
    reason="`about` names a category of a codebook that is neither in `uses` nor in `includes`. The pattern works only "
    "for users who happen to choose that codebook as well.",
    fix="Add the codebook to `uses`.",
    example="uses: []\n...\n- {verb: refuse, about: aid/food}",
)
def unused_book(subject: Subject) -> Found:
    known = {subject.book.name, ANY, *subject.book.uses, *subject.book.includes}
    for at, pattern in subject.patterns():
        named = (a.removeprefix("not ") for a in pattern.about)
        for book in dict.fromkeys(a.partition("/")[0] for a in named if "/" in a):
            if book not in known:
                yield (*at, "about"), f"{book!r} is not among `uses`"
