"""The rows of the timeline by day, across all briefings; only the months looked at in detail."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from brief_tui.library.index.bitmaps import Bitmaps, united
from brief_tui.library.index.order import Arranged, Order
from brief_tui.library.index.schema import MOMENT, MONTH
from brief_tui.library.index.snapshot import Unreadable

if TYPE_CHECKING:
    from pyroaring import BitMap

_DAY = len("2024-10-08")


class Calendar:
    """The rows of the timeline by their moments: in order, their values are in order."""

    def __init__(self, order: Order, bitmaps: Bitmaps) -> None:
        """Take the months of all rows.

        Raises:
            Interrupted: the question was stopped.
            Unreadable: the index is damaged.
        """
        self.order = order
        self._bitmaps = bitmaps
        months = sorted(set(bitmaps.values(MONTH)))
        self.months = {month: bitmaps.bearing(MONTH, month) for month in months}

    def days(self, month: str) -> Sequence[Sequence[BitMap]]:
        """The rows of a month by moment, day by day."""
        found: dict[str, dict[str, list[BitMap]]] = {}
        try:
            for value, numbers in self._moments(month):
                found.setdefault(value[:_DAY], {}).setdefault(value, []).append(numbers)
        except Unreadable:  # this is asked while a list is drawn, which goes on without
            self._bitmaps.snapshot.damaged()
        days = [
            [united(numbers) for _, numbers in sorted(found[day].items())] for day in sorted(found)
        ]
        return _each_once(days, self.months[month])

    def _moments(self, beginning: str) -> Iterator[tuple[str, BitMap]]:
        for value, bits in self._bitmaps.every(MOMENT, beginning):
            yield value, bits.whole
        for value, numbers in self._bitmaps.recent.bearing(MOMENT).items():
            if value.startswith(beginning):
                yield value, numbers

    def arranged(self, numbers: BitMap) -> Arranged:
        """Rows of the timeline by first day, then briefing by briefing as each shows them."""
        return _ByDate(self, numbers)


def _each_once(days: Sequence[list[BitMap]], month: BitMap) -> Sequence[Sequence[BitMap]]:
    """The days of a month so that they hold each of its rows once, and no others.

    So they do, where nothing is damaged.
    """
    every = [numbers for day in days for numbers in day]
    if sum(map(len, every)) == len(month) and united(every) == month:
        return days
    left = month
    for day in days:
        for place, numbers in enumerate(day):
            day[place] = numbers & left
            left = left - numbers
    return [*days, [left]]


class _ByDate:
    """Rows by first day; what lies in a month is looked at when it is asked for."""

    def __init__(self, calendar: Calendar, numbers: BitMap) -> None:
        self._calendar = calendar
        self._numbers = numbers
        self._months = tuple(calendar.months)
        count = numbers.intersection_cardinality
        self._ends = list(accumulate(map(count, calendar.months.values())))
        self._parts: dict[str, _Month] = {}

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def at(self, place: int) -> int:
        """The number at a place."""
        month = bisect_right(self._ends, place)
        return self._part(self._months[month]).at(place - self._begin(month))

    def before(self, number: int) -> int:
        """How many of them stand before a number, which is one of the timeline."""
        for month, (name, numbers) in enumerate(self._calendar.months.items()):
            if number in numbers:
                return self._begin(month) + self._part(name).before(number)
        return len(self)

    def _begin(self, month: int) -> int:
        return self._ends[month - 1] if month else 0

    def _part(self, month: str) -> _Month:
        found = self._parts.get(month)
        if found is None:
            days = self._calendar.days(month)
            found = self._parts[month] = _Month(self._calendar.order, days, self._numbers)
        return found


class _Month:
    """The rows of one month, day by day."""

    def __init__(self, order: Order, days: Sequence[Sequence[BitMap]], numbers: BitMap) -> None:
        self._order = order
        self._days = days
        self._numbers = numbers
        count = numbers.intersection_cardinality
        self._ends = list(accumulate(sum(map(count, day)) for day in days))
        self._arranged: dict[int, Arranged] = {}

    def at(self, place: int) -> int:
        """The number at a place of the month."""
        day = bisect_right(self._ends, place)
        return self._of_day(day).at(place - self._begin(day))

    def before(self, number: int) -> int:
        """How many of the month stand before a number of it."""
        for day, moments in enumerate(self._days):
            if any(number in numbers for numbers in moments):
                return self._begin(day) + self._of_day(day).before(number)
        return self._ends[-1]

    def _begin(self, day: int) -> int:
        return self._ends[day - 1] if day else 0

    def _of_day(self, day: int) -> Arranged:
        found = self._arranged.get(day)
        if found is None:
            found = self._arranged[day] = self._arrange(self._days[day])
        return found

    def _arrange(self, moments: Sequence[BitMap]) -> Arranged:
        def of_moment(number: int) -> int:
            return next((place for place, found in enumerate(moments) if number in found), 0)

        return self._order.arranged(united(moments) & self._numbers, of_moment)
