"""Resizing while one reads: the place, the row and the filter stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import reading

SIZES = [(80, 24), (50, 15), (40, 12), (200, 60), (120, 40)]


async def test_section_row_and_filter_stay_through_every_size(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("claims")
        await ui.filter_country("UA")
        await ui.press("j")
        for size in SIZES:
            await ui.resize(*size)
            assert ui.here == "claims"
            assert "No ship is bei" in ui.cursor_line()
            assert "country: Ukraine" in ui.status()
            assert max(map(len, ui.lines())) <= size[0]


async def test_what_is_seen_after_it_is_what_would_have_been_seen_before(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("options")
        wide = ui.screen_text()
        await ui.resize(50, 15)
        narrow = ui.screen_text()
        await ui.resize(120, 40)
        assert ui.screen_text() == wide
    async with reading(corridor, size=(50, 15)) as ui:
        await ui.section("options")
        assert ui.screen_text() == narrow


async def test_reading_the_detail_goes_on_when_it_gets_narrow_and_wide_again(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("claims")
        await ui.press("enter")
        await ui.resize(50, 15)
        assert ui.pane == "detail"
        assert "About 40 ships wait off Odesa for papers." in ui.screen_text()
        await ui.resize(120, 40)
        assert ui.pane == "detail"
        await ui.press("escape")
        assert ui.pane == "list"


@pytest.mark.parametrize("size", [(50, 15), (200, 60)])
async def test_a_comparison_folds_and_unfolds_with_its_cursor(
    corridor: Path, size: tuple[int, int]
) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("leverage")
        await ui.press("v")
        await ui.press("j", "j")
        before = ui.status().split(":")[0]
        await ui.resize(*size)
        assert ui.status()[:24] == before[:24]
        await ui.resize(120, 40)
        assert ui.status().split(":")[0] == before


@pytest.mark.parametrize("keys", ["c", "t", ":", "?", "/", "b", "e"])
async def test_whatever_lies_on_top_it_is_resized(corridor: Path, keys: str) -> None:
    async with reading(corridor, size=(80, 24)) as ui:
        await ui.press(keys)
        before = ui.screen_text()
        for size in [(30, 8), (10, 3), (120, 40), (80, 24)]:
            await ui.resize(*size)
        assert ui.screen_text() == before


async def test_a_terminal_of_one_cell_ends_nothing(corridor: Path) -> None:
    async with reading(corridor) as ui:
        for digit in "1234567":
            await ui.press(digit)
            for size in [(1, 1), (2, 2), (80, 1), (1, 24), (80, 24)]:
                await ui.resize(*size)
        await ui.press("5", "v")
        for size in [(1, 1), (2, 2), (80, 1), (1, 24), (80, 24)]:
            await ui.resize(*size)
        assert ui.layer == "comparison"
