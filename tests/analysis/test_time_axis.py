"""The axis of the timeline: which days it shows at first, and what zooming makes of them."""

from __future__ import annotations

from datetime import date

import pytest

from brief_tui.analysis.time_axis import Window, usual_window, whole_range, zoomed
from brief_tui.analysis.time_ticks import ticks
from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import parse
from brief_tui.model.item import Claim
from brief_tui.model.register import Register


def told(*dates: str, as_of: str = "") -> Register:
    """A briefing in which something was said on each of these dates."""
    claims = tuple(
        Claim(id=f"c{number}", text="t", said=parse(text)) for number, text in enumerate(dates)
    )
    stated = parse(as_of) if as_of else None
    return Register.of(Briefing(id="b", title="B", claims=claims, as_of=stated))


def window(first: str, last: str) -> Window:
    """From one day to another."""
    return Window(date.fromisoformat(first), date.fromisoformat(last))


OCTOBER = window("2024-10-01", "2024-10-31")
YEARS_APART = ("2018", "2021", "2024-10-08/2024-10-13", *["2024-10-22"] * 5, "2024-11-01")


def test_the_whole_range_is_that_of_all_dates_and_of_the_as_of_date() -> None:
    register = told("2018", "2024-06~", as_of="2024-10-23")
    assert whole_range(register) == window("2018-01-01", "2024-10-23")
    assert whole_range(told("2024-06-03", "2024-06-30")) == window("2024-06-03", "2024-06-30")


@pytest.mark.parametrize("dates", [(), ("2024-06-03",), ("0001-01-01",), ("9999-12-31",)])
def test_no_window_is_shorter_than_two_weeks(dates: tuple[str, ...]) -> None:
    register = told(*dates)
    assert whole_range(register).days == usual_window(register).days == 14


def test_dates_years_apart_do_not_squeeze_those_around_the_as_of_date() -> None:
    register = told(*YEARS_APART, as_of="2024-10-23")
    assert usual_window(register) == window("2024-10-08", "2024-11-01")


def test_the_as_of_date_is_in_the_usual_window_wherever_the_dates_crowd() -> None:
    crowd = [f"2021-03-{day:02}" for day in range(1, 20)]
    register = told(*crowd, "2024-10-20", "1990", as_of="2024-10-23")
    assert date(2024, 10, 23) in usual_window(register)
    assert usual_window(told(*crowd, "1990")) == window("2021-03-01", "2021-03-19")


def test_what_is_near_the_crowd_is_in_the_usual_window() -> None:
    crowd = ["2024-06-10", "2024-06-12", "2024-06-20", "2024-06-30", "2024-06-22"]
    assert usual_window(told(*crowd, "2024-06-02", "2001")).first == date(2024, 6, 2)
    assert usual_window(told(*crowd, "2024-05-02", "2001")).first == date(2024, 6, 10)


def test_dates_that_are_spread_evenly_are_all_shown() -> None:
    register = told(*(f"2024-{month:02}-15" for month in range(1, 13)))
    assert usual_window(register) == whole_range(register)


def test_a_window_in_words_names_what_its_ends_do_not_share() -> None:
    assert str(window("2024-10-08", "2024-10-24")) == "8–24 Oct 2024"
    assert str(window("2024-10-08", "2024-11-01")) == "8 Oct – 1 Nov 2024"
    assert str(window("2018-01-01", "2024-11-01")) == "1 Jan 2018 – 1 Nov 2024"


def test_closer_halves_around_the_date_and_away_doubles() -> None:
    whole = window("2018-01-01", "2024-12-31")
    near = zoomed(OCTOBER, whole, parse("2024-10-16"), closer=True)
    assert near == window("2024-10-09", "2024-10-23")
    assert zoomed(near, whole, parse("2024-10-16"), closer=True).days == 14
    assert zoomed(OCTOBER, whole, parse("2024-10-16"), closer=False).days == 62


def test_away_goes_at_once_as_far_as_the_date_is_and_keeps_what_was_shown() -> None:
    whole = window("2018-01-01", "2024-12-31")
    assert zoomed(OCTOBER, whole, parse("2024-06"), closer=False) == window(
        "2024-06-01", "2024-10-31"
    )
    assert zoomed(OCTOBER, whole, parse("2018"), closer=False) == window("2018-01-01", "2024-10-31")
    assert zoomed(whole, whole, parse("2018"), closer=False) == whole


def labels(of: Window, cells: int, taken: range = range(0)) -> list[str]:
    """The labels of the ticks of an axis of so many cells."""
    return [tick.label for tick in ticks(of, cells, taken)]


def test_ticks_are_days_weeks_months_or_years_to_fit() -> None:
    fortnight = window("2024-10-08", "2024-10-21")
    assert labels(fortnight, 90) == ["8 Oct", *map(str, range(9, 22))]
    assert labels(OCTOBER, 40) == ["1 Oct", "8", "15", "22"]
    assert labels(OCTOBER, 20) == ["1 Oct", "15"]
    assert labels(window("2023-11-15", "2024-04-15"), 40) == ["Dec", "2024", "Feb", "Mar", "Apr"]
    assert labels(window("2018-01-01", "2024-11-01"), 20) == ["2018", "2020", "2022"]
    assert labels(window("0001-01-01", "9999-12-31"), 30) == ["2000", "4000", "6000", "8000"]


def test_a_month_is_named_at_its_first_tick() -> None:
    assert labels(window("2024-10-20", "2024-11-20"), 40) == ["22 Oct", "1 Nov", "8", "15"]


def test_ticks_leave_free_what_is_taken() -> None:
    assert labels(OCTOBER, 20, range(9, 12)) == ["1 Oct"]
    assert labels(OCTOBER, 20, range(20)) == []


def test_where_no_step_finds_room_the_beginning_is_named() -> None:
    assert labels(window("2024-10-17", "2024-10-30"), 8) == ["17 Oct"]
    assert labels(OCTOBER, 2) == []
