"""The levels at which events are compared, from strict to lenient."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from eventcoder.codebook.scheme import Scheme
from eventcoder.evaluation.gold import Triple
from eventcoder.model import NOBODY

Item = tuple[str, ...]
View = Callable[[Triple], Iterable[Item]]
"""What of an event counts at a level; mostly one item, at the level `actor` one for each side."""

LEVELS: Mapping[str, str] = {
    "exact": "source, code, target",
    "root": "source, root, target",
    "quad": "source, quad, target",
    "country_root": "country, root, country",
    "dyad": "country, country",
    "class": "root alone",
    "actor": "one actor alone",
    "code": "code alone",
    "three": "first three digits alone",
    "quad_class": "quad alone",
}
EVENTS = ("exact", "root", "quad", "country_root", "dyad", "class", "actor")
ACTS = ("code", "three", "class", "quad_class")
CLASSES = ("quad", "country_root", "dyad", "class", "actor")
"""The levels for gold with actors, for gold without, and for gold that knows no codes but quad classes."""


@dataclass(frozen=True, slots=True)
class Codes:
    """What codes mean in the scheme in which gold and events are compared, and at which levels they are."""

    scheme: Scheme
    quad_rule: str
    levels: tuple[str, ...] = EVENTS

    @property
    def _names(self) -> Mapping[str, str]:
        rule = self.scheme.quads.get(self.quad_rule)
        return rule.of_name if rule else {}

    def root(self, code: str) -> str:
        """The root above a code; codes that the scheme does not know go by their form."""
        if code in self.scheme.codes:
            return self.scheme.root(code)
        return code[:2] if code[:2].isdecimal() else code.partition("/")[0]

    def quad(self, code: str) -> str:
        """The quad class of a code; a code that has none stands for itself."""
        rule = self.quad_rule
        if self.is_class(code):
            return self._names[_plain(code)]
        return self.scheme.quad(code, rule) or self.scheme.quad(self.root(code), rule) or code

    def is_class(self, code: str) -> bool:
        """Whether it is no code but the name of a quad class, as in VERBAL_CONFLICT."""
        return code not in self.scheme.codes and _plain(code) in self._names

    def label(self, code: str) -> str:
        return self.scheme.label(code)


def _plain(name: str) -> str:
    return name.replace("_", " ").lower()


def _three(code: str) -> str:
    return code[:3] if code.isdecimal() else code


def country(code: str) -> str:
    """The first part of an actor code; "" for nobody, and for roles without a country (`---GOV`)."""
    return code[:3] if code[:1].isalpha() else ""


def views(codes: Codes) -> dict[str, View]:
    """Level -> what of an event counts there."""
    return {
        "exact": lambda e: [e],
        "root": lambda e: [(e.source, codes.root(e.action), e.target)],
        "quad": lambda e: [(e.source, codes.quad(e.action), e.target)],
        "country_root": lambda e: [(country(e.source), codes.root(e.action), country(e.target))],
        "dyad": lambda e: [(country(e.source), country(e.target))],
        "class": lambda e: [(codes.root(e.action),)],
        "actor": _actors,
        "code": lambda e: [(e.action,)],
        "three": lambda e: [(_three(e.action),)],
        "quad_class": lambda e: [(codes.quad(e.action),)],
    }


def _actors(event: Triple) -> Iterable[Item]:
    sides = (("source", event.source), ("target", event.target))
    return [(side, code) for side, code in sides if code != NOBODY]
