"""Whether an index is in another state than when it was last looked at; in a few microseconds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.store import open_read_only

if TYPE_CHECKING:
    from sqlite3 import Connection


class Changes:
    """The changes of an index file, by whichever process."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._of: tuple[int, int] | None = None
        self._connection: Connection | None = None
        self._seen: tuple[tuple[int, int], int] | None = None
        self.any()

    def __del__(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def any(self) -> bool:
        """Whether it has changed since this was last asked, or is another file in its place."""
        import sqlite3

        try:
            found = self._now()
        except (OSError, Damaged, sqlite3.Error):
            return False
        changed = found != self._seen
        self._seen = found
        return changed

    def _now(self) -> tuple[tuple[int, int], int]:
        of = identity_of(self._file)
        if self._connection is None or of != self._of:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            self._connection = open_read_only(self._file)
            self._of = of
        # It grows with whatever another connection commits.
        ((version,),) = self._connection.execute("pragma data_version")
        return of, version


def identity_of(file: Path) -> tuple[int, int]:
    """What tells a file from another that comes in its place.

    Raises:
        OSError: there is none.
    """
    found = file.stat()
    return found.st_dev, found.st_ino
