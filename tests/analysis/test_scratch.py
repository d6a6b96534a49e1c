"""What a reader supposes stays beside the briefing, and never goes before what it states."""

from __future__ import annotations

import pytest

from brief_tui.analysis.dominance import order_of
from brief_tui.analysis.scratch import NOTHING_SUPPOSED, Scratch
from brief_tui.model.vocabulary import Dimension, Level
from tests.analysis.options import levels, option, register

STATED = option("s", "a", leverage=levels(capability=(Level.HIGH,), risk=(Level.LOW, Level.HIGH)))
SILENT = option("q", "a")


def test_a_cell_that_is_not_stated_can_be_filled_in_and_not_stated_again() -> None:
    filled = NOTHING_SUPPOSED.filling(SILENT, Dimension.RISK, Level.LOW)
    assert filled.level(SILENT, Dimension.RISK) is Level.LOW
    assert filled.own(SILENT, Dimension.RISK) is Level.LOW
    assert filled.own_in((STATED, SILENT)) == 1
    again = filled.filling(SILENT, Dimension.RISK, None)
    assert again == NOTHING_SUPPOSED
    assert not again


@pytest.mark.parametrize("dimension", [Dimension.CAPABILITY, Dimension.RISK])
def test_what_is_stated_or_contested_is_not_overwritten(dimension: Dimension) -> None:
    with pytest.raises(ValueError, match="is stated"):
        NOTHING_SUPPOSED.filling(STATED, dimension, Level.LOW)
    smuggled = Scratch({("s", dimension): Level.NONE})
    assert smuggled.own(STATED, dimension) is None
    assert smuggled.level(STATED, dimension) is STATED.leverage.level(dimension)


def test_nobody_supposes_that_a_cell_is_contested() -> None:
    with pytest.raises(ValueError, match="no step"):
        NOTHING_SUPPOSED.filling(SILENT, Dimension.RISK, Level.CONTESTED)


def test_a_dimension_is_set_aside_and_taken_in_again() -> None:
    aside = NOTHING_SUPPOSED.setting_aside(Dimension.RISK).setting_aside(Dimension.CAPABILITY)
    assert aside.ordered_aside == (Dimension.CAPABILITY, Dimension.RISK)
    assert set(aside.dimensions) == set(Dimension) - aside.aside
    assert aside.setting_aside(Dimension.RISK).setting_aside(Dimension.CAPABILITY) == Scratch()


def test_supposing_changes_nothing_of_the_briefing_nor_of_what_was_supposed_before() -> None:
    before = register(STATED, SILENT)
    kept = repr(before.briefing)
    first = NOTHING_SUPPOSED.filling(SILENT, Dimension.RISK, Level.LOW)
    second = first.filling(SILENT, Dimension.CAPABILITY, Level.NONE).setting_aside(Dimension.RISK)
    order_of(before.briefing.options, second)
    assert repr(before.briefing) == kept
    assert first == Scratch({("q", Dimension.RISK): Level.LOW})
    assert not NOTHING_SUPPOSED
