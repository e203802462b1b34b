"""Title Case made readable for a parser that was trained on sentences."""

from __future__ import annotations

import re

from eventcoder_dependency.lexicon import Triggers

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def as_sentence(text: str, triggers: Triggers) -> str:
    """The same text, as long as before, with trigger words in lower case where all words have capitals."""
    words = _WORD.findall(text)
    long = [word for word in words if len(word) > 3]
    if len(long) < 2 or sum(word[0].islower() for word in long) > len(long) // 4:
        return text
    return _WORD.sub(lambda m: triggers.lowered(m.group(), first=m.start() == 0), text)
