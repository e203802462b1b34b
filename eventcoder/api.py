"""The library in two calls: code texts, or a data frame of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from eventcoder.errors import EventcoderError, UsageError, did_you_mean
from eventcoder.hooks.components import Row
from eventcoder.hooks.registry import Registry
from eventcoder.language.dates import parse_date
from eventcoder.model import Document, Event
from eventcoder.running.documents import sentences_of
from eventcoder.running.loading import build_coder, load_labels
from eventcoder.running.rows import COLUMNS
from eventcoder.settings import DEFAULT_CODEBOOKS, DEFAULT_EXTRACTOR, Coding

if TYPE_CHECKING:
    import pandas as pd

_BATCH = 64


def code(
    texts: str | Document | Iterable[str | Document],
    codebooks: Sequence[str] = DEFAULT_CODEBOOKS,
    *,
    date: str | dt.date | None = None,
    extractor: str = DEFAULT_EXTRACTOR,
    **coding: Any,
) -> Iterator[Event]:
    """Events of the texts, lazily and in order.

    texts       a text, a Document, or any iterable of them (a generator of a million will do)
    codebooks   names of codebooks, or paths of YAML files
    date        date of the texts ("2017-11-14"); a Document brings its own. It decides who held an
                office; without one people get only what holds at any time
    extractor   name of the extractor
    coding      more settings of `eventcoder.settings.Coding`: actors, more_actors, scale, ...

    Raises UnknownName, InvalidFile or PluginError at the first event where a name, a file or a plugin
    is wrong, and EventcoderError where a sentence cannot be coded.
    """
    settings = Coding(codebooks=_names(codebooks), extractor=extractor, **coding)
    coder = build_coder(settings, Registry())
    documents = _documents(texts, _date(date))
    while batch := list(islice(documents, _BATCH)):
        for coded in coder.code([s for document in batch for s in sentences_of(document)[0]]):
            if coded.error is not None:
                where = f"{coded.sentence.doc.id}, sentence {coded.sentence.index}"
                raise EventcoderError(f"{where}: {coded.error}") from coded.error
            yield from coded.events


def code_frame(
    frame: pd.DataFrame,
    codebooks: Sequence[str] = DEFAULT_CODEBOOKS,
    *,
    text: str = "text",
    id: str = "id",
    date: str = "date",
    source: str = "source",
    **coding: Any,
) -> pd.DataFrame:
    """Events of the texts in a data frame: one row an event, the columns of the CSV, all values text.

    `text`, `id`, `date` and `source` name columns; the last three may be missing, the index then
    gives the ids. Raises UsageError where there is no such text column.
    """
    import pandas as pd

    if text not in frame.columns:
        close = did_you_mean(text, map(str, frame.columns))
        hint = f"Did you mean {close!r}? " if close else ""
        columns = ", ".join(map(str, frame.columns))
        raise UsageError(
            f"the data frame has no column {text!r}. {hint}Its columns are: {columns}. "
            "Name the one with the texts: code_frame(df, text=...)."
        )
    labels = load_labels(Coding(**_labels_only(coding)))
    documents = _of_frame(frame, text, id, date, source)
    rows: list[Row] = [labels.row(event) for event in code(documents, codebooks, **coding)]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=str)


def _of_frame(frame: pd.DataFrame, text: str, id: str, date: str, source: str) -> Iterator[Document]:
    import pandas as pd

    names = frame[id] if id in frame.columns else frame.index
    dates = frame[date] if date in frame.columns else [None] * len(frame)
    sources = frame[source] if source in frame.columns else [""] * len(frame)
    for name, body, day, origin in zip(names, frame[text], dates, sources, strict=True):
        if not pd.isna(body):
            known = None if day is None or pd.isna(day) else _date(day)
            yield Document(str(name), str(body), known, "" if pd.isna(origin) else str(origin))


def _labels_only(coding: dict[str, Any]) -> dict[str, Any]:
    return {name: coding[name] for name in ("quad_rule", "scale") if name in coding}


def _documents(texts: str | Document | Iterable[str | Document], date: dt.date | None) -> Iterator[Document]:
    if isinstance(texts, (str, Document)):
        texts = [texts]
    for number, item in enumerate(texts, 1):
        if isinstance(item, Document):
            yield item
        elif isinstance(item, str):
            yield Document(f"text:{number}", item, date)
        else:
            raise UsageError(f"text {number} is a {type(item).__name__}; give strings or Documents.")


def _names(names: Sequence[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(map(str, names))


def _date(value: str | dt.date | None) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return parse_date(str(value))
    except ValueError as error:
        raise UsageError(str(error)) from None
