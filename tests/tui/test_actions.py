"""The registry of commands, and all that is made from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from brief_tui.tui.actions import ACTIONS, Where, actions_on, shown_key
from brief_tui.tui.comparison_screen import ComparisonScreen
from brief_tui.tui.library_screen import LibraryScreen
from brief_tui.tui.page_screen import PageScreen
from brief_tui.tui.plain_screen import PlainScreen
from brief_tui.tui.rank_screen import RankScreen
from brief_tui.tui.reader import Reader
from brief_tui.tui.weigh_screen import WeighScreen
from tests.tui.driver import reading

SCREENS = {
    Where.READER: Reader,
    Where.COMPARISON: ComparisonScreen,
    Where.PAGE: PageScreen,
    Where.MATRIX: WeighScreen,
    Where.RANK: RankScreen,
    Where.PLAIN: PlainScreen,
    Where.LIBRARY: LibraryScreen,
}


@pytest.mark.parametrize("where", SCREENS)
def test_a_screen_can_do_all_that_the_registry_gives_it(where: Where) -> None:
    missing = [
        action.id
        for action in actions_on(where)
        if not callable(getattr(SCREENS[where], f"do_{action.id.partition('.')[0]}", None))
    ]
    assert missing == []


@pytest.mark.parametrize("where", SCREENS)
def test_no_two_commands_of_a_screen_share_a_key(where: Where) -> None:
    keys = Counter(key for action in actions_on(where) for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_command_has_one_id_a_title_a_help_and_a_plain_key() -> None:
    for where in Where:
        ids = [action.id for action in actions_on(where)]
        assert len(set(ids)) == len(ids)
    for action in ACTIONS:
        assert action.title
        assert action.help
        if action.id in {"redraw", "suspend"}:  # every terminal program has them on these keys
            continue
        plain = [key for key in action.keys if not key.startswith(("ctrl+", "f1"))]
        assert plain, f"{action.id} has only keys that terminals and multiplexers eat"


def test_the_keys_are_those_that_were_agreed_on() -> None:
    keys = {shown_key(key): action.id for action in actions_on(Where.READER) for key in action.keys}
    agreed = {
        "j": "down",
        "k": "up",
        "g": "first",
        "G": "last",
        "/": "search",
        "c": "countries",
        "x": "clear",
        "Space": "mark",
        "v": "compare",
        "Enter": "open",
        "Esc": "undo",
        "[": "back",
        "]": "forward",
        "Tab": "next_pane",
        "y": "copy",
        "t": "theme",
        ":": "palette",
        "Ctrl+P": "palette",
        "?": "help",
        "q": "quit",
        "Ctrl+D": "half_down",
        "Ctrl+U": "half_up",
    }
    assert {key: keys.get(key) for key in agreed} == agreed


OPENERS = {
    "reader": (),
    "detail": ("2", "tab"),
    "comparison": ("5", "v"),
    "matrix": ("w",),
    "order": ("w", "r"),
    "page": ("?",),
    "plain text": ("2", "Y"),
    "picker": ("t",),
    "search": ("/",),
}
"""How to get to every screen, and to every line that is typed in."""


@pytest.mark.parametrize("keys", OPENERS.values(), ids=OPENERS)
async def test_no_key_of_textuals_own_acts_anywhere_but_to_edit_a_line(
    corridor: Path, keys: tuple[str, ...]
) -> None:
    ours = {key for action in ACTIONS for key in action.keys} | {"ctrl+c"}
    picks = {"ctrl+n", *"123456789"}
    async with reading(corridor) as ui:
        await ui.press(*keys)
        assert set(ui.keys_that_act()) <= ours | picks
        assert not ui.actions_that_keys_run() & {"quit", "copy", "cut", "paste", "copy_text"}


async def test_ctrl_q_does_nothing_and_ctrl_c_says_how_to_leave(corridor: Path) -> None:
    async with reading(corridor) as ui:
        before = ui.screen_text()
        await ui.press("ctrl+q", "super+c", "f1")
        assert ui.running
        assert ui.screen_text() == before
        await ui.press("ctrl+c")
        assert ui.running
        assert ui.status().startswith(" q leaves")


async def test_ctrl_c_sends_nothing_from_a_line_that_is_typed_in(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("ships")
        await ui.press("shift+home", "ctrl+c")
        assert ui.clipboard() == []
        assert ui.typed == "ships"
        assert "after Esc, q leaves" in ui.lines()[-3]


async def test_help_lists_every_command_with_its_keys(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.press("?")
        assert ui.layer == "page"
        lines = ui.detail_text().splitlines()
        for action in ACTIONS:
            keys = " ".join(map(shown_key, action.keys))
            found = [
                line.split(None, len(action.keys))[-1] for line in lines if line.startswith(keys)
            ]
            assert action.help in found, f"{action.id} is not in the help"
        assert "◇" in ui.detail_text()
        await ui.press("escape")
        assert ui.layer == "reader"


@pytest.mark.parametrize("opener", [":", "ctrl+p"])
async def test_the_palette_finds_a_command_by_part_of_its_help_and_runs_it(
    corridor: Path, opener: str
) -> None:
    async with reading(corridor) as ui:
        await ui.press(opener)
        assert ui.layer == "picker"
        await ui.type("go to tim")
        assert len(ui.choices()) == 1
        await ui.press("enter")
        assert ui.here == "timeline"


async def test_the_palette_offers_every_command_of_the_screen_with_its_key(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.press(":")
        lines = ui.choices()
        for action in actions_on(Where.READER):
            if action.id != "palette":
                found = [line.split() for line in lines if line.startswith(f"{action.title}  ")]
                assert any(action.key in words for words in found), action.id


async def test_the_palette_works_in_a_comparison_and_escape_leaves_it(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("leverage")
        await ui.press("v", ":")
        await ui.type("rows that differ")
        await ui.press("enter")
        assert "only rows that differ" in ui.screen_text()
        await ui.press(":", "escape")
        assert ui.layer == "comparison"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 15), (40, 12)])
async def test_the_bottom_line_names_keys_whole_and_help_first_of_all(
    corridor: Path, size: tuple[int, int]
) -> None:
    async with reading(corridor, size=size) as ui:
        assert ui.status().endswith("? help")
