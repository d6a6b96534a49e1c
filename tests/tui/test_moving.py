"""Getting about in a briefing: sections, rows, panes, places one has been to."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.model.section import Section
from tests.tui.driver import picked, reading


async def test_it_opens_on_the_overview_with_the_title_and_date_above(corridor: Path) -> None:
    async with reading(corridor) as ui:
        assert "Talks on a grain corridor" in ui.masthead()
        assert "KEY POINTS" in ui.screen_text()
        assert ui.status().startswith(" everything shown")
    async with reading(corridor, size=(120, 30)) as ui:
        assert "as of 14 Jun 2024 · 3 sources · 5 countries" in ui.masthead()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 15)])
async def test_each_digit_opens_its_section(corridor: Path, size: tuple[int, int]) -> None:
    async with reading(corridor, size=size) as ui:
        for number, section in enumerate(Section, 1):
            await ui.press(str(number))
            assert ui.here == section.key
            # At 80 columns every section has its key and a short title.
            title = section.short if size == (80, 24) else section.title
            assert f"{number} {title}" in ui.masthead()


async def test_every_section_but_the_overview_says_how_much_is_in_it(corridor: Path) -> None:
    async with reading(corridor) as ui:
        for section, amount in {
            "claims": "8 claims and evidence",
            "assessments": "2 assessments",
            "options": "6 options",
            "leverage": "5 actors with options",
            "timeline": "9 dates",
            "sources": "3 sources",
            "figures": "4 figures",
        }.items():
            await ui.section(section)
            assert ui.lines()[2].split(maxsplit=1) == [section.upper(), amount]


async def test_keys_move_through_the_rows_and_the_detail_follows(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        first, second, third = ui.rows("claims")[:3]
        last = ui.rows("claims")[-1]
        for key, expected, told in (
            ("j", second, "No ship is being held"),
            ("down", third, "Ankara has offered"),
            ("k", second, "No ship is being held"),
            ("up", first, "About 40 ships"),
            ("k", first, "About 40 ships"),
            ("G", last, "A photo shows silos"),
            ("j", last, "A photo shows silos"),
            ("g", first, "About 40 ships"),
            ("end", last, "A photo shows silos"),
            ("home", first, "About 40 ships"),
        ):
            await ui.press(key)
            assert ui.cursor_line() == expected
            assert ui.detail_text().startswith(told)


async def test_half_and_whole_views_go_down_and_back(corridor: Path) -> None:
    async with reading(corridor, size=(50, 10)) as ui:
        await ui.section("claims")
        first = ui.cursor_line()
        for down, up in (("ctrl+d", "ctrl+u"), ("pagedown", "pageup")):
            await ui.press(down)
            assert ui.cursor_line() != first
            assert ui.cursor_line() in ui.rows("claims")
            await ui.press(up)
            assert ui.cursor_line() == first


async def test_a_row_is_one_line_and_its_detail_has_all_the_item_has(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        assert len(ui.rows("claims")) == 8
        detail = ui.detail_text()
        for said in (
            "Government of Ukraine",
            "reporters in Istanbul",
            "reported · a speaker said it",
            "“about”, “as far as we can see”",
            "witnessed",
            "F6 · no basis to judge source or information",
            "8–13 Jun 2024",
            "12 Jun 2024",
            "“on Wednesday”",
            "near Odesa (UA-51, Ukraine)",
            "about 40 ships · ships waiting · as of 12 Jun 2024",
            "quoted from Han River Wire",
            "at a briefing",
            "The Strait Gazette ¶2",
            "disputed by",
            "No ship is being held",
            "corrects",
            "Some 90 ships",
            "corridor.yaml, line",
        ):
            assert said in " ".join(detail.split())
        await ui.press("j", "j")
        said_line = picked(ui.detail_text().splitlines(), "said ")
        assert said_line.split(maxsplit=1) == ["said", "not stated"]


async def test_tab_goes_from_pane_to_pane_and_escape_back_to_the_list(corridor: Path) -> None:
    async with reading(corridor, size=(120, 30)) as ui:
        await ui.section("claims")
        seen = [ui.pane]
        for _ in range(3):
            await ui.press("tab")
            seen.append(ui.pane)
        assert seen == ["list", "detail", "rail", "list"]
        await ui.press("shift+tab")
        assert ui.pane == "rail"
        await ui.press("escape")
        assert ui.pane == "list"


async def test_a_relation_is_followed_with_enter_and_the_way_back_is_kept(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("enter")
        assert ui.pane == "detail"
        await ui.point_at("› claim Moscow")
        await ui.press("enter")
        assert ui.detail_text().startswith("No ship is being held")
        await ui.press("escape", "[")
        assert "About 40 ships" in ui.cursor_line()
        assert ui.detail_text().startswith("About 40 ships")
        await ui.press("]")
        assert "No ship is being held" in ui.cursor_line()


async def test_back_and_forward_go_over_the_sections_and_stop_at_the_ends(corridor: Path) -> None:
    async with reading(corridor) as ui:
        for name in ("claims", "options", "sources"):
            await ui.section(name)
        seen = []
        for _ in range(3):
            await ui.press("[")
            seen.append(ui.here)
        assert seen == ["options", "claims", "overview"]
        await ui.press("[")
        assert ui.here == "overview"
        assert "this is where you began" in ui.status()
        for expected in ("claims", "options", "sources"):
            await ui.press("]")
            assert ui.here == expected
        await ui.press("]")
        assert "nothing further on" in ui.status()


async def test_a_section_is_found_on_the_row_it_was_left_on(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("j", "j")
        row = ui.cursor_line()
        await ui.section("options")
        await ui.section("claims")
        assert ui.cursor_line() == row


async def test_a_party_that_has_no_row_opens_as_a_page_and_escape_closes_it(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("assessments")
        await ui.press("enter")
        await ui.point_at("expert")
        await ui.press("enter")
        assert ui.layer == "page"
        assert "senior fellow" in ui.detail_text()
        assert "A deal before the harvest" in ui.detail_text()
        await ui.press("escape")
        assert (ui.layer, ui.here) == ("reader", "assessments")


async def test_a_link_of_such_a_page_leads_on(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("assessments")
        await ui.press("enter")
        await ui.point_at("expert")
        await ui.press("enter")
        await ui.point_at("A deal before the harvest")
        await ui.press("enter")
        assert (ui.layer, ui.here) == ("reader", "assessments")
        assert ui.detail_text().startswith("A deal before the harvest")


async def test_narrow_shows_one_pane_drills_down_and_escape_comes_back(corridor: Path) -> None:
    async with reading(corridor, size=(50, 15)) as ui:
        await ui.section("claims")
        assert "witnessed" not in ui.screen_text()
        await ui.press("enter")
        assert "Claims › 1 of 8" in ui.masthead()
        assert "witnessed" in ui.screen_text()
        assert "Moscow        No ship" not in ui.screen_text()
        await ui.press("escape")
        assert "Moscow        No ship" in ui.screen_text()
        assert "›" not in ui.masthead()


async def test_everything_of_an_item_is_within_reach_at_40_by_12(corridor: Path) -> None:
    async with reading(corridor, size=(40, 12)) as ui:
        await ui.section("claims")
        await ui.press("enter")
        seen = ui.screen_text()
        for _ in range(len(ui.detail_text().splitlines())):
            await ui.press("j")
            seen += ui.screen_text()
        for line in ui.detail_text().splitlines():
            assert line in seen


async def test_q_leaves(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("q")
        assert not ui.running


async def test_idle_it_writes_nothing(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        before = ui.written()
        await ui.press("g")  # already there
        assert ui.written() == before
