"""A library with several briefings, broken ones among them, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import picked, reading

BROKEN = """\
id: broken
title: A broken one
claims:
  - id: one
    text: Said.
    speaker: nobody
    likelihood: likely
"""
WITH_UNSAFE_TEXT = (
    'id: sly\ntitle: "Sly \\e[2Jtitle"\nclaims: [{id: a, text: "Turn \\u202Eback"}]\n'
)
WITH_WARNING = "id: loose\ntitle: Loose ends\nclaims: [{id: a, text: Somebody said so.}]\n"


@pytest.fixture
def library(tmp_path: Path, corridor: Path) -> Path:
    """A folder of four briefings, one of them broken, one with unsafe text."""
    folder = tmp_path / "library"
    (folder / "inner").mkdir(parents=True)
    (folder / "corridor.yaml").write_bytes(corridor.read_bytes())
    (folder / "broken.yaml").write_text(BROKEN)
    (folder / "inner" / "sly.yaml").write_text(WITH_UNSAFE_TEXT)
    (folder / "loose.yaml").write_text(WITH_WARNING)
    return folder


async def test_a_library_offers_its_briefings_and_marks_the_broken(library: Path) -> None:
    async with reading(library) as ui:
        assert ui.layer == "library"
        assert "4 briefings" in ui.lines()[0]
        lines = ui.rows()
        assert len(lines) == 4
        assert "broken" in picked(lines, "A broken one")
        assert "14 Jun 2024" in picked(lines, "Talks on a grain corridor")
        assert "no date" in picked(lines, "Loose ends")
        assert "Sly ␛[2Jtitle" in lines[1]
        await ui.press("G")
        assert "cannot be read, 2 errors: e shows them" in ui.status()


async def test_the_broken_one_shows_its_problems_and_the_others_open(library: Path) -> None:
    async with reading(library) as ui:
        await ui.press("G", "enter")
        assert ui.layer == "page"
        text = " ".join(ui.detail_text().split())
        assert "nobody" in text
        assert "likelihood" in text
        assert "broken.yaml" in text
        assert "line 6, column 14" in text
        await ui.press("escape")
        await ui.point_at("Loose ends")
        await ui.press("enter")
        assert "Loose ends" in ui.masthead()
        await ui.section("claims")
        assert "Somebody said so." in ui.screen_text()


async def test_what_came_or_changed_since_is_new_until_it_is_opened(library: Path) -> None:
    loose = library / "loose.yaml"
    async with reading(library) as ui:
        assert not [line for line in ui.rows() if "new " in line]
    loose.write_text(WITH_WARNING)
    async with reading(library) as ui:
        assert [line for line in ui.rows() if "new " in line] == [picked(ui.rows(), "Loose ends")]
        await ui.point_at("Loose ends")
        assert "new or changed since you opened it last" in ui.status()
    async with reading(library) as ui:
        assert "new  Loose ends" in picked(ui.rows(), "Loose ends")
        await ui.point_at("Loose ends")
        await ui.press("enter", "b")
        assert not [line for line in ui.rows() if "new " in line]
        assert "new" not in ui.status()
    async with reading(library) as ui:
        assert not [line for line in ui.rows() if "new " in line]


async def test_the_filter_is_that_of_the_reader_and_holds(library: Path) -> None:
    async with reading(library) as ui:
        await ui.press("escape")
        await ui.section("claims")
        await ui.filter_country("UA")
        await ui.press("b")
        assert "1 of 4 briefings" in ui.lines()[0]
        assert "country: Ukraine" in ui.status()
        await ui.press("x")
        assert len(ui.rows()) == 4
        await ui.filter_country("UA")
        await ui.press("enter")
        assert (ui.layer, ui.here) == ("reader", "claims")
        assert "country: Ukraine" in ui.status()


async def test_a_search_finds_briefings_by_their_text_and_keeps_the_words(library: Path) -> None:
    async with reading(library) as ui:
        await ui.search("somebody")
        assert len(ui.rows()) == 1
        await ui.press("enter", "enter")
        await ui.section("claims")
        assert "text: somebody" in ui.status()
        await ui.press("b", "escape")
        assert len(ui.rows()) == 4


async def test_a_search_finds_briefings_by_their_title_and_opens_them_whole(
    library: Path,
) -> None:
    async with reading(library) as ui:
        await ui.search("loose")
        assert "Loose ends" in picked(ui.rows(), "Loose")
        await ui.press("enter", "enter")
        assert "Loose ends" in ui.masthead()
        assert "everything shown" in ui.status()


async def test_what_nothing_has_is_told_with_the_way_back(library: Path) -> None:
    async with reading(library) as ui:
        await ui.search("nowhere")
        assert "No briefing has anything with text: nowhere" in ui.screen_text()
        await ui.press("enter", "enter", "e", "x")
        assert len(ui.rows()) == 4


async def test_briefings_are_put_in_order_by_date_by_title_and_by_how_much_they_hold(
    library: Path,
) -> None:
    async with reading(library) as ui:
        assert "by date" in ui.lines()[0]
        await ui.press("G", "o")
        assert "by title" in ui.lines()[0]
        titles = ["A broken", "Loose", "Sly", "Talks"]
        assert all(title in row for title, row in zip(titles, ui.rows(), strict=True))
        assert "A broken" in ui.cursor_line()
        await ui.press("o")
        assert "most items first" in ui.lines()[0]
        assert "Talks" in ui.rows()[0]
        assert "A broken" in ui.rows()[-1]


async def test_escape_reads_the_newest(library: Path) -> None:
    async with reading(library) as ui:
        await ui.press("escape")
        assert "Talks on a grain corridor" in ui.masthead()


async def test_one_comes_back_to_the_briefing_read_before(library: Path) -> None:
    async with reading(library) as ui:
        await ui.press("escape", "2", "j", "b")
        await ui.point_at("Loose ends")
        await ui.press("enter", "[")
        assert "Talks on a grain corridor" in ui.masthead()
        assert "no-ship-held" in ui.detail_text()
        await ui.press("]")
        assert "Loose ends" in ui.masthead()


async def test_unsafe_text_is_shown_as_substitutes_and_the_file_is_marked(library: Path) -> None:
    async with reading(library / "inner" / "sly.yaml") as ui:
        assert "Sly ␛[2Jtitle" in ui.masthead()
        assert "unsafe characters replaced" in ui.masthead()
        await ui.section("claims")
        assert "Turn ⟨U+202E⟩back" in ui.screen_text()
        await ui.press("e")
        assert ui.layer == "page"
        assert "U+202E" in ui.detail_text()
        assert "U+001B" in ui.detail_text()


async def test_warnings_are_one_key_away(library: Path) -> None:
    async with reading(library / "loose.yaml") as ui:
        await ui.press("e")
        assert "warning" in ui.detail_text()
        await ui.press("escape")
        assert ui.layer == "reader"


async def test_a_briefing_without_problems_says_so(tmp_path: Path) -> None:
    path = tmp_path / "fine.yaml"
    path.write_text("id: fine\ntitle: Fine\n")
    async with reading(path) as ui:
        await ui.press("e")
        assert "There are no problems." in ui.screen_text()


async def test_where_nothing_opens_the_problems_are_shown(library: Path) -> None:
    async with reading(library / "broken.yaml") as ui:
        assert "nobody" in ui.screen_text()
        for key in ("j", "enter", "y", "?", "escape", "escape", "G"):
            await ui.press(key)
            assert ui.running
        await ui.press("q")
        assert not ui.running


async def test_an_empty_library_says_so_and_can_be_left(tmp_path: Path) -> None:
    async with reading(tmp_path) as ui:
        assert "There is no briefing here" in ui.screen_text()
        await ui.press("escape", "enter")
        assert ui.running
        await ui.press("q")
        assert not ui.running


async def test_a_briefing_with_nothing_in_it_says_so_in_every_section(tmp_path: Path) -> None:
    path = tmp_path / "bare.yaml"
    path.write_text("id: bare\ntitle: Bare\n")
    async with reading(path) as ui:
        for section, words in {
            "claims": "no claims and evidence",
            "assessments": "no assessments",
            "options": "no options",
            "leverage": "no actors",
            "timeline": "no dates",
            "sources": "no sources",
        }.items():
            await ui.section(section)
            assert f"This briefing has {words}" in ui.screen_text()
            for key in ("j", "enter", "space", "y", "J", "tab", "v", "G", "escape"):
                await ui.press(key)
        await ui.press("c")
        assert ui.choices() == ["nothing matches"]
        await ui.press("enter", "escape")
        assert ui.running


async def test_from_the_list_one_key_leads_to_what_all_briefings_say(library: Path) -> None:
    async with reading(library) as ui:
        assert "L all as one" in ui.status()
        await ui.press("L")
        assert ui.layer == "reader"
        assert "The whole library" in ui.masthead()
        await ui.section("claims")
        await ui.press("b", "L")
        assert (ui.layer, ui.here) == ("reader", "claims")
        assert "The whole library" in ui.masthead()
