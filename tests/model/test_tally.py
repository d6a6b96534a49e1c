"""How much of a section is shown, in words."""

from __future__ import annotations

from brief_tui.model.section import Section
from brief_tui.model.tally import Tally


def test_numbers_from_a_thousand_up_are_grouped_wherever_they_stand() -> None:
    part = Tally(Section.LEVERAGE, 1234, 1_000_000, 5678, 12_345)
    assert part.amount == "1,234 of 1,000,000"
    assert part.besides == ", 5,678 of 12,345 options without actor"
    assert part.in_numbers == "1,234 of 1,000,000 + 5,678 of 12,345 n.s."
    whole = Tally(Section.LEVERAGE, 1000, 1000, 2000, 2000)
    assert whole.amount == "1,000"
    assert whole.besides == ", 2,000 options name no actor"


def test_small_numbers_are_as_they_are() -> None:
    assert Tally(Section.CLAIMS, 3, 999).amount == "3 of 999"
