"""Rows that are all in memory: those of one briefing, and those of many behind one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from brief_tui.library.row import Row, Spot


class PlainRows:
    """Some of the rows of a sequence, in its order."""

    def __init__(self, rows: Sequence[Row], whole: Callable[[], Sequence[Row]]) -> None:
        """Take rows; ``whole`` gives all of those that they were taken from, once it is asked."""
        self._rows = rows
        self._whole = whole
        self._places: dict[Spot, int] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int, /) -> Row:
        return self._rows[index]

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def place_of(self, spot: Spot) -> int | None:
        """Where a row now is; None where it is not among them."""
        if self._places is None:
            self._places = {row.spot: place for place, row in enumerate(self._rows)}
        return self._places.get(spot)

    def nearest(self, spot: Spot) -> int:
        """Where a row is, else the first that would follow it, else the last."""
        following = self.following(spot)
        return max(len(self._rows) - 1, 0) if following is None else following

    def following(self, spot: Spot) -> int | None:
        """Where a row is, else the first that would follow it; None where none does."""
        place = self.place_of(spot)
        if place is not None:
            return place
        whole = iter(self._whole())
        if not any(row.spot == spot for row in whole):
            return 0 if self._rows else None
        places = (self.place_of(row.spot) for row in whole)
        return next((each for each in places if each is not None), None)


class JoinedRows:
    """The rows of several briefings, one briefing after the other."""

    def __init__(self, parts: Sequence[tuple[Path, PlainRows]]) -> None:
        """Join the rows of briefings, each with its path; a path may have none."""
        self._parts = parts
        self._ends = tuple(accumulate(len(rows) for _, rows in parts))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, index: int, /) -> Row:
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        part = bisect_right(self._ends, place)
        return self._parts[part][1][place - self._begin(part)]

    def __iter__(self) -> Iterator[Row]:
        for _, rows in self._parts:
            yield from rows

    def place_of(self, spot: Spot) -> int | None:
        """Where a row now is; None where it is not among them."""
        part = self._part(spot)
        place = self._parts[part][1].place_of(spot) if part is not None else None
        return None if place is None or part is None else self._begin(part) + place

    def nearest(self, spot: Spot) -> int:
        """Where a row is, else the first that would follow it, else the last."""
        part = self._part(spot)
        if part is None:
            return 0
        following = self._parts[part][1].following(spot)
        place = self._ends[part] if following is None else self._begin(part) + following
        return min(place, max(len(self) - 1, 0))

    def _part(self, spot: Spot) -> int | None:
        paths = (number for number, (path, _) in enumerate(self._parts) if path == spot.path)
        return next(paths, None)

    def _begin(self, part: int) -> int:
        return self._ends[part - 1] if part else 0
