"""Addresses on the screen: whole, and links only where the terminal has them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.hostile.grammar import squashed
from tests.tui.driver import reading
from tests.tui.pseudo_terminal import Terminal

LONG = "https://example.org/" + "/".join(f"part-{number}" for number in range(30))
BRIEFING = """
id: links
title: Addresses
as_of: 2024-06-14
sources:
  - id: gazette
    name: The Gazette
    url: {url}
claims:
  - id: one
    text: A ship waits.
    source: gazette
    locator: ["¶2", "{url}"]
"""


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal of 80 columns and 24 lines."""
    with Terminal(80, 24) as terminal:
        yield terminal


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A briefing with a long address in a source, and as where a claim stands."""
    file = tmp_path / "links.yaml"
    file.write_text(BRIEFING.format(url=LONG), encoding="utf-8")
    return file


@pytest.mark.parametrize("section", ["sources", "claims"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 15), (40, 12)])
async def test_an_address_is_shown_whole(linked: Path, section: str, size: tuple[int, int]) -> None:
    async with reading(linked, size=size) as ui:
        await ui.section(section)
        assert LONG in squashed(ui.detail_text())


@pytest.mark.parametrize("section", ["sources", "claims"])
async def test_it_is_shown_whole_to_be_selected_and_copied(linked: Path, section: str) -> None:
    async with reading(linked, size=(60, 24)) as ui:
        await ui.section(section)
        await ui.press("Y")
        assert LONG in squashed("".join(ui.lines()[:-1]))


async def test_a_citation_has_the_address_of_the_source(linked: Path) -> None:
    async with reading(linked) as ui:
        await ui.section("claims")
        await ui.press("y")
        (copied,) = ui.clipboard()
        assert f"\nAddress: {LONG}\n" in copied


def test_a_terminal_that_has_links_gets_one(terminal: Terminal, linked: Path) -> None:
    with terminal.running(linked, "--section", "sources", TERM="xterm-kitty") as program:
        program.wait_for("address")
        program.send("q")
        assert program.wait_for_end() == 0
        assert f";{LONG}\x1b\\" in program.written


def test_a_terminal_of_which_nothing_says_so_gets_none(terminal: Terminal, linked: Path) -> None:
    with terminal.running(linked, "--section", "sources") as program:
        program.wait_for("address")
        program.send("q")
        assert program.wait_for_end() == 0
        assert "\x1b]8;" not in program.written


async def test_nothing_is_opened_on_the_host(linked: Path) -> None:
    opened: list[object] = []
    with patch("webbrowser.open", opened.append):
        async with reading(linked) as ui:
            await ui.ask_to_open(LONG)
            assert "nothing is opened on the host" in ui.status()
    assert opened == []
