"""Bars: to scale, never too wide, and each kind of figure told by its glyphs alone."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.figures import Axis, Count, Shape, bounds, series
from brief_tui.model.item import Claim, Figure, Measure
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Qualifier
from brief_tui.render import cells
from brief_tui.render.bars import GLYPHS, axis_ends, bar
from tests.counting import counting

TEN = Axis(0, 10)
AROUND_ZERO = Axis(-5, 5)


def count(figure: Figure) -> Count:
    """A figure of some item."""
    measure = Measure(id="m", name="m")
    low, high = bounds(figure)
    return Count(
        Claim(id="c", text="c", figures=(figure,)), 1, figure, measure, "", None, low, high
    )


def drawn(figure: Figure, axis: Axis = TEN, width: int = 10) -> str:
    """The bar of a figure, by default on an axis of one cell for one."""
    return bar(count(figure), axis, width)


def about(value: float) -> Figure:
    """An approximation."""
    return Figure(value=value, qualifier=Qualifier.APPROXIMATE)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(value=5), "█████"),
        (Figure(value=5, qualifier=Qualifier.EXACT), "█████"),
        (Figure(value=5.5), "█████▌"),
        (Figure(value=10), "██████████"),
        (Figure(value=0), "0"),
        (about(5), "████~"),
        (Figure(value=5, qualifier=Qualifier.AT_LEAST), "████►"),
        (Figure(value=5, qualifier=Qualifier.MORE_THAN), "████►"),
        (Figure(low=5), "████►"),
        (Figure(value=5, qualifier=Qualifier.UP_TO), "┄┄┄┄┤"),
        (Figure(value=5, qualifier=Qualifier.FEWER_THAN), "┄┄┄┄┤"),
        (Figure(high=5), "┄┄┄┄┤"),
        (Figure(low=3, high=8), "███░░░░┤"),
        (Figure(low=0, high=5), "░░░░┤"),
        (Figure(low=3, high=8, value=6), "███░░◆░┤"),
        (Figure(low=3, high=8, qualifier=Qualifier.APPROXIMATE), "███░░░░~"),
        (Figure(words="dozens"), ""),
        (Figure(value=math.inf), ""),
        (Figure(value=math.nan, words="many"), ""),
    ],
)
def test_each_kind_of_figure_has_its_own_look(figure: Figure, expected: str) -> None:
    assert drawn(figure) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(value=3), "     ███"),
        (Figure(value=-3), "  ███│"),
        (about(-3), "  ~██│"),
        (about(3), "     ██~"),
        (Figure(value=0), "     0"),
        (Figure(low=-3, high=2), "  ├░░░┤"),
        (Figure(low=1), "     │├░░►"),
        (Figure(high=-1), "◄░░┤ │"),
    ],
)
def test_below_zero_a_bar_goes_to_the_left(figure: Figure, expected: str) -> None:
    assert drawn(figure, AROUND_ZERO) == expected


def test_what_is_too_little_to_be_seen_to_scale_is_still_seen_not_to_be_nothing() -> None:
    million = Axis(0, 1_200_000)
    assert drawn(Figure(value=12), million) == "▏"
    assert drawn(about(12), million) == "~"
    assert drawn(Figure(value=12, qualifier=Qualifier.AT_LEAST), million) == "►"
    assert drawn(Figure(value=12, qualifier=Qualifier.UP_TO), million) == "┤"
    assert drawn(Figure(low=12, high=13), million) == "┤"
    assert drawn(Figure(value=0), million) == "0"


def test_numbers_of_any_size_are_drawn() -> None:
    huge = Axis(-1e308, 1e308)
    assert drawn(Figure(value=1e308), huge) == "     █████"
    assert drawn(Figure(low=-1e308, high=1e308), huge) == "├░░░░░░░░┤"
    assert drawn(Figure(value=5e-324), Axis(0, 5e-324)) == "█" * 10


def test_the_axis_says_where_it_begins_ends_and_has_its_zero() -> None:
    def line(axis: Axis, width: int) -> str:
        return "".join(span.text for span in axis_ends(axis, width))

    assert line(Axis(0, 12000), 16) == "0 ─────── 12,000"
    assert line(Axis(-5, 15), 16) == "-5 ─0──────── 15"
    assert line(Axis(0, 12000), 9) == ""


@given(counting(), st.integers(0, 90))
def test_no_bar_or_axis_is_wider_than_the_room(found: Register, width: int) -> None:
    for each in series(found):
        if each.axis is None:
            continue
        ends = "".join(span.text for span in axis_ends(each.axis, width))
        assert cells.width(ends) in (0, width)
        for one in each.counts:
            assert cells.width(bar(one, each.axis, width)) <= width


NUMBERS = st.floats(0, 1e12) | st.sampled_from((0.0, 5e-324, 1e300))
KINDS = st.sampled_from((None, Qualifier.APPROXIMATE, Qualifier.AT_LEAST, Qualifier.MORE_THAN))


@given(NUMBERS, NUMBERS, KINDS, KINDS, st.integers(1, 90))
def test_a_larger_number_never_has_a_shorter_bar(
    one: float, other: float, kind: Qualifier | None, other_kind: Qualifier | None, width: int
) -> None:
    low, high = sorted((one, other))
    if high == 0:
        return
    axis = Axis(0, high)
    shorter = bar(count(Figure(value=low, qualifier=kind)), axis, width)
    longer = bar(count(Figure(value=high, qualifier=other_kind)), axis, width)
    assert len(shorter) <= len(longer) == width


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.integers(1, 90))
def test_of_ranges_the_one_that_starts_higher_is_solid_for_as_long_or_longer(
    a: float, b: float, c: float, d: float, width: int
) -> None:
    first, second, *_, top = sorted((a, b, c, d))
    if top == 0:
        return

    def solid(low: float) -> int:
        return bar(count(Figure(low=low, high=top)), Axis(0, top), width).count(GLYPHS.solid)

    assert solid(first) <= solid(second)


@given(counting(), st.integers(3, 60))
def test_only_words_have_no_bar(found: Register, width: int) -> None:
    for each in series(found):
        if each.axis is not None:
            for one in each.counts:
                assert bool(bar(one, each.axis, width).strip()) == (one.shape is not Shape.WORDS)
