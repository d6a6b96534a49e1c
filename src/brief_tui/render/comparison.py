"""Actors side by side as lines: a label column and a column per actor, or one under the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from brief_tui.analysis.side_by_side import OPTION, Alignment, Aspect, Cell, Comparison, Shared
from brief_tui.model.register import Register
from brief_tui.render import words
from brief_tui.render.cell import cell_page, voices
from brief_tui.render.grid import Address, Grid, GridLine, Slot, grid_of
from brief_tui.render.layout import fit_spans, wrap
from brief_tui.render.page import (
    Block,
    Drawn,
    Field,
    Gap,
    Heading,
    Link,
    Page,
    Span,
    Spans,
    Tone,
    plain,
)
from brief_tui.render.parts import item_link

_LABEL_WIDTH = 20
_LEAST_COLUMN = 18


def lay_out_comparison(
    register: Register,
    comparison: Comparison,
    width: int,
    keep: Callable[[Aspect], bool] = lambda row: True,
) -> Grid:
    """Set a comparison in ``width`` cells, with the rows to ``keep``.

    Where the columns would be narrower than they can be read in, the actors fold under each other.
    """
    column = (width - _LABEL_WIDTH) // max(len(comparison.actors), 1)
    if column >= _LEAST_COLUMN:
        lines = _side_by_side(register, comparison, column, keep)
        return grid_of(_head(register, comparison, column), lines, folded=False)
    return grid_of((), _folded(register, comparison, width, keep), folded=True)


def comparison_blocks(register: Register, comparison: Comparison) -> Iterator[Block]:
    """A whole comparison, for where nothing scrolls and no key is pressed."""
    yield Gap()
    aligned = f"side by side, by {comparison.alignment.value}"
    yield Heading("LEVERAGE", f"{comparison.total} · {aligned}")
    yield Gap()
    yield Drawn(lambda width: lay_out_comparison(register, comparison, width).drawn())


def row_at(comparison: Comparison, address: Address) -> Aspect:
    """The row that an address means."""
    return comparison.blocks[address.block].rows[address.row]


def comparison_line(register: Register, comparison: Comparison, address: Address) -> Spans:
    """One sentence on a cell, for the line under the comparison."""
    row = row_at(comparison, address)
    cell = row.cells[address.column]
    actor = register.name(comparison.actors[address.column])
    head = Span(f"{row.aspect} of {actor}{_shared(register, row.shared)}: ", Tone.LABEL)
    if cell.option is None:
        return (head, Span("no option in this briefing", Tone.MUTED))
    if row.dimension is not None and cell.levers:
        voices = (words.lever(register, lever) for lever in cell.levers)
        return (head, *(span for voice in voices for span in voice))
    return (head, *_content(register, cell, row))


def comparison_page(register: Register, comparison: Comparison, address: Address) -> Page:
    """Everything on one cell: its voices with basis, assessor and the source's wording."""
    row = row_at(comparison, address)
    cell = row.cells[address.column]
    if cell.option is not None and row.dimension is not None:
        return cell_page(register, cell.option, row.dimension)
    actor = comparison.actors[address.column]
    about = (
        Field("actor", plain(register.name(actor), Tone.LINK), Link(actor)),
        Field("aligned by", plain(_title(register, row.shared))),
    )
    if cell.option is None:
        return (*about, Field(row.aspect, plain("no option in this briefing", Tone.MUTED)))
    said = tuple(Field(row.aspect, words.text(text)) for text in cell.text or ("",))
    return (*about, item_link(register, cell.option.id), Gap(), *said)


def _shared(register: Register, shared: Shared) -> str:
    """What the options of a row share, as it follows an actor's name."""
    number = f", option {shared.number}" if shared.number > 1 else ""
    if shared.instrument is not None:
        return f" by {shared.instrument.meaning} means{number}"
    return (f" on {register.name(shared.target)}" if shared.target else "") + number


def _title(register: Register, shared: Shared) -> str:
    number = f" · option {shared.number}" if shared.number > 1 else ""
    if shared.by_instrument:
        return (
            f"by {shared.instrument.meaning} means" if shared.instrument else _NO_MEANS
        ) + number
    return (f"on {register.name(shared.target)}" if shared.target else _NO_TARGET) + number


_NO_TARGET = f"target {words.NOT_STATED}"
_NO_MEANS = f"instrument {words.NOT_STATED}"


def _blocks(
    register: Register, comparison: Comparison, keep: Callable[[Aspect], bool]
) -> Iterator[tuple[int, str, list[tuple[int, str, Aspect]]]]:
    """Each block that has rows to show: its place, its heading, its rows with place and label."""
    by_dimension = comparison.alignment is Alignment.DIMENSION
    for block_at, block in enumerate(comparison.blocks):
        rows = [
            (row_at, _title(register, row.shared) if by_dimension else row.aspect, row)
            for row_at, row in enumerate(block.rows)
            if keep(row)
        ]
        if rows:
            first = rows[0][2]
            title = first.aspect if by_dimension else _title(register, first.shared)
            yield block_at, title.upper(), rows


def _head(register: Register, comparison: Comparison, column: int) -> Iterator[GridLine]:
    names = [Slot((), _LABEL_WIDTH)]
    covers = [Slot(plain("leverage", Tone.LABEL), _LABEL_WIDTH)]
    for actor, cover in zip(comparison.actors, comparison.coverage, strict=True):
        name = plain(register.name(actor).upper(), Tone.HEADING)
        names.append(Slot(fit_spans(name, column - 2), column))
        covers.append(Slot(plain(str(cover), Tone.MUTED), column))
    yield GridLine(tuple(names))
    yield GridLine(tuple(covers))


def _side_by_side(
    register: Register, comparison: Comparison, column: int, keep: Callable[[Aspect], bool]
) -> Iterator[GridLine]:
    total = _LABEL_WIDTH + column * len(comparison.actors)
    for number, (block_at, title, rows) in enumerate(_blocks(register, comparison, keep)):
        if number:
            yield GridLine(())
        yield GridLine((Slot(plain(title, Tone.HEADING), total),))
        for row_at, label, row in rows:
            labels = wrap(plain(label, Tone.LABEL), _LABEL_WIDTH - 3)
            columns = [_cell_lines(register, cell, row, column - 2) for cell in row.cells]
            for line in range(max(map(len, (labels, *columns)))):
                slots = [Slot(_at(labels, line, "  "), _LABEL_WIDTH)]
                slots += (
                    Slot(_at(lines, line), column, Address(block_at, row_at, column_at))
                    for column_at, lines in enumerate(columns)
                )
                yield GridLine(tuple(slots))


def _at(lines: list[Spans], number: int, indent: str = "") -> Spans:
    return (Span(indent), *lines[number]) if number < len(lines) else ()


def _folded(
    register: Register, comparison: Comparison, width: int, keep: Callable[[Aspect], bool]
) -> Iterator[GridLine]:
    label_width = min(_LABEL_WIDTH, width // 2)
    blocks = list(_blocks(register, comparison, keep))
    for column_at, actor in enumerate(comparison.actors):
        if column_at:
            yield GridLine(())
        name = Span(register.name(actor).upper(), Tone.HEADING)
        cover = Span(f"  {comparison.coverage[column_at]}", Tone.MUTED)
        yield GridLine((Slot((name, cover), width),))
        for block_at, title, rows in blocks:
            own = [each for each in rows if _says(each[2], column_at)]
            if own:
                yield GridLine((Slot(plain(f" {title}", Tone.HEADING), width),))
            for row_at, label, row in own:
                address = Address(block_at, row_at, column_at)
                labels = wrap(plain(label, Tone.LABEL), label_width - 3)
                room = width - label_width - 2
                lines = _cell_lines(register, row.cells[column_at], row, room)
                for number in range(max(len(labels), len(lines))):
                    label_slot = Slot(_at(labels, number, "  "), label_width)
                    slot = Slot(_at(lines, number), width - label_width, address)
                    yield GridLine((label_slot, slot))


def _says(row: Aspect, column: int) -> bool:
    """Whether an actor has something here, or it is the place to say that it has nothing."""
    return row.cells[column].option is not None or row.aspect == OPTION


def _cell_lines(register: Register, cell: Cell, row: Aspect, width: int) -> list[Spans]:
    return wrap(_content(register, cell, row), width) or [()]


def _content(register: Register, cell: Cell, row: Aspect) -> Spans:
    if cell.option is None:
        return plain("– no option", Tone.MUTED) if row.aspect == OPTION else ()
    if row.dimension is None:
        if not cell.text:
            return words.UNKNOWN
        if row.aspect == OPTION:
            return words.row_text(register, cell.option, Tone.STRONG)
        return plain("\n".join(cell.text))
    spans = words.level(cell.level)
    if len(cell.levers) > 1:
        return (*spans, *voices(register, cell.levers))
    for lever in cell.levers:
        wording = plain(f" “{lever.wording}”") if lever.wording else ()
        spans = (*spans, *wording, words.voice_aside(lever.voice))
    return spans
