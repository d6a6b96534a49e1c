"""The shadow of a terminal's screen, and what is written to it.

Textual writes a small grammar: cursor position, SGR, links, text, line breaks. ``Screen.after``
applies it and leaves the screen it began with as it was.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from brief_tui.terminal.look import PLAIN, Look
from brief_tui.terminal.styles import Styles

_TEXT = r"[^\x00-\x1f\x7f-\x9f]"
_TOKEN = re.compile(
    rf"\x1b\[([0-9;:]*)m({_TEXT}*)(\x1b\[0?m)?"  # 1 to 3: SGR, text, and mostly a reset
    rf"|({_TEXT}+)"  # 4: text
    r"|\x1b\[([0-9]*)(?:;([0-9]*))?H"  # 5, 6: cursor position
    r"|(\n)|(\r)"  # 7, 8
    r"|\x1b\]8;[^;\x1b\x07]*;([^\x1b\x07]*)(?:\x1b\\|\x07)"  # 9: link
    r"|(\x1b\[2J)"  # 10: clear
    r"|(\x1b\[\?2026[hl]|\x1b\]22;[^\x1b\x07]*(?:\x1b\\|\x07))"  # 11: said otherwise, or not at all
    r"|(\x07|\x1b\]52;[^\x1b\x07]*(?:\x1b\\|\x07))"  # 12: no matter to the screen
    r"|(\x1b(?:\[[0-?]*[ -/]*[@-~]?|[\]PX^_][^\x1b\x07]*(?:\x1b\\|\x07)?|[ -/]*[0-~]?)"
    r"|[\x00-\x1f\x7f-\x9f])",  # 13: anything else
)
_SGR, _SGR_AND_RESET, _PLAIN_TEXT, _ROW, _PLACE, _BREAK, _RETURN, _LINK, _CLEAR, _PASSES, _OTHER = (
    *(2, 3, 4, 5, 6, 7, 8, 9, 10),
    *(12, 13),
)
"""The last group that matched, which says what it is."""

_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2FF),
    (0x370, 0x377),
    (0x37A, 0x37F),
    (0x384, 0x38A),
)
_MORE_RANGES = ((0x400, 0x482), (0x48A, 0x52F), (0x2010, 0x2027), (0x2030, 0x205E))
_LINES = ((0x2190, 0x21FF), (0x2500, 0x25FC))
_ONE_CELL_EACH = frozenset(
    chr(code)
    for first, last in (*_RANGES, *_MORE_RANGES, *_LINES)
    for code in range(first, last + 1)
)
"""What every terminal shows in one cell, so that the cursor is known to have moved by one."""


_TWO_CELLS_EACH = (
    ("\u3041", "\u3096"),
    ("\u30a1", "\u30fa"),
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uff01", "\uff60"),
)
"""Kana, ideographs, Hangul and full-width forms, first and last: the same in two."""


class Row(NamedTuple):
    """One line of cells. Whoever changes a list has made it.

    Attributes:
        cells: What stands in each cell; a wide character stands in its first, and its second
            is the empty string.
        looks: How each looks.
    """

    cells: list[str]
    looks: list[Look]


class Screen(NamedTuple):
    """A screen as it is, or as it is to be.

    Attributes:
        width: In cells.
        height: In cells.
        rows: From the top.
        known: Whether the terminal shows this; if not, nothing is known of what it shows.
        x: The cell the cursor stands on.
        y: The row it stands on.
        look: How what is written next would look.
    """

    width: int
    height: int
    rows: list[Row]
    known: bool = True
    x: int = 0
    y: int = 0
    look: Look = PLAIN

    @classmethod
    def blank(cls, width: int, height: int, *, known: bool = True) -> Screen:
        """An empty screen."""
        row = Row([" "] * width, [PLAIN] * width)
        return cls(width, height, [row] * height, known)

    def forgotten(self) -> Screen:
        """The same, of which is no longer known whether the terminal shows it."""
        return self._replace(known=False)

    def after(self, text: str, styles: Styles) -> tuple[Screen, list[str], bool]:
        """What ``text`` makes of it.

        Args:
            text: What is written.
            styles: Reads the styles in it.

        Returns:
            The screen then; the sequences in it that the terminal is to get as they are; whether
            one of these may have changed the screen in a way unknown here.
        """
        writing = _Writing(self, styles)
        for match in _TOKEN.finditer(text):
            writing.take(match)
        return writing.screen(), writing.passed, writing.strange


class _Writing:
    """A screen while something is written on it."""

    def __init__(self, screen: Screen, styles: Styles) -> None:
        self._before = screen
        self._styles = styles
        self._rows = list(screen.rows)
        self._own: set[int] = set()
        self._x, self._y = screen.x, screen.y
        self._look = screen.look
        self.passed: list[str] = []
        self.strange = False

    def screen(self) -> Screen:
        before = self._before
        return Screen(
            before.width, before.height, self._rows, before.known, self._x, self._y, self._look
        )

    def take(self, match: re.Match[str]) -> None:
        kind = match.lastindex
        if kind in (_SGR, _SGR_AND_RESET):
            parameters, text = match.group(1, 2)
            self._look = self._styles.after(self._look, parameters)
            if text:
                self._put(text)
            if kind == _SGR_AND_RESET:
                self._look = self._styles.after(self._look, "")
        elif kind == _PLAIN_TEXT:
            self._put(match[_PLAIN_TEXT])
        elif kind in (_ROW, _PLACE):
            self._x = min(max(int(match[_PLACE] or "1"), 1), self._before.width) - 1
            self._y = min(max(int(match[_ROW] or "1"), 1), self._before.height) - 1
        elif kind == _BREAK:
            self._x = 0
            self._y += 1
            if self._y >= self._before.height:  # the terminal would scroll
                self._y = self._before.height - 1
                self.strange = True
        elif kind == _RETURN:
            self._x = 0
        elif kind == _LINK:
            self._look = self._styles.leading_to(self._look, match[_LINK])
        elif kind == _CLEAR:
            self._rows = Screen.blank(self._before.width, self._before.height).rows
            self._own.clear()
        elif kind == _PASSES:
            self.passed.append(match[_PASSES])
        elif kind == _OTHER:
            self.passed.append(match[_OTHER])
            self.strange = True

    def _put(self, text: str) -> None:
        x, width = self._x, self._before.width
        if x >= width:
            return
        cells, looks = self._row()
        look = self._look
        if text.isascii() or _ONE_CELL_EACH.issuperset(text):
            count = len(text)
            if x + count > width:
                count = width - x
                text = text[:count]
            end = x + count
            if not cells[x]:
                cells[x - 1] = " "
            if end < width and not cells[end]:
                cells[end] = " "
            cells[x:end] = text
            looks[x:end] = [look.blank if text.isspace() else look] * count
            self._x = end
            return
        for cluster, size in clusters(text):
            if not size or x + size > width:
                continue
            if not cells[x]:
                cells[x - 1] = " "
            end = x + size
            if end < width and not cells[end]:
                cells[end] = " "
            cells[x:end] = [cluster, *[""] * (size - 1)]
            looks[x:end] = [look] * size
            x = end
        self._x = x

    def _row(self) -> Row:
        y = self._y
        if y not in self._own:
            self._own.add(y)
            row = self._rows[y]
            self._rows[y] = Row(row.cells.copy(), row.looks.copy())
        return self._rows[y]


@lru_cache(2048)
def clusters(text: str) -> tuple[tuple[str, int], ...]:
    """What of ``text`` stands together in cells, each with how many it takes."""
    from rich.cells import cell_len

    found: list[str] = []
    for character in text:
        joined = found and (found[-1].endswith("\u200d") or not cell_len(character))
        if joined:
            found[-1] += character
        else:
            found.append(character)
    return tuple((cluster, min(cell_len(cluster), 2)) for cluster in found)


def sure_width(cell: str) -> int:
    """How many cells every terminal's cursor is known to move by when this is written; 0: none."""
    if cell in _ONE_CELL_EACH:
        return 1
    wide = len(cell) == 1 and any(first <= cell <= last for first, last in _TWO_CELLS_EACH)
    return 2 if wide else 0
