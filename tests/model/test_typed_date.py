"""Dates as people type them, each meaning its last day."""

from __future__ import annotations

from datetime import date

import pytest

from brief_tui.model.typed_date import last_day_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024-10-16", date(2024, 10, 16)),
        (" 2024-02 ", date(2024, 2, 29)),
        ("2021", date(2021, 12, 31)),
        ("16 Oct 2024", date(2024, 10, 16)),
        ("16. october, 2024", date(2024, 10, 16)),
        ("sept 2023", date(2023, 9, 30)),
        ("16 oct", date(2019, 10, 16)),
        ("Feb", date(2019, 2, 28)),
    ],
)
def test_a_day_a_month_or_a_year_means_its_last_day(typed: str, meant: date) -> None:
    assert last_day_meant(typed, 2019) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("", "16", "soon", "oc 2024", "ju 2024", "31 feb 2024", "2024-13", "0000", "٢٠٢٤"),
        *("2024-10-08/2024-10-13", "2024-10-16~", "2024?", "16 oct 2024 at noon"),
    ],
)
def test_anything_else_is_no_date(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        last_day_meant(typed, 2019)


def test_a_day_without_a_year_is_none_where_no_year_is_known() -> None:
    with pytest.raises(ValueError, match="a date is"):
        last_day_meant("16 oct")
