"""What holds of every axis of time, and of every day by which something is known."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.known import Growth, Known, as_known_on, carried_on, known_by
from brief_tui.analysis.time_axis import (
    LEAST_DAYS,
    Window,
    usual_window,
    whole_range,
    zoomed,
)
from brief_tui.analysis.time_ticks import ticks
from brief_tui.analysis.timeline import every_date, moments
from brief_tui.model.dates import When
from brief_tui.model.item import Claim
from brief_tui.model.register import Register
from tests.strategies import registers, whens

DAYS = st.dates() | whens().flatmap(lambda when: st.sampled_from((when.first, when.last)))
CELLS = st.integers(1, 120)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """Windows of two weeks to ten thousand years."""
    length = draw(st.integers(LEAST_DAYS, 60) | st.integers(LEAST_DAYS, date.max.toordinal()))
    first = draw(st.integers(1, date.max.toordinal() - length + 1))
    return Window(date.fromordinal(first), date.fromordinal(first + length - 1))


@given(windows(), CELLS, DAYS, DAYS)
def test_a_day_is_in_the_strip_if_it_is_in_the_window_and_never_before_an_earlier_one(
    window: Window, cells: int, one: date, other: date
) -> None:
    for day in (one, other, window.first, window.last):
        assert (0 <= window.cell(day, cells) < cells) == (day in window)
    early, late = sorted((one, other))
    assert window.cell(early, cells) <= window.cell(late, cells)


@given(windows(), CELLS, st.integers(0, 120), st.integers(0, 30))
def test_no_tick_stands_over_another_over_what_is_taken_or_over_the_edge(
    window: Window, cells: int, start: int, length: int
) -> None:
    taken = range(start, start + length)
    covered: set[int] = set(taken)
    for tick in ticks(window, cells, taken):
        own = set(range(tick.cell, tick.end))
        assert tick.label
        assert own <= set(range(cells))
        assert not own & covered
        covered |= own


@given(windows(), CELLS)
def test_ticks_are_in_order(window: Window, cells: int) -> None:
    found = [tick.cell for tick in ticks(window, cells)]
    assert found == sorted(found)


@given(registers(), st.data())
def test_zooming_keeps_the_date_under_the_cursor_and_stays_in_the_whole_range(
    register: Register, data: st.DataObject
) -> None:
    dates = every_date(register)
    whole, window = whole_range(register), usual_window(register)
    for closer in data.draw(st.lists(st.booleans(), max_size=8)) if dates else ():
        when = data.draw(st.sampled_from(dates))
        before, window = window, zoomed(window, whole, when, closer=closer)
        assert window.days >= LEAST_DAYS
        assert window.first in whole
        assert window.last in whole
        assert window.first <= when.last
        assert when.first <= window.last
        if not closer:
            assert all(day in window for day in (before.first, before.last, when.first, when.last))


@given(registers())
def test_away_again_and_again_shows_all_there_is_and_closer_two_weeks(register: Register) -> None:
    whole = window = whole_range(register)
    for when in every_date(register)[:1]:
        for _ in range(24):
            window = zoomed(window, whole, when, closer=True)
        assert window.days == LEAST_DAYS
        for _ in range(24):
            window = zoomed(window, whole, when, closer=False)
        assert window == whole


@given(registers())
def test_the_usual_window_is_part_of_the_whole_range_and_holds_most_dates(
    register: Register,
) -> None:
    whole, usual, dates = whole_range(register), usual_window(register), every_date(register)
    assert usual.first in whole
    assert usual.last in whole
    inside = sum(when.first in usual and when.last in usual for when in dates)
    assert 3 * inside >= 2 * len(dates)
    if register.briefing.as_of is not None:
        assert register.briefing.as_of.last in usual


@given(registers(), DAYS)
def test_the_axis_is_the_same_on_whatever_day_the_briefing_is_looked_at(
    register: Register, day: date
) -> None:
    then = as_known_on(register, day)
    assert usual_window(then) == usual_window(register)
    assert whole_range(then) == whole_range(register)


@given(registers(), DAYS, DAYS)
def test_a_later_day_never_hides_more(register: Register, one: date, other: date) -> None:
    early, late = (as_known_on(register, day) for day in sorted((one, other)))
    assert early.items.keys() <= late.items.keys()
    assert {id(each) for each in early.briefing.relations} <= {
        id(each) for each in late.briefing.relations
    }
    shown = [{(m.item.id, m.lane) for m in moments(each.briefing)} for each in (early, late)]
    assert shown[0] <= shown[1]


@given(registers(), DAYS)
def test_what_is_undated_is_never_hidden_and_what_is_hidden_was_said_later(
    register: Register, day: date
) -> None:
    then = as_known_on(register, day)
    assert {**then.items, **then.later}.keys() == register.items.keys()
    for item in register.briefing.items():
        state = known_by(item, day)
        assert (state is Known.UNDATED) == (item.said is None and item.published is None)
        assert (item.id in then.later) == (state is Known.LATER)


@given(whens(), DAYS, DAYS)
def test_what_is_known_stays_known(when: When, one: date, other: date) -> None:
    claim = Claim(id="c", text="t", said=when)
    order = [Known.LATER, Known.PERHAPS, Known.KNOWN]
    early, late = (order.index(known_by(claim, day)) for day in sorted((one, other)))
    assert early <= late


@given(registers(), DAYS)
def test_growth_counts_what_the_rule_says(register: Register, day: date) -> None:
    growth = Growth(register)
    items = list(register.briefing.items())
    states = [known_by(item, day, carried_on(register, item)) for item in items]
    counted = growth.on(day)
    assert counted.said == states.count(Known.KNOWN)
    assert counted.perhaps == states.count(Known.PERHAPS)
    assert growth.undated == sum(known_by(item, day) is Known.UNDATED for item in items)
