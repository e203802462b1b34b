"""The command line, one module a command. They import nothing heavy: `eventcoder --help` answers at once.

A command's module holds its signature, help and examples; what it does is imported when it is called.
"""

# The order is that of the help.
# isort: off
from eventcoder.cli import code
from eventcoder.cli import browse
from eventcoder.cli import explain
from eventcoder.cli import check
from eventcoder.cli import watch
from eventcoder.cli import evaluate
from eventcoder.cli import sample
from eventcoder.cli import diff
from eventcoder.cli import coverage
from eventcoder.cli import actors
from eventcoder.cli import new

# isort: on
from eventcoder.cli.app import app

__all__ = [
    "actors",
    "app",
    "browse",
    "check",
    "code",
    "coverage",
    "diff",
    "evaluate",
    "explain",
    "new",
    "sample",
    "watch",
]
