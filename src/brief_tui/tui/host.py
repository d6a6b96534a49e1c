"""What widgets and screens ask of the app that they run in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from brief_tui.tui.actions import Needs

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.dom import DOMNode

    from brief_tui.library.filter import Filter
    from brief_tui.library.interface import Listed
    from brief_tui.model.section import Section
    from brief_tui.render.page import Link, Spans
    from brief_tui.terminal.capabilities import Capabilities
    from brief_tui.terminal.clipboard import Route
    from brief_tui.tui.actions import Action
    from brief_tui.tui.palette import Palette

Found = TypeVar("Found")


class Host(Protocol):
    """The app, seen from below, so that nothing in it need know the app itself."""

    capabilities: Capabilities
    palette: Palette
    theme_name: str
    may_suspend: bool
    """Whether the reader may have the shell meanwhile."""
    mouse: bool
    """Whether the terminal reports the mouse, in place of selecting with it."""
    may_write: bool
    """Whether anything may be written but what is remembered for the reader."""

    under_way: Spans
    """What is done beside what is read, and how far it is; nothing where nothing is."""

    def keep_up(self) -> None:
        """Show the library as it now is, on the screen that is read."""

    def use_theme(self, name: str | None) -> None:
        """Use a theme from now on."""

    def open_briefing(self, path: Path, filter_: Filter | None = None) -> None:
        """Read a briefing of the library; the filter holds, unless another one is given."""

    def ask(
        self,
        work: Callable[[], Found],
        late: Callable[[Callable[[], Found]], object],
        *,
        aside: bool = False,
    ) -> list[Found]:
        """Ask the library in place of whatever was asked before, or was asked ``aside``.

        The answer is given where it is there at once, or where the library takes no time; else
        ``late`` is told, in another thread, by a function that gives it.
        """

    def show_whole(self) -> None:
        """Go to the whole library in the reader, leaving what is open over it."""

    def show_library(self) -> Awaitable[None]:
        """Show which briefings there are."""

    def is_new(self, listed: Listed) -> bool:
        """Whether a briefing came or changed since the reader opened it last."""

    def has_read(self, path: Path) -> None:
        """Remember that a briefing was opened as it now is."""

    async def follow(self, link: Link) -> None:
        """Go where a link leads, leaving what is open over the reader where it leads there."""

    async def ask_about(self, question: str, id_: str) -> str:
        """Ask a question of an item or party, over what is open; why it cannot be asked, if so."""

    def show_section(self, section: Section) -> None:
        """Go to a section of the reader, leaving what is open over it."""

    def choose_theme(self, name: str) -> None:
        """Use a theme and remember it; say all that is wrong with one that cannot be used."""

    def show_problems(self, path: Path, title: str) -> Awaitable[None]:
        """Show what is wrong with a briefing's files."""

    def report_mouse(self, on: bool) -> None:
        """Have the terminal report the mouse, or leave it to its own selection."""

    def go_to_shell(self) -> bool:
        """Stop until the shell has the app go on; whether there is a shell to go to."""

    def redraw(self) -> None:
        """Draw the whole screen again, whatever the terminal shows."""

    def show_help(self) -> Awaitable[None]:
        """Show all keys and marks."""

    async def send_to_clipboard(self, text: str) -> Route:
        """Send text towards the reader's clipboard; which way it went, if any."""


def may(host: Host, action: Action) -> bool:
    """Whether the reader has what a command needs."""
    if action.needs is Needs.SHELL:
        return host.may_suspend
    return host.may_write or action.needs is not Needs.FILES


def host_of(node: DOMNode) -> Host:
    """The app that a widget or screen runs in."""
    return cast("Host", node.app)
