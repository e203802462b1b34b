"""When memory is looked through and given back: seldom, and not at all while what stays is made.

Python frees nearly everything on its own; the search is only for objects that point at each other. It looks
through all that is new, again and again, and took a sixth of the time of coding.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_SELDOM = 100_000
"""New objects between two searches: some 10 MB."""
_LARGEST, _KEPT = 32 << 20, 128 << 20
"""Bytes: arrays up to the first are taken from memory that is kept, which grows to the second at most."""
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
"""Numbers of malloc.h."""


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


def keep_freed_memory() -> None:
    """Let the C library keep what is freed for what comes next, where it is glibc (Linux).

    It gives the large arrays of each batch back to the system and asks for them anew, page by page: up to
    a tenth of the time of parsing. Other systems do not.
    """
    if sys.platform != "linux":
        return
    with suppress(OSError, AttributeError):  # musl has no mallopt
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_M_MMAP_THRESHOLD, _LARGEST)
        mallopt(_M_TRIM_THRESHOLD, _KEPT)
