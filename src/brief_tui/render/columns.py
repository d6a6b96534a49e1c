"""One line for each row of a section: which columns it has, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from brief_tui.analysis.figures import Count
from brief_tui.analysis.leverage import coverage, options_of
from brief_tui.analysis.origins import provenance
from brief_tui.model.dates import When
from brief_tui.model.item import Item, Option
from brief_tui.model.party import Actor, Source
from brief_tui.model.register import Register, Roles
from brief_tui.model.section import Section
from brief_tui.model.value import dataclass
from brief_tui.render import cells, words
from brief_tui.render.hits import highlight
from brief_tui.render.layout import fit_spans
from brief_tui.render.page import Span, Spans, Tone, plain

Cell = Spans | Callable[[int], Spans]
"""What stands in a column, or what draws it for the column's width."""

_GAP = 2
_ROOMY = 70
_ROOM_FOR_MORE = 100
_MATCHED = "matched"
_ORIGINS = "origins"
_TAKEN_BY_A_ROLE = 16
"""About the cells that the roles of one country take."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and its width in cells, where 0 is what the others leave.

    In a list narrower than ``needs`` it is left out; in one with room it is ``roomy`` wide. Where
    the title does not fit, ``short`` stands for it.
    """

    title: str
    width: int
    needs: int = 0
    roomy: int = 0
    short: str = ""


_MARKS = "the editor's marks: + fits  × against  / n/a  · no mark"
_FIGURE = "figure · ≠ do not compare"
_BARS = "to scale"

_COLUMNS: Mapping[Section, tuple[Column, ...]] = {
    Section.CLAIMS: (
        Column("said", 10, 64),
        Column("speaker", 12),
        Column("claim", 0),
        Column(_ORIGINS, 7, 84),
    ),
    Section.ASSESSMENTS: (
        Column("expert", 14),
        Column("assessment", 0),
        Column(_ORIGINS, 7, 84),
    ),
    Section.OPTIONS: (
        Column("actor", 12),
        Column("on", 10, 64),
        Column("option", 0),
        Column("state", 19, 60),
    ),
    Section.LEVERAGE: (
        Column("actor", 18, roomy=26),
        Column("options", 7, 60),
        Column("leverage", 15),
        Column("on", 0),
    ),
    Section.SOURCES: (
        Column("source", 24),
        Column("kind", 14, 60),
        Column("grade", 5),
        Column("items", 5),
        Column("described as", 0, 56),
    ),
    Section.FIGURES: (
        Column("said", 10, 44, roomy=12),
        Column("speaker", 12),
        Column(_FIGURE, 0, short="figure"),
    ),
    Section.HYPOTHESES: (Column(_MARKS, 0, short="editor: +fits ×against /n/a ·none"),),
}


def matched_column(countries: int, width: int) -> tuple[Column, ...]:
    """The column that says by which role each of so many countries matched; none for none."""
    if not countries:
        return ()
    if countries == 1:
        return (Column(_MATCHED, 24 if width >= _ROOM_FOR_MORE else 9, 44),)
    return (Column(_MATCHED, min(13 * countries - 1, width // 3), 44),)


def _figures_matched(countries: int, width: int) -> tuple[Column, ...]:
    """The same beside figures, whose bars need the room."""
    if not countries:
        return ()
    most = 13 * countries - 1 if countries > 1 else 9
    return (Column(_MATCHED, min(most, 9 + max(width - 75, 0) // 4), 74),)


def matched_roles(matched: Roles, countries: int, width: int) -> Mapping[str, Spans]:
    """What stands in that column."""
    whole = countries == 1 and width >= _ROOM_FOR_MORE
    return {_MATCHED: plain(words.short_roles(matched, whole=whole), Tone.ACCENT)}


def set_row(
    columns: Sequence[Column], said: Mapping[str, Cell], width: int, needles: tuple[str, ...] = ()
) -> Spans:
    """What stands in each column, by its title, on one line of at most ``width`` cells.

    Hits of the ``needles`` are marked, which ``hits`` describes.
    """
    fixed = sum(column.width + _GAP for column in columns if column.width)
    rest = max(width - fixed, 1)
    out: list[Span] = []
    for number, column in enumerate(columns):
        last = number == len(columns) - 1
        room = column.width or rest
        cell = said.get(column.title, ())
        spans = cell(room) if callable(cell) else cell
        out.extend(fit_spans(highlight(spans, needles), room, fill=not last))
        if not last:
            out.append(Span(" " * _GAP))
    return fit_spans(tuple(out), width)


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a section as they fit a width.

    ``matched`` is how many countries are filtered for; the roles they matched by get a column.
    """

    section: Section
    width: int
    matched: int

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that fit, left to right."""
        every = _COLUMNS[self.section]
        width = {_ORIGINS: self.width - _TAKEN_BY_A_ROLE * self.matched}
        if self.section is Section.FIGURES:
            from brief_tui.render.figure_rows import bar_width

            bars = bar_width(self.width)
            every = (*every, *_figures_matched(self.matched, self.width))
            every = (*every, Column(_BARS, bars)) if bars else every
        else:
            every = (*every, *matched_column(self.matched, self.width))
        room = self.width >= _ROOMY
        return tuple(
            replace(column, width=column.roomy) if room and column.roomy else column
            for column in every
            if width.get(column.title, self.width) >= column.needs
        )

    def header(self) -> Spans:
        """The columns' titles, set as a row."""
        said = {column.title: shown_title(column) for column in self.columns}
        return set_row(self.columns, said, self.width)

    def row(
        self,
        register: Register,
        subject: object,
        matched: Roles,
        needles: tuple[str, ...] = (),
    ) -> Spans:
        """One row: at most ``width`` cells, on one line, with hits marked."""
        return set_row(self.columns, self.cells(register, subject, matched), self.width, needles)

    def cells(self, register: Register, subject: object, matched: Roles) -> dict[str, Cell]:
        """What stands in each of the columns, by its title."""
        said: dict[str, Cell] = dict(_CELLS[self.section](register, subject))
        said.update(matched_roles(matched, self.matched, self.width))
        if any(column.title == _ORIGINS for column in self.columns):
            said[_ORIGINS] = _origins(register, subject)
        return said


def shown_title(column: Column) -> Cell:
    """The title of a column, or its short one, for the width it gets."""

    def fitting(width: int) -> Spans:
        short = column.short and width < cells.width(column.title)
        return plain(column.short if short else column.title, Tone.LABEL)

    return fitting


def _year(register: Register) -> int | None:
    as_of = register.briefing.as_of
    return as_of.first.year if as_of else None


def _date(register: Register, when: When | None) -> Spans:
    tone = Tone.PLAIN if when else Tone.MUTED
    return plain(words.short_date(when, _year(register)), tone)


def _claim(register: Register, subject: object) -> Sequence[tuple[str, Spans]]:
    assert isinstance(subject, Item)
    return (
        ("said", _date(register, subject.said)),
        ("speaker", (words.voice_of_row(register, subject),)),
        ("claim", words.row_text(register, subject)),
    )


def _assessment(register: Register, subject: object) -> Sequence[tuple[str, Spans]]:
    assert isinstance(subject, Item)
    return (
        ("expert", (words.voice_of_row(register, subject),)),
        ("assessment", words.row_text(register, subject)),
    )


def _origins(register: Register, subject: object) -> Spans:
    """How many origins stand behind an item; asked for only where there is room to say it."""
    assert isinstance(subject, Item)
    found = len(provenance(register, subject).origins)
    return plain(f"{found:>7,}") if found else plain(f"{'n.s.':>7}", Tone.MUTED)


def _option(register: Register, subject: object) -> Sequence[tuple[str, Spans]]:
    assert isinstance(subject, Option)
    targets = ", ".join(words.short_name(register, target) for target in subject.targets)
    return (
        ("actor", (words.voice_of_row(register, subject),)),
        ("on", words.text(targets)),
        ("option", words.row_text(register, subject)),
        ("state", words.word(subject.state)),
    )


def _actor(register: Register, subject: object) -> Sequence[tuple[str, Spans]]:
    if isinstance(subject, Option):
        name = plain("actor not stated", Tone.MUTED)
        options: tuple[Option, ...] = (subject,)
    else:
        assert isinstance(subject, Actor)
        name, options = plain(subject.name), options_of(register, subject.id)
    targets = dict.fromkeys(target for option in options for target in option.targets)
    return (
        ("actor", name),
        ("options", plain(f"{len(options):>7,}")),
        ("leverage", plain(str(coverage(options)), Tone.MUTED)),
        ("on", plain(", ".join(register.name(target) for target in targets))),
    )


def _source(register: Register, subject: object) -> Sequence[tuple[str, Spans]]:
    from brief_tui.analysis.withdrawal import directly_on

    assert isinstance(subject, Source)
    items = directly_on(register, subject.id)
    return (
        ("source", plain(subject.name)),
        ("kind", words.word(subject.kind)),
        ("grade", plain(subject.reliability.value)),
        ("items", plain(f"{len(items):>5,}")),
        ("described as", words.text(subject.descriptor)),
    )


def _figure(register: Register, subject: object) -> Sequence[tuple[str, Cell]]:
    from brief_tui.render.counts import in_row, said_by
    from brief_tui.render.figure_rows import bar_cell, whole_words

    assert isinstance(subject, Count)
    return (
        ("said", lambda width: whole_words(_date(register, subject.said), width)),
        ("speaker", (said_by(register, subject.item),)),
        (_FIGURE, lambda width: whole_words(in_row(register, subject), width)),
        (_BARS, lambda width: bar_cell(register, subject, width)),
    )


def _bearing(register: Register, subject: object) -> Sequence[tuple[str, Cell]]:
    from brief_tui.render.marks import marks_line

    return ((_MARKS, marks_line(register, subject)),)


_CELLS: Mapping[Section, Callable[[Register, object], Sequence[tuple[str, Cell]]]] = {
    Section.CLAIMS: _claim,
    Section.ASSESSMENTS: _assessment,
    Section.OPTIONS: _option,
    Section.LEVERAGE: _actor,
    Section.SOURCES: _source,
    Section.FIGURES: _figure,
    Section.HYPOTHESES: _bearing,
}
