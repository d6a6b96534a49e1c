"""What an index says, whichever way it came to say it."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from pyroaring import BitMap

from brief_tui.library.index.blocks import ROWS, entries_in
from brief_tui.library.index.entry import marks_from_words, unpack_problems
from brief_tui.library.index.inverted import of_pieces, read_bits, spread
from brief_tui.library.index.refresh import Outcome, refresh
from brief_tui.library.index.schema import FOLLOWS, SHARED, START, TEXT, WORD, text_value
from brief_tui.library.index.store import open_read_only
from brief_tui.library.index.writing import dead_numbers
from brief_tui.library.words import FIELD_END

LONG_AGO = 1_600_000_000_000_000_000
"""When the files of tests were written, unless a test says otherwise: in doubt are new ones."""


class Told(NamedTuple):
    """What an index says of a row."""

    entry: bytes
    words: frozenset[str]
    marks: frozenset[tuple[str, str]]


class Said(NamedTuple):
    """What an index says of a briefing; where its files lie is left out."""

    state: int
    title: str
    problems: tuple[str, ...]
    rows: tuple[Told, ...]


def contents(file: Path, library: Path) -> dict[str, Said]:
    """Everything that can be read in an index, by path in the library."""
    with closing(open_read_only(file)) as connection:
        words, marks = _turned_back(connection)
        blocks = dict(connection.execute("select number, rows from entry"))
        sql = "select path, state, title, problems, first, count from briefing"
        found = {}
        for path, state, title, problems, first, count in connection.execute(sql):
            at = Path(os.fsdecode(path))
            starts = range(first, first + count, ROWS)
            entries = [entry for start in starts for entry in entries_in(blocks.pop(start))]
            told = tuple(
                Told(entry, frozenset(words[number]), frozenset(marks[number]))
                for number, entry in enumerate(entries, first)
            )
            assert len(told) == count
            codes = tuple(problem.code for problem in unpack_problems(problems, at))
            found[os.path.relpath(at, library)] = Said(state, title, codes, told)
        assert not blocks, "rows of no briefing"
        return found


def _turned_back(
    connection: sqlite3.Connection,
) -> tuple[dict[int, set[str]], dict[int, set[tuple[str, str]]]]:
    words: defaultdict[int, set[str]] = defaultdict(set)
    marks: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    dead = dead_numbers(connection)
    found = list(_bitmaps(connection))
    follows = {id_: read_bits(bits, BitMap()) for kind, _, id_, bits in found if kind == FOLLOWS}
    for kind, value, segment, bits in found:
        if kind in (START, FOLLOWS, TEXT):
            continue
        for number in read_bits(bits, follows.get(segment, BitMap())) - dead:
            if kind == WORD:
                words[number].add(value)
            else:
                marks[number].add((kind, value))
    for number, said, borne in connection.execute("select * from recent"):
        words[number].update(set(said.split()) - {FIELD_END})
        marks[number].update(marks_from_words(borne))
    return words, marks


def _bitmaps(connection: sqlite3.Connection) -> Iterator[tuple[str, str, int, bytes]]:
    sql = "select kind, value, segment, bitmap from bits order by kind, value, segment, piece"
    for (kind, value, segment), pieces in groupby(connection.execute(sql), itemgetter(0, 1, 2)):
        for bits in of_pieces(piece for *_, piece in pieces):
            yield kind, value, segment, bits


def with_phrase(file: Path, phrase: str) -> set[int]:
    """The rows of segments in which words stand one after another."""
    with closing(open_read_only(file)) as connection:
        sql = "select rowid from words where words match ?"
        found = BitMap()
        for (number,) in connection.execute(sql, (f'"{phrase}"',)).fetchall():
            if number < SHARED:
                found.add(number)
                continue
            for kind, value, _, bits in _bitmaps(connection):
                if (kind, value) == (TEXT, text_value(number)):
                    found |= read_bits(bits, BitMap())
        kept = [bits for kind, _, _, bits in _bitmaps(connection) if kind == FOLLOWS]
        follows = BitMap.union(BitMap(), *(read_bits(bits, BitMap()) for bits in kept))
        return set(spread(found, follows) - dead_numbers(connection))


class Indexed:
    """A folder of briefings and its index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = folder / "library"
        self.library.mkdir()
        self.file = folder / "index" / "one.sqlite"

    def write(self, name: str, title: str, claims: int = 1, when: int = LONG_AGO) -> Path:
        """A briefing in the library, or a part of one, last written to when it is said."""
        path = self.library / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml_of(title, range(claims)))
        return written(path, when)

    def refresh(self) -> Outcome:
        return refresh(self.file, [self.library])

    @property
    def contents(self) -> dict[str, Said]:
        return contents(self.file, self.library)

    @property
    def titles(self) -> dict[str, tuple[str, int]]:
        """The title and the state of each briefing."""
        return {name: (said.title, said.state) for name, said in self.contents.items()}

    @property
    def fresh(self) -> dict[str, Said]:
        """What an index made of the files as they are now says."""
        other = self.folder / "fresh" / "one.sqlite"
        for left in other.parent.glob("*"):
            left.unlink()
        refresh(other, [self.library])
        return contents(other, self.library)

    def count(self, table: str) -> int:
        return int(self.value(f"select count(*) from {table}"))  # noqa: S608

    @property
    def version(self) -> int:
        return int(self.value("select value from meta where key = 'version'"))

    def value(self, sql: str) -> int:
        with closing(open_read_only(self.file)) as connection:
            found: int = connection.execute(sql).fetchone()[0]
            return found


def yaml_of(title: str, claims: Iterable[int]) -> str:
    lines = [
        f"  - {{id: c{number}, text: {title} says it {number}., said: {day(number)}}}\n"
        for number in claims
    ]
    return f"id: one\ntitle: {title}\nclaims:\n{''.join(lines)}"


def day(number: int) -> str:
    return f"2024-10-{number % 28 + 1:02}"


def written(path: Path, when: int) -> Path:
    """The file, as one that was last written to at some time."""
    os.utime(path, ns=(when, when))
    return path
