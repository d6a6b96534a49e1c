"""What every screen of the app does alike: its keys come from the action registry."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar, Protocol, TypeVar

from textual.binding import Binding, BindingType

from brief_tui.model.section import Section
from brief_tui.render.page import Span, Spans, Tone
from brief_tui.tui.actions import Action, Needs, Where, actions_on
from brief_tui.tui.chrome import Keys, Status
from brief_tui.tui.frames import OneFrame
from brief_tui.tui.host import Host, host_of, may
from brief_tui.tui.pane import Pane

PROMPT = "prompt"
"""The id of the line that is typed in, where a screen has one."""

WHILE_TYPING: Keys = (("Tab", "completes"), ("Enter", "keeps"), ("Esc", "drops"))
"""The keys that matter while a query is typed."""

Result = TypeVar("Result")

MOVES = {"down", "up", "half_down", "half_up", "page_down", "page_up", "first", "last"}
"""The actions that move the cursor of the pane in use, and do nothing else."""

_WHILE_TYPING = {"open", "undo", "up", "down", "page_up", "page_down", "redraw"}
"""The actions whose keys still act while a line is typed in."""


class Scrolls(Protocol):
    """A widget whose cursor the keys move."""

    def move(self, rows: int, /) -> None:
        """Move by so many lines or rows."""

    def move_pages(self, pages: float, /) -> None:
        """Move by so many views."""

    def go_to(self, index: int, /) -> None:
        """Go to the n-th line or row; the nearest there is."""


def bindings_on(where: Where) -> list[BindingType]:
    """The keys of a screen: action ``copy`` of the registry calls its ``do_copy``.

    They have priority: the app then runs an action to its end before it looks at the next key,
    so that keys typed ahead over a slow link reach what the one before opened.
    """
    return [
        Binding(",".join(action.keys), f"screen.act('{action.id}')", action.title, priority=True)
        for action in actions_on(where)
    ]


class BaseScreen(OneFrame[Result]):
    """A screen whose keys come from the registry; ``where`` says which of them."""

    where: ClassVar[Where] = Where.READER
    _told: tuple[str, Tone] = ("", Tone.ACCENT)

    @property
    def host(self) -> Host:
        """The app, for what only it can do."""
        return host_of(self)

    @property
    def pane(self) -> Scrolls:
        """The pane that the keys act on."""
        raise NotImplementedError

    @property
    def actions(self) -> tuple[Action, ...]:
        """The commands that the reader has here."""
        return tuple(action for action in actions_on(self.where) if may(self.host, action))

    @property
    def hints(self) -> tuple[str, ...]:
        """The ids of the actions the status line names, the least important first."""
        return ("help", "copy", "open", "undo")

    @property
    def kept(self) -> int:
        """How many of the hints, the last ones, stay where the status has to be cut for them."""
        return 0

    def keys(self) -> Keys:
        """The keys that the status line names, each with what it does."""
        return self.keys_of(self.hints)

    def keys_of(self, ids: tuple[str, ...]) -> Keys:
        """The keys of actions on this screen, each with what it does."""
        by_id = {action.id: action for action in self.actions}
        return tuple((by_id[id_].key, by_id[id_].title) for id_ in ids if id_ in by_id)

    def status(self) -> Spans:
        """What the status line says when nothing has just happened."""
        return ()

    def when_laid_out(self, call: Callable[[], object]) -> None:
        """Call when the screen has been laid out, if it is still open then."""

        def call_if_open() -> None:
            if self in self.app.screen_stack:
                call()

        self.call_after_refresh(call_if_open)

    def settle(self) -> None:
        """Take in what the keys before have done, whose messages may still be on their way."""

    @property
    def is_typed_in(self) -> bool:
        """Whether keys go to a line of this screen rather than to the screen."""
        return self.focused is not None and self.focused.id == PROMPT

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave to a line that is typed in the keys that edit it."""
        if action == "act" and self.is_typed_in:
            return parameters[0] in _WHILE_TYPING
        return super().check_action(action, parameters)

    async def action_act(self, id_: str) -> None:
        """Run an action of the registry, and what it opens until that is there.

        Where the reader does not have what it needs, say so.
        """
        self.settle()
        self.tell()
        action = next(each for each in actions_on(self.where) if each.id == id_)
        if not may(self.host, action):
            self.tell(action.needs.value, Tone.WARNING)
            return
        name, dot, argument = id_.partition(".")
        command = getattr(self, f"do_{name}")
        opened = command(argument) if dot else command()
        if opened is not None:
            await opened

    def keep_up(self) -> None:
        """Show the library as it now is; a page stays as it was opened."""

    def tell(self, message: str = "", tone: Tone = Tone.ACCENT) -> None:
        """Say something in the status line until the next key; nothing: the usual again."""
        self._told = message, tone
        said: Spans = (Span(message, tone),) if message else self._usual()
        kept = 0 if message else self.kept
        self.query_one(Status).show(said, self.keys(), kept)

    def _usual(self) -> Spans:
        """What the status line says when nothing has just happened, with what is under way."""
        said, under_way = self.status(), self.host.under_way
        if not said or not under_way:
            return said or under_way
        return (*said, Span(" · ", Tone.MUTED), *under_way)

    def tell_again(self) -> None:
        """Say the same, as it now is."""
        self.tell(*self._told)

    @property
    def to_copy(self) -> str:
        """What is here as text to paste elsewhere; empty where there is nothing.

        That is the item that the cursor is on, or the screen about, with its citation; where it is
        none, what can be read here.
        """
        return ""

    async def do_copy(self) -> None:
        """Send what is here towards the clipboard; show it plainly if that cannot be."""
        text = self.to_copy
        if not text:
            self.tell("nothing to copy here")
            return
        route = await self.host.send_to_clipboard(text)
        if route.sent:
            self.tell(route.words)
        else:
            await self._show_plainly(text, route.words)

    async def do_by_hand(self) -> None:
        """Show plainly what would be copied."""
        text = self.to_copy
        if text:
            await self._show_plainly(text)
        else:
            self.tell("nothing to copy here")

    def _show_plainly(self, text: str, why: str = "") -> Awaitable[None]:
        from brief_tui.tui.plain_screen import PlainScreen

        return self.app.push_screen(PlainScreen(text, why))

    def do_section(self, key: str) -> None:
        """Go to a section by its key, leaving what is open over the reader."""
        self.host.show_section(Section.of(key))

    def do_down(self) -> None:
        """Move one line down."""
        self.pane.move(1)

    def do_up(self) -> None:
        """Move one line up."""
        self.pane.move(-1)

    def do_half_down(self) -> None:
        """Move half a view down."""
        self.pane.move_pages(0.5)

    def do_half_up(self) -> None:
        """Move half a view up."""
        self.pane.move_pages(-0.5)

    def do_page_down(self) -> None:
        """Move a view down."""
        self.pane.move_pages(1)

    def do_page_up(self) -> None:
        """Move a view up."""
        self.pane.move_pages(-1)

    def do_first(self) -> None:
        """Go to the first line."""
        self.pane.go_to(0)

    def do_last(self) -> None:
        """Go to the last line."""
        self.pane.go_to(10**9)

    def do_next_link(self) -> None:
        """Go to the next line that leads somewhere."""
        self._go_to_link(1)

    def do_previous_link(self) -> None:
        """Go to the line before that leads somewhere."""
        self._go_to_link(-1)

    def _go_to_link(self, step: int) -> None:
        pane = self.pane
        if not isinstance(pane, Pane) or not pane.go_to_link(step):
            self.tell("no further link on this page")

    def do_mouse(self) -> None:
        """Have the mouse act here, or leave it to the terminal."""
        self.host.report_mouse(not self.host.mouse)
        if self.host.mouse:
            self.tell("mouse on: it clicks and scrolls here; m gives it back to the terminal")
        else:
            self.tell("mouse off: the terminal's own selection works; m turns it on")

    def do_theme(self) -> Awaitable[None]:
        """Choose a theme."""
        from brief_tui.tui.theme_picker import theme_picker

        def choose(name: str | None) -> None:
            if name is not None:
                self.host.choose_theme(name)

        return self.app.push_screen(theme_picker(self.host), choose)

    def do_palette(self) -> Awaitable[None]:
        """Find a command by name and run it."""
        from brief_tui.tui.command_picker import command_picker

        async def run(id_: str | None) -> None:
            if id_ is not None:
                await self.action_act(id_)

        return self.app.push_screen(command_picker(self.actions), run)

    def do_help(self) -> Awaitable[None]:
        """Show all keys and marks."""
        return self.host.show_help()

    def do_redraw(self) -> None:
        """Draw the whole screen again."""
        self.host.redraw()

    def do_suspend(self) -> None:
        """Go back to the shell, until it has us come back."""
        if not self.host.go_to_shell():
            self.tell(Needs.SHELL.value, Tone.WARNING)

    def do_quit(self) -> None:
        """Leave."""
        self.app.exit()
