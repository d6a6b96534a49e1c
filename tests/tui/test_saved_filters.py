"""Saved filters in the reader: saved under a name, used, removed, found in the palette."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.folders import saved_filters_file
from brief_tui.library.filter import Filter
from brief_tui.library.saved_filters import read_saved, save
from brief_tui.model.section import Section
from brief_tui.tui.session import Place
from tests.tui.driver import Ui, picked, reading

OF_KOREA = Place(Section.CLAIMS, Filter.of(["KR"]))


def saved() -> dict[str, str]:
    """The queries in the file by their names."""
    return {each.name: each.query for each in read_saved(saved_filters_file())[0]}


def offered(ui: Ui) -> list[str]:
    """The lines of the picker with single spaces."""
    return [" ".join(line.split()) for line in ui.choices()]


async def test_what_is_narrowed_to_is_saved_under_a_name_and_used_again(corridor: Path) -> None:
    async with reading(corridor, place=OF_KOREA) as ui:
        await ui.press("F")
        assert offered(ui) == ["type a name to save country:KR"]
        await ui.press("enter")
        assert ui.layer == "picker"
        await ui.type("Seoul's part")
        assert offered(ui) == ["save under this name: country:KR"]
        await ui.press("enter")
        assert ui.layer == "reader"
        assert "saved as Seoul's part" in ui.status()
        assert saved() == {"Seoul's part": "country:KR"}
        await ui.press("x", "F")
        assert offered(ui) == ["Seoul's part country:KR 2"]
        await ui.press("enter")
        assert "country: South Korea" in ui.status()


async def test_a_name_is_told_as_a_shell_is_told_it(corridor: Path) -> None:
    async with reading(corridor, place=OF_KOREA, size=(120, 40)) as ui:
        await ui.press("F")
        await ui.type("Seoul & more")
        await ui.press("enter")
        assert "--filter 'seoul-&-more'" in ui.status()


async def test_a_name_that_is_there_is_replaced_only_when_that_is_said(corridor: Path) -> None:
    save(saved_filters_file(), "mine", "country:UA")
    async with reading(corridor, place=OF_KOREA) as ui:
        await ui.press("F")
        await ui.type("MINE")
        assert offered(ui) == ["mine country:UA 3", "save in place of it: country:KR"]
        await ui.press("down", "enter")
        assert saved() == {"MINE": "country:KR"}


async def test_one_is_removed_and_brought_back(corridor: Path) -> None:
    save(saved_filters_file(), "a", "country:KR")
    save(saved_filters_file(), "b", "country:UA")
    async with reading(corridor) as ui:
        await ui.press("F", "!")
        assert offered(ui)[0] == "a removed · ! brings it back"
        assert saved() == {"b": "country:UA"}
        await ui.press("!")
        assert offered(ui)[0].startswith("a country:KR")
        assert saved() == {"a": "country:KR", "b": "country:UA"}
        await ui.press("!", "escape", "F")
        assert len(ui.choices()) == 1


async def test_one_is_used_on_the_list_of_briefings(corridor: Path, ferry: Path) -> None:
    save(saved_filters_file(), "Harvest", "grain")
    async with reading(corridor, ferry) as ui:
        assert ui.layer == "library"
        await ui.press("F")
        assert len(offered(ui)) == 1
        await ui.press("enter")
        assert ui.layer == "library"
        assert "grain" in ui.status()
        assert "1 of 2 briefings" in ui.lines()[0]


async def test_without_a_filter_there_is_nothing_to_save(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press("F")
        await ui.type("name")
        assert offered(ui) == ["nothing is narrowed, so there is nothing to save"]
        await ui.press("enter")
        assert "no filter to save" in ui.status()
        assert not saved_filters_file().exists()


@pytest.mark.parametrize("name", ["a: b", "#a"])
async def test_a_name_that_cannot_be_one_is_refused_with_a_reason(
    corridor: Path, name: str
) -> None:
    async with reading(corridor, place=OF_KOREA) as ui:
        await ui.press("F")
        await ui.type(name)
        await ui.press("enter")
        assert "a name has no colon in it" in ui.status()
        assert saved() == {}


async def test_one_that_cannot_be_read_says_so_and_costs_the_others_nothing(
    corridor: Path,
) -> None:
    file = saved_filters_file()
    file.parent.mkdir(parents=True)
    file.write_text("bad: staet:x\nnonsense\ngood: country:KR\n")
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("F")
        assert offered(ui) == ["bad staet:x wrong", "good country:KR 2"]
        assert "a line of the file cannot be read: brief-tui filters says why" in ui.status()
        await ui.press("enter")
        assert "no field `staet:`" in ui.status()
        await ui.press("F", "down", "enter")
        assert len(ui.rows("claims")) == 2


async def test_a_value_that_is_unknown_here_is_told_and_leaves_nothing(corridor: Path) -> None:
    save(saved_filters_file(), "elsewhere", "speaker:nobody")
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press("F", "enter")
        assert "no speaker here is called nobody" in ui.status()
        assert ui.masthead()
        assert "0 of 8" in ui.screen_text()


async def test_where_nothing_can_be_written_that_is_told(corridor: Path) -> None:
    file = saved_filters_file()
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.write_text("a file where the folder should be")
    async with reading(corridor, place=OF_KOREA) as ui:
        await ui.press("F")
        await ui.type("a")
        await ui.press("enter")
        assert "not saved: " in ui.status()


async def test_in_a_kiosk_they_are_used_and_nothing_is_written(corridor: Path) -> None:
    save(saved_filters_file(), "a", "country:KR")
    before = saved_filters_file().read_bytes()
    async with reading(corridor, place=Place(Section.CLAIMS, Filter.of(["UA"])), kiosk=True) as ui:
        await ui.press("F")
        assert "removes" not in ui.screen_text()
        assert "saves" not in ui.screen_text()
        await ui.press("!")
        await ui.type("new")
        assert ui.choices() == ["nothing matches"]
        await ui.press("enter", "escape", "F", "enter")
        assert "country: South Korea" in ui.status()
    assert saved_filters_file().read_bytes() == before


async def test_the_palette_offers_them_with_what_they_narrow_to(corridor: Path) -> None:
    save(saved_filters_file(), "seoul", "country:KR")
    async with reading(corridor) as ui:
        await ui.section("claims")
        await ui.press(":")
        await ui.type("filter: se")
        assert offered(ui) == ["filter: seoul · narrows to 2"]
        await ui.press("enter")
        assert "country: South Korea" in ui.status()


async def test_the_palette_offers_values_that_are_left_and_a_query(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.section("options")
        await ui.press(":")
        await ui.type("korea")
        assert offered(ui) == ["country: South Korea · narrows to 1"]
        await ui.press("enter")
        assert "country: South Korea" in ui.status()
        await ui.press("x", ":")
        await ui.type("state:hypothetical -deal")
        assert picked(offered(ui), "query").endswith("narrows to 1")
        await ui.press("enter")
        assert "state: hypothetical" in ui.status()


async def test_a_command_still_comes_first_in_the_palette(corridor: Path) -> None:
    async with reading(corridor) as ui:
        await ui.press(":")
        await ui.type("co")
        assert not picked(ui.choices()[:1], "").startswith("country:")
