"""All options by dimension of leverage as lines: a glyph and a word in every cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from brief_tui.analysis.leverage import DIMENSIONS, coverage
from brief_tui.analysis.matrix import Group, Weighing
from brief_tui.analysis.scratch import Scratch
from brief_tui.model.item import Option
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Dimension, Level
from brief_tui.render import words
from brief_tui.render.cell import WEAKER, short_name, voices
from brief_tui.render.grid import Address, Grid, GridLine, Slot, grid_of
from brief_tui.render.layout import spans_width, wrap
from brief_tui.render.option import ARRANGED, group_name, option_spans
from brief_tui.render.page import Span, Spans, Tone, plain
from brief_tui.render.supposed import supposed

_INDENT = 2
_WIDTHS = {
    Dimension.CAPABILITY: 11,
    Dimension.WILLINGNESS: 12,
    Dimension.TARGET_DEPENDENCE: 11,
    Dimension.TARGET_ABSORPTION: 13,
    Dimension.HEADROOM: 10,
    Dimension.COST_TO_ACTOR: 10,
    Dimension.RISK: 10,
}
_CELLS = sum(_WIDTHS.values())
_WORDS_WIDTH = 16
"""A column in which every word has room in full."""

_LEAST_TEXT = 64
"""The room that an option's text needs to stand beside its cells."""

_SHORT_WORDS = {Level.MODERATE: "mod.", Level.CONTESTED: "cont.", None: "n.s."}
_SHORT_LEGEND = "n.s. not stated · cont. contested"
_LEGEND = f"↓ {WEAKER} · ? yours"
_LEAST_LABEL = 14


class _Frame(NamedTuple):
    """How the cells of a row are set: beside or below the text, how wide, in which words."""

    text: int
    widths: tuple[int, ...]
    whole: bool

    @property
    def beside(self) -> bool:
        return self.text > _INDENT


class _Cell(NamedTuple):
    """One cell: the briefing's level, or the reader's own, and whether it is set aside."""

    dimension: Dimension
    address: Address
    level: Level | None
    own: Level | None
    aside: bool

    def spans(self, *, whole: bool) -> Spans:
        """A glyph and a word, whole or short."""
        return _cell_spans(self.level, self.own, self.aside, whole)


@lru_cache(64)
def _cell_spans(level: Level | None, own: Level | None, aside: bool, whole: bool) -> Spans:
    if own is not None:
        word = f"you: {own.value}" if whole else _short(own)
        return (Span(f"?{words.GLYPHS[own]} {word}", Tone.FAINT if aside else Tone.HEDGE),)
    glyph, said = words.level(level)
    text = said.text if whole else _short(level)
    if aside:
        return (Span(glyph.text, Tone.FAINT), Span(text, Tone.FAINT))
    return (glyph, Span(text, said.tone))


def _short(level: Level | None) -> str:
    return _SHORT_WORDS[level] if level in _SHORT_WORDS else str(level)


def lay_out_matrix(
    register: Register, weighing: Weighing, width: int, marked: tuple[str, ...] = ()
) -> Grid:
    """Set the matrix in ``width`` cells, the options of ``marked`` actors marked.

    With room for it an option is one line; otherwise its text stands above its cells, and where
    not even these fit, only what is stated stands under the text, one dimension a line.
    """
    build = _Build(register, weighing.scratch, marked)
    frame = _frame(width)
    for number, group in enumerate(weighing.groups):
        build.group(number, group, width, frame)
    head = _head(weighing.scratch, frame, width) if frame else ()
    return grid_of(head, build.lines, folded=frame is None, under=build.under)


def matrix_title(weighing: Weighing, of_which: str = "") -> tuple[Spans, tuple[Spans, ...]]:
    """What the matrix shows, in one line: of which briefing, and what the reader supposes, first.

    Returns:
        What has to be said; and what may be, in this order, as far as there is room.
    """
    hidden = f" · {weighing.hidden:,} hidden by the filter" if weighing.hidden else ""
    said = (
        Span("WEIGH", Tone.STRONG),
        *plain(of_which, Tone.MUTED),
        *plain(supposed(weighing.scratch, " · "), Tone.WARNING),
        *plain(hidden, Tone.WARNING),
    )
    return said, (
        plain(f" · {ARRANGED[weighing.arrangement]}"),
        plain(f" · {coverage(weighing.options)}"),
    )


def _frame(width: int) -> _Frame | None:
    """How a row is set in ``width`` cells; None where its cells do not fit."""
    room = width - _INDENT
    whole = (_WORDS_WIDTH,) * len(DIMENSIONS)
    if width - sum(whole) >= _LEAST_TEXT:
        return _Frame(width - sum(whole), whole, whole=True)
    if width - _CELLS >= _LEAST_TEXT:
        return _Frame(width - _CELLS, tuple(_WIDTHS.values()), whole=False)
    if room >= sum(whole):
        return _Frame(_INDENT, whole, whole=True)
    if room >= _CELLS:
        more = (room - _CELLS) // len(DIMENSIONS)
        return _Frame(_INDENT, tuple(each + more for each in _WIDTHS.values()), whole=False)
    return None


def _head(scratch: Scratch, frame: _Frame, width: int) -> Iterator[GridLine]:
    legend = _LEGEND if frame.whole else f"{_SHORT_LEGEND} · {_LEGEND}"
    yield GridLine((Slot(plain(f"{' ' * _INDENT}{legend}", Tone.MUTED), width),))
    columns = list(zip(DIMENSIONS, frame.widths, strict=True))
    titles = (Slot(plain(short_name(each), Tone.LABEL), width) for each, width in columns)
    yield GridLine((Slot((), frame.text), *titles))
    if scratch.aside:
        aside = plain("set aside", Tone.WARNING)
        slots = (Slot(aside if each in scratch.aside else (), width) for each, width in columns)
        yield GridLine((Slot((), frame.text), *slots))


class _Build:
    """The lines as they come, and under which heading each cell stands."""

    def __init__(self, register: Register, scratch: Scratch, marked: tuple[str, ...]) -> None:
        self._register = register
        self._scratch = scratch
        self._marked = marked
        self.lines: list[GridLine] = []
        self.under: dict[Address, int] = {}

    def group(self, number: int, group: Group, width: int, frame: _Frame | None) -> None:
        """Add the heading of a group, and its options."""
        if number:
            self.lines.append(GridLine(()))
        heading = len(self.lines)
        for spans in self._heading(group, width):
            self.lines.append(GridLine((Slot(spans, width),)))
        for place, option in enumerate(group.options):
            first = len(self.lines) if place else heading
            cells = [
                self._cell(option, dimension, Address(number, place, column))
                for column, dimension in enumerate(DIMENSIONS)
            ]
            text = option_spans(self._register, option, group.arrangement)
            if frame is None:
                self._folded(option, text, cells, width)
            else:
                self._in_columns(option, text, cells, width, frame)
            self.under.update((cell.address, first) for cell in cells)

    def _heading(self, group: Group, width: int) -> list[Spans]:
        own = self._scratch.own_in(group.options)
        aside = Span(f"{coverage(group.options)}{f', {own} yours' if own else ''}", Tone.MUTED)
        name = Span(group_name(self._register, group).upper(), Tone.HEADING)
        gap = width - spans_width((name, aside))
        if gap < 2:
            return [*wrap((name,), width), *wrap((aside,), width)]
        return [(name, Span(" " * gap), aside)]

    def _cell(self, option: Option, dimension: Dimension, address: Address) -> _Cell:
        level = option.leverage.level(dimension)
        own = self._scratch.own(option, dimension) if level is None else None
        return _Cell(dimension, address, level, own, dimension in self._scratch.aside)

    def _in_columns(
        self, option: Option, text: Spans, cells: list[_Cell], width: int, frame: _Frame
    ) -> None:
        slots = [
            Slot(cell.spans(whole=frame.whole), cell_width, cell.address)
            for cell, cell_width in zip(cells, frame.widths, strict=True)
        ]
        beside = frame.beside
        lines = wrap(text, frame.text - _INDENT - 1 if beside else width - 1) or [()]
        for number, line in enumerate(lines):
            spans = (self._mark(option, number), *line)
            if beside and number == 0:
                self.lines.append(GridLine((Slot(spans, frame.text), *slots)))
            else:
                self.lines.append(GridLine((Slot(spans, width),)))
        if not beside:
            self.lines.append(GridLine((Slot((), frame.text), *slots)))
        for cell in cells:
            if cell.level is Level.CONTESTED:
                self._contested(option, cell, width)

    def _contested(self, option: Option, cell: _Cell, width: int) -> None:
        """Each of the voices on a cell on which they differ."""
        head = Span(f"{words.GLYPHS[cell.level]} {cell.dimension.label}", Tone.WARNING)
        said = (head, *voices(self._register, option.leverage.on(cell.dimension)))
        for line in wrap(said, width - _INDENT - 1):
            slot = Slot(line, width - _INDENT, cell.address)
            self.lines.append(GridLine((Slot((), _INDENT), slot)))

    def _folded(self, option: Option, text: Spans, cells: list[_Cell], width: int) -> None:
        for number, line in enumerate(wrap(text, width - 1)):
            self.lines.append(GridLine((Slot((self._mark(option, number), *line), width),)))
        label_width = min(_INDENT + _LEAST_LABEL, width // 2)
        for cell in cells:
            if cell.level is None and cell.own is None:
                continue
            label = plain(f"{' ' * _INDENT}{short_name(cell.dimension)}", Tone.LABEL)
            for line in wrap(self._said(option, cell), width - label_width - 1):
                slot = Slot(line, width - label_width, cell.address)
                self.lines.append(GridLine((Slot(label, label_width), slot)))
                label = ()
        silent = (cell for cell in cells if cell.level is None and cell.own is None)
        self.lines.extend(_not_stated(silent, width))

    def _said(self, option: Option, cell: _Cell) -> Spans:
        aside = plain(" · set aside", Tone.WARNING) if cell.aside else ()
        levers = option.leverage.on(cell.dimension) if cell.level is Level.CONTESTED else ()
        return (*cell.spans(whole=True), *aside, *voices(self._register, levers))

    def _mark(self, option: Option, line: int) -> Span:
        marked = line == 0 and option.actor in self._marked
        return Span(words.MARK if marked else " ", Tone.MARKED)


def _not_stated(cells: Iterable[_Cell], width: int) -> Iterator[GridLine]:
    """The cells of an option that are not stated, word after word."""
    head = f"{' ' * _INDENT}{words.GLYPHS[None]} {words.NOT_STATED}: "
    slots = [Slot(plain(head, Tone.MUTED), min(len(head), width))]
    left = width - slots[0].width
    for cell in cells:
        name = short_name(cell.dimension)
        if len(name) + 1 > left:
            yield GridLine(tuple(slots))
            slots = [Slot((), min(2 * _INDENT, width // 2))]
            left = width - slots[0].width
        slots.append(Slot(plain(name, Tone.MUTED), min(len(name) + 2, left), cell.address))
        left -= slots[-1].width
    if len(slots) > 1:
        yield GridLine(tuple(slots))
