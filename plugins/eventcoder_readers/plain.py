"""Plain text: a file is a story, its name is the id, and a first line `date 2017-11-14` its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from eventcoder import Document, InputError, leading_date
from eventcoder_readers.files import invalid, invalid_bytes, no_text, opened, stem
from eventcoder_readers.options import TextOptions
from eventcoder_readers.records import bad_date

_DATE_LINE = re.compile(r"\s*date:?[ \t]+(\d+[-/.]\d+[-/.]\d\S*)", re.IGNORECASE)


def read(path: Path, options: TextOptions) -> Iterator[Document | Exception]:
    """The story, its text unchanged; raises InputError where the file is no text."""
    with opened(path, options.encoding, records=False) as stream:
        text = stream.read().removeprefix("\ufeff")
    if not text:
        raise no_text(path)
    if (at := invalid(text)) >= 0:
        raise invalid_bytes(f"{path}:{text.count(chr(10), 0, at) + 1}", options.encoding, text, at)
    if "\0" in text:
        raise InputError(str(path), "this looks like a binary file, not text", "It holds NUL characters")
    if not text.strip():
        raise InputError(str(path), "the text is empty")
    found = leading_date(text)
    if found is None and (line := _DATE_LINE.match(text)):
        yield bad_date(str(path), line[1], "Write the line as: date 2017-11-14")
    yield Document(stem(path), text, found[0] if found else None)
