"""An index that follows the files of its library while it is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from brief_tui.library.live.doubts import AGAIN, Doubts

_FEW = 20
_LITTLE = 2_000_000
"""Up to how many changed briefings, and bytes of them, are read beside the app in its process."""

_BUSY = 2.0
"""Seconds after which it is looked again where another process writes the index."""


class InIndex:
    """Looks at the files of an index, and brings it up to date."""

    def __init__(
        self,
        file: Path,
        paths: Sequence[Path],
        changed: Callable[[], object],
        much: Callable[[], object],
    ) -> None:
        """Follow the files at ``paths``.

        Args:
            file: that of the index.
            paths: those the index is of.
            changed: is told, in the thread that looks, when the index is another one.
            much: is told, in the same way, when there is too much to do for a thread.
        """
        self._file = file
        self._paths = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
        self._changed = changed
        self._much = much
        self._doubts = Doubts()

    def look(self) -> float:
        """Look at all files; in how many seconds to do so again, 0 for not before a change."""
        import sqlite3

        from brief_tui.library.index.codec import Damaged
        from brief_tui.library.index.due import look_for_changes
        from brief_tui.library.index.refresh import refresh
        from brief_tui.library.index.store import Unwritable, open_read_only

        try:
            with closing(open_read_only(self._file)) as connection:
                due = look_for_changes(connection, [os.fspath(path) for path in self._paths])
        except (Damaged, sqlite3.Error):
            self._much()
            return 0.0
        if not due:
            return 0.0
        if len(due.read) > _FEW or due.size > _LITTLE:
            self._much()
            return 0.0
        doubtful = {found.path for found in due.read if self._doubts.of_broken(found)}
        doubtful |= {path for path in due.gone if self._doubts.of(path, None)}
        due = due.without(doubtful)
        again = AGAIN if doubtful else 0.0
        if not due:
            return again
        try:
            done = refresh(self._file, self._paths, wait=False, leave=doubtful).did
        except Unwritable:
            return 0.0
        if not done:
            return _BUSY
        for path in (*(found.path for found in due.read), *due.gone):
            self._doubts.forget(path)
        self._changed()
        return again
