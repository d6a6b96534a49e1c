"""As known on a day: chosen with two keys, told, counted, marked, and undone."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driver import picked, reading


async def test_a_day_is_chosen_from_those_on_which_something_was_said(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("a")
        assert ui.layer == "picker"
        assert [" ".join(line.split()) for line in ui.choices()] == [
            "13 Jun 2024 15 known",
            "12 Jun 2024 5 known",
            "11 Jun 2024 2 known, 1 perhaps",
            "10 Jun 2024 2 known",
            "30 May 2024 0 known, 1 perhaps",
        ]
        assert "10 of 16 items undated and kept" in ui.screen_text()
        await ui.press("j")
        await ui.press("backspace", "down", "down", "enter")
        assert ui.layer == "reader"
        assert ui.status().startswith(" 2 hidden · as known on 11 Jun 2024")
        assert len(ui.rows("claims")) == 6


async def test_typing_narrows_to_a_day_or_names_any_other(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("a")
        await ui.type("may")
        assert [line.split("  ")[0] for line in ui.choices()] == ["31 May 2024", "30 May 2024"]
        await ui.press("escape", "a")
        await ui.type("2024-06-11")
        assert len(ui.choices()) == 1
        await ui.press("escape", "a")
        await ui.type("1 jun")
        assert picked(ui.choices(), " 1 Jun 2024").split()[3:5] == ["1", "known"]
        await ui.press("enter")
        assert "as known on 1 Jun 2024" in ui.status()
        await ui.press("a")
        await ui.type("never")
        assert ui.choices() == ["nothing matches"]
        await ui.press("enter", "escape")
        assert "as known on 1 Jun 2024" in ui.status()


async def test_rows_and_the_detail_say_what_nobody_can_tell(corridor: Path) -> None:
    async with reading(corridor, size=(80, 40)) as ui:
        await ui.section("claims")
        await ui.press("a")
        await ui.type("11 jun")
        await ui.press("enter")
        rows = ui.rows("claims")
        assert "undated: Ankara has offered" in picked(rows, "Ankara has offered")
        assert "perhaps later: ≈ Seoul would pay" in picked(rows, "Seoul would")
        assert "deprecated: Some 90" in picked(rows, "Some 90")
        assert "undated" not in picked(rows, "Some 90")
        await ui.point_at("Ankara has offered")
        told = " ".join(ui.detail_text().split())
        assert "as known on 11 Jun 2024 · undated: when it was said is not stated" in told
        assert "it stands in a source of" in told
        await ui.press("x")
        assert "undated" not in "\n".join(ui.rows("claims"))
        assert "as known on" not in ui.detail_text()


async def test_the_day_holds_from_section_to_section_with_the_other_filters(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("claims")
        before = ui.rail()
        await ui.press("a")
        await ui.type("1 jun")
        await ui.press("enter")
        assert ui.rail() == before | {"UA": 1, "RU": 0, "KR": 1, "RO": 0, "TR": 1}
        await ui.section("timeline")
        assert len(ui.rows("timeline")) > 0
        assert "as known on 1 Jun 2024" in ui.status()
        await ui.section("claims")
        await ui.filter_country("KR")
        assert "country: South Korea · as known on 1 Jun 2024" in ui.status()
        assert [row for row in ui.rows("claims") if "port" in row] == ui.rows("claims")


async def test_back_comes_to_the_day_chosen_before_and_any_day_shows_all(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        for day in ("10 jun", "12 jun"):
            await ui.press("a")
            await ui.type(day)
            await ui.press("enter")
        await ui.press("[")
        assert "as known on 10 Jun 2024" in ui.status()
        await ui.press("[")
        assert "everything shown" in ui.status()
        await ui.press("]", "]")
        assert "as known on 12 Jun 2024" in ui.status()
        await ui.press("a")
        assert "12 Jun 2024" in ui.cursor_line()
        await ui.type("any")
        await ui.press("enter")
        assert "everything shown" in ui.status()


async def test_what_is_hidden_can_still_be_come_to_and_is_told_to_be_outside(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(80, 50)) as ui:
        await ui.section("options")
        await ui.press("a")
        await ui.type("11 jun")
        await ui.press("enter")
        await ui.point_at("Inspect")
        await ui.press("enter")
        await ui.point_at("rests on something said later")
        await ui.press("enter")
        assert ui.layer == "page"
        assert "Outside the filter" in ui.screen_text()
        assert "A deal before the harvest can be reached." in ui.detail_text()


async def test_the_overview_leaves_out_points_and_items_said_later(corridor: Path) -> None:
    async with reading(corridor, size=(80, 60)) as ui:
        assert "Ships wait off Odesa" in ui.screen_text()
        await ui.press("a")
        await ui.type("11 jun")
        await ui.press("enter")
        text = ui.screen_text()
        assert "Ships wait off Odesa" not in text
        assert "2 of 3" in picked(text.splitlines(), "KEY POINTS")
        assert "undated: Ankara has offered" in text
        await ui.press("a")
        await ui.type("12 jun")
        await ui.press("enter")
        assert "1 more said later; the point tells of it too" in ui.screen_text()


async def test_what_lies_over_the_panes_says_the_day_too(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("claims")
        await ui.press("a")
        await ui.type("12 jun")
        await ui.press("enter")
        await ui.point_at("About 40 ships")
        for key in ("s", "r", "D"):
            await ui.press(key)
            assert "as known on 12 Jun 2024" in ui.lines()[0]
            assert "No ship is being held" not in ui.screen_text()
            await ui.press("escape")
        await ui.section("leverage")
        await ui.press("v")
        assert "as known on 12 Jun 2024" in ui.lines()[0]
