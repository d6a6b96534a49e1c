"""An index made anew beside the one there is, which can be read until the new one is whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.prepared import prepare
from brief_tui.library.index.progress import Report
from brief_tui.library.index.refresh import Outcome, bring_up_to_date
from brief_tui.library.index.store import (
    Unwritable,
    beside,
    open_read_only,
    open_to_write,
    remove,
    swap,
    writing,
)
from brief_tui.library.index.whole import last_good
from brief_tui.library.index.writing import BROKEN, Stamped, Writer

if TYPE_CHECKING:
    from sqlite3 import Connection


def rebuild(file: Path, paths: Iterable[Path], report: Report | None = None) -> Outcome:
    """Make the index in ``file`` anew, with the last good versions that it has of broken briefings.

    Raises:
        Unwritable: it cannot be written.
        Cancelled: ``report`` raised it; the index is as it was.
    """
    given = [os.path.abspath(path) for path in paths]  # noqa: PTH100
    with writing(file):
        return make_anew(file, given, report)


def make_anew(file: Path, paths: Sequence[str], report: Report | None) -> Outcome:
    """As ``rebuild``, for who holds the lock of the file; ``paths`` are absolute."""
    import sqlite3

    new = beside(file)
    try:
        remove(new)
        with closing(open_to_write(new)) as connection:
            writer = Writer(connection)
            outcome = bring_up_to_date(writer, new, paths, report)
            _carry_over(file, writer)
        swap(file)
    except (OSError, sqlite3.Error) as error:
        raise Unwritable(str(error)) from error
    finally:
        remove(new)
    return outcome


def _carry_over(file: Path, writer: Writer) -> None:
    """Take over from the old index its version and the last good one of what is broken now."""
    import sqlite3

    sql = "select path, stamp, changed, title, errors, problems from briefing where state = ?"
    broken = writer.connection.execute(sql, (BROKEN,)).fetchall()
    try:
        with closing(open_read_only(file)) as old, writer.batch():
            for path, stamp, changed, *_ in broken:
                _carry(old, writer, os.fsdecode(path), Stamped(stamp, changed))
        with closing(open_read_only(file)) as old:
            version = old.execute("select value from meta where key = 'version'").fetchone()[0]
        writer.outlive(version)
    except (Damaged, sqlite3.Error):
        return  # what cannot be read cannot be kept


def _carry(old: Connection, writer: Writer, path: str, stamped: Stamped) -> None:
    good = last_good(old, path)
    if good is None:
        return
    broken = writer.as_broken(path)
    writer.put(path, stamped, prepare(good))
    writer.put(path, stamped, broken)
