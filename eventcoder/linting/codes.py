"""Codes and categories: unknown, contradictory, unreachable, without examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from eventcoder.codebook.scheme import Scheme
from eventcoder.codebook.yamlfile import Key
from eventcoder.coding.matching import qualified
from eventcoder.errors import did_you_mean
from eventcoder.linting.catalogue import check
from eventcoder.linting.subject import Subject
from eventcoder.model import NOBODY

Found = Iterator[tuple[Key, str]]
_COOPERATION_OR_CONFLICT = {"cooperation": frozenset("12"), "conflict": frozenset("34")}
_VERBAL_OR_MATERIAL = {"verbal": frozenset("013"), "material": frozenset("24")}
"""What the quad classes have in common, 0 being neutral words."""


@check(
    "EC301",
    "a code that its scheme does not have",
    reason="The scheme is one of the bundled ones, and the code is not in it. The output would have the code, but no "
    "label, root, quad class or intensity. CAMEO codes begin with a zero more often than one remembers: `36` is "
    "`036`.",
    fix="Look the code up with `eventcoder show CODE`. For codes of your own, name a scheme of your own.",
    example='codes: {cameo: "42"}       # it is "042"',
)
def unknown_code(subject: Subject) -> Found:
    for name, category in subject.book.categories.items():
        for scheme, code in category.codes.items():
            known = subject.around.schemes.get(scheme)
            if known is not None and code != NOBODY and code not in known.codes:
                close = f"0{code}" if f"0{code}" in known.codes else ""
                close = close or (did_you_mean(code, known.codes) if code.isalpha() else "")
                hint = f"; did you mean {close}?" if close else ""
                yield ("categories", name, "codes", scheme), f"{scheme} has no code {code!r}{hint}"


@check(
    "EC302",
    "nothing leads to a category",
    reason="The category has no patterns, no line of `moods` turns anything into it, and it is no other category's "
    "mirror. It can never be coded.",
    fix="Write a pattern, a line of `moods`, or take the category out.",
    example='visit:\n  label: Visit\n  codes: {cameo: "042"}     # and neither patterns, moods nor a mirror',
)
def unreachable(subject: Subject) -> Found:
    reached = _led_to(subject)
    for name, category in subject.book.categories.items():
        full = f"{subject.book.name}/{name}"
        if not (category.patterns or category.sentences or full in reached):
            yield ("categories", name), f"nothing leads to {name!r}"


def _led_to(subject: Subject) -> set[str]:
    """Categories that moods and mirrors of any loaded codebook lead to."""
    found: set[str] = set()
    for book in subject.around.matcher.books.values():
        found |= {qualified(turn.into, f"{book.name}/") for turn in book.moods}
        found |= {qualified(c.mirror, f"{book.name}/") for c in book.categories.values() if c.mirror}
    return found


@check(
    "EC303",
    "a category has no example",
    reason="An example is the test of a category and its best explanation. Without one nobody notices when a change "
    "elsewhere takes its sentences away. A row of a table needs none: its forms are shown by the examples of "
    "other categories.",
    fix="Add a sentence under `examples`, with the events that it must give.",
    example="visit:\n  label: Visit\n  patterns: [{verb: visit}]   # and no `examples`",
)
def no_example(subject: Subject) -> Found:
    shown = {p.form for _, c in subject.coded() if c.examples for p in c.patterns if p.form}
    for name, category in subject.coded():
        forms = {pattern.form for pattern in category.patterns if pattern.form}
        if not category.examples and not (forms and forms <= shown):
            yield ("categories", name), f"{name!r} has no example"


@check(
    "EC304",
    "a category has no counterexample",
    severity="note",
    reason="A sentence that looks like the category and is not shows where its border is, and keeps it there.",
    fix="Add a sentence under `counterexamples`, and say why it is none.",
    example="visit:\n  patterns: [{verb: visit}]   # and no `counterexamples`",
)
def no_counterexample(subject: Subject) -> Found:
    for name, category in subject.coded():
        if not category.counterexamples:
            yield ("categories", name), f"{name!r} has no counterexample"


@check(
    "EC305",
    "the codes of two schemes contradict each other",
    reason="The code in one scheme stands for cooperation and that in another for conflict, or one is "
    "verbal and the other material, by the quad classes of both schemes. One of the two is nearly always a slip. Where published rules "
    "disagree about a code, and where the table that converts CAMEO to PLOVER crosses the line itself, nothing is said. "
    "WEIS counts agreements to cooperate as verbal and recognition as material: there only its conflict is compared.",
    fix="Compare both codes with `eventcoder show CODE`.",
    example='codes: {cameo: "173", plover: ACCUSE}     # an arrest is material, an accusation verbal',
)
def quads_contradict(subject: Subject) -> Found:
    for name, category in subject.book.categories.items():
        for sides in (_COOPERATION_OR_CONFLICT, _VERBAL_OR_MATERIAL):
            said = {
                scheme: side
                for scheme, quads in _quads(category.codes, subject.around.schemes).items()
                if (side := _side(quads, sides))
                and not (sides is _VERBAL_OR_MATERIAL and _elsewhere(scheme, quads))
            }
            if len(set(said.values())) > 1:
                what = ", ".join(
                    f"{scheme} {category.codes[scheme]} is {side}" for scheme, side in said.items()
                )
                yield ("categories", name, "codes"), what
                break


def _quads(codes: Mapping[str, str], schemes: Mapping[str, Scheme]) -> dict[str, set[str]]:
    """The quad classes of each code by all rules of its scheme, but where CAMEO is converted to just that class."""
    found = {}
    for scheme, code in codes.items():
        if known := schemes.get(scheme):
            converted = known.from_cameo.get(codes.get("cameo", ""), "")
            if not converted or known.root(converted) != known.root(code):
                found[scheme] = {known.quad(code, rule) for rule in known.quads}
    return found


def _side(quads: set[str], sides: Mapping[str, frozenset[str]]) -> str:
    """What all rules agree on; "" where they do not, or say nothing."""
    return next((side for side, there in sides.items() if quads and quads <= there), "")


def _elsewhere(scheme: str, quads: set[str]) -> bool:
    """Whether the scheme draws the line between verbal and material elsewhere than CAMEO and PLOVER do."""
    return scheme == "weis" and quads <= _COOPERATION_OR_CONFLICT["cooperation"]


@check(
    "EC306",
    "a category and its mirror have intensities of opposite sign",
    severity="note",
    reason="The mirror of a category has an intensity of the other sign: what one side does as cooperation, the other "
    "would suffer as conflict. For a visit and its host that cannot be.",
    fix="Compare the codes of the two categories.",
    example='visit:\n  codes: {cameo: "042"}\n  mirror: hit\nhit:\n  codes: {cameo: "190"}\n  mirror: visit',
)
def scales_contradict(subject: Subject) -> Found:
    for name, category in subject.book.categories.items():
        mirror = qualified(category.mirror, f"{subject.book.name}/") if category.mirror else ""
        other = subject.around.matcher.categories.get(mirror)
        for scale in subject.around.scales:
            scheme = subject.around.schemes[scale.scheme]
            codes = [c.codes.get(scale.scheme, "") for c in (category, other) if c is not None]
            values = [scale.value(scheme, code) or 0 for code in codes]
            if len(values) == 2 and values[0] * values[1] < 0:
                yield ("categories", name, "mirror"), f"{scale.name}: {values[0]} against {values[1]}"


@check(
    "EC307",
    "the name of a scheme is nearly that of a known one",
    reason="Codes are looked up in the scheme of that name. A codebook may have a scheme of its own, but this name differs "
    "from that of a bundled scheme by a slip of the pen, so that its codes get neither label nor intensity.",
    fix="Mend the name here and in the `codes` of every category.",
    example="schemes: [cameo, plovre]",
)
def odd_scheme(subject: Subject) -> Found:
    known = subject.around.schemes
    for i, scheme in enumerate(subject.book.schemes):
        if scheme not in known and (close := did_you_mean(scheme, known)):
            yield ("schemes", i), f"there is no scheme {scheme!r}; did you mean {close!r}?"


@check(
    "EC308",
    "two categories have the same codes",
    severity="note",
    reason="The categories differ in name only: every scheme gives them the same code, so that the output can tell "
    "them apart by `category` alone. That may be meant.",
    fix="Give one of them another code, or make one category of the two.",
    example='praise:\n  codes: {cameo: "051"}\nendorse:\n  codes: {cameo: "051"}',
)
def same_codes(subject: Subject) -> Found:
    seen: dict[tuple[tuple[str, str], ...], str] = {}
    for name, category in subject.coded():
        codes = tuple(sorted(category.codes.items()))
        if codes in seen:
            yield ("categories", name, "codes"), f"{name!r} has the codes of {seen[codes]!r}"
        seen.setdefault(codes, name)


@check(
    "EC401",
    "a mirror that is not mutual",
    reason="If X visits Y, Y hosts X; and if Y hosts X, X visits Y. Where the second line is missing, the two "
    "directions of one meeting depend on how a sentence puts it. Of a mirror in another codebook this is not asked: that "
    "troops who arrive were let in does not mean that whoever lets troops in receives them.",
    fix="Give the other category this one as its `mirror`.",
    example="visit:\n  mirror: host\nhost:\n  label: Host a visit      # without `mirror: visit`",
)
def one_sided_mirror(subject: Subject) -> Found:
    categories, name = subject.around.matcher.categories, subject.book.name
    for key, category in subject.book.categories.items():
        if category.mirror:
            other = qualified(category.mirror, f"{name}/")
            back = categories[other].mirror if other in categories else None
            if other.startswith(f"{name}/") and (back is None or qualified(back, other) != f"{name}/{key}"):
                there = f"that of {other!r} is {back!r}" if back else f"{other!r} has none"
                yield (
                    ("categories", key, "mirror"),
                    f"the mirror of {key!r} is {category.mirror!r}, but {there}",
                )


@check(
    "EC701",
    "the file is not called like the codebook",
    reason="Codebooks find one another by the names of their files, and the output names them by `name`. Where the two "
    "differ, `uses` and the output speak of the same codebook by two names.",
    fix="Rename the file, or change `name`.",
    example="name: travel               # in a file called visits.yaml",
)
def other_name(subject: Subject) -> Found:
    if subject.path.stem != subject.book.name:
        yield ("name",), f"the file is called {subject.path.name}, the codebook {subject.book.name!r}"


@check(
    "EC702",
    "the version is no version",
    reason="Articles cite the version of a codebook, and `eventcoder diff` compares versions. Three numbers tell whether "
    "a change adds something or makes old and new data incomparable.",
    fix="Write three numbers: 1.0.0.",
    example="version: first",
)
def odd_version(subject: Subject) -> Found:
    if not re.fullmatch(r"\d+\.\d+\.\d+([-+.]?[a-z0-9.]+)?", subject.book.version):
        yield ("version",), f"{subject.book.version!r} is not three numbers"
