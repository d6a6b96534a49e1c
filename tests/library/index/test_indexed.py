"""A library in an index answers as the same briefings in memory do."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from brief_tui.analysis.time_axis import whole_range
from brief_tui.analysis.timeline import Moment
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.interface import Rows
from brief_tui.library.row import Row, Spot
from brief_tui.model.briefing import Briefing
from brief_tui.model.section import Section
from brief_tui.render.columns import Table
from brief_tui.render.page import Spans
from brief_tui.render.timeline import TimelineTable, axis_of
from tests.library.index.both import Both, both, filter_of, libraries

FEW = settings(max_examples=settings().max_examples // 2)
"""Each example writes an index, which takes as long as many questions to it."""

OF_ONE_ITEM = (
    *(Section.CLAIMS, Section.ASSESSMENTS, Section.OPTIONS),
    *(Section.TIMELINE, Section.FIGURES),
)
"""Sections whose rows tell of one item each, which was known by a day or was not."""


def every(rows: Rows) -> list[Row]:
    return [rows[place] for place in range(len(rows))]


def assert_alike(kept: Both, filter_: Filter) -> None:
    """Rows, their order, tallies, counts and briefings are those of the plain reading."""
    index, collection = kept.index, kept.collection
    said = str(filter_)
    for section in Section if filter_.known_on is None else OF_ONE_ITEM:
        found = every(index.rows_left(section, filter_))
        wanted = every(collection.rows_left(section, filter_))
        assert [row.spot for row in found] == [row.spot for row in wanted], (said, section)
        assert [row.subject for row in found] == [row.subject for row in wanted], (said, section)
        assert index.tally(section, filter_) == collection.tally(section, filter_), (said, section)
        counts = index.country_counts(section, filter_)
        wanted_counts = collection.country_counts(section, filter_)
        assert list(counts.items()) == list(wanted_counts.items()), (said, section)
    if filter_.known_on is not None:
        return
    listed = [each.path for each in index.briefings(filter_)]
    assert listed == [each.path for each in collection.briefings(filter_)], said


@FEW
@given(libraries(), st.data())
def test_an_index_answers_as_the_same_briefings_in_memory_do(
    briefings: list[Briefing], data: st.DataObject
) -> None:
    with both() as kept:
        for number, briefing in enumerate(briefings):
            kept.put(f"{number}.yaml", briefing)
            if data.draw(st.booleans(), label="a segment ends here"):
                kept.close_segment()
        assert kept.index.version > 0
        assert_alike(kept, EVERYTHING)
        for _ in range(4):
            assert_alike(kept, filter_of(data.draw, kept.collection))
        assert not kept.index.is_damaged


@FEW
@given(libraries(), st.data())
def test_it_does_so_whatever_happens_to_the_files(
    briefings: list[Briefing], data: st.DataObject
) -> None:
    names = ("a.yaml", "b.yaml")
    with both() as kept:
        for briefing in (*briefings, *briefings):
            name = data.draw(st.sampled_from(names))
            what = data.draw(st.sampled_from(("put", "put", "break", "remove")))
            if what == "put":
                kept.put(name, briefing)
            elif what == "break":
                kept.break_(name)
            else:
                kept.remove(name)
            if data.draw(st.booleans(), label="a segment ends here"):
                kept.close_segment()
            assert kept.index.version == kept.index.version
            assert_alike(kept, filter_of(data.draw, kept.collection))
        assert [each.state for each in kept.index.briefings(EVERYTHING)] == [
            each.state for each in kept.collection.briefings(EVERYTHING)
        ]
        assert not kept.index.is_damaged


@FEW
@given(libraries(), st.data())
def test_a_row_is_found_again_where_it_stands_or_would(
    briefings: list[Briefing], data: st.DataObject
) -> None:
    with both() as kept:
        for number, briefing in enumerate(briefings):
            kept.put(f"{number}.yaml", briefing)
        assert kept.index.version > 0
        filter_ = filter_of(data.draw, kept.collection)
        for section in Section:
            found = kept.index.rows_left(section, filter_)
            wanted = kept.collection.rows_left(section, filter_)
            rows = every(kept.collection.rows_left(section, EVERYTHING))
            spots = [row.spot for row in rows[:8]]
            spots += [Spot(spot.path, "no-such-row") for spot in spots[:1]]
            for spot in (*spots, Spot(kept.folder / "no-such-file", "a")):
                assert found.place_of(spot) == wanted.place_of(spot), (section, spot)
                assert found.nearest(spot) == wanted.nearest(spot), (section, spot)


@FEW
@given(libraries(), st.data())
def test_a_row_is_drawn_as_it_is_with_all_of_its_briefing(
    briefings: list[Briefing], data: st.DataObject
) -> None:
    with both() as kept:
        for number, briefing in enumerate(briefings):
            kept.put(f"{number}.yaml", briefing)
        assert kept.index.version > 0
        width = data.draw(st.sampled_from((50, 84, 120)))
        for section in Section:
            found = every(kept.index.rows_left(section, EVERYTHING))
            for row, wanted in zip(
                found, every(kept.collection.rows_left(section, EVERYTHING)), strict=True
            ):
                assert drawn(row, width) == drawn(wanted, width), (section, wanted.spot)
                assert row.facts.words == wanted.facts.words
                assert (row.roles, row.items, row.target) == (
                    wanted.roles,
                    wanted.items,
                    wanted.target,
                )


def drawn(row: Row, width: int) -> Spans:
    """The row as a list shows it."""
    register, roles = row.register, dict(list(row.roles.items())[:1])
    if row.section is Section.OVERVIEW:
        return ()
    if isinstance(row.subject, Moment):
        table = TimelineTable(axis_of(register, whole_range(register)), width, 1, in_lanes=False)
        return table.row(register, row.subject, roles, ("the",))
    return Table(row.section, width, 1).row(register, row.subject, roles, ("the",))


@FEW
@given(libraries())
def test_a_briefing_is_opened_as_it_was(briefings: list[Briefing]) -> None:
    with both() as kept:
        for number, briefing in enumerate(briefings):
            kept.put(f"{number}.yaml", briefing)
        assert kept.index.version > 0
        for listed in kept.collection.briefings(EVERYTHING):
            volume = kept.index.open(listed.path)
            assert volume.briefing == kept.collection.open(listed.path).briefing
        found = [each._replace(changed=0) for each in kept.index.briefings(EVERYTHING)]
        assert found == [each._replace(changed=0) for each in kept.collection.briefings(EVERYTHING)]
