"""Choosing a theme: previewed, taken back, remembered; and no colour where none is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.folders import user_themes_folder
from brief_tui.terminal.capabilities import Capabilities, Colours
from brief_tui.tui.remember import remembered_theme
from brief_tui.tui.theme_files import find_themes
from tests.tui.driver import reading


async def test_moving_previews_and_escape_reverts(corridor: Path) -> None:
    async with reading(corridor) as ui:
        before = ui.look("KEY POINTS")
        await ui.press("t")
        await ui.type("paper")
        assert ui.theme == "paper"
        await ui.press("escape")
        assert ui.theme == "dusk"
        assert ui.look("KEY POINTS") == before
        assert remembered_theme() is None


async def test_the_page_behind_the_picker_is_previewed_too(corridor: Path) -> None:
    async with reading(corridor) as ui:
        before = ui.look("DISAGREEMENTS")
        await ui.press("t", "down", "down", "down")
        assert ui.theme != "dusk"
        assert ui.look("DISAGREEMENTS") != before


async def test_enter_keeps_the_theme_and_it_is_remembered(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("t")
        await ui.type("paper")
        await ui.press("enter")
        chosen = ui.look("KEY POINTS")
        assert remembered_theme() == "paper"
    async with reading(corridor) as ui:
        assert ui.theme == "paper"
        assert ui.look("KEY POINTS") == chosen
    async with reading(corridor, theme="dusk") as ui:
        assert ui.theme == "dusk"


async def test_typing_what_no_theme_is_called_changes_nothing(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("t")
        await ui.type("zzz")
        await ui.press("enter", "escape")
        assert ui.theme == "dusk"


async def test_ones_own_theme_is_offered_and_a_bad_one_is_told_of_and_replaced(
    corridor: Path,
) -> None:
    folder = user_themes_folder()
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("title: Mine\nbackground: chartreuse\n")
    async with reading(corridor) as ui:
        await ui.press("t")
        assert any("mine" in line and "yours" in line for line in ui.choices())
    async with reading(corridor, theme="mine") as ui:
        assert ui.theme == "dusk"
        assert "mine" in ui.screen_text()
        assert "cannot be used" in ui.screen_text()


@pytest.mark.parametrize("theme", [theme.name for theme in find_themes() if theme.shipped])
async def test_each_theme_draws_every_section(corridor: Path, theme: str) -> None:
    async with reading(corridor, theme=theme) as ui:
        for digit in "1234567":
            await ui.press(digit)
        await ui.press("5", "v")
        assert ui.layer == "comparison"
        assert ui.theme == theme


@pytest.mark.parametrize("theme", ["dusk", "paper", "terminal"])
async def test_no_color_leaves_no_colour_anywhere_and_the_cursor_is_still_seen(
    corridor: Path, theme: str
) -> None:
    async with reading(
        corridor, capabilities=Capabilities(colours=Colours.NONE), theme=theme
    ) as ui:
        for keys in ("1", "2", "j", "c", "escape", "/", "s", "escape", "5", "v", "?"):
            await ui.press(keys)
            assert not [look for look in ui.looks() if look.coloured]
        await ui.press("escape", "escape", "2")
        assert any(line.startswith("▌") for line in ui.lines())


async def test_a_theme_that_cannot_be_used_is_told_of_and_not_remembered(corridor: Path) -> None:
    folder = user_themes_folder()
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text('title: Mine\nbackground: "#12"\n')
    async with reading(corridor) as ui:
        await ui.press("t")
        await ui.type("mine")
        await ui.press("enter")
        said = " ".join(ui.detail_text().split())
        assert "Theme mine cannot be used" in said
        assert "background" in said
        assert remembered_theme() is None
        await ui.press("escape")
        assert ui.layer == "reader"
        assert ui.theme == "dusk"
