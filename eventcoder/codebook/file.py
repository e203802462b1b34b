"""Reads a codebook and checks what its shape cannot tell: words, forms and categories that do not exist.

All mistakes of a file are reported at once, each with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from eventcoder.codebook.mending import Mended
from eventcoder.codebook.shape import ANY, NOT, NOTHING, UNKNOWN, Category, Codebook, Pattern, sets_in
from eventcoder.codebook.yamlfile import MISSING, NO_CONTENT, UNKNOWN_KEY, Key, YamlFile
from eventcoder.errors import InvalidFile, did_you_mean

_Found = tuple[str, Key, str, str]
"""Id, place, message, hint; the ids are explained in docs/checks.md."""


class InvalidCodebook(InvalidFile):
    """A codebook with mistakes. `book` is what can be read of it, if anything; `file` has its lines.

    It is `whole` where the mistakes took nothing away: keys are misspelt, or texts for readers missing.
    """

    def __init__(self, file: YamlFile, book: Codebook | None, whole: bool) -> None:
        super().__init__(file.findings)
        self.file = file
        self.book = book
        self.whole = whole


def load_codebook(path: Path) -> Codebook:
    """Read and check the codebook at `path`; raises InvalidCodebook with all findings."""
    file = YamlFile(path)
    if not isinstance(file.data, dict):
        file.complain((), "a codebook is a mapping that begins with `name:`", id=NO_CONTENT)
        file.raise_findings()
    book, gone = file.validated(Codebook), set[Key]()
    if book is None:
        mended = Mended(file, Codebook)
        book, gone = mended.value, mended.gone
    gone |= {key[:1] if len(key) == 2 else key for key in file.twice}
    misspelt = all(finding.id in (UNKNOWN_KEY, MISSING) for finding in file.findings)
    count = len(file.findings)
    for id, key, message, hint in _meaning(book) if book else ():
        if not _is_due_to(gone, id, key, message):
            file.complain(key, message, hint, id)
    if file.findings or book is None:
        raise InvalidCodebook(file, book, misspelt and not gone and len(file.findings) == count)
    return book


def stamp_of(path: Path) -> tuple[int, int]:
    """What changes when a file is saved."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def read_once(path: Path) -> Codebook:
    """The same, but a file that has not changed is not read again: coder and manifest ask for all of them."""
    return _read(path, stamp_of(path))


@lru_cache(maxsize=256)
def _read(path: Path, stamp: tuple[int, int]) -> Codebook:
    return load_codebook(path)


_DEFINED = {"EC010": "words", "EC012": "forms", "EC013": "schemes", "EC014": "categories"}
"""Where stands what the findings miss."""


def _is_due_to(gone: set[Key], id: str, key: Key, message: str) -> bool:
    """Whether a finding comes of what was left out: there, or where what it misses may have been defined."""
    section = _DEFINED.get(id)
    for place in gone:
        if place == (section,):
            return True
        if len(place) > 1 and (place[: len(key)] == key or key[: len(place)] == place):
            return True
        if (
            len(place) == 2
            and place[0] == section
            and did_you_mean(str(place[1]), re.findall("'(.*?)'", message))
        ):
            return True
    return False


def _meaning(book: Codebook) -> Iterator[_Found]:
    """What the shape alone cannot tell: words, categories and schemes that do not exist."""
    yield from _word_findings(book)
    yield from _form_findings(book)
    misnamed = _misnamed(book)
    for scheme, used in misnamed.items():
        key, message = ("schemes", book.schemes.index(scheme)), f"no category has a code in scheme {scheme!r}"
        yield "EC013", key, message, f"Did you mean {used!r}?"
    for name, category in book.categories.items():
        at: Key = ("categories", name)
        if not misnamed:
            yield from _code_findings(book, category, at)
        if category.mirror:
            yield from _category_findings(book, category.mirror, (*at, "mirror"))
        for i, pattern in enumerate(category.patterns):
            for about in (a.removeprefix(NOT) for a in pattern.about if a not in (ANY, *UNKNOWN)):
                yield from _category_findings(book, about, (*at, "patterns", i, "about"))
        for i, example in enumerate(category.examples):
            for event in example.events:
                yield from _example_findings(book, event, (*at, "examples", i, "events"))
    for i, turn in enumerate(book.moods):
        for name in (n for n in turn.turn if n != ANY):
            yield from _category_findings(book, name, ("moods", i, "turn"))
        if turn.into != NOTHING:
            yield from _category_findings(book, turn.into, ("moods", i, "into"))


def _word_findings(book: Codebook) -> Iterator[_Found]:
    def unknown(words: list[str], key: Key) -> Iterator[_Found]:
        for name in (name for word in words for name in sets_in(word)):
            if "/" not in name and name not in book.words:
                close = did_you_mean(name, book.words)
                hint = f"Did you mean '${close}'?" if close else "Define it under `words:`"
                yield "EC010", key, f"unknown word set '${name}'", hint

    for name, words in book.words.items():
        yield from unknown(words, ("words", name))
        if _circular(book, name):
            yield "EC011", ("words", name), f"word set '${name}' contains itself", "Take it out"
    for at, pattern in _all_patterns(book):
        for field in ("verb", "noun", "object"):
            yield from unknown(getattr(pattern, field), (*at, field))
        for field in ("where", "mentions", "unless", "roles"):
            for slot, words in getattr(pattern, field).items():
                yield from unknown(words, (*at, field, slot))
    for name, category in book.categories.items():
        yield from unknown(category.sentences, ("categories", name, "sentences"))
        yield from unknown(category.rescue, ("categories", name, "rescue"))


def _all_patterns(book: Codebook) -> Iterator[tuple[Key, Pattern]]:
    for name, wordings in book.forms.items():
        yield from ((("forms", name, i), wording) for i, wording in enumerate(wordings))
    for name, category in book.categories.items():
        yield from ((("categories", name, "patterns", i), p) for i, p in enumerate(category.patterns))


def _form_findings(book: Codebook) -> Iterator[_Found]:
    for at, pattern in _all_patterns(book):
        if pattern.form is None:
            continue
        if at[0] == "forms":
            yield "EC012", (*at, "form"), "a form cannot use another form", "Write its wordings out"
        elif pattern.form not in book.forms:
            close = did_you_mean(pattern.form, book.forms)
            hint = f"Did you mean {close!r}?" if close else "Define it under `forms:`"
            yield "EC012", (*at, "form"), f"unknown form {pattern.form!r}", hint


def _circular(book: Codebook, name: str) -> bool:
    seen: set[str] = set()
    todo = [name]
    while todo:
        for inner in (inner for word in book.words.get(todo.pop(), []) for inner in sets_in(word)):
            if inner == name:
                return True
            if inner not in seen:
                seen.add(inner)
                todo.append(inner)
    return False


def _misnamed(book: Codebook) -> dict[str, str]:
    """Schemes in which no category has a code, because all call them by another name: "CAMEO" for "cameo"."""
    used = {scheme for category in book.categories.values() for scheme in category.codes}
    close = {s: did_you_mean(s, used - {*book.schemes}) for s in book.schemes if s not in used}
    return {scheme: name for scheme, name in close.items() if name}


def _code_findings(book: Codebook, category: Category, at: Key) -> Iterator[_Found]:
    if category.discard:
        if category.codes:
            yield (
                "EC013",
                (*at, "codes"),
                "a category that is discarded has no codes",
                "Take out one of the two",
            )
        return
    if category.sentences or category.rescue or category.onward:
        message = "`sentences`, `onward` and `rescue` go with `discard: true`"
        yield "EC013", at, message, "Add it or take them out"
    if not category.codes:
        yield "EC013", at, "the category has no code in any scheme", "Add `codes: {cameo: ...}`"
    for scheme in category.codes:
        if scheme not in book.schemes:
            yield (
                "EC013",
                (*at, "codes", scheme),
                f"scheme {scheme!r} is not among the codebook's `schemes`",
                "Add it there or take the code out",
            )
    for scheme in book.schemes:
        if category.codes and scheme not in category.codes:
            yield (
                "EC013",
                (*at, "codes"),
                f"no code for scheme {scheme!r}",
                "Every category gives its code in each scheme ('---' where the scheme has none)",
            )


def _category_findings(book: Codebook, name: str, key: Key) -> Iterator[_Found]:
    """`name` is a category of this codebook, or `codebook/category` of another one."""
    if "/" in name or name in book.categories:
        return
    close = did_you_mean(name, book.categories)
    hint = f"Did you mean {close!r}?" if close else f"Categories: {', '.join(book.categories)}"
    yield "EC014", key, f"unknown category {name!r}", hint


def _example_findings(book: Codebook, event: str, key: Key) -> Iterator[_Found]:
    parts = event.split()
    if len(parts) != 3:
        yield "EC015", key, f"cannot read {event!r}", "Write an event as ACTOR category TARGET"
    else:
        yield from _category_findings(book, parts[1], key)
