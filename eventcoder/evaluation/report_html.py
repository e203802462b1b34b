"""The evaluation as one self-contained HTML page: no script, nothing to download, light and dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from eventcoder.counting import counted
from eventcoder.evaluation.agreement import INSTALL, Agreement
from eventcoder.evaluation.confusion import NOTHING, Confusion
from eventcoder.evaluation.evaluation import Evaluation
from eventcoder.evaluation.levels import LEVELS, Codes
from eventcoder.evaluation.pairing import KINDS, Paired
from eventcoder.evaluation.plots import bar_plot, level_plot
from eventcoder.evaluation.report_text import FIGURES, between, figure, rule, summary
from eventcoder.evaluation.scores import Score

_SCORED = ("gold", "coded", "right", "precision", "recall", "F1")


def html_page(evaluation: Evaluation, codes: Codes, title: str) -> str:
    """The page as text."""
    style = Path(__file__).with_name("report.css").read_text("utf8")
    sections = list(_sections(evaluation, codes))
    links = "".join(f'<a href="#{name}">{escape(heading)}</a>' for name, heading, _ in sections)
    body = "".join(
        f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(heading)}</h2>{content}</section>'
        for name, heading, content in sections
    )
    counts = "".join(f"<p>{escape(line)}</p>" for line in summary(evaluation))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>\n"
        f'<body><header><h1>{escape(title)}</h1>{counts}<nav aria-label="Sections">{links}</nav></header>\n'
        f"<main>{body}</main></body></html>\n"
    )


def _sections(evaluation: Evaluation, codes: Codes) -> Iterator[tuple[str, str, str]]:
    yield "levels", "Levels", _levels(evaluation)
    yield "acts", "Kinds of act", _roots(evaluation, codes)
    yield "confusion", "What was taken for what", _matrix(evaluation.confusion, codes)
    if evaluation.agreements:
        yield "agreement", "Agreement of the coders", "".join(map(_agreement, evaluation.agreements))
    yield "errors", "Errors", _errors(evaluation)
    yield "codes", "Codes", _code_table(evaluation, codes)


def _table(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], words: int = 1) -> str:
    """A table; the first `words` columns hold words, the others numbers. Cells are HTML."""

    def css(column: int) -> str:
        return ' class="n"' if column >= words else ""

    head = "".join(f'<th scope="col"{css(n)}>{name}</th>' for n, name in enumerate(header))
    body = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{cell}</th>' if n == 0 else f"<td{css(n)}>{cell}</td>"
            for n, cell in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    table = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return _scrolled(f"<table><caption>{escape(caption)}</caption>{table}</table>", caption)


def _scrolled(content: str, label: str) -> str:
    """What may be wider than the window: reached and moved with the keyboard too."""
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(label)}">{content}</div>'


def _levels(evaluation: Evaluation) -> str:
    rows = [
        [
            name,
            escape(LEVELS[name]),
            *(
                f'{figure(getattr(level.score, f))} <span class="soft">{between(level.intervals[f])}</span>'
                for f in FIGURES
            ),
        ]
        for name, level in evaluation.levels.items()
    ]
    caption = "With 95% intervals: how far the figures would move with another sample of sentences"
    header = ["level", "what must be the same", "precision", "recall", "F1"]
    plot = _scrolled(level_plot(evaluation.levels), "Plot of the levels")
    return plot + _table(caption, header, rows, words=2)


def _roots(evaluation: Evaluation, codes: Codes) -> str:
    bars = [
        (f"{root} {codes.label(root)}", score.f1, figure(score.f1))
        for root, score in evaluation.roots.items()
    ]
    plot = _scrolled(bar_plot(bars, "F1 of each kind of act", "third"), "Plot of the kinds of act")
    rows = [[escape(root), escape(codes.label(root)), *_cells(s)] for root, s in evaluation.roots.items()]
    caption = f"{rule(evaluation).capitalize()}. The bars show F1."
    return plot + _table(caption, ["root", "", *_SCORED], rows, words=2)


def _code_table(evaluation: Evaluation, codes: Codes) -> str:
    rows = [[escape(code), escape(codes.label(code)), *_cells(s)] for code, s in evaluation.codes.items()]
    caption = rule(evaluation).replace("root", "code").capitalize()
    return _table(caption, ["code", "", *_SCORED], rows, words=2)


def _cells(score: Score) -> list[str]:
    counts = [f"{count:.0f}" for count in (score.wanted, score.coded, score.right)]
    precision = figure(score.precision) if score.coded else "–"
    recall = figure(score.recall) if score.wanted else "–"
    return [*counts, precision, recall, figure(score.f1)]


def _matrix(matrix: Confusion, codes: Codes) -> str:
    columns = (*matrix.roots, NOTHING)
    head = "".join(
        f'<th scope="col"><abbr title="{escape(codes.label(root))}">{root}</abbr></th>'
        for root in matrix.roots
    )
    body = []
    for gold in columns:
        row = matrix.row(gold)
        most = max(sum(row), 1)
        cells = "".join(_cell(gold, c, n, n / most) for c, n in zip(columns, row, strict=True))
        name = f"{gold} {codes.label(gold)}" if gold else "spurious"
        body.append(f'<tr><th scope="row" style="text-align:left">{escape(name)}</th>{cells}</tr>')
    caption = "Rows are gold roots, columns are coded ones. The shade is the share of the row."
    table = (
        f'<table class="matrix"><caption>{caption}</caption>'
        f'<thead><tr><td></td>{head}<th scope="col">missed</th></tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table>"
    )
    return _scrolled(table, caption)


def _cell(gold: str, coded: str, count: int, share: float) -> str:
    if not count:
        return "<td></td>"
    return f'<td class="{"hit" if gold == coded else "miss"}" style="--share:{share:.2f}">{count}</td>'


def _agreement(agreement: Agreement) -> str:
    first, second = agreement.coders
    rows = [
        [escape(question), str(c.units), f"{c.same:.0%}", figure(c.kappa), figure(c.alpha)]
        for question, c in agreement.questions.items()
    ]
    caption = f"{first} and {second}, {counted(agreement.sentences, 'sentence')}"
    header = ["question", "units", "same", "Cohen’s kappa", "Krippendorff’s alpha"]
    levels = [[level, figure(score.f1)] for level, score in agreement.scores.items()]
    note = "" if agreement.complete else f"<p>For kappa and alpha: <code>{escape(INSTALL)}</code></p>"
    return (
        _table(caption, header, rows)
        + note
        + _table(f"F1 of {second} against {first}", ["level", "F1"], levels)
    )


def _errors(evaluation: Evaluation) -> str:
    kinds = evaluation.kinds()
    if not kinds:
        return "<p>None.</p>"
    most = max(kinds.values())
    plot = bar_plot([(k, n / most, str(n)) for k, n in kinds.items()], "Errors of each kind", "wrong")
    parts = [_scrolled(plot, "Plot of the errors")]
    for kind, count in kinds.items():
        listed = "".join(map(_error, evaluation.of_kind(kind)))
        parts.append(
            f"<details><summary><b>{escape(kind)}: {count}</b>"
            f'<span class="soft">{escape(KINDS[kind])}</span></summary>{listed}</details>'
        )
    return "".join(parts)


def _error(found: Paired) -> str:
    """The sentence once, and below it what was wanted and what was coded."""
    pairs = "".join(
        f'<p><span class="gold">gold <code>{escape(str(pair.gold or "no event"))}</code></span> &nbsp; '
        f'<span class="coded">coded <code>{escape(str(pair.coded or "nothing"))}</code></span></p>'
        for pair in found.pairs
    )
    name, text = escape(found.sentence.id), escape(found.sentence.text)
    return f'<div class="error"><p class="soft">{name}</p><p>{text}</p>{pairs}</div>'
