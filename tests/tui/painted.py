"""A terminal in memory: what a reader sees of the bytes a program writes."""

from __future__ import annotations

import re
from typing import NamedTuple

import pyte
from pyte.screens import Char

# Questions to the terminal and keyboard protocols, of which pyte knows nothing and would draw some.
_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[(?:[<>=][0-9;]*[ -/]*[@-~]|\?[0-9;]*[ -/]*[@-gi-km-~])")
_CUT_OFF = re.compile(r"\x1b(?:\[[0-9;:<>=?]*[ -/]*|[\]P][^\x07\x1b]*\x1b?)?\Z")


class Look(NamedTuple):
    """How a piece of text is drawn."""

    colour: str
    ground: str
    bold: bool
    reverse: bool
    underline: bool
    italic: bool

    @property
    def coloured(self) -> bool:
        """Whether any colour is in it."""
        return (self.colour, self.ground) != ("default", "default")


class Painted:
    """What stands on a terminal of a certain size after some text was written to it."""

    def __init__(self, columns: int, lines: int) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self._screen)
        self._pending = ""

    def write(self, text: str) -> None:
        """Take what a program wrote; a sequence may be cut in two by the end of ``text``."""
        text = self._pending + text
        cut = _CUT_OFF.search(text)
        end = cut.start() if cut else len(text)
        self._pending = text[end:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text[:end]))

    def resize(self, columns: int, lines: int) -> None:
        """Be of another size from now on."""
        self._screen.resize(lines, columns)

    @property
    def cursor_shown(self) -> bool:
        """Whether the terminal's own cursor is to be seen."""
        return not self._screen.cursor.hidden

    def lines(self) -> list[str]:
        """The lines, without the spaces at their ends."""
        return [line.rstrip() for line in self._screen.display]

    def text(self) -> str:
        """All lines."""
        return "\n".join(self.lines())

    def look(self, text: str) -> Look:
        """How the first character of ``text``, where it first stands on the screen, is drawn."""
        for number, line in enumerate(self._screen.display):
            at = line.find(text)
            if at >= 0:
                return _look(self._characters(number)[at])
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text()}")

    def looks(self) -> set[Look]:
        """Every way in which something on the screen is drawn."""
        return {
            _look(char) for number in range(self._screen.lines) for char in self._characters(number)
        }

    def _characters(self, line: int) -> list[Char]:
        """One per character of the displayed line: what stands behind a wide one is left out."""
        row = self._screen.buffer[line]
        return [row[x] for x in range(self._screen.columns) if row[x].data]


def _look(char: Char) -> Look:
    return Look(char.fg, char.bg, char.bold, char.reverse, char.underscore, char.italics)
