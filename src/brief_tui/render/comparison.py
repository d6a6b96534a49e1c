"""Actors side by side as lines: a label column and a column per actor, or one under the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from brief_tui.analysis.leverage import Aspect, Cell, Comparison, TargetBlock
from brief_tui.model.item import Lever
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.render import words
from brief_tui.render.layout import fit_spans, wrap
from brief_tui.render.page import Block, Field, Gap, Heading, Link, Page, Span, Spans, Tone, plain
from brief_tui.render.parts import item_link

_LABEL_WIDTH = 20
_LEAST_COLUMN = 18


class Address(NamedTuple):
    """A cell: the block, the row in it, and the actor's column."""

    block: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of a line that belongs to one cell, ``width`` cells wide."""

    spans: Spans
    width: int
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class GridLine:
    """One line of the comparison, slot after slot."""

    slots: tuple[Slot, ...]

    @property
    def text(self) -> str:
        """The line as plain text."""
        filled = (fit_spans(slot.spans, slot.width, fill=True) for slot in self.slots)
        return "".join(span.text for spans in filled for span in spans).rstrip()


@dataclass(frozen=True, slots=True)
class Grid:
    """A comparison set for a width. ``head`` stays while ``lines`` scroll.

    ``addresses`` are those of the cells, line by line; ``folded`` tells that the actors stand
    under each other.
    """

    head: tuple[GridLine, ...]
    lines: tuple[GridLine, ...]
    addresses: tuple[Address, ...]
    folded: bool


def lay_out_comparison(
    register: Register, comparison: Comparison, width: int, *, differing: bool = False
) -> Grid:
    """Set a comparison in ``width`` cells; ``differing`` leaves only the rows that differ.

    Where the columns would be narrower than they can be read in, the actors fold under each other.
    """
    count = len(comparison.actors)
    column = (width - _LABEL_WIDTH) // max(count, 1)
    if column >= _LEAST_COLUMN:
        head = tuple(_head(register, comparison, column))
        lines = tuple(_side_by_side(register, comparison, column, differing))
    else:
        head = ()
        lines = tuple(_folded(register, comparison, width, differing))
    addresses = dict.fromkeys(
        slot.address for line in lines for slot in line.slots if slot.address is not None
    )
    return Grid(head, lines, tuple(addresses), column < _LEAST_COLUMN)


def cell_at(comparison: Comparison, address: Address) -> tuple[TargetBlock, Aspect, Cell]:
    """The block, row and cell that an address means."""
    block = comparison.blocks[address.block]
    row = block.rows[address.row]
    return block, row, row.cells[address.column]


def cell_line(register: Register, comparison: Comparison, address: Address) -> Spans:
    """One sentence on a cell, for the line under the comparison."""
    block, row, cell = cell_at(comparison, address)
    actor = register.name(comparison.actors[address.column])
    target = f" on {register.name(block.target)}" if block.target else ""
    head = Span(f"{row.aspect} of {actor}{target}: ", Tone.LABEL)
    if cell.option is None:
        return (head, Span("no option in this briefing", Tone.MUTED))
    if row.dimension is not None and cell.levers:
        voices = (words.lever(register, lever) for lever in cell.levers)
        return (head, *(span for voice in voices for span in voice))
    return (head, *_content(register, cell, row))


def cell_page(register: Register, comparison: Comparison, address: Address) -> Page:
    """Everything on one cell: its voices with basis, assessor and the source's wording."""
    block, row, cell = cell_at(comparison, address)
    actor = comparison.actors[address.column]
    about = (
        Field("actor", plain(register.name(actor), Tone.LINK), Link(actor)),
        Field("target", words.text(register.name(block.target) if block.target else "")),
    )
    if cell.option is None:
        return (*about, Field(row.aspect, plain("no option in this briefing", Tone.MUTED)))
    option = item_link(register, cell.option.id)
    if row.dimension is None:
        said = tuple(Field(row.aspect, words.text(text)) for text in cell.text or ("",))
        return (*about, option, Gap(), *said)
    return (
        *about,
        option,
        Gap(),
        Field(row.aspect, plain(row.dimension.meaning, Tone.MUTED)),
        Field("level", words.level(cell.level)),
        *(block for lever in cell.levers for block in _voice(register, lever)),
    )


def _voice(register: Register, lever: Lever) -> Iterator[Block]:
    who = register.name(lever.assessor) if lever.assessor else ""
    yield Gap()
    yield Heading(lever.level.value.upper())
    yield Field("assessor", words.text(who), Link(lever.assessor) if lever.assessor else None)
    yield Field("voice", words.voice_and_meaning(lever.voice))
    yield Field("wording", words.text(f"“{lever.wording}”" if lever.wording else ""))
    yield Field("passage", words.text(" ".join(lever.locator)))
    if not lever.basis:
        yield Field("basis", words.UNKNOWN)
    for id_ in lever.basis:
        yield item_link(register, id_)


def _head(register: Register, comparison: Comparison, column: int) -> Iterator[GridLine]:
    names = [Slot((), _LABEL_WIDTH)]
    covers = [Slot(plain("leverage", Tone.LABEL), _LABEL_WIDTH)]
    for actor, cover in zip(comparison.actors, comparison.coverage, strict=True):
        name = plain(register.name(actor).upper(), Tone.HEADING)
        names.append(Slot(fit_spans(name, column - 2), column))
        covers.append(Slot(plain(str(cover), Tone.MUTED), column))
    yield GridLine(tuple(names))
    yield GridLine(tuple(covers))


def _target(register: Register, block: TargetBlock) -> str:
    target = f"ON {register.name(block.target).upper()}" if block.target else "TARGET NOT STATED"
    return f"{target} · option {block.number}" if block.number > 1 else target


def _side_by_side(
    register: Register, comparison: Comparison, column: int, differing: bool
) -> Iterator[GridLine]:
    total = _LABEL_WIDTH + column * len(comparison.actors)
    for block_at, block in enumerate(comparison.blocks):
        if block_at:
            yield GridLine(())
        yield GridLine((Slot(plain(_target(register, block), Tone.HEADING), total),))
        for row_at, row in enumerate(block.rows):
            if differing and not row.differs:
                continue
            columns = [_cell_lines(register, cell, row, column - 2) for cell in row.cells]
            for number in range(max(map(len, columns))):
                label = plain(f"  {row.aspect}", Tone.LABEL) if number == 0 else ()
                slots = [Slot(label, _LABEL_WIDTH)]
                for column_at, lines in enumerate(columns):
                    spans = lines[number] if number < len(lines) else ()
                    slots.append(Slot(spans, column, Address(block_at, row_at, column_at)))
                yield GridLine(tuple(slots))


def _folded(
    register: Register, comparison: Comparison, width: int, differing: bool
) -> Iterator[GridLine]:
    label_width = min(_LABEL_WIDTH, width // 2)
    for column_at, actor in enumerate(comparison.actors):
        if column_at:
            yield GridLine(())
        name = Span(register.name(actor).upper(), Tone.HEADING)
        cover = Span(f"  {comparison.coverage[column_at]}", Tone.MUTED)
        yield GridLine((Slot((name, cover), width),))
        for block_at, block in enumerate(comparison.blocks):
            yield GridLine((Slot(plain(f" {_target(register, block)}", Tone.HEADING), width),))
            for row_at, row in enumerate(block.rows):
                nothing = row.cells[column_at].option is None and row.aspect != "option"
                if nothing or (differing and not row.differs):
                    continue
                address = Address(block_at, row_at, column_at)
                lines = _cell_lines(register, row.cells[column_at], row, width - label_width - 2)
                for number, spans in enumerate(lines):
                    label = plain(f"  {row.aspect}", Tone.LABEL) if number == 0 else ()
                    yield GridLine(
                        (Slot(label, label_width), Slot(spans, width - label_width, address))
                    )


def _cell_lines(register: Register, cell: Cell, row: Aspect, width: int) -> list[Spans]:
    return wrap(_content(register, cell, row), width) or [()]


def _content(register: Register, cell: Cell, row: Aspect) -> Spans:
    if cell.option is None:
        return plain("– no option", Tone.MUTED) if row.aspect == "option" else ()
    if row.dimension is None:
        if not cell.text:
            return words.UNKNOWN
        if row.aspect == "option":
            return words.row_text(register, cell.option, Tone.STRONG)
        return plain("\n".join(cell.text))
    spans = words.level(cell.level)
    if len(cell.levers) > 1:
        return (*spans, Span(f" · {len(cell.levers)} voices"))
    for lever in cell.levers:
        wording = plain(f" “{lever.wording}”") if lever.wording else ()
        spans = (*spans, *wording, words.voice_aside(lever.voice))
    return spans
