"""Where figures of one measure differ: said of whom and by how much, never averaged."""

from __future__ import annotations

import math

from hypothesis import given

from brief_tui.analysis.differences import differ, differences, readings
from brief_tui.analysis.figures import series
from brief_tui.model.item import Figure
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Qualifier
from tests.counting import claim, counting, register, sent

Told = tuple[str, str, float, float | None, bool]


def told(*figures: Figure) -> list[Told]:
    """The differences among figures of one measure, each by the keys of its two sides."""
    one = series(register(*(claim(f"c{n}", each) for n, each in enumerate(figures))))[0]
    return [
        (
            "+".join(count.item.id for count in each.higher.counts),
            "+".join(count.item.id for count in each.lower.counts),
            each.least,
            each.most,
            each.is_approximate,
        )
        for each in differences(one.counts)
    ]


def test_two_numbers_differ_by_what_lies_between_them() -> None:
    assert told(sent(11), sent(12)) == [("c1", "c0", 1, 1, False)]


def test_those_who_give_one_number_are_told_together() -> None:
    assert told(sent(12), sent(11), sent(12)) == [("c0+c2", "c1", 1, 1, False)]
    assert told(sent(12), sent(12), sent(12, Qualifier.APPROXIMATE)) == []


def test_an_approximation_makes_the_difference_one() -> None:
    assert told(sent(11, Qualifier.APPROXIMATE), sent(12)) == [("c1", "c0", 1, 1, True)]


def test_ranges_that_overlap_do_not_differ_and_others_do_by_at_least_the_gap() -> None:
    low, high = Figure(low=1, high=5, measure="sent"), Figure(low=5, high=9, measure="sent")
    assert told(low, high) == []
    assert told(low, Figure(low=7, high=9, measure="sent")) == [("c1", "c0", 2, 8, False)]


def test_what_is_open_may_differ_by_any_more() -> None:
    assert told(sent(3), sent(10, Qualifier.AT_LEAST)) == [("c1", "c0", 7, None, False)]
    assert told(sent(3, Qualifier.UP_TO), sent(10)) == [("c1", "c0", 7, None, False)]
    assert told(sent(30), sent(10, Qualifier.AT_LEAST)) == []


def test_more_than_a_number_is_not_that_number() -> None:
    assert told(sent(10), sent(10, Qualifier.AT_LEAST)) == []
    assert told(sent(10), sent(10, Qualifier.MORE_THAN)) == [("c1", "c0", 0, None, False)]
    assert told(sent(10), sent(10, Qualifier.FEWER_THAN)) == [("c0", "c1", 0, None, False)]


def test_words_without_a_number_differ_from_nothing() -> None:
    assert told(sent(3), Figure(words="dozens", measure="sent")) == []


def test_each_is_told_from_the_next_below_and_the_lowest_from_the_highest() -> None:
    pairs = [pair[:2] for pair in told(sent(40), sent(10), sent(20))]
    assert pairs == [("c2", "c1"), ("c0", "c2"), ("c0", "c1")]


def test_a_ratio_is_one_of_two_numbers_above_zero() -> None:
    def ratio(one: Figure, other: Figure) -> float | None:
        found = series(register(claim("a", one), claim("b", other)))[0]
        (difference,) = differences(found.counts)
        return difference.ratio

    assert ratio(sent(4), sent(10)) == 2.5
    assert ratio(sent(0), sent(10)) is None
    assert ratio(sent(-4), sent(10)) is None
    assert ratio(sent(4), sent(10, Qualifier.AT_LEAST)) is None
    assert ratio(sent(4), Figure(low=10, high=12, measure="sent")) is None


@given(counting())
def test_whoever_differs_is_told_from_another_and_nobody_else_is(found: Register) -> None:
    for one in series(found):
        pairs = differences(one.counts)
        in_pairs = {
            count.key
            for each in pairs
            for side in (each.lower, each.higher)
            for count in side.counts
        }
        differing = {
            count.key for count in one.counts if any(differ(count, other) for other in one.counts)
        }
        assert in_pairs == differing
        for each in pairs:
            assert each.least >= 0
            assert each.most is None or each.most >= each.least
            assert all(differ(a, b) for a in each.lower.counts for b in each.higher.counts)


@given(counting())
def test_no_reading_is_a_number_that_nobody_gave(found: Register) -> None:
    for one in series(found):
        given_ = {end for count in one.counts for end in (count.low, count.high)}
        for reading in readings(one.counts):
            for end, _ in (reading.lower_end, reading.upper_end):
                assert math.isinf(end) or end in given_
