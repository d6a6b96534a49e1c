"""A theme in the terminal's own sixteen colours, by what each colour is for and by its hue.

Nobody knows how these colours look: what a colour of the theme is nearest to is a guess. What holds
in the palettes of VGA and the Linux console, xterm, PuTTY and their kin is kept to instead:

- On black, text is read in green, cyan, white and the bright colours but blue; on white, in black
  and blue, and red with some effort. On green and on cyan it is read in black, on blue in white.
- A background is one of the first eight: many terminals have no others.
- Bold may come out as the bright colour of the same name, so that black is never bold.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief_tui.tui.colour import rgb

if TYPE_CHECKING:
    from brief_tui.tui.theme import Theme

_NO_HUE = 0.12
"""With channels less far apart than this part of their range, a colour is a grey."""


def in_sixteen(theme: Theme) -> Theme:
    """``theme`` on black or white ground, in colours that are read there."""
    return _on_black(theme) if theme.dark else _on_white(theme)


def _on_black(theme: Theme) -> Theme:
    accent = "ansi_green" if _hue(theme.accent) in {"yellow", "green"} else "ansi_cyan"
    return replace(
        theme,
        ansi=True,
        background="ansi_black",
        surface="ansi_black",
        text="ansi_white",
        muted="ansi_white",
        faint="ansi_white",
        accent=accent,
        accent_text="ansi_black",
        cursor="ansi_white",
        cursor_text="ansi_black",
        selected="ansi_blue",
        hedge=_READ_ON_BLACK[_hue(theme.hedge)],
        warning=_READ_ON_BLACK["red" if _hue(theme.warning) == "red" else "yellow"],
        error=_READ_ON_BLACK["red"],
        hit="ansi_cyan" if accent == "ansi_green" else "ansi_green",
        hit_text="ansi_black",
        marked=_READ_ON_BLACK[_hue(theme.marked)],
        link=_READ_ON_BLACK[_hue(theme.link)],
    )


_READ_ON_BLACK = {
    "": "ansi_white",
    "red": "ansi_bright_red",
    "yellow": "ansi_bright_yellow",
    "green": "ansi_green",
    "blue": "ansi_cyan",
    "purple": "ansi_bright_magenta",
}


def _on_white(theme: Theme) -> Theme:
    return replace(
        theme,
        ansi=True,
        background="ansi_white",
        surface="ansi_white",
        text="ansi_black",
        muted="ansi_black",
        faint="ansi_black",
        accent="ansi_blue",
        accent_text="ansi_white",
        cursor="ansi_black",
        cursor_text="ansi_white",
        selected="ansi_cyan",
        hedge="ansi_blue",
        warning="ansi_red",
        error="ansi_red",
        hit="ansi_green",
        hit_text="ansi_black",
        marked="ansi_blue",
        link="ansi_blue",
    )


def _hue(colour: str) -> str:
    """The name of a colour's hue, coarsely; none for a grey."""
    from colorsys import rgb_to_hsv

    red, green, blue = (channel / 255 for channel in rgb(colour))
    if max(red, green, blue) - min(red, green, blue) < _NO_HUE:
        return ""
    degrees = rgb_to_hsv(red, green, blue)[0] * 360
    return next((name for end, name in _HUES if degrees < end), "red")


_HUES = ((15, "red"), (70, "yellow"), (165, "green"), (265, "blue"), (345, "purple"))
"""Where each hue ends, in degrees; what lies beyond the last is red again."""
