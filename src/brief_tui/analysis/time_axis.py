"""The axis of the timeline: which stretch of days it shows, and in which cell a day lies.

A strip of cells shows a window of days to scale. Whatever is drawn asks ``Window.cell``, so that
one day is in one column wherever it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from heapq import heappush, heappushpop

from brief_tui.analysis.timeline import every_date
from brief_tui.model.dates import MONTHS, When, day_in_words
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass

LEAST_DAYS = 14
"""The shortest window."""

MOST_OF = (2, 3)
"""The share of all dates that the axis shows unless asked for another window."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days, both ends in it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last.toordinal() - self.first.toordinal() + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """In words: ``8–24 Oct 2024``, ``8 Oct – 1 Nov 2024``, ``1 Jan 2018 – 1 Nov 2024``."""
        first, last = self.first, self.last
        if first.year != last.year:
            return f"{day_in_words(first)} – {day_in_words(last)}"
        if first.month != last.month:
            return f"{first.day} {MONTHS[first.month]} – {day_in_words(last)}"
        return f"{first.day}–{day_in_words(last)}"

    def cell(self, day: date, cells: int) -> int:
        """In which of so many cells the middle of a day lies; outside them, if outside it."""
        return (2 * (day.toordinal() - self.first.toordinal()) + 1) * cells // (2 * self.days)


@lru_cache(maxsize=4)
def whole_range(register: Register) -> Window:
    """From the first day of any date to the last, the as-of date among them.

    What was said later than the day looked at counts too: the axis is the same on every day.
    """
    whens = [*every_date(register), *_as_of(register)]
    if not whens:
        return _of(1, 1)
    return _of(
        min(when.first for when in whens).toordinal(), max(when.last for when in whens).toordinal()
    )


@lru_cache(maxsize=4)
def usual_window(register: Register) -> Window:
    """The shortest window around the as-of date with two thirds of the dates, and what is near it.

    Dates far apart would otherwise put all that matters in one cell. What is near is no further
    away than it is long. It is the whole range where that is less than twice as long.
    """
    whole = whole_range(register)
    spans = sorted(
        ((when.first.toordinal(), when.last.toordinal()) for when in every_date(register)),
        reverse=True,
    )
    wanted = -(-len(spans) * MOST_OF[0] // MOST_OF[1])
    as_of = [when.last.toordinal() for when in _as_of(register)]
    shortest: tuple[int, int] | None = None
    # From the latest beginning back: the ends of the spans so far, the latest of them on top.
    ends: list[int] = []
    for first, last in spans:
        if len(ends) < wanted:
            heappush(ends, -last)
        else:
            heappushpop(ends, -last)
        if len(ends) == wanted:
            low, high = min([first, *as_of]), max([-ends[0], *as_of])
            if shortest is None or high - low < shortest[1] - shortest[0]:
                shortest = (low, high)
    if shortest is None:
        return whole
    found = _with_what_is_near(_of(*shortest, whole), spans)
    return found if 2 * found.days <= whole.days else whole


def _with_what_is_near(window: Window, spans: Iterable[tuple[int, int]]) -> Window:
    low, high, reach = window.first.toordinal(), window.last.toordinal(), window.days
    near = [span for span in spans if span[0] >= low - reach and span[1] <= high + reach]
    first = min([low, *(first for first, _ in near)])
    return _of(first, max([high, *(last for _, last in near)]))


def zoomed(window: Window, whole: Window, when: When, *, closer: bool) -> Window:
    """Half or twice as much of the time, around the middle of a date that the ``whole`` holds.

    Closer goes as far as two weeks. Away it keeps what was shown, and goes at once as far as the
    date is.
    """
    middle = (when.first.toordinal() + when.last.toordinal()) // 2
    if closer:
        days = max(window.days // 2, LEAST_DAYS)
        first = middle - days // 2
    else:
        low = min(window.first, when.first).toordinal()
        high = max(window.last, when.last).toordinal()
        days = max(2 * window.days, high - low + 1)
        first = max(min(middle - days // 2, low), high - days + 1)
    return _of(first, first + days - 1, whole) if days < whole.days else whole


def _of(first: int, last: int, within: Window | None = None) -> Window:
    """The window from one ordinal day to another, made as long as the shortest one may be.

    It is moved to lie ``within`` another, or within what a calendar has.
    """
    short = max(LEAST_DAYS - (last - first + 1), 0)
    first, last = first - short // 2, last + short - short // 2
    lowest = within.first.toordinal() if within else 1
    highest = within.last.toordinal() if within else date.max.toordinal()
    move = max(lowest - first, 0) - max(last - highest, 0)
    return Window(date.fromordinal(first + move), date.fromordinal(last + move))


def _as_of(register: Register) -> list[When]:
    return [register.briefing.as_of] if register.briefing.as_of is not None else []
