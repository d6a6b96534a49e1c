"""Library files that somebody forged, through the app: nothing in them ends it or gets out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from brief_tui.library.filter import EVERYTHING
from brief_tui.library.interface import State
from brief_tui.library.opening import NoLibrary, open_now
from brief_tui.load.briefing_file import load_briefing
from brief_tui.load.sound import is_sound
from brief_tui.model.briefing import Briefing
from brief_tui.model.party import Step
from brief_tui.shipped import content_folder
from tests.conftest import MATERIAL
from tests.hostile.test_app import assert_tame
from tests.library.index.forged import forge, library_file, spoil
from tests.tui.driver import Ui, reading

NAMES = ("corridor.yaml", "ferry.yaml")
SHIPPED = min(content_folder().glob("*/briefing.yaml")).parent


async def go_everywhere(ui: Ui) -> None:
    """Look at rows of every section, of the whole library and of one briefing."""
    await ui.press("escape", "escape")
    for scope in ((), ("L",)):
        await ui.press(*scope)
        for digit in "123456789":
            await ui.press(digit, "j", "enter", "escape", "G", "enter", "r", "escape", "escape")
    await ui.press("b", "G", "enter", "w", "escape", "D", "escape", "C", "enter", "escape")


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_is_forged_the_reader_goes_on(
    tmp_path: Path, corridor: Path, ferry: Path, seed: int
) -> None:
    file = library_file(tmp_path, corridor, ferry, SHIPPED)
    forge(file, seed)
    async with reading(library=open_now([file])) as ui:
        await go_everywhere(ui)
        assert_tame(ui)


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_stands_in_a_cell_the_reader_goes_on(
    tmp_path: Path, corridor: Path, ferry: Path, seed: int
) -> None:
    file = library_file(tmp_path, corridor, ferry, SHIPPED)
    spoil(file, seed)
    try:
        library = open_now([file])
    except NoLibrary:
        return
    async with reading(library=library) as ui:
        await go_everywhere(ui)
        await ui.press(
            "L", "2", "f", "enter", "escape", "escape", "c", "escape", "6", "end", "pageup"
        )
        assert_tame(ui)


@pytest.mark.parametrize("odd", ["x", b"a//b", b"", 7])
def test_a_path_by_which_nothing_is_found_is_none(
    tmp_path: Path, corridor: Path, odd: object
) -> None:
    file = library_file(tmp_path, corridor)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("update briefing set path = ?", (odd,))
    (listed,) = open_now([file]).briefings(EVERYTHING)
    assert listed.state is State.BROKEN


def loaded(path: Path) -> Briefing:
    found = load_briefing(path).briefing
    assert found is not None
    return found


@pytest.mark.parametrize(
    "path",
    [MATERIAL / "corridor.yaml", MATERIAL / "ferry.yaml", SHIPPED],
    ids=lambda path: path.stem,
)
def test_what_was_read_from_yaml_is_sound(path: Path) -> None:
    assert is_sound(loaded(path))


def test_who_is_named_has_to_exist(corridor: Path) -> None:
    briefing = loaded(corridor)
    claim = next(each for each in briefing.claims if each.speaker is not None)
    others = tuple(each for each in briefing.claims if each is not claim)
    assert not is_sound(replace(briefing, claims=(replace(claim, speaker="nobody"), *others)))


def test_an_id_names_one_thing(corridor: Path) -> None:
    briefing = loaded(corridor)
    assert not is_sound(replace(briefing, claims=(*briefing.claims, briefing.claims[0])))


def test_no_chain_runs_in_a_circle(corridor: Path) -> None:
    briefing = loaded(corridor)
    first, second, *others = briefing.sources
    circle = (
        replace(first, chain=(Step(who=second.id),)),
        replace(second, chain=(Step(who=first.id),)),
        *others,
    )
    assert not is_sound(replace(briefing, sources=circle))
