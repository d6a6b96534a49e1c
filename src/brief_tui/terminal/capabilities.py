"""What the terminal around the program can do: the one place that decides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brief_tui.terminal.abilities import XTERM, ClipboardRoute, Colours, Dialect
from brief_tui.terminal.findings import findings
from brief_tui.terminal.surroundings import Surroundings

if TYPE_CHECKING:
    from brief_tui.terminal.answers import Answers

__all__ = ["XTERM", "Capabilities", "ClipboardRoute", "Colours", "Dialect", "decided"]


class Capabilities(NamedTuple):
    """The terminal, and what the reader asked of it.

    Attributes:
        colours: How many colours to draw with.
        utf8: Whether it shows more than ASCII.
        synchronized: Whether it takes a frame as a whole (private mode 2026).
        hyperlinks: Whether links may be sent as such (OSC 8).
        clipboard: How a text gets to the reader's clipboard.
        mouse: Whether the terminal reports the mouse from the start.
        extended_keys: Whether it may be asked for keys that cannot be mistaken (kitty protocol).
        dialect: What it understands beyond a VT100.
        query: What may be asked of it at start; empty where nothing.
        dumb: It cannot place its cursor (``TERM`` is ``dumb``, or nothing).
        over_ssh: Every byte crosses a network.
        in_tmux: tmux stands between the program and the terminal.
        interactive: Someone can read a full screen and answer: both ends are a terminal that is
            not dumb.
        around: What all of this was decided from.
    """

    colours: Colours = Colours.TRUE
    utf8: bool = True
    synchronized: bool = False
    hyperlinks: bool = False
    clipboard: ClipboardRoute = ClipboardRoute.TERMINAL
    mouse: bool = True
    extended_keys: bool = False
    dialect: Dialect = XTERM
    query: str = ""
    dumb: bool = False
    over_ssh: bool = False
    in_tmux: bool = False
    interactive: bool = True
    around: Surroundings = Surroundings()

    @property
    def no_color(self) -> bool:
        """Whether there is, or may be, no colour at all."""
        return self.colours is Colours.NONE

    @property
    def animates(self) -> bool:
        """Whether movement may be drawn."""
        return not (self.over_ssh or self.dumb)

    def with_answers(self, answers: Answers) -> Capabilities:
        """These, with what the terminal has answered.

        Only what no frame depends on can change by it: whole frames, links, the clipboard and the
        keys.
        """
        around = self.around._replace(answers=answers)
        found = findings(around)
        return self._replace(
            synchronized=found.synchronized.value,
            hyperlinks=found.hyperlinks.value,
            clipboard=found.clipboard.value,
            extended_keys=found.extended_keys.value,
            around=around,
        )


def decided(around: Surroundings) -> Capabilities:
    """What the terminal can do in these surroundings."""
    found = findings(around)
    return Capabilities(
        colours=found.colours.value,
        utf8=found.utf8.value,
        synchronized=found.synchronized.value,
        hyperlinks=found.hyperlinks.value,
        clipboard=found.clipboard.value,
        mouse=found.mouse.value,
        extended_keys=found.extended_keys.value,
        dialect=found.dialect.value,
        query=around.query,
        dumb=not around.kind.places_cursor,
        over_ssh=bool(around.ssh),
        in_tmux=around.tmux,
        interactive=found.interactive.value,
        around=around,
    )
