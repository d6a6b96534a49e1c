"""Rows of an index that are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from brief_tui.library.index.held import Held
from brief_tui.library.index.order import Arranged
from brief_tui.library.index.shelf import Shelf
from brief_tui.library.interface import Rows
from brief_tui.library.row import Row, Spot
from brief_tui.model.section import Section

if TYPE_CHECKING:
    from pyroaring import BitMap

_ATTEMPTS = 64
"""After how many rows that cannot be read no more is looked for."""

_KEPT = 100
"""How many rows are kept, each with what it needs of its briefing: a screen of them."""


class LazyRows:
    """The rows of a section that a filter leaves."""

    def __init__(
        self,
        shelf: Shelf,
        section: Section,
        numbers: BitMap,
        whole: BitMap,
        arrange: Callable[[BitMap], Arranged],
        known_on: date | None = None,
    ) -> None:
        """Take the numbers of rows, of all rows of the section, and what puts them in order."""
        self._shelf = shelf
        self._section = section
        self._numbers = numbers
        self._whole = whole
        self._arrange = arrange
        self._arranged = arrange(numbers)
        self._known_on = known_on
        self._rows: dict[int, Row] = {}
        self._count = len(self._arranged)
        if self._count:
            with suppress(IndexError):  # nothing of it can be read
                self[0]
            self._count = len(self._arranged)

    def __len__(self) -> int:
        return len(self._arranged)

    def __getitem__(self, index: int, /) -> Row:
        place = index + self._count if index < 0 else index
        if not 0 <= place < self._count:
            raise IndexError(index)
        for _ in range(_ATTEMPTS):
            if not len(self):
                break
            try:
                # Whoever has counted before one of them was left out asks beyond the last.
                number = self._arranged.at(min(place, len(self) - 1))
            except IndexError:  # what puts them in order is damaged, and counts more than it has
                self._shelf.found_damage()
                break
            row = self._rows.get(number) or self._read(number)
            if row is not None:
                return row
            self._leave_out(number)
        self._numbers = type(self._numbers)()
        self._arranged = self._arrange(self._numbers)
        raise IndexError(index)

    def __iter__(self) -> Iterator[Row]:
        place = 0
        while place < len(self):
            try:
                yield self[place]
            except IndexError:
                return
            place += 1

    def place_of(self, spot: Spot) -> int | None:
        """Where a row now is; None where it is not among them."""
        held = self._shelf.held(spot.path)
        number = self._number_of(held, spot.key) if held is not None else None
        if number is None or number not in self._numbers:
            return None
        return self._arranged.before(number)

    def nearest(self, spot: Spot) -> int:
        """Where a row is, else the first that would follow it, else the last."""
        held = self._shelf.held(spot.path)
        if held is None:
            return 0
        number = self._number_of(held, spot.key)
        if number is None:
            if self._section is Section.TIMELINE:
                return 0
            number = held.placed.first
        return min(self._arranged.before(number), max(len(self) - 1, 0))

    def _leave_out(self, number: int) -> None:
        """What cannot be read is not there; beside it there is more that cannot."""
        order = self._shelf.order
        place = order.place_of(number)
        numbers = type(self._numbers)([number])
        if place is not None and self._shelf.has_nothing_of(number):
            numbers.add_range(order.firsts[place], order.ends[place])
        self._numbers = self._numbers - numbers
        self._arranged = self._arrange(self._numbers)

    def _number_of(self, held: Held, key: str) -> int | None:
        placed = held.placed
        following = self._whole.iter_equal_or_larger(placed.first)
        own = takewhile(placed.end.__gt__, following)
        number = held.number_of(self._section, key, own)
        return number if number is not None and number in self._whole else None

    def _read(self, number: int) -> Row | None:
        row = self._shelf.row(number, self._known_on)
        if row is not None:
            if len(self._rows) >= _KEPT:
                del self._rows[next(iter(self._rows))]
            self._rows[number] = row
        return row


class _NoRows:
    """None at all: what is left of an index that cannot be read."""

    def __len__(self) -> int:
        return 0

    def __getitem__(self, index: int, /) -> Row:
        raise IndexError(index)

    def place_of(self, spot: Spot) -> int | None:
        """Nowhere."""
        return None

    def nearest(self, spot: Spot) -> int:
        """At the beginning."""
        return 0


NO_ROWS: Rows = _NoRows()
