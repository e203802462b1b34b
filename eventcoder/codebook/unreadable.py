"""Where a text that is no YAML goes wrong, told of the place where its author has to mend it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HINTS = {
    "tab": "Indent with blanks, not with tabs",
    "odd blank": "Write an ordinary blank in its place: it came from a word processor or a web page",
    "another document": "Take the line `---` out, or make two files of it",
    "cannot begin": "Quote the text",
    "alias": "Quote a text that begins with `*`",
    "version control": "Decide for one of the two versions, and take out the lines with the signs",
    "quotes": "Close it with the same sign, and put the other sign around texts that have this one inside",
    "no key": "Write `key: value`, with a colon and a blank behind it",
    "bracket or brace": "Close it, and quote texts that contain ': ' or begin with a symbol",
    "": "Check the indentation, and quote texts that contain ': ' or begin with a symbol",
}
_ODD_BLANK = re.compile(r"[ \t]*[\u00a0\u2000-\u200b\u202f\u3000\ufeff]")


def mistake(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str]:
    """The line of a mistake, what it is, and what to do. What is not closed is one where it was opened."""
    line, what = _place(error, text)
    return line, what, next(hint for sign, hint in _HINTS.items() if sign in what)


def _place(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    problem, context, where = error.problem_mark, error.context_mark, error.context or ""
    if problem and (found := _seen(text.splitlines()[: problem.line + 1], problem.column)):
        return found
    opened = context.line + 1 if context and "quoted" in where else 0
    if opened := opened or (_opened(text, problem.line) if problem else 0):
        return opened, "a text in quotes begins here and does not end"
    what = error.problem or where or "cannot be read"
    if context and "simple key" in where:
        return context.line + 1, "this is no key with a value"
    if context and "flow" in where:
        return context.line + 1, f"{what} (a bracket or brace opened here is not closed rightly)"
    if problem and context and problem.line != context.line:
        what += f" ({where}, which begins in line {context.line + 1})"
    mark = problem or context
    return mark.line + 1 if mark else 0, what


def _seen(lines: Sequence[str], column: int) -> tuple[int, str] | None:
    """What can be seen in the lines up to the mistake, whatever the parser made of it."""
    for number, line in enumerate(lines, 1):
        if _ODD_BLANK.match(line):
            return number, "the line begins with an odd blank"
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            return number, "a sign that version control leaves where two changes meet"
    sign = lines[-1][column : column + 1] if lines else ""
    if sign == "\t":
        return len(lines), "found a tab"
    return (len(lines), f"a text cannot begin with {sign!r}") if sign and sign in "@`%" else None


def _opened(text: str, line: int) -> int:
    """The line where a text in quotes begins that ends where another one was to begin; 0 where none does."""
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=LOADER):
            if isinstance(token, yaml.ScalarToken) and token.style in ('"', "'"):
                first, last = token.start_mark.line, token.end_mark.line
                if first < last == line:
                    return int(first) + 1
    return 0
