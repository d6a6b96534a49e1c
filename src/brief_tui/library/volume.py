"""One opened briefing behind the library's interface: rows, counts and look-ups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brief_tui.library.filter import Filter
from brief_tui.library.row import Row, rows_of
from brief_tui.load.briefing_file import Loaded
from brief_tui.model.briefing import Briefing
from brief_tui.model.problem import Position
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.model.value import dataclass


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
        self._rows: dict[Section, tuple[Row, ...]] = {}
        self._countries: tuple[str, ...] | None = None

    def rows(self, section: Section) -> tuple[Row, ...]:
        """Every row of a section."""
        found = self._rows.get(section)
        if found is None:
            found = self._rows[section] = rows_of(self.register, section)
        return found

    def select(self, section: Section, filter_: Filter) -> Selection:
        """The rows of a section that a filter leaves: any of its countries, all of its words."""
        rows = self.rows(section)
        if not filter_:
            return Selection(rows, len(rows))
        needles = filter_.needles
        wanted = filter_.countries
        left = [
            row
            for row in rows
            if (not wanted or any(code in row.roles for code in wanted)) and row.says(needles)
        ]
        return Selection(left, len(rows))

    def country_counts(self, section: Section, filter_: Filter) -> Mapping[str, int]:
        """For every country of the briefing, the rows it bears on that the words leave.

        The order is that of ``countries``, so that it holds across sections.
        """
        counts = dict.fromkeys(self.countries(), 0)
        for row in self.select(section, Filter(text=filter_.text)).rows:
            for code in row.roles:
                if code in counts:
                    counts[code] += 1
        return counts

    def countries(self) -> tuple[str, ...]:
        """Every country that bears on the briefing, by the number of its items, most first."""
        if self._countries is None:
            weight = dict.fromkeys(self.briefing.countries, 0)
            for item in self.briefing.items():
                for code in self.register.roles_of(item):
                    weight[code] = weight.get(code, 0) + 1
            self._countries = tuple(sorted(weight, key=lambda code: (-weight[code], code)))
        return self._countries

    def section_of(self, id_: str) -> Section | None:
        """The section in which the thing with this id has a row; None where it has none."""
        for section in (
            Section.CLAIMS,
            Section.ASSESSMENTS,
            Section.OPTIONS,
            Section.SOURCES,
            Section.LEVERAGE,
        ):
            if any(row.target == id_ for row in self.rows(section)):
                return section
        return None

    def position(self, id_: str) -> Position | None:
        """Where the thing with this id stands in its file."""
        return self.loaded.positions.get(id_)
