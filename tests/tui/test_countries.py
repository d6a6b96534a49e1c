"""Narrowing to countries: two keystrokes, several at once, counts, and what is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.library.filter import Filter
from brief_tui.library.opening import in_memory
from brief_tui.model.section import Section
from brief_tui.tui.session import Place, Session
from brief_tui.tui.views import country_line
from tests.tui.driver import picked, reading

KOREAN_CLAIMS = ["Seoul would pay", "A sign at the port"]


async def test_two_keystrokes_narrow_to_a_country(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("c")
        number = next(line.split()[0] for line in ui.choices() if "South Korea" in line)
        await ui.press(number)
        assert ui.layer == "reader"
        assert ui.status().startswith(" 6 hidden · country: South Korea")
        assert len(ui.rows("claims")) == 2


@pytest.mark.parametrize(
    "typed", ["ROK", "rok", "South Korea", "south k", "KR", "kr", "Republic of Korea"]
)
async def test_the_picker_finds_a_country_by_code_name_or_alias(corridor: Path, typed: str) -> None:
    async with reading(corridor) as ui:
        await ui.press("c")
        await ui.type(typed)
        assert "KR South Korea" in ui.choices()[0]
        await ui.press("enter", "escape")
        assert "country: South Korea" in ui.status()


async def test_what_is_typed_ignores_diacritics(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("c")
        await ui.type("Türkiye")
        accented = ui.choices()
        await ui.press("escape", "c")
        await ui.type("turkiye")
        assert ui.choices() == accented
        assert "TR" in accented[0]


async def test_nothing_matches_is_said_and_enter_does_nothing(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("c")
        await ui.type("zzz")
        assert ui.choices() == ["nothing matches"]
        await ui.press("enter")
        assert ui.layer == "picker"
        await ui.press("escape")
        assert "everything shown" in ui.status()


async def test_several_countries_widen_the_filter_and_enter_again_takes_one_out(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.filter_country("KR", "RU")
        assert "country" not in ui.status().split("countries")[0]
        assert "5 hidden · countries: South Korea or Russia" in ui.status()
        assert len(ui.rows("claims")) == 3
        await ui.filter_country("KR")
        assert "7 hidden · country: Russia" in ui.status()


async def test_each_row_says_by_which_role_the_country_matched(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.filter_country("KR")
        pays, sign = ui.rows("claims")
        assert pays.endswith("speaker")
        assert sign.endswith("place")
        assert "matched" in ui.screen_text().splitlines()[3]
        assert picked(ui.detail_text().splitlines(), "matched").endswith("South Korea as speaker")


async def test_where_several_countries_match_the_detail_names_each_with_its_role(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.filter_country("UA", "RU")
        await ui.point_at("No ship is being held")
        matched = ui.detail_text().split("matched")[1].split("\n\n")[0]
        assert "Ukraine as target; Russia as speaker" in " ".join(matched.split())


async def test_the_filter_holds_across_sections_and_says_what_each_hides(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.filter_country("KR")
        for section, hidden in {"claims": 6, "options": 5, "leverage": 4, "timeline": 8}.items():
            await ui.section(section)
            assert ui.status().startswith(f" {hidden} hidden · country: South Korea")
        await ui.press("x")
        assert ui.status().startswith(" everything shown")


async def test_the_row_stays_where_the_filter_still_shows_it(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.point_at("A sign at the port")
        await ui.filter_country("KR")
        assert "A sign at the port" in ui.cursor_line()
        await ui.press("x")
        assert "A sign at the port" in ui.cursor_line()


async def test_the_rail_counts_what_the_search_leaves_and_not_its_own_choice(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(120, 30)) as ui:
        await ui.section("claims")
        assert ui.rail() == {"UA": 3, "TR": 2, "RU": 1, "KR": 2, "RO": 1}
        await ui.filter_country("KR")
        assert ui.rail() == {"UA": 3, "TR": 2, "RU": 1, "KR": 2, "RO": 1}
        await ui.search("ship")
        await ui.press("enter")
        assert ui.rail() == {"UA": 3, "TR": 0, "RU": 1, "KR": 0, "RO": 0}


async def test_the_rail_marks_the_chosen_and_enter_on_it_chooses(corridor: Path) -> None:
    async with reading(corridor, size=(120, 30)) as ui:
        await ui.section("claims")
        await ui.press("tab", "tab")
        await ui.point_at("RU Russia")
        await ui.press("enter")
        assert "■ RU Russia" in ui.screen_text()
        assert "7 hidden · country: Russia" in ui.status()
        assert ui.pane == "rail"


async def test_the_picker_offers_the_counts_too(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await ui.press("c")
        counts = {line.split()[1]: line.split()[-1] for line in ui.choices()}
        assert counts == {"UA": "5", "TR": "2", "RU": "4", "KR": "1", "RO": "0"}


async def test_a_country_with_nothing_here_says_so_and_offers_where_it_has_something(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("assessments")
        await ui.filter_country("KR")
        assert "No assessments with country: South Korea" in ui.screen_text()
        offered = [line.split()[1] for line in ui.lines() if line.lstrip("▌ ").startswith("›")]
        assert {"Claims", "Options", "Leverage", "Timeline", "Sources"} <= set(offered)
        assert "Assessments" not in offered
        await ui.point_at("Options")
        await ui.press("enter")
        assert ui.here == "options"
        assert "country: South Korea" in ui.status()


async def test_a_filter_that_leaves_nothing_anywhere_says_how_to_clear_it(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.filter_country("RO")
        await ui.search("toll")
        await ui.press("enter")
        assert "Nor is there anything in the other sections" in ui.screen_text()
        await ui.press("x")
        assert len(ui.rows("claims")) == 8


async def test_it_can_begin_narrowed(corridor: Path) -> None:
    place = Place(Section.OPTIONS, Filter.of(("KR",), "inspectors"))
    async with reading(corridor, place=place) as ui:
        assert ui.here == "options"
        assert "5 hidden · country: South Korea · text: inspectors" in ui.status()
        assert len(ui.rows("options")) == 1


async def test_the_overview_counts_what_is_left(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.filter_country("KR")
        text = ui.screen_text()
        assert picked(text.splitlines(), "claims and evidence").split()[1:4] == ["2", "of", "8"]


def test_a_count_of_a_million_stands_apart_from_the_name_in_the_narrowest_list(
    corridor: Path,
) -> None:
    session = Session(in_memory((corridor,)))
    line = "".join(span.text for span in country_line(session, "GB", 1_234_567, 22))
    assert line.startswith("  GB United")
    assert line.endswith(" 1,234,567")
    assert len(line) == 22
