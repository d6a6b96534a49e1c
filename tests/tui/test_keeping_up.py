"""Where a reader is, and what was done there, while the library becomes another one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brief_tui.library.collection import Collection
from brief_tui.library.opening import in_memory
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section
from brief_tui.tui.session import Session


class Desk:
    """A reader of two briefings, on the claims of the newer one."""

    def __init__(self, folder: Path, corridor: Path, ferry: Path) -> None:
        self.corridor = Path(shutil.copy(corridor, folder / "corridor.yaml"))
        self.ferry = Path(shutil.copy(ferry, folder / "ferry.yaml"))
        self.collection: Collection = in_memory([folder])
        self.session = Session(self.collection)
        self.session.go_to_section(Section.CLAIMS)
        self.title = self.session.volume.briefing.title  # it is open from now on

    @property
    def keys(self) -> list[str]:
        rows = self.session.answer.rows
        return [rows[place].key for place in range(len(rows))]

    def change(self, old: str, new: str) -> None:
        text = self.corridor.read_text()
        assert old in text
        self.corridor.write_text(text.replace(old, new))
        self.collection.take(load_briefing(self.corridor))

    def keep_up(self) -> None:
        before, at = self.session.answer, self.session.cursor
        self.session.keep_up()
        self.session.stay(before, at)


@pytest.fixture
def desk(tmp_path: Path, corridor: Path, ferry: Path) -> Desk:
    return Desk(tmp_path, corridor, ferry)


def test_what_is_read_is_of_one_state_until_the_reader_keeps_up(desk: Desk) -> None:
    desk.change("title: Talks on a grain corridor", "title: Other talks")
    assert desk.session.volume.briefing.title == desk.title
    desk.keep_up()
    assert desk.session.volume.briefing.title == "Other talks"


def test_the_reader_stays_on_the_same_row(desk: Desk) -> None:
    desk.session.point_at(2)
    key = desk.keys[2]
    desk.change("About 40 ships", "About 41 ships")
    desk.keep_up()
    assert desk.session.row is not None
    assert desk.session.row.key == key


def test_of_a_row_that_is_gone_on_the_next_that_is_still_there(desk: Desk) -> None:
    desk.session.switch()
    before = desk.session.answer.rows
    spots = [before[place].spot for place in range(len(before))]
    first_of_ferry = next(n for n, spot in enumerate(spots) if spot.path == desk.ferry)
    assert first_of_ferry > 0
    desk.session.point_at(first_of_ferry - 1)
    desk.collection.drop(desk.corridor)
    desk.keep_up()
    assert desk.session.place.spot == spots[first_of_ferry]


def test_of_the_last_row_on_the_one_before(desk: Desk) -> None:
    desk.session.switch()
    rows = desk.session.answer.rows
    desk.session.point_at(len(rows) - 1)
    desk.collection.drop(desk.ferry)
    desk.keep_up()
    assert desk.session.place.path == desk.corridor
    assert desk.session.cursor == len(desk.session.answer.rows) - 1


def test_what_is_gone_can_be_read_until_it_is_left(desk: Desk) -> None:
    desk.collection.drop(desk.corridor)
    desk.keep_up()
    assert desk.session.is_gone
    assert desk.keys
    desk.session.go_to_section(Section.SOURCES)
    assert desk.session.back()
    assert desk.session.is_gone
    desk.session.open(desk.ferry)
    assert not desk.session.is_gone
    assert desk.session.back()
    assert desk.session.place.path == desk.ferry


def test_what_comes_back_is_no_longer_gone(desk: Desk) -> None:
    desk.collection.drop(desk.corridor)
    desk.keep_up()
    assert desk.session.is_gone
    desk.collection.take(load_briefing(desk.corridor))
    desk.keep_up()
    assert not desk.session.is_gone


def test_what_broke_says_so_and_is_read_as_it_was(desk: Desk) -> None:
    assert desk.session.errors == 0
    desk.corridor.write_text("title: [")
    desk.collection.take(load_briefing(desk.corridor))
    desk.keep_up()
    assert desk.session.errors > 0
    assert desk.session.volume.briefing.title == desk.title


def test_marks_of_actors_that_are_still_there_stay(desk: Desk) -> None:
    desk.session.own.marked = ("kyiv", "nobody-any-more")
    desk.change("About 40 ships", "About 41 ships")
    desk.keep_up()
    _ = desk.session.volume
    assert list(desk.session.own.marked) == ["kyiv"]
