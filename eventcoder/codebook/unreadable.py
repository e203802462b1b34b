"""Where a text that is no YAML goes wrong, told of the place where its author has to mend it."""

from __future__ import annotations

from contextlib import suppress

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HINTS = {
    "found a tab": "Indent with blanks, not with tabs",
    "another document": "Take the line `---` out, or make two files of it",
    "alias": "Quote a text that begins with `*`",
    "quotes": "Close it with the same sign, and put the other sign around texts that have this one inside",
    "bracket or brace": "Close it, and quote texts that contain ': ' or begin with a symbol",
    "": "Check the indentation, and quote texts that contain ': ' or begin with a symbol",
}


def mistake(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str]:
    """The line of a mistake, what it is, and what to do. What is not closed is one where it was opened."""
    line, what = _place(error, text)
    return line, what, next(hint for sign, hint in _HINTS.items() if sign in what)


def _place(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    problem, context = error.problem_mark, error.context_mark
    what = error.problem or error.context or "cannot be read"
    opened = context.line + 1 if context and "quoted" in (error.context or "") else 0
    if opened := opened or (_opened(text, problem.line) if problem else 0):
        return opened, "a text in quotes begins here and does not end"
    if context and "flow" in (error.context or ""):
        return context.line + 1, f"{what} (a bracket or brace opened here is not closed rightly)"
    if problem and context and problem.line != context.line:
        what += f" ({error.context}, which begins in line {context.line + 1})"
    mark = problem or context
    return mark.line + 1 if mark else 0, what


def _opened(text: str, line: int) -> int:
    """The line where a text in quotes begins that ends where another one was to begin; 0 where none does."""
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=LOADER):
            if isinstance(token, yaml.ScalarToken) and token.style in ('"', "'"):
                first, last = token.start_mark.line, token.end_mark.line
                if first < last == line:
                    return int(first) + 1
    return 0
