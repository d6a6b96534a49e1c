"""The ticks of an axis of time: days, weeks, months or years, as close as their labels allow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from brief_tui.analysis.time_axis import Window
from brief_tui.model.dates import MONTHS
from brief_tui.model.value import dataclass

_DAYS = {1: range(1, 32), 7: (1, 8, 15, 22), 14: (1, 15)}
"""Days of the month on which ticks stand, by the least number of days between two of them."""

_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_DAYS_OF_A_MONTH = 28
_DAYS_OF_A_YEAR = 365
_LEAST_CELLS = 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark in a cell of the axis, with the label that stands in the cells behind it."""

    cell: int
    label: str

    @property
    def end(self) -> int:
        """The first cell that it leaves free."""
        return self.cell + 1 + len(self.label)

    def fits(self, cells: int, taken: range) -> bool:
        """Whether it is all within so many cells, and over none that is taken."""
        return self.end <= cells and (self.end <= taken.start or self.cell >= taken.stop)


def ticks(window: Window, cells: int, taken: range = range(0)) -> tuple[Tick, ...]:
    """Ticks at equal steps, none of them over another, over what is ``taken`` or over the edge.

    Of all steps it is the one with the most ticks; the finest where several have as many. Where
    none finds room, there is one at the beginning, as far as that is free.
    """
    best: tuple[Tick, ...] = ()
    for days in _steps(window, cells):
        found = _placed(window, cells, taken, days)
        if found is not None and len(found) > len(best):
            best = found
    start = Tick(0, _label(window.first, None, "day"))
    return best or ((start,) if start.fits(cells, taken) else ())


_Step = tuple[tuple[date, ...], str]


def _steps(window: Window, cells: int) -> Iterator[_Step]:
    """The days on which ticks may stand, for each step that is not plainly too fine."""
    most = cells // _LEAST_CELLS
    for step, days in _DAYS.items():
        if window.days // step <= most:
            yield tuple(day for day in _every_day(window) if day.day in days), "day"
    for step in _MONTHS:
        if window.days // (step * _DAYS_OF_A_MONTH) <= most:
            yield tuple(_every_months(window, step)), "month"
    for step in _YEARS:
        if window.days // (step * _DAYS_OF_A_YEAR) <= most:
            yield tuple(_every_months(window, 12 * step)), "year"


def _every_day(window: Window) -> Iterator[date]:
    return map(date.fromordinal, range(window.first.toordinal(), window.last.toordinal() + 1))


def _every_months(window: Window, step: int) -> Iterator[date]:
    """The first day of every so many months."""
    first = window.first - timedelta(days=1) if window.first > date.min else None
    month = first.year * 12 + first.month if first is not None else 12
    for number in range(month + -month % step, window.last.year * 12 + window.last.month, step):
        yield date(number // 12, number % 12 + 1, 1)


def _placed(window: Window, cells: int, taken: range, step: _Step) -> tuple[Tick, ...] | None:
    """The ticks of a step that find room; None where one would stand over another."""
    days, unit = step
    found: list[Tick] = []
    before: date | None = None
    for day in days:
        tick = Tick(window.cell(day, cells), _label(day, before, unit))
        if not tick.fits(cells, taken):
            continue
        if found and tick.cell < found[-1].end:
            return None
        found.append(tick)
        before = day
    return tuple(found)


def _label(day: date, before: date | None, unit: str) -> str:
    """A day with its month where that is another than before; a month, or in January its year."""
    if unit == "day":
        if before is not None and (before.year, before.month) == (day.year, day.month):
            return str(day.day)
        return f"{day.day} {MONTHS[day.month]}"
    if unit == "year" or day.month == 1:
        return f"{day.year:04}"
    return MONTHS[day.month]
