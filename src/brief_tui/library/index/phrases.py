"""Phrases: the rows in which words stand one after another, found by full-text search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.library.index.bitmaps import Bitmaps, united
from brief_tui.library.index.schema import SHARED, TEXT, text_value
from brief_tui.library.query.condition import Says

if TYPE_CHECKING:
    from pyroaring import BitMap

_ONE_BY_ONE = 64
"""Up to so many rows it takes less to look in each of them than everywhere between them."""

_AT_ONCE = 40_000
"""In how many rows a phrase is looked for before anybody else gets a turn."""


def rows_with(bitmaps: Bitmaps, phrase: Says, among: BitMap) -> BitMap:
    """Those rows of segments in which words stand one after another; not those that follow them.

    Args:
        bitmaps: those of the state of the index.
        phrase: two words or more.
        among: rows in which each of the words occurs.

    Raises:
        Interrupted: the question was stopped.
        Unreadable: the index is damaged.
    """
    if not among:
        return among
    snapshot = bitmaps.snapshot
    # There is nothing but letters and digits in a word: no quotation mark could end it.
    sought = f'"{" ".join(phrase.words)}"{" *" if phrase.open else ""}'
    found = _by_shared_texts(bitmaps, sought) & among
    left = among - found
    if len(left) <= _ONE_BY_ONE:
        sql = "select 1 from words where words match ? and rowid = ?"
        found.update(number for number in left if snapshot.rows(sql, sought, number))
        return found
    sql = "select rowid from words where words match ? and rowid >= ? and rowid < ?"
    first, end = left.min(), left.max() + 1
    for start in range(first, end, _AT_ONCE):
        if left.range_cardinality(start, start + _AT_ONCE):
            rows = snapshot.rows(sql, sought, start, min(start + _AT_ONCE, end))
            found.update(number for (number,) in rows)
    return found & among


def _by_shared_texts(bitmaps: Bitmaps, sought: str) -> BitMap:
    """The rows that have one of the texts that many have in which the words stand."""
    sql = "select rowid from words where words match ? and rowid >= ?"
    texts = bitmaps.snapshot.rows(sql, sought, SHARED)
    found = [bitmaps.bits(TEXT, text_value(number)) for (number,) in texts]
    return united([own for bits in found for own in (bits.heads, bits.whole)])
