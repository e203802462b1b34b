"""Plots as inline SVG: their colours are the page's, so they follow light and dark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from eventcoder.evaluation.evaluation import LevelScore

_LEFT, _WIDTH = 190, 640
_ROW, _TOP = 48, 34
_FIGURES = {"precision": "first", "recall": "second", "f1": "third"}
_NAMES = {"precision": "precision", "recall": "recall", "f1": "F1"}


def level_plot(levels: Mapping[str, LevelScore]) -> str:
    """A dot for each figure of each level, with a line over its interval."""
    parts = [_grid(len(levels) * _ROW)]
    for at, (css, name) in enumerate((css, _NAMES[f]) for f, css in _FIGURES.items()):
        x = _LEFT + at * 110
        parts.append(f'<circle class="{css}" cx="{x}" cy="10" r="5"/>')
        parts.append(f'<text x="{x + 11}" y="15">{name}</text>')
    for row, (name, level) in enumerate(levels.items()):
        middle = _TOP + row * _ROW + _ROW / 2
        parts.append(_name(name, middle))
        for at, (figure, css) in enumerate(_FIGURES.items()):
            y = middle + (at - 1) * 12
            low, high = level.intervals[figure]
            value = getattr(level.score, figure)
            parts.append(
                f'<line class="{css}" x1="{_x(low)}" x2="{_x(high)}" y1="{y}" y2="{y}" stroke-width="2"/>'
                f'<circle class="{css}" cx="{_x(value)}" cy="{y}" r="5">'
                f"<title>{name}: {_NAMES[figure]} {value:.2f}, {low:.2f} to {high:.2f}</title></circle>"
            )
    return _svg(parts, _TOP + len(levels) * _ROW + 24, "Precision, recall and F1 of each level")


def bar_plot(bars: Sequence[tuple[str, float, str]], label: str, css: str) -> str:
    """Horizontal bars: (name, length between 0 and 1, what is written behind the bar)."""
    height = 26
    parts = []
    for row, (name, length, text) in enumerate(bars):
        y = row * height + 4
        parts.append(_name(name, y + 9))
        parts.append(
            f'<rect class="{css}" x="{_LEFT}" y="{y}" width="{max(length * _WIDTH, 1):.1f}" height="16"/>'
            f'<text x="{_LEFT + length * _WIDTH + 8:.1f}" y="{y + 13}">{escape(text)}</text>'
        )
    return _svg(parts, len(bars) * height + 8, label)


def _grid(height: float) -> str:
    lines = []
    for tenth in range(0, 11, 2):
        x = _x(tenth / 10)
        lines.append(f'<line class="grid" x1="{x}" x2="{x}" y1="{_TOP}" y2="{_TOP + height}"/>')
        lines.append(
            f'<text class="soft" x="{x}" y="{_TOP + height + 18}" text-anchor="middle">{tenth / 10:g}</text>'
        )
    return "".join(lines)


def _name(name: str, middle: float) -> str:
    shown = name if len(name) <= 26 else name[:25] + "…"
    return (
        f'<text x="{_LEFT - 12}" y="{middle + 4:g}" text-anchor="end">{escape(shown)}'
        f"<title>{escape(name)}</title></text>"
    )


def _x(value: float) -> str:
    return f"{_LEFT + value * _WIDTH:.1f}"


def _svg(parts: Sequence[str], height: float, label: str) -> str:
    width = _LEFT + _WIDTH + 60
    box = f"0 0 {width} {height:g}"
    return f'<svg viewBox="{box}" role="img" aria-label="{escape(label)}">{"".join(parts)}</svg>'
