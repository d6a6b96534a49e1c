"""Actors side by side: marked or filtered, cell by cell, what differs, and folded when narrow."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.tui.driver import Ui, picked, reading

ACTORS = {
    "ankara": "Government of Türkiye",
    "seoul": "Government of South Korea",
    "moscow": "Government of Russia",
    "kyiv": "Government of Ukraine",
    "brussels": "The Commission",
}


@asynccontextmanager
async def comparing(
    corridor: Path, *actors: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Ui]:
    """A comparison of marked actors."""
    async with reading(corridor, size=size) as ui:
        await ui.section("leverage")
        for actor in actors:
            await ui.press("g", *("j" * list(ACTORS).index(actor)), "space")
        await ui.press("v")
        yield ui


def heads(ui: Ui) -> list[str]:
    """The actors that are compared, as the head of the comparison begins to name them."""
    head = ui.comparison().splitlines()[0]
    places = {name: head.find(name.upper()[:18]) for name in ACTORS.values()}
    return [name for name in sorted(places, key=places.__getitem__) if places[name] >= 0]


async def test_marked_actors_are_compared_in_the_order_they_were_marked(corridor: Path) -> None:
    async with comparing(corridor, "seoul", "ankara") as ui:
        assert ui.layer == "comparison"
        assert heads(ui) == ["Government of South Korea", "Government of Türkiye"]


async def test_a_mark_is_shown_and_taken_back_with_the_same_key(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("leverage")
        await ui.press("space")
        assert "Government of Türkiye marked" in ui.status()
        assert ui.cursor_line().startswith("■")
        await ui.press("space")
        assert "unmarked" in ui.status()
        assert "■" not in ui.cursor_line()[:2]


async def test_an_actor_is_marked_from_its_options_too(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("options")
        await ui.point_at("Seoul  ")
        await ui.press("space")
        await ui.point_at("Charge a toll")
        await ui.press("space", "v")
        assert heads(ui) == ["Government of South Korea", "Government of Russia"]


async def test_with_none_marked_the_filtered_actors_are_compared(corridor: Path) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.filter_country("TR", "KR")
        await ui.press("v")
        assert heads(ui) == ["Government of Türkiye", "Government of South Korea"]


async def test_one_actor_alone_is_not_compared_and_it_says_what_to_do(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.filter_country("KR")
        await ui.press("v")
        assert ui.layer == "reader"
        assert "a comparison needs two actors" in ui.status()


async def test_at_most_four_are_marked_and_of_five_the_first_four_are_shown(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(120, 40)) as ui:
        await ui.section("leverage")
        await ui.press("v")
        assert len(heads(ui)) == 4
        assert "4 of 5 actors" in ui.screen_text()
        await ui.press("escape")
        for _ in range(5):
            await ui.press("space", "j")
        assert len([row for row in ui.rows("leverage") if row.startswith("■")]) == 4


async def test_a_row_says_state_instruments_constraints_and_each_dimension(corridor: Path) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        text = ui.comparison()
        for said in (
            "ON GOVERNMENT OF RUSSIA",
            "ON GOVERNMENT OF UKRAINE",
            "Inspect every cargo in Istanbul.",
            "under consideration",
            "diplomatic",
            "Needs both sides to agree.",
            "Inspectors are few.",
            "■■■ high",
            "■■□ moderate",
            "■□□ low",
            "◇   contested",
            "·   not stated",
            "– no option",
        ):
            assert said in text
        for dimension in ("capability", "willingness", "target dependence", "headroom", "risk"):
            assert dimension in text


async def test_the_head_counts_what_is_stated(corridor: Path) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        assert "4 of 21 stated" in ui.lines()[0]
        counts = picked(ui.comparison().splitlines()[:3], "leverage")
        assert counts.split() == ["leverage", "3", "of", "14", "stated", "1", "of", "7", "stated"]


async def test_d_leaves_only_rows_that_differ_and_again_all(corridor: Path) -> None:
    async with comparing(corridor, "moscow", "brussels") as ui:
        everything = ui.comparison()
        assert "risk" in everything
        await ui.press("d")
        differing = ui.comparison()
        assert "only rows that differ" in ui.screen_text()
        assert "risk" not in differing
        assert "headroom" in differing
        assert set(differing.splitlines()) < set(everything.splitlines())
        await ui.press("d")
        assert ui.comparison() == everything


async def test_the_cursor_goes_from_cell_to_cell_and_the_last_line_says_which(
    corridor: Path,
) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        assert ui.status().startswith(" option of Government of Türkiye on Government of Russia")
        await ui.press("l")
        assert ui.status().startswith(" option of Government of South Korea")
        await ui.press("j")
        assert ui.status().startswith(" state of Government of South Korea")
        await ui.press("h", "k", "k")
        assert ui.status().startswith(" option of Government of Türkiye")
        await ui.press("G")
        assert ui.status().startswith(" precedent of Government of Türkiye")


async def test_enter_on_a_cell_gives_voices_wording_basis_and_passage(corridor: Path) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        await ui.point_at("capability of Government of Türkiye")
        await ui.press("enter")
        assert ui.layer == "page"
        text = " ".join(ui.detail_text().split())
        for said in (
            "what the actor is able to do to the target",
            "Ayşe Yıldız",
            "“the only port”",
            "¶11",
            "A deal before the harvest can be reached.",
        ):
            assert said in text
        await ui.press("escape")
        await ui.point_at("willingness of Government of Türkiye")
        await ui.press("enter")
        text = " ".join(ui.detail_text().split())
        assert "contested" in text
        assert "HIGH" in text
        assert "“eager”" in text
        assert "LOW" in text
        assert "“for show”" in text


async def test_an_unstated_cell_says_so_when_opened(corridor: Path) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        await ui.point_at("risk of Government of Türkiye")
        await ui.press("enter")
        assert "not stated" in ui.detail_text()


async def test_the_basis_is_followed_to_its_item_and_out_of_the_comparison(
    corridor: Path,
) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        await ui.point_at("capability of Government of Türkiye")
        await ui.press("enter")
        await ui.point_at("A deal before the harvest")
        await ui.press("enter")
        assert (ui.layer, ui.here) == ("reader", "assessments")
        assert "A deal before the harvest" in ui.cursor_line()


async def test_escape_comes_back_to_where_one_was(corridor: Path) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        await ui.press("escape")
        assert (ui.layer, ui.here) == ("reader", "leverage")


async def test_narrow_columns_fold_under_each_other_and_say_the_same(corridor: Path) -> None:
    async with comparing(corridor, "ankara", "seoul", "moscow", "kyiv", size=(50, 15)) as ui:
        text = ui.comparison()
        names = [name.upper() for name in ACTORS.values()]
        order = [line for line in text.splitlines() if line.startswith(tuple(names))]
        assert [line.split("  ")[0] for line in order] == names[:4]
        assert len({line.find("capability") for line in text.splitlines()} - {-1}) == 1
        for said in ("■■■ high", "◇   contested", "·   not stated", "– no option"):
            assert said in text
        await ui.point_at("risk of Government of South Korea")
        await ui.press("G")
        assert "of Government of Ukraine" in ui.cursor_line()


async def test_columns_scroll_together_under_a_head_that_stays(corridor: Path) -> None:
    async with comparing(corridor, "ankara", "seoul", size=(80, 24)) as ui:
        await ui.press("G")
        assert "GOVERNMENT OF TÜRKIYE" in ui.screen_text()
        assert "GOVERNMENT OF SOUTH KOREA" in ui.screen_text()
        assert "risk" in ui.screen_text()


async def test_a_cell_is_copied_with_its_voices_and_the_citation_of_its_option(
    corridor: Path,
) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        await ui.point_at("capability of Government of Türkiye")
        await ui.press("y")
        assert "sent to the terminal" in ui.status()
        (sent,) = ui.clipboard()
        assert "Inspect every cargo in Istanbul." in sent
        assert "wording" in sent
        assert "Source: The Strait Gazette ¶11" in sent
        assert "[corridor#inspect]" in sent


async def test_o_aligns_by_target_by_instrument_and_by_dimension(corridor: Path) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        first = ui.comparison()
        assert "by target" in ui.lines()[0]
        await ui.press("o")
        assert "by instrument" in ui.lines()[0]
        assert "BY ECONOMIC MEANS" in ui.comparison()
        assert ui.status().startswith(" option of Government of Türkiye by diplomatic means")
        await ui.press("o")
        assert "by dimension" in ui.lines()[0]
        blocks = ui.comparison().split("\n\n")
        willing = next(block for block in blocks if block.startswith("WILLINGNESS"))
        assert "on Government of" in willing
        assert "contested" in willing
        await ui.press("o")
        assert ui.comparison() == first


async def test_s_leaves_only_rows_that_say_something_and_again_all(corridor: Path) -> None:
    async with comparing(corridor, "ankara", "seoul") as ui:
        everything = ui.comparison()
        assert "headroom" in everything
        await ui.press("s")
        assert "only rows that say something" in ui.lines()[0]
        stated = ui.comparison()
        assert "headroom" not in stated
        assert "capability" in stated
        await ui.press("d")
        assert "only rows that differ and say something" in ui.lines()[0]
        await ui.press("s", "d")
        assert ui.comparison() == everything
