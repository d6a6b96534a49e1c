"""What holds of every briefing as known on a day, in every section."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.library.filter import Filter
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import Loaded
from brief_tui.model.briefing import Briefing
from brief_tui.model.section import Section
from brief_tui.render.book import section_page
from brief_tui.render.disagreements import disagreements_page
from brief_tui.render.layout import lay_out
from brief_tui.render.party import party_page
from brief_tui.render.rests import rests_page
from brief_tui.render.stands import stands_page
from tests.strategies import COUNTRIES, briefings, whens

DAYS = whens().flatmap(lambda when: st.sampled_from((when.first, when.last)))
SECTIONS = st.sampled_from(Section)
OF_ONE_ITEM = st.sampled_from(
    (Section.CLAIMS, Section.ASSESSMENTS, Section.OPTIONS, Section.TIMELINE, Section.HYPOTHESES)
)
"""Sections whose rows tell of one item each."""


def opened(briefing: Briefing) -> Volume:
    """A briefing as if it had been loaded."""
    return Volume(Loaded(Path("generated.yaml"), briefing, (), {}, briefing.title, False))


def keys(volume: Volume, section: Section, filter_: Filter) -> set[str]:
    """The rows that a filter leaves."""
    return {row.key for row in volume.select(section, filter_).rows}


@given(briefings(), OF_ONE_ITEM, st.sampled_from(COUNTRIES), DAYS)
def test_a_country_and_a_day_leave_what_each_leaves_in_either_order(
    briefing: Briefing, section: Section, country: str, day: date
) -> None:
    volume = opened(briefing)
    one, other = Filter.of((country,)), Filter.of(known_on=day)
    assert one.as_known_on(day) == other.toggled(country)
    both = keys(volume, section, one.as_known_on(day)) - _open_questions(volume)
    assert both == keys(volume, section, one) & keys(volume, section, other) - _open_questions(
        volume
    )


def _open_questions(volume: Volume) -> set[str]:
    """The rows that stand for a question without an item."""
    return {row.key for row in volume.rows(Section.HYPOTHESES) if not row.items}


@given(briefings(), SECTIONS, DAYS)
def test_the_rows_are_those_with_an_item_that_is_kept_or_with_none_at_all(
    briefing: Briefing, section: Section, day: date
) -> None:
    volume = opened(briefing)
    kept = volume.register_on(day).items
    selection = volume.select(section, Filter.of(known_on=day))
    wanted = [
        row.key
        for row in volume.rows(section)
        if not row.items or any(item.id in kept for item in row.items)
    ]
    assert sorted(row.key for row in selection.rows) == sorted(wanted)
    assert selection.hidden == selection.total - len(wanted)
    assert all(item.id in kept for row in selection.rows for item in row.items)


@given(briefings(), SECTIONS, DAYS)
def test_the_counts_of_countries_are_of_the_rows_shown(
    briefing: Briefing, section: Section, day: date
) -> None:
    volume = opened(briefing)
    filter_ = Filter.of(known_on=day)
    rows = volume.select(section, filter_).rows
    for code, count in volume.country_counts(section, filter_).items():
        assert count == sum(code in row.roles for row in rows)
        assert count == len(volume.select(section, filter_.toggled(code)).rows)


@given(briefings(), DAYS)
def test_everything_can_be_shown_as_known_on_any_day(briefing: Briefing, day: date) -> None:
    volume = opened(briefing)
    register = volume.register_on(day)
    pages = [party_page(register, party) for party in register.parties.values()]
    pages += [stands_page(register, item) for item in register.items.values()]
    pages += [rests_page(register, id_) for id_ in (*register.items, *register.parties)]
    pages.append(disagreements_page(register, volume.items_left(Filter.of(known_on=day))))
    for section in Section:
        rows = volume.select(section, Filter.of(known_on=day)).rows
        entries = [(row.subject, row.roles, None) for row in rows]
        pages.append(section_page(register, section, entries))
    assert all(lay_out(page, 60) for page in pages)
