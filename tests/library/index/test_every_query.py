"""Whatever a query is made of, an index finds by it what a plain reading finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from brief_tui.library.filter import Filter
from brief_tui.library.interface import Rows
from brief_tui.library.row import Spot
from brief_tui.model.briefing import Briefing
from brief_tui.model.section import Section
from tests.library.index.both import both, libraries
from tests.strategies.queries import FILTERS

FEW = settings(max_examples=settings().max_examples // 3)
"""Each example writes an index, which takes as long as many questions to it."""


def spots(rows: Rows) -> list[Spot]:
    """Which rows there are, in order."""
    return [rows[place].spot for place in range(len(rows))]


@FEW
@given(libraries(), st.lists(FILTERS, min_size=6, max_size=6), st.booleans())
def test_an_index_finds_by_any_query_what_its_plain_reading_finds(
    briefings: list[Briefing], filters: list[Filter], is_closed: bool
) -> None:
    with both() as kept:
        for number, briefing in enumerate(briefings):
            kept.put(f"{number}.yaml", briefing)
        if is_closed:
            kept.close_segment()
        assert kept.index.version > 0
        for each in filters:
            filter_ = each.as_known_on(None)
            for section in Section:
                found = spots(kept.index.rows_left(section, filter_))
                assert found == spots(kept.collection.rows_left(section, filter_)), str(filter_)
