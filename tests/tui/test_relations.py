"""Where items stand to each other: the keys that ask, and the ways there and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import picked, reading

QUARREL = (
    """
id: quarrel
title: A quarrel
source: paper
sources: [{id: paper, name: The Paper}]
actors:
  - {id: ayse, name: Ayşe Yıldız, aliases: [Yildiz of the institute], country: TR}
  - {id: ben, name: Ben Okri, country: NG}
claims:
"""
    + "".join(
        f"  - {{id: c{number}, text: Claim number {number}., voice: article}}\n"
        for number in range(9)
    )
    + """\
  - {id: closed, text: The port is closed., speaker: ben, voice: reported}
assessments:
  - {id: first, text: It will not last., expert: ayse, voice: reported, said: 2024-06}
  - {id: later, text: It may last., expert: ayse, voice: reported, said: 2024-10}
relations:
  - {from: later, verb: updates, to: first, warrant: stated, locator: ¶9}
  - {from: closed, verb: disputes, to: c1, note: He has seen it.}
"""
    + "".join(f"  - {{from: c0, verb: qualifies, to: c{number}}}\n" for number in range(1, 9))
)


@pytest.fixture
def quarrel(tmp_path: Path) -> Path:
    """A briefing with one dispute, one changed view and many qualifications."""
    path = tmp_path / "quarrel.yaml"
    path.write_text(QUARREL, encoding="utf-8")
    return path


async def test_s_says_where_the_rows_item_stands_and_escape_comes_back(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.point_at("About 40 ships")
        row = ui.cursor_line()
        await ui.press("s")
        assert ui.layer == "page"
        text = ui.detail_text()
        assert text.index("STANDS WITH") < text.index("STANDS AGAINST") < text.index("HANGS ON IT")
        assert "disputed by · stated in the source ¶3" in text
        await ui.press("escape")
        assert ui.layer == "reader"
        assert ui.cursor_line() == row


async def test_the_other_side_is_one_enter_away_and_the_page_is_come_back_to(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.point_at("About 40 ships")
        await ui.press("s")
        await ui.point_at("No ship is being held")
        await ui.press("enter")
        assert ui.layer == "reader"
        assert "No ship is being held" in ui.cursor_line()
        await ui.press("escape")
        assert ui.layer == "page"
        assert "No ship is being held" in ui.cursor_line(), "on the line where it was left"
        await ui.press("escape", "s")
        assert "About 40 ships wait" in ui.cursor_line(), "asked anew, it begins at its top"


async def test_in_the_overview_s_and_p_ask_about_what_the_line_leads_to(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("s")
        assert "no item that anything could stand with" in ui.status()
        await ui.press("p")
        assert "that a way could lead from" in ui.status()
        await ui.point_at("› claim Moscow")
        await ui.press("s")
        assert "No ship is being held by anyone." in ui.detail_text().splitlines()[0]


async def test_on_a_page_s_and_p_ask_about_what_the_line_leads_to(quarrel: Path) -> None:
    async with reading(quarrel) as ui:
        await ui.press("D")
        await ui.point_at("The port is closed.")
        await ui.press("s")
        assert "The port is closed." in ui.detail_text().splitlines()[0]
        await ui.press("s")
        assert "that is what this page says" in ui.status()
        await ui.press("p")
        await ui.type("claim number 1")
        await ui.press("enter")
        assert "disputes · editor infers" in ui.detail_text()
        await ui.press("escape", "escape")
        assert "The port is closed." in ui.cursor_line(), "back among the disagreements"
        await ui.press("escape")
        assert ui.layer == "reader"


async def test_in_the_detail_they_ask_about_what_its_line_leads_to(quarrel: Path) -> None:
    async with reading(quarrel) as ui:
        await ui.section("claims")
        await ui.point_at("The port is closed.")
        await ui.press("enter")
        await ui.point_at("Claim number 1.")
        await ui.press("s")
        assert "Claim number 1." in ui.detail_text().splitlines()[0]


async def test_the_overview_lists_the_foremost_and_capital_d_lists_all(quarrel: Path) -> None:
    async with reading(quarrel, size=(80, 50)) as ui:
        text = ui.screen_text()
        assert text.index("KEY POINTS") < text.index("DISAGREEMENTS AND TENSIONS")
        assert "5 of 10" in text
        assert "D disagreements" in ui.status()
        for told in ("disputes", "updates what Ayşe Yıldız said before", "qualifies"):
            assert told in text, "no kind is left out"
        await ui.press("D")
        assert ui.layer == "page"
        text = ui.detail_text()
        assert text.count("qualifies ·") == 8
        assert "He has seen it." in text
        await ui.press("escape")
        assert (ui.layer, ui.here) == ("reader", "overview")


async def test_a_filter_narrows_what_capital_d_lists_and_is_said(quarrel: Path) -> None:
    async with reading(quarrel) as ui:
        await ui.filter_country("NG")
        await ui.press("D")
        assert "country: Nigeria" in ui.lines()[0]
        text = ui.detail_text()
        assert "The port is closed." in text
        assert "qualifies ·" not in text
        assert "0 of 9" in text


async def test_p_finds_something_else_by_name_alias_text_or_id_and_shows_the_ways(
    quarrel: Path,
) -> None:
    async with reading(quarrel) as ui:
        await ui.section("claims")
        await ui.point_at("Claim number 1.")
        await ui.press("p")
        assert ui.layer == "picker"
        every = ui.choices()
        assert not [line for line in every if line.endswith(" c1")], "the row itself is no choice"
        await ui.type("port")
        assert [line.split()[-1] for line in ui.choices()] == ["closed"]
        for typed, first in (("YILDIZ", "ayse"), ("institute", "ayse"), ("later", "later")):
            await ui.press(*["backspace"] * 12)
            await ui.type(typed)
            assert ui.choices()[0].endswith(first)
        await ui.press(*["backspace"] * 12)
        await ui.type("okri")
        await ui.press("enter")
        assert ui.layer == "page"
        lines = [line.strip() for line in ui.detail_text().splitlines()]
        assert lines.index("is disputed by · editor infers") < lines.index("is said by")
        await ui.press("escape")
        assert "Claim number 1." in ui.cursor_line()


async def test_where_there_is_no_way_the_page_says_so(quarrel: Path) -> None:
    async with reading(quarrel) as ui:
        await ui.section("claims")
        await ui.point_at("Claim number 1.")
        await ui.press("p")
        await ui.type("ayse")
        await ui.press("enter")
        assert "no way between them in this briefing" in ui.detail_text()


async def test_a_picker_left_asks_nothing(quarrel: Path) -> None:
    async with reading(quarrel) as ui:
        await ui.section("claims")
        await ui.press("p", "escape")
        assert ui.layer == "reader"


@pytest.mark.parametrize("size", [(40, 12), (50, 15), (80, 24), (120, 40)])
async def test_each_answer_fits_any_size(quarrel: Path, size: tuple[int, int]) -> None:
    async with reading(quarrel, size=size) as ui:
        await ui.section("assessments")
        for keys in (("s",), ("D",), ("p", "enter")):
            await ui.press(*keys)
            assert ui.layer == "page"
            assert max(map(len, ui.lines())) <= size[0]
            assert picked([ui.status()], "Esc")
            await ui.press("escape")


async def test_as_known_on_a_day_nothing_said_later_stands_with_or_against(quarrel: Path) -> None:
    async with reading(quarrel) as ui:
        await ui.section("assessments")
        await ui.press("s")
        assert "It may last." in ui.detail_text()
        await ui.press("escape", "a")
        await ui.type("2024-07-01")
        await ui.press("enter", "s")
        assert "It will not last." in ui.detail_text()
        assert "It may last." not in ui.detail_text()
        await ui.press("escape", "D")
        assert "updates" not in ui.detail_text()
        assert "disputes" in ui.detail_text()


async def test_escape_comes_back_to_the_view_whose_link_led_away(quarrel: Path) -> None:
    async with reading(quarrel) as ui:
        await ui.press("D")
        view = ui.detail_text()
        await ui.press("n", "enter")
        assert ui.layer == "reader"
        await ui.press("escape")
        assert ui.layer == "page"
        assert ui.detail_text() == view
        await ui.press("escape")
        assert (ui.layer, ui.here) == ("reader", "overview")


async def test_who_has_moved_on_from_a_link_stays_there(quarrel: Path) -> None:
    async with reading(quarrel) as ui:
        await ui.press("D", "n", "enter", "escape", "enter", "tab", "k", "escape")
        assert ui.layer == "reader"
