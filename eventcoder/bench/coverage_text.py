"""Coverage on the terminal: patterns by category, prospects, verbs and names that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from eventcoder.bench.firing import Firing
from eventcoder.bench.prospects import Prospect, Search
from eventcoder.counting import counted
from eventcoder.running.corpus import sentence_id


def print_coverage(firing: Firing, search: Search, read: int, most: int, console: Console) -> None:
    """Print with at most `most` lines a table; `read` sentences without an event were read again."""
    console.print(headline(firing, read))
    for part in _parts(firing, search, most):
        console.print()
        console.print(part)


def headline(firing: Firing, read: int) -> str:
    """What became of the sentences."""
    parts = ", ".join(f"{count:,} {name}" for name, count in sorted(firing.sentences.items()))
    available = firing.uncoded.sizes.get("uncoded", 0)
    again = f" {read:,} of them, drawn at random, were read again for every verb." if read < available else ""
    if 0 < available <= read:
        again = f" {'It was' if available == 1 else 'They were'} read again for every verb."
    named = counted(available, "sentence without an event names", "sentences without an event name")
    return f"{counted(firing.sentences.total(), 'sentence')}: {parts}.\n{named} somebody.{again}"


def _parts(firing: Firing, search: Search, most: int) -> Iterator[RenderableType]:
    patterns = firing.patterns()
    yield _most_fired(patterns, most)
    yield _by_category(patterns, most)
    if prospects := search.prospects():
        yield _prospects(prospects, most)
    verbs = search.verbs_without_patterns()
    if rows := [(n, f"{v.dyads:,}", f"{v.clauses:,}", v.example) for n, v in verbs if v.dyads]:
        yield _examples("Verbs without patterns", ("verb", "two actors", "clauses"), rows, most)
    if names := list(search.names.rows(search.index.countries)):
        listed = [(row["name"], row["code"], row["count"], row["contexts"]) for row in names]
        yield _examples("Names that no actor list has", ("name", "code?", "sentences"), listed, most)


def _table(*names: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in names:
        table.add_column(name)
    return table


def _titled(title: str, table: Table, total: int, most: int) -> Group:
    parts: list[RenderableType] = [Text(title, "bold"), *([table] if total else [])]
    if total > most:
        parts.append(Text(f"... and {total - most:,} more; --most shows more, --json all", "dim"))
    return Group(*parts)


def _most_fired(patterns: Mapping[str, int], most: int) -> Group:
    fired = sorted((item for item in patterns.items() if item[1]), key=lambda item: (-item[1], item[0]))
    table = _table("pattern", "acts")
    table.columns[1].justify = "right"
    for name, count in fired[:most]:
        table.add_row(name, f"{count:,}")
    return _titled(f"{len(fired):,} of {counted(len(patterns), 'pattern')} fired", table, len(fired), most)


def _by_category(patterns: Mapping[str, int], most: int) -> Group:
    """Categories of which something fired as a table, the others as a list."""
    categories: dict[str, dict[str, int]] = {}
    for name, count in patterns.items():
        category, _, number = name.partition("#")
        categories.setdefault(category, {})[number] = count
    table = _table("category", "patterns", "acts", "never fired")
    table.columns[1].justify = table.columns[2].justify = "right"
    for category, of in categories.items():
        if any(of.values()):
            never = ranges([number for number, count in of.items() if not count])
            table.add_row(category, f"{len(of):,}", f"{sum(of.values()):,}", Text(never, "yellow"))
    silent = _silent({category: any(of.values()) for category, of in categories.items()})
    shown = [table] if table.row_count else []
    parts: list[RenderableType] = [Text("Patterns that never fired", "bold"), *shown]
    if silent:
        more = f" and {len(silent) - most:,} more; --json shows all" if len(silent) > most else ""
        parts.append(Text.assemble("No pattern fired of ", (", ".join(silent[:most]), "yellow"), f"{more}."))
    return Group(*parts)


def _silent(fired: Mapping[str, bool]) -> list[str]:
    """ "meet/visit", "protest/*": categories of which nothing fired, books of which nothing at all did."""
    books = {category.partition("/")[0] for category, any_fired in fired.items() if any_fired}
    silent = (category for category, any_fired in fired.items() if not any_fired)
    names = (c if c.partition("/")[0] in books else c.partition("/")[0] + "/*" for c in silent)
    return list(dict.fromkeys(names))


def ranges(numbers: Sequence[str]) -> str:
    """ "1-3, 5, 7.2": plain numbers that follow one another are drawn together."""
    runs: list[list[str]] = []
    for number in numbers:
        follows = runs and number.isdecimal() and runs[-1][-1].isdecimal()
        if follows and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _prospects(prospects: Sequence[Prospect], most: int) -> Group:
    title = f"{counted(len(prospects), 'clause')} with two actors and no event"
    parts: list[RenderableType] = [Text(title, "bold")]
    for prospect in prospects[:most]:
        line = Text.assemble(
            (f"{prospect.source} ", "green"),
            (prospect.verb, "bold yellow"),
            (f" {prospect.target}", "green"),
            ("  its patterns do not fit" if prospect.known else "  no pattern has the verb", "dim"),
            (f"  {sentence_id(prospect.sentence)}\n", "dim"),
            " ".join(prospect.sentence.text.split()),
        )
        parts.append(line)
    if len(prospects) > most:
        parts.append(Text(f"... and {len(prospects) - most:,} more; --most shows more, --json all", "dim"))
    return Group(*parts)


def _examples(title: str, names: Sequence[str], rows: Iterable[Sequence[str]], most: int) -> Group:
    listed = list(rows)
    table = _table(*names)
    for number, column in enumerate(table.columns):
        column.no_wrap, column.justify = True, "right" if number else "left"
    table.expand = True
    table.add_column("for example", ratio=1, no_wrap=True, overflow="ellipsis")
    for row in listed[:most]:
        table.add_row(*row[:-1], Text(" ".join(row[-1].split()), "dim"))
    return _titled(title, table, len(listed), most)
