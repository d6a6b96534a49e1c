"""The values in which it is said what a terminal can do."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import NamedTuple


class Colours(IntEnum):
    """How many colours there are to choose from; the value is their number, 1 for none."""

    NONE = 1
    SIXTEEN = 16
    INDEXED = 256
    TRUE = 1 << 24

    @property
    def words(self) -> str:
        """As a reader says it, on the command line too."""
        return {1: "none", 16: "16", 256: "256"}.get(self, "24-bit")


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
        alternate_screen: There is a second screen to draw on (private mode 1049), under which the
            shell's stays as it was.
    """

    places_in_line: bool = True
    erases_characters: bool = True
    erases_in_colour: bool = True
    inserts_lines: bool = True
    resets_one_by_one: bool = True
    alternate_screen: bool = True


XTERM = Dialect()
"""What xterm and all that take after it understand."""

MULTIPLEXER = Dialect(erases_in_colour=False)
"""What tmux (from 2.0) and GNU screen (from 4.0) understand, whatever terminal they run in."""

LINUX_CONSOLE = Dialect(alternate_screen=False)
"""What the Linux console understands (console_codes(4))."""

VT220 = Dialect(places_in_line=False, erases_in_colour=False, alternate_screen=False)
"""What a VT220 and its successors understand (DEC, *VT220 Programmer Reference Manual*)."""

VT100 = Dialect(False, False, False, False, False, False)
"""A VT100 and no more (DEC, *VT100 User Guide*)."""
