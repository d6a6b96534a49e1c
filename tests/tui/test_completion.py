"""Completion in the search line: what can go on is offered, Tab takes it, typing is never held."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import Ui, reading


def offered(ui: Ui) -> str:
    """The line above the one that is typed in."""
    return ui.lines()[-2].strip().removeprefix("▌")


async def test_fields_are_offered_from_the_first_letter_with_what_they_are(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await ui.press("/")
        assert offered(ui).startswith("country:  actor:  speaker:  source:")
        await ui.type("spe")
        assert offered(ui) == "speaker: (who says it)"
        await ui.type("ed")
        assert offered(ui).startswith("words")


async def test_tab_takes_the_field_and_then_a_value_with_its_count(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await ui.search("sta")
        await ui.press("tab")
        assert ui.typed == "state:"
        assert "in use 1" in offered(ui)
        await ui.type("i")
        assert offered(ui) == "in use 1"
        await ui.press("tab")
        assert ui.typed == "state:in-use "
        assert len(ui.rows()) == 1


async def test_further_tabs_take_the_next_and_shift_tab_the_one_before(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("so")
        await ui.press("tab")
        assert ui.typed == "source:"
        await ui.press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
        assert ui.typed == "s"
        taken = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await ui.press(key)
            taken.append(ui.typed)
        assert taken == ["speaker:", "source:", "section:", "source:"]
        assert offered(ui).startswith("source:")


async def test_right_at_the_end_takes_the_best_and_elsewhere_moves(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("cou")
        await ui.press("left", "right")
        assert ui.typed == "cou"
        await ui.press("right")
        assert ui.typed == "country:"


async def test_what_follows_a_value_is_kept_and_quotes_are_put_where_needed(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("speaker:ukr ship")
        await ui.press(*["left"] * len(" ship"))
        await ui.press("tab")
        assert ui.typed == 'speaker:"Government of Ukraine" ship'


async def test_a_country_is_completed_by_its_name_and_a_role_behind_the_slash(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("-country:south k")
        assert "South Korea" not in offered(ui)
        await ui.press(*["backspace"] * 7)
        await ui.type("ou")
        assert offered(ui).startswith("South Korea 2")
        await ui.press("tab")
        assert ui.typed == "-country:KR "
        await ui.press("backspace")
        await ui.type("/s")
        assert offered(ui).startswith("speaker  subject")
        await ui.press("tab")
        assert ui.typed == "-country:KR/speaker "


async def test_an_unknown_field_or_value_says_what_may_be_meant_and_tab_takes_it(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await ui.search("staet:in-use")
        assert "no field `staet:`; did you mean `state`?" in offered(ui)
        await ui.press("tab")
        assert ui.typed == "state:in-use"
        await ui.press("tab")
        assert ui.typed == "state:in-use "
        await ui.type("state:hypotetical")
        assert "did you mean `hypothetical`?" in offered(ui)
        await ui.press("tab")
        assert ui.typed == "state:in-use state:hypothetical"


async def test_a_name_that_nobody_here_has_says_so(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("speaker:zzz")
        assert offered(ui) == "no speaker here is called `zzz`"
        await ui.type(" ")
        assert "no speaker" not in offered(ui)


async def test_what_is_half_typed_is_not_called_wrong(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        for letter in "/state:under-consideration":
            await ui.type(letter)
            assert "did you mean" not in offered(ui)
            assert "possible" not in offered(ui)


async def test_months_are_offered_for_dates_also_behind_a_sign(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("said:>=")
        assert offered(ui).startswith("Jun 2024 ")
        await ui.press("tab")
        assert ui.typed == "said:>=2024-06 "


async def test_where_nothing_can_be_offered_an_example_stands(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("known:")
        assert offered(ui) == "only what had been said by the end of a day, as known:2024-10-16"


async def test_keys_at_once_are_all_taken_in(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await ui.at_once("/", *"sta", "tab", "i", "tab", "enter", "j")
        assert ui.layer == "reader"
        assert "state: in-use" in ui.status()


@pytest.mark.parametrize("key", ["s", "tab", "backspace"])
async def test_a_key_is_one_frame(corridor: Path, key: str) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await ui.search("state:i")
        before = ui.frames()
        await ui.press(key)
        assert ui.frames() == before + 1


async def test_it_fits_the_smallest_screen(corridor: Path) -> None:
    async with reading(corridor, size=(50, 15)) as ui:
        await ui.section("options")
        await ui.search("state:")
        lines = ui.lines()
        assert lines[-1].strip() == "state:"
        assert lines[-2].strip().endswith("…")
        assert "Enter keeps  Esc drops" in lines[-3]
        assert sum("option" in line for line in lines) >= 1
