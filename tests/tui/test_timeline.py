"""The timeline as it is used: lanes, one axis, zooming, arranging, and what stays in view."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import picked, reading

LANES = ("HAPPENED", "SAID", "PUBLISHED")


def under(rows: list[str], lane: str) -> list[str]:
    """The rows below the heading of a lane."""
    start = next(index for index, row in enumerate(rows) if row.split()[0] == lane)
    ends = [index for index in range(start + 1, len(rows)) if rows[index].split()[0] in LANES]
    return rows[start + 1 : min(ends, default=len(rows))]


async def test_rows_stand_in_lanes_each_in_order(corridor: Path) -> None:
    async with reading(corridor, size=(200, 30)) as ui:
        await ui.section("timeline")
        rows = ui.rows("timeline")
        assert [row.split()[0] for row in rows if row.split()[0] in LANES] == list(LANES)
        happened = [row.split()[0] for row in under(rows, "HAPPENED")]
        assert happened == ["~2021", "Jun", "8–13"]
        said = [" ".join(row.split()[:2]) for row in under(rows, "SAID")]
        assert said == ["?30 May", "~11 Jun", "12 Jun", "12 Jun", "13 Jun"]
        assert "A photo shows silos" in under(rows, "PUBLISHED")[0]


async def test_dates_are_drawn_to_scale_on_the_axis_above_them(corridor: Path) -> None:
    async with reading(corridor, size=(200, 30)) as ui:
        await ui.section("timeline")
        rows = ui.rows("timeline")
        axis = rows[0]
        line = axis.index("│")
        assert axis[line:].startswith("│as of")
        assert "╷8" in axis
        assert " ‹ " in picked(rows, "Between 30,000")
        assert "●?" in picked(rows, "Some 90 ships") or "?●" in picked(rows, "Some 90 ships")
        assert "○··" in picked(rows, "Ankara has offered")
        interval = picked(under(rows, "HAPPENED"), "About 40 ships")
        assert interval.index("├") < interval.index("┤") < line
        assert all(len(row) > line and row[line] in "│●┤" for row in rows)


async def test_the_axis_zooms_around_the_row_and_says_what_it_shows(corridor: Path) -> None:
    async with reading(corridor, size=(120, 30)) as ui:
        await ui.section("timeline")
        assert "everything shown · axis: 30 May – 30 Jun 2024" in ui.status()
        await ui.press("-")
        assert "axis: 1 Jan 2021 – 30 Jun 2024" in ui.status()
        assert "○~·····○" in picked(ui.rows(), "Between 30,000")
        assert "╫" in picked(under(ui.rows(), "HAPPENED"), "About 40 ships")
        await ui.press("-")
        assert "the axis shows all there is" in ui.status()
        await ui.point_at("Seoul would pay")
        for _ in range(12):
            await ui.press("+")
        assert "the axis goes no closer" in ui.status()
        await ui.press("j")
        assert "axis: 4–17 Jun 2024" in ui.status()
        assert " › " not in picked(ui.rows(), "Seoul would pay")


async def test_zoom_and_arrangement_hold_in_other_sections_and_under_filters(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(120, 30)) as ui:
        await ui.section("timeline")
        await ui.press("-", "o")
        before = ui.rows("timeline")
        await ui.section("claims")
        assert "axis" not in ui.status()
        await ui.press("+")
        assert "the timeline zooms: 6" in ui.status()
        await ui.press("o")
        await ui.section("timeline")
        assert ui.rows("timeline") == before
        await ui.filter_country("KR")
        assert "axis: 1 Jan 2021 – 30 Jun 2024" in ui.status()


async def test_o_puts_all_dates_in_one_line_and_back_on_the_same_row(corridor: Path) -> None:
    async with reading(corridor, size=(200, 30)) as ui:
        await ui.section("timeline")
        await ui.point_at("Seoul would pay")
        await ui.press("o")
        assert "Seoul would pay" in ui.cursor_line()
        lanes = [
            next(word for word in row.split() if word in ("event", "said", "published"))
            for row in ui.rows("timeline")
        ]
        assert lanes == [
            *("event", "said", "event", "event", "published"),
            *("said", "said", "said", "said"),
        ]
        assert "│as of" in picked(ui.lines(), "lane")
        await ui.press("o")
        assert "Seoul would pay" in ui.cursor_line()
        assert "HAPPENED" in ui.rows("timeline")[0]


async def test_the_lane_and_its_axis_stay_on_top_of_what_is_scrolled(corridor: Path) -> None:
    async with reading(corridor, size=(80, 20)) as ui:
        await ui.section("timeline")
        await ui.press("G")
        shown = ui.lines()[3:8]
        assert "PUBLISHED" in shown[-2]
        assert "SAID" in shown[0], "the rows of the lane begin above what is seen"
        assert "│as of" in shown[0]
        await ui.point_at("12 Jun")
        assert "SAID" in "".join(ui.lines()[3:8])
        for _ in range(4):
            await ui.press("k")
            assert ui.cursor_line()[:20].strip() in ui.screen_text()
        await ui.press("g")
        assert "HAPPENED" in ui.lines()[3]


@pytest.mark.parametrize("size", [(40, 12), (50, 15)])
async def test_where_there_is_no_room_to_draw_date_lane_and_text_stay(
    corridor: Path, size: tuple[int, int]
) -> None:
    async with reading(corridor, size=size) as ui:
        await ui.section("timeline")
        assert "axis" not in ui.status()
        rows = ui.rows("timeline")
        assert rows[0].split() == ["HAPPENED", "what"]
        assert picked(rows, "Ankara has").split()[0] == "Jun"
        await ui.press("+")
        assert "there is no room here to draw the dates" in ui.status()
        await ui.press("o")
        assert all(f" {lane} " in "".join(ui.rows()) for lane in ("event", "said", "published"))
        await ui.resize(120, 30)
        assert "axis: " in ui.status()


async def test_a_date_opens_the_whole_item(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("timeline")
        await ui.point_at("?30 May")
        assert ui.detail_text().startswith("said        ?● 30 May 2024 (uncertain)")
        assert "Some 90 ships were waiting." in ui.detail_text()
        assert "deprecated: corrected by the speaker" in ui.detail_text()
        await ui.press("enter")
        assert ui.pane == "detail"
        await ui.press("escape")
        assert "?30 May" in ui.cursor_line()


async def test_what_is_known_by_a_day_is_drawn_on_the_same_axis_with_a_line_of_its_own(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(120, 30)) as ui:
        await ui.section("timeline")
        axis = ui.rows("timeline")[0]
        await ui.press("a")
        await ui.type("11 jun")
        await ui.press("enter")
        rows = ui.rows("timeline")
        assert rows[0] == axis
        assert "┊" in picked(rows, "Ankara has offered")
        assert "12 Jun" not in " ".join(rows)
        assert "4 hidden · as known on 11 Jun 2024 · axis: 30 May – 30 Jun 2024" in ui.status()


async def test_help_explains_the_axis_and_its_marks(corridor: Path) -> None:
    async with reading(corridor, size=(100, 40)) as ui:
        await ui.press("?")
        text = ui.detail_text()
        for said in ("│ ┊", "‹ ›", "├─┤ ╫", "○ ○··○", "expected", "two thirds of the dates"):
            assert said in text
