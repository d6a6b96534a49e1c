"""What a reader narrows to: a value that describes itself."""

from __future__ import annotations

from datetime import date

import pytest

from brief_tui.library.filter import EVERYTHING, Filter


def test_the_filter_that_hides_nothing_is_false_and_says_so() -> None:
    assert not EVERYTHING
    assert EVERYTHING.describe() == "everything"
    assert not Filter.of(text=" \t ")
    assert not Filter.of(text="¶ —")


@pytest.mark.parametrize(
    ("filter_", "words"),
    [
        (Filter.of(("KR",)), "country: South Korea"),
        (Filter.of(("KR", "RU")), "countries: South Korea or Russia"),
        (Filter.of((), "grain  deal "), "text: grain deal"),
        (Filter.of(("KR",), "deal"), "country: South Korea · text: deal"),
        (Filter.of(known_on=date(2024, 10, 6)), "as known on 6 Oct 2024"),
        (
            Filter.of(("KR",), "deal", date(2024, 10, 16)),
            "country: South Korea · text: deal · as known on 16 Oct 2024",
        ),
    ],
)
def test_it_says_itself_in_words(filter_: Filter, words: str) -> None:
    assert filter_
    assert filter_.describe() == words


def test_a_country_is_put_in_and_taken_out_and_the_rest_stays() -> None:
    filter_ = Filter.of(("KR",), "deal")
    assert filter_.toggled("RU") == Filter.of(("KR", "RU"), "deal")
    assert filter_.toggled("RU").toggled("KR") == Filter.of(("RU",), "deal")
    assert filter_ == Filter.of(("KR",), "deal")


def test_a_day_is_chosen_and_dropped_and_the_rest_stays() -> None:
    filter_ = Filter.of(("KR",), "deal")
    chosen = filter_.as_known_on(date(2024, 6, 1))
    assert chosen == Filter.of(("KR",), "deal", date(2024, 6, 1))
    assert chosen.toggled("KR") == Filter.of((), "deal", date(2024, 6, 1))
    assert chosen.as_known_on(None) == filter_


def test_needles_have_neither_case_nor_diacritics() -> None:
    assert Filter.of(text="YILDIZ Constanța").needles == (" yildiz", " constanta")
