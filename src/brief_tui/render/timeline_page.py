"""The timeline in full, on paper: lane by lane, every date to scale beside all of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from brief_tui.analysis.time_axis import usual_window
from brief_tui.analysis.timeline import LANES, Lane, Moment
from brief_tui.model.dates import day_in_words
from brief_tui.model.register import Register
from brief_tui.render import words
from brief_tui.render.item import event
from brief_tui.render.layout import fit_spans, wrap
from brief_tui.render.page import (
    Drawn,
    Field,
    Line,
    Link,
    Page,
    Paragraph,
    Span,
    Spans,
    Tone,
    plain,
)
from brief_tui.render.parts import item_link
from brief_tui.render.time_strip import Axis, blank, glyph, scale, strip
from brief_tui.render.timeline import ahead, axis_of

_DATE, _GAP = 14, 2
_ROOM_FOR_AXIS = 60
_ROOM_FOR_DATE = 34

_MARKS = (
    "● a day · ├─┤ from one to another · ○··○ some time in a month or year · ~ or ╌ about ·"
    " ? uncertain"
)


def timeline_page(register: Register, moments: Sequence[Moment]) -> Page:
    """These dates, which are in order, in their lanes."""
    if not moments:
        return (Paragraph(plain("No dates here.", Tone.MUTED)),)
    axis = axis_of(register, usual_window(register))

    def lines(width: int) -> Iterator[Line]:
        cells = (width - _DATE - 2 * _GAP) * 3 // 8 if width >= _ROOM_FOR_AXIS else 0
        if cells:
            yield from _legend(register, axis, width)
        yield from _lanes(register, axis, moments, width, cells)

    return (Drawn(lines),)


def moment_field(register: Register, moment: Moment) -> Field:
    """A date of an item, drawn and in words, under what it is the date of."""
    item, when = moment.item, words.when(moment.when)
    label = moment.lane.label
    if moment.lane is Lane.EVENT:
        label, when = words.event_label(register, item), event(register, item)
    return Field(label, (Span(f"{glyph(moment.when)} ", Tone.MUTED), *when))


def _legend(register: Register, axis: Axis, width: int) -> Iterator[Line]:
    """What the axis shows, and what the glyphs on it mean."""
    drawn = f"Drawn: {axis.window}, ‹ before it, › after it"
    as_of = f", │ as of {register.briefing.as_of}" if register.briefing.as_of else ""
    known = f", ┊ as known on {day_in_words(register.known_on)}" if register.known_on else ""
    for text in (f"{drawn}{as_of}{known}.", f"{_MARKS}."):
        yield from (Line(spans) for spans in wrap(plain(text, Tone.MUTED), width))
    yield Line(())


def _lanes(
    register: Register, axis: Axis, moments: Sequence[Moment], width: int, cells: int
) -> Iterator[Line]:
    between = False
    for lane in LANES:
        within = [moment for moment in moments if moment.lane is lane]
        if not within:
            continue
        if between:
            yield Line(())
        between = True
        title = plain(lane.label.upper(), Tone.HEADING)
        yield Line(_set(title, scale(axis, cells) if cells else (), (), width))
        for moment in within:
            link = Link(moment.item.id)
            for spans in _moment(register, axis, moment, width, cells):
                yield Line(spans, link)


def _moment(
    register: Register, axis: Axis, moment: Moment, width: int, cells: int
) -> Iterator[Spans]:
    mark = ahead(register, moment)
    text = (
        *plain(f"{mark}: " if mark else "", Tone.WARNING),
        *item_link(register, moment.item.id).spans,
        Span(f" [{moment.item.id}]", Tone.MUTED),
    )
    date = plain(str(moment.when))
    if width < _ROOM_FOR_DATE:
        yield from wrap(date, width)
        yield from ((Span("  "), *line) for line in wrap(text, max(width - 2, 1)))
        return
    room = width - _DATE - _GAP - (cells + _GAP if cells else 0)
    drawn = strip(axis, moment.when, cells) if cells else ()
    for when, what in zip_longest(wrap(date, _DATE), wrap(text, room), fillvalue=()):
        yield _set(when, drawn, what, width)
        drawn = blank(axis, cells) if cells else ()


def _set(date: Spans, drawn: Spans, text: Spans, width: int) -> Spans:
    gap = Span(" " * _GAP)
    lead = fit_spans(date, _DATE, fill=True)
    return fit_spans((*lead, gap, *drawn, *((gap,) if drawn else ()), *text), width)
