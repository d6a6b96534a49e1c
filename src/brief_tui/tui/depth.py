"""A theme in the colours that a terminal has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from brief_tui.terminal.capabilities import Colours
from brief_tui.tui.colour import contrast, luminance, of_rgb, rgb
from brief_tui.tui.theme import COLOURS, READABLE, STANDS_ON, Theme

_GROUNDS = ("background", "surface", "selected", "cursor", "hit", "accent")
_TRY = 4
"""How much lighter or darker each try is, of 255."""


@lru_cache(16)
def at_depth(theme: Theme, colours: Colours) -> Theme:
    """``theme`` for a terminal of so many colours, with what they mean kept.

    A theme of the terminal's own colours stays as it is. So does any where there is no colour:
    attributes alone stand for its meanings then.
    """
    if theme.ansi or colours in {Colours.NONE, Colours.TRUE}:
        return theme
    if colours is Colours.SIXTEEN:
        from brief_tui.tui.sixteen import in_sixteen

        return in_sixteen(theme)
    return _in_256(theme)


def _in_256(theme: Theme) -> Theme:
    """``theme`` in the nearest of those 256 colours that look alike on every terminal.

    Where the nearest would make two grounds one, or text hard to read that was not, it is a
    lighter or darker one.
    """
    shown: dict[str, str] = {}
    for key in (*_GROUNDS, *(key for key in COLOURS if key not in _GROUNDS)):
        wanted: str = getattr(theme, key)
        behind = [
            ground
            for text, ground in STANDS_ON
            if text == key and contrast(wanted, getattr(theme, ground)) >= READABLE
        ]
        taken = {
            shown[ground]
            for ground in _GROUNDS
            if key in _GROUNDS and ground in shown and getattr(theme, ground) != wanted
        }

        def fits(colour: str, behind: list[str] = behind, taken: set[str] = taken) -> bool:
            readable = (contrast(colour, shown[each]) >= READABLE for each in behind)
            return colour not in taken and all(readable)

        lighter = luminance(wanted) > luminance(getattr(theme, behind[0])) if behind else theme.dark
        shown[key] = _nearest(wanted, fits, lighter=lighter)
    colours: dict[str, Any] = {**shown}
    return replace(theme, **colours)


def _nearest(wanted: str, fits: Callable[[str], bool], *, lighter: bool) -> str:
    """The nearest of the 256 that fits; the nearest of all where none does."""
    from brief_tui.terminal.indexed import indexed, of_index

    directions = (1, -1) if lighter else (-1, 1)
    for direction in directions:
        for distance in range(0, 256, _TRY):
            red, green, blue = (
                min(max(channel + direction * distance, 0), 255) for channel in rgb(wanted)
            )
            colour = of_rgb(of_index(indexed((red, green, blue))))
            if fits(colour):
                return colour
    return of_rgb(of_index(indexed(rgb(wanted))))
