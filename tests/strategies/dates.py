"""Dates of every form."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from brief_tui.model import dates
from brief_tui.model.dates import When


@cache
def whens() -> st.SearchStrategy[When]:
    """Dates of every precision, marked or not, and intervals of two, far apart or the same."""
    years = st.sampled_from(("2024", "2023", "2025", "1950", "0001", "9999"))
    months = st.integers(1, 12).map(lambda month: f"-{month:02}")
    days = st.integers(1, 28).map(lambda day: f"-{day:02}")
    single = years | st.builds(str.__add__, years, months)
    single |= st.tuples(years, months, days).map("".join)
    marked = st.builds(str.__add__, single, st.sampled_from(("", "~", "?")))
    points = marked.map(dates.parse)
    return points | st.builds(_interval, points, points)


def _interval(one: When, other: When) -> When:
    first, last = (one, other) if one.first <= other.last else (other, one)
    return dates.parse(f"{first.text}/{last.text}")
