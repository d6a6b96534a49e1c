"""What each section shows of its own."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driver import picked, reading


async def test_a_key_point_jumps_to_the_item_that_carries_it(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.point_at("Ankara offers inspections")
        await ui.press("enter")
        assert ui.here == "claims"
        assert "Ankara has offered to inspect" in ui.cursor_line()
        await ui.press("escape", "[")
        assert ui.here == "overview"
        await ui.point_at("› claim Seoul")
        await ui.press("enter")
        assert "Seoul would pay" in ui.cursor_line()


async def test_the_overview_says_what_is_not_known_and_how_much_there_is(corridor: Path) -> None:
    async with reading(corridor, size=(80, 60)) as ui:
        text = ui.screen_text()
        assert text.index("KEY POINTS") < text.index("NOT KNOWN")
        assert "No reply from Brussels is reported." in text
        assert picked(ui.lines(), "claims and evidence").split()[:2] == ["Claims", "8"]
        for said in ("TLP:CLEAR", "The tests", "14 Jun 2024", "The Strait Gazette", "ICD 203"):
            assert said in text


async def test_a_count_leads_to_its_section(corridor: Path) -> None:
    async with reading(corridor, size=(80, 60)) as ui:
        await ui.point_at("claims and evidence")
        await ui.press("enter")
        assert ui.here == "claims"


async def test_a_source_shows_its_grade_and_what_hangs_on_it(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("sources")
        await ui.point_at("Han River Wire")
        assert " B " in ui.cursor_line()
        text = ui.detail_text()
        for said in ("B · usually reliable", "secondhand", "About 40 ships", "Seoul would pay"):
            assert said in " ".join(text.split())
        assert "Charge a toll" not in text
        await ui.press("enter")
        await ui.point_at("› claim Kyiv")
        await ui.press("enter")
        assert ui.here == "claims"
        assert "About 40 ships" in ui.cursor_line()


async def test_an_assessment_has_its_expert_basis_and_likelihood_with_scale_and_band(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("assessments")
        text = " ".join(ui.detail_text().split())
        for said in (
            "Ayşe Yıldız",
            "Institute of Straits",
            "deduced",
            "55–80 %",
            "ICD 203",
            "“a fair chance”",
            "RESTS ON",
            "About 40 ships wait",
        ):
            assert said in text
        assert "confidence not stated" in text
        await ui.press("j")
        text = " ".join(ui.detail_text().split())
        assert "likelihood not stated" in text
        assert "confidence moderate: two sources only" in text


async def test_an_option_has_actor_target_state_and_leverage_by_dimension(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        text = " ".join(ui.detail_text().split())
        for said in (
            "actor Government of Türkiye",
            "target Government of Russia",
            "target Government of Ukraine",
            "state under consideration",
            "diplomatic",
            "a joint centre",
            "Inspectors are few.",
            "Done in 2022.",
            "3 of 7 stated",
            "■■■ high “the only port” · Ayşe Yıldız",
            "· not stated",
        ):
            assert said in text


async def test_evidence_says_of_place_identity_and_origin_what_is_verified(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("G")
        text = " ".join(ui.detail_text().split())
        for said in (
            "photo",
            "place claimed, not verified",
            "identity withheld by whoever published it",
            "origin not stated",
            "in Constanța (Romania) “said to be”",
            "Harbour Channel",
        ):
            assert said in text


async def test_the_voice_of_article_and_editor_is_told_in_the_row(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        assert " article " in picked(ui.rows(), "Ankara has offered")
        assert " editor " in picked(ui.rows(), "Between 30,000")
        await ui.point_at("Between 30,000")
        text = " ".join(ui.detail_text().split())
        assert "the briefing's editor infers it" in text
        assert "worked out by the editor from 12 × 2,500 and more" in text
        assert "Worked out from the monthly table." in text
