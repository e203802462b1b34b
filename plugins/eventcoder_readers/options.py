"""The readers' options."""

from __future__ import annotations

from pydantic import field_validator

from eventcoder import Options


class TextOptions(Options):
    """`encoding` is the name of any text encoding that Python knows."""

    encoding: str = "utf-8"

    @field_validator("encoding")
    @classmethod
    def _known(cls, value: str) -> str:
        try:
            "x".encode(value)
        except LookupError:
            raise ValueError(
                f"there is no text encoding called {value!r}; "
                "common ones are utf-8, utf-16, cp1252, cp1251, cp1256, gb18030"
            ) from None
        return value


class RecordOptions(TextOptions):
    """Columns (or JSON keys) that hold a story's id, text, date and source.

    A field's default is its own name. A column of that name may be missing, except for the text; one
    that the user asked for by another name may not.
    """

    id: str = "id"
    text: str = "text"
    date: str = "date"
    source: str = "source"


class TableOptions(RecordOptions):
    """`delimiter` separates the cells; by default a tab in .tsv files and a comma in others."""

    delimiter: str = ""

    @field_validator("delimiter")
    @classmethod
    def _one_character(cls, value: str) -> str:
        value = {"tab": "\t", r"\t": "\t"}.get(value, value)
        if len(value) > 1 or value in ('"', "\n", "\r", "\0", " "):
            raise ValueError("it must be one character, for example ; or | or tab")
        return value
