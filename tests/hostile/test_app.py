"""Hostile text through the app: sections, pickers, search, comparison, problems, themes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from brief_tui.folders import user_themes_folder
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section
from brief_tui.shipped import themes_folder
from brief_tui.tui.theme_files import find_themes
from tests.hostile.grammar import assert_only_shown, squashed, text_of
from tests.hostile.test_files import HOSTILE, KEYS, SLY_NAME, said
from tests.tui.driver import Ui, reading
from tests.tui.pseudo_terminal import Terminal

SIZES = [(120, 40), (80, 24), (50, 15), (200, 50)]
MARKUP = "[@click=app.quit]x[/]"
SHAPE_OF_THE_POINTER = re.compile(r"\x1b\]22;[a-z-]*\x07")
"""Textual asks for it; our driver, which is not in use here, does not pass that on."""


def assert_tame(ui: Ui) -> str:
    """All that was written to the terminal is ours, or text that it only shows; that text."""
    assert ui.running
    text = text_of(SHAPE_OF_THE_POINTER.sub("", ui.written()))
    assert_only_shown(text, allowed="\r\n")
    return text


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_of_every_section_is_read(size: tuple[int, int]) -> None:
    async with reading(HOSTILE, size=size) as ui:
        for digit in "123456789":
            await ui.press(digit)
            for _ in range(len(ui.rows()) if digit != "1" else 3):
                await ui.press("enter", "pagedown", "G", "g", "escape", "j")
        text = assert_tame(ui)
        assert "␛" in text
        assert "⟨U+202E⟩" in text
        assert MARKUP in text
        assert "[/oops]" in text


async def test_nothing_is_deleted_on_the_way_to_the_panes() -> None:
    briefing = load_briefing(HOSTILE).briefing
    assert briefing is not None
    parts = {
        "claims": (*briefing.claims, *briefing.evidence),
        "assessments": briefing.assessments,
        "options": briefing.options,
        "sources": briefing.sources,
    }
    async with reading(HOSTILE, size=(80, 24)) as ui:
        for section, things in parts.items():
            await ui.section(section)
            for number, thing in enumerate(things):
                await ui.press("g", *("j" * number))
                detail = squashed(ui.detail_text())
                texts = list(said(thing))
                assert texts
                lost = [text[:60] for text in texts if squashed(text) not in detail]
                assert lost == [], f"{section} {number}"
        await ui.section("overview")
        overview = squashed("\n".join(ui.rows()))
        for text in said((briefing.summary, briefing.not_known, briefing.editor)):
            assert squashed(text) in overview


async def test_all_of_a_long_word_can_be_scrolled_through(tmp_path: Path) -> None:
    word = "".join(f"{number:05}" for number in range(2000))
    path = tmp_path / "long.yaml"
    path.write_text(f"id: long\ntitle: Long\nclaims: [{{id: a, text: x{word}}}]\n")
    async with reading(path, size=(50, 15)) as ui:
        await ui.section("claims")
        await ui.press("enter")
        seen: dict[str, None] = {}
        for _ in range(len(ui.detail_text().splitlines())):
            seen.update(dict.fromkeys(line[2:49].strip() for line in ui.lines()[2:-1]))
            await ui.press("pagedown")
        assert f"x{word}" in "".join(seen)


@pytest.mark.parametrize("size", [(120, 40), (50, 15)])
async def test_searching_for_markup_finds_it_as_it_stands(size: tuple[int, int]) -> None:
    async with reading(HOSTILE, size=size) as ui:
        await ui.section("claims")
        for typed in (MARKUP, "[/oops]", "⟨U+202E⟩", "北韓", "👍🏽", "שלום", "\\", "%s {x}"):
            await ui.search(typed)
            found = len(ui.rows("claims"))
            await ui.press("enter", "j", "escape")
            assert found > 0, typed
        assert_tame(ui)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_actors_are_compared_cell_by_cell(size: tuple[int, int]) -> None:
    async with reading(HOSTILE, size=size) as ui:
        await ui.section("leverage")
        await ui.press("space", "j", "space", "j", "space", "j", "space", "v")
        assert ui.layer == "comparison"
        for _ in range(12):
            await ui.press("j", "enter", "y", "escape", "l")
        await ui.press("d", "y", "G", "g")
        assert_tame(ui)
        for sent in ui.clipboard():
            assert_only_shown(sent)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_options_are_weighed_and_ranked(size: tuple[int, int]) -> None:
    async with reading(HOSTILE, size=size) as ui:
        await ui.press("w")
        assert ui.layer == "weigh"
        for _ in range(3):
            await ui.press("j", "l", "enter", "y", "escape", "i", "escape", "z", "y", "o", "G", "g")
        await ui.press("r", "G", "enter", "y", "escape", "o", "y", "escape", "x", "escape")
        assert_tame(ui)
        for sent in ui.clipboard():
            assert_only_shown(sent)


async def test_pickers_palette_help_and_problems_hold() -> None:
    async with reading(HOSTILE) as ui:
        await ui.press("c")
        await ui.type("[/oops]")
        await ui.press("enter", "escape", "c", "1", ":")
        await ui.type(MARKUP)
        await ui.press(
            "enter", "escape", "?", "escape", "e", "G", "g", "y", "escape", "t", "escape"
        )
        await ui.press("x")
        assert_tame(ui)


async def test_copying_gives_text_without_controls() -> None:
    async with reading(HOSTILE) as ui:
        for digit in "2346":
            await ui.press(digit, "y", "j", "y")
        sent = ui.clipboard()
        assert len(sent) == 8
        for text in sent:
            assert_only_shown(text)
        assert_tame(ui)


async def test_a_library_of_hostile_names_is_listed_opened_and_its_problems_shown(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "lib\x1b]6666;a\x07\u2066"
    folder.mkdir()
    shutil.copy(HOSTILE / "briefing.yaml", folder / SLY_NAME)
    shutil.copy(KEYS, folder / f"keys {SLY_NAME}")
    (folder / f"raw {SLY_NAME}").write_bytes(b"title: \x1b[6666mraw\n")
    async with reading(folder) as ui:
        for number in range(3):
            if ui.layer != "picker":
                await ui.press("b")
            await ui.press("pageup", *(["down"] * number), "enter")
            await ui.press("G", "g", "y", "escape", "2", "j", "e", "j", "escape")
        assert_tame(ui)


async def test_where_only_hostile_files_are_their_problems_are_shown(tmp_path: Path) -> None:
    shutil.copy(KEYS, tmp_path / SLY_NAME)
    async with reading(tmp_path) as ui:
        await ui.press("G", "g", "j")
        text = assert_tame(ui)
        assert "␛[6666m" in text


async def test_hostile_themes_are_told_of_in_words_that_are_only_shown(corridor: Path) -> None:
    folder = user_themes_folder()
    folder.mkdir(parents=True)
    dusk = (themes_folder() / "dusk.yaml").read_text(encoding="utf-8")
    hostile = dusk.replace("title:", 'title: "\\e[6666m [/oops]" #', 1)
    (folder / "titled.yaml").write_text(hostile)
    (folder / "wrong.yaml").write_text(
        'title: x\nbackground: "\\e[6666m[/oops]"\n"\\u202Ekey": 1\n'
    )
    (folder / "a\x1b[6666m\u202e.yaml").write_text(dusk)
    (folder / "[@click=app.quit]x.yaml").write_text(dusk)
    names = [theme.name for theme in find_themes()]
    assert {"titled", "wrong"} <= set(names)
    for name in names:
        assert_only_shown(name)
        assert "[" not in name
    for theme in ("titled", "wrong", "\x1b[6666m", "../../etc/passwd", MARKUP):
        async with reading(corridor, theme=theme) as ui:
            await ui.press("escape", "t", "down", "down", "down", "escape")
            assert_tame(ui)


async def test_a_lone_country_of_nowhere_and_numbers_without_end(tmp_path: Path) -> None:
    path = tmp_path / "numbers.yaml"
    path.write_text(
        "id: n\ntitle: N\nmeasures: [{id: m, name: m}]\nclaims:\n"
        "  - {id: a, text: A, figures: [{value: .inf, measure: m}, {value: .nan}]}\n"
        "  - {id: b, text: B, figures: [{value: 1e308, measure: m}, {low: -0.0, high: 1e-300}]}\n"
        f"  - {{id: c, text: C, figures: [{{value: {'9' * 300}, measure: m}}]}}\n"
    )
    async with reading(path) as ui:
        for key in ("2", "j", "j", "enter", "G", "e"):
            await ui.press(key)
        assert ui.running


def test_in_a_real_terminal_too() -> None:
    with Terminal(80, 24) as terminal, terminal.running(HOSTILE) as program:
        program.wait_for("KEY POINTS")
        for number, section in enumerate(list(Section)[1:], 2):
            program.send(str(number))
            program.wait_for(f"  {section.title.upper()}")
            program.send("jGg")
        program.send("5v")
        program.wait_for("LEVERAGE ·")
        program.send("q")
        assert program.wait_for_end() == 0
        assert_only_shown(text_of(program.written), allowed="\b\r\n")
