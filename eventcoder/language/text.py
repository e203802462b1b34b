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

from eventcoder.language import abbreviations as en
from eventcoder.language.dates import leading_date

_TERMINAL = ".!?…؟。！？।۔"
_NO_OPENING = frozenset(",;:&%/)_")
_BULLETS = "•●▪■►"
_ITEM = re.compile(r"[•●▪■►‣◦*–—-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_LOWER_WORD = re.compile(r"(?:^|[\s\"'“‘(])(?:[a-z]+-)*[a-z]{3,}\Z")
_CAPITALISED = re.compile(r"[\"'“‘(]?[A-Z](?:[a-z]|\s|['’]s\b)")
_SHORT = 20  # words in a headline at most
_SHORT_LINE = 300  # characters in a headline or a line of page furniture at most
_COLUMNS = (52, 90)  # width of hard-wrapped text, in characters


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
    return list(map(re.Match.span, en.TOKEN.finditer(text)))


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
            rest = en.skip(text, cut, end)
            whole = rest == end or en.furniture(text, rest, end)  # "date 2017-02-12 Register"
            pieces.append(Piece(start, end if whole else cut, "boilerplate"))
            start, cut = rest, 0
            if whole:
                continue
        group = en.furniture(text, start, end)
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


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stripped spans of lines, or of paragraphs where the text is hard-wrapped."""
    blocks: list[list[_Line]] = [[]]
    origin = 0
    for line in text.splitlines(keepends=True):
        if bare := line.strip():
            start = origin + line.index(bare[0])
            blocks[-1].append((origin, start, start + len(bare)))
        elif blocks[-1]:
            blocks.append([])
        origin += len(line)
    filled = [block for block in blocks if block]
    width = max((_wrap_width(text, block) for block in filled), default=0)
    for block in filled:
        yield from _joined(text, block, width)


def _wrap_width(text: str, block: list[_Line]) -> int:
    """Return the column at which the lines of `block` were wrapped, or 0 where they were not.

    In wrapped text the first word of a line would not have fitted on the line before, except between
    paragraphs, and lines begin in the middle of a sentence, that is in lower case, unless with a name.
    """
    width = max(end - origin for origin, _, end in block)
    if len(block) < 2 or not _COLUMNS[0] <= width <= _COLUMNS[1]:
        return 0
    full = [b for a, b in pairwise(block) if _is_full(text, a, b, width)]
    lower = sum(_first_word(text, line, width).islower() for line in full)  # not so "al-Qaeda"
    share = len(full) / (len(block) - 1)
    return width if lower and (share >= 0.75 or (share >= 0.5 and lower * 3 >= len(full))) else 0


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Tell whether the first word of `following` has no room on `line`."""
    return width >= line[2] - line[0] > width - 1 - len(_first_word(text, following, width))


def _first_word(text: str, line: _Line, longest: int) -> str:
    return text[line[1] : min(line[2], line[1] + longest)].split(None, 1)[0]


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
            or en.dateline(text, next_start, next_end) > next_start
            or en.furniture(text, begin, end)
            or en.furniture(text, next_start, next_end)
        ):
            yield begin, end
            begin = next_start
    yield begin, block[-1][2]


def _paragraph(text: str, start: int, end: int, pieces: list[Piece]) -> str:
    """Append the pieces of a paragraph; return the kind of its news text."""
    after = en.dateline(text, start, end)
    if after > start:
        pieces.append(Piece(start, after, "boilerplate"))
    begin = en.skip(text, after, end)
    if begin == end:
        return "boilerplate"
    credit = en.CREDIT.search(text, max(begin, end - 80), end)
    stop = begin + len(text[begin : credit.start()].rstrip()) if credit else end
    # A line with a dateline or credit is no headline, however short.
    kind = "body" if credit or after > start else _kind(text, begin, stop)
    spans = list(_sentences(text, begin, stop, title=kind == "headline"))
    aside = [bool(en.furniture(text, *span, whole_line=False)) for span in spans]
    if kind == "headline" and aside[-1] and not all(aside):
        kind = _kind(text, begin, spans[-2][1])  # "He left. (Reporting by A. Doe)"
    for (first, last), boilerplate in zip(spans, aside, strict=True):
        pieces.append(Piece(first, last, "boilerplate" if boilerplate else kind))
    if stop < end:
        pieces.append(Piece(en.skip(text, stop, end), end, "boilerplate"))
    return "boilerplate" if all(aside) else kind


def _title_case(line: str) -> bool:
    """Tell whether nearly all of the longer words begin with a capital letter."""
    longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in longer) > 0.8 * len(longer)


def _kind(text: str, start: int, end: int) -> str:
    """Return "headline" for a short line without a full stop, else "body".

    An item of a list, a caption or a line that leads over to the next ("He told reporters:") is body.
    """
    tail = text[max(start, end - 10) : end].rstrip(en.CLOSERS)[-1:]
    if not tail or tail in _TERMINAL or end - start > _SHORT_LINE or _ITEM.match(text, start, end):
        return "body"
    line = text[start:end]
    words = len(line.split())
    if words > _SHORT or (tail in ":;,–—-" and words > 4):
        return "body"
    return "body" if not _title_case(line) and en.CAPTION.match(line) else "headline"


def _sentences(text: str, start: int, end: int, title: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a paragraph; in a `title` acronyms do not end a sentence."""
    begin = start
    for found in en.STOP.finditer(text, start, end):
        stop, after = found.span()
        if after == end:
            break
        if text[after - 1] in _BULLETS:
            cut = begin + len(text[begin:stop].rstrip()) if stop > begin else 0
        elif text[after].isspace():
            cut = after if _ends(text, begin, stop, after, end, title) else 0
        else:
            cut = _unspaced(text, begin, stop, after, end)
        if cut:
            yield begin, cut
            begin = en.skip(text, cut, end)
    if begin < end:
        yield begin, end


def _ends(text: str, begin: int, stop: int, after: int, end: int, title: bool) -> bool:
    """Tell whether the stop in `text[stop:after]`, before whitespace, ends the sentence from `begin`."""
    following = en.NEXT_WORD.match(text, after, end)
    if following is None or stop == begin:
        return False
    word = following[1]
    if not word and text[following.end() : following.end() + 1] in _NO_OPENING:
        return False
    before = text[max(begin, stop - 40) : stop]
    if word[:1].islower():  # "al-Qaeda" may open a sentence
        return "-" in word and _LOWER_WORD.search(before) is not None
    if text[stop] in "?!":
        quoted = text[after - 1] in "\"'”’»"
        return not (quoted and en.SPEECH_TAG.match(text, following.start(1), end))
    starter = word in en.STARTERS and not title
    if text[stop] == "…" or text.startswith("..", stop):
        # Dots after a space stand for words left out in mid-sentence.
        return starter or not before[-1:].isspace()
    if stop - begin < 4 and _ITEM.match(text, begin, end):
        return False
    return en.ends_sentence("" if before[-1:].isspace() else before.split()[-1], word, starter)


def _unspaced(text: str, begin: int, stop: int, after: int, end: int) -> int:
    """Return where a sentence ends whose stop no space follows ("he said.The minister"), or 0."""
    before = text[max(begin, stop - 40) : stop]
    if not _LOWER_WORD.search(before) or not _CAPITALISED.match(text, after, end):
        return 0
    # Of a straight quotation mark in between, only counting tells whether it closes or opens.
    opens = text[after - 1] == '"' and text.count('"', max(begin, stop - 2000), stop) % 2 == 0
    return stop + 1 if opens else after
