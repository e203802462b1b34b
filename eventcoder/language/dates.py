"""Dates of documents: what a record or a `date 2017-11-14` marker says, and never a guess from body text."""

from __future__ import annotations

import re
from datetime import date

ACCEPTED = (
    "2017-11-14, 20171114, 2017/11/14, 2017-11-14T08:00:00Z, "
    "14 November 2017, November 14, 2017, Nov. 14, 2017, 14-Nov-2017"
)

_MONTHS = """
    january february march april may june july august september october november december
    """.split()
# "jan" and "january", and "sept", which newspapers prefer to "sep"
_MONTH_NUMBER = {
    name: number
    for number, month in enumerate(_MONTHS, start=1)
    for name in (month, month[:3], *(("sept",) if month == "september" else ()))
}

# A time of day may follow the date; it is checked for its form and then dropped.
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.]?)(\d{{2}})\2(\d{{2}}){_TIME}", re.ASCII | re.IGNORECASE)
# A compact time follows a compact date: 20171114T080000Z, 20171114080000
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})T?\d{4}(?:\d{2})?Z?", re.ASCII | re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+([a-z]{{3,9}})\.?,?[\s-]+(\d{{4}}){_TIME}",
    re.ASCII | re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}",
    re.ASCII | re.IGNORECASE,
)
_ALL_DIGITS = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}", re.ASCII)

# A byte order mark and other characters without width count as blanks before the marker.
_MARKER = re.compile(
    r"[\s\ufeff\u200b-\u200f\u2060]*date:?[ \t\xa0]+(\d{4}-\d{2}-\d{2})(?!\S)", re.ASCII | re.IGNORECASE
)


def parse_date(value: str) -> date:
    """Return the calendar day that `value` names; a time of day after it is dropped.

    Taken as written: no time zone is applied, so "2017-11-14T23:30:00-05:00" is 14 November.

    Raises ValueError, with the accepted forms in the message, where `value` is no such date, where the
    day does not exist, and for "03/04/2017", which is March in one country and April in another.
    """
    text = value.strip()
    year, month, day = _numbers(text)
    if not year:
        if _ALL_DIGITS.fullmatch(text):
            raise ValueError(
                f"{value!r} could be read day first or month first. Write the year first: {ACCEPTED}"
            )
        raise ValueError(f"{value!r} is not a date in a known form. Accepted are: {ACCEPTED}")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(
            f"{value!r} is not a day of the calendar ({error}). Accepted are: {ACCEPTED}"
        ) from None


def _numbers(text: str) -> tuple[int, int, int]:
    """Return year, month and day as numbers, unchecked, or zeros where the form is unknown."""
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _COMPACT.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(text):
        day, name, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(text):
        name, day, year = found.groups()
    else:
        return 0, 0, 0
    month = _MONTH_NUMBER.get(name.lower(), 0)
    return (int(year), month, int(day)) if month else (0, 0, 0)


def leading_date(text: str) -> tuple[date, int] | None:
    """Find a `date 2017-11-14` marker at the very start of `text`, blanks before it allowed.

    Returns the day and the offset, in characters of `text`, just after the marker; None where there is
    no marker or it names no day of the calendar, in which case it stays an ordinary part of the text.
    """
    found = _MARKER.match(text)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1]), found.end()
    except ValueError:
        return None
