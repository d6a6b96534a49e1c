"""``r``: what rests on what the cursor is on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import reading


async def test_it_is_asked_of_a_source_and_each_line_leads_to_its_item(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("sources")
        await ui.point_at("Han River Wire")
        await ui.press("r")
        assert ui.layer == "page"
        said = ui.detail_text()
        assert "Han River Wire" in said
        assert "RESTS ON IT" in said
        assert "WOULD FALL WITHOUT IT" in said
        await ui.point_at("Seoul would pay")
        await ui.press("enter")
        assert (ui.layer, ui.here) == ("reader", "claims")
        assert "Seoul would pay" in ui.detail_text()
        await ui.press("[")
        assert ui.layer == "page"
        assert ui.detail_text() == said
        await ui.press("escape")
        assert (ui.layer, ui.here) == ("reader", "sources")
        assert "Han River Wire" in ui.cursor_line()


@pytest.mark.parametrize(
    ("section", "row"),
    [("claims", "About 40"), ("assessments", "Moscow gains"), ("options", "Close the strait")],
)
async def test_it_is_asked_of_any_item(corridor: Path, section: str, row: str) -> None:
    async with reading(corridor) as ui:
        await ui.section(section)
        await ui.point_at(row)
        await ui.press("r")
        assert ui.layer == "page"
        assert row in ui.detail_text()
        await ui.press("escape")
        assert row in ui.cursor_line()


async def test_it_is_asked_of_the_actor_that_a_line_of_the_detail_leads_to(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("assessments")
        await ui.press("enter", "n", "r")
        assert "Ayşe Yıldız" in ui.detail_text().splitlines()[0]
        await ui.press("escape")
        assert (ui.layer, ui.here) == ("reader", "assessments")


async def test_it_is_asked_on_the_page_of_an_actor_without_a_row(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("assessments")
        await ui.press("enter", "n", "enter")
        page = ui.detail_text()
        assert page.startswith("Ayşe Yıldız")
        assert "RESTS ON IT" in page
        await ui.press("r")
        assert "said by it · 1" in ui.detail_text()
        await ui.press("escape")
        assert ui.detail_text() == page


async def test_where_nothing_can_rest_it_says_so(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("j", "?", "r")
        assert "that anything could rest on" in ui.screen_text()
