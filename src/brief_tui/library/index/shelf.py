"""The briefings of one state of an index: by place, by path and by number, the last used kept."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, overload

from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.entry import Outline, unpack_outline
from brief_tui.library.index.held import Held, Placed, problems_of
from brief_tui.library.index.kept import Kept
from brief_tui.library.index.order import Order
from brief_tui.library.index.snapshot import Snapshot, Unreadable
from brief_tui.library.interface import Listed, State
from brief_tui.library.row import Row
from brief_tui.library.volume import Volume
from brief_tui.load.text import clean
from brief_tui.model.problem import Problem
from brief_tui.model.section import Section

_STATES = (State.READABLE, State.BROKEN, State.KEPT)
_BROKEN = 1
_PLACED = "select id, path, title, first, count from briefing where state != 1 and "
_LISTED = "select path, name, title, listed, state, errors, changed from briefing "

_NOTHING = Outline(None, (), (0,) * len(Section))
"""What a list shows of a briefing that was never read."""

_PAGE = 64
"""How many briefings are read at once for a list."""

_MOST_ITEMS = 6_000
"""Of how many items in all briefings are kept."""


class Shelf:
    """What an index holds, briefing by briefing."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._held: Kept[Held] = Kept(_MOST_ITEMS, lambda held: held.size)

    def held(self, path: Path) -> Held | None:
        """The readable briefing with a path; None where there is none that can be read."""
        try:
            return self._find("path = ?", self._snapshot.paths.kept(path))
        except Unreadable:
            self._snapshot.damaged()
            return None

    def volume(self, path: Path) -> Volume | None:
        """The readable briefing with a path, opened; None where there is none.

        Raises:
            Unreadable: the index is damaged.
        """
        held = self.held(path)
        try:
            return held.volume() if held is not None else None
        except Damaged:
            self._snapshot.damaged()
            return None

    @property
    def order(self) -> Order:
        """The readable briefings in order, with the numbers of their rows."""
        return self._snapshot.order

    def of_number(self, number: int) -> Held | None:
        """The readable briefing to which a row belongs; None where there is none.

        Raises:
            Unreadable: the index is damaged.
        """
        place = self._snapshot.order.place_of(number)
        if place is None:
            return None
        id_ = self._snapshot.order.ids[place]
        return self._held.get(id_) or self._find("id = ?", id_)

    def has_nothing_of(self, number: int) -> bool:
        """Whether the briefing to which a row belongs cannot be read at all."""
        try:
            return self.of_number(number) is None
        except Unreadable:
            return True

    def found_damage(self) -> None:
        """Part of what is here cannot be read."""
        self._snapshot.damaged()

    def problems(self, path: Path) -> Sequence[Problem] | None:
        """What is wrong with the files of a briefing; None where there is none with this path.

        Raises:
            Unreadable: the index is damaged.
        """
        return problems_of(self._snapshot, path)

    def row(self, number: int, known_on: date | None) -> Row | None:
        """The row with a number; None where it cannot be read."""
        try:
            held = self.of_number(number)
            return held.row(number, known_on) if held is not None else None
        except (Unreadable, Damaged):
            self._snapshot.damaged()
            return None

    def _find(self, where: str, given: object) -> Held | None:
        for id_, path, title, first, count in self._snapshot.rows(_PLACED + where, given):
            held = self._held.get(id_)
            if held is None:
                try:
                    path = self._snapshot.paths.shown(path)
                    held = Held(
                        self._snapshot, Placed(id_, path, clean(title), first, first + count)
                    )
                except (Damaged, TypeError, AttributeError, ValueError):
                    self._snapshot.damaged()
                    return None
                self._held.put(id_, held)
            return held
        return None


class Listing(Sequence[Listed]):
    """Briefings as a list shows them, read as they come into view."""

    def __init__(self, snapshot: Snapshot, ids: Sequence[int] | None = None) -> None:
        """List the briefings with these ids; without ids all of them, in order.

        Raises:
            Unreadable: the index is damaged.
        """
        self._snapshot = snapshot
        self._ids = ids
        self._pages: Kept[Sequence[Listed]] = Kept(16, lambda page: 1)
        self._count: int = (
            snapshot.rows("select count(*) from briefing")[0][0] if ids is None else len(ids)
        )

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Listed: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Listed]: ...
    def __getitem__(self, index: int | slice) -> Listed | Sequence[Listed]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = index + self._count if index < 0 else index
        if not 0 <= place < self._count:
            raise IndexError(index)
        number, rest = divmod(place, _PAGE)
        page = self._page(number)
        # A damaged index may count more than it has.
        return page[rest] if rest < len(page) else _LOST

    def _page(self, number: int) -> Sequence[Listed]:
        page = self._pages.get(number)
        if page is None:
            rows: Sequence[tuple[Any, ...]] = ()
            try:
                rows = self._rows(number * _PAGE)
            except Unreadable:
                self._snapshot.damaged()
            page = tuple(_listed(self._snapshot, row) for row in rows)
            self._pages.put(number, page)
        return page

    def _rows(self, start: int) -> Sequence[tuple[Any, ...]]:
        if self._ids is None:
            return self._snapshot.rows(
                _LISTED + "order by state = 1, as_of desc, path limit ? offset ?", _PAGE, start
            )
        ids = self._ids[start : start + _PAGE]
        return [row for id_ in ids for row in self._snapshot.rows(_LISTED + "where id = ?", id_)]


def _listed(snapshot: Snapshot, row: tuple[Any, ...]) -> Listed:
    path, name, title, packed, state, errors, changed = row
    outline = _NOTHING
    try:
        path, name, title = snapshot.paths.shown(path), clean(name), clean(title)
        if not type(errors) is type(changed) is int:
            raise Damaged("a number is wanted")
        if _STATES[state] is not State.BROKEN:
            outline = unpack_outline(packed)
    except (Damaged, TypeError, AttributeError, LookupError, ValueError):
        snapshot.damaged()
        path, name, title, state = _path(row[0]), "", "", _BROKEN
        errors = changed = 0
    return Listed(
        path=path,
        id=name,
        title=title,
        as_of=outline.as_of,
        countries=outline.countries,
        counts=outline.counts,
        state=_STATES[state],
        errors=errors,
        changed=changed,
    )


_LOST = Listed(
    path=Path(),
    id="",
    title="",
    as_of=None,
    countries=(),
    counts=_NOTHING.counts,
    state=State.BROKEN,
    errors=0,
    changed=0,
)
"""A briefing of which nothing can be read."""


def _path(given: object) -> Path:
    return Path(os.fsdecode(given)) if isinstance(given, bytes) else Path()
