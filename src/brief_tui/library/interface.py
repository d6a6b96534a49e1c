"""What a reader can ask, of one briefing or of a whole library, wherever it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from brief_tui.library.filter import Filter
from brief_tui.library.row import Row, Spot
from brief_tui.library.volume import Volume
from brief_tui.model.dates import When
from brief_tui.model.problem import Position, Problem
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally


class State(Enum):
    """What became of a briefing the last time its files were read."""

    READABLE = "readable"
    BROKEN = "broken"
    KEPT = "broken since"
    """Its files have errors; what is read is their last good version."""


class Listed(NamedTuple):
    """A briefing as a list of briefings shows it, without its being opened.

    Attributes:
        path: where it was loaded from; what names it in a library.
        id: the author's own id; empty where it cannot be read.
        title: on one line, also of one that cannot be read.
        as_of: up to when it holds, if that is stated.
        countries: those that bear on it, most items first.
        counts: how many rows each section has, in the order of ``Section``.
        state: what became of it.
        errors: how many problems close it, or would.
        changed: when its files were last changed, in nanoseconds since 1970.
    """

    path: Path
    id: str
    title: str
    as_of: When | None
    countries: tuple[str, ...]
    counts: tuple[int, ...]
    state: State
    errors: int
    changed: int


class Bucket(NamedTuple):
    """One value of a facet, with how many rows bear it; ``value`` is as a query writes it."""

    value: str
    label: str
    rows: int


class Rows(Protocol):
    """Rows that are made when they are asked for, by place from 0."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def __getitem__(self, index: int, /) -> Row:
        """One of them; from the end where the place is negative."""
        ...

    def place_of(self, spot: Spot) -> int | None:
        """Where a row now is; None where it is not among them."""
        ...

    def nearest(self, spot: Spot) -> int:
        """Where a row is or, where it is not among them, the first one that would follow it.

        That is the last one where none does, and the first where nothing is known of the row.
        """
        ...


class Reading(Protocol):
    """What can be asked of one briefing and of many alike."""

    def rows_left(self, section: Section, filter_: Filter) -> Rows:
        """The rows of a section that a filter leaves, in the order in which they are shown."""
        ...

    def tally(self, section: Section, filter_: Filter) -> Tally:
        """How much of a section a filter leaves."""
        ...

    def country_counts(self, section: Section, filter_: Filter) -> Mapping[str, int]:
        """For every country, the rows it bears on that all but countries leave."""
        ...

    def facet(self, field: str, section: Section, filter_: Filter) -> Sequence[Bucket]:
        """The values of a field of the query language, with the rows that all other clauses leave.

        The most frequent come first, months in their order.
        """
        ...

    def values(self, field: str, beginning: str, most: int) -> Sequence[Bucket]:
        """Values of a field in which a word begins so, the most frequent of them first.

        They are those of items and sources.
        """
        ...


class Interrupted(Exception):
    """A question was ended before it was answered."""


@runtime_checkable
class TakesTime(Protocol):
    """A library that may be asked in a thread of one's own, since an answer may take a while."""

    def interrupt(self) -> None:
        """End what is being asked in other threads, which raises ``Interrupted`` there."""
        ...


class Library(Reading, Protocol):
    """Many briefings, the latest as-of date first, then those without one, then the broken."""

    @property
    def version(self) -> int:
        """Grows whenever what can be read here has changed."""
        ...

    def briefings(self, filter_: Filter) -> Sequence[Listed]:
        """The briefings in which a filter leaves anything; all of them where it is empty."""
        ...

    def open(self, path: Path) -> Volume:
        """One of the readable briefings.

        Raises:
            KeyError: there is none with this path.
        """
        ...

    def problems(self, path: Path) -> Sequence[Problem]:
        """What is wrong with the files of a briefing."""
        ...

    def position(self, path: Path, id_: str) -> Position | None:
        """Where what has this id stands in the files of a briefing, without its being opened."""
        ...
