"""What was found, as text, as JSON, and as commands of GitHub that put it beside the line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from eventcoder.counting import counted
from eventcoder.errors import Finding, sentence
from eventcoder.hooks.components import Check
from eventcoder.linting.running import Report

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "cyan"}
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


def print_text(report: Report, checks: Mapping[str, Check], console: Console) -> None:
    """One finding a paragraph: what and where, then what to do. The reasons follow, one for each id."""
    for finding in report.findings:
        console.print(_headline(finding), soft_wrap=not console.is_terminal)
        _indented(Text(sentence(finding.message)), console)
        if finding.hint:
            _indented(Text(sentence(finding.hint), "dim"), console)
    for id in sorted({finding.id for finding in report.findings} & set(checks)):
        check = checks[id]
        console.print(Text.assemble("\n", (f"Why {id}", _STYLES[check.severity]), f"  {check.summary}"))
        _indented(Text(check.reason), console)
    if report.findings:
        console.print()


def _indented(text: Text, console: Console) -> None:
    """Behind two blanks; wrapped on a terminal only, so that other programs get whole lines."""
    for line in text.split():
        if console.is_terminal:
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
        else:
            console.print(Text("  ").append_text(line), soft_wrap=True)


def one_line(finding: Finding) -> Text:
    """A finding on a line of its own, without what to do."""
    return _headline(finding).append(f"  {' '.join(finding.message.split())}")


def summary(report: Report) -> str:
    """ "2 errors, 1 warning in 3 codebooks; 120 examples coded"."""
    counts = (counted(report.count(severity), severity) for severity in ("error", "warning", "note"))
    books = counted(len(report.codebooks), "codebook")
    return f"{', '.join(counts)} in {books}; {counted(report.examples, 'example')} coded"


def as_json(report: Report, checks: Mapping[str, Check]) -> str:
    """All findings as a list, each with what its check says of such mistakes."""
    names = ("id", "severity", "path", "line", "place", "message", "hint")
    found = [
        {n: getattr(f, n) for n in names} | {n: _said(f, checks, n) for n in ("summary", "reason", "fix")}
        for f in report.findings
    ]
    return json.dumps(found, indent=2, ensure_ascii=False)


def _said(finding: Finding, checks: Mapping[str, Check], part: str) -> str:
    return str(getattr(checks[finding.id], part)) if finding.id in checks else ""


def as_github(report: Report, checks: Mapping[str, Check]) -> Iterator[str]:
    """Lines that a job of GitHub Actions prints so that findings stand beside the changed line."""
    for f in report.findings:
        fix = _said(f, checks, "fix")
        parts = [f.message, f.hint if f.hint != fix else "", _said(f, checks, "reason"), fix]
        text = _escaped("\n".join(sentence(part) for part in parts if part))
        title = _escaped(f"{f.id} {f.place}".strip()).replace(":", "%3A").replace(",", "%2C")
        path = _escaped(f.path).replace(":", "%3A").replace(",", "%2C")
        yield f"::{_GITHUB[f.severity]} file={path},line={max(f.line, 1)},title={title}::{text}"


def _headline(finding: Finding) -> Text:
    where = f"{finding.path}:{finding.line}" if finding.line else finding.path
    text = Text.assemble(
        (where, "bold"), ": ", (f"{finding.severity} {finding.id}".strip(), _STYLES[finding.severity])
    )
    if finding.place:
        text.append(f"  {finding.place}", "dim")
    return text


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
