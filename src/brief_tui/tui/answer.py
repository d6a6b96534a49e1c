"""What is asked for what the panes show, and the answer to it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from brief_tui.analysis.timeline import LANES, Moment
from brief_tui.library.filter import Filter
from brief_tui.library.interface import Reading, Rows
from brief_tui.library.plain_rows import PlainRows
from brief_tui.library.row import Row
from brief_tui.library.volume import Volume
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally


class Question(NamedTuple):
    """What is asked: a section, narrowed, of one briefing or, without a path, of all.

    Two are equal where the answer is the same; ``version`` is that of the library.
    """

    section: Section
    filter: Filter
    path: Path | None
    version: int
    in_lanes: bool


class Answer:
    """The rows at once, and counts once they are looked at."""

    def __init__(self, reading: Reading, question: Question) -> None:
        """Ask for the rows."""
        self.question = question
        self._reading = reading
        self.rows: Rows = reading.rows_left(question.section, question.filter)
        if question.in_lanes and question.section is Section.TIMELINE:
            assert isinstance(reading, Volume)
            volume, rows = reading, self.rows
            self.rows = PlainRows(
                sorted(map(rows.__getitem__, range(len(rows))), key=_lane),
                lambda: sorted(volume.rows(Section.TIMELINE), key=_lane),
            )

    @property
    def whole(self) -> bool:
        """Whether it is of the whole library."""
        return self.question.path is None

    @property
    def hidden(self) -> int:
        """How many rows the filter hides."""
        tally = self.tally
        return tally.total + tally.of_apart - tally.shown - tally.apart

    @cached_property
    def tally(self) -> Tally:
        """How much of the section the filter leaves."""
        return self._reading.tally(self.question.section, self.question.filter)

    @cached_property
    def countries(self) -> Mapping[str, int]:
        """For every country, the rows it bears on that all but countries leave."""
        return self._reading.country_counts(self.question.section, self.question.filter)

    @cached_property
    def elsewhere(self) -> tuple[Tally, ...]:
        """How much the filter leaves in the other sections that have anything."""
        found = (self._reading.tally(each, self.question.filter) for each in Section)
        return tuple(tally for tally in found if not tally.is_empty)

    def work_out(self) -> None:
        """Ask for all the counts that a screen shows."""
        _ = self.tally, self.countries
        if not len(self.rows):
            _ = self.elsewhere


def _lane(row: Row) -> int:
    return LANES.index(row.subject.lane) if isinstance(row.subject, Moment) else 0
