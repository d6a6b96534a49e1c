"""Many briefings in memory: their order, what is asked of all of them, and broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.analysis.timeline import Moment
from brief_tui.library.collection import Collection
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.interface import State
from brief_tui.library.row import Spot
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section

OLDER = """
id: older
title: Older
as_of: 2024-01-05
sources: [{id: paper, name: Paper, kind: outlet, reliability: B}]
actors: [{id: kim, name: Kim, country: KR}]
claims:
  - {id: first, text: The ferry sails., speaker: kim, said: 2024-01-02, source: paper}
  - {id: second, text: The ferry waits., speaker: kim, said: 2030-01-02, source: paper}
"""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A briefing older than that of the tests."""
    path = tmp_path / "older.yaml"
    path.write_text(OLDER)
    return path


@pytest.fixture
def collection(corridor: Path, older: Path, tmp_path: Path) -> Collection:
    """Three briefings, one of them broken."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: Broken\n")
    return Collection(map(load_briefing, (broken, older, corridor)))


def spots(collection: Collection, section: Section, filter_: Filter) -> list[str]:
    """The rows left, each as the name of its briefing's file and its key."""
    rows = collection.rows_left(section, filter_)
    return [f"{rows[n].path.stem}:{rows[n].key}" for n in range(len(rows))]


def test_the_latest_comes_first_and_the_broken_last(collection: Collection) -> None:
    listed = collection.briefings(EVERYTHING)
    assert [(each.path.stem, each.state) for each in listed] == [
        ("corridor", State.READABLE),
        ("older", State.READABLE),
        ("broken", State.BROKEN),
    ]
    assert listed[1].counts[1] == 2
    assert listed[1].countries == ("KR",)
    assert listed[2].errors > 0
    assert collection.problems(listed[2].path)


def test_a_filter_leaves_the_briefings_in_which_it_leaves_anything(
    collection: Collection,
) -> None:
    left = collection.briefings(Filter.of((), "ferry sails"))
    assert [each.id for each in left] == ["older"]
    assert collection.tally(Section.CLAIMS, Filter.of((), "ferry sails")).amount == "1 of 10"


def test_rows_of_briefings_stand_one_briefing_after_the_other(collection: Collection) -> None:
    found = spots(collection, Section.CLAIMS, Filter.of(("KR",)))
    assert found == ["corridor:seoul-pays", "corridor:port-sign", "older:first", "older:second"]


def test_the_dates_of_all_briefings_stand_in_one_line(collection: Collection) -> None:
    rows = collection.rows_left(Section.TIMELINE, EVERYTHING)
    days = [row.subject.when.first for row in map(rows.__getitem__, range(len(rows)))]  # type: ignore[union-attr]
    assert days == sorted(days)
    assert isinstance(rows[0].subject, Moment)
    assert spots(collection, Section.TIMELINE, EVERYTHING)[-1] == "older:second@said"


@pytest.mark.parametrize("section", list(Section))
def test_every_row_is_found_again_where_it_stands(collection: Collection, section: Section) -> None:
    rows = collection.rows_left(section, EVERYTHING)
    for place in range(len(rows)):
        assert rows.place_of(rows[place].spot) == place
        assert rows.nearest(rows[place].spot) == place
    with pytest.raises(IndexError):
        rows[len(rows)]


def test_where_a_row_is_hidden_the_one_that_follows_it_is_nearest(
    collection: Collection, corridor: Path, older: Path
) -> None:
    claims = collection.rows_left(Section.CLAIMS, Filter.of(("KR",)))
    assert claims[claims.nearest(Spot(corridor, "ships-wait"))].key == "seoul-pays"
    assert claims[claims.nearest(Spot(corridor, "silo-photo"))].key == "first"
    sailing = collection.rows_left(Section.CLAIMS, Filter.of((), "sails"))
    assert sailing[sailing.nearest(Spot(older, "second"))].key == "first"
    assert claims.nearest(Spot(older, "unheard of")) == 2
    nothing = collection.rows_left(Section.CLAIMS, Filter.of((), "sails nowhere"))
    assert nothing.nearest(Spot(older, "second")) == 0


def test_countries_are_counted_over_all_briefings(collection: Collection) -> None:
    counts = collection.country_counts(Section.CLAIMS, EVERYTHING)
    assert counts["KR"] == 4
    assert list(counts) == list(collection.country_counts(Section.SOURCES, Filter.of(("KR",))))


def test_a_briefing_that_breaks_is_read_as_it_last_was(collection: Collection, older: Path) -> None:
    before = collection.version
    older.write_text(OLDER.replace("reliability: B", "reliability: Q"))
    collection.take(load_briefing(older))
    (listed,) = (each for each in collection.briefings(EVERYTHING) if each.path == older)
    assert (listed.state, listed.errors, listed.id) == (State.KEPT, 1, "older")
    assert collection.open(older).briefing.title == "Older"
    assert collection.version > before


def test_a_briefing_that_is_gone_is_forgotten(collection: Collection, older: Path) -> None:
    collection.drop(older)
    assert len(collection.briefings(EVERYTHING)) == 2
    with pytest.raises(KeyError):
        collection.open(older)
