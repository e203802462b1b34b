"""Dates: what is accepted, what is refused, and the marker at the head of a story."""

from __future__ import annotations

from datetime import date

import pytest

from eventcoder.language.dates import leading_date, parse_date

DAY = date(2017, 11, 14)


@pytest.mark.parametrize(
    "value",
    [
        "2017-11-14",
        " 2017-11-14 ",
        "20171114",
        "2017/11/14",
        "2017.11.14",
        "2017-11-14T08:00:00Z",
        "2017-11-14T08:00:00.123+03:00",
        "2017-11-14 08:00",
        "20171114T080000Z",
        "20171114080000",
        "14 November 2017",
        "14th November, 2017",
        "Tuesday, 14 November 2017",
        "November 14, 2017",
        "november 14 2017",
        "Nov. 14, 2017",
        "Tue, 14 Nov 2017 08:00:00 GMT",
        "14-Nov-2017",
    ],
)
def test_accepted(value: str) -> None:
    assert parse_date(value) == DAY


def test_every_month_long_and_short() -> None:
    for month in range(1, 13):
        day = date(2016, month, 9)
        assert parse_date(f"{day:%d %B %Y}") == parse_date(f"{day:%b. %d, %Y}") == day
    assert parse_date("Sept. 9, 2016") == date(2016, 9, 9)


def test_time_zones_do_not_move_the_day() -> None:
    assert parse_date("2017-11-14T23:30:00-05:00") == DAY


@pytest.mark.parametrize("value", ["03/04/2017", "3.4.2017", "03-04-17", "13/04/2017"])
def test_day_and_month_in_figures_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"day first or month first.*Write the year first"):
        parse_date(value)


@pytest.mark.parametrize(
    "value",
    ["", "soon", "2017", "2017-11", "14 Nov", "14 Foo 2017", "2017-11/14", "٢٠١٧-١١-١٤", "2017-11-14 or so"],
)
def test_unknown_forms_are_refused_with_the_known_ones(value: str) -> None:
    with pytest.raises(ValueError, match="14 November 2017, November 14, 2017") as caught:
        parse_date(value)
    assert repr(value) in str(caught.value)


@pytest.mark.parametrize("value", ["2017-02-30", "20171301", "31 June 2017", "00 May 2017", "0000-01-01"])
def test_days_that_do_not_exist_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match="Accepted are"):
        parse_date(value)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("date 2017-11-14 Fresh Start for Talks", 15),
        (" date 2017-11-14 Register\nText.", 16),
        ("\n\n\tdate 2017-11-14\nText.", 18),
        ("\ufeffdate 2017-11-14", 16),
        ("Date: 2017-11-14", 16),
    ],
)
def test_leading_date(text: str, offset: int) -> None:
    assert leading_date(text) == (DAY, offset)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2017-11-14 Fresh Start for Talks",
        "The date 2017-11-14 was set.",
        "date 2017-02-30 Fresh Start",
        "date 2017-11-141",
        "date\n2017-11-14",
        "Updated on 14 November 2017",
    ],
)
def test_no_marker_no_guess(text: str) -> None:
    assert leading_date(text) is None
