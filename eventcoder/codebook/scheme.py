"""Coding schemes (CAMEO, PLOVER, WEIS) and intensity scales: what the codes mean.

A scheme lists every code with label and parent, and the published rules that sort codes into quad
classes. Scales stand apart because published tables disagree.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from eventcoder.codebook.yamlfile import YamlFile


class Code(BaseModel):
    """One code; `extension` marks codes that a later table added to the scheme."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    label: str
    parent: str | None
    description: str = ""
    extension: bool = False


class QuadRule(BaseModel):
    """A published rule: quad class -> the codes (with all their descendants) that belong to it.

    `also` holds other names of classes: a hand-coded set may say "statement" for neutral.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str
    source: str
    labels: dict[str, str]
    also: dict[str, str] = {}
    classes: dict[str, list[str]]

    @cached_property
    def of_code(self) -> dict[str, str]:
        return {code: quad for quad, codes in self.classes.items() for code in codes}

    @cached_property
    def of_name(self) -> dict[str, str]:
        """Quad class by its name in small letters: "verbal conflict" -> "3"."""
        return {name.lower(): q for name, q in self.also.items()} | {
            n.lower(): q for q, n in self.labels.items()
        }


class Scheme(BaseModel):
    """A coding scheme; codes are text ("036"). `former` names codes as earlier versions called them."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    title: str
    version: str
    description: str
    source: str
    quads: dict[str, QuadRule] = {}
    codes: dict[str, Code]
    from_cameo: dict[str, str] = {}
    former: dict[str, str] = {}

    def lineage(self, code: str) -> list[str]:
        """`code` and its ancestors up to the root; empty where the scheme has no such code."""
        chain: list[str] = []
        current: str | None = code
        while current is not None and current in self.codes and current not in chain:
            chain.append(current)
            current = self.codes[current].parent
        return chain

    def root(self, code: str) -> str:
        """The root above `code` ("0871" -> "08"); the code itself where it is unknown."""
        return (self.lineage(code) or [code])[-1]

    def label(self, code: str) -> str:
        return self.codes[code].label if code in self.codes else ""

    def quad(self, code: str, rule: str) -> str:
        """Quad class of `code` under `rule`: that of the nearest ancestor the rule names."""
        table = self.quads[rule].of_code
        return next((table[c] for c in self.lineage(code) if c in table), "")


class Scale(BaseModel):
    """An intensity scale: a number for each code of one scheme, after one published table."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    title: str
    scheme: str
    version: str
    range: tuple[float, float]
    source: str
    description: str
    values: dict[str, float]

    def value(self, scheme: Scheme, code: str) -> float | None:
        """Intensity of `code`, or of its nearest ancestor in the table; None where there is none."""
        return next((self.values[c] for c in scheme.lineage(code) if c in self.values), None)


def load_scheme(path: Path) -> Scheme:
    """Read a scheme; raises InvalidFile with all findings, unknown parents and quad codes included."""
    file = YamlFile(path)
    scheme = file.validate(Scheme)
    for code, entry in scheme.codes.items():
        if entry.parent is not None and entry.parent not in scheme.codes:
            file.complain(("codes", code), f"parent {entry.parent!r} is not a code of the scheme")
    for rule, quads in scheme.quads.items():
        for quad, codes in quads.classes.items():
            for code in codes:
                if code not in scheme.codes:
                    key = ("quads", rule, "classes", quad)
                    file.complain(key, f"{code!r} is not a code of the scheme")
    for old, code in scheme.former.items():
        if old in scheme.codes or code not in scheme.codes:
            file.complain(("former", old), f"{old!r} must be no code of the scheme, and {code!r} one")
    file.raise_findings()
    return scheme


def load_scale(path: Path) -> Scale:
    """Read an intensity scale; raises InvalidFile with all findings."""
    return YamlFile(path).validate(Scale)
