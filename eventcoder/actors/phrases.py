"""A sentence as words with the names and role nouns in it, and how a phrase of it is cut.

"the UN special envoy for Syria, Staffan de Mistura" has two pieces, cut at the preposition, and the second
has two parts, cut at the comma. What the pieces mean is for `eventcoder.actors.composing` to say.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from eventcoder.actors.names import Mention
from eventcoder.actors.tokens import Word
from eventcoder.model import Span

ORIGIN = frozenset({"from", "of"})
LOCATION = frozenset({"in", "inside", "at", "near", "across", "throughout", "outside"})

POSSESSIVES = frozenset({"its", "his", "her", "their", "our", "my", "your", "whose"})

_CUTTING = ORIGIN | frozenset(
    """
    for to in on at with near outside inside against over about between among amid by through as via across
    throughout than into who which that whose where when after before during since until while including
    around
    """.split()
)
_PARTICIPLES = frozenset(
    """
    sheltering fleeing living hiding seeking demanding guarding protecting trying protesting marching carrying
    wearing holding belonging manning defending besieging
    escorting attending loyal stationed deployed stranded led headed commanded backed armed accused suspected
    trained supported based
    """.split()
)
QUANTIFIERS = frozenset(
    """
    number numbers dozen dozens hundred hundreds thousand thousands million millions scores group groups
    couple majority minority handful series some many several most all both one two three four five six seven
    eight nine ten eleven twelve twenty thirty forty fifty hundred range variety rest part parts lot lots
    none each any half third quarter tens crowd crowds column wave mob gang band bands convoy few score least
    batch more less fewer up close nearly almost about around over under roughly approximately only just
    """.split()
)
_SIGNS = ",;:(–—"


class Piece(NamedTuple):
    """Words of a phrase between two cuts; `link` is the preposition before them."""

    link: str
    start: int
    end: int


@dataclass(slots=True)
class Tagged:
    """The words of a sentence and the mentions in them, in order and without overlap."""

    text: str
    words: list[Word]
    mentions: list[Mention]
    lower: list[str] = field(init=False)
    _at: dict[int, Mention] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lower = [word.text.lower() for word in self.words]
        self._at = {i: m for m in self.mentions for i in range(m.start, m.end)}
        self._starts = [word.start for word in self.words]

    def mention(self, at: int) -> Mention | None:
        """The mention that a word belongs to."""
        return self._at.get(at)

    def word(self, at: int) -> str:
        """A word in lower case; "" outside the sentence."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def range(self, span: Span) -> tuple[int, int]:
        """First word of a span and the one behind its last."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def span(self, first: int, last: int, head: str = "") -> Span:
        """The words from `first` to before `last` as a span."""
        start, end = self.words[first].start, self.words[last - 1].end
        return Span(start, end, self.text[start:end], head)

    def inside(self, at: int) -> bool:
        """Whether a word is the second or a later one of a mention."""
        mention = self._at.get(at)
        return mention is not None and mention.start < at

    def within(self, piece: Piece) -> list[Mention]:
        return [m for m in self.mentions if piece.start <= m.start and m.end <= piece.end]

    def pieces(self, first: int, last: int) -> list[Piece]:
        """Words cut at prepositions and relative pronouns."""
        found: list[Piece] = []
        link, start = "", first
        for i in range(first, last):
            word = self.lower[i]
            if (word in _CUTTING or self._begins_clause(i)) and self.mention(i) is None:
                if i > start:
                    found.append(Piece(link, start, i))
                link, start = word, i + 1
        if last > start:
            found.append(Piece(link, start, last))
        return found

    def _begins_clause(self, at: int) -> bool:
        """Whether a participle behind a role noun tells what they do: "civilians | sheltering at a base"."""
        before = self._at.get(at - 1)
        return self.lower[at] in _PARTICIPLES and before is not None and before.agent is not None

    def parts(self, piece: Piece) -> list[Piece]:
        """A piece cut at commas and brackets; one without words is left out."""
        found, start, link = [], piece.start, piece.link
        for i in range(piece.start, piece.end + 1):
            if i == piece.end or (self.words[i].text in _SIGNS and not self.inside(i)):
                if i > start:
                    found.append(Piece(link, start, i))
                start, link = i + 1, ","
        return found

    def head(self, part: Piece) -> int | None:
        """The last word of a part that is no sign and no 's."""
        for i in range(part.end - 1, part.start - 1, -1):
            if self.words[i].text[0].isalnum() and self.words[i].text != "s":
                return i
        return None

    def is_quantity(self, part: Piece) -> bool:
        """Whether a part only says how many ("dozens", "at least three", "more")."""
        head = self.head(part)
        return head is not None and (self.lower[head] in QUANTIFIERS or self.is_number(head))

    def is_number(self, at: int) -> bool:
        return self.words[at].text[0].isdigit()

    def is_name(self, at: int) -> bool:
        """Whether a word is written like a name and is in no list."""
        return at < len(self.words) and self.words[at].text[0].isupper() and at not in self._at
