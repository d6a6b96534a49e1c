"""Figures as bars to scale: what each says of its number is seen from the glyphs alone."""

from __future__ import annotations

import math

from brief_tui.analysis.figures import Axis, Count, Shape
from brief_tui.model.value import dataclass
from brief_tui.render import cells
from brief_tui.render.figures import number
from brief_tui.render.page import Span, Spans, Tone


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What bars are made of. ``eighths`` are the ends of a solid bar, from one eighth of a cell."""

    solid: str
    eighths: str
    about: str
    onward: str
    hollow: str
    shaded: str
    stop: str
    best: str
    zero: str
    origin: str
    start: str
    backward: str
    axis: str


GLYPHS = Glyphs(
    solid="█",
    eighths="▏▎▍▌▋▊▉",
    about="~",
    onward="►",
    hollow="┄",
    shaded="░",
    stop="┤",
    best="◆",
    zero="0",
    origin="│",
    start="├",
    backward="◄",
    axis="─",
)


def bar(count: Count, axis: Axis, width: int, glyphs: Glyphs = GLYPHS) -> str:
    """A figure on the axis of its series, at most ``width`` cells; empty where it has no number.

    Solid is what the source states, and stops where the number is; ``~`` ends an approximation,
    ``►`` what may be more, a hollow bar with a stop what is at most so much, and of a range the
    shaded part lies between its ends. On an axis with numbers below zero, zero is a line, and
    what has two ends or an open one is shaded from end to end.
    """
    if width < 1 or count.shape is Shape.WORDS:
        return ""
    if axis.low < 0:
        return _across_zero(count, axis, width, glyphs)
    if count.shape is Shape.POINT:
        return _point(count, axis, width, glyphs)
    low, high = (_cells(end, axis, width) for end in (count.low, count.high))
    if count.shape is Shape.AT_LEAST:
        return glyphs.solid * (low - 1) + glyphs.onward
    end = glyphs.about if count.is_approximate else glyphs.stop
    if count.shape is Shape.UP_TO:
        return glyphs.hollow * (high - 1) + end
    solid = min(low, high - 1) if count.low else 0
    drawn = glyphs.solid * solid + glyphs.shaded * (high - 1 - solid) + end
    place = _cells(count.best, axis, width) - 1
    if count.best is not None and solid <= place < high - 1:
        drawn = drawn[:place] + glyphs.best + drawn[place + 1 :]
    return drawn


def axis_ends(axis: Axis, width: int, glyphs: Glyphs = GLYPHS) -> Spans:
    """A line of exactly ``width`` cells with the numbers at which the axis begins and ends.

    Empty where both do not fit.
    """
    low, high = number(axis.low), number(axis.high)
    between = width - cells.width(low) - cells.width(high) - 2
    if between < 1:
        return ()
    line = f" {glyphs.axis * between} "
    zero = _place(0, axis, width) - cells.width(low)
    if axis.low < 0 and 0 < zero < len(line) - 1:
        line = line[:zero] + glyphs.zero + line[zero + 1 :]
    return (Span(low, Tone.MUTED), Span(line, Tone.FAINT), Span(high, Tone.MUTED))


def _eighths(value: float | None, axis: Axis, width: int) -> int:
    """How many eighths of a cell a number is long; no number but zero is none."""
    if value is None or value <= 0:
        return 0
    return min(max(round(value / axis.high * width * 8), 1), width * 8)


def _cells(value: float | None, axis: Axis, width: int) -> int:
    return max(math.ceil(_eighths(value, axis, width) / 8), 1)


def _point(count: Count, axis: Axis, width: int, glyphs: Glyphs) -> str:
    if count.is_approximate:
        return glyphs.solid * (_cells(count.low, axis, width) - 1) + glyphs.about
    full, rest = divmod(_eighths(count.low, axis, width), 8)
    drawn = glyphs.solid * full + (glyphs.eighths[rest - 1] if rest else "")
    return drawn or glyphs.zero


def _place(value: float, axis: Axis, width: int) -> int:
    """Where a number stands on an axis, in cells from its left end."""
    scale = max(-axis.low, axis.high)
    left = axis.low / scale
    return min(max(round((value / scale - left) / (axis.high / scale - left) * width), 0), width)


def _across_zero(count: Count, axis: Axis, width: int, glyphs: Glyphs) -> str:
    if width < 3:
        return ""
    zero = min(max(_place(0, axis, width), 1), width - 1)
    drawn = [" "] * width
    drawn[zero] = glyphs.origin
    if count.shape is Shape.POINT and not count.low:
        drawn[zero] = glyphs.about if count.is_approximate else glyphs.zero
    elif count.shape is Shape.POINT and count.low is not None:
        above = count.low > 0
        start = zero if above else min(_place(count.low, axis, width), zero - 1)
        end = max(_place(count.low, axis, width), zero + 1) if above else zero
        drawn[start:end] = glyphs.solid * (end - start)
        if count.is_approximate:
            drawn[end - 1 if above else start] = glyphs.about
    else:
        first, last = (glyphs.about,) * 2 if count.is_approximate else (glyphs.start, glyphs.stop)
        start = 0 if count.low is None else min(_place(count.low, axis, width), width - 2)
        end = width if count.high is None else max(_place(count.high, axis, width), start + 2)
        drawn[start:end] = glyphs.shaded * (end - start)
        drawn[start] = glyphs.backward if count.low is None else first
        drawn[end - 1] = glyphs.onward if count.high is None else last
    return "".join(drawn).rstrip()
