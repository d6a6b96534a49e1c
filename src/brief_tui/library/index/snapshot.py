"""One state of an index: what it holds stays as it is while it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from brief_tui.library.index.asking import Asking
from brief_tui.library.index.changes import identity_of
from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.order import Order
from brief_tui.library.index.shown_paths import ShownPaths
from brief_tui.library.index.store import among, open_read_only

if TYPE_CHECKING:
    from pyroaring import BitMap

_CACHE = -512
"""How much SQLite keeps of the file, in KiB below zero."""


_NO_TEXT = "Could not decode"
"""Stands in what is said of a text that is none."""


class Unreadable(Exception):
    """This is no index, or none that can be read on."""


class Snapshot:
    """A reader of its own in the file, in one transaction from first to last.

    What is read here is the state of one moment, whatever is written meanwhile; a new state is a
    new snapshot. Several threads may ask it.
    """

    def __init__(
        self,
        path: Path,
        asking: Asking,
        damaged: Callable[[], None],
        paths: ShownPaths,
        is_foreign: bool = False,
    ) -> None:
        """Begin to read an index.

        Args:
            path: where it lies.
            asking: the questions that are asked of it.
            damaged: called where part of it is.
            paths: how the paths in it are shown.
            is_foreign: whether anybody may have made it, in whatever manner.

        Raises:
            Unreadable: there is none that can be read.
        """
        self._lock = RLock()
        self._asking = asking
        self.damaged = damaged
        self.paths = paths
        self.is_foreign = is_foreign
        self._order: Order | None = None
        self._alive: BitMap | None = None
        try:
            file = identity_of(path)
            self._connection = open_read_only(path)
        except (OSError, Damaged) as error:
            raise Unreadable(str(error)) from error
        self.rows(f"pragma cache_size={_CACHE}")
        self.rows("begin")
        version = self.rows("select value from meta where key = 'version'")
        segments = self.rows("select id from segment order by id")
        self.in_segments = among(id_ for (id_,) in segments)
        """What ``segment`` has to be in SQL so that bitmaps are found by their order."""
        self.identity = (file, version)
        """Tells this state of this file from all others."""
        self.segments = (file, segments)
        """The same as that of another state where the rows in its segments are the same."""

    def __del__(self) -> None:
        # Nothing leads to it any more: no row, no list, no question.
        connection = getattr(self, "_connection", None)
        if connection is not None:
            connection.close()

    def stop(self) -> None:
        """Have SQLite stop what it is doing for another thread."""
        self._connection.interrupt()

    def rows(self, sql: str, *given: object) -> Sequence[tuple[Any, ...]]:
        """What a query of SQL finds.

        Raises:
            Interrupted: the question for which it is asked was stopped.
            Unreadable: the file is damaged.
        """
        import sqlite3

        while True:
            self._asking.go_on()
            try:
                with self._lock:
                    return self._connection.execute(sql, given).fetchall()
            except OverflowError as error:  # a number that is none of a row
                raise Unreadable(str(error)) from error
            except sqlite3.Error as error:
                if _NO_TEXT in str(error) and self._connection.text_factory is str:
                    self.damaged()
                    self._connection.text_factory = _read_somehow
                    continue
                # Another question was meant where this one was not stopped.
                if "interrupted" not in str(error):
                    raise Unreadable(str(error)) from error

    def go_on(self) -> None:
        """Take the next step of a question.

        Raises:
            Interrupted: it was stopped.
        """
        self._asking.go_on()

    @property
    def order(self) -> Order:
        """The readable briefings, in the order in which they are shown."""
        if self._order is None:
            found = self.rows(
                "select id, first, count from briefing where state != 1"
                " order by state = 1, as_of desc, path"
            )
            try:
                self._order = Order(found)
            except (TypeError, OverflowError, ValueError) as error:
                raise Unreadable("no numbers of rows") from error
        return self._order

    @property
    def alive(self) -> BitMap:
        """The numbers of the rows that there are."""
        if self._alive is None:
            self._alive = self.order.alive()
        return self._alive


def _read_somehow(text: bytes) -> str:
    return str(text, "utf-8", "replace")
