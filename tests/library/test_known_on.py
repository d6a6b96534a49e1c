"""Every section as it was known on a day: what is hidden, counted and kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brief_tui.library.filter import Filter
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section

BEFORE = date(2024, 6, 1)
AMID = date(2024, 6, 11)


@pytest.fixture
def volume(corridor: Path) -> Volume:
    """The test briefing, opened."""
    return Volume(load_briefing(corridor))


def targets(volume: Volume, section: Section, day: date, *countries: str) -> list[str]:
    """The ids that are left on a day."""
    return [row.target for row in volume.select(section, Filter.of(countries, "", day)).rows]


def test_what_was_said_later_is_hidden_and_counted(volume: Volume) -> None:
    selection = volume.select(Section.CLAIMS, Filter.of(known_on=AMID))
    assert [row.target for row in selection.rows] == [
        *("inspections", "seoul-pays", "grain-so-far", "old-count", "port-sign", "silo-photo"),
    ]
    assert (selection.total, selection.hidden) == (8, 2)


def test_the_timeline_has_no_date_of_what_is_hidden(volume: Volume) -> None:
    assert set(targets(volume, Section.TIMELINE, BEFORE)) == {
        *("inspections", "grain-so-far", "old-count"),
    }


def test_a_row_of_several_items_stays_while_one_of_them_does(volume: Volume) -> None:
    def points(day: date) -> list[str]:
        return [row.key for row in volume.select(Section.OVERVIEW, Filter.of(known_on=day)).rows]

    whole = [row.key for row in volume.rows(Section.OVERVIEW)]
    assert points(AMID) == whole[1:], "all that the first point rests on was said later"
    assert points(BEFORE) == [key for key in whole[1:] if key != "point-4"]
    assert points(date(2024, 6, 12)) == whole


def test_a_source_stays_where_nothing_or_something_known_hangs_on_it(volume: Volume) -> None:
    assert targets(volume, Section.SOURCES, BEFORE) == ["gazette"]
    assert targets(volume, Section.SOURCES, date(2024, 6, 10)) == ["gazette", "channel"]
    assert targets(volume, Section.SOURCES, AMID) == ["gazette", "wire", "channel"]


def test_what_bears_on_a_row_is_only_what_was_known(volume: Volume) -> None:
    rows = volume.select(Section.SOURCES, Filter.of(known_on=BEFORE)).rows
    (gazette,) = [row for row in rows if row.target == "gazette"]
    assert {item.id for item in gazette.items} & {"ships-wait", "silo-photo"} == set()
    assert "RO" not in gazette.roles


def test_the_counts_of_countries_keep_to_the_day(volume: Volume) -> None:
    counts = volume.country_counts(Section.CLAIMS, Filter.of(("KR",), "", BEFORE))
    rows = volume.select(Section.CLAIMS, Filter.of(known_on=BEFORE)).rows
    assert counts == {code: sum(code in row.roles for row in rows) for code in volume.countries()}


def test_the_last_day_hides_nothing(volume: Volume) -> None:
    for section in Section:
        selection = volume.select(section, Filter.of(known_on=date.max))
        assert selection.hidden == 0
        assert [row.key for row in selection.rows] == [row.key for row in volume.rows(section)]


def test_one_day_after_another_gives_each_its_own_rows(volume: Volume) -> None:
    first = targets(volume, Section.CLAIMS, BEFORE)
    assert targets(volume, Section.CLAIMS, AMID) != first
    assert targets(volume, Section.CLAIMS, BEFORE) == first
