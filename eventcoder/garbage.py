"""When Python looks for garbage: not while what stays is made, and seldom while sentences are coded.

Python frees nearly everything on its own; the search is only for objects that point at each other. It looks
through all that is new, again and again, and took a sixth of the time of coding.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000
"""New objects between two searches: some 10 MB."""


@contextmanager
def without_collection() -> Iterator[None]:
    """Make millions of objects that stay: no search for garbage looks through them, now or later.

    While they are made there is none at all. `gc.disable` would not do: reading weights switches it on again.
    """
    with _threshold(0):
        yield
        gc.freeze()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Make many objects that soon go."""
    own = gc.get_threshold()[0]
    # who has switched the search off wants none
    with _threshold(max(own, _SELDOM) if own else 0):
        yield


@contextmanager
def _threshold(objects: int) -> Iterator[None]:
    thresholds = gc.get_threshold()
    gc.set_threshold(objects, *thresholds[1:])
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
