"""Figures as rows of a list, under the heading of what they count, their bars to one scale."""

from __future__ import annotations

from brief_tui.analysis.figures import Count, Series, series_of
from brief_tui.analysis.look_alikes import look_alikes
from brief_tui.model.register import Register
from brief_tui.render import cells
from brief_tui.render.bars import axis_ends, bar
from brief_tui.render.layout import fit_spans, spans_width, wrap
from brief_tui.render.page import Span, Spans, Tone, plain

_ROOM_FOR_BARS = 64
_ROOM_WITHOUT = 39
_LONGEST_BAR = 40


def bar_width(width: int) -> int:
    """How many of a row's cells its bar gets: the column at the right edge."""
    if width < _ROOM_FOR_BARS:
        return 0
    return min((width - _ROOM_WITHOUT) // 2, _LONGEST_BAR)


def bar_cell(register: Register, count: Count, width: int) -> Spans:
    """The bar of a figure, where its series has an axis."""
    axis = series_of(register, count).axis
    return plain(bar(count, axis, width), Tone.ACCENT) if axis else ()


def whole_words(spans: Spans, width: int) -> Spans:
    """Spans cut between words, so that no number is ever read short of its last digits."""
    if spans_width(spans) <= width:
        return spans
    text = "".join(span.text for span in spans)
    first = wrap(spans, width - 2)[0] if width > 2 else ()
    length = sum(len(span.text) for span in first)
    if not length or text[length] != " ":
        return fit_spans(plain(cells.ELLIPSIS), width)
    return (*first, Span(f" {cells.ELLIPSIS}"))


def group_heading(register: Register, one: Series, width: int) -> Spans:
    """What a series counts and in which unit, and above its bars the ends of their axis.

    What it counts comes first: where the room is short, the unit goes, then the ends. ``≠``
    stands before a measure that others could be mistaken for.
    """
    if one.measure is None:
        text = plain("What is counted: not stated", Tone.STRONG)
        return fit_spans((*text, Span(" · compared with nothing", Tone.MUTED)), width)
    warning = plain("≠ ", Tone.WARNING) if look_alikes(register, one) else ()
    apart = plain(f"in {one.unit}: ", Tone.HEDGE) if one.is_apart else ()
    name = (*warning, *apart, Span(one.measure.name, Tone.STRONG))
    unit = plain(f" · {one.unit}", Tone.MUTED) if one.unit and not apart else ()
    ends = axis_ends(one.axis, bar_width(width - 2)) if one.axis else ()
    room = width - spans_width(ends) - 2 if ends else width
    named = (*name, *unit) if spans_width((*name, *unit)) <= room else name
    return (
        (*fit_spans(named, room, fill=True), Span("  "), *ends) if ends else fit_spans(named, room)
    )
