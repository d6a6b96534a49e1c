"""What is to be done to an index, so that it is as the files of its library are now.

Nothing is read of a file but what tells whether it has changed.
"""

from __future__ import annotations

import os
from collections.abc import Container, Sequence
from time import time_ns
from typing import TYPE_CHECKING, NamedTuple

from brief_tui.library.found import Found, find
from brief_tui.library.index.stamp import (
    Stamp,
    Verdict,
    altered,
    changed,
    digest_of,
    lines,
    read_stamp,
)
from brief_tui.library.index.writing import Stamped

if TYPE_CHECKING:
    from sqlite3 import Connection


class Due(NamedTuple):
    """What is to be done to an index.

    Attributes:
        read: briefings that are new or have changed.
        gone: the paths of those that are no more.
        stamped: those that have not changed, though it looked so, with their new stamps.
    """

    read: Sequence[Found]
    gone: Sequence[str]
    stamped: Sequence[tuple[str, Stamped]]

    def __bool__(self) -> bool:
        return bool(self.read or self.gone)

    @property
    def size(self) -> int:
        """How many bytes are to be read."""
        return sum(found.size for found in self.read)

    def without(self, paths: Container[str]) -> Due:
        """The same, but for the briefings at some paths, which stay as they are."""
        return Due(
            [found for found in self.read if found.path not in paths],
            [path for path in self.gone if path not in paths],
            self.stamped,
        )


def look_for_changes(connection: Connection, paths: Sequence[str]) -> Due:
    """What is to be done to an index, so that it is as the files at these paths are now."""
    rows = connection.execute("select path, stamp from briefing")
    known = {os.fsdecode(path): stamp for path, stamp in rows}
    to_read: list[Found] = []
    stamped: list[tuple[str, Stamped]] = []
    taken = time_ns()
    for found in find(paths):
        data = known.pop(found.path, None)
        if data is None:
            to_read.append(found)
            continue
        stamp, now = read_stamp(data), lines(found)
        verdict = stamp.verdict(now, altered(found))
        if verdict is Verdict.IN_DOUBT and digest_of(found) == stamp.digest:
            again = Stamp(now, taken, stamp.digest)
            # So new that it would be in doubt again is not worth a write.
            if now != stamp.files or again.verdict(now, altered(found)) is Verdict.SAME:
                stamped.append((found.path, Stamped(again.written(), changed(found))))
        elif verdict is not Verdict.SAME:
            to_read.append(found)
    return Due(to_read, list(known), stamped)
