"""Dates drawn to scale on an axis of time, each in a strip of cells, and the axis above them.

A glyph says by itself how exact a date is: ``●`` is a day, ``├──┤`` from one day to another,
``○··○`` some time in a month or year; ``~`` and ``╌`` are about, ``?`` is uncertain. ``│`` is
the as-of date, ``┊`` the day whose knowledge is looked at; ``‹`` and ``›`` point at what lies
outside the axis.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from brief_tui.analysis.time_axis import Window
from brief_tui.analysis.time_ticks import ticks
from brief_tui.model.dates import MONTHS, Point, Precision, When
from brief_tui.model.value import dataclass
from brief_tui.render.page import Span, Spans, Tone

DAY, MONTH_OR_YEAR, SHORT = "●", "○", "╫"
BEFORE, AFTER = "‹", "›"
AS_OF, KNOWN_ON, TICK = "│", "┊", "╷"

_LASTED, _ABOUT, _SOME_TIME, _CROSSED = "─", "╌", "·", "┼"
_ROOM_FOR_A_DATE = 36


@dataclass(frozen=True, slots=True)
class Axis:
    """What all strips of a timeline share: the days they show, and the days of its two lines."""

    window: Window
    as_of: date | None
    known_on: date | None = None

    def line(self, cells: int) -> int | None:
        """The cell of the as-of date; None where the axis does not show it."""
        return next((cell for cell, glyph in self.lines(cells).items() if glyph == AS_OF), None)

    def lines(self, cells: int) -> dict[int, str]:
        """The cells of the lines that the axis shows, with the glyph of each."""
        return {
            self.window.cell(day, cells): glyph
            for day, glyph in ((self.known_on, KNOWN_ON), (self.as_of, AS_OF))
            if day is not None and day in self.window
        }


def glyph(when: When) -> str:
    """A date in a few cells, away from any axis."""
    if when.first == when.last:
        return _mark(when.start) + DAY
    left, right = _ends(when)
    if when.is_interval:
        return f"{_mark(when.start)}{left}{_body(when)}{right}{_mark(when.end)}"
    return _mark(when.start) + MONTH_OR_YEAR


def strip(axis: Axis, when: When, cells: int) -> Spans:
    """A date on the axis, in exactly so many cells."""
    lines = axis.lines(cells)
    drawn = _drawn(when, axis.window, cells, lines)
    return tuple(
        Span("".join(drawn.get(cell) or lines.get(cell, " ") for cell in group), tone)
        for tone, group in groupby(
            range(cells), lambda cell: Tone.ACCENT if cell in drawn else Tone.MUTED
        )
    )


def blank(axis: Axis, cells: int) -> Spans:
    """A strip without a date: only the lines that the axis shows."""
    lines = axis.lines(cells)
    return (Span("".join(lines.get(cell, " ") for cell in range(cells)), Tone.MUTED),)


def scale(axis: Axis, cells: int) -> Spans:
    """The axis itself: ticks with their dates, and where the as-of date is."""
    drawn: dict[int, str] = {}
    for start, text in _as_of(axis, cells):
        # Words want a blank beyond them, the line itself does not.
        left, right = text[:1].isalpha(), text[-1:].isalnum()
        taken = range(start - left, start + len(text) + right)
        found = ticks(axis.window, cells, taken)
        drawn = dict(enumerate(text, start))
        for tick in found:
            drawn.update(enumerate(TICK + tick.label, tick.cell))
        if found:
            break
    return (Span("".join(drawn.get(cell, " ") for cell in range(cells)), Tone.LABEL),)


def _drawn(when: When, window: Window, cells: int, lines: Mapping[int, str]) -> dict[int, str]:
    """The cells that a date takes, with what stands in each."""
    start, end = window.cell(when.first, cells), window.cell(when.last, cells)
    if end < 0:
        return {0: BEFORE}
    if start >= cells:
        return {cells - 1: AFTER}
    inside = range(max(start, 0), min(end, cells - 1) + 1)
    drawn = dict.fromkeys(inside, _body(when))
    drawn |= {
        cell: _CROSSED if when.is_interval else line
        for cell, line in lines.items()
        if cell in drawn
    }
    fixed = _tips(when, start, end, cells)
    drawn |= fixed
    for mark, wanted in _marks(when, start, end, inside):
        free = [cell for cell in wanted if 0 <= cell < cells and cell not in fixed]
        if free:
            best = min(free, key=lambda cell: cell in lines)
            drawn[best] = fixed[best] = mark
    return drawn


def _tips(when: When, start: int, end: int, cells: int) -> dict[int, str]:
    """What stands at either end of the part of a date that the axis shows."""
    if when.first == when.last:
        return {start: DAY}
    if start == end:
        return {start: SHORT if when.is_interval else MONTH_OR_YEAR}
    left, right = _ends(when)
    beyond = {0: BEFORE} if start < 0 else {}
    if end >= cells:
        beyond[cells - 1] = AFTER
    tips = {start: left, end: right}
    return beyond | {cell: tip for cell, tip in tips.items() if 0 <= cell < cells}


def _marks(
    when: When, start: int, end: int, inside: range
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The marks of a date, each with the cells it may stand in, the best first."""
    ends = [(when.start, start, (start - 1, start + 1, end + 1))]
    if when.is_interval:
        ends.append((when.end, end, (end + 1, end - 1, start - 1)))
    for point, cell, wanted in ends:
        if _mark(point) and (cell in inside or not when.is_interval):
            yield _mark(point), (*wanted, inside[len(inside) // 2])


def _ends(when: When) -> tuple[str, str]:
    """The glyphs of the two ends of an interval, or of a month or year."""
    left, right = (point.precision is Precision.DAY for point in (when.start, when.end))
    return "├" if left else MONTH_OR_YEAR, "┤" if right else MONTH_OR_YEAR


def _body(when: When) -> str:
    if not when.is_interval:
        return _SOME_TIME
    return _ABOUT if when.is_approximate or when.is_uncertain else _LASTED


def _mark(point: Point) -> str:
    return "~" if point.approximate else "?" if point.uncertain else ""


def _as_of(axis: Axis, cells: int) -> Iterator[tuple[int, str]]:
    """Labels for the line of the as-of date, the best first: where each begins, and its text."""
    line = axis.line(cells)
    if line is None or axis.as_of is None:
        yield 0, ""
        return
    text = "as of"
    if cells >= _ROOM_FOR_A_DATE:
        text += f" {axis.as_of.day} {MONTHS[axis.as_of.month]}"
    if line + 1 + len(text) <= cells:
        yield line, AS_OF + text
    if line >= len(text):
        yield line - len(text), text + AS_OF
    yield line, AS_OF
