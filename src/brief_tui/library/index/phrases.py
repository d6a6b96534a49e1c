"""Phrases: the rows in which words stand one after another, found by full-text search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.library.index.snapshot import Snapshot
from brief_tui.library.query.condition import Says

if TYPE_CHECKING:
    from pyroaring import BitMap

_ONE_BY_ONE = 64
"""Up to so many rows it takes less to look in each of them than everywhere between them."""

_AT_ONCE = 40_000
"""In how many rows a phrase is looked for before anybody else gets a turn."""


def rows_with(snapshot: Snapshot, phrase: Says, among: BitMap) -> BitMap:
    """Those rows of segments in which words stand one after another; not those that follow them.

    Args:
        snapshot: the state of the index.
        phrase: two words or more.
        among: rows in which each of the words occurs.

    Raises:
        Interrupted: the question was stopped.
        Unreadable: the index is damaged.
    """
    from pyroaring import BitMap

    if not among:
        return among
    # There is nothing but letters and digits in a word: no quotation mark could end it.
    sought = f'"{" ".join(phrase.words)}"{" *" if phrase.open else ""}'
    if len(among) <= _ONE_BY_ONE:
        sql = "select 1 from words where words match ? and rowid = ?"
        return BitMap(number for number in among if snapshot.rows(sql, sought, number))
    sql = "select rowid from words where words match ? and rowid >= ? and rowid < ?"
    found = BitMap()
    first, end = among.min(), among.max() + 1
    for start in range(first, end, _AT_ONCE):
        if among.range_cardinality(start, start + _AT_ONCE):
            rows = snapshot.rows(sql, sought, start, min(start + _AT_ONCE, end))
            found.update(number for (number,) in rows)
    return found & among
