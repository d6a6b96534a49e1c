"""One briefing of an index, of which only that is decoded which is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from brief_tui.analysis.timeline import LANES, Moment
from brief_tui.library.index.blocks import ROWS, entries_in
from brief_tui.library.index.body import Body, unpack_body
from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.entry import (
    ITEM_SECTIONS,
    Entry,
    unpack_entry,
    unpack_problems,
)
from brief_tui.library.index.later import Later
from brief_tui.library.index.snapshot import Snapshot, Unreadable
from brief_tui.library.index.unread import Items, unread
from brief_tui.library.row import Row, item_row, moment_row, point_row, rows_of
from brief_tui.library.volume import Volume
from brief_tui.load.loaded import Loaded
from brief_tui.model.briefing import Briefing, KeyPoint, NotKnown
from brief_tui.model.item import Assessment, Claim, Evidence, Item, Option
from brief_tui.model.party import Actor, Source
from brief_tui.model.problem import Position, Problem
from brief_tui.model.register import Register, parties_of, relations_of
from brief_tui.model.section import Section

_SUBJECTS: Mapping[Section, tuple[type, ...]] = {
    **dict.fromkeys(Section, ()),
    Section.OVERVIEW: (KeyPoint, NotKnown),
    Section.CLAIMS: (Claim, Evidence),
    Section.ASSESSMENTS: (Assessment,),
    Section.OPTIONS: (Option,),
    Section.LEVERAGE: (Actor,),
    Section.SOURCES: (Actor, Source),
}
"""Of what an entry can be in each section, where it is of anything."""


class Placed(NamedTuple):
    """A briefing by its id in an index; its rows' numbers go from ``first`` up to ``end``."""

    id: int
    path: Path
    title: str
    first: int
    end: int


class Held:
    """A briefing: its register, its rows by number, and all of it opened."""

    def __init__(self, snapshot: Snapshot, placed: Placed) -> None:
        """Read a briefing but for its items.

        Raises:
            Damaged: it cannot be read.
            Unreadable: nor can the index.
        """
        self.placed = placed
        self._snapshot = snapshot
        found = snapshot.rows("select body from briefing where id = ?", placed.id)
        if not found:
            raise Damaged("no briefing")
        self._body: Body = unpack_body(found[0][0], placed.path)
        self._items = Items(self._body.items, self._read_items)
        self._id_at = {place: id_ for id_, place in self._items.places.items()}
        briefing = unread(self._body.briefing, self._items, self._rest)
        self.register = Register(
            briefing,
            parties_of(briefing),
            self._items,
            {measure.id: measure for measure in briefing.measures},
            Later(lambda: relations_of(briefing)),
        )
        self._by_key: dict[Section, Mapping[str, Row]] = {}
        self._volume: Volume | None = None
        self._last_block: tuple[int, Sequence[bytes]] = (-1, ())

    @property
    def size(self) -> int:
        """About how many items it may come to hold in memory."""
        return len(self._items.places) + 1

    def row(self, number: int, known_on: date | None = None) -> Row | None:
        """The row with a number, as known on a day; None where it cannot be read.

        Raises:
            Unreadable: the index is damaged.
            Damaged: the briefing is.
        """
        try:
            return self._row(number, known_on)
        except (LookupError, TypeError, AttributeError, ValueError, RecursionError) as error:
            # What a row tells of is not there, or is of another kind.
            raise Damaged("no row") from error

    def _row(self, number: int, known_on: date | None) -> Row | None:
        entry = self._entries([number])[0]
        if entry is None:
            return None
        section, key = entry.section, self._key(entry)
        if known_on is not None:
            rows = self.volume().rows(section, known_on)
            return next((row for row in rows if row.key == key), None)
        if self._snapshot.is_foreign:
            return self._sound(section).get(key)
        if entry.subject is not None and not isinstance(entry.subject, _SUBJECTS[section]):
            raise Damaged("a row of another section")
        row: Row | None = None
        if isinstance(entry.subject, Item):
            self._items.take(key, entry.subject)
            row = item_row(self.register, entry.subject, entry.roles)
        elif section is Section.TIMELINE:
            row = self._moment(entry)
        elif isinstance(entry.subject, KeyPoint | NotKnown):
            row = point_row(self.register, key, entry.subject, self.register.roles_of)
        else:
            return self._of(section).get(key)
        if row is not None:
            row.section, row.path = section, self.placed.path
        return row

    def number_of(self, section: Section, key: str, numbers: Iterable[int]) -> int | None:
        """The number of the row of a section with this key; None where there is none.

        ``numbers`` are those of the section's rows in this briefing.

        Raises:
            Unreadable: the index is damaged.
        """
        if section in ITEM_SECTIONS:
            place = self._items.places.get(key)
            return None if place is None else self.placed.first + place
        wanted = list(numbers)
        for number, entry in zip(wanted, self._entries(wanted), strict=True):
            if entry is not None and self._key(entry) == key:
                return number
        return None

    def position(self, id_: str) -> Position | None:
        """Where the thing with this id stands in its file."""
        return self._body.positions.get(id_)

    def volume(self) -> Volume:
        """The briefing, opened.

        Raises:
            Damaged: part of it cannot be read, or it is foreign and no loader would have read it.
            Unreadable: nor can the index.
        """
        if self._volume is None:
            self._items.decode(self._items.places)
            # Half a briefing is not shown as a whole one: what is missing may have contradicted.
            if len(self._items) < sum(map(len, self._items.parts)):
                raise Damaged("an item is wanted")
            own = [[self._items[id_] for id_ in ids] for ids in self._items.parts]
            briefing = self._body.whole(own)
            if self._snapshot.is_foreign:
                from brief_tui.load.sound import is_sound

                if not is_sound(briefing):
                    raise Damaged("no briefing that could have been loaded")
            self._volume = Volume(
                Loaded(
                    path=self.placed.path,
                    briefing=briefing,
                    problems=problems_of(self._snapshot, self.placed.path) or (),
                    positions=self._body.positions,
                    title=self.placed.title,
                    text_replaced=self._body.text_replaced,
                )
            )
        return self._volume

    def _rest(self) -> Briefing:
        """A briefing with what the second part of the body holds; nothing where it is damaged."""
        try:
            return self._body.rest.briefing
        except Damaged:
            self._snapshot.damaged()
            return self._body.briefing

    def _of(self, section: Section) -> Mapping[str, Row]:
        found = self._by_key.get(section)
        if found is None:
            rows = rows_of(self.register, section, self.placed.path)
            found = self._by_key[section] = {row.key: row for row in rows}
        return found

    def _sound(self, section: Section) -> Mapping[str, Row]:
        """The rows of a section by their keys, as the whole briefing has them."""
        found = self._by_key.get(section)
        if found is None:
            rows = self.volume().rows(section)
            found = self._by_key[section] = {row.key: row for row in rows}
        return found

    def _moment(self, entry: Entry) -> Row | None:
        item = self._items.get(self._id_at.get(entry.items[0], ""))
        if item is None or entry.part >= len(LANES):
            return None
        lane = LANES[entry.part]
        when = getattr(item, lane.value)
        if when is None:
            return None
        return moment_row(self.register, Moment(lane, when, item), self.register.roles_of(item))

    def _key(self, entry: Entry) -> str:
        if entry.key:
            return entry.key
        id_ = self._id_at.get(entry.items[0], "") if entry.items else ""
        if entry.section is Section.TIMELINE:
            return f"{id_}@{LANES[entry.part].value}" if entry.part < len(LANES) else ""
        return f"{id_}#{entry.part}"

    def _read_items(self, places: Sequence[int]) -> Sequence[Item | None]:
        entries = self._entries([self.placed.first + place for place in places])
        subjects = (entry.subject if entry is not None else None for entry in entries)
        return [each if isinstance(each, Item) else None for each in subjects]

    def _entries(self, numbers: Sequence[int]) -> Sequence[Entry | None]:
        first = self.placed.first
        starts = [number - (number - first) % ROWS for number in numbers]
        blocks = {start: self._block(start) for start in dict.fromkeys(starts)}
        found = []
        for number, start in zip(numbers, starts, strict=True):
            block, place = blocks[start], number - start
            found.append(self._entry(block[place] if place < len(block) else None))
        return found

    def _block(self, start: int) -> Sequence[bytes]:
        """The entries of the block that begins with a number; none where it is damaged."""
        known, block = self._last_block
        if known == start:
            return block
        try:
            ((packed,),) = self._snapshot.rows("select rows from entry where number = ?", start)
            block = entries_in(packed)
        except (Unreadable, Damaged, ValueError):  # as if each of them were damaged
            return ()
        self._last_block = start, block
        return block

    def _entry(self, row: bytes | None) -> Entry | None:
        try:
            if row is None:
                raise Damaged("no row")
            return unpack_entry(row)
        except Damaged:
            self._snapshot.damaged()
            return None


def problems_of(snapshot: Snapshot, path: Path) -> tuple[Problem, ...] | None:
    """What is wrong with the files of a briefing; None where there is none with this path.

    Raises:
        Unreadable: the index is damaged.
    """
    sql = "select problems from briefing where path = ?"
    for (packed,) in snapshot.rows(sql, snapshot.paths.kept(path)):
        try:
            return unpack_problems(packed, path)
        except Damaged:
            snapshot.damaged()
            return ()
    return None
