"""Words of a sentence with a coarse class each: which are verbs, and in what form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from eventcoder import tokenize
from eventcoder_surface import words as w

FormTable = Mapping[str, Mapping[str, frozenset[str]]]

_QUOTES = frozenset('"“”„«»``')
_STOPS = frozenset(":;()[]{}—–-|…")
_NOUN_BEFORE = frozenset({"det", "poss", "prep", "number"})


@dataclass(slots=True)
class Token:
    """A word or sign. `kind` is one of: det prep to conj comma quote stop pron rel that sub aux modal neg
    adv time poss number verb word. A verb has its `lemma` and Penn `tags`."""

    text: str
    lower: str
    start: int
    end: int
    kind: str
    lemma: str = ""
    tags: frozenset[str] = frozenset()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def tag(text: str, forms: FormTable, nouns: frozenset[str], headline: bool) -> list[Token]:
    """The tokens of a sentence. Words that can be noun or verb are decided by what stands around them."""
    tokens = _with_phrases(text, [_token(text, start, end) for start, end in tokenize(text)])
    for i, token in enumerate(tokens):
        if token.kind == "word" and (lemmas := forms.get(token.lower)):
            token.lemma, tags = next(iter(lemmas.items()))
            if _is_verb(tokens, i, tags, token.lower in nouns, headline):
                token.kind, token.tags = "verb", tags
        elif _unknown_gerund(tokens, i):
            token.kind, token.lemma, token.tags = "verb", _lemma_of_gerund(token.lower), frozenset({"VBG"})
        elif (
            token.kind == "word" and token.lower.endswith("ly") and len(token.lower) > 4 and not token.capital
        ):
            token.kind = "adv"
    return tokens


def _unknown_gerund(tokens: list[Token], i: int) -> bool:
    """ "denied sinking the ship": an unknown word in -ing behind a verb, with something to act on."""
    token = tokens[i]
    if token.kind != "word" or token.capital or not token.lower.endswith("ing") or len(token.lower) < 6:
        return False
    before = _before(tokens, i)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return (
        before is not None
        and before.kind == "verb"
        and after is not None
        and after.kind in ("det", "word", "pron")
    )


def _lemma_of_gerund(word: str) -> str:
    stem = word[:-3]
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls" else stem


def _with_phrases(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with "as well as", "together with" and the like made one word each."""
    result: list[Token] = []
    i = 0
    while i < len(tokens):
        length, phrase = _phrase_at(text, tokens, i) if tokens[i].lower in w.PHRASE_STARTS else (1, None)
        result.append(phrase or tokens[i])
        i += length
    return result


def _phrase_at(text: str, tokens: list[Token], at: int) -> tuple[int, Token | None]:
    for length in (3, 2):
        found = w.PHRASES.get(" ".join(t.lower for t in tokens[at : at + length]))
        if found and at + length <= len(tokens):
            start, end = tokens[at].start, tokens[at + length - 1].end
            return length, Token(text[start:end], found[1], start, end, found[0])
    return 1, None


def _token(text: str, start: int, end: int) -> Token:
    word = text[start:end]
    lower = word.lower()
    return Token(word, lower, start, end, _kind(word, lower))


@lru_cache(maxsize=20_000)
def _kind(word: str, lower: str) -> str:
    if lower in _CLOSED:
        return "word" if word == "US" else _CLOSED[lower]
    if word in _QUOTES or (len(word) == 2 and word in ("''", "``")):
        return "quote"
    if word in _STOPS or set(word) <= set("-–—."):
        return "stop"
    if word[0].isdigit():
        return "number"
    return "word" if word[0].isalnum() or len(word) > 1 else "stop"


def _classes() -> dict[str, str]:
    table: dict[str, str] = {}
    for kind, members in (
        ("adv", w.ADVERBS), ("time", w.TIME_NOUNS), ("prep", w.PREPOSITIONS), ("sub", w.SUBORDINATORS),
        ("pron", w.PRONOUNS), ("rel", w.RELATIVES), ("det", w.DETERMINERS), ("conj", w.CONJUNCTIONS),
        ("aux", w.BE | w.HAVE | w.DO), ("modal", w.MODALS), ("neg", w.NEGATING_WORDS),
    ):  # fmt: skip
        table.update(dict.fromkeys(members, kind))
    table |= {"to": "to", "that": "that", ",": "comma", "'s": "poss", "’s": "poss", "'": "poss", "’": "poss"}
    return table


_CLOSED = _classes()


def _is_verb(tokens: list[Token], i: int, tags: frozenset[str], also_noun: bool, headline: bool) -> bool:
    """Whether the word at `i`, which has the form of a verb, is one here."""
    before = _before(tokens, i)
    if tokens[i].capital and before is not None and not headline and before.kind != "quote":
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if tags <= {"VBD", "VBN"} or tags == {"VBN"}:
        return not (before is not None and before.kind in ("det", "poss") and _is_name_or_word(after))
    if before is None:
        return ("VBG" in tags and not also_noun) or (after is not None and after.kind in ("det", "pron"))
    if before.kind in ("to", "modal", "neg"):
        return before.kind != "to" or "VB" in tags
    if before.lower in w.DO or before.kind in ("pron", "rel", "that"):
        return True
    if "VBG" in tags:
        return _gerund_is_verb(before, after, also_noun)
    if before.kind in _NOUN_BEFORE or before.lower in w.BE or before.lower in w.HAVE:
        return before.lower in w.HAVE and "VBN" in tags
    if tags == {"VBZ"} and before.kind in ("word", "verb") and (also_noun or tokens[i].lemma in w.ALSO_NOUNS):
        return _plural_is_verb(before, after, also_noun)
    if tags >= {"VB"} and tokens[0].lower in w.DO | w.MODALS and before.kind == "word":
        return True
    if before.kind == "conj":
        return _after_conjunction(tokens, i, tags, also_noun)
    if before.kind in ("word", "number", "comma", "adv", "time", "quote", "stop"):
        if "VBZ" in tags or "VBD" in tags:
            return True
        return _base_form_is_verb(before, after, headline)
    return False


def _before(tokens: list[Token], i: int) -> Token | None:
    """The word before, with adverbs between an auxiliary and its verb passed over."""
    j = i - 1
    while j > 0 and tokens[j].kind in ("adv", "quote") and tokens[j].lower != "together":
        j -= 1
    return tokens[j] if j >= 0 else None


def _is_name_or_word(token: Token | None) -> bool:
    return token is not None and token.kind == "word"


def _gerund_is_verb(before: Token, after: Token | None, also_noun: bool) -> bool:
    if before.kind in ("det", "poss", "number"):
        return False
    if before.lower in w.BE or not also_noun:
        return before.kind != "word" or before.capital or not also_noun
    takes_object = after is not None and (after.kind in ("det", "pron") or after.capital)
    return takes_object or (
        before.kind in ("prep", "verb", "comma") and after is not None and after.lower == "with"
    )


def _plural_is_verb(before: Token, after: Token | None, event_noun: bool) -> bool:
    """ "Putin visits China" against "peace talks": a verb needs a name before and something to act on."""
    if not before.capital or after is None:
        return False
    if after.kind in ("to", "prep") and not event_noun:
        return after.lower in ("to", "for", "on") and not before.lower.endswith(("an", "ese", "ish", "i"))
    return after.kind in ("det", "pron", "that") or (after.kind == "word" and after.capital)


def _after_conjunction(tokens: list[Token], i: int, tags: frozenset[str], also_noun: bool) -> bool:
    if "VBD" in tags or ("VBZ" in tags and not also_noun):
        return True
    earlier = any(t.kind == "verb" and t.tags & tags for t in tokens[max(0, i - 12) : i])
    return (earlier and not also_noun) or (
        earlier and i + 1 < len(tokens) and tokens[i + 1].kind in ("det", "prep")
    )


def _base_form_is_verb(before: Token, after: Token | None, headline: bool) -> bool:
    """A plural subject before, something to act on after: "officials meet", "Russia, Iran agree to"."""
    plural = before.lower.endswith("s") or before.kind in ("time", "adv", "number")
    acts = after is not None and (after.kind in ("det", "prep", "to", "pron", "that") or after.capital)
    return before.kind != "comma" and acts and (plural or (headline and before.capital))
