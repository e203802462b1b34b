"""Names of parties and groups without their country: "the Socialists", "the Labour Party".

The lists have them with their country: "Spanish Socialists", "Communist Party of Chile". What is left
without it is a short name. It is nobody by itself; the story tells whose party it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_ALONE = frozenset(
    """
    Communists Conservatives Democrats Greens Labor Labour Liberals Moderates Nationalists
    Progressives Radicals Socialists
    """.split()
)
"""Short names of one word."""
_CLEARLY = 2
_AGAINST = 3


class Listed(NamedTuple):
    """A name of the lists as it is looked up: its words joined by blanks."""

    key: str
    kind: str
    land: str


def short_names(names: Iterable[Listed]) -> dict[str, dict[str, str]]:
    """Short name -> country -> the name that the lists have there."""
    listed = list(names)
    countries: dict[str, set[str]] = {}
    for name in listed:
        if name.kind == "country":
            countries.setdefault(name.land, set()).add(name.key)
    worldwide = {name.key for name in listed if name.land not in countries}
    found: dict[str, dict[str, str]] = {}
    for name in listed:
        if name.kind in ("party", "group"):
            for short in _without(name.key.split(" "), countries.get(name.land, set())):
                if " ".join(short) in worldwide:
                    continue  # "Islamic State" is not that of Iraq
                found.setdefault(" ".join(short), {}).setdefault(name.land, name.key)
    return found


def _without(words: list[str], country: set[str]) -> Iterator[list[str]]:
    """A name without the country before it ("Spanish Socialists") or behind it ("Labour Party of Malta")."""
    for at in range(1, len(words)):
        if " ".join(words[:at]) in country:
            rest = words[at + 2 :] if words[at : at + 2] == ["'", "s"] else words[at:]
            if rest and (len(rest) > 1 or rest[0] in _ALONE) and _is_name(rest):
                yield rest
        before = words[:at]
        of_country = words[at] == "of" and " ".join(words[at + 1 :]).removeprefix("the ") in country
        if of_country and at > 1 and "for" not in before and _is_name(before):
            yield before


def _is_name(words: list[str]) -> bool:
    """ "Labour Party", not "ethnic rebels"."""
    return words[0][0].isupper() and (words[-1][0].isupper() or words[-1] == "party")


def land_of_short(own: str, lands: Iterable[str], counts: Mapping[str, int]) -> str:
    """Which of the countries that have a short name the counted ones of a text make clear; "" where none.

    `own` is the country of the name as it is listed without one: Britain for "Labour Party".
    """
    ranked = sorted(((counts[land], land) for land in {*lands, own} if counts.get(land)), reverse=True)
    if not ranked:
        return ""
    first, second = ranked[0], ranked[1] if len(ranked) > 1 else (0, "")
    ratio = _AGAINST if second[1] == own else _CLEARLY
    return first[1] if first[0] >= ratio * second[0] else ""
