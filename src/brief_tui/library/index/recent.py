"""The rows added since the last segment was closed: few, and asked one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from brief_tui.library.facts import Facts
from brief_tui.library.index.entry import KIND_END, MARK_END
from brief_tui.library.index.order import MOST_NUMBERS
from brief_tui.library.index.snapshot import Snapshot
from brief_tui.library.query.condition import Says, holds

if TYPE_CHECKING:
    from pyroaring import BitMap

Told = tuple[str, str]
"""The words of a row, and its marks as they are kept."""


class Recent:
    """What is known of recent rows by number, and what has been worked out from it."""

    def __init__(self, snapshot: Snapshot, before: Recent | None = None) -> None:
        """Take the recent rows of a state; those of an earlier one need not be read again."""
        self._snapshot = snapshot
        self._before = before
        self._rows: dict[int, Told] | None = None
        self._by_kind: dict[str, dict[str, BitMap]] = {}

    def saying(self, words: Says, among: BitMap) -> BitMap:
        """The rows of ``among`` that say words.

        Raises:
            Interrupted: the question was stopped.
            Unreadable: the index is damaged.
        """
        from pyroaring import BitMap

        rows = self._told()
        return BitMap(
            number
            for number, (said, _) in rows.items()
            if holds(words, Facts(said, ())) and number in among
        )

    def bearing(self, kind: str) -> Mapping[str, BitMap]:
        """The rows by the values of their marks of one kind.

        Raises:
            Interrupted: the question was stopped.
            Unreadable: the index is damaged.
        """
        from pyroaring import BitMap

        found = self._by_kind.get(kind)
        if found is None:
            found = self._by_kind[kind] = {}
            values = re.compile(
                f"(?:^|{MARK_END}){re.escape(kind)}{KIND_END}([^{MARK_END}]+)"
            ).findall
            for number, (_, marks) in self._told().items():
                for value in values(marks):
                    if value not in found:
                        found[value] = BitMap()
                    found[value].add(number)
        return found

    def _told(self) -> dict[int, Told]:
        if self._rows is None:
            known = self._before._rows if self._before is not None else None
            self._before = None
            self._rows = self._read(known or {})
        return self._rows

    def _read(self, known: Mapping[int, Told]) -> dict[int, Told]:
        if not known:
            found = self._snapshot.rows("select number, words, marks from recent")
        else:
            numbers = self._snapshot.rows("select number from recent")
            sql = "select number, words, marks from recent where number = ?"
            found = [
                (number, *known[number]) if number in known else self._snapshot.rows(sql, number)[0]
                for (number,) in numbers
            ]
        return {
            number: (words, marks)
            for number, words, marks in found
            if isinstance(words, str) and isinstance(marks, str) and 0 <= number < MOST_NUMBERS
        }
