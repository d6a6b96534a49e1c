"""A terminal in memory: what a reader sees of the bytes a program writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from unicodedata import normalize

import pyte
from pyte import modes
from pyte.screens import Char, wcwidth

# Questions to the terminal and keyboard protocols, of which pyte knows nothing and would draw some.
_UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\[(?:[<>=][0-9;]*[ -/]*[@-~]|\?[0-9;]*[ -/]*[@-gi-km-~])|\x1bP.*?\x1b\\", re.DOTALL
)
CUT_OFF = re.compile(
    r"\x1b(?:\[[0-9;:<>=?]*[ -/]*|\][^\x07\x1b]*\x1b?|P(?:(?!\x1b\\).)*)?\Z", re.DOTALL
)
"""A sequence that goes on in what is written next."""

_OTHER_SCREEN = re.compile(r"\x1b\[\?(?:[0-9]+;)*1049(?:;[0-9]+)*([hl])")


class Look(NamedTuple):
    """How a piece of text is drawn."""

    colour: str
    ground: str
    bold: bool
    reverse: bool
    underline: bool
    italic: bool
    faint: bool = False
    struck: bool = False

    @property
    def coloured(self) -> bool:
        """Whether any colour is in it."""
        return (self.colour, self.ground) != ("default", "default")


class Cell(NamedTuple):
    """What stands at one place of the screen; the second half of what is wide has no text."""

    text: str
    look: Look

    @property
    def shown(self) -> Cell:
        """What of it is to be seen: a blank's text has no colour, and is not bold."""
        look = self.look
        if self.text.strip() or not self.text:
            return self
        if look.reverse or look.underline or look.struck:
            unseen = look.reverse and not (look.underline or look.struck)
            ground = "default" if unseen else look.ground
            return Cell(" ", look._replace(italic=False, ground=ground))
        return Cell(" ", _BLANK._replace(ground=look.ground))


_BLANK = Look("default", "default", *[False] * 4)


class Painted:
    """What stands on a terminal of a certain size after some text was written to it."""

    def __init__(
        self,
        columns: int,
        lines: int,
        *,
        erases_in_colour: bool = True,
        width: Callable[[str], int] = wcwidth,
    ) -> None:
        """Show nothing.

        Args:
            columns: How wide it is.
            lines: How high it is.
            erases_in_colour: Whether what is erased takes the background in use.
            width: How many cells a character takes; 0 for what joins the one before.
        """
        self._main = _Screen(columns, lines)
        self._other = _Screen(columns, lines)
        for screen in (self._main, self._other):
            screen.erases_in_colour = erases_in_colour
            screen.width = width
        self._screen = self._main
        self._stream = pyte.Stream(self._screen)
        self._pending = ""

    def write(self, text: str) -> None:
        """Take what a program wrote; a sequence may be cut in two by the end of ``text``."""
        text = self._pending + text
        cut = CUT_OFF.search(text)
        end = cut.start() if cut else len(text)
        self._pending = text[end:]
        text = _UNKNOWN_TO_PYTE.sub("", text[:end])
        at = 0
        for match in _OTHER_SCREEN.finditer(text):
            self._stream.feed(text[at : match.start()])
            self._change(other=match[1] == "h")
            at = match.start()
        self._stream.feed(text[at:])

    def resize(self, columns: int, lines: int) -> None:
        """Be of another size from now on."""
        for screen in (self._main, self._other):
            screen.resize(lines, columns)

    def forget(self) -> None:
        """Show nothing, as a terminal on which another program has drawn and cleared."""
        self._screen.erase_in_display(2)

    def litter(self) -> None:
        """Have every cell of the alternate screen hold something that nobody wrote there."""
        screen = self._other
        litter = screen.default_char._replace(data="#", fg="red", bg="blue", underscore=True)
        for number in range(screen.lines):
            screen.buffer[number].update(dict.fromkeys(range(screen.columns), litter))

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines."""
        return self._screen.columns, self._screen.lines

    @property
    def on_other_screen(self) -> bool:
        """Whether it is the alternate screen that shows."""
        return self._screen is self._other

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

    def cells(self) -> list[list[Cell]]:
        """Every cell of every line."""
        return [[_cell(char) for char in row] for row in self._rows()]

    def shown(self) -> list[list[Cell]]:
        """Every cell of every line, with nothing in it that a reader cannot see."""
        return [[cell.shown for cell in row] for row in self.cells()]

    def looks_like(self, other: Painted) -> bool:
        """Whether a reader could not tell the two screens from each other."""
        return self.size == other.size and all(
            mine == theirs or _cell(mine).shown == _cell(theirs).shown
            for row, line in zip(self._rows(), other._rows(), strict=True)
            for mine, theirs in zip(row, line, strict=True)
        )

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

    def _rows(self) -> Iterator[list[Char]]:
        screen = self._screen
        for number in range(screen.lines):
            row = screen.buffer[number]
            yield [row.get(x, row.default) for x in range(screen.columns)]

    def _characters(self, line: int) -> list[Char]:
        """One per character of the displayed line: what stands behind a wide one is left out."""
        row = self._screen.buffer[line]
        return [row[x] for x in range(self._screen.columns) if row[x].data]

    def _change(self, *, other: bool) -> None:
        """Show the alternate screen, cleared, or the usual one as it was left."""
        before = self._screen
        self._screen = self._other if other else self._main
        if other:
            self._screen.reset()
        self._screen.cursor.hidden = before.cursor.hidden
        self._stream = pyte.Stream(self._screen)


class _Screen(pyte.Screen):
    """A screen that draws what pyte's own loses.

    That is: faint text (nothing of ours blinks, so that it is kept where pyte keeps what does),
    characters that join what stands beside them, and what is left of a wide one when one half of
    it is drawn over.
    """

    erases_in_colour: bool
    width: Callable[[str], int]

    def draw(self, data: str) -> None:
        for character in data:
            width = self.width(character)
            if width > 0:
                self._put(character, width)
            elif width == 0:
                self._join(character)

    def _put(self, character: str, width: int) -> None:
        if self.cursor.x + width > self.columns:
            if modes.DECAWM in self.mode:
                self.carriage_return()
                self.linefeed()
            else:
                self.cursor.x = max(self.columns - width, 0)
        row, x = self.buffer[self.cursor.y], self.cursor.x
        if not row[x].data and x:
            row[x - 1] = row[x - 1]._replace(data=" ")
        if x + width < self.columns and not row[x + width].data:
            row[x + width] = row[x + width]._replace(data=" ")
        row[x] = self.cursor.attrs._replace(data=character)
        if width == 2:
            row[x + 1] = self.cursor.attrs._replace(data="")
        self.cursor.x += width

    def _join(self, character: str) -> None:
        row, x = self.buffer[self.cursor.y], self.cursor.x - 1
        if x > 0 and not row[x].data:
            x -= 1
        if x >= 0:
            row[x] = row[x]._replace(data=normalize("NFC", row[x].data + character))

    def select_graphic_rendition(self, *attrs: int, **kwargs: Any) -> None:
        changed: list[int] = []
        rest = list(attrs)
        while rest:
            code = rest.pop(0)
            if code in (38, 48) and rest:
                length = 2 if rest[0] == 5 else 4
                changed += [code, *rest[:length]]
                del rest[:length]
            else:
                changed += {2: [5], 22: [22, 25]}.get(code, [code])
        super().select_graphic_rendition(*changed, **kwargs)

    def erase_characters(self, *args: Any) -> None:
        self._erase(super().erase_characters, *args)

    def erase_in_line(self, *args: Any, **kwargs: Any) -> None:
        self._erase(super().erase_in_line, *args, **kwargs)

    def erase_in_display(self, *args: Any, **kwargs: Any) -> None:
        self._erase(super().erase_in_display, *args, **kwargs)

    def _erase(self, way: Callable[..., None], *args: Any, **kwargs: Any) -> None:
        """Erase; of the style in use nothing is left but the background, if that."""
        kept = self.cursor.attrs
        ground = kept.bg if self.erases_in_colour else "default"
        self.cursor.attrs = self.default_char._replace(bg=ground)
        way(*args, **kwargs)
        self.cursor.attrs = kept


def _cell(char: Char) -> Cell:
    return Cell(char.data, _look(char))


def _look(char: Char) -> Look:
    return Look(
        char.fg,
        char.bg,
        char.bold,
        char.reverse,
        char.underscore,
        char.italics,
        char.blink,
        char.strikethrough,
    )
