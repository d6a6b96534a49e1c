"""Text and nothing else: to select with the terminal, or to write to a file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from brief_tui.terminal.capabilities import Capabilities, ClipboardRoute
from tests.tui.driver import reading
from tests.tui.pseudo_terminal import Terminal

NO_CLIPBOARD = Capabilities(clipboard=ClipboardRoute.NONE)
CLAIM = "About 40 ships wait off Odesa for papers."


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal of 80 columns and 24 lines."""
    with Terminal(80, 24) as terminal:
        yield terminal


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the program is started in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 15), (40, 12)])
async def test_without_a_clipboard_copying_shows_the_text_from_the_first_column_on(
    corridor: Path, size: tuple[int, int]
) -> None:
    async with reading(corridor, size=size, capabilities=NO_CLIPBOARD) as ui:
        await ui.section("claims")
        await ui.press("y")
        assert ui.layer == "plain"
        assert ui.clipboard() == []
        lines = ui.lines()
        assert lines[0].startswith("About 40 ships wait")
        assert " ".join(lines[:3]).startswith(CLAIM)
        assert not set("│─╭╮╰╯▌▏▕") & set("".join(lines[:-1]))
        assert "no clipboard here: select by hand" in ui.status()
        assert "Esc back" in ui.status() or size[0] < 60
        assert ui.status().rstrip().endswith("w to a file") or size[0] < 50
        await ui.press("escape")
        assert ui.layer == "reader"


async def test_a_text_too_long_for_any_terminal_is_shown_instead(
    corridor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brief_tui.terminal.clipboard.LARGEST", 10)
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("y")
        assert ui.layer == "plain"
        assert "bytes, of which terminals take 10: select by hand" in ui.status()


async def test_what_would_be_copied_can_be_had_plainly_at_once(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("y")
        (copied,) = ui.clipboard()
        await ui.press("Y")
        shown = "".join(f"{line}\n" for line in ui.lines()[:-1])
        assert shown.split() == copied.split()
        assert ui.status().startswith(" select by hand")


@pytest.mark.parametrize(("keys", "said"), [(("7",), "Strait Gazette"), (("?",), "KEYS")])
async def test_where_there_is_nothing_to_cite_it_is_what_can_be_read(
    corridor: Path, keys: tuple[str, ...], said: str
) -> None:
    async with reading(corridor) as ui:
        await ui.press(*keys, "Y")
        assert ui.layer == "plain"
        assert said in ui.screen_text()


@pytest.mark.parametrize("keys", [("5", "v"), ("w",), ("w", "r"), ("2", "s"), (":",)])
async def test_it_is_to_be_had_from_every_screen(corridor: Path, keys: tuple[str, ...]) -> None:
    async with reading(corridor) as ui:
        await ui.press(*keys)
        before = ui.layer
        if before == "picker":
            await ui.type("by hand")
            await ui.press("enter")
        else:
            await ui.press("Y")
        assert ui.layer == "plain"
        await ui.press("escape")
        assert ui.layer == ("reader" if before == "picker" else before)


async def test_a_longer_text_is_paged_and_no_line_is_on_two_pages(corridor: Path) -> None:
    async with reading(corridor, size=(40, 12)) as ui:
        await ui.press("?", "Y")
        pages: list[list[str]] = []
        while (shown := ui.lines()[:-1]) not in pages:
            pages.append(shown)
            await ui.press("pagedown")
        assert len(pages) > 3
        await ui.press("g")
        assert ui.lines()[:-1] == pages[0]
        assert "line 1 to 11 of" in ui.status()
        whole = [line for page in pages for line in page]
        for expected in whole[11:30]:
            await ui.press("j")
            assert ui.lines()[-2] == expected
        await ui.press("G")
        assert "".join(whole).endswith("".join(ui.lines()[:-1]))


async def test_words_are_not_broken_but_where_one_is_longer_than_the_screen(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(30, 12)) as ui:
        await ui.section("claims")
        await ui.press("y", "Y")
        (copied,) = ui.clipboard()
        words = set(copied.split())
        for line in ui.lines()[:-1]:
            for word in line.split():
                assert word in words or any(len(each) > 30 and word in each for each in words)


def test_the_mouse_is_the_terminals_while_it_is_open(terminal: Terminal, corridor: Path) -> None:
    with terminal.running(corridor) as program:
        program.wait_for("KEY POINTS")
        assert program.modes()["1000"]
        program.send("2Y")
        program.wait_for("select by hand")
        assert not program.modes()["1000"]
        program.send("m")
        program.wait_for("the mouse is always the terminal's")
        assert not program.modes()["1000"]
        program.send("\x1b")
        program.wait_for("8 claims")
        assert program.modes()["1000"]
        program.send("q")
        assert program.wait_for_end() == 0


async def test_it_is_written_to_a_file_whose_full_path_is_then_shown(
    corridor: Path, here: Path
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("y", "Y", "w")
        (file,) = here.iterdir()
        assert "".join(ui.lines()[:-1]) == str(file)
        assert "written to this file" in ui.status()
        assert file.read_text(encoding="utf-8") == ui.clipboard()[0]
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        await ui.press("w")
        assert len(list(here.iterdir())) == 1
        await ui.press("escape")
        assert CLAIM in ui.screen_text()


async def test_nothing_that_is_there_is_written_over(corridor: Path, here: Path) -> None:
    (here / "brief-tui-1.txt").write_text("mine")
    (here / "brief-tui-2.txt").symlink_to(here / "elsewhere")
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("Y", "w")
        assert (here / "brief-tui-1.txt").read_text() == "mine"
        assert not (here / "elsewhere").exists()
        assert (here / "brief-tui-3.txt").read_text(encoding="utf-8").startswith(CLAIM)


async def test_where_nothing_can_be_written_here_it_goes_to_the_readers_own_folder(
    corridor: Path, here: Path
) -> None:
    here.rmdir()
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("Y", "w")
        shown = Path("".join(ui.lines()[:-1]))
        assert shown.parent.name == "brief-tui"
        assert shown.read_text(encoding="utf-8").startswith(CLAIM)


async def test_where_nothing_can_be_written_at_all_it_says_why(
    corridor: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.rmdir()
    blocked = here.parent / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked / "state"))
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("Y", "w")
        assert f"not written: {os.strerror(20)}" in ui.status()
        assert CLAIM in ui.screen_text()


def test_in_a_kiosk_nothing_is_written(terminal: Terminal, corridor: Path) -> None:
    before = set(Path.cwd().iterdir())
    with terminal.running("--kiosk", corridor) as program:
        program.wait_for("KEY POINTS")
        program.send("2Y")
        screen = program.wait_for("select by hand")
        assert "to a file" not in screen
        program.send("w")
        program.wait_for("nothing can be written to a file here")
        program.send("q")
        assert program.wait_for_end() == 0
    assert set(Path.cwd().iterdir()) == before
