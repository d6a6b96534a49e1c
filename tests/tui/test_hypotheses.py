"""Competing hypotheses in the panes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import picked, reading


async def test_the_question_and_every_hypothesis_stand_above_the_rows(ferry: Path) -> None:
    async with reading(ferry, size=(80, 40)) as ui:
        await ui.press("9")
        rows = [row.strip() for row in ui.rows("hypotheses")]
        assert rows[0].startswith("Why does the ferry lie still?")
        assert rows[1:4] == [
            "A 0 of 5 against, 1 not marked  The engine is under repair.",
            "B 1 of 5 against  The crew is on strike.",
            "C 2 of 5 against, 1 origin, 1 with none stated  The weather keeps it in port.",
        ]
        assert rows[4].startswith("/ n/a A      + fits B     × against C  Harbour office:")
        assert "the editor's marks" in ui.screen_text()
        assert "Who pays for the idle days?" in " ".join(rows)


async def test_the_cursor_goes_from_row_to_row_and_the_detail_follows(ferry: Path) -> None:
    async with reading(ferry) as ui:
        await ui.section("hypotheses")
        assert "Harbour office" in ui.cursor_line()
        assert "× inconsistent · A calm sea holds no ferry back. · ¶2" in ui.detail_text()
        await ui.press("j")
        assert "The crew: Nobody" in ui.cursor_line()
        assert "Tells C apart from B." in ui.detail_text()
        await ui.press("k")
        assert "Why does the ferry lie still?" in ui.screen_text()


async def test_the_item_is_one_enter_away_and_the_way_back_leads_to_the_row(ferry: Path) -> None:
    async with reading(ferry) as ui:
        await ui.section("hypotheses")
        await ui.press("j", "enter", "enter")
        assert ui.here == "claims"
        assert "Nobody in the crew" in ui.cursor_line() + ui.detail_text()
        await ui.press("escape", "[")
        assert ui.here == "hypotheses"
        assert "The crew: Nobody" in ui.cursor_line()


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_filter_hides_rows_and_changes_no_count(ferry: Path, size: tuple[int, int]) -> None:
    async with reading(ferry, size=size) as ui:
        await ui.section("hypotheses")
        before = [row.strip()[:16] for row in ui.rows()[1:4]]
        await ui.filter_country("JP")
        assert [row.strip()[:16] for row in ui.rows()[1:4]] == before
        assert len(ui.rows()) == 5
        assert "6 hidden" in ui.status()


async def test_it_reads_in_forty_columns(ferry: Path) -> None:
    async with reading(ferry, size=(40, 12)) as ui:
        await ui.section("hypotheses")
        text = ui.screen_text()
        assert "editor: +fits ×against /n/a ·none" in text
        assert "/A +B ×C  Harbour office" in text
        assert "B 1 of 5 against  The crew" in text


async def test_the_overview_leads_to_the_hypotheses(ferry: Path) -> None:
    async with reading(ferry, size=(80, 60)) as ui:
        await ui.point_at("Why does the ferry lie still?")
        await ui.press("enter")
        assert ui.here == "hypotheses"


async def test_help_says_what_the_marks_mean_and_that_they_prove_nothing(ferry: Path) -> None:
    async with reading(ferry, size=(120, 40)) as ui:
        await ui.press("?")
        lines = ui.detail_text().splitlines()
        assert "hard to square with the hypothesis" in picked(lines, "× against")
        assert "rejects, it does not prove" in " ".join(ui.detail_text().split())
