"""A whole briefing made again of what an index keeps of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.library.index.blocks import entries_in
from brief_tui.library.index.body import unpack_body
from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.entry import unpack_entry, unpack_problems
from brief_tui.load.loaded import Loaded
from brief_tui.model.item import Item

if TYPE_CHECKING:
    from sqlite3 import Connection


def last_good(connection: Connection, path: str) -> Loaded | None:
    """The last good version of a briefing, with what was wrong with it; None where none is kept.

    Raises:
        Damaged: it cannot be made again.
        sqlite3.Error: the file is damaged.
    """
    sql = "select title, first, count, body, problems from briefing where path = ?"
    row = connection.execute(sql, (os.fsencode(path),)).fetchone()
    if row is None or row[3] is None:
        return None
    title, first, count, packed, problems = row
    at = Path(path)
    body = unpack_body(packed, at)
    sql = "select rows from entry where number >= ? and number < ? order by number"
    blocks = connection.execute(sql, (first, first + count))
    rows = [row for (block,) in blocks for row in entries_in(block)]
    items: list[list[Item]] = []
    for places in body.items:
        if max(places.values(), default=0) >= len(rows):
            raise Damaged("an item is wanted")
        own = [unpack_entry(rows[place]).subject for place in places.values()]
        if not all(isinstance(each, Item) for each in own):
            raise Damaged("an item is wanted")
        items.append([each for each in own if isinstance(each, Item)])
    kept = tuple(each for each in unpack_problems(problems, at) if not each.closes)
    return Loaded(at, body.whole(items), kept, body.positions, title, body.text_replaced)
