"""All options by dimension of leverage as lines: a glyph and a word in every cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from brief_tui.analysis.leverage import DIMENSIONS, coverage
from brief_tui.analysis.matrix import Arrangement, Group, Weighing
from brief_tui.analysis.scratch import Scratch
from brief_tui.model.item import Option
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Dimension, Level
from brief_tui.render import words
from brief_tui.render.cell import WEAKER, short_name, voices
from brief_tui.render.grid import Address, Grid, GridLine, Slot, grid_of
from brief_tui.render.layout import spans_width, wrap
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


def matrix_title(weighing: Weighing) -> Spans:
    """What the matrix shows, in one line, with what the reader supposes first."""
    cover = coverage(weighing.options)
    hidden = f" · {weighing.hidden} hidden by the filter" if weighing.hidden else ""
    return (
        Span("WEIGH", Tone.STRONG),
        *plain(supposed(weighing.scratch, " · "), Tone.WARNING),
        Span(f" · {cover.stated} of {cover.cells} cells stated"),
        Span(f" · {ARRANGED[weighing.arrangement]}"),
        *plain(hidden, Tone.WARNING),
    )


ARRANGED = {
    Arrangement.OF: "by actor",
    Arrangement.ON: "by target",
    Arrangement.ALL: "all options together",
}
"""Every arrangement in words."""


def group_name(register: Register, group: Group) -> str:
    """What a group holds: ``levers of China``, ``levers on Russia``."""
    if group.arrangement is Arrangement.ALL:
        return "all options"
    if group.party is None:
        return f"{group.arrangement.value} {words.NOT_STATED}"
    name = register.name(group.party)
    return f"levers {'on' if group.arrangement is Arrangement.ON else 'of'} {name}"


def option_spans(
    register: Register, option: Option, arrangement: Arrangement, tone: Tone = Tone.STRONG
) -> Spans:
    """An option in a group: its text, what the group does not say of its parties, its state."""
    parts = []
    if arrangement is not Arrangement.OF:
        actor = f"actor {words.NOT_STATED}" if option.actor is None else ""
        parts.append(actor or f"by {register.name(option.actor or '')}")
    if arrangement is not Arrangement.ON:
        targets = ", ".join(map(register.name, option.targets))
        parts.append(f"on {targets}" if targets else f"target {words.NOT_STATED}")
    parts.append(option.state.label if option.state else f"state {words.NOT_STATED}")
    text = words.row_text(register, option, tone)
    return (*text, Span(f" · {' · '.join(parts)}", Tone.MUTED))


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
            addresses = [Address(number, place, column) for column in range(len(DIMENSIONS))]
            text = option_spans(self._register, option, group.arrangement)
            if frame is None:
                self._folded(option, text, addresses, width)
            else:
                self._in_columns(option, text, addresses, width, frame)
            self.under.update(dict.fromkeys(addresses, first))

    def _heading(self, group: Group, width: int) -> list[Spans]:
        own = self._scratch.own_in(group.options)
        aside = Span(f"{coverage(group.options)}{f', {own} yours' if own else ''}", Tone.MUTED)
        name = Span(group_name(self._register, group).upper(), Tone.HEADING)
        gap = width - spans_width((name, aside))
        if gap < 2:
            return [*wrap((name,), width), *wrap((aside,), width)]
        return [(name, Span(" " * gap), aside)]

    def _in_columns(
        self, option: Option, text: Spans, addresses: list[Address], width: int, frame: _Frame
    ) -> None:
        cells = [
            Slot(self._cell(option, dimension, whole=frame.whole), cell_width, address)
            for dimension, cell_width, address in zip(
                DIMENSIONS, frame.widths, addresses, strict=True
            )
        ]
        beside = frame.beside
        lines = wrap(text, frame.text - _INDENT - 1 if beside else width - 1) or [()]
        for number, line in enumerate(lines):
            spans = (self._mark(option, number), *line)
            if beside and number == 0:
                self.lines.append(GridLine((Slot(spans, frame.text), *cells)))
            else:
                self.lines.append(GridLine((Slot(spans, width),)))
        if not beside:
            self.lines.append(GridLine((Slot((), frame.text), *cells)))
        self._contested(option, addresses, width)

    def _contested(self, option: Option, addresses: list[Address], width: int) -> None:
        """Both voices on every cell on which voices differ."""
        for dimension, address in zip(DIMENSIONS, addresses, strict=True):
            levers = option.leverage.on(dimension)
            if option.leverage.level(dimension) is Level.CONTESTED:
                head = Span(f"{words.GLYPHS[Level.CONTESTED]} {dimension.label}", Tone.WARNING)
                said = (head, *voices(self._register, levers))
                for line in wrap(said, width - _INDENT - 1):
                    slot = Slot(line, width - _INDENT, address)
                    self.lines.append(GridLine((Slot((), _INDENT), slot)))

    def _cell(self, option: Option, dimension: Dimension, *, whole: bool) -> Spans:
        level = option.leverage.level(dimension)
        own = self._scratch.own(option, dimension)
        faint = dimension in self._scratch.aside
        if own is not None:
            word = f"you: {own.value}" if whole else _SHORT_WORDS.get(own, own.value)
            return (Span(f"?{words.GLYPHS[own]} {word}", Tone.FAINT if faint else Tone.HEDGE),)
        spans = words.level(level)
        if not whole and level in _SHORT_WORDS:
            spans = (spans[0], Span(_SHORT_WORDS[level], spans[1].tone))
        return tuple(Span(span.text, Tone.FAINT) for span in spans) if faint else spans

    def _folded(self, option: Option, text: Spans, addresses: list[Address], width: int) -> None:
        for number, line in enumerate(wrap(text, width - 1)):
            self.lines.append(GridLine((Slot((self._mark(option, number), *line), width),)))
        silent: list[tuple[str, Address]] = []
        for dimension, address in zip(DIMENSIONS, addresses, strict=True):
            if self._scratch.level(option, dimension) is None:
                silent.append((short_name(dimension), address))
                continue
            label = Slot(
                plain(f"{' ' * _INDENT}{short_name(dimension)}", Tone.LABEL),
                min(_INDENT + _LEAST_LABEL, width // 2),
            )
            for number, line in enumerate(
                wrap(self._said(option, dimension), width - label.width - 1)
            ):
                room = Slot(line, width - label.width, address)
                self.lines.append(GridLine((label if not number else Slot((), label.width), room)))
        self.lines.extend(_not_stated(silent, width))

    def _mark(self, option: Option, line: int) -> Span:
        marked = line == 0 and option.actor in self._marked
        return Span(words.MARK if marked else " ", Tone.MARKED)

    def _said(self, option: Option, dimension: Dimension) -> Spans:
        level = option.leverage.level(dimension)
        aside = plain(" · set aside", Tone.WARNING) if dimension in self._scratch.aside else ()
        own = self._scratch.own(option, dimension)
        if own is not None:
            return (*self._cell(option, dimension, whole=True), *aside)
        contested = option.leverage.on(dimension) if level is Level.CONTESTED else ()
        return (*words.level(level), *aside, *voices(self._register, contested))


def _not_stated(cells: Iterable[tuple[str, Address]], width: int) -> Iterator[GridLine]:
    """The cells of an option that are not stated, word after word."""
    head = f"{' ' * _INDENT}{words.GLYPHS[None]} {words.NOT_STATED}: "
    slots = [Slot(plain(head, Tone.MUTED), min(len(head), width))]
    left = width - slots[0].width
    for name, address in cells:
        if len(name) + 1 > left:
            yield GridLine(tuple(slots))
            slots = [Slot((), min(2 * _INDENT, width // 2))]
            left = width - slots[0].width
        slots.append(Slot(plain(name, Tone.MUTED), min(len(name) + 2, left), address))
        left -= slots[-1].width
    if len(slots) > 1:
        yield GridLine(tuple(slots))
