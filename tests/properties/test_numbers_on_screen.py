"""Every number on a page that no briefing gives can be traced to the ids that it counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.volume import Volume
from tests.properties import rules_of_items, rules_of_weighing
from tests.properties.numberless import without_numbers
from tests.properties.opened import WRITTEN, as_found, opened, pages, written
from tests.properties.traced import Spot, left_over, lines_of
from tests.strategies import briefings

RULES = [*rules_of_items.RULES, *rules_of_weighing.RULES]


def check(volume: Volume, filter_: Filter) -> None:
    """Trace every number on every page."""
    for shown in pages(volume, filter_):
        lines = tuple(lines_of(shown.page))
        for at, line in enumerate(lines):
            if re.search(r"\d", line.lead + line.text):
                spot = Spot(volume, filter_, shown, lines, at)
                rest = left_over(spot, RULES)
                assert not re.search(r"\d", rest), f"whence the number in {rest!r} on {shown.kind}?"


@as_found
@given(briefings().map(without_numbers).map(opened))
def test_every_number_on_a_page_counts_what_it_leads_to(volume: Volume) -> None:
    check(volume, EVERYTHING)


@pytest.mark.parametrize("filter_", [EVERYTHING, Filter.of(("KR",))], ids=Filter.describe)
@pytest.mark.parametrize("name", WRITTEN)
def test_so_does_every_number_of_a_long_briefing(name: str, filter_: Filter) -> None:
    check(opened(without_numbers(written(name).briefing)), filter_)
