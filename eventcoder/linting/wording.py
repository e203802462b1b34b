"""Words, slots and roles that are misspelt, inflected, or never used."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from eventcoder.codebook.rules import ANYTHING, ANYWHERE, OWNER, REST, SPECIAL, slot_names
from eventcoder.codebook.shape import Codebook, Pattern, sets_in
from eventcoder.codebook.yamlfile import Key
from eventcoder.errors import did_you_mean
from eventcoder.language.morphology import inflected_verb, plural_of
from eventcoder.linting.catalogue import check
from eventcoder.linting.subject import Subject

Found = Iterator[tuple[Key, str]]

_TEXTS = {ANYWHERE, REST}
_SLOTS = frozenset("subject object recipient together possessor modifier".split()) | SPECIAL | _TEXTS
_PREPOSITIONS = frozenset(
    """
    aboard about above across after against along alongside amid amidst among amongst around as at atop
    away because before behind below beneath beside besides between beyond but by concerning despite down
    during except facing following for from front given in inside into like near next of off on onto opposite
    out outside over past pending per plus regarding round since than that through throughout till to
    together toward towards under underneath unlike until up upon versus via with within without
    """.split()
)
_ROLES = frozenset(
    """
    country nobody AGR BUS COP CRM CVL EDU ELI ENV GOV HLH HRI IGO IMG INS INT JUD LAB LEG MED MIL MNC NGM
    NGO OPP PTY REB REF REL RES SEP SET SPY TOP UAF UIS WST
    """.split()
)


_WRITTEN = re.compile(r"[\w#$€£&%./'’ ,:+-]+")
_AUXILIARIES = frozenset({"be", "have", "will", "would", "get"})
_SENTENCES = ("sentences", "rescue")
"""Keys under which whole phrases stand, commas and all."""
_NO_TRIGGERS = frozenset({"the", "a", "an", "to"})


@check(
    "EC110",
    "unknown slot",
    severity="error",
    reason="A slot is a part of the sentence: `subject`, `object`, a preposition, or one of the names in "
    "docs/codebooks.md. A slot that grammar does not have is always empty, so the pattern never fires, or names "
    "nobody.",
    fix="Mend the name of the slot. Write a preposition as it stands in the text.",
    example="- {verb: travel, target: towrads}",
)
def unknown_slot(subject: Subject) -> Found:
    for at, pattern in subject.patterns():
        for key, slot in _slots(at, pattern):
            if not _is_slot(slot):
                close = did_you_mean(slot, _SLOTS | _PREPOSITIONS)
                yield key, f"there is no slot {slot!r}" + (f"; did you mean {close!r}?" if close else "")


def _slots(at: Key, pattern: Pattern) -> Iterator[tuple[Key, str]]:
    for side in ("source", "target"):
        yield from (((*at, side), slot.removesuffix("?")) for slot in getattr(pattern, side))
    for name in ("where", "mentions", "unless"):
        for slots in getattr(pattern, name):
            yield from (((*at, name, slots), slot) for slot in slot_names(slots))


def _is_slot(slot: str) -> bool:
    """Whether grammar has the slot: a name, a preposition, or several words with one ("in memory of")."""
    bare = slot.removeprefix(OWNER)
    words = bare.split()
    return bare in _SLOTS or not (_PREPOSITIONS.isdisjoint(words) or words[-1] in _NO_TRIGGERS - {"to"})


@check(
    "EC111",
    "unknown role",
    severity="error",
    reason="`roles` compares with the three-letter parts of actor codes. A code that no actor can have is never there, "
    "so the pattern never fires. A country's code is in `EGYGOV`, but not in the bare `EGY`, for which `country` stands.",
    fix="Take a role of CAMEO: GOV, MIL, OPP, REB, CVL, ...",
    example="- {verb: attack, roles: {source: [ARMY]}}",
)
def unknown_role(subject: Subject) -> Found:
    known = _ROLES | subject.around.actors.roles | subject.around.actors.countries
    for at, pattern in subject.patterns():
        for side, roles in pattern.roles.items():
            for role in roles:
                if not role.startswith("$") and role not in known:
                    close = did_you_mean(role, _ROLES) or did_you_mean(role, subject.around.actors.countries)
                    hint = f"; did you mean {close!r}?" if close else ""
                    yield (*at, "roles", side), f"there is no role {role!r}{hint}"


@check(
    "EC112",
    "a trigger verb is not in its base form",
    reason="Verbs are given in the base form: `meet` finds meets, met and meeting, while `met` is looked up as a verb "
    'that no text has. The passive is found too: `shell` finds "were shelled", with what was shelled as its object.',
    fix="Write the base form.",
    example="- {verb: met}",
)
def inflected_verbs(subject: Subject) -> Found:
    for key, verb in _triggers(subject, "verb"):
        if base := _base_form(verb, subject.around.listed):
            yield key, f"{verb!r} looks like a form of {base!r}"


def _base_form(verb: str, listed: Container[str]) -> str:
    """The base form where a trigger is inflected, or has auxiliaries before it ("were shelled": shell)."""
    first, _, rest = verb.partition(" ")
    base = inflected_verb(first, listed)
    if (base or first) in _AUXILIARIES and (main := inflected_verb(rest.partition(" ")[0], listed)):
        return main
    return base


def _triggers(subject: Subject, *kinds: str) -> Found:
    """The triggers of these kinds ("verb", "noun") of all patterns, each place of one once."""
    told: set[tuple[Key, str]] = set()
    for at, pattern in subject.patterns():
        for kind in kinds:
            listed = getattr(pattern, kind)
            for trigger in sorted(subject.book.expand(listed)):
                key = _listed_in(subject.book, listed, trigger) or (*at, kind)
                if (key, trigger) not in told:
                    told.add((key, trigger))
                    yield key, trigger


def _listed_in(book: Codebook, listed: Sequence[str], trigger: str) -> Key:
    """The word set that has the trigger, as far as a list takes it from one."""
    if trigger in listed:
        return ()
    for name in (word[1:] for word in listed if word.startswith("$") and " " not in word and "/" not in word):
        words = book.words[name]
        if trigger in words:
            return ("words", name)
        if inner := _listed_in(book, words, trigger):
            return inner
    return ()


@check(
    "EC113",
    "a trigger noun is a plural",
    reason="Nouns are given in the singular: `talk` finds talks as well, while `talks` misses texts in which the "
    "parser gives the singular.",
    fix="Write the singular.",
    example="- {noun: talks}",
)
def plural_nouns(subject: Subject) -> Found:
    for key, noun in _triggers(subject, "noun"):
        if singular := plural_of(noun):
            yield key, f"{noun!r} looks like the plural of {singular!r}"


@check(
    "EC114",
    "a trigger verb has more than one word behind it",
    reason="The word behind a trigger verb is its particle (`call off`). Extractors find one of them, so a verb with "
    "two more words (`lash out at`, `set fire to`) never fires.",
    fix="Leave out the preposition and name it as a slot of `source` or `target`; give a noun as `object`: "
    "`{verb: set, object: fire, target: to}`.",
    example="- {verb: lash out at}",
)
def long_verbs(subject: Subject) -> Found:
    for key, verb in _triggers(subject, "verb"):
        if len(verb.split()) > 2:
            yield key, f"{verb!r} has more than one word behind the verb"


@check(
    "EC117",
    "a word is written as no text writes it",
    reason="Words are compared with the words of the text, so there are no placeholders or regular expressions: `bomb*` "
    "waits for a text with a star, and `raid, bomb` without brackets for the comma. A trigger is looked up by its first "
    "word, so `the raid` and `to bomb` never fire.",
    fix="Write the base form; under `mentions` and `unless`, the beginning of a word finds all its forms. Leave out "
    "`the`, `a` and `to` before a trigger.",
    example="- {noun: the raid, mentions: {any: [bomb*]}}",
)
def unwritten_words(subject: Subject) -> Found:
    for key, words in subject.word_lists():
        for word in words:
            if word != ANYTHING and not sets_in(word) and not _WRITTEN.fullmatch(word):
                yield key, f"no text has {word!r}"
            elif "," in word and key[-1] not in _SENTENCES:
                yield key, f"{word!r} is one word with a comma in it; two words stand in brackets: [a, b]"
    for key, trigger in _triggers(subject, "verb", "noun"):
        if trigger.partition(" ")[0] in _NO_TRIGGERS:
            yield key, f"{trigger!r} does not begin with the word that gives the act away"


@check(
    "EC201",
    "a word set is never used",
    reason="Nothing refers to this set of words, in this codebook or in another one. Perhaps a pattern that should "
    "use it lists its words instead, or names another set by mistake.",
    fix="Use it as `$name`, or take it out.",
    example="words:\n  guns: [rifle, pistol]     # and no pattern has $guns",
)
def unused_words(subject: Subject) -> Found:
    book = subject.book
    used = {name for _, words in subject.word_lists() for word in words for name in sets_in(word)}
    for name in book.words:
        if "/" not in name and name not in used and f"{book.name}/{name}" not in subject.around.borrowed:
            yield ("words", name), f"${name} is never used"


@check(
    "EC202",
    "a form is never used",
    reason="No pattern takes its wordings from this form, so none of them is ever looked for.",
    fix="Use it with `form:` in a pattern, or take it out.",
    example="forms:\n  take: [{verb: take}]      # and no pattern has `form: take`",
)
def unused_forms(subject: Subject) -> Found:
    used = {pattern.form for _, pattern in subject.patterns()}
    for name in subject.book.forms:
        if name not in used:
            yield ("forms", name), f"no pattern uses the form {name!r}"


@check(
    "EC205",
    "a codebook is used for nothing",
    severity="note",
    reason="`uses` names a codebook of which neither an act, nor a mirror, nor a word set, nor a category to turn into "
    "is used, and which discards nothing. It makes the coding slower, and its patterns compete with yours. Sometimes "
    "that is meant: what the other codebook matches is then not coded here.",
    fix="Take it out of `uses`, unless it is meant to compete.",
    example="uses: [deny]               # and nothing below names `deny`",
)
def idle_books(subject: Subject) -> Found:
    book, books = subject.book, subject.around.matcher.books
    named = [a.removeprefix("not ") for _, p in subject.patterns() for a in p.about]
    named += [turn.into for turn in book.moods] + [c.mirror or "" for c in book.categories.values()]
    named += list(book.borrowed)
    needed = {name.partition("/")[0] for name in named if "/" in name}
    for i, name in enumerate(book.uses):
        stem = name.rpartition("/")[2].removesuffix(".yaml")
        discards = stem in books and any(c.discard for c in books[stem].categories.values())
        if stem not in needed and not discards:
            yield ("uses", i), f"nothing refers to {name!r}"
