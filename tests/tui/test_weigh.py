"""The matrix and the order: what is stated, what is supposed, and how one gets about in them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.tui.driver import Size, Ui, reading

LEVERS = """
id: levers
title: Levers
actors:
  - {id: ankara, name: Ankara, country: TR}
  - {id: seoul, name: Seoul, country: KR}
  - {id: kyiv, name: Kyiv, country: UA}
options:
  - id: strong
    text: Close the strait.
    actor: ankara
    targets: [seoul, kyiv]
    state: hypothetical
    leverage:
      capability: {level: high, voice: reported, assessor: kyiv, wording: the only way}
      risk: {level: low, voice: article}
  - id: weak
    text: Raise the toll.
    actor: ankara
    targets: seoul
    leverage: {capability: {level: low, voice: editor}}
  - id: apart
    text: Pay for the port.
    actor: seoul
    targets: kyiv
    leverage: {willingness: {level: moderate}}
  - id: silent
    text: Send observers.
    actor: seoul
    targets: kyiv
  - id: nobodys
    text: Cut the cable.
    leverage:
      headroom: [{level: high, assessor: kyiv}, {level: none, assessor: seoul}]
"""
RANKED = "outranks “editor: Raise the toll.” on 1 of 7 dimensions: capability high against low"


@pytest.fixture
def levers(tmp_path: Path) -> Path:
    """A briefing with two levers of which one outranks the other."""
    file = tmp_path / "levers.yaml"
    file.write_text(LEVERS.replace("    actor: ankara\n    targets: seoul\n", _EDITORS), "utf-8")
    return file


_EDITORS = "    actor: ankara\n    targets: seoul\n    voice: editor\n"


@asynccontextmanager
async def weighing(file: Path, size: Size = (80, 24)) -> AsyncIterator[Ui]:
    """The matrix of a briefing."""
    async with reading(file, size=size) as ui:
        await ui.press("w")
        assert ui.layer == "weigh"
        yield ui


def squashed(text: str) -> str:
    """Text without its line ends."""
    return " ".join(text.split())


async def test_it_shows_every_option_by_actor_with_its_coverage(levers: Path) -> None:
    async with weighing(levers) as ui:
        assert "WEIGH · by actor · 5 of 35 stated" in ui.lines()[0]
        text = ui.comparison()
        headings = [line for line in text.splitlines() if "stated" in line and " of " in line]
        assert [" ".join(line.split()) for line in headings] == [
            "LEVERS OF ANKARA 3 of 14 stated",
            "LEVERS OF SEOUL 1 of 14 stated",
            "ACTOR NOT STATED 1 of 7 stated",
        ]


async def test_o_groups_by_target_then_all_together_with_the_cursor_where_it_was(
    levers: Path,
) -> None:
    async with weighing(levers) as ui:
        await ui.press("l")
        await ui.point_at("willingness: ■■□")
        before = ui.cursor_line()
        await ui.press("o")
        assert "by target" in ui.lines()[0]
        assert ui.comparison().count("Close the strait.") == 2
        assert ui.cursor_line() == before
        await ui.press("o")
        assert "all options together" in ui.lines()[0]
        assert "LEVERS" not in ui.comparison()
        assert ui.cursor_line() == before


async def test_it_begins_at_the_option_or_the_actor_of_the_row(levers: Path) -> None:
    async with reading(levers, size=(120, 40)) as ui:
        await ui.section("options")
        await ui.press("G", "w", "enter")
        assert "Cut the cable." in ui.detail_text()
        await ui.press("escape", "escape")
        await ui.section("leverage")
        await ui.point_at("Seoul   ")
        await ui.press("w", "enter")
        assert "Pay for the port." in ui.detail_text()


async def test_the_filter_holds_and_the_title_says_how_many_it_hides(levers: Path) -> None:
    async with reading(levers, size=(120, 40)) as ui:
        await ui.filter_country("KR")
        await ui.press("w")
        assert "1 hidden by the filter" in ui.lines()[0]
        assert "Cut the cable." not in ui.comparison()


async def test_with_no_option_left_there_is_nothing_to_weigh(levers: Path) -> None:
    async with reading(levers) as ui:
        await ui.search("no such words")
        await ui.press("enter", "w")
        assert ui.layer == "reader"
        assert "the filter hides all 5" in ui.status()


async def test_the_last_line_says_the_cell_with_voice_wording_and_direction(levers: Path) -> None:
    async with weighing(levers, (120, 40)) as ui:
        assert "capability: ■■■ high “the only way” · Kyiv · voice: reported" in ui.status()
        await ui.press(*"llllll")
        assert "risk ↓: ■□□ low" in ui.status()
        await ui.press("j")
        assert "risk ↓: ·   not stated · ↓ more is weaker" in ui.status()


async def test_enter_gives_everything_on_a_cell_and_its_evidence_leads_back(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("enter")
        assert ui.layer == "page"
        page = squashed(ui.detail_text())
        for said in ("actor Ankara", "level ■■■ high", "assessor Kyiv", "“the only way”"):
            assert said in page
        await ui.point_at("option Ankara: Close")
        await ui.press("enter")
        assert (ui.layer, ui.here) == ("reader", "options")
        await ui.press("[")
        assert ui.layer == "weigh"
        assert "capability: ■■■ high" in ui.status()


async def test_one_comes_back_to_the_cell_that_one_left(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("j", "j", "l", "enter")
        await ui.point_at("option Seoul: Pay")
        await ui.press("enter", "[")
        assert "willingness: ■■□ moderate" in ui.status()
        await ui.press("escape")
        assert ui.layer == "reader"


async def test_a_cell_not_stated_is_filled_in_and_taken_out_again(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("l", "i")
        assert ui.layer == "picker"
        await ui.press("4")
        assert ui.layer == "weigh"
        assert "WHAT IF: 1 cell yours" in ui.lines()[0]
        assert "?■■■ high" in ui.comparison()
        assert "3 of 14 stated, 1 yours" in ui.comparison()
        assert "high · yours, not in the briefing" in ui.cursor_line()
        await ui.press("i", "5")
        assert "WHAT IF" not in ui.screen_text()


async def test_a_stated_cell_cannot_be_overwritten(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("i")
        assert ui.layer == "weigh"
        assert "capability is stated: high" in ui.status()


async def test_a_dimension_is_set_aside_and_taken_in_again(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("z")
        assert "WHAT IF: capability set aside" in ui.lines()[0]
        assert "capability is set aside" in ui.status()
        await ui.press("r")
        assert "outranks" not in ui.detail_text()
        await ui.press("escape", "z")
        assert "WHAT IF" not in ui.lines()[0]
        assert "capability counts for the order" in ui.status()


async def test_what_is_supposed_outlives_the_screen_and_x_drops_it(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("l", "i", "2", "escape")
        assert ui.layer == "reader"
        assert "WHAT IF" not in ui.screen_text()
        await ui.press("w")
        assert "WHAT IF: 1 cell yours" in ui.lines()[0]
        await ui.press("x")
        assert "WHAT IF" not in ui.lines()[0]
        assert "all that you supposed is dropped" in ui.status()


async def test_what_is_supposed_is_in_no_other_screen(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("l", "i", "4", "escape", "4")
        assert ui.here == "options"
        assert "■■■ high" in ui.detail_text()
        assert ui.detail_text().count("■■■ high") == 1
        await ui.press("v")
        assert "?■■■" not in ui.comparison()


async def test_what_is_copied_says_what_is_supposed(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("y", "l", "i", "4", "y", "r", "y")
        plain, cell, order = ui.clipboard()
        assert "WHAT IF" not in plain
        assert "[levers#strong]" in plain
        for text in (cell, order):
            assert "WHAT IF: 1 cell yours: the reader's own, not in the briefing." in squashed(text)
        assert "[levers]" in order
        assert "outranks" in order


async def test_the_order_stands_in_levels_and_says_why_the_rest_is_not_comparable(
    levers: Path,
) -> None:
    async with weighing(levers) as ui:
        await ui.press("r")
        assert ui.layer == "rank"
        page = squashed(ui.detail_text())
        assert "Not comparable is not equal." in page
        assert "1 Close the strait." in page
        assert RANKED in page
        assert "not weighed, as stated of it alone: risk low" in page
        assert "2 editor: Raise the toll." in page
        assert "no dimension is stated of the others" in page
        assert "no dimension is stated of it" in page
        assert "options that name no actor need not have the same one" in page


async def test_enter_on_an_option_puts_it_against_each_of_the_others(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("o", "o", "r")
        await ui.point_at("Pay for the port.")
        await ui.press("enter")
        assert ui.layer == "page"
        page = squashed(ui.detail_text())
        assert "NOT COMPARABLE WITH 4" in page
        assert (
            "Close the strait. · no dimension is stated of both; willingness stated of it alone;"
            " capability, risk stated of the other alone"
        ) in page
        assert "Send observers. · no dimension is stated of the other" in page
        await ui.press("escape", "escape")
        assert ui.layer == "weigh"
        assert "all options together" in ui.lines()[0]


async def test_o_in_the_order_regroups_the_matrix_under_it(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("r", "o")
        assert "RANK · by target" in ui.lines()[0]
        await ui.press("escape")
        assert "by target" in ui.lines()[0]


async def test_a_level_supposed_can_make_two_options_comparable(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("l")
        await ui.point_at("willingness: ■■□")
        await ui.press("j", "i", "4", "r")
        page = squashed(ui.detail_text())
        assert "1 Send observers." in page
        assert "willingness high (yours) against moderate" in page


async def test_the_tornado_says_which_one_step_would_change_the_order(levers: Path) -> None:
    async with weighing(levers) as ui:
        await ui.press("r")
        assert "No one-step change of one cell would change the order." in ui.detail_text()
        await ui.press("escape")
        await ui.press("l")
        await ui.point_at("willingness: ■■□")
        await ui.press("j", "i", "4", "r")
        page = squashed(ui.detail_text())
        assert (
            "willingness of “Send observers.”: from high (yours) to moderate: it no longer outranks"
            " “Pay for the port.”"
        ) in page


async def test_marked_actors_are_compared_and_escape_comes_back_to_the_matrix(
    levers: Path,
) -> None:
    async with weighing(levers, (120, 40)) as ui:
        await ui.press("space")
        assert "Ankara marked" in ui.status()
        assert "■Close the strait." in ui.comparison()
        await ui.press("j", "j", "space", "v")
        assert ui.layer == "comparison"
        await ui.press("escape")
        assert ui.layer == "weigh"
        await ui.press("escape")
        assert ui.layer == "reader"


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (160, 40)])
async def test_every_cell_is_reached_with_the_keys(levers: Path, size: Size) -> None:
    async with weighing(levers, size) as ui:
        await ui.press("g", *("h" * 7))
        seen = [ui.status().split(":")[0]]
        for _ in range(7):
            await ui.press("l")
            seen.append(ui.status().split(":")[0])
        assert seen[-1] == seen[-2]
        assert len(set(seen)) == 7
        await ui.press("G")
        assert "not stated" in ui.cursor_line() or "contested" in ui.cursor_line()


@pytest.mark.parametrize("size", [(40, 12), (50, 15), (80, 24)])
async def test_a_folded_matrix_says_what_is_stated_and_names_the_rest(
    levers: Path, size: Size
) -> None:
    async with weighing(levers, size) as ui:
        text = squashed(ui.comparison())
        for said in ("■■■ high", "■□□ low", "high (Kyiv, voice not stated)", "not stated"):
            assert said in text


@pytest.mark.parametrize("keys", [("w",), ("5", "v")], ids=["matrix", "comparison"])
@pytest.mark.parametrize("size", [(40, 12), (50, 15), (80, 24), (120, 40)])
async def test_the_way_out_and_to_help_stand_beside_every_cell(
    levers: Path, keys: tuple[str, ...], size: Size
) -> None:
    async with reading(levers, size=size) as ui:
        await ui.press(*keys)
        seen = set()
        for key in ("j", "l", "j", "h", "j", "l", "l"):
            seen.add(ui.status())
            await ui.press(key)
        assert len(seen) >= 3
        for status in seen:
            cell, _, keys_named = status.rpartition("  ? help")
            assert cell.strip()
            assert keys_named == "  Esc back"
            assert "Enter open" in cell or size[0] < 80


async def test_what_is_said_of_a_cell_is_cut_before_the_keys(levers: Path) -> None:
    async with reading(levers, size=(50, 15)) as ui:
        await ui.press("w")
        assert "…  ? help  Esc back" in ui.status()


@pytest.mark.parametrize("keys", [("w",), ("5", "v")], ids=["matrix", "comparison"])
@pytest.mark.parametrize("size", [(50, 15), (80, 24), (120, 40)])
async def test_a_title_is_shorter_before_the_keys_that_change_what_is_shown_are_missing(
    levers: Path, keys: tuple[str, ...], size: Size
) -> None:
    async with reading(levers, size=size) as ui:
        await ui.press(*keys)
        title = ui.lines()[0]
        for hint in ("i what if", "o regroup", "r rank") if keys == ("w",) else ("o align",):
            assert hint in title
        assert "z set aside" in title or keys != ("w",) or size[0] < 80


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_keys_that_change_the_matrix_stand_in_its_title_line(
    levers: Path, size: Size
) -> None:
    async with weighing(levers, size) as ui:
        for hint in ("o regroup", "r rank", "i what if", "z set aside"):
            assert hint in ui.lines()[0]
        assert ui.status().endswith("Esc back")


async def test_every_key_of_it_is_in_the_palette(levers: Path) -> None:
    async with weighing(levers, (120, 40)) as ui:
        await ui.press(":")
        choices = "\n".join(ui.choices())
        for title in ("regroup", "rank", "what if", "set aside", "clear", "mark", "compare"):
            assert title in choices
        await ui.type("set aside")
        await ui.press("enter")
        assert "WHAT IF: capability set aside" in ui.lines()[0]


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((80, 24), "2 actors with options, 1 option names no actor"),
        ((50, 15), "2, 1 option names no actor"),
        ((40, 12), "2, 1 option names no actor"),
        ((30, 12), "2 + 1 n.s."),
    ],
)
async def test_an_option_without_actor_is_no_actor_that_is_counted(
    levers: Path, size: Size, said: str
) -> None:
    async with reading(levers, size=size) as ui:
        await ui.section("leverage")
        assert ui.lines()[2].split("  ")[-1].strip() == said
        assert len(ui.rows("leverage")) == 3
        await ui.section("overview")
        told = squashed("\n".join(ui.rows()))
        assert "2 actors with options, 1 option names no actor · 5 of 35 cells stated" in told


async def test_a_filter_counts_it_for_itself_too(levers: Path) -> None:
    async with reading(levers) as ui:
        await ui.section("leverage")
        await ui.search("observers")
        assert "1 of 2, 0 of 1 option without actor" in ui.lines()[2]
        await ui.press("escape")
        await ui.search("cable")
        assert "0 of 2, 1 option names no actor" in ui.lines()[2]
        await ui.press("escape")
        await ui.search("nowhere")
        assert ui.lines()[2].endswith("0 of 2, 0 of 1 option without actor")
