"""Names that two countries share, written once: "North and South Korea", "East and West German officials"."""

from __future__ import annotations

from collections.abc import Sequence

from eventcoder.actors.names import ActorIndex, Mention
from eventcoder.actors.tokens import Word

_DIRECTIONS = frozenset({"North", "South", "East", "West"})


def with_halves(sentence: Sequence[Word], mentions: Sequence[Mention], index: ActorIndex) -> list[Mention]:
    """The mentions, and before "and South Korea" the country that "North" is."""
    found: list[Mention] = []
    for mention in mentions:
        if (half := _half(sentence, mention, index)) is not None and not (
            found and found[-1].end > half.start
        ):
            found.append(half)
        found.append(mention)
    return found


def _half(sentence: Sequence[Word], mention: Mention, index: ActorIndex) -> Mention | None:
    first, start = sentence[mention.start].text, mention.start - 2
    if first not in _DIRECTIONS or start < 0 or not mention.entries or sentence[start + 1].text != "and":
        return None
    other = sentence[start].text
    if other not in _DIRECTIONS or other == first:
        return None
    rest = (word.text for word in sentence[mention.start + 1 : mention.end])
    entries = index.named(" ".join([other, *rest]))
    return Mention(start, start + 1, entries) if entries else None
