"""Where a reader is in a briefing and what is narrowed to: state without a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief_tui.analysis.timeline import LANES, Moment
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.row import Row
from brief_tui.library.volume import Selection, Volume
from brief_tui.model.item import Item, Option
from brief_tui.model.party import Actor
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.model.value import dataclass

if TYPE_CHECKING:
    from brief_tui.analysis.matrix import Arrangement
    from brief_tui.analysis.scratch import Scratch
    from brief_tui.analysis.time_axis import Window

Over = tuple[str, ...]

MOST_COMPARED = 4
LEAST_COMPARED = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A place one can come back to: the section, what it was narrowed to, and the row.

    ``over`` is what lies over the panes there: a kind, as ``compare``, and what it is about.
    """

    section: Section = Section.OVERVIEW
    filter: Filter = EVERYTHING
    row: str = ""
    over: Over = ()


class Session:
    """One reader in one briefing. Screens ask it and tell it; it knows no screen."""

    def __init__(self, volume: Volume, place: Place | None = None) -> None:
        """Start at ``place``, by default the overview, with nothing hidden.

        ``scratch`` and ``arrangement`` are what the reader supposes in the matrix and how it is
        grouped; None until it is opened.
        """
        self.volume = volume
        self.place = place or Place()
        self.marked: tuple[str, ...] = ()
        self.lines: dict[Over, int] = {}
        """The line on which each page over the panes was left for another place."""
        self.scratch: Scratch | None = None
        self.arrangement: Arrangement | None = None
        self._rows: dict[Section, str] = {}
        self._back: list[Place] = []
        self._landed: Place | None = None
        self._forward: list[Place] = []
        self._selected: tuple[tuple[Section, Filter, bool], Selection] | None = None
        self.in_lanes = True
        self._window: Window | None = None

    @property
    def section(self) -> Section:
        """The section shown."""
        return self.place.section

    @property
    def filter(self) -> Filter:
        """What the reader has narrowed to."""
        return self.place.filter

    @property
    def register(self) -> Register:
        """What is known of the briefing by the day that the reader chose, or all of it."""
        return self.volume.register_on(self.filter.known_on)

    @property
    def selection(self) -> Selection:
        """The rows the filter leaves of the section, as they are arranged."""
        key = (self.section, self.filter, self.in_lanes)
        if self._selected is None or self._selected[0] != key:
            selection = self.volume.select(self.section, self.filter)
            if self.section is Section.TIMELINE and self.in_lanes:
                selection = replace(selection, rows=sorted(selection.rows, key=_lane))
            self._selected = (key, selection)
        return self._selected[1]

    @property
    def window(self) -> Window:
        """The stretch of time that the timeline shows."""
        from brief_tui.analysis.time_axis import usual_window

        return self._window or usual_window(self.volume.register)

    def zoom(self, *, closer: bool) -> bool:
        """Show less or more of the time, around the current row's date; False at either end."""
        from brief_tui.analysis.time_axis import whole_range, zoomed

        row, before = self.row, self.window
        if row is None or not isinstance(row.subject, Moment):
            return False
        whole = whole_range(self.volume.register)
        self._window = zoomed(before, whole, row.subject.when, closer=closer)
        return self._window != before

    @property
    def cursor(self) -> int:
        """The index of the current row in the selection; 0 where it is no longer among them."""
        keys = [row.key for row in self.selection.rows]
        return keys.index(self.place.row) if self.place.row in keys else 0

    @property
    def row(self) -> Row | None:
        """The current row; None where the filter leaves none."""
        rows = self.selection.rows
        return rows[self.cursor] if rows else None

    def point_at(self, index: int) -> None:
        """Make the row at ``index`` of the selection the current one."""
        rows = self.selection.rows
        if 0 <= index < len(rows):
            self.place = replace(self.place, row=rows[index].key)
            self._rows[self.section] = rows[index].key

    def go_to_section(self, section: Section) -> None:
        """Show another section, on the row it was left on; the filter holds."""
        if section is self.section:
            self.put_over(())
            return
        self._leave()
        self.place = Place(section, self.filter, self._rows.get(section, ""))

    def narrow(self, filter_: Filter, *, keep: bool = True) -> None:
        """Narrow to something else; the row stays where it is still shown.

        ``keep`` says whether one can come back to how it was narrowed before: not to every
        letter of a search.
        """
        if keep:
            self._leave()
        self.place = replace(self.place, filter=filter_)

    def came_from(self, filter_: Filter) -> None:
        """Be able to come back to how it was narrowed before a search that is now over."""
        if filter_ != self.filter:
            self._back.append(replace(self.place, filter=filter_))
            self._forward.clear()

    def put_over(self, over: Over) -> None:
        """Have something lie over the panes here; nothing: no longer."""
        self.place = replace(self.place, over=over)

    def jump(self, id_: str) -> bool:
        """Go to the row of the thing with this id; False where there is none to be seen."""
        section = self.volume.section_of(id_)
        if section is None:
            return False
        rows = self.volume.select(section, self.filter).rows
        key = next((row.key for row in rows if row.is_of(id_)), None)
        if key is None:
            return False
        self._leave()
        self.place = Place(section, self.filter, key)
        self._rows[section] = key
        self._landed = self.place
        return True

    @property
    def has_just_landed(self) -> bool:
        """Whether one is where a link of what lay over the panes has led, and has not moved on."""
        return bool(self._back and self._back[-1].over) and self.place == self._landed

    def back(self) -> bool:
        """Go back to where one was; False where there is nowhere."""
        return self._travel(self._back, self._forward)

    def forward(self) -> bool:
        """Go forward again; False where there is nowhere."""
        return self._travel(self._forward, self._back)

    def toggle_mark(self, actor: str | None) -> str:
        """Mark an actor, or unmark it; what to tell the reader."""
        if actor is None:
            return "mark actors in Options or Leverage"
        name = self.volume.register.name(actor)
        if actor in self.marked:
            self.marked = tuple(each for each in self.marked if each != actor)
            return f"{name} unmarked"
        if len(self.marked) == MOST_COMPARED:
            return f"{MOST_COMPARED} actors are marked, which is the most that can be compared"
        self.marked = (*self.marked, actor)
        return f"{name} marked, {len(self.marked)} in all: v compares"

    @property
    def item_of_row(self) -> Item | None:
        """The item that the current row is about."""
        row = self.row
        return self.register.items.get(row.target) if row is not None else None

    @property
    def actor_of_row(self) -> str | None:
        """The actor whose options the current row is about."""
        row = self.row
        if row is None:
            return None
        if isinstance(row.subject, Option):
            return row.subject.actor
        return row.subject.id if isinstance(row.subject, Actor) else None

    def to_compare(self) -> tuple[str, ...]:
        """The actors to put side by side: the marked ones, else those that the filter leaves."""
        if len(self.marked) >= LEAST_COMPARED:
            return self.marked
        rows = self.volume.select(Section.LEVERAGE, self.filter).rows
        found = (row.target for row in rows if isinstance(row.subject, Actor))
        return tuple(dict.fromkeys((*self.marked, *found)))

    def narrowed(self) -> str:
        """The filter in words with what it hides; empty where nothing is narrowed."""
        if not self.filter:
            return ""
        hidden = self.selection.hidden
        return f"{hidden} hidden · {self.filter.describe()}"

    @property
    def tally(self) -> Tally:
        """How much of the section the filter leaves."""
        return self.volume.tally(self.section, self.filter)

    def elsewhere(self) -> tuple[Tally, ...]:
        """How much there is under this filter in the other sections that have anything."""
        found = (self.volume.tally(section, self.filter) for section in Section)
        return tuple(tally for tally in found if not tally.is_empty)

    def _leave(self) -> None:
        self._back.append(self.place)
        self._forward.clear()

    def _travel(self, away: list[Place], behind: list[Place]) -> bool:
        if not away:
            return False
        behind.append(self.place)
        self.place = away.pop()
        return True


def _lane(row: Row) -> int:
    return LANES.index(row.subject.lane) if isinstance(row.subject, Moment) else 0
