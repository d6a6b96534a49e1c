"""Briefings put into an index and taken out of it, in transactions that count up its version."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from brief_tui.library.facts import Facts
from brief_tui.library.index.blocks import ROWS
from brief_tui.library.index.entry import marks_in_words
from brief_tui.library.index.store import transaction

if TYPE_CHECKING:
    from sqlite3 import Connection

    from pyroaring import BitMap

READABLE, BROKEN, KEPT = range(3)
"""What stands under ``state``."""


class Stamped(NamedTuple):
    """By what it is known whether a briefing has changed: its files, and the latest change."""

    stamp: bytes
    changed: int


class Good(NamedTuple):
    """What an index keeps of a briefing that can be read.

    There are ``rows`` rows; ``blocks`` has their entries, and ``facts`` one for each.
    """

    as_of: int | None
    name: str
    title: str
    outline: bytes
    body: bytes
    rows: int
    blocks: list[bytes]
    facts: list[Facts]


class Prepared(NamedTuple):
    """What an index keeps of what became of a briefing; ``good`` is None where it is closed."""

    title: str
    errors: int
    problems: bytes
    good: Good | None

    def plain(self) -> tuple[object, ...]:
        """What can be sent to another process of it: all but the facts."""
        good = tuple(self.good._replace(facts=[])) if self.good is not None else None
        return (*self[:-1], good)

    @classmethod
    def of_plain(cls, sent: Sequence[Any]) -> Prepared:
        """What was sent."""
        title, errors, problems, good = sent
        return cls(title, errors, problems, Good(*good) if good is not None else None)


class Writer:
    """Writes to an index; only one at a time may (``store.writing``)."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._next = 0
        self._dead: BitMap | None = None

    @contextmanager
    def batch(self) -> Iterator[None]:
        """What is written within is seen all at once, or never was."""
        with transaction(self.connection):
            self._next = self._kept("next")
            self._dead = None
            before = self.connection.total_changes
            yield
            if self.connection.total_changes == before:
                return
            self.connection.execute("update meta set value = value + 1 where key = 'version'")
            if self._next != self._kept("next"):
                self._keep("next", self._next)
            if self._dead is not None:
                self._dead.run_optimize()
                self._keep("dead", self._dead.serialize())

    def put(self, path: str, stamped: Stamped, prepared: Prepared) -> None:
        """What became of a briefing; of a broken one the last good version stays, as ``KEPT``."""
        good = prepared.good
        if good is None:
            self._put_broken(path, stamped, prepared)
            return
        first = self._next
        self.put_good(path, stamped, prepared, good, first)
        self.connection.executemany(
            "insert into recent values(?, ?, ?)",
            (
                (number, facts.words, marks_in_words(facts.marks))
                for number, facts in enumerate(good.facts, first)
            ),
        )
        self._next = first + good.rows

    def put_good(
        self, path: str, stamped: Stamped, prepared: Prepared, good: Good, first: int
    ) -> None:
        """A briefing whose rows have the numbers from ``first``, but for their facts."""
        name = os.fsencode(path)
        self._retire(name)
        values: dict[str, object] = {
            "state": READABLE,
            "errors": prepared.errors,
            "as_of": good.as_of,
            "name": good.name,
            "title": good.title,
            "first": first,
            "count": good.rows,
            "listed": good.outline,
            "body": good.body,
            "problems": prepared.problems,
        }
        self._write_briefing(name, stamped, values)
        self.connection.executemany(
            "insert into entry values(?, ?)",
            ((first + ROWS * place, block) for place, block in enumerate(good.blocks)),
        )

    def as_broken(self, path: str) -> Prepared:
        """What is kept of what is wrong with a briefing.

        Raises:
            KeyError: there is none at this path.
        """
        sql = "select title, errors, problems from briefing where path = ?"
        row = self.connection.execute(sql, (os.fsencode(path),)).fetchone()
        if row is None:
            raise KeyError(path)
        title, errors, problems = row
        return Prepared(title, errors, problems, None)

    def remove(self, path: str) -> None:
        """A briefing that is no more."""
        name = os.fsencode(path)
        self._retire(name)
        self.connection.execute("delete from briefing where path = ?", (name,))

    def stamp(self, briefings: Sequence[tuple[str, Stamped]]) -> None:
        """Briefings that have not changed, whatever their files' times say; nobody need know."""
        if briefings:
            with transaction(self.connection):
                self.connection.executemany(
                    "update briefing set stamp = ?, changed = ? where path = ?",
                    ((*stamped, os.fsencode(path)) for path, stamped in briefings),
                )

    def dead_and_alive(self) -> tuple[int, int]:
        """How many numbers are dead, and how many rows there are."""
        sql = "select coalesce(sum(count), 0) from briefing"
        alive: int = self.connection.execute(sql).fetchone()[0]
        return len(dead_numbers(self.connection)), alive

    def outlive(self, version: int) -> None:
        """Have a version that is later than ``version``."""
        with transaction(self.connection):
            self._keep("version", max(self._kept("version"), version + 1))

    def expect_much(self) -> None:
        """Keep more in memory and write it less often: what is to be written goes everywhere."""
        self.connection.execute("pragma cache_size=-65536")
        self.connection.execute("pragma wal_autocheckpoint=16000")

    def give_back_room(self) -> None:
        """Make the file as small as what is in it."""
        # As a script it is done to its end; as a statement, for one page.
        self.connection.executescript("pragma incremental_vacuum")
        self.connection.execute("pragma wal_checkpoint(passive)")

    def next_number(self) -> int:
        """The first number that is not in use."""
        return self._kept("next")

    def use_numbers(self, up_to: int) -> None:
        """Numbers below ``up_to`` are in use from now on."""
        self._next = max(self._next, up_to)

    def _kept(self, key: str) -> int:
        row = self.connection.execute("select value from meta where key = ?", (key,)).fetchone()
        value: int = row[0]
        return value

    def _keep(self, key: str, value: int | bytes) -> None:
        self.connection.execute("insert or replace into meta values(?, ?)", (key, value))

    def _put_broken(self, path: str, stamped: Stamped, prepared: Prepared) -> None:
        name = os.fsencode(path)
        kept = self.connection.execute(
            "update briefing set stamp = ?, changed = ?, state = ?, errors = ?, problems = ?"
            " where path = ? and body is not null",
            (*stamped, KEPT, prepared.errors, prepared.problems, name),
        )
        if kept.rowcount:
            return
        values: dict[str, object] = {
            "state": BROKEN,
            "errors": prepared.errors,
            "as_of": None,
            "name": "",
            "title": prepared.title,
            "first": 0,
            "count": 0,
            "listed": b"",
            "body": None,
            "problems": prepared.problems,
        }
        self._write_briefing(name, stamped, values)

    def _write_briefing(self, name: bytes, stamped: Stamped, values: dict[str, object]) -> None:
        columns = ("path", "stamp", "changed", *values)
        marks = ", ".join("?" * len(columns))
        changes = ", ".join(f"{each} = excluded.{each}" for each in columns[1:])
        self.connection.execute(
            f"insert into briefing({', '.join(columns)}) values({marks})"
            f" on conflict(path) do update set {changes}",
            (name, *stamped, *values.values()),
        )

    def _retire(self, name: bytes) -> None:
        """Take the rows of a briefing out; their numbers, where bitmaps have them, are dead."""
        row = self.connection.execute(
            "select first, count from briefing where path = ?", (name,)
        ).fetchone()
        if row is None or not row[1]:
            return
        first, end = row[0], row[0] + row[1]
        numbers = "where number >= ? and number < ?"
        self.connection.execute(f"delete from entry {numbers}", (first, end))
        deleted = self.connection.execute(f"delete from recent {numbers}", (first, end))
        if deleted.rowcount < row[1]:
            self._dead_numbers().add_range(first, end)

    def _dead_numbers(self) -> BitMap:
        if self._dead is None:
            self._dead = dead_numbers(self.connection)
        return self._dead


def dead_numbers(connection: Connection) -> BitMap:
    """The numbers that bitmaps may name though their rows are no more.

    Raises:
        Damaged: they cannot be read.
    """
    from pyroaring import BitMap

    from brief_tui.library.index.codec import Damaged

    row = connection.execute("select value from meta where key = 'dead'").fetchone()
    if row is None:
        return BitMap()
    try:
        return BitMap.deserialize(row[0])
    except (ValueError, TypeError, IndexError) as error:
        raise Damaged("no numbers") from error
