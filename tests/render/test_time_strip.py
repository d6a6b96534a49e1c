"""Dates drawn on an axis: what each glyph says, and that all strips share their columns."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.time_axis import Window
from brief_tui.model.dates import When, parse
from brief_tui.render import cells
from brief_tui.render.page import Spans
from brief_tui.render.time_strip import Axis, blank, glyph, scale, strip
from tests.strategies import whens

OCTOBER = Window(date(2024, 10, 1), date(2024, 10, 31))
AXIS = Axis(OCTOBER, date(2024, 10, 23))
CELLS = 31
"""One for each day of October."""


def text(spans: Spans) -> str:
    """Spans without their tones."""
    return "".join(span.text for span in spans)


def drawn(when: str, axis: Axis = AXIS, width: int = CELLS) -> str:
    """A date on an axis, without the blanks around it and the line of the as-of date."""
    return text(strip(axis, parse(when), width)).replace("│", " ").strip()


NO_LINE = Axis(OCTOBER, None)


@pytest.mark.parametrize(
    ("when", "glyphs"),
    [
        ("2024-10-08", "●"),
        ("2024-10-08~", "~●"),
        ("2024-10-08?", "?●"),
        ("2024-10-08/2024-10-13", "├────┤"),
        ("2024-10-08~/2024-10-13", "~├╌╌╌╌┤"),
        ("2024-10-08/2024-10-13?", "├╌╌╌╌┤?"),
        ("2024-10-08?/2024-10-13~", "?├╌╌╌╌┤~"),
        ("2024-10-08/2024-10-08", "●"),
        ("2024-10", "○·····························○"),
        ("2024-10-20/2024-10", "├──────────○"),
        ("2024-10-20/2024-11", "├──────────›"),
        ("2024-09/2024-10-05", "‹───┤"),
        ("2024-09/2024-10-01", "┤"),
        ("2024", "‹·····························›"),
        ("2024~", "‹··············~··············›"),
        ("2023", "‹"),
        ("2024-11-01", "›"),
        ("2024-10-01~", "●~"),
    ],
)
def test_a_glyph_says_how_exact_a_date_is(when: str, glyphs: str) -> None:
    assert drawn(when, NO_LINE) == glyphs


def test_what_is_shorter_than_a_cell_still_says_what_it_is() -> None:
    years = Axis(Window(date(2018, 1, 1), date(2024, 12, 31)), None)
    assert drawn("2024-06", years, 14) == "○"
    assert drawn("2024-06-08/2024-06-13", years, 14) == "╫"
    assert drawn("2024-06-08~/2024-06-13?", years, 14) == "~╫?"
    assert drawn("2024-06-08", years, 14) == "●"
    assert drawn("2024-06-08~", years, 14) == "~●"


def test_the_kinds_of_date_are_told_apart_by_glyph_alone() -> None:
    kinds = [
        *("2024-10-08", "2024-10-08~", "2024-10-08?", "2024-10", "2024-10~", "2024-10?"),
        *("2024-10-08/2024-10-13", "2024-10-08~/2024-10-13", "2024-10-08/2024-10-13?"),
        "2024-09/2024-10",
    ]
    assert len({glyph(parse(when)) for when in kinds}) == len(kinds)
    wide = Axis(Window(date(2024, 8, 1), date(2024, 11, 30)), None)
    assert len({drawn(when, wide, 60).replace("··", "") for when in kinds}) == len(kinds)


def test_the_as_of_date_is_a_line_in_one_column_that_gives_way_to_what_is_on_it() -> None:
    line = text(blank(AXIS, CELLS)).index("│")
    for when in ("2024-10-08", "2024-10-08/2024-10-13", "2023", "2025", "2024-10"):
        assert text(strip(AXIS, parse(when), CELLS))[line] == "│"
    assert text(strip(AXIS, parse("2024-10-23"), CELLS))[line] == "●"
    assert text(strip(AXIS, parse("2024-10-20/2024-10-25"), CELLS))[line] == "┼"
    assert text(scale(AXIS, CELLS))[line] == "│"
    beyond = Axis(OCTOBER, date(2024, 11, 1))
    assert "│" not in text(blank(beyond, CELLS))


def test_the_day_looked_at_is_a_line_of_its_own() -> None:
    axis = Axis(OCTOBER, date(2024, 10, 23), date(2024, 10, 16))
    assert text(blank(axis, CELLS)) == " " * 15 + "┊" + " " * 6 + "│" + " " * 8
    same = Axis(OCTOBER, date(2024, 10, 23), date(2024, 10, 23))
    assert text(blank(same, CELLS)).strip() == "│"


def test_the_scale_names_days_and_the_as_of_date_where_there_is_room() -> None:
    assert text(scale(AXIS, 20)) == "╷1 Oct   ╷15  │as of"
    assert text(scale(AXIS, 14)) == "╷Oct as of│   "
    assert "as of 23 Oct" in text(scale(AXIS, 50))
    late = Axis(OCTOBER, date(2024, 10, 31))
    assert text(scale(late, 20)) == "╷1 Oct   ╷15  as of│"
    assert "│" not in text(scale(NO_LINE, 20))


@given(whens(), st.integers(1, 80), st.dates(), st.none() | st.dates())
def test_a_strip_is_as_wide_as_asked_for_and_never_without_a_mark_of_its_date(
    when: When, width: int, start: date, as_of: date | None
) -> None:
    first = min(start, date(9999, 1, 1))
    for days in (14, 60, 360):
        axis = Axis(Window(first, date.fromordinal(first.toordinal() + days - 1)), as_of)
        shown = text(strip(axis, when, width))
        assert cells.width(shown) == cells.width(text(scale(axis, width))) == width
        assert len(shown) == width
        assert set(shown) - {" ", "│"}
        beyond = when.last < axis.window.first or when.first > axis.window.last
        assert beyond == (set(shown) - {" ", "│"} <= {"‹", "›"} and shown.strip(" │") in "‹›")


@given(whens(), st.integers(5, 80), st.dates())
def test_the_same_day_is_in_the_same_column_in_every_strip(
    when: When, width: int, day: date
) -> None:
    first = min(day, date(9999, 1, 1))
    window = Window(first, date.fromordinal(first.toordinal() + 59))
    cell = window.cell(day, width)
    point = parse(day.isoformat())
    assert text(strip(Axis(window, None), point, width))[cell] == "●"
    assert text(blank(Axis(window, day), width))[cell] == "│"
    interval = parse(f"{day.isoformat()}/{window.last.isoformat()}")
    assert text(strip(Axis(window, None), interval, width))[cell] == "├"
