"""Whose options there are, and how much of their leverage is stated."""

from __future__ import annotations

from brief_tui.analysis.leverage import actors_with_options, coverage, options_of
from brief_tui.model.vocabulary import Dimension, Level
from tests.analysis.options import levels, option, register


def test_actors_are_those_with_options_in_the_order_of_these() -> None:
    found = register(option("1", "b", "x"), option("2", "a"), option("3", "b"), option("4", None))
    assert actors_with_options(found) == ("b", "a")
    assert [each.id for each in options_of(found, "b")] == ["1", "3"]


def test_coverage_counts_dimensions_and_not_voices() -> None:
    one = option("1", "a", leverage=levels(capability=(Level.HIGH, Level.LOW), risk=(Level.LOW,)))
    assert str(coverage((one, option("2", "a")))) == "2 of 14 stated"
    assert str(coverage(())) == "0 of 0 stated"


def test_voices_that_disagree_are_contested_and_those_that_agree_are_not() -> None:
    leverage = levels(capability=(Level.HIGH, Level.LOW), risk=(Level.LOW, Level.LOW))
    assert leverage.level(Dimension.CAPABILITY) is Level.CONTESTED
    assert leverage.level(Dimension.RISK) is Level.LOW
    assert leverage.level(Dimension.HEADROOM) is None
