"""Every number in the JSON can be traced: to ids beside it, or to what the items of these say."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given

from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.volume import Volume
from tests.properties.json_numbers import AMONG, RULES, Reading, check, numbers
from tests.properties.opened import FILTERS, TRIED, WRITTEN, as_found, volumes, written
from tests.strategies import Size

COUNTED = Size(measures=1, claims=5, options=2, questions=1, hypotheses=3, relations=10)
"""Most figures of one measure, and much that is related."""


def check_numbers(volume: Volume, filter_: Filter) -> None:
    """Work every number out again."""
    reading = Reading(volume, filter_)
    for section in reading.sections.values():
        for path, (value, above) in numbers(section):
            check(reading, path, value, above)


@as_found
@given(volumes(COUNTED), FILTERS)
def test_every_number_can_be_worked_out_again_from_ids(volume: Volume, filter_: Filter) -> None:
    check_numbers(volume, filter_)


@pytest.mark.parametrize("filter_", TRIED, ids=Filter.describe)
@pytest.mark.parametrize("name", WRITTEN)
def test_so_can_those_of_a_long_briefing(name: str, filter_: Filter) -> None:
    check_numbers(written(name), filter_)


def test_every_rule_is_asked() -> None:
    asked = {
        end
        for name in WRITTEN
        for filter_ in TRIED
        for section in Reading(written(name), filter_).sections.values()
        for path, _ in numbers(section)
        for end in (*RULES, *AMONG)
        if f".{path}".endswith(f".{end}")
    }
    assert asked == {*RULES, *AMONG}


def check_voices(volume: Volume, filter_: Filter) -> None:
    """Compare what is said of voices and origins with the ids beside it."""
    for section in Reading(volume, filter_).sections.values():
        for found in (row["provenance"] for row in section["rows"] if "provenance" in row):
            told = [int(number) for number in re.findall(r"\d+", found["words"])]
            counts = [len(found["voices"]), len(found["origins"])]
            silent = found["not_stated"] if found["origins"] else 0
            assert told == [count for count in (*counts, silent) if count], found


@as_found
@given(volumes(COUNTED), FILTERS)
def test_how_many_voices_and_origins_are_said_is_how_many_are_named(
    volume: Volume, filter_: Filter
) -> None:
    check_voices(volume, filter_)


@pytest.mark.parametrize("name", WRITTEN)
def test_so_it_is_in_a_long_briefing(name: str) -> None:
    check_voices(written(name), EVERYTHING)


IDS = ("items", "options", "voices", "origins", "rests", "would_fall", "may_fall", "sides")


@as_found
@given(volumes(COUNTED), FILTERS)
def test_every_id_it_names_is_one_of_the_briefings(volume: Volume, filter_: Filter) -> None:
    there = {*volume.register.items, *volume.register.parties}

    def look(value: Any) -> None:
        if isinstance(value, list):
            for each in value:
                look(each)
        elif isinstance(value, dict):
            for key, each in value.items():
                if key in IDS and isinstance(each, list):
                    assert {id_ for id_ in each if isinstance(id_, str)} <= there, (key, each)
                look(each)

    look(list(Reading(volume, filter_).sections.values()))
