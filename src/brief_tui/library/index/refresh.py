"""An index brought up to date with the files of its library.

One process at a time writes, and whoever reads sees a briefing as it was or as it is. What changes,
vanishes or breaks meanwhile is noticed and done again.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from brief_tui.library.found import Found
from brief_tui.library.index.due import look_for_changes
from brief_tui.library.index.gather import WORTH_IT, gather
from brief_tui.library.index.prepared import prepare
from brief_tui.library.index.progress import Course, Report
from brief_tui.library.index.reading import read
from brief_tui.library.index.segments import MOST_RECENT, close_recent, join_all, join_small
from brief_tui.library.index.store import Unwritable, open_to_write, writing
from brief_tui.library.index.writing import Writer

_ROUNDS = 5
"""How often it is looked whether something changed meanwhile; after that the next refresh does."""

_LEAST_WORN = 20_000
"""An index with fewer rows that are no more is not made anew, however few are left."""

_COMMIT_AFTER = 0.5
"""Seconds after which what was read is there for others."""


class Outcome(NamedTuple):
    """What a refresh did: how many briefings it read and took out, and whether it did at all."""

    read: int = 0
    removed: int = 0
    did: bool = True


def refresh(
    file: Path,
    paths: Iterable[Path],
    report: Report | None = None,
    wait: bool = True,
    leave: Container[str] = (),
) -> Outcome:
    """Bring the index in ``file`` up to date with the briefings at ``paths``.

    Where a quarter of it is of rows that are no more, it is made anew.

    Args:
        file: the file of the index; made where there is none.
        paths: files and folders.
        report: is told how far it is.
        wait: whether to wait while another process does this; otherwise nothing is done.
        leave: the paths of briefings that stay as they are in it for now.

    Raises:
        Unwritable: it cannot be written.
        Cancelled: ``report`` raised it; what was done by then stays.
    """
    given = [os.path.abspath(path) for path in paths]  # noqa: PTH100
    with writing(file, wait) as held:
        if not held:
            return Outcome(did=False)
        with closing(open_to_write(file)) as connection:
            writer = Writer(connection)
            outcome = bring_up_to_date(writer, file, given, report, leave)
            dead, alive = writer.dead_and_alive()
        if dead > max(_LEAST_WORN, alive // 3):
            from brief_tui.library.index.rebuild import make_anew

            # Where that cannot be done, the one there is does as well; it is only larger.
            with suppress(Unwritable):
                make_anew(file, given, report)
    return outcome


def bring_up_to_date(
    writer: Writer,
    file: Path,
    paths: Sequence[str],
    report: Report | None,
    leave: Container[str] = (),
) -> Outcome:
    """Bring an index that is open up to date; for who holds its lock, see ``refresh``."""
    count = removed = 0
    together = True
    for _ in range(_ROUNDS):
        due = look_for_changes(writer.connection, paths).without(leave)
        with writer.batch():
            for path in due.gone:
                writer.remove(path)
        writer.stamp(due.stamped)
        if not due:
            break
        removed += len(due.gone)
        count += len(due.read)
        if together and due.size >= WORTH_IT:
            # Where processes do not do it, this one does.
            together = _gather(writer, file, due.read, report)
        else:
            _read_all(writer, due.read, report)
        tidy(writer, file)
    return Outcome(count, removed)


def _read_all(writer: Writer, due: Sequence[Found], report: Report | None) -> None:
    course = Course(len(due), sum(found.size for found in due), report)
    places = iter(due)
    found = next(places, None)
    while found is not None:
        began = monotonic()
        with writer.batch():
            size = count = 0
            while found is not None and monotonic() - began < _COMMIT_AFTER:
                reading = read(found.path)
                if reading is not None:
                    writer.put(found.path, reading.stamped, prepare(reading.loaded))
                size, count = size + found.size, count + 1
                found = next(places, None)
        course.add(count, size)


def _gather(writer: Writer, file: Path, due: Sequence[Found], report: Report | None) -> bool:
    """Have briefings read by several processes; whether they did any is returned."""
    before = writer.next_number()
    try:
        gather(writer, due, report)
    except OSError:
        return False
    with writer.batch():
        join_all(writer.connection, file)
    writer.give_back_room()
    return writer.next_number() > before


def tidy(writer: Writer, file: Path) -> None:
    """Close recent rows into a segment where they are many, and join segments that are small."""
    with writer.batch():
        close_recent(writer.connection, MOST_RECENT)
    with writer.batch():
        join_small(writer.connection, file)
