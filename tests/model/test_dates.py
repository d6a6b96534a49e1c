"""Dates as sources give them."""

from datetime import date

import pytest

from brief_tui.model.dates import Precision, parse


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024-10-22", date(2024, 10, 22), date(2024, 10, 22), Precision.DAY),
        ("2024-06", date(2024, 6, 1), date(2024, 6, 30), Precision.MONTH),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), Precision.MONTH),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), Precision.DAY),
        ("0001", date(1, 1, 1), date(1, 12, 31), Precision.YEAR),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), Precision.MONTH),
    ],
)
def test_a_date_is_as_long_as_its_precision(
    text: str, first: date, last: date, precision: Precision
) -> None:
    when = parse(text)
    assert (when.first, when.last) == (first, last)
    assert when.start == when.end
    assert when.start.precision is precision
    assert not when.is_interval
    assert when.text == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2021", False, False),
        ("2021~", True, False),
        ("2024-10?", False, True),
        ("2024-10-08~/2024-10-13", True, False),
        ("2024-10-08/2024-10-13?", False, True),
        ("2024-10-08~/2024-10-13?", True, True),
    ],
)
def test_approximate_and_uncertain_are_kept_apart(
    text: str, approximate: bool, uncertain: bool
) -> None:
    when = parse(text)
    assert when.is_approximate is approximate
    assert when.is_uncertain is uncertain


def test_an_interval_reaches_from_the_first_day_of_one_end_to_the_last_of_the_other() -> None:
    when = parse("2023-12/2024-02")
    assert when.is_interval
    assert (when.first, when.last) == (date(2023, 12, 1), date(2024, 2, 29))


def test_the_ends_of_an_interval_may_overlap() -> None:
    assert parse("2024/2024-03").last == date(2024, 3, 31)
    assert parse("2024-10-22/2024-10").first == date(2024, 10, 22)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-10-22", "22 Oct 2024"),
        ("2024-06", "Jun 2024"),
        ("2021", "2021"),
        ("0987", "0987"),
        ("2024-06~", "about Jun 2024"),
        ("2021?", "2021 (uncertain)"),
        ("2024-10-08/2024-10-13", "8–13 Oct 2024"),
        ("2024-09-28/2024-10-03", "28 Sep – 3 Oct 2024"),
        ("2024-12-28/2025-01-03", "28 Dec 2024 – 3 Jan 2025"),
        ("2024-06/2024-09", "Jun–Sep 2024"),
        ("2023-11/2024-02", "Nov 2023 – Feb 2024"),
        ("2021/2024", "2021 – 2024"),
        ("2024-06/2024-09-03", "Jun 2024 – 3 Sep 2024"),
        ("2024-10-08~/2024-10-13", "about 8 Oct 2024 – 13 Oct 2024"),
        ("2024-10-08/2024-10-13?", "8 Oct 2024 – 13 Oct 2024 (uncertain)"),
    ],
)
def test_a_date_says_itself_in_words(text: str, words: str) -> None:
    assert str(parse(text)) == words


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "a date is"),
        ("yesterday", "a date is"),
        ("24-10-22", "a date is"),
        ("2024-1-2", "a date is"),
        ("2024-10-22T10:00", "a date is"),
        ("2024/10/22", "two ends"),
        ("2024-10-22~?", "a date is"),
        ("2024-10-22 ", "a date is"),
        ("2024-10-22\n", "a date is"),
        ("٢٠٢٤", "a date is"),
        ("2024-13", "no month 13"),
        ("2024-00", "no month 00"),
        ("2024-02-30", "Feb 2024 has no day 30"),
        ("2023-02-29", "Feb 2023 has no day 29"),
        ("2024-04-00", "Apr 2024 has no day 00"),
        ("0000", "no year 0000"),
        ("2024-10-13/2024-10-08", "ends before it starts"),
        ("2024-10/", "a date is"),
        ("/2024-10", "a date is"),
        ("2024-10-08/..", "a date is"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse(text)
