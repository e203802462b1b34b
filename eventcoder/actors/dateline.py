"""Where a story was filed: the country of its dateline."""

from __future__ import annotations

import re

from eventcoder.actors.names import PLACE_KINDS, ActorIndex, role_on
from eventcoder.actors.tokens import words
from eventcoder.model import Document

_DATELINE = re.compile(r"\s*([^\n(]{2,60}?)\s*(?:\([^)\n]{2,40}\)\s*)?[-–—]{1,2}\s")
_LINES = 3


def dateline_land(document: Document, index: ActorIndex) -> str:
    """The country of a dateline in the first lines ("BAGHDAD (Reuters) -"); "" where there is none."""
    for line in document.text.splitlines()[:_LINES]:
        match = _DATELINE.match(line)
        if match is None or len(match[1].split()) > 6:
            continue
        place = " ".join(w.capitalize() if w.isupper() and len(w) > 3 else w for w in match[1].split())
        for mention in index.mentions(words(place)):
            if mention.kind in PLACE_KINDS and (code := role_on(mention.entries, document.date)):
                return code[:3]
    return ""
