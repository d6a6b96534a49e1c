"""The colours that terminals of 256 show alike, and the nearest of them."""

from __future__ import annotations

from functools import lru_cache

RGB = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""

_STEPS = (0, 95, 135, 175, 215, 255)
"""What a channel can be in xterm's cube of 6 by 6 by 6 colours."""


@lru_cache(4096)
def indexed(rgb: RGB) -> int:
    """The colour nearest to ``rgb`` among those that terminals of 256 colours show alike.

    They are the cube, 16 to 231, and a ramp of greys, 232 to 255. How 0 to 15 look is the reader's
    to set, so that they are never the answer. Near is what looks so: distance is that of Oklab
    (Björn Ottosson, "A perceptual color space for image processing").
    """
    here = light, _, _ = _oklab(*rgb)
    nearest, least = 16, 9.0
    # The nearest of the cube is a corner of the box that ``rgb`` lies in, and the nearest grey one
    # of the two beside it in lightness; a test compares with all 240.
    red, green, blue = map(_around, rgb)
    for r in red:
        for g in green:
            for b in blue:
                away = _distance(here, _oklab(_STEPS[r], _STEPS[g], _STEPS[b]))
                if away < least:
                    nearest, least = 16 + 36 * r + 6 * g + b, away
    below = int((_encoded(light**3) - 8) // 10)
    for step in (below, below + 1):
        grey = 8 + 10 * step
        if 0 <= step < 24 and (away := _distance(here, _oklab(grey, grey, grey))) < least:
            nearest, least = 232 + step, away
    return nearest


def of_index(number: int) -> RGB:
    """What the colour ``number`` looks like, of 16 to 255."""
    if number >= 232:
        grey = 8 + 10 * (number - 232)
        return grey, grey, grey
    red, rest = divmod(number - 16, 36)
    return _STEPS[red], _STEPS[rest // 6], _STEPS[rest % 6]


def _around(channel: int) -> tuple[int, ...]:
    """The steps that ``channel`` lies between, or the one that it is."""
    if channel in _STEPS:
        return (_STEPS.index(channel),)
    above = sum(step < channel for step in _STEPS)
    return (above - 1, above)


def _distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """How far apart two colours of Oklab are, squared."""
    light, a, b = one
    return (light - other[0]) ** 2 + (a - other[1]) ** 2 + (b - other[2]) ** 2


@lru_cache(512)
def _oklab(red: int, green: int, blue: int) -> tuple[float, float, float]:
    """Lightness from 0 to 1, and the two axes of hue: red against green, yellow against blue."""
    r, g, b = _linear(red), _linear(green), _linear(blue)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear(channel: int) -> float:
    """The share of light that a channel stands for (sRGB, IEC 61966-2-1), from 0 to 1."""
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    """The channel that stands for a share of light: ``_linear`` the other way."""
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return 255 * float(part)
