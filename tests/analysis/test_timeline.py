"""Dates in order, and the three kinds of date never mixed."""

from __future__ import annotations

from brief_tui.analysis.timeline import Lane, moments
from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import parse
from brief_tui.model.item import Claim


def told(**dates: dict[str, str]) -> list[tuple[str, str, str]]:
    """The moments of claims with these dates: id, lane and date."""
    claims = tuple(
        Claim(id=id_, text="t", **{lane: parse(text) for lane, text in each.items()})  # type: ignore[arg-type]
        for id_, each in dates.items()
    )
    briefing = Briefing(id="b", title="B", claims=claims)
    return [(each.item.id, each.lane.value, each.when.text) for each in moments(briefing)]


def test_each_date_of_an_item_is_a_moment_of_its_own() -> None:
    assert told(a={"event": "2024-01-01", "said": "2024-01-03", "published": "2024-01-05"}) == [
        ("a", "event", "2024-01-01"),
        ("a", "said", "2024-01-03"),
        ("a", "published", "2024-01-05"),
    ]
    assert told(a={}) == []


def test_earliest_first_by_the_first_day_a_date_can_mean() -> None:
    found = told(
        day={"event": "2024-06-15"},
        month={"event": "2024-06"},
        year={"event": "2024"},
        span={"event": "2024-06-10/2024-06-20"},
        before={"event": "2023-12-31~"},
    )
    assert [id_ for id_, _, _ in found] == ["before", "year", "month", "span", "day"]


def test_on_one_day_what_happened_comes_before_what_was_said_and_published() -> None:
    found = told(p={"published": "2024-06-01"}, s={"said": "2024-06-01"}, e={"event": "2024-06-01"})
    assert [lane for _, lane, _ in found] == [lane.value for lane in Lane]


def test_equal_dates_keep_the_order_of_the_briefing() -> None:
    found = told(b={"event": "2024"}, a={"event": "2024"}, c={"event": "2024"})
    assert [id_ for id_, _, _ in found] == ["b", "a", "c"]
