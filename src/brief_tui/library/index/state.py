"""What is worked out from one state of an index, and kept while that is the latest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brief_tui.library.filter import Filter
from brief_tui.library.index.answers import answer
from brief_tui.library.index.bitmaps import Bitmaps, Bits, united
from brief_tui.library.index.calendar import Calendar
from brief_tui.library.index.entry import ITEM_SECTIONS
from brief_tui.library.index.kept import Kept
from brief_tui.library.index.pages import LazyRows
from brief_tui.library.index.recent import Recent
from brief_tui.library.index.schema import ABOUT
from brief_tui.library.index.shelf import Listing, Shelf
from brief_tui.library.index.snapshot import Snapshot
from brief_tui.library.interface import Bucket, Rows
from brief_tui.library.query.condition import Bears, Not
from brief_tui.model.countries import NAMES
from brief_tui.model.section import Section

if TYPE_CHECKING:
    from pyroaring import BitMap

    from brief_tui.library.facets import Names

_ANSWERS = 3 << 20
"""How many bytes of answers are kept."""


class State:
    """One state of an index, as far as it has been looked at.

    What is asked of it raises ``Interrupted`` where the question was stopped, and ``Unreadable``
    where the index is damaged.
    """

    def __init__(self, snapshot: Snapshot, recent: Recent, kept: Kept[Bits]) -> None:
        self.snapshot = snapshot
        self.recent = recent
        self.kept = kept
        self.bitmaps = Bitmaps(snapshot, recent, kept)
        self.shelf = Shelf(snapshot)
        self._answers: Kept[BitMap] = Kept(_ANSWERS, lambda rows: rows.__sizeof__() + 200)
        self.values: dict[str, Sequence[tuple[str, Bucket]]] = {}
        """Of fields, all that rows bear; this and the next two are for ``facet_counts``."""
        self.names: dict[str, Names] = {}
        self.months: dict[str, dict[str, BitMap]] = {}
        self._calendar: Calendar | None = None
        self._countries: tuple[str, ...] | None = None

    @property
    def calendar(self) -> Calendar:
        """The rows of the timeline by their dates."""
        if self._calendar is None:
            self._calendar = Calendar(self.snapshot.order, self.bitmaps)
        return self._calendar

    def left(self, filter_: Filter) -> BitMap:
        """The rows of all sections that a filter leaves.

        As known on a day, a row that tells of several items is looked for by what is known of all
        of them now, where one of them was known by then; shown is of it what was.
        """
        if not filter_:
            return self.snapshot.alive
        found = self._answers.get(filter_)
        if found is None:
            found = answer(self.bitmaps, filter_.condition, self.snapshot.alive)
            if filter_.known_on is not None:
                later = Bears("known.first", test=filter_.known_on.isoformat().__lt__)
                found = answer(self.bitmaps, Not(later), found)
            self._answers.put(filter_, found)
        return found

    def of_section(self, section: Section) -> BitMap:
        """All rows of a section."""
        found = self._answers.get(section)
        if found is None:
            found = self.bitmaps.bearing("section", section.key) & self.snapshot.alive
            self._answers.put(section, found)
        return found

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country that bears on a briefing, by the number of its items, most first."""
        if self._countries is None:
            bitmaps, alive = self.bitmaps, self.snapshot.alive
            items = united([self.of_section(section) for section in ITEM_SECTIONS])
            codes = NAMES.keys() & {*bitmaps.values("country"), *bitmaps.values(ABOUT)}
            found = []
            for code in codes:
                weight = bitmaps.bearing("country", code).intersection_cardinality(items)
                if weight or not bitmaps.bearing(ABOUT, code).isdisjoint(alive):
                    found.append((-weight, code))
            self._countries = tuple(code for _, code in sorted(found))
        return self._countries

    def rows_left(self, section: Section, filter_: Filter) -> Rows:
        """The rows of a section that a filter leaves."""
        whole = self.of_section(section)
        left = whole & self.left(filter_) if filter_ else whole
        by_date = section is Section.TIMELINE
        arrange = self.calendar.arranged if by_date else self.snapshot.order.arranged
        return LazyRows(self.shelf, section, left, whole, arrange, filter_.known_on)

    def briefings(self, filter_: Filter) -> Listing:
        """The briefings in which a filter leaves anything; all of them where it is empty."""
        if not filter_:
            return Listing(self.snapshot)
        order = self.snapshot.order
        return Listing(
            self.snapshot, [order.ids[place] for place in order.with_any(self.left(filter_))]
        )
