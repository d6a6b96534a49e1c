"""Which option outranks which: by the rule, as a strict partial order, and why most do not."""

from __future__ import annotations

import pytest

from brief_tui.analysis.dominance import Order, order_of
from brief_tui.analysis.pair import Reason, pair_of
from brief_tui.analysis.scratch import NOTHING_SUPPOSED
from brief_tui.model.item import Option
from brief_tui.model.vocabulary import STEPS, Dimension, Level
from tests.analysis.options import levels, option

NONE, LOW, MODERATE, HIGH = STEPS


def stating(id_: str, **dimensions: Level | tuple[Level, ...]) -> Option:
    """An option that states these levels; two on one dimension are contested."""
    voices = {
        name: each if isinstance(each, tuple) else (each,) for name, each in dimensions.items()
    }
    return option(id_, "a", leverage=levels(**voices))


def edges(order: Order) -> set[tuple[str, str]]:
    """Every ordered pair by ids."""
    return {
        (one.id, other.id)
        for place, one in enumerate(order.options)
        for other in order.named(order.below[place])
    }


def outranks(one: Option, other: Option) -> bool:
    """Whether the first outranks the second, of the two alone."""
    return order_of((one, other)).outranks(0, 1)


def test_stronger_on_one_and_as_strong_on_the_rest_outranks() -> None:
    assert outranks(stating("a", capability=HIGH, risk=LOW), stating("b", capability=LOW, risk=LOW))


def test_what_is_equal_or_crossed_is_not_comparable() -> None:
    same = stating("a", capability=HIGH), stating("b", capability=HIGH)
    crossed = stating("a", capability=HIGH, risk=HIGH), stating("b", capability=LOW, risk=LOW)
    for one, other in (same, crossed):
        assert not outranks(one, other)
        assert not outranks(other, one)


@pytest.mark.parametrize("dimension", Dimension)
def test_more_is_weaker_for_absorption_cost_and_risk_alone(dimension: Dimension) -> None:
    more, less = (stating(level, **{dimension.value: level}) for level in (HIGH, NONE))
    weaker = {Dimension.TARGET_ABSORPTION, Dimension.COST_TO_ACTOR, Dimension.RISK}
    assert dimension.weakens == (dimension in weaker)
    assert outranks(less, more) == dimension.weakens
    assert outranks(more, less) != dimension.weakens


def test_what_the_weaker_one_states_alone_forbids_it_what_the_stronger_one_does_not() -> None:
    assert not outranks(stating("a", capability=HIGH), stating("b", capability=LOW, headroom=NONE))
    assert outranks(stating("a", capability=HIGH, headroom=NONE), stating("b", capability=LOW))


def test_what_is_contested_forbids_it_unless_it_is_stated_of_the_stronger_one_alone() -> None:
    contested = (LOW, HIGH)
    assert not outranks(
        stating("a", capability=HIGH, risk=NONE), stating("b", capability=LOW, risk=contested)
    )
    assert not outranks(
        stating("a", capability=HIGH, risk=contested), stating("b", capability=LOW, risk=HIGH)
    )
    assert outranks(stating("a", capability=HIGH, risk=contested), stating("b", capability=LOW))


def test_three_options_that_share_a_dimension_by_pairs_outrank_each_other_in_no_circle() -> None:
    circle = (
        stating("a", capability=HIGH, willingness=LOW),
        stating("b", willingness=HIGH, headroom=LOW),
        stating("c", headroom=HIGH, capability=LOW),
    )
    assert edges(order_of(circle)) == set()


def test_levels_begin_with_those_that_none_outranks() -> None:
    order = order_of(
        (
            stating("low", capability=LOW),
            stating("high", capability=HIGH),
            stating("none", capability=NONE),
            stating("apart", risk=LOW),
            stating("also-high", capability=HIGH),
        )
    )
    named = [[order.options[place].id for place in level] for level in order.levels()]
    assert named == [["high", "also-high"], ["low"], ["none"]]
    assert [order.options[place].id for place in order.unordered()] == ["apart"]
    assert [each.id for each in order.named(order.directly_below(1))] == ["low"]
    assert order.pairs == 5


def test_a_dimension_set_aside_does_not_count() -> None:
    one, other = stating("a", capability=HIGH, risk=HIGH), stating("b", capability=LOW, risk=LOW)
    scratch = NOTHING_SUPPOSED.setting_aside(Dimension.RISK)
    assert order_of((one, other), scratch).outranks(0, 1)
    nothing = NOTHING_SUPPOSED
    for each in Dimension:
        nothing = nothing.setting_aside(each)
    assert order_of((one, other), nothing).pairs == 0


def test_a_cell_filled_in_counts_as_if_it_were_stated() -> None:
    one, other = stating("a", capability=HIGH), stating("b", capability=LOW, risk=HIGH)
    scratch = NOTHING_SUPPOSED.filling(one, Dimension.RISK, HIGH)
    assert not outranks(one, other)
    assert order_of((one, other), scratch).outranks(0, 1)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (stating("a"), stating("b", risk=LOW), Reason.NOTHING_STATED),
        (stating("a", capability=LOW), stating("b", risk=LOW), Reason.NOTHING_SHARED),
        (
            stating("a", capability=HIGH, risk=HIGH),
            stating("b", capability=LOW, risk=LOW),
            Reason.CROSSED,
        ),
        (
            stating("a", capability=HIGH, risk=HIGH),
            stating("b", capability=HIGH, headroom=LOW),
            Reason.EQUAL,
        ),
        (
            stating("a", capability=HIGH),
            stating("b", capability=LOW, risk=LOW),
            Reason.PARTLY_STATED,
        ),
        (
            stating("a", capability=HIGH),
            stating("b", capability=LOW, risk=(LOW, HIGH)),
            Reason.CONTESTED,
        ),
        (stating("a", risk=LOW), stating("b", risk=(LOW, HIGH)), Reason.CONTESTED),
        (stating("a", capability=HIGH), stating("b", capability=LOW), None),
    ],
)
def test_why_two_are_not_comparable(one: Option, other: Option, reason: Reason | None) -> None:
    assert pair_of(one, other).reason is reason
    assert pair_of(other, one).reason is reason
