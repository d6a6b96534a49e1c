"""What a half-typed query can go on with, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.library.filter import Filter
from brief_tui.library.query.completing import MOST, Completion, Values, completed, meaning_of
from brief_tui.library.query.names_here import names_not_here
from brief_tui.library.query.parse import parse_filter
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section

CORRIDOR = Path(__file__).parents[2] / "material" / "corridor.yaml"
ENTRY = load_briefing(CORRIDOR)
VOLUME = Volume(ENTRY)


def completion(
    text: str, section: Section = Section.CLAIMS, place: int | None = None
) -> Completion:
    """What the test's briefing offers for a query."""
    parsed = parse_filter(text)
    values = Values(
        lambda field: VOLUME.facet(field, section, parsed.filter),
        lambda field, beginning: VOLUME.values(field, beginning, MOST),
    )
    return completed(text, len(text) if place is None else place, parsed.problems, values)


def labels(text: str, section: Section = Section.CLAIMS) -> list[str]:
    """What its candidates are called."""
    return [each.label for each in completion(text, section).candidates]


@pytest.mark.parametrize("text", ["", "ships ", "(", "-", 'a "b" ', "state:in-use "])
def test_where_a_part_begins_every_field_may_follow(text: str) -> None:
    assert labels(text)[:3] == ["country:", "actor:", "speaker:"]


@pytest.mark.parametrize("text", ["ships", '"sta', 'speaker:"Government of Ukraine"', "x:y"])
def test_where_nothing_can_follow_nothing_is_offered(text: str) -> None:
    assert labels(text) == []


def test_a_value_among_several_is_completed_and_none_is_offered_twice() -> None:
    assert "hypothetical" in labels("state:in-use,", Section.OPTIONS)
    assert "in use" not in labels("state:in-use,", Section.OPTIONS)
    found = completion("state:in-use,hyp", Section.OPTIONS)
    assert (found.start, found.end) == (13, 16)


def test_a_name_is_found_by_an_alias_and_written_in_quotes() -> None:
    (found,) = completion("speaker:kyi").candidates
    assert (found.label, found.text) == ("Government of Ukraine", '"Government of Ukraine" ')


def test_what_no_row_here_bears_comes_last_and_says_so() -> None:
    rows = [each.rows for each in completion("state:h", Section.CLAIMS).candidates]
    assert rows == [0]


def test_words_of_a_vocabulary_have_their_meaning() -> None:
    meanings = {each.label: each.meaning for each in completion("voice:").candidates}
    assert meanings["reported"] == "a speaker said it"
    assert meaning_of("grade", "B2") == "usually reliable · probably true"
    assert meaning_of("state", "in-use") == ""


def test_a_date_is_completed_on_either_side_of_a_range() -> None:
    for text in ("said:2024-05..", "said:", "said:<"):
        assert "Jun 2024" in labels(text)
    assert labels("said:2024-0") == labels("said:")
    assert labels("said:jun") == ["Jun 2024"]


def test_the_last_thing_that_is_wrong_is_said_where_nothing_is_half_typed() -> None:
    assert "`staet:`" in completion("staet:x ships").message
    assert completion("state:under").message == ""
    assert "not closed" in completion('ships "wait').message


@given(st.text(alphabet='abst:"(),-.<=>/ 2OR', max_size=14), st.integers(0, 14))
def test_taking_a_candidate_never_breaks_what_stands_around_it(text: str, place: int) -> None:
    place = min(place, len(text))
    found = completion(text, place=place)
    assert 0 <= found.start <= found.end <= len(text)
    wrong = len(parse_filter(text).problems)
    for each in found.candidates:
        taken = f"{text[: found.start]}{each.text}{text[found.end :]}"
        assert len(parse_filter(taken).problems) <= wrong + each.text.endswith(":")


def test_names_that_no_row_bears_are_told() -> None:
    asked = parse_filter('speaker:nobody,kyiv -source:"no such" country:FR expert:kim').filter
    assert list(names_not_here(asked, VOLUME.values)) == [
        "no speaker here is called nobody",
        'no source here is called "no such"',
        "no expert here is called kim",
    ]
    assert list(names_not_here(Filter.of(["KR"], "zzz"), VOLUME.values)) == []


@pytest.mark.parametrize(
    ("slip", "meant"), [("goverment", "Government of Ukraine"), ("Ukrane", "Government of Ukraine")]
)
def test_whom_a_name_may_mean_is_told(slip: str, meant: str) -> None:
    (said,) = names_not_here(parse_filter(f"speaker:{slip}").filter, VOLUME.values)
    assert said == f"no speaker here is called {slip}; did you mean {meant}?"


def test_no_end_of_a_range_is_offered_before_its_beginning() -> None:
    every = [each.text.strip() for each in completion("said:").candidates]
    last = max(each for each in every if each)
    assert [each.text.strip() for each in completion(f"said:{last}-01..").candidates] == [last]
    assert len(completion("said:..").candidates) == len(every) > 1


@pytest.mark.parametrize("text", ["said:>=", "said:2024-01..", "said:..", "grade:>="])
def test_behind_an_operator_or_in_a_range_no_rows_are_told_of_one_value(text: str) -> None:
    found = completion(text).candidates
    assert found
    assert {each.rows for each in found} == {None}
