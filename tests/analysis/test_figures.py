"""Figures by what they count: bounds, groups and their order."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.figures import (
    Axis,
    Shape,
    bounds,
    count_at,
    counted,
    counts_of,
    series,
    series_of,
)
from brief_tui.model.dates import parse
from brief_tui.model.item import Figure
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Qualifier
from tests.counting import claim, counting, register, sent


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(value=5), (5, 5)),
        (Figure(value=5, qualifier=Qualifier.APPROXIMATE), (5, 5)),
        (Figure(value=5, qualifier=Qualifier.AT_LEAST), (5, None)),
        (Figure(value=5, qualifier=Qualifier.MORE_THAN), (5, None)),
        (Figure(value=5, qualifier=Qualifier.UP_TO), (None, 5)),
        (Figure(value=5, qualifier=Qualifier.FEWER_THAN), (None, 5)),
        (Figure(low=3, high=8), (3, 8)),
        (Figure(value=5, low=3, high=8), (3, 8)),
        (Figure(value=5, high=8), (5, 8)),
        (Figure(low=3), (3, None)),
        (Figure(high=8), (None, 8)),
        (Figure(low=3, high=8, qualifier=Qualifier.AT_LEAST), (3, None)),
        (Figure(low=3, high=8, qualifier=Qualifier.UP_TO), (None, 8)),
        (Figure(words="dozens"), (None, None)),
        (Figure(value=math.inf), (None, None)),
        (Figure(low=math.nan, high=8), (None, 8)),
    ],
)
def test_a_figure_is_bounded_by_what_it_says_and_by_nothing_else(
    figure: Figure, expected: tuple[float | None, float | None]
) -> None:
    assert bounds(figure) == expected


def test_what_a_figure_says_of_its_number_has_five_forms() -> None:
    figures = (
        Figure(value=5),
        Figure(low=3, high=8),
        Figure(low=3),
        Figure(high=8),
        Figure(words="dozens"),
    )
    shapes = [count.shape for count in counted(register(claim("a", *figures)))]
    assert shapes == [Shape.POINT, Shape.RANGE, Shape.AT_LEAST, Shape.UP_TO, Shape.WORDS]


def test_figures_stand_by_measure_in_the_briefings_order_and_then_by_date_said() -> None:
    found = series(
        register(
            claim("loose", Figure(value=9)),
            claim("plan", Figure(value=12, measure="planned"), said="2024-10-01"),
            claim("undated", sent(3)),
            claim("late", sent(2), said="2024-10-22"),
            claim("early", sent(1), said="2024-10-08/2024-10-13"),
        )
    )
    told = [[count.key for count in each.counts] for each in found]
    assert told == [["early#1", "late#1", "undated#1"], ["plan#1"], ["loose#1"]]


def test_of_undated_figures_the_date_they_hold_for_decides() -> None:
    later = Figure(value=2, measure="sent", as_of=parse("2024-10"))
    earlier = Figure(value=1, measure="sent", as_of=parse("2023"))
    found = counted(register(claim("a", sent(3), later, earlier)))
    assert [count.key for count in found] == ["a#3", "a#2", "a#1"]


def test_figures_without_a_measure_each_stand_alone_and_on_no_axis() -> None:
    found = series(register(claim("a", Figure(value=1), Figure(value=2))))
    assert [(each.measure, each.axis, len(each.counts)) for each in found] == [(None, None, 1)] * 2


def test_a_figure_in_another_unit_than_its_measure_is_put_apart() -> None:
    found = series(
        register(claim("a", sent(2, unit="brigades"), sent(12), sent(11, unit="Soldiers")))
    )
    told = [(each.unit, [count.key for count in each.counts], each.is_apart) for each in found]
    assert told == [("soldiers", ["a#2", "a#3"], False), ("brigades", ["a#1"], True)]


def test_the_axis_holds_zero_and_every_bound() -> None:
    def axis(*figures: Figure) -> Axis | None:
        return series(register(claim("a", *figures)))[0].axis

    assert axis(sent(5), sent(12, Qualifier.AT_LEAST)) == Axis(0, 12)
    assert axis(sent(-5), Figure(low=-7, high=3, measure="sent")) == Axis(-7, 3)
    assert axis(sent(5)) is None
    assert axis(sent(5), Figure(words="dozens", measure="sent")) is None
    assert axis(sent(0), sent(0)) is None
    assert axis(sent(5), sent(math.inf), sent(7)) == Axis(0, 7)


def test_a_figure_is_found_by_its_key_by_its_item_and_with_its_series() -> None:
    briefing = register(claim("a", sent(1), Figure(value=2)), claim("b", sent(3)))
    second = count_at(briefing, "a#2")
    assert second is not None
    assert second.figure.value == 2
    assert count_at(briefing, "a#3") is None
    assert count_at(briefing, "a") is None
    item = briefing.items["a"]
    assert [count.key for count in counts_of(briefing, item)] == ["a#1", "a#2"]
    first = counts_of(briefing, item)[0]
    assert [count.key for count in series_of(briefing, first).counts] == ["a#1", "b#1"]


@given(counting())
def test_every_figure_of_every_item_is_in_one_series_of_its_own_measure(found: Register) -> None:
    expected = sorted(
        f"{item.id}#{number}"
        for item in found.briefing.items()
        for number in range(1, len(item.figures) + 1)
    )
    assert sorted(count.key for count in counted(found)) == expected
    for each in series(found):
        assert {count.figure.measure for count in each.counts} == {
            each.measure.id if each.measure else None
        }
        assert len(each.counts) == 1 or each.measure is not None
        assert len({count.unit for count in each.counts}) == 1


@given(counting())
def test_no_number_is_on_an_axis_that_its_own_series_does_not_give(found: Register) -> None:
    for each in series(found):
        given_ = [end for count in each.counts for end in (count.low, count.high)]
        if each.axis is not None:
            assert {each.axis.low, each.axis.high} <= {0, *given_}
            assert each.axis.low <= 0 <= each.axis.high
            assert each.axis.low < each.axis.high


@given(counting(), st.data())
def test_the_figures_of_some_items_are_some_of_the_figures_in_the_same_order(
    found: Register, data: st.DataObject
) -> None:
    ids = [item.id for item in found.briefing.items()]
    kept = set(data.draw(st.lists(st.sampled_from(ids), unique=True))) if ids else set()
    claims = tuple(each for each in found.briefing.claims if each.id in kept)
    fewer = Register.of(replace(found.briefing, claims=claims))
    keys = [count.key for count in counted(found) if count.item.id in kept]
    assert [count.key for count in counted(fewer)] == keys
