"""Dates as sources give them: the EDTF subset a briefing may use.

A date is a day, a month or a year, or an interval of two of these, each with ``~``
(approximate) or ``?`` (uncertain) behind it: ``2024-10-22``, ``2024-06``, ``2021~``,
``2024-10-08/2024-10-13``. Source: Extended Date/Time Format (ISO 8601-2:2019, annex A).
"""

from __future__ import annotations

import re
from datetime import date
from enum import IntEnum

from brief_tui.model.value import dataclass

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?])?", re.A)


class Precision(IntEnum):
    """The finest unit a date states."""

    YEAR = 1
    MONTH = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class Point:
    """One day, month or year, with how sure it is. ``first`` and ``last`` bound it, inclusive."""

    first: date
    last: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True, order=False)
class When:
    """A date as written (``text``), from ``start`` to ``end``; both the same for a single point."""

    text: str
    start: Point
    end: Point

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return self.start.first

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        return self.end.last

    @property
    def is_interval(self) -> bool:
        """Whether two ends were written."""
        return "/" in self.text

    @property
    def is_approximate(self) -> bool:
        """Whether either end is marked approximate."""
        return self.start.approximate or self.end.approximate

    @property
    def is_uncertain(self) -> bool:
        """Whether either end is marked uncertain."""
        return self.start.uncertain or self.end.uncertain

    def __str__(self) -> str:
        """In words: ``22 Oct 2024``, ``8–13 Oct 2024``, ``about Jun 2024``."""
        if not self.is_interval:
            return _in_words(self.start)
        start, end = self.start, self.end
        plain = not (self.is_approximate or self.is_uncertain)
        if plain and start.precision == end.precision and start.first.year == end.first.year:
            if start.precision is Precision.MONTH:
                return f"{_month(start.first)}–{_in_words(end)}"
            if start.precision is Precision.DAY:
                same_month = start.first.month == end.first.month
                head = (
                    f"{start.first.day}"
                    if same_month
                    else f"{start.first.day} {_month(start.first)} "
                )
                return f"{head}–{'' if same_month else ' '}{_in_words(end)}"
        return f"{_in_words(start)} – {_in_words(end)}"


class NoDate(ValueError):
    """The text does not look like a date, or two of them, at all."""


def parse(text: str) -> When:
    """Read a date.

    Raises:
        NoDate: with what a date in a briefing looks like.
        ValueError: with a sentence that says what is wrong and what is allowed.
    """
    parts = text.split("/")
    if len(parts) > 2:
        raise ValueError("an interval has two ends, as in 2024-10-08/2024-10-13")
    points = [_parse_point(part) for part in parts]
    start, end = points[0], points[-1]
    if end.last < start.first:
        raise ValueError("the interval ends before it starts")
    return When(text, start, end)


def _parse_point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise NoDate("a date is 2024-10-22, 2024-06, 2021 or two of these with / between")
    year = int(match["year"])
    if year == 0:
        raise ValueError("there is no year 0000")
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {match['month']}")
    approximate, uncertain = match["mark"] == "~", match["mark"] == "?"
    if month is None:
        first, last, precision = date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    elif day is None:
        first = date(year, month, 1)
        last, precision = date(year, month, _days_of(year, month)), Precision.MONTH
    else:
        if not 1 <= day <= _days_of(year, month):
            raise ValueError(f"{_month(date(year, month, 1))} {year} has no day {match['day']}")
        first = last = date(year, month, day)
        precision = Precision.DAY
    return Point(first, last, precision, approximate, uncertain)


def _days_of(year: int, month: int) -> int:
    # Not calendar.monthrange: importing calendar takes longer than the dates of a briefing.
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days


MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _month(day: date) -> str:
    return MONTHS[day.month]


def day_in_words(day: date) -> str:
    """A day as a reader reads it: ``16 Oct 2024``."""
    return f"{day.day} {_month(day)} {day.year:04}"


def _in_words(point: Point) -> str:
    day = point.first
    if point.precision is Precision.YEAR:
        words = f"{day.year:04}"
    elif point.precision is Precision.MONTH:
        words = f"{_month(day)} {day.year:04}"
    else:
        words = day_in_words(day)
    if point.approximate:
        return f"about {words}"
    return f"{words} (uncertain)" if point.uncertain else words
