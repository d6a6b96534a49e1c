"""To narrow and then to ask comes to the same as to ask and then to narrow, in every section.

What a filter leaves is said here anew: of items, those that bear on one of its countries and had
been said by its day; of what is worked out, whatever is of one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.disagreements import among, disagreements
from brief_tui.analysis.figures import counted
from brief_tui.analysis.hypotheses import matrices
from brief_tui.analysis.timeline import moments
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.volume import Volume
from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from tests.properties.opened import FILTERS, TRIED, WRITTEN, as_found, opened, volumes, written
from tests.strategies import COUNTRIES

Told = Iterable[tuple[str, Item]]
"""What an analysis tells of: a key for each thing, and the item that it is of."""

ANALYSES: Mapping[Section, Callable[[Register], Told]] = {
    Section.CLAIMS: lambda register: [
        (item.id, item) for item in (*register.briefing.claims, *register.briefing.evidence)
    ],
    Section.ASSESSMENTS: lambda register: [
        (item.id, item) for item in register.briefing.assessments
    ],
    Section.OPTIONS: lambda register: [(item.id, item) for item in register.briefing.options],
    Section.TIMELINE: lambda register: [
        (f"{each.item.id}@{each.lane.value}", each.item) for each in moments(register.briefing)
    ],
    Section.FIGURES: lambda register: [(each.key, each.item) for each in counted(register)],
    Section.HYPOTHESES: lambda register: [
        (f"{matrix.question.id}/{each.item.id}", each.item)
        for matrix in matrices(register).values()
        for each in matrix.bearings
    ],
}
"""The sections whose every row is of one item."""


def bears_on(register: Register, item: Item, codes: Iterable[str]) -> bool:
    """Whether one of these countries bears on an item."""
    return any(code in register.roles_of(item) for code in codes)


def keys(volume: Volume, section: Section, filter_: Filter) -> list[str]:
    """What the section shows, of rows that are of an item."""
    return [row.key for row in volume.select(section, filter_).rows if row.target]


@as_found
@given(volumes(), st.lists(st.sampled_from(COUNTRIES), unique=True, min_size=1, max_size=2))
def test_countries_leave_what_is_of_items_they_bear_on(volume: Volume, codes: list[str]) -> None:
    check_countries(volume, tuple(codes))


@pytest.mark.parametrize("name", WRITTEN)
def test_so_they_do_in_a_long_briefing(name: str) -> None:
    check_countries(written(name), ("RU", "JP"))


def check_countries(volume: Volume, codes: tuple[str, ...]) -> None:
    """Ask first, then narrow, and compare with what the sections show."""
    register = volume.register
    for section, analysis in ANALYSES.items():
        expected = [key for key, item in analysis(register) if bears_on(register, item, codes)]
        assert keys(volume, section, Filter.of(codes)) == expected, section
    left = volume.items_left(Filter.of(codes))
    assert left is not None
    told = [each.sides for each in among(disagreements(register), left)]
    assert told == [
        each.sides
        for each in disagreements(register)
        if any(bears_on(register, register.items[side], codes) for side in each.sides)
    ]


def as_it_was(briefing: Briefing, day: date) -> Briefing:
    """The briefing as an editor would have written it on a day."""

    def said(item: Item) -> bool:
        when = item.said or item.published
        return when is None or when.first <= day

    there = {item.id for item in briefing.items() if said(item)}
    return replace(
        briefing,
        claims=tuple(filter(said, briefing.claims)),
        evidence=tuple(filter(said, briefing.evidence)),
        assessments=tuple(filter(said, briefing.assessments)),
        options=tuple(filter(said, briefing.options)),
        relations=tuple(each for each in briefing.relations if {each.from_, each.to} <= there),
    )


@as_found
@given(volumes(), st.dates(date(2023, 1, 1), date(2025, 12, 31)))
def test_a_day_leaves_what_had_been_said_by_then(volume: Volume, day: date) -> None:
    check_day(volume, day)


@pytest.mark.parametrize("name", WRITTEN)
def test_so_it_does_in_a_long_briefing(name: str) -> None:
    for day in (date(2024, 6, 1), date(2024, 9, 15), date(2024, 10, 20)):
        check_day(written(name), day)


def check_day(volume: Volume, day: date) -> None:
    """Compare what is shown of a day with the briefing that would have been written then."""
    filter_ = Filter.of(known_on=day)
    then = opened(as_it_was(volume.briefing, day))
    for section in ANALYSES:
        assert keys(volume, section, filter_) == keys(then, section, EVERYTHING), section
    now, before = volume.register_on(day), then.register
    assert [each.sides for each in disagreements(now)] == [
        each.sides for each in disagreements(before)
    ]
    assert [each.key for each in counted(now)] == [each.key for each in counted(before)]


@as_found
@given(volumes(), FILTERS)
def test_each_part_of_a_filter_leaves_the_same_alone_and_together(
    volume: Volume, filter_: Filter
) -> None:
    check_parts(volume, filter_)


@pytest.mark.parametrize("filter_", TRIED, ids=Filter.describe)
@pytest.mark.parametrize("name", WRITTEN)
def test_so_does_each_part_in_a_long_briefing(name: str, filter_: Filter) -> None:
    check_parts(written(name), filter_)


def check_parts(volume: Volume, filter_: Filter) -> None:
    """Narrow to countries and words one by one, on the same day, and to both at once."""
    on_day = Filter.of(known_on=filter_.known_on)
    for section in Section:
        by_countries, by_words, by_both = (
            [row.key for row in volume.select(section, each).rows]
            for each in (
                on_day.also(Filter.of(filter_.countries)),
                filter_.without_countries(),
                filter_,
            )
        )
        assert by_both == [key for key in by_countries if key in by_words], section
        counts = volume.country_counts(section, filter_)
        for code, count in counts.items():
            alone = filter_.without_countries().also(Filter.of((code,)))
            assert count == len(volume.select(section, alone).rows), (section, code)
