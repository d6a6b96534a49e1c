"""Figures in the app: the list by measure, the page of a measure, and the ways to and from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import picked, reading

SIZES = [(120, 40), (80, 24), (50, 15), (40, 12)]


async def test_the_list_is_grouped_by_measure_with_bars_on_one_axis(corridor: Path) -> None:
    async with reading(corridor, size=(80, 24)) as ui:
        await ui.section("figures")
        lines = [line.rstrip("▕ ") for line in ui.lines()[4:10]]
        assert lines[0].split() == ["ships", "waiting", "·", "ships", "0", *["─" * 13], "90"]
        assert lines[1].split()[:5] == ["▌", "?30", "May", "Kyiv", "deprecated:"]
        assert lines[1].endswith("█████████████████~")
        assert lines[2].endswith("  ███████~")
        assert lines[3].strip() == "grain shipped · tonnes"
        assert "editor: 30,000" not in lines[4]


@pytest.mark.parametrize("size", SIZES)
async def test_at_every_size_the_words_of_a_figure_are_read(
    corridor: Path, size: tuple[int, int]
) -> None:
    async with reading(corridor, size=size) as ui:
        await ui.section("figures")
        assert "about 40" in picked(ui.rows("figures"), "about 40")
        assert "30,000–32,000" in picked(ui.rows("figures"), "30,000–32,000")
        assert "“half”" in picked(ui.rows("figures"), "“half”")


async def test_the_detail_is_the_page_of_the_measure_and_leads_to_items(corridor: Path) -> None:
    async with reading(corridor, size=(80, 24)) as ui:
        await ui.section("figures")
        await ui.press("j")
        detail = ui.detail_text()
        assert detail.startswith("ships waiting · in ships")
        assert "▸ 12 Jun 2024 · Kyiv: about 40" in detail
        assert "about 50 more" in " ".join(detail.split())
        await ui.press("enter")
        await ui.point_at("30 May 2024 (uncertain)")
        await ui.press("enter")
        assert ui.here == "claims"
        assert ui.detail_text().startswith("Some 90 ships")
        await ui.press("[")
        assert ui.here == "figures"
        assert "▸ 12 Jun 2024 · Kyiv: about 40" in ui.detail_text()


async def test_from_an_item_a_figure_leads_to_its_row(corridor: Path) -> None:
    async with reading(corridor, size=(80, 24)) as ui:
        await ui.section("claims")
        await ui.press("enter")
        await ui.point_at("1 other figure differs: about 90 (Kyiv")
        await ui.press("enter")
        assert ui.here == "figures"
        assert "▸ 12 Jun 2024 · Kyiv: about 40" in ui.detail_text()
        await ui.press("escape")
        assert "about 40" in ui.cursor_line()


async def test_a_figure_that_the_filter_hides_opens_as_a_page(corridor: Path) -> None:
    async with reading(corridor, size=(80, 24)) as ui:
        await ui.section("claims")
        await ui.search("corrected by the speaker")
        await ui.press("enter", "enter")
        await ui.point_at("about 90 ships · ships waiting")
        await ui.press("enter")
        assert ui.layer == "page"
        assert "▸ 30 May 2024 (uncertain) · Kyiv: deprecated: about 90" in ui.detail_text()
        await ui.press("escape")
        assert (ui.layer, ui.here) == ("reader", "claims")


async def test_a_search_narrows_the_figures_and_rescales_no_axis(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("figures")
        before = ui.rows("figures")
        await ui.search("wait off")
        await ui.press("enter")
        heading, row = ui.rows("figures")
        assert heading == before[0]
        assert row == picked(before, "about 40")


async def test_a_figure_is_copied_with_its_item(corridor: Path) -> None:
    async with reading(corridor, size=(80, 24)) as ui:
        await ui.section("figures")
        await ui.press("j", "y")
        (sent,) = ui.clipboard()
        assert "About 40 ships" in sent
        assert "Figure: about 40 ships · ships waiting" in sent


async def test_help_says_what_each_bar_means(corridor: Path) -> None:
    async with reading(corridor, size=(80, 24)) as ui:
        await ui.press("?")
        text = ui.detail_text()
        for mark in ("███▌", "███~", "███►", "┄┄┄┤", "█░░┤", "≠"):
            assert picked(text.splitlines(), f"{mark}  ")
