"""Colours as a theme names them, and how well two of them can be told apart.

A colour is ``#rrggbb``, or one of the terminal's own: ``ansi_default`` (whatever the terminal
writes in, or on) and the sixteen ``ansi_black`` to ``ansi_bright_white``.
"""

from __future__ import annotations

import re

_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")

DEFAULT = "ansi_default"
TERMINAL_COLOURS = (
    DEFAULT,
    *(f"ansi_{name}" for name in _NAMES),
    *(f"ansi_bright_{name}" for name in _NAMES),
)

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def parse_hex(text: str) -> str | None:
    """``text`` as ``#rrggbb``, or None where it is no such colour.

    Three digits will do, and the ``#`` may be left out: in YAML it has to be quoted.
    """
    match = _HEX.fullmatch(text)
    if match is None:
        return None
    digits = match[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def parse_terminal_colour(text: str) -> str | None:
    """``text`` in lower case where it names one of the terminal's own colours, else None."""
    return text.lower() if text.lower() in TERMINAL_COLOURS else None


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#rrggbb``, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def of_rgb(channels: tuple[int, int, int]) -> str:
    """``#rrggbb`` of red, green and blue."""
    return "#{:02x}{:02x}{:02x}".format(*channels)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, from 1 (the same) to 21 (black on white).

    WCAG 2.2, "contrast ratio"; text is asked to have 4.5.
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2), from 0 to 1."""
    red, green, blue = (_linear(channel / 255) for channel in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
