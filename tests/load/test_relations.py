"""Relations and bases that come back to where they began."""

from __future__ import annotations

from brief_tui.model.problem import Severity
from tests.load.written import Desk


def test_what_was_derived_from_an_item_cannot_confirm_it(desk: Desk) -> None:
    problem = desk.only_problem(
        """claims:
  - {id: first, text: x, speaker: minister}
  - {id: echo, text: y, speaker: envoy, chain: first}
relations: {from: ▸echo, verb: confirms, to: first}
"""
    )
    assert problem.code == "circular-confirmation"
    assert problem.severity is Severity.ERROR


def test_two_items_of_one_origin_may_confirm_each_other(desk: Desk) -> None:
    loaded = desk.load_after_head(
        """claims:
  - {id: first, text: x, speaker: minister}
  - {id: other, text: y, speaker: minister, chain: [agency, minister]}
relations:
  - {from: other, verb: confirms, to: first}
  - {from: first, verb: confirms, to: other}
"""
    )
    assert loaded.problems == ()


def test_judgements_that_rest_on_each_other_are_told_of_once(desk: Desk) -> None:
    problem = desk.only_problem(
        """assessments:
  - {id: a, text: x, expert: envoy, rests_on: ▸b}
  - {id: b, text: y, expert: envoy, rests_on: a}
  - {id: c, text: z, expert: envoy, rests_on: a}
"""
    )
    assert problem.code == "circular-basis"
    assert problem.severity is Severity.WARNING
    assert "a → b → a" in problem.message
