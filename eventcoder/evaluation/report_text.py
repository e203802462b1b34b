"""The evaluation on the terminal: figures first, errors last, readable in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from eventcoder.counting import counted
from eventcoder.evaluation.agreement import INSTALL, Agreement
from eventcoder.evaluation.bootstrap import Interval
from eventcoder.evaluation.confusion import NOTHING, Confusion
from eventcoder.evaluation.evaluation import Evaluation
from eventcoder.evaluation.levels import LEVELS, Codes
from eventcoder.evaluation.pairing import KINDS, Paired
from eventcoder.evaluation.scores import Score

FIGURES = ("precision", "recall", "f1")


def print_report(evaluation: Evaluation, codes: Codes, title: str, errors: int, console: Console) -> None:
    """Print the report with at most `errors` sentences for each kind of error."""
    console.print(Text(title, style="bold"), *summary(evaluation), sep="\n", soft_wrap=False)
    for part in _parts(evaluation, codes, errors, console.width):
        console.print()
        console.print(part)


def summary(evaluation: Evaluation) -> list[str]:
    """The counts in a few sentences."""
    of = evaluation
    events = sum(pair.gold is not None for p in of.paired for pair in p.pairs)
    coded = sum(pair.coded is not None for p in of.paired for pair in p.pairs)
    gold, found = counted(events, "event"), counted(coded, "event")
    lines = [f"{counted(of.sentences, 'sentence')}, {gold} in the gold, {found} coded."]
    lines.append(f"{counted(of.all_right, 'sentence is', 'sentences are')} right in every event.")
    if of.quiet:
        quiet = counted(of.quiet, "sentence")
        lines.append(f"In {of.silent:,} of {quiet} without an event nothing was coded.")
    if of.uncoded:
        are = "sentences are not coded by hand yet and are left out"
        lines.append(f"{counted(of.uncoded, 'sentence is not coded by hand yet and is left out', are)}.")
    if of.left_out:
        have = "coded events have no code here and are left out"
        lines.append(
            f"{counted(of.left_out, 'coded event has no code here and is left out', have)} (--all-events)."
        )
    return lines


def _parts(evaluation: Evaluation, codes: Codes, errors: int, width: int) -> Iterator[RenderableType]:
    yield _levels(evaluation)
    yield _roots(evaluation, codes)
    yield _matrix(evaluation.confusion, width)
    for agreement in evaluation.agreements:
        yield _agreement(agreement)
    yield _errors(evaluation, errors)


def figure(value: float | None) -> str:
    """ ".48", as figures between 0 and 1 are printed."""
    if value is None:
        return "-"
    return f"{value:.2f}".replace("0.", ".", 1)


def between(interval: Interval) -> str:
    return f"{figure(interval[0])}-{figure(interval[1])}"


def _table(gap: int = 2) -> Table:
    return Table(box=None, padding=(0, gap, 0, 0), pad_edge=False)


def _titled(title: str, *parts: RenderableType) -> Group:
    return Group(Text(title, "bold"), *parts)


def _levels(evaluation: Evaluation) -> RenderableType:
    table = _table(gap=1)
    table.add_column("level", no_wrap=True)
    for name in ("precision", "recall", "F1"):
        table.add_column(name, no_wrap=True)
    table.add_column("the same", style="dim")
    for name, level in evaluation.levels.items():
        cells = [
            Text.assemble((figure(getattr(level.score, f)), "bold"), f" {between(level.intervals[f])}")
            for f in FIGURES
        ]
        table.add_row(name, *cells, LEVELS[name])
    return _titled("Levels, with 95% intervals", table)


def _roots(evaluation: Evaluation, codes: Codes) -> RenderableType:
    table = _table()
    table.add_column("root", no_wrap=True)
    table.add_column("")
    for name in ("gold", "coded", "right", "prec.", "recall", "F1"):
        table.add_column(name, justify="right", no_wrap=True, min_width=len(name))
    for root, score in evaluation.roots.items():
        table.add_row(root, codes.label(root), *_cells(score))
    return _titled(f"Kinds of act ({rule(evaluation)})", table)


def rule(evaluation: Evaluation) -> str:
    """What must be right in the tables of the kinds of act."""
    return "source, root and target must be right" if "dyad" in evaluation.levels else "without actors"


def _cells(score: Score) -> list[str]:
    counts = [f"{count:.0f}" for count in (score.wanted, score.coded, score.right)]
    ratios = [
        figure(score.precision) if score.coded else "-",
        figure(score.recall) if score.wanted else "-",
        figure(score.f1),
    ]
    return counts + ratios


def _matrix(matrix: Confusion, width: int) -> RenderableType:
    """Where the columns have no room for the names of roots, they have their numbers."""
    table = _table(gap=1)  # so that all of CAMEO's roots have room in 80 columns
    table.add_column("", no_wrap=True)
    names = {root: root for root in matrix.roots}
    labels = {root: root or "spurious" for root in (*matrix.roots, NOTHING)}
    room = width - sum(len(root) + 1 for root in names) - len("missed")
    if room < max(map(len, labels.values())) + 1:
        names = {root: str(number) for number, root in enumerate(names, 1)}
        room = width - sum(len(name) + 1 for name in names.values()) - len("missed")
        labels |= {root: f"{name:>2} {root}"[: room - 1] for root, name in names.items()}
    for name in names.values():
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("missed", justify="right", no_wrap=True)
    for gold in (*matrix.roots, NOTHING):
        cells = []
        for coded, count in zip((*matrix.roots, NOTHING), matrix.row(gold), strict=True):
            style = "green" if gold == coded else "red"
            cells.append(Text(str(count), style=style) if count else Text("" if gold == coded == "" else "."))
        table.add_row(labels[gold], *cells)
    return _titled("What was taken for what: rows are gold roots, columns are coded ones", table)


def _agreement(agreement: Agreement) -> RenderableType:
    first, second = agreement.coders
    table = _table()
    table.add_column("question", no_wrap=True)
    for name in ("units", "same", "kappa", "alpha"):
        table.add_column(name, justify="right")
    for question, of in agreement.questions.items():
        table.add_row(question, str(of.units), f"{of.same:.0%}", figure(of.kappa), figure(of.alpha))
    f1 = ", ".join(f"{level} {figure(score.f1)}" for level, score in agreement.scores.items())
    lines: list[RenderableType] = [table, Text(f"F1 of one coder against the other: {f1}.")]
    if not agreement.complete:
        lines.append(Text(f"For kappa and alpha: {INSTALL}", style="yellow"))
    return _titled(f"Agreement of {first} and {second} on {counted(agreement.sentences, 'sentence')}", *lines)


def _errors(evaluation: Evaluation, most: int) -> RenderableType:
    parts: list[RenderableType] = []
    for kind, count in evaluation.kinds().items():
        heading = Text.assemble((f"{kind}: {count}", "bold red"), (f"  {KINDS[kind]}", "dim"))
        parts += [Text(), heading] if parts else [heading]
        listed = evaluation.of_kind(kind)
        parts += [Padding(_error(found), (0, 0, 0, 2)) for found in listed[:most]]
        if (more := len(listed) - most) > 0:
            parts.append(
                Text(
                    f"  ... and in {counted(more, 'more sentence')}; --errors {len(listed)} shows all", "dim"
                )
            )
    return Group(*parts) if parts else Text("No errors.", style="green")


def _error(found: Paired) -> Text:
    """The sentence once, and below it what was wanted and what was coded."""
    lines = Text.assemble((f"{found.sentence.id}\n", "dim"), " ".join(found.sentence.text.split()))
    for pair in found.pairs:
        lines.append("\n  gold ", "dim").append(str(pair.gold or "no event").ljust(22), "green")
        lines.append("  coded ", "dim").append(str(pair.coded or "nothing"), "red")
    return lines
