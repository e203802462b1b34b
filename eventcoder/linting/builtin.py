"""The bundled checks, registered the way anybody's would be."""

from __future__ import annotations

from collections.abc import Iterable

from eventcoder.hooks.components import Check
from eventcoder.hooks.hookspecs import hookimpl


@hookimpl
def eventcoder_checks() -> Iterable[Check]:
    from eventcoder.linting import codes, contradictions, form, lists, reach, samples, turns, wording  # noqa: F401
    from eventcoder.linting.catalogue import CHECKS

    return CHECKS
