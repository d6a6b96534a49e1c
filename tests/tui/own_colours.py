"""The terminal's own sixteen colours as terminals have them when they come."""

from __future__ import annotations

_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_CONSOLE = (
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa"
    " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
_XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
    " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
_PUTTY = (
    "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb"
    " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
_SOLARIZED = (
    "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5"
    " 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"
)


def _named(colours: str) -> dict[str, str]:
    names = (*_NAMES, *(f"bright_{name}" for name in _NAMES))
    return {name: f"#{colour}" for name, colour in zip(names, colours.split(), strict=True)}


STANDARD = {
    "VGA and the Linux console": _named(_CONSOLE),
    "xterm": _named(_XTERM),
    "PuTTY": _named(_PUTTY),
}
"""By the name of the palette, then by the name of the colour."""

SOLARIZED = _named(_SOLARIZED)
"""Ethan Schoonover's, in which most bright colours are greys."""
