"""A comparison on the terminal: the sum, categories and patterns, the sentences, the dyad-months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from eventcoder.bench.comparing import KINDS, Cell, Change, Comparison, Counts, Tally
from eventcoder.counting import counted
from eventcoder.model import Event, Sentence

_STYLES = {"gained": "green", "lost": "red"}


def print_diff(comparison: Comparison, title: str, most: int, console: Console) -> None:
    """Print with at most `most` sentences of each kind, and as many dyad-months."""
    console.print(Text(title, "bold"))
    console.print(headline(comparison))
    for part in _parts(comparison, most):
        console.print()
        console.print(part)


def headline(comparison: Comparison) -> str:
    """The sum in one or two lines."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in comparison.kinds().items())
    return (
        f"{counted(comparison.sentences, 'sentence')}, {counted(comparison.old.events, 'event')} before and "
        f"{comparison.new.events:,} after: {kinds or 'no event changes'}."
    )


def _parts(comparison: Comparison, most: int) -> Iterator[RenderableType]:
    if categories := comparison.categories():
        yield _categories(categories)
    if patterns := comparison.patterns():
        yield _patterns(patterns)
    for kind in comparison.kinds():
        yield _kind(kind, comparison.changes, most)
    if cells := comparison.dyad_months():
        yield _dyad_months(cells, most)


def _categories(categories: Mapping[str, Tally]) -> Group:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("category", overflow="fold")
    for name in Tally._fields:
        table.add_column(name, justify="right", no_wrap=True)
    for name, tally in categories.items():
        table.add_row(name, *(f"{count:,}" for count in tally))
    return Group(Text("Categories with changes", "bold"), table)


def _patterns(patterns: Sequence[tuple[str, str, Counts]]) -> Group:
    """A new pattern that does not fire is worth a line; one that is gone and never fired is not."""
    shown = [(old, new, n) for old, new, n in patterns if new or n.old]
    rows = [([new or "(gone)", "" if old == new else old or "(new)"], n) for old, new, n in shown]
    parts: list[RenderableType] = []
    if rows:
        parts.append(_counts("Patterns that are new, or fire more or less", ["pattern", "was"], rows))
    if silent := len(patterns) - len(shown):
        parts.append(Text(f"{counted(silent, 'pattern is', 'patterns are')} gone that had not fired.", "dim"))
    return Group(*parts)


def _counts(title: str, names: Sequence[str], rows: Sequence[tuple[Sequence[str], Counts]]) -> Group:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold")
    for name in ("before", "after", "change"):
        table.add_column(name, justify="right", no_wrap=True)
    for words, counts in rows:
        change = counts.new - counts.old
        style = "green" if change > 0 else "red" if change < 0 else "dim"
        table.add_row(*words, f"{counts.old:,}", f"{counts.new:,}", Text(f"{change:+,}", style))
    return Group(Text(title, "bold"), table)


def _kind(kind: str, changes: Sequence[Change], most: int) -> Group:
    of_kind = [change for change in changes if change.kind == kind]
    sentences: dict[int, tuple[Sentence, list[Change]]] = {}
    for change in of_kind:
        sentences.setdefault(id(change.sentence), (change.sentence, []))[1].append(change)
    heading = Text.assemble((f"{kind}: {len(of_kind):,}", f"bold {_STYLES.get(kind, 'yellow')}"))
    heading.append(f"  {KINDS[kind]}", "dim")
    parts: list[RenderableType] = [heading]
    parts += [Padding(_sentence(*entry), (0, 0, 0, 2)) for entry in list(sentences.values())[:most]]
    if (more := len(sentences) - most) > 0:
        parts.append(Text(f"  ... and in {counted(more, 'more sentence')}; --sentences shows more", "dim"))
    return Group(*parts)


def _sentence(sentence: Sentence, changes: Sequence[Change]) -> Text:
    text = Text.assemble((f"{sentence.doc.id}:{sentence.index}\n", "dim"), " ".join(sentence.text.split()))
    for change in changes:
        if change.old is not None:
            text.append("\n  - ", "red").append(_event(change.old))
        if change.new is not None:
            text.append("\n  + ", "green").append(_event(change.new))
    return text


def _event(event: Event) -> Text:
    codes = f"{event.actor.code} {event.action} {event.target.code}"
    pattern = "" if event.pattern.startswith(f"{event.category}#") else f" by {event.pattern}"
    where = f"{event.category}{pattern}" if pattern else event.pattern
    return Text.assemble(codes, (f"  {where}", "dim"))


def _dyad_months(cells: dict[Cell, Counts], most: int) -> Group:
    largest = sorted(cells.items(), key=lambda item: (-abs(item[1].new - item[1].old), item[0]))
    rows = [(list(cell), counts) for cell, counts in largest[:most]]
    changed = counted(len(cells), "count of dyad-months changes", "counts of dyad-months change")
    title = f"{changed} (by country and root)"
    parts: list[RenderableType] = [_counts(title, ["month", "source", "target", "root"], rows)]
    if len(cells) > most:
        parts.append(Text(f"... and {len(cells) - most:,} more; --json has all", "dim"))
    return Group(*parts)
