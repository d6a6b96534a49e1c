"""The page on a country: all that the library holds on it, each line leading there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import picked, reading


@pytest.fixture
def briefings(corridor: Path) -> tuple[Path, Path]:
    """Two briefings, the newer first."""
    return corridor, corridor.with_name("ferry.yaml")


async def test_it_gathers_roles_months_and_sections_of_the_whole_library(
    briefings: tuple[Path, Path],
) -> None:
    async with reading(*briefings, size=(100, 60)) as ui:
        await ui.press("escape", "2")
        await ui.filter_country("KR")
        await ui.press("C")
        assert ui.layer == "page"
        text = ui.detail_text()
        assert "South Korea · in a library of 2 briefings" in text
        assert "as speaker  2 items" in text
        assert "as place    1 item" in text
        assert "as actor    1 item" in text
        lines = text.splitlines()
        assert "Jun 2024" in picked(lines, "█")
        assert picked(lines, "█").split()[2] == "1"
        assert "not among them: when" in text
        assert "3 of 13" in picked(lines, "CLAIMS")
        assert "Seoul would pay for half" in text


async def test_its_lines_lead_to_the_filtered_section_and_back(
    briefings: tuple[Path, Path],
) -> None:
    async with reading(*briefings, size=(100, 60)) as ui:
        await ui.press("escape", "2")
        await ui.filter_country("KR")
        await ui.press("C", "n", "enter")
        assert (ui.layer, ui.here) == ("reader", "claims")
        assert "The whole library" in ui.masthead()
        assert "South Korea" in ui.status()
        await ui.press("[")
        assert ui.layer == "page"
        await ui.point_at("Jun 2024")
        await ui.press("enter")
        assert ui.here == "timeline"
        assert "said: 2024-06" in ui.status()
        await ui.press("[")
        await ui.point_at("Seoul would pay for half")
        await ui.press("enter")
        assert ui.here == "claims"
        assert ui.pane == "detail"
        assert "Seoul would pay for half" in ui.detail_text()
        await ui.press("[", "escape")
        assert "Talks on a grain corridor" in ui.masthead()


async def test_it_is_opened_from_the_rail_and_by_a_choice(briefings: tuple[Path, Path]) -> None:
    async with reading(*briefings, size=(120, 40)) as ui:
        await ui.press("escape", "2", "shift+tab")
        assert ui.pane == "rail"
        await ui.press("j", "C")
        assert "Turkey" in ui.lines()[0]
        await ui.press("escape", "tab", "C")
        assert ui.layer == "picker"
        await ui.type("romania")
        await ui.press("enter")
        assert ui.layer == "page"
        assert "Romania" in ui.lines()[0]


async def test_in_a_library_of_one_briefing_it_leads_into_that(corridor: Path) -> None:
    async with reading(corridor, size=(100, 60)) as ui:
        await ui.press("2")
        await ui.filter_country("UA")
        await ui.press("C", "n", "enter")
        assert "Talks on a grain corridor" in ui.masthead()


async def test_a_day_that_is_looked_at_holds_on_it(corridor: Path) -> None:
    async with reading(corridor, size=(100, 60)) as ui:
        await ui.press("2")
        await ui.search("country:KR known:2024-06-01")
        await ui.press("enter", "C")
        assert "as known on 1 Jun 2024" in ui.lines()[0]
        assert "Seoul would pay" not in ui.detail_text()


async def test_the_reader_no_longer_says_that_it_gathers_once_the_page_was_there(
    briefings: tuple[Path, Path],
) -> None:
    async with reading(*briefings) as ui:
        await ui.press("escape", "2")
        await ui.filter_country("KR")
        await ui.press("C", "escape")
        assert ui.layer == "reader"
        assert "gathering" not in ui.status()
        assert "country: South Korea" in ui.status()
