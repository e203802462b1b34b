"""Sentences and tokens of a news story, found without a parser and without a model.

    for piece in split(story):
        sentence = story[piece.start : piece.end]
        words = [sentence[start:end] for start, end in tokenize(sentence)]

All offsets count characters. Every character that is not whitespace lies in exactly one piece; what is
no news text (datelines, photo credits, "Read more:") lies in pieces of the kind "boilerplate".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from eventcoder.abbreviations import (
    BOILERPLATE,
    CAPTION,
    CLOSERS,
    CREDIT,
    NEXT_WORD,
    SPEECH_TAG,
    STARTERS,
    STOP,
    TOKEN,
    dateline,
    ends_sentence,
    furniture,
)
from eventcoder.dates import leading_date

_TERMINAL = ".!?…؟。！？।۔"
_NO_OPENING = frozenset(",;:&%/)_")
_BULLETS = "•●▪■►"
_ITEM = re.compile(r"[•●▪■►‣◦*–—-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_LOWER_WORD = re.compile(r"(?:^|[\s\"'“‘(])(?:[a-z]+-)*[a-z]{3,}\Z")
_CAPITALISED = re.compile(r"[\"'“‘(]?[A-Z](?:[a-z]|\s|['’]s\b)")

_SHORT = 20  # words in a headline at most
_SHORT_LINE = 300  # characters in a headline or a line of page furniture at most
_SHORT_LABEL = 80  # characters in "Updated: 5 p.m." and the like at most
_COLUMNS = (55, 90)  # width of hard-wrapped text, in characters


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document, `text[start:end]`, without whitespace at either end.

    kind    "body" for a sentence, "headline" for a title or subtitle, "boilerplate" for the rest
    """

    start: int
    end: int
    kind: str


def tokenize(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the tokens of a sentence, in order, as (start, end).

    Clitics are tokens of their own (`Syria|'s`, `did|n't`, `can|not`, `groups|’`), so is punctuation;
    hyphenated words, acronyms, initials and figures stay whole (`al-Assad`, `U.S.-led`, `J.`, `£1.5m`).
    Whitespace, control characters and characters without width belong to no token.
    """
    return list(map(re.Match.span, TOKEN.finditer(text)))


def split(text: str) -> list[Piece]:
    """Divide a news story into sentences, headlines and boilerplate, in order and without overlap.

    No piece crosses a line break, except in text that was evidently wrapped at a fixed column. Takes
    time linear in the length of `text` and raises nothing, whatever the text.
    """
    pieces: list[Piece] = []
    marker = leading_date(text)
    cut = marker[1] if marker else 0
    after_photo = body_seen = False
    for start, end in _paragraphs(text):
        if cut:
            rest = _skip(text, cut, end)
            whole = rest == end or furniture(text, rest, end)  # "date 2017-02-12 Register"
            pieces.append(Piece(start, end if whole else cut, "boilerplate"))
            start, cut = rest, 0
            if whole:
                continue
        group = furniture(text, start, end)
        if group:
            above = pieces[-1] if pieces and group == "photo" else None
            if above and above.kind == "headline" and not _title_case(text[above.start : above.end]):
                pieces[-1] = Piece(above.start, above.end, "body")  # a caption without its full stop
            pieces.append(Piece(start, end, "boilerplate"))
            after_photo = group == "photo"
            continue
        first = len(pieces)
        kind = _paragraph(text, start, end, pieces)
        # Caption, credit, title: that is a box which advertises another story.
        if kind == "headline" and after_photo and body_seen:
            pieces[first:] = [Piece(p.start, p.end, "boilerplate") for p in pieces[first:]]
        body_seen = body_seen or kind == "body"
        after_photo = False
    return pieces


_Line = tuple[int, int, int]  # where it begins, where its first letter is, where its last one ends
_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stripped spans of lines, or of paragraphs where the text is hard-wrapped."""
    blocks: list[list[_Line]] = []
    last_end = -1
    for found in _LINE.finditer(text):
        line = found[0]
        bare = line.strip()
        if not bare:
            last_end = -1
            continue
        start = found.start() + len(line) - len(line.lstrip())
        # One line break, also the two characters of "\r\n", separates lines of the same block.
        gap = text[last_end : found.start()] if last_end >= 0 else ""
        if gap not in ("\n", "\r", "\r\n", "\u2028"):
            blocks.append([])
        blocks[-1].append((found.start(), start, start + len(bare)))
        last_end = found.end()
    width = max((_wrap_width(text, block) for block in blocks), default=0)
    for block in blocks:
        yield from _joined(text, block, width)


def _wrap_width(text: str, block: list[_Line]) -> int:
    """Return the column at which the lines of `block` were wrapped, or 0 where they were not.

    In wrapped text the first word of a line would not have fitted on the line before, and many lines
    begin in the middle of a sentence, that is in lower case.
    """
    width = max(end - origin for origin, _, end in block)
    if len(block) < 2 or not _COLUMNS[0] <= width <= _COLUMNS[1]:
        return 0
    full = [b for a, b in pairwise(block) if _is_full(text, a, b, width)]
    lower = sum(text[start].islower() for _, start, _ in full)
    return width if lower and len(full) * 2 >= len(block) - 1 and lower * 3 >= len(full) else 0


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Tell whether the first word of `following` has no room on `line`."""
    origin, _, end = line
    _, start, stop = following
    word = text[start : min(stop, start + width)].split(None, 1)[0]
    return width >= end - origin > width - 1 - len(word)


def _joined(text: str, block: list[_Line], width: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of `block`: its lines one by one where `width` is 0."""
    begin = block[0][1]
    for line, following in pairwise(block):
        origin, start, end = line
        next_origin, next_start, next_end = following
        deeper = next_start - next_origin > start - origin
        if (
            not width
            or deeper
            or not _is_full(text, line, following, width)
            or _ITEM.match(text, next_start, next_end)
            or dateline(text, next_start, next_end)
            or furniture(text, begin, end)
            or furniture(text, next_start, next_end)
        ):
            yield begin, end
            begin = next_start
    yield begin, block[-1][2]


def _paragraph(text: str, start: int, end: int, pieces: list[Piece]) -> str:
    """Append the pieces of a paragraph; return the kind of its news text."""
    after = dateline(text, start, end)
    if after > start:
        pieces.append(Piece(start, after, "boilerplate"))
    begin = _skip(text, after, end)
    if begin == end:
        return "boilerplate"
    credit = CREDIT.search(text, max(begin, end - 80), end)
    stop = begin + len(text[begin : credit.start()].rstrip()) if credit else end
    title = _kind(text, begin, stop) == "headline"
    spans = list(_sentences(text, begin, stop, title))
    is_news = [not _is_boilerplate(text, *span) for span in spans]
    last_news = max((last for (_, last), news in zip(spans, is_news, strict=True) if news), default=0)
    # A line with a dateline or credit is no headline, however short.
    attached = after > start or credit is not None or not last_news
    kind = "body" if attached else _kind(text, begin, last_news)
    for (first, last), news in zip(spans, is_news, strict=True):
        pieces.append(Piece(first, last, kind if news else "boilerplate"))
    if stop < end:
        pieces.append(Piece(_skip(text, stop, end), end, "boilerplate"))
    return kind if last_news else "boilerplate"


def _is_boilerplate(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence in the middle of a line is page furniture."""
    found = BOILERPLATE.match(text, start, end)
    return found is not None and end - start < (_SHORT_LABEL if found.lastgroup == "label" else _SHORT_LINE)


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _title_case(line: str) -> bool:
    """Tell whether nearly all of the longer words begin with a capital letter."""
    longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _kind(text: str, start: int, end: int) -> str:
    """Return "headline" for a short line without a full stop, else "body".

    An item of a list, a caption or a line that leads over to the next ("He told reporters:") is body.
    """
    tail = text[max(start, end - 10) : end].rstrip(CLOSERS)[-1:]
    if not tail or tail in _TERMINAL or end - start > _SHORT_LINE or _ITEM.match(text, start, end):
        return "body"
    line = text[start:end]
    words = len(line.split())
    if words > _SHORT or (tail in ":;,–—-" and words > 4):
        return "body"
    return "body" if not _title_case(line) and CAPTION.match(line) else "headline"


def _sentences(text: str, start: int, end: int, title: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a paragraph; in a `title` acronyms do not end a sentence."""
    begin = start
    for found in STOP.finditer(text, start, end):
        stop, after = found.span()
        if after == end:
            break
        if text[after - 1] in _BULLETS:
            cut = stop if stop > begin else 0
        elif text[after].isspace():
            cut = after if _ends(text, begin, stop, after, end, title) else 0
        else:
            cut = _unspaced(text, begin, stop, after, end)
        if cut:
            yield begin, cut
            begin = _skip(text, cut, end)
    if begin < end:
        yield begin, end


def _ends(text: str, begin: int, stop: int, after: int, end: int, title: bool) -> bool:
    """Tell whether the stop in `text[stop:after]`, before whitespace, ends the sentence from `begin`."""
    following = NEXT_WORD.match(text, after, end)
    if following is None:
        return False
    word = following[1]
    if not word and text[following.end() : following.end() + 1] in _NO_OPENING:
        return False
    before = text[max(begin, stop - 40) : stop]
    if word[:1].islower():
        return _LOWER_WORD.search(before) is not None and word[:1] != word and "-" in word
    if text[stop] in "?!":
        quoted = text[after - 1] in "\"'”’»"
        return not (quoted and SPEECH_TAG.match(text, following.start(1), end))
    starter = word in STARTERS and not title
    if text[stop] == "…" or text.startswith("..", stop):
        # Dots after a space stand for words left out in mid-sentence.
        return starter or not before[-1:].isspace()
    if stop - begin < 4 and _ITEM.match(text, begin, end):
        return False
    return ends_sentence("" if before[-1:].isspace() else before.split()[-1], word, starter)


def _unspaced(text: str, begin: int, stop: int, after: int, end: int) -> int:
    """Return where a sentence ends whose stop no space follows ("he said.The minister"), or 0."""
    before = text[max(begin, stop - 40) : stop]
    if not _LOWER_WORD.search(before) or not _CAPITALISED.match(text, after, end):
        return 0
    # Of a straight quotation mark in between, only counting tells whether it closes or opens.
    opens = text[after - 1] == '"' and text.count('"', max(begin, stop - 2000), stop) % 2 == 0
    return stop + 1 if opens else after
