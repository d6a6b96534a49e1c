"""Whatever one follows, there is a way back to where one was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import reading


async def test_from_a_cells_evidence_back_to_the_comparison(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("leverage")
        await ui.press("v")
        compared = ui.comparison()
        await ui.press("enter", "n", "n", "enter")
        assert ui.layer == "reader"
        await ui.press("[")
        assert ui.layer == "comparison"
        assert ui.comparison() == compared
        await ui.press("escape")
        assert ui.here == "leverage"


@pytest.mark.parametrize("left_by", ["5", "7"])
async def test_a_comparison_left_by_a_digit_does_not_follow(corridor: Path, left_by: str) -> None:
    async with reading(corridor) as ui:
        await ui.press("5", "v", left_by, "2", "[")
        assert ui.layer == "reader"
        await ui.press("[")
        assert ui.layer == ("comparison" if left_by == "7" else "reader")


async def test_a_page_opened_from_a_page_closes_onto_it(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("e")
        assert ui.layer == "page"
        first = ui.detail_text()
        await ui.press("?")
        assert ui.detail_text() != first
        await ui.press("[")
        assert ui.detail_text() == first
        await ui.press("[")
        assert ui.layer == "reader"


@pytest.mark.parametrize("opened", [("?",), ("e",), ("5", "v"), ("5", "v", "enter")])
async def test_a_digit_goes_to_its_section_from_anywhere(
    corridor: Path, opened: tuple[str, ...]
) -> None:
    async with reading(corridor) as ui:
        await ui.press(*opened)
        assert ui.layer != "reader"
        await ui.press("7")
        assert ui.layer == "reader"
        assert ui.here == "sources"


async def test_a_filter_taken_off_is_had_back(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.filter_country("KR")
        narrowed = ui.rows("claims")
        await ui.press("x")
        assert len(ui.rows("claims")) > len(narrowed)
        await ui.press("[")
        assert ui.rows("claims") == narrowed


async def test_a_search_is_one_step_back_not_one_a_letter(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        every = ui.rows("claims")
        await ui.search("ships")
        await ui.press("enter")
        assert ui.rows("claims") != every
        await ui.press("[")
        assert ui.rows("claims") == every


async def test_clearing_unmarks_too(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("leverage")
        await ui.press("space", "x")
        assert "■" not in ui.screen_text().split("── ")[0]


async def test_half_views_are_moved_by_on_pages_as_well(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("?")
        top = ui.screen_text()
        await ui.press("ctrl+d")
        assert ui.screen_text() != top
        await ui.press("ctrl+u", "g")
        assert ui.screen_text() == top


async def test_while_a_search_is_typed_the_keys_that_end_it_are_named(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.search("ship")
        said = ui.screen_text()
        assert "Enter keeps" in said
        assert "Esc drops" in said
        assert "x clear" not in said
