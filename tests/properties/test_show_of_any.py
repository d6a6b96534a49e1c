"""``show`` prints any briefing whole, as text and as JSON, however it is narrowed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.cli.about import PAGES
from brief_tui.cli.exported import exported
from brief_tui.cli.printed import printed
from brief_tui.library.collection import Collection
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.volume import Volume
from brief_tui.model.section import Section
from brief_tui.render import cells
from brief_tui.render.plain import to_text
from tests.hostile.grammar import assert_only_shown
from tests.properties.opened import FILTERS, WRITTEN, as_found, volumes, weighing, written
from tests.strategies import Size

WIDTHS = st.integers(20, 200)


@as_found
@given(volumes(), FILTERS, WIDTHS)
def test_text_fits_and_has_every_section_as_printed_alone(
    volume: Volume, filter_: Filter, width: int
) -> None:
    text = "".join(printed(volume, None, filter_, width, weighing))
    assert_only_shown(text)
    assert all(cells.width(line) <= width for line in text.splitlines())
    for section in Section:
        _, alone = printed(volume, section, filter_, width, weighing)
        assert alone in text, section


@as_found
@given(volumes(), WIDTHS)
def test_all_on_one_item_or_party_fits(volume: Volume, width: int) -> None:
    for id_ in (*volume.register.items, *volume.register.parties):
        texts = [to_text(page(volume, id_), width) for page in PAGES]
        assert "".join(texts).strip()
        for text in texts:
            assert_only_shown(text)
            assert all(cells.width(line) <= width for line in text.splitlines()), id_


@as_found
@given(volumes(), FILTERS)
def test_json_is_json_and_has_the_rows_that_the_panes_show(volume: Volume, filter_: Filter) -> None:
    found = exported(Collection((volume.loaded,)), None, filter_, weighing)
    read = json.loads(json.dumps(found, ensure_ascii=False, allow_nan=False))
    assert read == found
    (briefing,) = read["briefings"]
    for section, told in zip(Section, briefing["sections"], strict=True):
        selection = volume.select(section, filter_)
        assert told["section"] == section.key
        assert len(told["rows"]) == len(selection.rows)
        assert [row["roles"].keys() for row in told["rows"]] == [
            row.roles.keys() for row in selection.rows
        ]


@as_found
@given(volumes(Size(options=6, claims=0, evidence=0, assessments=0)))
def test_what_outranks_what_is_a_strict_partial_order(volume: Volume) -> None:
    check_order(volume)


@pytest.mark.parametrize("name", WRITTEN)
def test_so_it_is_in_a_long_briefing(name: str) -> None:
    check_order(written(name))


def check_order(volume: Volume) -> None:
    """Nothing outranks itself, no two each other, and what is outranked passes that on."""
    found: Any = exported(Collection((volume.loaded,)), Section.LEVERAGE, EVERYTHING, weighing)
    (section,) = found["briefings"][0]["sections"]
    for group in section["order"]:
        pairs = {(each["option"], each["other"]) for each in group.get("outranks", ())}
        for one, other in pairs:
            assert one != other
            assert (other, one) not in pairs
            assert all((one, next_) in pairs for start, next_ in pairs if start == other)
