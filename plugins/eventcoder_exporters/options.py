"""The exporters' options."""

from __future__ import annotations

from pydantic import field_validator

from eventcoder import COLUMNS, Options, UnknownName


class ExportOptions(Options):
    """`columns` are those to write, by default all; on the command line separated by commas."""

    columns: tuple[str, ...] = ()

    @field_validator("columns", mode="before")
    @classmethod
    def _separate(cls, value: object) -> object:
        return [name.strip() for name in value.split(",")] if isinstance(value, str) else value

    def chosen(self) -> list[str]:
        """The columns to write, in the order of COLUMNS; raises UnknownName for one that is not there."""
        for name in self.columns:
            if name not in COLUMNS:
                raise UnknownName("column", name, COLUMNS)
        return [name for name in COLUMNS if not self.columns or name in self.columns]


class TableOptions(ExportOptions):
    """`excel` writes the byte order mark by which Excel knows UTF-8."""

    excel: bool = False
