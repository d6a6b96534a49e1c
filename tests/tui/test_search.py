"""Searching: as one types, whatever the case and the accents, and Escape takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.library.filter import Filter
from brief_tui.library.query.syntax import LONGEST
from tests.tui.driver import reading


async def test_the_list_narrows_with_every_letter(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("s")
        some = len(ui.rows("claims"))
        await ui.type("ilo")
        assert len(ui.rows("claims")) == 1 < some
        assert "1 of 8" in ui.screen_text()
        await ui.press("backspace", "backspace", "backspace", "backspace")
        assert len(ui.rows("claims")) == 8


async def test_case_and_diacritics_do_not_count(corridor: Path) -> None:
    for typed in ("CONSTANTA", "constanța", "constanţa"):
        async with reading(corridor) as ui:
            await ui.section("claims")
            await ui.search(typed)
            (row,) = ui.rows("claims")
            assert "A photo shows silos" in row


async def test_all_words_must_occur_in_any_order_anywhere_in_the_item(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("witnessed ODESA")
        assert len(ui.rows("claims")) == 1
        await ui.type(" nowhere")
        assert "No claims and evidence with text: witnessed ODESA nowhere" in ui.screen_text()


async def test_hits_are_marked_in_the_list_and_on_screen(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        plain = ui.look("ships wait")
        await ui.search("SHIP")
        await ui.press("enter")
        assert ui.hits() == ["ship", "ship", "ship"]
        assert ui.look("ships wait") != plain
        assert ui.look("ships wait") == ui.look("ship is being")


async def test_a_hit_keeps_its_accents(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("assessments")
        await ui.search("yildiz")
        assert ui.hits() == ["Yıldız"]


async def test_enter_keeps_what_was_found_and_the_status_says_so(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("ships")
        await ui.press("enter")
        assert ui.status().startswith(" 6 hidden · text: ships")
        assert ui.pane == "list"
        await ui.section("sources")
        assert "text: ships" in ui.status()


async def test_escape_takes_back_what_was_typed(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("silo")
        await ui.press("escape")
        assert len(ui.rows("claims")) == 8
        assert ui.status().startswith(" everything shown")
        await ui.search("silo")
        await ui.press("enter")
        await ui.search(" zzz")
        await ui.press("escape")
        assert ui.status().startswith(" 7 hidden · text: silo")
        await ui.press("escape")
        assert ui.status().startswith(" everything shown")


async def test_keys_are_letters_while_one_types(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("q2x[:?")
        assert ui.running
        assert ui.here == "claims"
        assert "q2x[:?" in ui.status()


async def test_search_and_countries_narrow_together(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.filter_country("UA")
        await ui.search("90")
        await ui.press("enter")
        assert ui.status().startswith(" 7 hidden · country: Ukraine · text: 90")
        assert len(ui.rows("claims")) == 1


async def test_what_looks_like_markup_or_a_pattern_is_searched_as_it_stands(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        for typed in ("[/oops]", "o.*s", "[@click=app.quit]x"):
            await ui.search(typed)
            assert ui.running
            assert f"text: {typed}" in ui.screen_text()
            await ui.press("escape")


async def test_what_has_no_letter_is_not_searched_for_and_that_is_said(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("ships .*")
        assert "`.*` has no letter or digit to search for" in ui.screen_text()
        assert len(ui.rows("claims")) == 2
        await ui.press("enter")
        assert "`.*` has no letter or digit to search for" in ui.status()
        await ui.press("j")
        assert ui.status().startswith(" 6 hidden · text: ships")


async def test_a_search_begun_in_the_detail_of_a_narrow_screen_is_typed_to_its_end(
    corridor: Path,
) -> None:
    async with reading(corridor, size=(50, 15)) as ui:
        await ui.section("claims")
        await ui.press("enter")
        await ui.search("queue")
        assert ui.running
        assert "text: queue" in ui.screen_text()
        await ui.press("enter", "j")
        assert ui.here == "claims"


async def test_keys_after_the_one_that_keeps_a_search_are_no_part_of_it(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.at_once("/", *"ships", "enter", "[")
        assert "everything shown" in ui.status()
        await ui.at_once("/", *"ships", "enter", "j")
        assert ui.status().strip().startswith("6 hidden · text: ships")


async def test_what_is_pasted_is_searched_for_as_one_line(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("wait")
        await ui.paste("\n40\tships\r\x1boff\x9b")
        assert ui.typed == "wait 40 ships  off "
        assert len(ui.rows("claims")) == 1


@pytest.mark.parametrize(
    "pasted",
    ["x" * 1_000_000, "x " * 500_000, "x" * 9 + "\u0301" * 400_000, "\n" * 1_000_000],
    ids=["a word", "many words", "accents", "empty lines"],
)
async def test_of_a_paste_without_end_the_beginning_is_searched_for(
    corridor: Path, pasted: str
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("ships")
        await ui.press("home")
        await ui.paste(pasted)
        assert len(ui.typed) == LONGEST
        assert ui.typed.endswith("ships")
        before = ui.typed
        await ui.type("y")
        assert ui.typed == before
        await ui.press("escape")
        assert len(ui.rows("claims")) == 8


async def test_a_paste_takes_the_place_of_what_is_selected(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("silo")
        await ui.press("shift+home")
        await ui.paste("ships")
        assert ui.typed == "ships"


async def test_a_picker_takes_no_longer_a_line(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("c")
        await ui.paste("x" * 1_000_000)
        assert len(ui.typed) == LONGEST
        assert ui.choices() == ["nothing matches"]


def test_a_word_that_stands_there_twice_is_looked_for_once() -> None:
    assert Filter.of(text="Ships SHIPS ships wait").needles == (" ships", " wait")


async def test_the_line_opens_on_all_that_is_narrowed_to_ready_for_one_word_more(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.filter_country("UA")
        await ui.search("wait")
        assert ui.typed == "country:UA wait"
        await ui.press("enter")
        await ui.search("speaker:kyiv -odesa")
        assert ui.typed == "country:UA wait speaker:kyiv -odesa"
        await ui.press("enter")
        assert len(ui.rows("claims")) == 1
        assert ui.status().startswith(" 7 hidden · country: Ukraine · text: wait -odesa")


async def test_what_is_half_typed_shows_what_can_be_read(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("ships speaker:")
        assert len(ui.rows("claims")) == 2
        await ui.type("moscow")
        assert "No claims and evidence with text: ships · speaker: moscow" in ui.screen_text()
        await ui.press("ctrl+u")
        await ui.type("(ships OR")
        assert len(ui.rows("claims")) == 2
        await ui.type(' "silos th')
        assert len(ui.rows("claims")) == 3


async def test_an_unknown_field_or_value_is_answered_with_the_nearest(corridor: Path) -> None:
    async with reading(corridor, size=(50, 15)) as ui:
        await ui.section("options")
        await ui.search("stat:in-use")
        assert "no field `stat:`; did you mean `state`?" in ui.screen_text()
        await ui.press("ctrl+u")
        await ui.type("state:in-uze")
        assert "no `state:in-uze`; did you mean `in-use`?" in ui.screen_text()
        await ui.press("backspace", "backspace")
        assert "did you mean" not in ui.screen_text()


async def test_escape_leaves_countries_and_the_day_which_have_keys_of_their_own(
    corridor: Path,
) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("country:UA speaker:kyiv country:UA/place known:2024-06-12")
        await ui.press("enter", "escape")
        assert "country: Ukraine · as known on 12 Jun 2024" in ui.status()
        assert "speaker" not in ui.status()
        await ui.press("x")
        assert ui.status().startswith(" everything shown")


async def test_a_country_that_was_typed_is_chosen_in_the_picker_too(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.search("country:ukraine,KR")
        await ui.press("enter")
        assert "countries: Ukraine or South Korea" in ui.status()
        await ui.filter_country("UA")
        assert "country: South Korea" in ui.status()
