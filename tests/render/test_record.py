"""Model values as JSON can hold them, under the YAML's own keys."""

from __future__ import annotations

import json

import pytest

from brief_tui.model import dates
from brief_tui.model.briefing import Relation
from brief_tui.model.item import Claim, Figure, Lever, Leverage, Option
from brief_tui.model.vocabulary import Level, OptionState, Qualifier, Role, Verb
from brief_tui.render.record import record


def test_what_is_not_stated_is_left_out() -> None:
    assert record(Figure()) == {"derived": False}
    assert "leverage" not in record(Option(id="a", text="b"))


def test_a_grade_that_means_no_basis_is_kept() -> None:
    assert record(Claim(id="a", text="b"))["credibility"] == "6"


def test_keys_are_those_of_the_yaml() -> None:
    relation = record(Relation(from_="a", verb=Verb.DISPUTES, to="b"))
    assert relation == {"from": "a", "verb": "disputes", "to": "b", "warrant": "inferred"}


def test_dates_stand_as_they_were_written() -> None:
    claim = record(Claim(id="a", text="b", event=dates.parse("2024-10-08/2024-10~")))
    assert claim["event"] == "2024-10-08/2024-10~"


def test_what_lies_within_is_plain_too() -> None:
    option = record(
        Option(
            id="a",
            text="b",
            state=OptionState.IN_USE,
            countries={"KR": (Role.ACTOR, Role.PLACE)},
            leverage=Leverage(risk=(Lever(level=Level.HIGH),)),
        )
    )
    assert option["state"] == "in-use"
    assert option["countries"] == {"KR": ["actor", "place"]}
    assert option["leverage"] == {"risk": [{"level": "high"}]}


@pytest.mark.parametrize(
    ("value", "written"),
    [(1500.0, "1500"), (0.5, "0.5"), (0.0, "0"), (-2.0, "-2"), (1e300, "1e+300")],
)
def test_a_number_is_written_as_people_write_it(value: float, written: str) -> None:
    assert json.dumps(record(Figure(value=value))["value"]) == written


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_a_number_that_json_lacks_is_text(value: float) -> None:
    found = record(Figure(value=value, qualifier=Qualifier.EXACT))
    assert json.dumps(found, allow_nan=False)
    assert isinstance(found["value"], str)


def test_what_is_no_part_of_a_briefing_is_refused() -> None:
    with pytest.raises(TypeError, match="str is no part of a briefing"):
        record("text")
