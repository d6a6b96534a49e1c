"""Where a reader is in a library and what is narrowed to: state without a screen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.analysis.timeline import Moment
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.interface import Library, Reading, State, TakesTime
from brief_tui.library.row import NOWHERE, Row, Spot
from brief_tui.library.volume import Volume
from brief_tui.model.item import Item, Option
from brief_tui.model.party import Actor
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally
from brief_tui.model.value import dataclass
from brief_tui.tui.answer import Answer, Question
from brief_tui.tui.opened import Opened, Own

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief_tui.analysis.time_axis import Window
    from brief_tui.render.country import Holdings

Over = tuple[str, ...]

MOST_COMPARED = 4
LEAST_COMPARED = 2

_NEAR = 200
"""How many rows around one that is gone are looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place one can come back to: the section, what it was narrowed to, and the row.

    ``over`` is what lies over the panes there: a kind, as ``compare``, and what it is about.
    ``path`` is the briefing, and where ``whole``, that of the row: then all briefings are shown.
    """

    section: Section = Section.OVERVIEW
    filter: Filter = EVERYTHING
    row: str = ""
    over: Over = ()
    path: Path = NOWHERE
    whole: bool = False

    @property
    def spot(self) -> Spot:
        """The row."""
        return Spot(self.path, self.row)


class Session:
    """One reader in one library. Screens ask it and tell it; it knows no screen."""

    def __init__(self, library: Library, place: Place | None = None) -> None:
        """Start at ``place``, by default the overview of the newest, with nothing hidden.

        Raises:
            KeyError: no briefing can be read, or not the one of the place.
        """
        self.library = library
        self.version = library.version
        self._opened = Opened(library)
        place = place or Place()
        if place.path == NOWHERE:
            place = replace(place, path=newest(library))
        self.place = place
        self.in_lanes = True
        self._rows: dict[tuple[Path | None, Section], Spot] = {}
        self._back: list[Place] = []
        self._landed: Place | None = None
        self._forward: list[Place] = []
        self._answer: Answer | None = None
        self._held: tuple[tuple[object, ...], Holdings] | None = None
        self._pointed: tuple[Answer, Spot, int] | None = None
        """Where a row was found in an answer, which may have to be looked for."""

    @property
    def section(self) -> Section:
        """The section shown."""
        return self.place.section

    @property
    def filter(self) -> Filter:
        """What the reader has narrowed to."""
        return self.place.filter

    @property
    def whole(self) -> bool:
        """Whether the whole library is shown."""
        return self.place.whole

    @property
    def volume(self) -> Volume:
        """The briefing that is read; of the whole library, that of the current row."""
        return self._opened.volume(self.place.path)

    @property
    def of_which(self) -> str:
        """Of which briefing something is, where that is not what is read; begins with a dot."""
        return f" · {self.volume.briefing.title}" if self.whole else ""

    def keep_up(self) -> None:
        """Show the library as it now is; until then it is as it was, and so is what one reads."""
        self.version = self.library.version
        self._opened.keep_up()
        if self.whole:
            with suppress(KeyError):  # nothing can be read any more
                self.renew()

    @property
    def is_gone(self) -> bool:
        """Whether the briefing that is read is no longer in the library."""
        _ = self.volume
        return self._opened.is_gone(self.place.path)

    @property
    def errors(self) -> int:
        """How many errors the briefing's files have since it was as it is read."""
        return self._opened.errors(self.place.path)

    def stay(self, before: Answer, at: int) -> None:
        """Where the current row is no more, be on the nearest that was after it, or before it."""
        rows = self.answer.rows
        if rows.place_of(self.place.spot) is not None:
            return
        after = range(at, min(at + _NEAR, len(before.rows)))
        for index in (*after, *range(at - 1, max(at - _NEAR, 0) - 1, -1)):
            place = rows.place_of(before.rows[index].spot)
            if place is not None:
                self.point_at(place)
                return

    @property
    def own(self) -> Own:
        """What the reader keeps of that briefing."""
        return self._opened.own(self.place.path)

    @property
    def register(self) -> Register:
        """What is known of the briefing by the day that the reader chose, or all of it."""
        return self.volume.register_on(self.filter.known_on)

    @property
    def shows_page(self) -> bool:
        """Whether the section is a page, not rows: the overview of one briefing."""
        return self.section is Section.OVERVIEW and not self.whole

    @property
    def question(self) -> Question:
        """What is asked of the library, or of the briefing, for what is shown."""
        return Question(
            self.section,
            self.filter,
            None if self.whole else self.place.path,
            self.version,
            in_lanes=self.in_lanes and not self.whole,
        )

    @property
    def may_take_long(self) -> bool:
        """Whether the answer is better waited for elsewhere."""
        return self.whole and isinstance(self.library, TakesTime)

    @property
    def is_answered(self) -> bool:
        """Whether the last answer is to what is asked now."""
        return self._answer is not None and self._answer.question == self.question

    @property
    def answer(self) -> Answer:
        """The answer to what is asked now or, where that may take long, the last one given."""
        if self._answer is None or not (self.is_answered or self.may_take_long):
            self._answer = self.answer_to(self.question)
        return self._answer

    @property
    def reading(self) -> Reading:
        """What is asked: the whole library, or the briefing that is read."""
        return self.library if self.whole else self.volume

    def answer_to(self, question: Question) -> Answer:
        """Ask."""
        reading = self.library if question.path is None else self._opened.volume(question.path)
        return Answer(reading, question)

    def worked_out(self, question: Question) -> Answer:
        """Ask, and for all counts at once; it may be done in another thread."""
        answer = self.answer_to(question)
        answer.work_out()
        return answer

    def holdings(self, code: str, gather: Callable[[], Holdings]) -> Holdings:
        """What the library holds on a country: what was gathered last, while nothing changes."""
        key = (code, self.filter.known_on, self.version)
        if self._held is None or self._held[0] != key:
            self._held = (key, gather())
        return self._held[1]

    def take(self, answer: Answer) -> None:
        """Have an answer that was waited for."""
        self._answer = answer

    @property
    def window(self) -> Window:
        """The stretch of time that the timeline shows."""
        from brief_tui.analysis.time_axis import usual_window

        return self.own.window or usual_window(self.volume.register)

    def zoom(self, *, closer: bool) -> bool:
        """Show less or more of the time, around the current row's date; False at either end."""
        from brief_tui.analysis.time_axis import whole_range, zoomed

        row, before = self.row, self.window
        if row is None or not isinstance(row.subject, Moment):
            return False
        whole = whole_range(self.volume.register)
        self.own.window = zoomed(before, whole, row.subject.when, closer=closer)
        return self.own.window != before

    @property
    def cursor(self) -> int:
        """The place of the current row; where it is no longer shown, that of the next one."""
        answer, spot = self.answer, self.place.spot
        if self._pointed is None or self._pointed[:2] != (answer, spot):
            self._pointed = (answer, spot, answer.rows.nearest(spot))
        return self._pointed[2]

    @property
    def row(self) -> Row | None:
        """The current row; None where the filter leaves none."""
        rows = self.answer.rows
        return rows[self.cursor] if len(rows) else None

    def point_at(self, index: int) -> None:
        """Make the row at ``index`` of those shown the current one."""
        rows = self.answer.rows
        if 0 <= index < len(rows):
            path, key = spot = rows[index].spot
            self._pointed = (self.answer, spot, index)
            if spot != self.place.spot:
                self.place = replace(self.place, path=path, row=key)
            self._rows[self._remembered(self.section)] = spot

    def go_to_section(self, section: Section) -> None:
        """Show another section, on the row it was left on; the filter holds."""
        if section is self.section:
            self.put_over(())
            return
        self._leave()
        usual = Spot(self.place.path)
        path, key = self._rows.get(self._remembered(section), usual)
        self.place = replace(self.place, section=section, row=key, path=path, over=())

    def switch(self) -> None:
        """Show the whole library in place of the briefing, or the current row's briefing again."""
        self._leave()
        self.place = replace(self.place, whole=not self.whole, over=())

    def open(self, path: Path, filter_: Filter | None = None) -> None:
        """Read a briefing; section and filter hold, unless another one is given.

        Raises:
            KeyError: it cannot be read.
        """
        self._opened.volume(path)
        if (path, False) != (self.place.path, self.whole):
            self._leave()
        row = self._rows.get((path, self.section), Spot(path)).key
        filter_ = self.filter if filter_ is None else filter_
        self.place = Place(self.section, filter_, row, (), path)
        self._opened.leave_what_is_gone(path)

    def renew(self) -> None:
        """Read the newest where the briefing that is read is no longer in the library.

        Raises:
            KeyError: nothing in the library can be read any more.
        """
        self._opened.leave_what_is_gone(self.place.path)
        try:
            self._opened.volume(self.place.path)
        except KeyError:
            self.place = replace(self.place, path=newest(self.library), row="", over=())

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
        self.place = replace(self.place, section=section, row=key, over=())
        self._rows[self._remembered(section)] = self.place.spot
        self._landed = self.place
        return True

    def go_to(self, place: Place) -> None:
        """Go to another place, from which one can come back."""
        self._leave()
        self.place = self._landed = place

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
        own = self.own
        name = self.volume.register.name(actor)
        if actor in own.marked:
            own.marked = tuple(each for each in own.marked if each != actor)
            return f"{name} unmarked"
        if len(own.marked) == MOST_COMPARED:
            return f"{MOST_COMPARED} actors are marked, which is the most that can be compared"
        own.marked = (*own.marked, actor)
        return f"{name} marked, {len(own.marked)} in all: v compares"

    def is_marked(self, row: Row) -> bool:
        """Whether the reader marked the actor that a row is of."""
        marked = self._opened.own(row.path).marked
        if self.section is Section.LEVERAGE:
            return row.target in marked
        return self.section is Section.OPTIONS and getattr(row.subject, "actor", None) in marked

    def unmark_all(self) -> None:
        """Have no actor marked, in any briefing."""
        self._opened.unmark_all()

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
        marked = self.own.marked
        if len(marked) >= LEAST_COMPARED:
            return marked
        rows = self.volume.select(Section.LEVERAGE, self.filter).rows
        found = (row.target for row in rows if isinstance(row.subject, Actor))
        return tuple(dict.fromkeys((*marked, *found)))

    def narrowed(self) -> str:
        """The filter in words with what it hides; empty where nothing is narrowed."""
        if not self.filter:
            return ""
        if not self.is_answered:
            return self.filter.describe()
        return f"{self.answer.hidden:,} hidden · {self.filter.describe()}"

    @property
    def tally(self) -> Tally:
        """How much of the section the filter leaves."""
        return self.answer.tally

    def _remembered(self, section: Section) -> tuple[Path | None, Section]:
        return (None if self.whole else self.place.path, section)

    def _leave(self) -> None:
        self._back.append(self.place)
        self._forward.clear()

    def _travel(self, away: list[Place], behind: list[Place]) -> bool:
        if not away:
            return False
        behind.append(self.place)
        self.place = away.pop()
        self.renew()
        return True


def newest(library: Library) -> Path:
    """The readable briefing with the latest as-of date.

    Raises:
        KeyError: none can be read.
    """
    listed = library.briefings(EVERYTHING)
    if not len(listed) or listed[0].state is State.BROKEN:
        raise KeyError("no briefing can be read")
    return listed[0].path
