"""The timeline as rows: a date in words, the same drawn to scale, whose it is, and what."""

from __future__ import annotations

from brief_tui.analysis.time_axis import Window
from brief_tui.analysis.timeline import Lane, Moment
from brief_tui.model.register import Register, Roles
from brief_tui.model.value import dataclass
from brief_tui.render import words
from brief_tui.render.columns import Cell, Column, matched_column, matched_roles, set_row
from brief_tui.render.page import Spans, Tone, plain
from brief_tui.render.time_strip import Axis, scale, strip

_DATE = Column("date", 10)
_LANE = Column("lane", 9)
_SPEAKER = Column("speaker", 12, 64)
_WHAT = Column("what", 0)
_AXIS = "axis"

_ROOM_FOR_AXIS = 34
_LEAST_AXIS = 14


def axis_of(register: Register, window: Window) -> Axis:
    """The axis of a briefing's timeline, with its as-of date and the day looked at."""
    as_of = register.briefing.as_of
    return Axis(window, as_of.last if as_of is not None else None, register.known_on)


def ahead(register: Register, moment: Moment) -> str:
    """What is said of an event that is no report of what has happened; empty where it is one."""
    label = words.event_label(register, moment.item) if moment.lane is Lane.EVENT else ""
    return "" if label == Lane.EVENT.label else label


def what_of(register: Register, moment: Moment) -> Spans:
    """What is dated, in one line; before that, whether it has not happened by the as-of date."""
    mark = ahead(register, moment)
    expected = plain(f"{mark}: " if mark else "", Tone.WARNING)
    return (*expected, *words.row_text(register, moment.item))


@dataclass(frozen=True, slots=True)
class TimelineTable:
    """The columns of the timeline as they fit a width, all strips of it on one axis.

    ``in_lanes`` says whether the rows stand in lanes, whose headings then hold the axis;
    ``matched`` is how many countries are filtered for.
    """

    axis: Axis
    width: int
    matched: int
    in_lanes: bool

    @property
    def draws(self) -> bool:
        """Whether there is room for the axis."""
        return any(column.title == _AXIS for column in self.columns)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that fit, left to right. Date, lane and text always stay."""
        lead = (_DATE,) if self.in_lanes else (_DATE, _LANE)
        rest = (_SPEAKER, _WHAT, *matched_column(self.matched, self.width))
        rest = tuple(column for column in rest if self.width >= column.needs)
        room = self.width - sum(column.width + 2 for column in (*lead, *rest) if column.width)
        if room < _ROOM_FOR_AXIS:
            return (*lead, *rest)
        return (*lead, Column(_AXIS, max(room * 21 // 50, _LEAST_AXIS)), *rest)

    def header(self) -> Spans:
        """The columns' titles, and the axis, set as a row."""
        return self._titled(plain(_DATE.title, Tone.LABEL))

    def heading(self, lane: Lane) -> Spans:
        """The heading of a lane: its name in place of the first title."""
        return self._titled(plain(lane.label.upper(), Tone.HEADING))

    def row(
        self, register: Register, moment: Moment, matched: Roles, needles: tuple[str, ...] = ()
    ) -> Spans:
        """One row: at most ``width`` cells, on one line, with hits marked."""
        as_of = register.briefing.as_of
        year = as_of.first.year if as_of is not None else None
        said: dict[str, Cell] = {
            "date": plain(words.short_date(moment.when, year)),
            "lane": plain(moment.lane.value),
            _AXIS: lambda cells: strip(self.axis, moment.when, cells),
            "speaker": (words.voice_of_row(register, moment.item),),
            "what": what_of(register, moment),
            **matched_roles(matched, self.matched, self.width),
        }
        return set_row(self.columns, said, self.width, needles)

    def _titled(self, first: Spans) -> Spans:
        said: dict[str, Cell] = {
            column.title: plain(column.title, Tone.LABEL) for column in self.columns
        }
        said |= {_DATE.title: first, _AXIS: lambda cells: scale(self.axis, cells)}
        return set_row(self.columns, said, self.width)
