"""What holds of every query: it prints as one that reads back the same, however it is typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.query.parse import parse_filter
from brief_tui.library.query.syntax import LONGEST
from tests.strategies.queries import FILTERS, TYPED


def reads_back(filter_: Filter) -> None:
    """Print and read a filter."""
    parsed = parse_filter(str(filter_))
    assert not parsed.problems
    assert parsed.filter == filter_
    assert str(parsed.filter) == str(filter_)


@given(FILTERS)
def test_a_filter_prints_itself_as_a_query_that_reads_back(filter_: Filter) -> None:
    reads_back(filter_)
    assert str(filter_).isprintable()
    assert bool(filter_) == bool(str(filter_)) == (filter_.describe() != "everything")


@given(TYPED)
def test_whatever_is_typed_is_read_and_what_is_wrong_has_its_place(text: str) -> None:
    parsed = parse_filter(text)
    reads_back(parsed.filter)
    for problem in parsed.problems:
        assert 0 <= problem.start <= problem.end <= len(text)
        assert problem.text.isprintable()


@given(FILTERS, st.data())
def test_what_is_typed_of_a_query_so_far_finds_what_can_be_read(
    filter_: Filter, data: st.DataObject
) -> None:
    whole = str(filter_)
    reads_back(parse_filter(whole[: data.draw(st.integers(0, len(whole)))]).filter)


@given(TYPED, FILTERS)
def test_what_cannot_be_read_takes_nothing_with_it(text: str, filter_: Filter) -> None:
    before = parse_filter(f"{text} state:nowhere").filter
    assert before == parse_filter(text).filter or '"' in text or text.rstrip().endswith(":")
    assert parse_filter(f"state:nowhere {filter_}").filter == filter_


@given(FILTERS, FILTERS)
def test_two_filters_together_are_what_both_queries_ask(one: Filter, other: Filter) -> None:
    both = one.also(other)
    reads_back(both)
    assert set(one.as_known_on(None).parts) | set(other.as_known_on(None).parts) == set(
        both.as_known_on(None).parts
    )
    assert one.also(EVERYTHING) == one


@given(st.text(), st.booleans())
def test_plain_words_are_searched_for_as_they_stand(text: str, is_excluded: bool) -> None:
    filter_ = Filter.of(("KR",), text)
    reads_back(filter_)
    reads_back(filter_.with_clause("speaker", ['"a b"', "c"], excluded=is_excluded))


def test_a_query_without_end_is_cut_with_a_word() -> None:
    for text in (
        "x" * 100_000,
        "(" * 100_000,
        "-" * 100_000,
        "country:KR," * 10_000,
        "\x00" * 9999,
    ):
        parsed = parse_filter(text)
        assert parsed.problems[0].text == f"a query has at most {LONGEST} characters"
        reads_back(parsed.filter)
