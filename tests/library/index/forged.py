"""Library files that somebody forged: well formed to the last byte, and wrong in what they say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from brief_tui.library.index.blocks import blocks_of, entries_in
from brief_tui.library.index.codec import read, read_small, written, written_small
from brief_tui.library.index.portable import write_portable
from brief_tui.library.index.refresh import refresh

_LENGTH = 4


def library_file(folder: Path, *briefings: Path) -> Path:
    """The briefings as a library file."""
    index, to = folder / "index.sqlite", folder / "desk.brief"
    refresh(index, briefings)
    write_portable(index, briefings, to)
    return to


def forge(file: Path, seed: int) -> None:
    """Change a few of the values in a library file for others that stand in it."""
    random = Random(seed)  # noqa: S311 - no secret
    share = random.choice([0.02, 0.1, 0.5])
    with closing(sqlite3.connect(file)) as connection, connection:
        for number, block in connection.execute("select number, rows from entry").fetchall():
            entries = [written(_changed(read(each), random, share)) for each in entries_in(block)]
            (packed,) = blocks_of(entries)
            connection.execute("update entry set rows = ? where number = ?", (packed, number))
        bodies = "select id, body from briefing where body is not null"
        for id_, body in connection.execute(bodies).fetchall():
            length = int.from_bytes(body[:_LENGTH])
            parts = [read_small(body[_LENGTH:][:length]), read_small(body[_LENGTH + length :])]
            first, second = (written_small(_changed(each, random, share)) for each in parts)
            packed = len(first).to_bytes(_LENGTH) + first + second
            connection.execute("update briefing set body = ? where id = ?", (packed, id_))


def _changed(value: list[Any], random: Random, share: float) -> list[Any]:
    if random.random() >= share:
        return value
    places = list(_places(value))
    for _ in range(random.randint(1, 3)):
        within, at = random.choice(places)
        if at < len(within):
            within[at] = _other(within[at], random, places)
    return value


def _other(value: Any, random: Random, places: list[tuple[list[Any], int]]) -> Any:
    alike = [
        within[at]
        for within, at in places
        if at < len(within) and type(within[at]) is type(value) and within[at] != value
    ]
    match value:
        case list() if value and random.random() < 0.5:
            return value[1:] if random.random() < 0.5 else value * 2
        case int() if random.random() < 0.5:
            return random.choice([0, -1, value + 1, 1 << 20, 1 << 70])
        case str() if random.random() < 0.3:
            return random.choice(["", "nowhere", "0", "2024", "x" * 3000])
    return deepcopy(random.choice(alike)) if alike else None


def _places(value: Any) -> Iterator[tuple[list[Any], int]]:
    for at, each in enumerate(value):
        yield value, at
        if isinstance(each, list):
            yield from _places(each)


_CELLS = (
    *(("briefing", name) for name in ("path", "state", "errors", "as_of", "name", "title")),
    *(("briefing", name) for name in ("first", "count", "listed", "problems", "changed", "body")),
    *(("bits", name) for name in ("kind", "value", "bitmap", "piece")),
    *(("segment", "first"), ("segment", "last"), ("entry", "number"), ("entry", "rows")),
    ("meta", "value"),
)
_ODD = (
    *(None, 0, -1, 1, 7, 10**6, 2**31, 2**63 - 1, -(2**63), 1.5, float("inf")),
    *("", "x", "\x1b[2J", "[red]x[/]", "a\x00b", "2024-10-08", "word", "KR", "y" * 5000),
    *(b"", b"\xff\x00", b"x" * 50),
)


def spoil(file: Path, seed: int) -> None:
    """Write what does not belong there into some cells of a library file."""
    random = Random(seed)  # noqa: S311 - no secret
    with closing(sqlite3.connect(file)) as connection, connection:
        for _ in range(random.randint(1, 4)):
            table, column = random.choice(_CELLS)
            share, odd = random.choice([1, 0.3, 0.02]), random.choice(_ODD)
            connection.create_function("chance", 0, random.random)
            # What says which program wrote it is known to be checked: all would be refused.
            but = "key != 'fingerprint'" if table == "meta" else "1"
            connection.execute(
                f"update or ignore {table} set {column} = ? where chance() < ? and {but}",  # noqa: S608
                (odd, share),
            )
