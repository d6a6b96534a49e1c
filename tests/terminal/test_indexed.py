"""24-bit colours on a terminal of 256."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.terminal.indexed import RGB, indexed

_STEPS = (0, 95, 135, 175, 215, 255)
CUBE = {
    16 + number: (red, green, blue)
    for number, (red, green, blue) in enumerate(product(_STEPS, repeat=3))
}
GREYS = {232 + step: (8 + 10 * step,) * 3 for step in range(24)}
ALL: dict[int, RGB] = CUBE | GREYS

CHANNELS = st.integers(0, 255)
COLOURS = st.tuples(CHANNELS, CHANNELS, CHANNELS)


def oklab(colour: RGB) -> tuple[float, float, float]:
    """As published, in matrices; https://bottosson.github.io/posts/oklab/."""
    light = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour)
    ]
    cones = [
        sum(weight * part for weight, part in zip(row, light, strict=True)) ** (1 / 3)
        for row in (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        )
    ]
    first, second, third = (
        sum(weight * cone for weight, cone in zip(row, cones, strict=True))
        for row in (
            (0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660),
        )
    )
    return first, second, third


def distance(one: RGB, other: RGB) -> float:
    return sum((a - b) ** 2 for a, b in zip(oklab(one), oklab(other), strict=True))


@pytest.mark.parametrize("number", ALL)
def test_a_colour_of_the_256_is_itself(number: int) -> None:
    assert indexed(ALL[number]) == number


@given(COLOURS)
def test_no_other_of_the_240_is_nearer(colour: RGB) -> None:
    chosen = distance(colour, ALL[indexed(colour)])
    assert chosen <= min(distance(colour, each) for each in ALL.values()) + 1e-9


@given(COLOURS)
def test_the_sixteen_that_a_reader_may_change_are_never_chosen(colour: RGB) -> None:
    assert 16 <= indexed(colour) <= 255
