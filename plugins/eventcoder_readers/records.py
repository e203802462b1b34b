"""A record of a file - a row, a JSON object - as a document, or the reason why it is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eventcoder import Document, InputError, parse_date

FIELDS = ("id", "text", "date", "source")
"""What a record is asked for; each is also the name of an option and that option's default."""

UNDATED = "the story is coded without a date"


@dataclass(frozen=True, slots=True)
class Record:
    """`where` it starts, the id it gets if it has none, its `fields` of FIELDS, and all the rest."""

    where: str
    fallback: str
    fields: Mapping[str, str]
    meta: Mapping[str, str]

    def documents(self) -> Iterator[Document | InputError]:
        """The document; before it, or instead of it, what is wrong with the record."""
        if any("\0" in value for value in (*self.fields.values(), *self.meta.values())):
            yield InputError(self.where, "the record holds NUL characters", "It seems to be damaged")
            return
        text = self.fields["text"]
        if not text.strip():
            yield InputError(self.where, "the text is empty")
            return
        date = None
        if value := self.fields.get("date", "").strip():
            try:
                date = parse_date(value)
            except ValueError as error:
                yield bad_date(self.where, value, str(error))
        identifier = self.fields.get("id", "").strip() or self.fallback
        yield Document(identifier, text, date, self.fields.get("source", "").strip(), self.meta)


def bad_date(where: str, value: str, hint: str) -> InputError:
    """The error for a date that cannot be read; the story itself is not lost."""
    return InputError(where, f"the date {value!r} cannot be read; {UNDATED}", hint)
