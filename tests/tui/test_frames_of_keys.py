"""What a key changes is painted in one frame, and over SSH the detail waits for a held key."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from brief_tui.terminal.capabilities import Capabilities
from tests.tui.driver import Ui, reading

SIZES = [(80, 24), (120, 40), (50, 15), (170, 40)]
OVER_SSH = Capabilities(over_ssh=True)
KEYS = {
    "a line down": ("2", "j"),
    "a page down": ("2", "pagedown"),
    "the end": ("2", "G"),
    "the detail scrolled from the list": ("2", "J"),
    "a section": ("1", "2"),
    "a section without a detail": ("2", "1"),
    "into the detail": ("2", "enter"),
    "out of the detail": ("2", "enter", "escape"),
    "the countries": ("2", "c"),
    "a country": ("2", "c", "1"),
    "the countries closed": ("2", "c", "escape"),
    "the line of the search": ("2", "/"),
    "a letter of the search": ("2", "/", "p"),
    "the search dropped": ("2", "/", "p", "escape"),
    "the palette": (":",),
    "a letter in the palette": (":", "s"),
    "the palette closed": (":", "escape"),
    "a theme previewed": ("t", "down"),
    "the theme of before": ("t", "down", "escape"),
    "a copy": ("2", "y"),
    "help": ("?",),
    "help closed": ("?", "escape"),
    "a page over the panes": ("2", "s"),
    "the comparison": ("5", "v"),
    "a cell of the comparison": ("5", "v", "j"),
    "the comparison aligned otherwise": ("5", "v", "o"),
    "the matrix": ("w",),
    "a cell of the matrix": ("w", "l"),
    "the order": ("w", "r"),
    "back to the matrix": ("w", "r", "escape"),
    "what if": ("w", "i"),
    "the timeline closer": ("6", "plus"),
}


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_frame_is_the_last(corridor: Path, size: tuple[int, int]) -> None:
    async with reading(corridor, size=size) as ui:
        assert ui.frames() == 1
        assert "Talks on a grain corridor" in ui.screen_text() or "Overview" in ui.masthead()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
async def test_a_key_paints_once(
    corridor: Path, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with reading(corridor, size=size) as ui:
        await ui.press(*keys[:-1])
        before = ui.frames()
        await ui.press(keys[-1])
        assert ui.frames() - before <= 1


async def test_resizing_paints_once(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        before = ui.frames()
        await ui.resize(120, 40)
        assert ui.frames() - before == 1


async def test_keys_typed_ahead_are_painted_together(corridor: Path) -> None:
    async with reading(corridor) as ui:
        before = ui.frames()
        await ui.at_once("2", "j", "j")
        assert ui.frames() - before == 1
        assert "3 of 8" in ui.screen_text()


async def test_a_frame_comes_also_where_there_is_always_something_to_do(corridor: Path) -> None:
    async with reading(corridor) as ui:
        loop = asyncio.get_running_loop()
        busy = True

        def do_something() -> None:
            if busy:
                loop.call_soon(do_something)

        do_something()
        await ui.section("claims")
        busy = False
        assert "8 claims and evidence" in ui.screen_text()


def shows_detail_of(ui: Ui, row: str) -> bool:
    """Whether the rule over the detail says that it is of this row."""
    return f"── {row} of 8 ──" in ui.screen_text()


async def test_over_ssh_a_single_key_moves_both_panes(corridor: Path) -> None:
    async with reading(corridor, capabilities=OVER_SSH) as ui:
        await ui.section("claims")
        before = ui.frames()
        await ui.press("j")
        assert ui.frames() - before == 1
        assert shows_detail_of(ui, "2")


@pytest.fixture
def never_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every move follows on the one before as fast as from a held key."""
    monkeypatch.setattr("brief_tui.tui.reader_panes.REST", 10_000.0)


@pytest.mark.usefixtures("never_at_rest")
async def test_over_ssh_only_the_list_moves_while_a_key_is_held(corridor: Path) -> None:
    async with reading(corridor, capabilities=OVER_SSH) as ui:
        await ui.section("claims")
        third = ui.rows()[-1]
        await ui.press("j", "j", "G")
        assert ui.cursor_line() == third
        assert shows_detail_of(ui, "2")


async def test_over_ssh_the_detail_follows_where_the_cursor_comes_to_rest(
    corridor: Path,
) -> None:
    async with reading(corridor, capabilities=OVER_SSH) as ui:
        await ui.section("claims")
        await ui.at_once(*"jjjj")
        await ui.until(lambda: "── 5 of 8 ──" in ui.screen_text())


@pytest.mark.usefixtures("never_at_rest")
@pytest.mark.parametrize("key", ["enter", "J", "y", "tab", "s"])
async def test_what_acts_on_the_detail_finds_it_caught_up(corridor: Path, key: str) -> None:
    async with reading(corridor, capabilities=OVER_SSH) as ui:
        await ui.section("claims")
        await ui.press("j", "j", "j")
        await ui.press(key)
        if key == "s":
            await ui.press("escape")
        assert shows_detail_of(ui, "4")


@pytest.mark.usefixtures("never_at_rest")
async def test_a_link_of_the_detail_is_that_of_the_row_under_the_cursor(corridor: Path) -> None:
    async with reading(corridor, capabilities=OVER_SSH) as ui:
        await ui.section("claims")
        await ui.point_at("A sign at the port")
        await ui.at_once("enter", "n")
        assert "A sign at the port" in ui.detail_text()


@pytest.mark.usefixtures("never_at_rest")
async def test_on_a_machine_of_ones_own_the_detail_follows_at_once(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.at_once(*"jjj")
        assert shows_detail_of(ui, "4")
