"""What the terminal around the program can do: the one place that decides it."""

from __future__ import annotations

import sys
from enum import Enum, IntEnum
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief_tui.terminal.answers import Answers


class Colours(IntEnum):
    """How many colours there are to choose from; the value is their number, 1 for none."""

    NONE = 1
    SIXTEEN = 16
    INDEXED = 256
    TRUE = 1 << 24


class ClipboardRoute(Enum):
    """The way a text takes to the reader's clipboard."""

    TERMINAL = "terminal"
    TMUX = "tmux"
    SCREEN = "screen"
    NONE = "none"


class Dialect(NamedTuple):
    """The sequences, beyond those of a VT100, that the terminal understands.

    Attributes:
        places_in_line: ``CHA`` and ``VPA``: go to a column, or to a line, alone.
        erases_characters: ``ECH``: blank so many cells without moving.
        erases_in_colour: What is erased takes the background in use (terminfo ``bce``).
        inserts_lines: ``IL`` and ``DL``, with scroll regions.
        resets_one_by_one: Single attributes can be switched off (``22`` to ``29``), and single
            colours (``39``, ``49``).
    """

    places_in_line: bool = True
    erases_characters: bool = True
    erases_in_colour: bool = True
    inserts_lines: bool = True
    resets_one_by_one: bool = True


XTERM = Dialect()
"""What xterm and all that take after it understand."""


class Capabilities(NamedTuple):
    """The terminal, and what the reader asked of it.

    Attributes:
        term: What the terminal calls itself (``TERM``).
        colours: How many colours to draw with.
        utf8: Whether it shows more than ASCII.
        synchronized: Whether it takes a frame as a whole (private mode 2026).
        hyperlinks: Whether links may be sent as such (OSC 8).
        clipboard: How a text gets to the reader's clipboard.
        mouse: Whether the terminal reports the mouse from the start.
        extended_keys: Whether it may be asked for keys that cannot be mistaken (kitty protocol).
        dialect: What it understands beyond a VT100.
        dumb: It cannot place its cursor (``TERM`` is ``dumb``, or nothing).
        over_ssh: Every byte crosses a network.
        in_tmux: tmux stands between the program and the terminal.
        interactive: Someone can read a full screen and answer: both ends are a terminal that is
            not dumb.
    """

    term: str = "xterm-256color"
    colours: Colours = Colours.TRUE
    utf8: bool = True
    synchronized: bool = False
    hyperlinks: bool = False
    clipboard: ClipboardRoute = ClipboardRoute.TERMINAL
    mouse: bool = True
    extended_keys: bool = True
    dialect: Dialect = XTERM
    dumb: bool = False
    over_ssh: bool = False
    in_tmux: bool = False
    interactive: bool = True

    @property
    def no_color(self) -> bool:
        """Whether there is, or may be, no colour at all."""
        return self.colours is Colours.NONE

    def with_answers(self, answers: Answers) -> Capabilities:
        """The same, and what the terminal itself says; its colours stay as they were drawn."""
        return self._replace(synchronized=answers.synchronized)

    @property
    def animates(self) -> bool:
        """Whether movement may be drawn."""
        return not (self.over_ssh or self.dumb)


def decide(
    environ: Mapping[str, str], stdin: IO[str] | None, stdout: IO[str] | None
) -> Capabilities:
    """What ``environ`` and the two ends of the program say of the terminal.

    See https://no-color.org for ``NO_COLOR``. Windows has no ``TERM``; there its absence says
    nothing.
    """
    term = environ.get("TERM", "")
    dumb = term == "dumb" or (not term and sys.platform != "win32")
    return Capabilities(
        term=term,
        colours=Colours.NONE if environ.get("NO_COLOR") else Colours.TRUE,
        dumb=dumb,
        over_ssh=bool(environ.get("SSH_CONNECTION")),
        in_tmux=bool(environ.get("TMUX")),
        interactive=not dumb and _is_terminal(stdin) and _is_terminal(stdout),
    )


def _is_terminal(stream: IO[str] | None) -> bool:
    """Whether ``stream`` is a terminal; one that is missing or closed is not."""
    return stream is not None and not stream.closed and stream.isatty()
