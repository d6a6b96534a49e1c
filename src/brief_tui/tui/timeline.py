"""The timeline in the list pane: in lanes, or in one line of dates, on one axis."""

from __future__ import annotations

from functools import partial

from brief_tui.analysis.timeline import Lane, Moment
from brief_tui.render.groups import Group, grouped
from brief_tui.render.page import Span, Spans
from brief_tui.render.timeline import TimelineTable, axis_of
from brief_tui.tui.matter import RowsMatter
from brief_tui.tui.session import Session
from brief_tui.tui.views import section_head

_INDENT = Span("  ")
"""What the mark of a row takes in other sections, so that columns begin where they do there."""


def table_of(session: Session, width: int) -> TimelineTable:
    """The columns of the timeline in a list of so many cells."""
    axis = axis_of(session.register, session.window)
    matched = len(session.filter.countries)
    return TimelineTable(axis, width - 2, matched, session.in_lanes)


def timeline(session: Session) -> RowsMatter:
    """The dates that the filter leaves, drawn to scale."""
    answer = session.answer
    rows = [answer.rows[place] for place in range(len(answer.rows))]
    moments = [row.subject for row in rows if isinstance(row.subject, Moment)]
    register, in_lanes = session.register, session.in_lanes
    filter_ = answer.question.filter
    table = partial(table_of, session)
    tally = session.tally

    def head(width: int) -> tuple[Spans, ...]:
        name = section_head(tally, width)
        return (name,) if in_lanes else (name, (_INDENT, *table(width).header()))

    def heading(lane: Lane, width: int) -> Spans:
        return (_INDENT, *table(width).heading(lane))

    def draw(index: int, width: int) -> Spans:
        matched = rows[index].matched_roles(filter_)
        return (_INDENT, *table(width).row(register, moments[index], matched, filter_.needles))

    lanes = [Group(moment.lane.value, partial(heading, moment.lane)) for moment in moments]
    headings = grouped(lanes) if in_lanes else {}
    return RowsMatter(len(rows), draw, head, headings=headings)
