"""Copying an item with its citation, by way of the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.terminal.capabilities import Capabilities, ClipboardRoute
from tests.tui.driver import reading


async def test_copying_sends_the_text_with_speaker_date_source_and_briefing(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("y")
        assert ui.status().startswith(" sent to the terminal")
        assert "copied" not in ui.screen_text()
        (sent,) = ui.clipboard()
        for said in (
            "About 40 ships wait off Odesa for papers.",
            "Government of Ukraine",
            "12 Jun 2024",
            "“about”",
            "The Strait Gazette ¶2",
            "Talks on a grain corridor",
            "14 Jun 2024",
            "corridor#ships-wait",
        ):
            assert said in sent


async def test_what_is_not_stated_is_said_in_the_citation(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.point_at("A sign at the port")
        await ui.press("y")
        (sent,) = ui.clipboard()
        assert "港口关闭" in sent
        assert "not stated" in sent


async def test_a_row_without_an_item_copies_its_page_and_which_briefing_it_is_from(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("leverage")
        await ui.press("y")
        (sent,) = ui.clipboard()
        assert "OPTIONS" in sent
        assert sent.endswith("[corridor]\n")
        await ui.filter_country("UA")
        await ui.press("y")
        assert ui.clipboard()[-1].endswith("[corridor]\nNarrowed to: country: Ukraine\n")


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("2",),
        ("5",),
        ("5", "tab"),
        ("7",),
        ("9",),
        ("D",),
        ("7", "r"),
        ("2", "s"),
        ("5", "v"),
        ("5", "v", "enter"),
        ("w",),
        ("w", "enter"),
        ("w", "r"),
        ("?",),
        ("2", "/", "q", "q", "q", "enter"),
    ],
    ids=" ".join,
)
async def test_what_is_copied_is_what_is_shown_plainly(
    corridor: Path, keys: tuple[str, ...]
) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.press(*keys, "y")
        assert "nothing to copy" not in ui.status()
        (sent,) = ui.clipboard()
        await ui.press("Y")
        assert ui.layer == "plain"
        assert [line.rstrip() for line in ui.plain_text()] == sent.rstrip().split("\n")


async def test_the_message_goes_with_the_next_key(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("y", "j")
        assert ui.status().startswith(" everything shown")


async def test_a_terminal_without_a_clipboard_is_sent_nothing(corridor: Path) -> None:
    async with reading(corridor, capabilities=Capabilities(clipboard=ClipboardRoute.NONE)) as ui:
        await ui.section("claims")
        await ui.press("y")
        assert ui.layer == "plain"
        assert ui.clipboard() == []
