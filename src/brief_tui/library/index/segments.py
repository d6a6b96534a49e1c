"""Rows closed into segments, and segments joined, so that there are few and most are large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.library.facts import Facts
from brief_tui.library.index.entry import marks_from_words
from brief_tui.library.index.inverted import Inverter, in_pieces, join_bits, of_pieces, read_bits
from brief_tui.library.index.schema import FOLLOWS, TEXT, text_value
from brief_tui.library.index.store import among, open_read_only
from brief_tui.library.index.writing import dead_numbers

if TYPE_CHECKING:
    from sqlite3 import Connection

    from pyroaring import BitMap

MOST_RECENT = 4000
"""How many rows are read one by one at most; beyond, they are closed into a segment."""


def close_recent(connection: Connection, least: int = 1) -> bool:
    """Close the recent rows into a segment, where there are so many; within a transaction.

    Returns:
        Whether it did.
    """
    found = connection.execute("select count(*), min(number), max(number) from recent").fetchone()
    if found[0] < max(least, 1):
        return False
    inverter = Inverter()
    for number, words, marks in connection.execute("select * from recent order by number"):
        inverter.add(number, Facts(words, marks_from_words(marks)))
    done = inverter.done()
    known = known_texts(connection)
    add_segment(connection, found[1], found[2], done.packed(), done.phrases, done.texts, known)
    connection.execute("delete from recent")
    return True


def add_segment(
    connection: Connection,
    first: int,
    last: int,
    bits: Iterable[tuple[str, str, bytes]],
    phrases: Iterable[tuple[int, str]],
    texts: Iterable[tuple[int, str]],
    known: set[str],
) -> None:
    """Write a segment of rows: their bitmaps, in order, and texts as ``Inverted`` has them.

    ``known`` are those of the texts that stand in the index already (``known_texts``); the new ones
    are put in.
    """
    made = connection.execute("insert into segment(first, last) values(?, ?)", (first, last))
    new = [each for each in texts if text_value(each[0]) not in known]
    _add_bits(connection, made.lastrowid or 0, bits)
    sql = "insert into words(rowid, text) values(?, ?)"
    connection.executemany(sql, phrases)
    connection.executemany(sql, new)
    known.update(text_value(number) for number, _ in new)


def known_texts(connection: Connection) -> set[str]:
    """The values (``text_value``) of the texts of many rows that stand in an index."""
    ids = among(id_ for (id_,) in connection.execute("select id from segment"))
    sql = f"select distinct value from bits where segment {ids} and kind = ?"
    return {value for (value,) in connection.execute(sql, (TEXT,))}


def _add_bits(connection: Connection, segment: int, bits: Iterable[tuple[str, str, bytes]]) -> None:
    connection.executemany(
        "insert into bits values(?, ?, ?, ?, ?)",
        (
            (segment, kind, value, number, piece)
            for kind, value, bitmap in bits
            for number, piece in enumerate(in_pieces(bitmap))
        ),
    )


def join_small(connection: Connection, file: Path) -> bool:
    """Join the newest segments until each is at least twice as large as the next newer.

    Within a transaction; whether it joined any is returned.
    """
    segments = connection.execute("select id, first, last from segment order by id desc").fetchall()
    size = 0
    joined: list[int] = []
    for id_, first, last in segments:
        if joined and last - first >= 2 * size:
            break
        joined.append(id_)
        size += last - first + 1
    if len(joined) < 2:
        return False
    join(connection, file, joined)
    return True


def join_all(connection: Connection, file: Path) -> bool:
    """Join all segments into one, within a transaction; whether there were several is returned."""
    ids = [row[0] for row in connection.execute("select id from segment order by id")]
    if len(ids) < 2:
        return False
    join(connection, file, ids)
    return True


def join(connection: Connection, file: Path, ids: list[int]) -> None:
    """Make one segment of several, without the numbers that are dead.

    Within a transaction of whom nobody else writes to the file beside: what there is to join is
    read as it was before.
    """
    which = among(sorted(ids))
    span = connection.execute(
        f"select min(first), max(last) from segment where id {which}"
    ).fetchone()
    others = connection.execute(f"select 1 from segment where not id {which}").fetchone()
    dead = dead_numbers(connection)
    with closing(open_read_only(file)) as before:
        follows = _follows(before, ids)
        made = connection.execute("insert into segment(first, last) values(?, ?)", span)
        id_ = made.lastrowid
        # To empty a table takes no time; to look through it for what is to go does.
        gone = "" if others is None else f" where segment {which}"
        connection.execute(f"delete from bits{gone}")
        _add_bits(connection, id_ or 0, _joined(_merged(before, ids), follows, dead))
    connection.executemany("delete from segment where id = ?", [(each,) for each in ids])


def _merged(connection: Connection, ids: list[int]) -> Iterable[tuple[str, str, int, bytes]]:
    """The bitmaps of segments, by kind and value; pieces of one come one after another."""
    # Each segment is in order, which SQLite would not make use of in a single question.
    sql = (
        "select kind, value, segment, bitmap from bits where segment = ?"
        " order by kind, value, piece"
    )
    segments = [connection.execute(sql, (id_,)) for id_ in sorted(ids)]
    return merge(*segments, key=itemgetter(0, 1, 2))


def _joined(
    found: Iterable[tuple[str, str, int, bytes]], follows: dict[int, BitMap], dead: BitMap
) -> Iterator[tuple[str, str, bytes]]:
    for (kind, value), parts in groupby(found, key=itemgetter(0, 1)):
        of_segments = [
            (bits, follows[segment])
            for segment, pieces in groupby(parts, key=itemgetter(2))
            for bits in of_pieces(piece for *_, piece in pieces)
        ]
        bits = join_bits(of_segments, dead)
        if bits is not None:
            yield kind, value, bits


def _follows(connection: Connection, ids: list[int]) -> dict[int, BitMap]:
    """For each segment, the rows in it that follow the one before."""
    from pyroaring import BitMap

    follows = {id_: BitMap() for id_ in ids}
    sql = "select bitmap from bits where segment = ? and kind = ? order by value, piece"
    for id_ in ids:
        pieces = connection.execute(sql, (id_, FOLLOWS))
        for bitmap in of_pieces(piece for (piece,) in pieces):
            follows[id_] = read_bits(bitmap, BitMap())
    return follows
