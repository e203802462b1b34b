"""`eventcoder list` and `eventcoder show`: what there is, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from eventcoder.codebook.rules import NOUN_SOURCE
from eventcoder.codebook.scheme import load_scale
from eventcoder.codebook.shape import Category, Codebook, Pattern
from eventcoder.coding.coder import PRIMARY
from eventcoder.counting import counted
from eventcoder.errors import UnknownName
from eventcoder.hooks.registry import KINDS, Registry
from eventcoder.running.loading import load_book, load_codebooks, scales, schemes
from eventcoder.settings import DEFAULT_ACTORS, DEFAULT_CODEBOOKS

_OTHERS = ("categories", "schemes", "scales", "plugins")


def show_list(what: str, scheme: str | None) -> None:
    """Print the things of one kind. Raises UnknownName with the kinds."""
    console = Console(highlight=False)
    registry = Registry()
    if what == "categories" and scheme is not None:
        _print_codes(console, registry, scheme)
    elif what == "categories":
        _print_rows(console, ("category", "code", "label"), _category_rows(registry))
    elif what == "schemes":
        rows = (
            (s.name, str(sum(c.parent is not None for c in s.codes.values())), s.title)
            for s in schemes().values()
        )
        _print_rows(console, ("scheme", "codes", "title"), rows)
    elif what == "scales":
        _print_rows(
            console,
            ("scale", "scheme", "title"),
            ((s.name, s.scheme, s.title) for s in map(load_scale, scales().values())),
        )
    elif what == "plugins":
        _print_rows(console, ("plugin", "version"), registry.plugins.items())
    elif what == "codebooks":
        _print_rows(console, ("codebook", "title", "version", "default", "plugin"), _codebook_rows(registry))
    elif what == "actors":
        rows = (
            (p.name, "yes" if p.name in DEFAULT_ACTORS else "", p.plugin) for p in registry.provided(what)
        )
        _print_rows(console, ("actor list", "default", "plugin"), rows)
    elif what in KINDS:
        rows = ((p.name, p.value.summary, p.plugin) for p in registry.provided(what))
        _print_rows(console, (what.removesuffix("s"), "what it is", "plugin"), rows)
    else:
        raise UnknownName("kind of thing to list", what, [*KINDS, *_OTHERS])
    for problem in registry.problems:
        Console(stderr=True).print(str(problem), markup=False, soft_wrap=True)


def show_name(name: str) -> None:
    """Print a codebook, a category, or the meaning of a CAMEO code. Raises UnknownName."""
    console = Console(highlight=False)
    registry = Registry()
    if name.isdigit():
        _print_code(console, registry, name)
        return
    book_name, _, category = name.partition("/") if not name.endswith(".yaml") else (name, "", "")
    book = load_book(book_name, registry)
    if category and category not in book.categories:
        raise UnknownName(f"category of {book.name}", category, book.categories)
    console.print(f"[bold]{escape(book.title)}[/bold] ({book.name} {book.version})")
    console.print(escape(book.description.strip()))
    for included in book.includes:
        console.print(f"Includes the categories of {included}.")
    for key in [category] if category else book.categories:
        _print_category(console, book, key)
    if not category:
        _print_moods(console, book)


def _codebook_rows(registry: Registry) -> Iterator[Sequence[str]]:
    for provided in registry.provided("codebooks"):
        book = load_book(str(provided.value), registry)
        default = "yes" if provided.name in DEFAULT_CODEBOOKS else ""
        yield provided.name, book.title, book.version, default, provided.plugin


def _category_rows(registry: Registry) -> Iterator[Sequence[str]]:
    for book in load_codebooks(registry.names("codebooks"), registry).values():
        for name, category in book.categories.items():
            yield f"{book.name}/{name}", next(iter(category.codes.values()), "---"), category.label


def _print_codes(console: Console, registry: Registry, scheme: str) -> None:
    """Every code of a scheme with the categories that give it, their patterns and examples."""
    known = schemes()
    if scheme not in known:
        raise UnknownName("scheme", scheme, known)
    found: dict[str, list[tuple[str, Category]]] = {}
    for book in load_codebooks(registry.names("codebooks"), registry).values():
        for name, category in book.categories.items():
            found.setdefault(category.codes.get(scheme, ""), []).append((f"{book.name}/{name}", category))
    rows = [
        (
            code,
            entry.label,
            ", ".join(n for n, _ in found.get(code, [])),
            str(sum(len(c.patterns) for _, c in found.get(code, []))),
            str(sum(len(c.examples) for _, c in found.get(code, []))),
        )
        for code, entry in known[scheme].codes.items()
        if not entry.extension and (entry.parent is not None or found.get(code))
    ]
    _print_rows(console, ("code", "label", "categories", "patterns", "examples"), rows)
    below = [code for code, entry in known[scheme].codes.items() if entry.parent and not entry.extension]
    covered = sum(bool(found.get(code)) for code in below)
    console.print(f"{covered} of {counted(len(below), 'code')} of {scheme} below the roots have a category.")


def _print_code(console: Console, registry: Registry, code: str) -> None:
    scheme = schemes()[PRIMARY]
    if code not in scheme.codes:
        raise UnknownName(
            "CAMEO code", code, scheme.codes, "`eventcoder list categories --scheme cameo` shows all"
        )
    entry = scheme.codes[code]
    console.print(f"[bold]{code}[/bold] {escape(entry.label)}")
    if entry.description:
        console.print(escape(entry.description))
    for book in load_codebooks(registry.names("codebooks"), registry).values():
        for name, category in book.categories.items():
            if category.codes.get(PRIMARY) == code:
                _print_category(console, book, name)


def _print_category(console: Console, book: Codebook, name: str) -> None:
    category = book.categories[name]
    codes = ", ".join(f"{scheme} {code}" for scheme, code in category.codes.items())
    console.print(f"\n[bold]{book.name}/{name}[/bold]  {escape(category.label)}  ({escape(codes)})")
    if category.description:
        console.print(f"  {escape(category.description.strip())}")
    if category.mirror:
        console.print(f"  The reverse dyad is coded as {category.mirror}.")
    if home := book.home_of(name):
        console.print(f"  Where no target is named, it is the {home} of the source's country.")
    for number, pattern in enumerate(category.patterns, 1):
        console.print(f"  {number}. {escape(in_words(book, pattern))}")
    for example in category.examples:
        console.print(f"  [green]+[/green] {escape(example.text)} -> {escape('; '.join(example.events))}")
    for counter in category.counterexamples:
        console.print(f"  [red]-[/red] {escape(counter.text)} ({escape(counter.because)})")


def _print_moods(console: Console, book: Codebook) -> None:
    if book.moods:
        console.print("\n[bold]Moods[/bold]  (an act in any other mood than these is not coded)")
    for turn in book.moods:
        console.print(f"  {' and '.join(turn.when)}: {', '.join(turn.turn)} -> {turn.into}")


def in_words(book: Codebook, pattern: Pattern) -> str:
    """A pattern as a line of words: "SOURCE meet|host; TARGET: object"."""
    trigger = "|".join(sorted(book.expand(pattern.verb or pattern.noun)))
    source = pattern.source or (["subject"] if pattern.verb else list(NOUN_SOURCE))
    parts = [trigger if pattern.verb else f"(noun) {trigger}"]
    if pattern.object:
        parts.append("object " + "|".join(sorted(book.expand(pattern.object))))
    parts += [f"{slot} {'|'.join(sorted(book.expand(words)))}" for slot, words in pattern.where.items()]
    parts += [f"{slot} .. {'|'.join(sorted(book.expand(words)))}" for slot, words in pattern.mentions.items()]
    if pattern.about:
        parts.append("about " + "|".join(pattern.about))
    if pattern.place:
        parts.append(f"place {pattern.place}")
    parts.append("source: " + " or ".join(source))
    parts.append("target: " + (" or ".join(pattern.target) or "object, if nothing else stands there"))
    parts += [f"{side} is {'|'.join(sorted(book.expand(roles)))}" for side, roles in pattern.roles.items()]
    parts += [
        f"unless {slot} {'|'.join(sorted(book.expand(words)))}" for slot, words in pattern.unless.items()
    ]
    return "; ".join(parts)


def _print_rows(console: Console, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in header:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(escape(str(cell)) for cell in row))
    console.print(table)
