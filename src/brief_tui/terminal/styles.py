"""From styled text as it is asked for to cells in the colours that the terminal has."""

from __future__ import annotations

import re
from typing import NamedTuple

from brief_tui.terminal.capabilities import Colours
from brief_tui.terminal.hyperlink import safe_link
from brief_tui.terminal.indexed import indexed
from brief_tui.terminal.look import PLAIN, Look, look, with_attribute
from brief_tui.terminal.widths import ONE_CELL_EACH, clusters

_SGR = r"\x1b\[[0-9;:]*m"
_LINK = r"\x1b\]8;[^;\x1b\x07]*;[^\x1b\x07]*(?:\x1b\\|\x07)"
STYLED_TEXT = rf"(?:[^\x00-\x1f\x7f-\x9f]+|{_SGR}|{_LINK})"
"""A pattern: a piece of text, or what styles the text behind it."""

_PIECE = re.compile(
    r"\x1b\[([0-9;:]*)m"
    r"|\x1b\]8;[^;\x1b\x07]*;([^\x1b\x07]*)(?:\x1b\\|\x07)"
    r"|([^\x00-\x1f\x7f-\x9f]+)"
)
_STYLE, _ADDRESS = 1, 2

_KEPT = 512
"""Lines of text that are kept as cells: panes are written again whole when they scroll."""


class Run(NamedTuple):
    """Cells that are written one after the other; the lists are shared and never changed.

    Attributes:
        cells: What stands in each.
        looks: How each looks.
        after: How what is written next would look.
    """

    cells: list[str]
    looks: list[Look]
    after: Look


class Styles:
    """Reads SGR parameters and OSC 8 addresses."""

    def __init__(
        self, colours: Colours = Colours.TRUE, *, hyperlinks: bool = False, utf8: bool = True
    ) -> None:
        """Reduce to what the terminal has.

        Args:
            colours: How many colours there are.
            hyperlinks: Whether it may be sent links.
            utf8: Whether it shows more than ASCII.
        """
        self.colours = colours
        self.hyperlinks = hyperlinks
        self.utf8 = utf8
        self._after: dict[tuple[Look, str], Look] = {}
        self._runs: dict[tuple[Look, str], Run] = {}

    def run(self, look: Look, text: str) -> Run:
        """The cells that styled ``text`` takes, where it begins in ``look``."""
        found = self._runs.get((look, text))
        if found is None:
            if len(self._runs) >= _KEPT:
                self._runs.clear()
            found = self._runs[look, text] = self._cells(look, text)
        return found

    def _cells(self, look: Look, text: str) -> Run:
        if not self.utf8:
            from brief_tui.terminal.ascii import in_ascii
        cells: list[str] = []
        looks: list[Look] = []
        for match in _PIECE.finditer(text):
            kind = match.lastindex
            if kind == _STYLE:
                look = self.after(look, match[_STYLE])
            elif kind == _ADDRESS:
                look = self.leading_to(look, match[_ADDRESS])
            else:
                piece = match.group() if self.utf8 else in_ascii(match.group())
                shown = look.blank if piece.isspace() else look
                before = len(cells)
                if piece.isascii() or ONE_CELL_EACH.issuperset(piece):
                    cells += piece
                else:
                    for cluster, size in clusters(piece):
                        if size:
                            cells += (cluster, *[""] * (size - 1))
                looks += [shown] * (len(cells) - before)
        return Run(cells, looks, look)

    def after(self, before: Look, parameters: str) -> Look:
        """The look that SGR ``parameters`` (``1;38;2;255;0;0``) make of ``before``."""
        found = self._after.get((before, parameters))
        if found is None:
            if len(self._after) > 8192:  # a theme has some hundred; this is no leak to rely on
                self._after.clear()
            found = self._after[before, parameters] = self._read(before, parameters)
        return found

    def leading_to(self, before: Look, address: str) -> Look:
        """``before`` as a link to ``address``, if that may be one; as none where it is empty."""
        link = (safe_link(address) or "") if self.hyperlinks else ""
        return look(before.front, before.back, before.flags, link)

    def _read(self, before: Look, parameters: str) -> Look:
        front, back, flags = before.front, before.back, before.flags
        codes = [int(each or "0") for each in parameters.replace(":", ";").split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                front, back, flags = PLAIN.front, PLAIN.back, PLAIN.flags
            elif code in (38, 48):
                colour = self._colour(code, codes)
                front, back = (colour, back) if code == 38 else (front, colour)
            elif 30 <= code <= 39 or 90 <= code <= 97:
                front = self._own(code, code == 39)
            elif 40 <= code <= 49 or 100 <= code <= 107:
                back = self._own(code, code == 49)
            else:
                flags = with_attribute(flags, code)
        return look(front, back, flags, before.link)

    def _own(self, code: int, default: bool) -> str:
        """One of the terminal's own sixteen colours."""
        return "" if default or self.colours is Colours.NONE else str(code)

    def _colour(self, ground: int, codes: list[int]) -> str:
        """The colour of an extended sequence, whose parameters are taken from ``codes``."""
        kind = codes.pop(0) if codes else 0
        if kind == 2 and len(codes) >= 3:
            red, green, blue = codes[:3]
            del codes[:3]
            if self.colours is Colours.TRUE:
                return f"{ground};2;{red};{green};{blue}"
            return self._indexed(ground, indexed((red, green, blue)))
        if kind == 5 and codes:
            return self._indexed(ground, codes.pop(0))
        codes.clear()
        return ""

    def _indexed(self, ground: int, number: int) -> str:
        if self.colours >= Colours.INDEXED:
            return f"{ground};5;{number}"
        if self.colours is Colours.NONE or number > 15:
            return ""  # the palette chooses among sixteen; nearness would choose badly
        return str(number % 8 + (60 if number > 7 else 0) + ground - 8)
