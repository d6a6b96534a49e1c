"""What a reader narrows to: a value that describes itself."""

from __future__ import annotations

from datetime import date

import pytest

from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.query.parse import parse_filter


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


def test_clauses_are_put_in_asked_for_and_taken_out() -> None:
    filter_ = Filter.of(("KR",), "deal").with_clause("speaker", ['"Kim Yong"', "lee"])
    assert str(filter_) == 'country:KR deal speaker:"Kim Yong",lee'
    assert filter_.clause("speaker") == ('"Kim Yong"', "lee")
    assert filter_.clause("speaker", excluded=True) == ()
    without = filter_.with_clause("tag", ["anonymous"], excluded=True)
    assert str(without) == 'country:KR deal speaker:"Kim Yong",lee -tag:anonymous'
    assert without.clause("tag", excluded=True) == ("anonymous",)
    assert str(without.with_clause("speaker", ["lee"])) == (
        "country:KR deal speaker:lee -tag:anonymous"
    )
    assert without.with_clause("tag", [], excluded=True) == filter_
    assert filter_.without("speaker") == Filter.of(("KR",), "deal")
    assert filter_.without_countries() == filter_.without("country")


@pytest.mark.parametrize(
    ("field", "value"), [("nothing", "a"), ("state", "b"), ("tag", "reviewed x"), ("is", "a OR b")]
)
def test_a_clause_has_a_field_and_its_values(field: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        EVERYTHING.with_clause(field, [value])


def test_a_country_is_chosen_beside_those_asked_for_in_a_role() -> None:
    filter_ = parse_filter("country:RU/target deal").filter
    assert filter_.countries == ()
    assert str(filter_.toggled("KR")) == "country:KR country:RU/target deal"
    assert filter_.toggled("KR").toggled("KR") == filter_


def test_what_has_keys_of_its_own_is_told_from_what_is_typed() -> None:
    filter_ = parse_filter("deal country:KR known:2024-10-16 -speaker:kim country:RU/target").filter
    assert str(filter_.chosen) == "country:KR known:2024-10-16"
    assert filter_.text == "deal"


def test_of_two_days_the_later_asked_one_holds() -> None:
    one, other = Filter.of(known_on=date(2024, 1, 1)), Filter.of(known_on=date(2024, 2, 2))
    assert one.also(other) == other
    assert one.also(Filter.of(text="a")).known_on == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ('deal "s 400" -x', 'text: deal "s 400" -x'),
        ("country:KR/target,RU", "countries: South Korea as target or Russia"),
        ("-country:RU", "not country: Russia"),
        (
            'a speaker:"Kim Yong",lee -tag:anonymous',
            'text: a · speaker: "Kim Yong" or lee · not tag: anonymous',
        ),
        ("(a b) OR c", "(a b) OR c"),
        (
            "known:2024-10-16 grade:>=C3 country:KR",
            "country: South Korea · grade: >=C3 · as known on 16 Oct 2024",
        ),
    ],
)
def test_a_query_is_said_in_words(query: str, words: str) -> None:
    assert parse_filter(query).filter.describe() == words


def test_what_is_left_out_is_not_looked_for_in_what_is_found() -> None:
    filter_ = parse_filter('a -b "c d" OR (e -f) speaker:g').filter
    assert filter_.needles == (" a", " c d ", " e")
