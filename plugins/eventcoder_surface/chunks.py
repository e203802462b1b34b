"""Noun phrases, verb groups and what separates them: a sentence as a short list of chunks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eventcoder_surface import words as w
from eventcoder_surface.tokens import Token


@dataclass(slots=True)
class Chunk:
    """A stretch of tokens, `first` to `last` (inclusive).

    `kind` is np, vg, time (a phrase such as "last week"), or the kind of a single token that separates
    (prep, comma, conj, that, rel, sub, quote, stop, adv). A verb group also has the lemma of its main
    verb, its form (fin, inf, ger, part), whether it is passive, its particle and its own moods.
    """

    kind: str
    first: int
    last: int
    lemma: str = ""
    form: str = "fin"
    passive: bool = False
    particle: str = ""
    moods: set[str] = field(default_factory=set)
    main: int = -1


_TIME_ADJECTIVES = frozenset("last next late early past coming this".split())
_MAY_SUBORDINATE = frozenset("as after before since until".split())


def chunk(tokens: Sequence[Token], particles: Mapping[str, frozenset[str]]) -> list[Chunk]:
    """The chunks of a sentence, in order; every token is in exactly one."""
    chunks: list[Chunk] = []
    i = 0
    while i < len(tokens):
        made = _verb_group(tokens, i, particles) or _phrase(tokens, i)
        if made is None:
            token = tokens[i]
            kind = {"to": "prep", "neg": "adv", "poss": "stop", "det": "np", "number": "np"}.get(
                token.kind, token.kind
            )
            made = Chunk("np" if kind in ("word", "pron") else kind, i, i)
        chunks.append(made)
        i = made.last + 1
    return _joined(tokens, chunks)


def _verb_group(tokens: Sequence[Token], start: int, particles: Mapping[str, frozenset[str]]) -> Chunk | None:
    """The verb group that begins at `start`, None where none does."""
    i = start
    helpers: list[Token] = []
    while i < len(tokens) and tokens[i].kind in ("to", "modal", "aux", "neg", "adv"):
        if tokens[i].kind == "to" and (helpers and not _may_precede_to(helpers[-1])):
            break
        helpers.append(tokens[i])
        i += 1
    has_verb = i < len(tokens) and tokens[i].kind == "verb"
    while helpers and not has_verb and helpers[-1].kind in ("to", "adv", "neg"):
        helpers.pop()
    if not has_verb and not any(h.kind == "aux" for h in helpers):
        return None
    if helpers and helpers[0].kind == "adv" and not has_verb and len(helpers) < 2:
        return None
    group = _describe(tokens, start, helpers, i if has_verb else -1)
    if group.lemma in particles:
        _take_particle(tokens, group, particles[group.lemma])
    return group


def _may_precede_to(token: Token) -> bool:
    """ "is to meet", "is going to", "is not to"."""
    return token.lower in w.BE or token.kind in ("neg", "adv")


def _describe(tokens: Sequence[Token], start: int, helpers: list[Token], main: int) -> Chunk:
    auxiliaries = [h for h in helpers if h.kind == "aux"]
    last = main if main >= 0 else start + len(helpers) - 1
    verb = tokens[main] if main >= 0 else auxiliaries[-1]
    lemma = (
        verb.lemma if main >= 0 else "be" if verb.lower in w.BE else "have" if verb.lower in w.HAVE else "do"
    )
    be_before = main >= 0 and bool(auxiliaries) and auxiliaries[-1].lower in w.BE
    passive = be_before and "VBN" in verb.tags and "VBG" not in verb.tags
    finite = any(h.kind in ("modal", "aux") for h in helpers)
    form = "fin"
    if helpers and helpers[0].kind == "to":
        form = "inf"
    elif (auxiliaries and auxiliaries[0].lower in ("having", "being")) or (
        not finite and verb.tags == {"VBG"}
    ):
        form = "ger"
    elif not finite and verb.tags == {"VBN"}:
        form = "part"
    group = Chunk("vg", start, last, lemma, form, passive, main=last)
    group.moods = _own_moods(helpers, be_before and "VB" in verb.tags, auxiliaries)
    return group


def _own_moods(helpers: Sequence[Token], be_to: bool, auxiliaries: Sequence[Token]) -> set[str]:
    moods: set[str] = set()
    for helper in helpers:
        if helper.kind == "neg":
            moods.add("negated")
        elif helper.kind == "modal":
            if helper.lower in w.FUTURE_MODALS:
                moods.add("future")
            else:
                moods.add(w.MODAL_MOODS.get(helper.lower, "possible"))
    if be_to and any(h.kind == "to" for h in helpers) and helpers[0].kind != "to":
        moods.add("future")
    return moods


def _take_particle(tokens: Sequence[Token], group: Chunk, known: frozenset[str]) -> None:
    """ "called off the talks" and "called the talks off": the particle follows, perhaps at a distance."""
    after = group.last + 1
    if after < len(tokens) and tokens[after].lower in known:
        group.particle = tokens[after].lower
        group.last = after
        return
    for i in range(after, min(after + 5, len(tokens))):
        if tokens[i].kind in ("verb", "comma", "stop", "prep", "to") and tokens[i].lower not in known:
            return
        if tokens[i].lower in known and tokens[i].lower in ("off", "out", "up", "down"):
            group.particle = tokens[i].lower
            tokens[i].kind = "adv"
            return


def _phrase(tokens: Sequence[Token], start: int) -> Chunk | None:
    """The noun phrase or time phrase that begins at `start`, without what is joined by "of"."""
    i = start
    while i < len(tokens):
        kind = tokens[i].kind
        if kind == "det" and i > start and tokens[i - 1].kind not in ("det", "poss", "number"):
            break
        if kind == "poss" and i == start:
            break
        if (
            kind == "that"
            and i == start
            and i + 1 < len(tokens)
            and tokens[i + 1].kind == "word"
            and start
            and tokens[start - 1].kind == "prep"
        ):
            i += 1
            continue
        if (
            kind == "adv"
            and i > start
            and i + 1 < len(tokens)
            and tokens[i - 1].kind == "det"
            and tokens[i + 1].kind == "word"
        ):
            i += 1
            continue
        if kind == "stop" and tokens[i].text in "[]":
            i += 1
            continue
        before_time = i + 1 < len(tokens) and tokens[i + 1].kind == "time"
        if i > start and before_time and tokens[i].lower in _TIME_ADJECTIVES:
            break
        if kind == "time" and i > start and tokens[i - 1].kind == "word" and tokens[i - 1].capital:
            break
        if kind not in ("det", "word", "number", "poss", "time"):
            break
        i += 1
    while i > start and (tokens[i - 1].kind == "poss" or tokens[i - 1].text == "["):
        i -= 1
    if i == start or all(t.kind == "stop" for t in tokens[start:i]):
        return None
    last = tokens[i - 1]
    ends_in_time = last.kind == "time" or (
        last.kind == "number" and i - 2 >= start and tokens[i - 2].kind == "time"
    )
    only_time = ends_in_time and all(
        t.kind in ("time", "number", "det", "adv") or t.lower in _TIME_ADJECTIVES for t in tokens[start:i]
    )
    return Chunk("time" if only_time else "np", start, i - 1)


def _joined(tokens: Sequence[Token], chunks: list[Chunk]) -> list[Chunk]:
    """ "of" joins noun phrases; a title also takes "for Syria", "to Russia" and the name behind it."""
    result: list[Chunk] = []
    i = 0
    while i < len(chunks):
        current = chunks[i]
        result.append(current)
        while (
            current.kind == "np"
            and i + 2 < len(chunks)
            and chunks[i + 1].kind == "prep"
            and chunks[i + 2].kind == "np"
            and _joins(tokens[chunks[i + 1].first], tokens[current.last])
        ):
            current.last = chunks[i + 2].last
            i += 2
        i += 1
    for at, item in enumerate(result[:-2]):
        if item.kind == "prep" and tokens[item.first].lower in _MAY_SUBORDINATE:
            follows = result[at + 1].kind == "np" and result[at + 2]
            if follows and follows.kind == "vg" and follows.form == "fin" and follows.lemma != "be":
                item.kind = "sub"
    return result


def _joins(preposition: Token, before: Token) -> bool:
    if preposition.lower == "of":
        return True
    return preposition.lower in ("for", "to") and before.lower.removesuffix("s") in w.TITLES_WITH_PHRASE
