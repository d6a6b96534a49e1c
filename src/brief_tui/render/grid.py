"""Cells in lines, for a width: what a comparison and the matrix are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from brief_tui.model.value import dataclass
from brief_tui.render.layout import fit_spans
from brief_tui.render.page import Line, Spans


class Address(NamedTuple):
    """A cell: the block, the row in it, and the column."""

    block: int
    row: int
    column: int


class Slot(NamedTuple):
    """A stretch of a line that belongs to one cell, ``width`` cells wide."""

    spans: Spans
    width: int
    address: Address | None = None


class GridLine(NamedTuple):
    """One line of a grid, slot after slot."""

    slots: tuple[Slot, ...]

    @property
    def spans(self) -> Spans:
        """The line as spans, each slot filled to its width."""
        filled = (fit_spans(slot.spans, slot.width, fill=True) for slot in self.slots)
        return tuple(span for spans in filled for span in spans)

    @property
    def text(self) -> str:
        """The line as plain text."""
        return "".join(span.text for span in self.spans).rstrip()


class Lines(NamedTuple):
    """The lines that a cell takes, and from which on it is seen with what it stands under."""

    heading: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells set for a width. ``head`` stays while ``lines`` scroll.

    ``where`` has every cell, in the order they are drawn in; ``columns`` those that are above and
    below each other. Where ``folded``, cells that would be side by side stand so too.
    """

    head: tuple[GridLine, ...]
    lines: tuple[GridLine, ...]
    folded: bool
    where: Mapping[Address, Lines]
    columns: Mapping[int, tuple[Address, ...]]

    def in_reach(self, address: Address) -> tuple[Address, ...]:
        """The cells that the cursor goes through, up and down, from the one it is on."""
        return tuple(self.where) if self.folded else self.columns[address.column]

    def drawn(self) -> Iterator[Line]:
        """The head and all lines, for where nothing scrolls."""
        return (Line(line.spans) for line in (*self.head, *self.lines))


_UNDER_NOTHING: Mapping[Address, int] = MappingProxyType({})


def grid_of(
    head: Iterable[GridLine],
    lines: Iterable[GridLine],
    *,
    folded: bool,
    under: Mapping[Address, int] = _UNDER_NOTHING,
) -> Grid:
    """A grid of these lines; ``under`` gives the line of the heading of a cell that has one."""
    every = tuple(lines)
    where: dict[Address, Lines] = {}
    for number, line in enumerate(every):
        for slot in line.slots:
            address = slot.address
            if address in where:
                where[address] = where[address]._replace(last=number)
            elif address is not None:
                where[address] = Lines(under.get(address, number), number, number)
    columns: dict[int, list[Address]] = {}
    for address in where:
        columns.setdefault(address.column, []).append(address)
    in_columns = {column: tuple(addresses) for column, addresses in columns.items()}
    return Grid(tuple(head), every, folded, where, in_columns)
