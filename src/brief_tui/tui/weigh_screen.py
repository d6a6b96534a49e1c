"""All options by dimension of leverage, with a cursor on one cell, and what the reader supposes."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from brief_tui.analysis.leverage import DIMENSIONS
from brief_tui.analysis.matrix import Arrangement, Group, Weighing
from brief_tui.analysis.scratch import NOTHING_SUPPOSED, Scratch
from brief_tui.model.item import Option
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import STEPS, Dimension, Level
from brief_tui.render import words
from brief_tui.render.cell import cell_page, cell_sentence, own_level
from brief_tui.render.cells import fit
from brief_tui.render.citation import citation
from brief_tui.render.grid import Address, Grid
from brief_tui.render.matrix import lay_out_matrix, matrix_title
from brief_tui.render.page import Spans, Tone
from brief_tui.render.plain import PAPER, to_text
from brief_tui.render.supposed import NOT_THE_BRIEFINGS, supposed_blocks
from brief_tui.tui.actions import Where
from brief_tui.tui.base_screen import BaseScreen, bindings_on
from brief_tui.tui.chrome import TITLE, Status, TitleLine
from brief_tui.tui.grid import GridPane, kept_beside_a_cell
from brief_tui.tui.page_screen import PageScreen
from brief_tui.tui.picker import Choice, Picker
from brief_tui.tui.session import LEAST_COMPARED, Session

_CLEARED = "not stated"


def weighing_of(session: Session) -> Weighing:
    """The options that the session's filter leaves, with what the reader supposes of them."""
    selection = session.volume.select(Section.OPTIONS, session.filter)
    options = tuple(row.subject for row in selection.rows if isinstance(row.subject, Option))
    arrangement = session.own.arrangement or Arrangement.OF
    return Weighing(options, selection.hidden, arrangement, session.own.scratch or NOTHING_SUPPOSED)


class WeighScreen(BaseScreen[None]):
    """The matrix. Where the cursor stands is kept in the place that the matrix lies over."""

    where: ClassVar[Where] = Where.MATRIX
    BINDINGS: ClassVar[list[BindingType]] = bindings_on(Where.MATRIX)

    def __init__(self, session: Session, at: tuple[str, ...] = ()) -> None:
        """Weigh the options that the filter leaves.

        ``at`` is where the cursor begins: the ids of a group's party and of an option, and a
        dimension.
        """
        super().__init__()
        self._session = session
        self._register = session.register
        self._weighing = weighing_of(session)
        self._groups = self._weighing.groups
        self._at = at

    def compose(self) -> ComposeResult:
        """A title line, the grid, a status line."""
        yield TitleLine()
        yield GridPane(self._lay_out)
        yield Status()

    def on_mount(self) -> None:
        """Show the matrix."""
        self.set_focus(self.pane)
        self._update()

    @property
    def pane(self) -> GridPane:
        """The grid."""
        return self.query_one(GridPane)

    @property
    def hints(self) -> tuple[str, ...]:
        """What the cell can be asked; what changes the matrix stands in the title line."""
        cell = self._cell
        fills = ("suppose",) if cell is not None and not cell[0].leverage.on(cell[1]) else ()
        return (*fills, "copy", "open", "help", "undo")

    @property
    def kept(self) -> int:
        """The way to all of a cell that is cut, where there is room; always the way out."""
        return kept_beside_a_cell(self.size.width)

    def status(self) -> Spans:
        """The cell under the cursor, in one sentence."""
        cell = self._cell
        if cell is None:
            return ()
        return cell_sentence(self._register, *cell, self._weighing.scratch)

    def on_grid_pane_moved(self, event: GridPane.Moved) -> None:
        """Say what the cursor is on."""
        self.settle()
        self.tell()

    async def on_grid_pane_entered(self, event: GridPane.Entered) -> None:
        """A click on the current cell opens it."""
        opened = self.do_open()
        if opened is not None:
            await opened

    def settle(self) -> None:
        """Remember where the cursor is."""
        address, cell = self.pane.address, self._cell
        # What is still on its way when the matrix is left is none of the next place's business.
        if address is not None and cell is not None and self.is_current:
            option, dimension = cell
            self._at = (self._groups[address.block].party or "", option.id, dimension.value)
            self._session.put_over(("weigh", *self._at))

    def do_left(self) -> None:
        """Go to the dimension on the left."""
        self.pane.move_column(-1)

    def do_right(self) -> None:
        """Go to the dimension on the right."""
        self.pane.move_column(1)

    def do_regroup(self) -> None:
        """Group by actor, by target, or not at all."""
        self._session.own.arrangement = self._weighing.arrangement.next
        self._update()

    def do_open(self) -> Awaitable[None] | None:
        """Show everything on the cell."""
        cell = self._cell
        if cell is None:
            self.tell("nothing to open here")
            return None
        page = cell_page(self._register, *cell, self._weighing.scratch)
        return self.app.push_screen(PageScreen("Cell", page, text=lambda: self.to_copy))

    def do_rank(self) -> Awaitable[None]:
        """Show which option outranks which."""
        from brief_tui.tui.rank_screen import RankScreen

        return self.app.push_screen(RankScreen(self._session), lambda _: self._update())

    def do_suppose(self) -> Awaitable[None] | None:
        """Fill in the cell, where the briefing states nothing."""
        cell = self._cell
        if cell is None:
            return None
        option, dimension = cell
        level = option.leverage.level(dimension)
        if level is not None:
            said = f"{dimension.label} is stated: {level.value}"
            self.tell(f"{said}; only what is not stated can be filled in", Tone.WARNING)
            return None

        def choose(key: str | None) -> None:
            if key is not None:
                level = None if key == _CLEARED else Level(key)
                self._suppose(self._weighing.scratch.filling(option, dimension, level))

        return self.app.push_screen(
            _level_picker(self._weighing.scratch, option, dimension), choose
        )

    def do_set_aside(self) -> None:
        """Have the column's dimension not count for the order, or count again."""
        cell = self._cell
        if cell is None:
            return
        dimension = cell[1]
        self._suppose(self._weighing.scratch.setting_aside(dimension))
        counts = dimension not in self._weighing.scratch.aside
        does = "counts" if counts else "is set aside: it does not count"
        self.tell(f"{dimension.label} {does} for the order")

    def do_clear(self) -> None:
        """Drop all that the reader supposed."""
        had = bool(self._weighing.scratch)
        self._suppose(NOTHING_SUPPOSED)
        self.tell("all that you supposed is dropped" if had else "you have supposed nothing")

    def do_mark(self) -> None:
        """Mark the actor of the cell's option for comparison."""
        cell = self._cell
        if cell is not None:
            message = self._session.toggle_mark(cell[0].actor)
            self._update()
            self.tell(message)

    def do_compare(self) -> Awaitable[None] | None:
        """Put the marked actors side by side, over the matrix."""
        from brief_tui.tui.over import screen_over

        actors = self._session.to_compare()
        if len(actors) < LEAST_COMPARED:
            self.tell("a comparison needs two actors: mark them with Space")
            return None
        return self.app.push_screen(screen_over(self._session, ("compare", *actors)))

    def do_undo(self) -> None:
        """Close the matrix; what is supposed is kept."""
        self.dismiss(None)

    @property
    def to_copy(self) -> str:
        """The cell under the cursor, with the citation of its option."""
        cell = self._cell
        if cell is None:
            return ""
        scratch = self._weighing.scratch
        page = (
            *supposed_blocks(self._register, scratch),
            *cell_page(self._register, *cell, scratch),
        )
        return f"{to_text(page, PAPER)}\n{citation(self._register, cell[0])}"

    @property
    def _cell(self) -> tuple[Option, Dimension] | None:
        """The option and dimension under the cursor."""
        address = self.pane.address
        if address is None:
            return None
        return self._groups[address.block].options[address.row], DIMENSIONS[address.column]

    def _suppose(self, scratch: Scratch) -> None:
        self._session.own.scratch = scratch
        self._update()

    def _update(self) -> None:
        self._weighing = weighing_of(self._session)
        self._groups = self._weighing.groups
        self.pane.show(self._lay_out, _address(self._groups, self._at))
        clear = ("clear",) if self._weighing.scratch else ()
        keys = self.keys_of(("set_aside", "suppose", "regroup", "rank", *clear))
        said, asides = matrix_title(self._weighing, fit(self._session.of_which, TITLE))
        self.query_one(TitleLine).show(said, asides, keys)
        self.settle()
        self.tell()

    def _lay_out(self, width: int) -> Grid:
        return lay_out_matrix(self._register, self._weighing, width, self._session.own.marked)


def _address(groups: tuple[Group, ...], at: tuple[str, ...]) -> Address | None:
    """Where the cell stands that ``at`` names: in its group, or else in the first it is in."""
    if not at:
        return None
    party, id_, dimension = at
    found = [
        (group.party != party, Address(number, place, DIMENSIONS.index(Dimension(dimension))))
        for number, group in enumerate(groups)
        for place, option in enumerate(group.options)
        if option.id == id_
    ]
    return min(found)[1] if found else None


def _level_picker(scratch: Scratch, option: Option, dimension: Dimension) -> Picker:
    """A picker of what a cell that is not stated might be."""
    choices = [
        *(Choice(each.value, own_level(each)) for each in STEPS),
        Choice(_CLEARED, words.level(None)),
    ]
    own = scratch.own(option, dimension)
    return Picker(
        f"What if {dimension.label} were",
        NOT_THE_BRIEFINGS,
        lambda typed: [each for each in choices if typed.casefold() in each.key],
        digits=True,
        start=own.value if own else _CLEARED,
    )
