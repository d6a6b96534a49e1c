"""One line for each row of a section across many briefings: whose it is besides what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from brief_tui.analysis.figures import Count
from brief_tui.analysis.hypotheses import Bearing, Matrix
from brief_tui.analysis.timeline import Moment
from brief_tui.model.briefing import KeyPoint, NotKnown
from brief_tui.model.item import Item
from brief_tui.model.register import Register, Roles
from brief_tui.model.section import Section
from brief_tui.model.value import dataclass
from brief_tui.render import words
from brief_tui.render.columns import (
    Cell,
    Column,
    Table,
    matched_column,
    matched_roles,
    set_row,
    shown_title,
)
from brief_tui.render.page import Field, Gap, Page, Span, Spans, Tone, plain

_BRIEFING = "briefing"
_DATED = 14
"""Cells of a date with its year, which rows of many briefings do not share."""

_OWN: Mapping[Section, tuple[Column, ...]] = {
    Section.OVERVIEW: (Column("is", 9), Column("key point or unknown", 0)),
    Section.TIMELINE: (
        Column("date", _DATED),
        Column("lane", 9),
        Column("speaker", 12, 64),
        Column("what", 0),
    ),
    Section.FIGURES: (
        Column("said", _DATED, 56),
        Column("speaker", 12),
        Column("figure · what it counts", 0, short="figure"),
    ),
    Section.HYPOTHESES: (
        Column("question", 20, 60),
        Column("the editor's marks: + fits  × against  / n/a  · no mark", 0, short="marks"),
    ),
}
"""The columns of sections that are arranged otherwise in one briefing, or stand under headings."""


def of_briefing(register: Register) -> Page:
    """The briefing that something is from, above the page of that."""
    briefing = register.briefing
    as_of = briefing.as_of
    aside = f" · as of {as_of}" if as_of else f" · as-of date {words.NOT_STATED}"
    title = (Span(briefing.title, Tone.STRONG), Span(aside, Tone.MUTED))
    return (Field("briefing", title), Gap())


def library_in_words(briefings: int) -> str:
    """How much a library holds, in one line."""
    return f"{briefings:,} briefing{'' if briefings == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class TableAcross:
    """The columns of a section across briefings as they fit a width.

    ``matched`` is how many countries are filtered for.
    """

    section: Section
    width: int
    matched: int

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that fit, left to right: the briefing's title behind a date."""
        titled = Column(_BRIEFING, _titled(self.width))
        rest = self.width - titled.width - 2
        own = _OWN.get(self.section)
        if own is None:
            own = Table(self.section, rest, self.matched).columns
        else:
            own = (*own, *matched_column(self.matched, rest))
        found = [_with_year(each) for each in own if rest >= each.needs]
        dated = int(found[0].title in ("said", "date"))
        return (*found[:dated], titled, *found[dated:])

    def header(self) -> Spans:
        """The columns' titles, set as a row."""
        said = {column.title: shown_title(column) for column in self.columns}
        return set_row(self.columns, said, self.width)

    def row(
        self,
        register: Register,
        subject: object,
        items: Sequence[Item],
        matched: Roles,
        needles: tuple[str, ...] = (),
    ) -> Spans:
        """One row, which tells of ``items``: at most ``width`` cells, on one line."""
        said: dict[str, Cell]
        cells = _CELLS.get(self.section)
        if cells is None:
            said = Table(self.section, self.width, self.matched).cells(register, subject, matched)
        else:
            said = dict(cells(register, subject))
            said.update(matched_roles(matched, self.matched, self.width))
        if isinstance(subject, Item | Count):
            tone = Tone.PLAIN if subject.said else Tone.MUTED
            said["said"] = plain(words.short_date(subject.said, None), tone)
        said[_BRIEFING] = plain(register.briefing.title, Tone.LABEL)
        return set_row(self.columns, said, self.width, needles)


def _titled(width: int) -> int:
    """How many cells the title of a briefing gets."""
    return min(max(width // 5, 8), 28)


def _with_year(column: Column) -> Column:
    return replace(column, width=_DATED) if column.title == "said" else column


def _point(register: Register, subject: object) -> Sequence[tuple[str, Cell]]:
    assert isinstance(subject, KeyPoint | NotKnown)
    known = isinstance(subject, KeyPoint)
    return (
        ("is", plain("key point", Tone.MUTED) if known else plain("not known", Tone.HEDGE)),
        ("key point or unknown", plain(subject.text)),
    )


def _moment(register: Register, subject: object) -> Sequence[tuple[str, Cell]]:
    from brief_tui.render.timeline import what_of

    assert isinstance(subject, Moment)
    return (
        ("date", plain(words.short_date(subject.when, None))),
        ("lane", plain(subject.lane.value)),
        ("speaker", (words.voice_of_row(register, subject.item),)),
        ("what", what_of(register, subject)),
    )


def _figure(register: Register, subject: object) -> Sequence[tuple[str, Cell]]:
    from brief_tui.render.counts import in_row, said_by
    from brief_tui.render.figure_rows import whole_words

    assert isinstance(subject, Count)
    measure = subject.measure.name if subject.measure is not None else f"measure {words.NOT_STATED}"
    unit = f", {subject.unit}" if subject.unit and subject.measure is not None else ""
    counted = Span(f" · {measure}{unit}", Tone.MUTED)
    return (
        ("speaker", (said_by(register, subject.item),)),
        (
            "figure · what it counts",
            lambda width: whole_words((*in_row(register, subject), counted), width),
        ),
    )


def _bearing(register: Register, subject: object) -> Sequence[tuple[str, Cell]]:
    from brief_tui.render.marks import marks_line

    assert isinstance(subject, Bearing | Matrix)
    marks = _OWN[Section.HYPOTHESES][-1].title
    return (("question", plain(subject.question.text)), (marks, marks_line(register, subject)))


_CELLS: Mapping[Section, Callable[[Register, object], Sequence[tuple[str, Cell]]]] = {
    Section.OVERVIEW: _point,
    Section.TIMELINE: _moment,
    Section.FIGURES: _figure,
    Section.HYPOTHESES: _bearing,
}
