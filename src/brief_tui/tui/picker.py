"""Choose one of many by typing a part of it: countries, themes, commands, briefings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from brief_tui.render.page import Paragraph, Span, Spans, Tone
from brief_tui.tui.frames import OneFrame
from brief_tui.tui.host import host_of
from brief_tui.tui.matter import PageMatter, RowsMatter
from brief_tui.tui.pane import Pane
from brief_tui.tui.typed import Typed

_DIGITS = "123456789"
_WIDTH = 66
_FRAME = 7
"""Cells that a picker has beside its lines."""


def line_width(room: int) -> int:
    """The cells of a picker's line on a screen so many cells wide."""
    return max(min(_WIDTH, room - _FRAME), 1)


class Offered(Protocol):
    """Something to choose: what choosing it gives, and the line that shows it."""

    @property
    def key(self) -> str:
        """What choosing it gives."""

    @property
    def spans(self) -> Spans:
        """The line; asked for when it comes into view."""


class Choice(NamedTuple):
    """Something to choose whose line is known."""

    key: str
    spans: Spans


class DrawnLater:
    """Something to choose whose line is drawn when it comes into view."""

    __slots__ = ("_draw", "key")

    def __init__(self, key: str, draw: Callable[[], Spans]) -> None:
        self.key = key
        self._draw = draw

    @property
    def spans(self) -> Spans:
        """The line."""
        return self._draw()


class Picker(OneFrame[str], ModalScreen[str]):
    """An input over a list that it narrows.

    ``choices`` gives what is left for what was typed; ``chosen`` is told of a choice and returns
    whether the picker closes with it; ``otherwise`` is told of one on which ``!`` was pressed, and
    the picker stays; ``highlighted`` is told where the cursor stands, and ``reverted`` that nothing
    was chosen. With ``digits``, a digit takes the n-th choice at once. ``nothing`` says why there
    is no choice.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("enter", "take_current", show=False, priority=True),
        Binding("exclamation_mark", "take_otherwise", show=False, priority=True),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
        Binding("ctrl+l", "redraw", show=False, priority=True),
        *(Binding(digit, f"take({digit})", show=False, priority=True) for digit in _DIGITS),
    ]

    def __init__(
        self,
        title: str,
        hint: str,
        choices: Callable[[str], Sequence[Offered]],
        *,
        chosen: Callable[[str], bool] = lambda key: True,
        otherwise: Callable[[str], None] | None = None,
        highlighted: Callable[[str], None] | None = None,
        reverted: Callable[[], None] | None = None,
        nothing: Callable[[], str] = lambda: "nothing matches",
        digits: bool = False,
        start: str = "",
    ) -> None:
        """Offer choices. ``start`` is the key of the one the cursor begins on."""
        super().__init__()
        self._title = title
        self._hint = hint
        self._choices = choices
        self._chosen = chosen
        self._otherwise = otherwise
        self._highlighted = highlighted
        self._reverted = reverted
        self._nothing = nothing
        self._digits = digits
        self._start = start
        self._shown: Sequence[Offered] = ()
        self._narrowed_to = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a digit, or ``!``, takes a choice here."""
        if action == "take":
            return self._digits
        if action == "take_otherwise":
            return self._otherwise is not None
        return super().check_action(action, parameters)

    def compose(self) -> ComposeResult:
        """The input and the list, in one frame."""
        with Vertical(id="panel") as panel:
            panel.border_title = self._title
            panel.border_subtitle = self._hint
            leaves = f"{_DIGITS if self._digits else ''}{'!' if self._otherwise else ''}"
            yield Typed(id="typed", hint="type to narrow", leaves=leaves)
            yield Pane(id="choices", led=True)

    def on_mount(self) -> None:
        """Show all choices."""
        self.query_one("#choices", Pane).can_focus = False
        self.set_focus(self.query_one(Input))
        self._update(self._start)

    def renew(self) -> None:
        """Show the choices as they are by now, with the cursor on the same one."""
        if self.is_current:
            cursor = self.query_one(Pane).cursor
            self._update(self._shown[cursor].key if cursor < len(self._shown) else self._start)

    def on_resize(self) -> None:
        """Use the height there is."""
        self._fit()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow to what was typed."""
        event.stop()
        if event.value != self._narrowed_to:
            self._update("")

    def on_pane_entered(self, event: Pane.Entered) -> None:
        """A click on the current line takes it."""
        event.stop()
        self._take(event.pane.cursor)

    def on_pane_moved(self, event: Pane.Moved) -> None:
        """Tell where the cursor stands."""
        event.stop()
        self._tell_highlighted()

    async def action_move(self, lines: int) -> None:
        """Move the cursor of the list from the input."""
        await self._catch_up()
        self.query_one(Pane).move(lines)

    async def action_take_current(self) -> None:
        """Take the choice under the cursor."""
        await self._catch_up()
        self._take(self.query_one(Pane).cursor)

    async def action_take_otherwise(self) -> None:
        """Take the choice under the cursor in the other way there is."""
        await self._catch_up()
        cursor = self.query_one(Pane).cursor
        if self._otherwise is not None and self.is_current and cursor < len(self._shown):
            key = self._shown[cursor].key
            self._otherwise(key)
            self._begin_again(key)

    async def _catch_up(self) -> None:
        """Show what all keys before have narrowed to."""
        if await self.query_one(Typed).caught_up() != self._narrowed_to:
            self._update("")

    def _close(self, key: str | None) -> None:
        """Close once: keys typed ahead may ask for it twice."""
        if self.is_current:
            self.dismiss(key)

    async def action_take(self, number: int) -> None:
        """Take the n-th choice and close."""
        await self._catch_up()
        if number <= len(self._shown):
            self._chosen(self._shown[number - 1].key)
            self._close(self._shown[number - 1].key)

    def action_redraw(self) -> None:
        """Draw the whole screen again."""
        host_of(self).redraw()

    def action_leave(self) -> None:
        """Close without a choice."""
        if self._reverted is not None:
            self._reverted()
        self._close(None)

    def _take(self, index: int) -> None:
        if index >= len(self._shown) or not self.is_current:
            return
        key = self._shown[index].key
        if self._chosen(key):
            self._close(key)
        else:
            self._begin_again(key)

    def _begin_again(self, key: str) -> None:
        """Show all choices as they are by now, with the cursor on the one that was taken."""
        typed = self.query_one(Input)
        if typed.value:
            with self.prevent(Input.Changed):
                typed.value = ""
        self._update(key)

    def _update(self, key: str) -> None:
        """Show the choices for what is typed, with the cursor on the one named ``key``."""
        self._narrowed_to = self.query_one(Input).value
        self._shown = self._choices(self._narrowed_to)
        pane = self.query_one(Pane)
        keys = [choice.key for choice in self._shown]
        if keys:
            rows = RowsMatter(len(keys), lambda index, width: self._line(index))
            pane.show(rows, keys.index(key) if key in keys else 0)
        else:
            pane.show(PageMatter((Paragraph((Span(self._nothing(), Tone.MUTED),)),)))
        self._fit()
        self._tell_highlighted()

    def _line(self, index: int) -> Spans:
        spans = self._shown[index].spans
        if self._digits:
            digit = f"{index + 1} " if index < 9 else "  "
            return (Span(digit, Tone.ACCENT), *spans)
        return spans

    def _fit(self) -> None:
        height = min(max(len(self._shown), 1), max(self.size.height - 5, 1))
        self.query_one(Pane).styles.height = height

    def _tell_highlighted(self) -> None:
        cursor = self.query_one(Pane).cursor
        if self._highlighted is not None and cursor < len(self._shown):
            self._highlighted(self._shown[cursor].key)
