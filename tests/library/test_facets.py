"""Counting values over what is known of rows: each row once for a value, months by overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.library.facets import beginning_so, by_month, counted, found_in
from brief_tui.library.facts import Facts
from brief_tui.library.filter import Filter
from brief_tui.library.query.condition import holds


def rows(*marks: tuple[tuple[str, str], ...]) -> list[Facts]:
    """Rows that bear these marks and say nothing."""
    return [Facts("", each) for each in marks]


def counts(field: str, found: list[Facts]) -> list[tuple[str, str, int]]:
    """What a facet shows of them."""
    return [(each.value, each.label, each.rows) for each in counted(field, found)]


def test_the_most_frequent_value_comes_first_and_then_by_name() -> None:
    found = rows(
        (("state", "in-use"), ("voice", "article")),
        (("state", "hypothetical"),),
        (("state", "requested"),),
        (("state", "hypothetical"),),
        (),
    )
    assert counts("state", found) == [
        ("hypothetical", "hypothetical", 2),
        ("in-use", "in use", 1),
        ("requested", "requested", 1),
    ]


def test_a_country_is_counted_once_whatever_its_roles() -> None:
    found = rows((("country", "KR"), ("country", "KR/target"), ("country", "KR/place")))
    assert counts("country", found) == [("KR", "South Korea", 1)]


def test_names_that_are_written_alike_are_one_and_a_row_bears_them_once() -> None:
    nis = "NIS\x1fNational Intelligence Service\x1fnis"
    other = "NIS\x1fkr-nis"
    found = rows((("speaker", nis), ("speaker", other)), (("speaker", other),))
    assert counts("speaker", found) == [('"NIS"', "NIS", 2)]


def test_a_briefing_is_named_by_its_title_and_written_by_its_id() -> None:
    found = rows((("briefing", "kp-ru\x1fNorth Korean troops"),))
    assert counts("briefing", found) == [('"kp-ru"', "North Korean troops", 1)]


def test_months_stand_in_their_order_each_with_all_that_may_fall_in_it() -> None:
    spans = [
        ("2024-10-08", "2024-10-13"),
        ("2024-09-30", "2024-10-01"),
        ("2024-01-01", "2024-12-31"),
        ("2023-12-31", "2023-12-31"),
    ]
    found = rows(*((("said.first", first), ("said.last", last)) for first, last in spans), ())
    assert counts("said", found) == [
        ("2023-12", "Dec 2023", 1),
        ("2024-01", "Jan 2024", 1),
        ("2024-09", "Sep 2024", 2),
        ("2024-10", "Oct 2024", 3),
    ]


DAYS = st.dates().map(str)


@given(st.lists(st.tuples(DAYS, DAYS).map(lambda ends: tuple(sorted(ends))), max_size=12))
def test_a_month_has_every_row_whose_span_touches_it(spans: list[tuple[str, str]]) -> None:
    found = counted("said", rows(*((("said.first", a), ("said.last", b)) for a, b in spans)))
    for month, _, amount in found:
        assert amount == sum(a[:7] <= month <= b[:7] for a, b in spans)
    assert [each.value for each in found] == sorted({a[:7] for a, _ in spans})


def test_a_day_that_is_none_ends_nothing() -> None:
    assert [each.label for each in by_month({"nonsense": 1}, {"": 1})] == ["nonsens"]


def test_a_value_is_found_by_the_beginning_of_any_word_of_any_of_its_names() -> None:
    marks = ["National Intelligence Service\x1fNIS\x1fkr-nis", "Other\x1fother"]
    found = found_in("speaker", rows(*((("speaker", mark),) for mark in marks)))
    for typed in ("nat", "INTELLIGENCE S", "nis", "kr-n", "kr n"):
        assert [each.label for each in beginning_so(found, typed, 9)] == [
            "National Intelligence Service"
        ]
    for typed in ("ational", "service nis", "x"):
        assert beginning_so(found, typed, 9) == []
    assert len(beginning_so(found, "", 9)) == 2
    assert len(beginning_so(found, "", 1)) == 1


NAMES = st.sampled_from(["Reuters", "Reuters Kyiv", "Kyiv", "REUTERS", "—", "wire", "Kyiv wire"])
NAMED = st.lists(NAMES, min_size=2, max_size=4).map("\x1f".join)
GRADES = st.sampled_from(["A", "B", "B1", "B2", "C2", "F6"])
MARKS = st.one_of(
    *(st.tuples(st.just(field), NAMED) for field in ("speaker", "source", "briefing")),
    st.tuples(st.just("grade"), GRADES),
    st.tuples(st.just("country"), st.sampled_from(["KR", "KR/target", "UA", "XX"])),
    st.tuples(st.just("state"), st.sampled_from(["in-use", "hypothetical"])),
)


@given(st.lists(st.lists(MARKS, max_size=4).map(tuple), max_size=8))
def test_a_value_counts_what_a_query_for_it_finds(
    marks: list[tuple[tuple[str, str], ...]],
) -> None:
    found = rows(*marks)
    for field in ("speaker", "source", "briefing", "grade", "country", "state"):
        for bucket in counted(field, found):
            asked = Filter().with_clause(field, (bucket.value,))
            assert bucket.rows == sum(holds(asked.condition, each) for each in found)
            assert asked.clause(field) == (bucket.value,)
