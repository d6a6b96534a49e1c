"""One opened briefing behind the library's interface: rows, counts and look-ups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from typing import TYPE_CHECKING

from brief_tui.analysis.known import as_known_on
from brief_tui.library.filter import Filter
from brief_tui.library.plain_rows import PlainRows
from brief_tui.library.row import Row, rows_of
from brief_tui.load.loaded import Loaded
from brief_tui.model.briefing import Briefing
from brief_tui.model.problem import Position
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.model.value import dataclass

if TYPE_CHECKING:
    from brief_tui.library.facts import Told
    from brief_tui.library.interface import Bucket


_MOST_FACETS = 50
"""Facets whose counts are kept, since a reader steps from one to another and back."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a filter leaves of a section, and how many rows it hides."""

    rows: Sequence[Row]
    total: int

    @property
    def hidden(self) -> int:
        """How many rows of the section the filter hides."""
        return self.total - len(self.rows)


class Volume:
    """An opened briefing. It never changes; what it works out it keeps."""

    def __init__(self, loaded: Loaded) -> None:
        """Open a loaded briefing.

        Raises:
            ValueError: the briefing is closed by its problems.
        """
        if loaded.briefing is None:
            raise ValueError(f"{loaded.path} has errors and cannot be opened")
        self.loaded = loaded
        self.briefing: Briefing = loaded.briefing
        self.register = Register.of(loaded.briefing)
        self._rows: dict[tuple[Section, date | None], tuple[Row, ...]] = {}
        self._countries: tuple[str, ...] | None = None
        self._values: dict[str, Sequence[tuple[str, Bucket]]] = {}
        self._facets: dict[tuple[str, Section, Filter], Sequence[Bucket]] = {}

    def register_on(self, day: date | None) -> Register:
        """The register of what was known by the end of a day; of everything for None."""
        return as_known_on(self.register, day) if day is not None else self.register

    def rows(self, section: Section, known_on: date | None = None) -> tuple[Row, ...]:
        """Every row of a section; those that tell of something known by the end of a day."""
        found = self._rows.get((section, known_on))
        if found is None:
            found = rows_of(self.register_on(known_on), section, self.loaded.path)
            if known_on is not None:
                found = self._told(section, found)
                self._forget_other_days(known_on)
            self._rows[section, known_on] = found
        return found

    def _told(self, section: Section, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Without the rows all of whose items were said later."""
        of_nothing = {row.key for row in self.rows(section) if not row.items}
        return tuple(row for row in rows if row.items or row.key in of_nothing)

    def _forget_other_days(self, day: date) -> None:
        self._rows = {key: rows for key, rows in self._rows.items() if key[1] in (None, day)}

    def select(self, section: Section, filter_: Filter) -> Selection:
        """The rows of a section that a filter leaves."""
        total = len(self.rows(section))
        rows = self.rows(section, filter_.known_on)
        if not filter_:
            return Selection(rows, total)
        from brief_tui.library.query.condition import ANYTHING, holds

        condition = filter_.condition
        if condition is not ANYTHING:
            rows = tuple(row for row in rows if holds(condition, row.facts))
        return Selection(rows, total)

    def rows_left(self, section: Section, filter_: Filter) -> PlainRows:
        """The rows of a section that a filter leaves, in the order in which they are shown."""
        rows = self.select(section, filter_).rows
        return PlainRows(rows, lambda: self.rows(section))

    def tally(self, section: Section, filter_: Filter) -> Tally:
        """How much of a section a filter leaves."""
        selection = self.select(section, filter_)
        apart = sum(row.is_apart(section) for row in selection.rows)
        of_apart = sum(row.is_apart(section) for row in self.rows(section))
        shown, total = len(selection.rows) - apart, selection.total - of_apart
        return Tally(section, shown, total, apart, of_apart)

    def items_left(self, filter_: Filter) -> Set[str] | None:
        """The ids of the items that a filter leaves; None where it hides nothing."""
        if not filter_:
            return None
        return {
            row.target
            for section in (Section.CLAIMS, Section.ASSESSMENTS, Section.OPTIONS)
            for row in self.select(section, filter_).rows
        }

    def country_counts(self, section: Section, filter_: Filter) -> Mapping[str, int]:
        """For every country of the briefing, the rows it bears on that all but countries leave.

        The order is that of ``countries``, so that it holds across sections.
        """
        found = self.bearing(section, filter_)
        return {code: found.get(code, 0) for code in self.countries()}

    def bearing(self, section: Section, filter_: Filter) -> Mapping[str, int]:
        """The same for every country that bears on a row, as a source's own may do."""
        rows = self.select(section, filter_.without_countries()).rows
        return Counter(code for row in rows for code in row.roles)

    def facet(self, field: str, section: Section, filter_: Filter) -> Sequence[Bucket]:
        """The values of a field, with the rows of a section that all other clauses leave."""
        from brief_tui.library.facets import counted

        others = filter_.without(field)
        found = self._facets.get((field, section, others))
        if found is None:
            if len(self._facets) == _MOST_FACETS:
                self._facets.clear()
            rows = self.select(section, others).rows
            found = self._facets[field, section, others] = counted(
                field, (row.facts for row in rows)
            )
        return found

    def values(self, field: str, beginning: str, most: int) -> Sequence[Bucket]:
        """Values of a field in which a word begins so, the most frequent first."""
        from brief_tui.library.facets import beginning_so, found_in

        if field not in self._values:
            self._values[field] = found_in(field, self.facts())
        return beginning_so(self._values[field], beginning, most)

    def facts(self) -> Iterator[Told]:
        """What a query can ask of its items and sources: no other row has values of its own."""
        from brief_tui.library.facets import COUNTED

        return (row.facts for section in COUNTED for row in self.rows(section))

    def countries(self) -> tuple[str, ...]:
        """Every country that bears on the briefing, by the number of its items, most first."""
        if self._countries is None:
            self._countries = most_first(self.country_weights())
        return self._countries

    def country_weights(self) -> Mapping[str, int]:
        """On how many items of the briefing each country bears that bears on it at all."""
        weight = dict.fromkeys(self.briefing.countries, 0)
        for item in self.briefing.items():
            for code in self.register.roles_of(item):
                weight[code] = weight.get(code, 0) + 1
        return weight

    def section_of(self, id_: str) -> Section | None:
        """The section in which what has this id has a row; None where it has none.

        A figure has no id but the key of its row, which no id can be.
        """
        for section in (
            Section.CLAIMS,
            Section.ASSESSMENTS,
            Section.OPTIONS,
            Section.SOURCES,
            Section.LEVERAGE,
            Section.FIGURES,
        ):
            if any(row.is_of(id_) for row in self.rows(section)):
                return section
        return None

    def position(self, id_: str) -> Position | None:
        """Where the thing with this id stands in its file."""
        return self.loaded.positions.get(id_)


def most_first(weight: Mapping[str, int]) -> tuple[str, ...]:
    """The heaviest first; those of one weight by name."""
    return tuple(sorted(weight, key=lambda each: (-weight[each], each)))
