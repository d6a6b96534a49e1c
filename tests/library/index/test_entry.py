"""What an index keeps of rows and briefings: enough to make them again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.timeline import LANES, Moment
from brief_tui.library.index.body import ITEM_FIELDS, pack_body, unpack_body
from brief_tui.library.index.codec import Damaged, read_small, written_small
from brief_tui.library.index.entry import (
    ITEM_SECTIONS,
    Outline,
    marks_from_words,
    marks_in_words,
    pack_entry,
    pack_outline,
    pack_problems,
    unpack_entry,
    unpack_outline,
    unpack_problems,
)
from brief_tui.library.row import rows_of
from brief_tui.load.briefing_file import load_briefing
from brief_tui.load.loaded import Loaded
from brief_tui.model.briefing import Briefing
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from tests.conftest import MATERIAL
from tests.strategies import briefings

PATH = Path("/library/one.yaml")


def loaded(briefing: Briefing) -> Loaded:
    return Loaded(PATH, briefing, (), {}, briefing.title, False)


@given(briefings())
def test_an_entry_says_what_its_row_is_and_of_which_items_it_tells(briefing: Briefing) -> None:
    register = Register.of(briefing)
    places = {item.id: place for place, item in enumerate(briefing.items())}
    ids = list(places)
    for section in Section:
        for row in rows_of(register, section):
            entry = unpack_entry(pack_entry(section, row, 1, places))
            assert entry.section is section
            if section in ITEM_SECTIONS:
                assert (entry.key, entry.subject, entry.roles) == (row.key, row.subject, row.roles)
                continue
            assert [ids[place] for place in entry.items] == [item.id for item in row.items]
            if section in (Section.TIMELINE, Section.FIGURES):
                assert entry.part == 1
            else:
                assert (entry.key, entry.target, entry.roles) == (row.key, row.target, row.roles)
                assert entry.subject in (row.subject, None)


@given(briefings())
def test_a_briefing_is_made_again_of_its_body_and_its_items(briefing: Briefing) -> None:
    places = {item.id: place for place, item in enumerate(briefing.items())}
    items = dict(enumerate(briefing.items()))
    body = unpack_body(pack_body(loaded(briefing), places), PATH)
    assert not list(body.briefing.items())
    assert len(body.items) == len(ITEM_FIELDS)
    assert body.whole([[items[place] for place in own.values()] for own in body.items]) == briefing


@pytest.mark.parametrize("name", ["corridor.yaml", "ferry.yaml"])
def test_positions_are_kept_wherever_the_file_then_lies(name: str) -> None:
    found = load_briefing(MATERIAL / name)
    places = {item.id: 0 for item in found.briefing.items()} if found.briefing else {}
    body = unpack_body(pack_body(found, places), found.path)
    assert body.positions == found.positions
    moved = unpack_body(pack_body(found, places), Path("else", name))
    assert {each.file for each in moved.positions.values()} == {Path("else", name)}


def test_positions_are_kept_of_whatever_has_one() -> None:
    found = load_briefing(MATERIAL / "ferry.yaml")
    assert found.briefing is not None
    places = {item.id: 0 for item in found.briefing.items()}
    some = dict(list(found.positions.items())[-2::-1])
    body = unpack_body(pack_body(replace(found, positions=some), places), found.path)
    assert body.positions == some


@pytest.mark.parametrize("which", [1, 2, 3])
@pytest.mark.parametrize("odd", [-1, 10**9, "1", 1.5, None, True, [], "missing"])
def test_positions_that_are_none_are_left_out(which: int, odd: object) -> None:
    found = load_briefing(MATERIAL / "ferry.yaml")
    assert found.briefing is not None
    packed = pack_body(found, {item.id: 0 for item in found.briefing.items()})
    behind = 4 + int.from_bytes(packed[:4])
    rest = read_small(packed[behind:])
    if odd == "missing":
        rest[1][which].pop()
    else:
        rest[1][which][0] = odd
    body = unpack_body(packed[:behind] + written_small(rest), found.path)
    if odd in (-1, 10**9) and which != 1:
        assert body.positions.keys() == found.positions.keys()
    else:
        assert body.positions == {}
    assert body.rest.briefing == unpack_body(packed, found.path).rest.briefing


def test_problems_are_kept_with_their_places(tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "briefing.yaml").write_text("id: a\ntitle: b\ncolour: red\nclaims: [{id: c}]\n")
    (folder / "more.yaml").write_text("claims: [{id: c, text: d, speaker: nobody}]\n")
    found = load_briefing(folder)
    assert len(found.problems) > 2
    assert unpack_problems(pack_problems(found.problems, folder), folder) == found.problems


@given(briefings())
def test_what_a_list_shows_is_kept(briefing: Briefing) -> None:
    counts = tuple(range(len(Section)))
    outline = Outline(briefing.as_of, tuple(dict.fromkeys(briefing.countries)), counts)
    assert unpack_outline(pack_outline(outline)) == outline


def test_marks_are_kept() -> None:
    marks = (("country", "KR/target"), ("briefing", "an-id\x1fA title"), ("tag", ""))
    assert marks_from_words(marks_in_words(marks)) == marks
    assert marks_from_words(marks_in_words(())) == ()


@given(st.binary(max_size=80))
def test_bytes_of_anything_else_are_damaged(data: bytes) -> None:
    for unpacked in (
        unpack_entry,
        unpack_outline,
        lambda data: unpack_body(data, PATH),
        lambda data: unpack_problems(data, PATH),
    ):
        with pytest.raises(Damaged):
            unpacked(data)


def test_a_moment_is_told_by_its_lane(corridor: Path) -> None:
    briefing = load_briefing(corridor).briefing
    assert briefing is not None
    places = {item.id: place for place, item in enumerate(briefing.items())}
    for row in rows_of(Register.of(briefing), Section.TIMELINE):
        assert isinstance(row.subject, Moment)
        lane = LANES.index(row.subject.lane)
        entry = unpack_entry(pack_entry(Section.TIMELINE, row, lane, places))
        assert LANES[entry.part] is row.subject.lane
        assert entry.items == (places[row.target],)
