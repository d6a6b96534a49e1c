"""Where the numbers of the JSON come from: each worked out again from the ids that it names.

The JSON is read as any program would. A number under a key that is not known here fails the test:
whoever adds one says what it counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest

from brief_tui.analysis.dependants import hanging, points_on
from brief_tui.analysis.origins import confirmers, way_of
from brief_tui.cli.exported import exported
from brief_tui.library.collection import Collection
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.volume import Volume
from brief_tui.model.section import Section
from brief_tui.render.record import as_written, record
from tests.properties.opened import weighing

Above = Sequence[Any]
"""The records and lists that a number stands in, the nearest last."""


class Reading:
    """The JSON of one briefing, and what is needed to follow up its numbers."""

    def __init__(self, volume: Volume, filter_: Filter) -> None:
        self.volume = volume
        self.filter = filter_
        self.register = volume.register_on(filter_.known_on)
        self.whole = _sections(volume, EVERYTHING)
        self.of_all_countries = _sections(volume, filter_.without_countries())
        self.sections = _sections(volume, filter_)

    def figure(self, key: str) -> Mapping[str, Any]:
        """The record of a figure: of the briefing's figures, whatever a filter leaves."""
        every = [row for row in self.whole[Section.FIGURES]["rows"] if row["key"] == key]
        (found,) = every
        return found  # type: ignore[no-any-return]

    def ends(self, keys: Sequence[str]) -> set[float]:
        """The bounds of figures."""
        rows = [self.figure(key) for key in keys]
        return {row[end] for row in rows for end in ("low", "high") if row[end] is not None}


def _sections(volume: Volume, filter_: Filter) -> dict[Section, Any]:
    found: Any = exported(Collection((volume.loaded,)), None, filter_, weighing)
    (briefing,) = found["briefings"]
    return dict(zip(Section, briefing["sections"], strict=True))


def _total(reading: Reading, above: Above) -> float:
    return len(reading.whole[Section.of(above[-1]["section"])]["rows"])


def _hidden(reading: Reading, above: Above) -> float:
    return _total(reading, above) - len(above[-1]["rows"])


def _bearing_on(code: str) -> Rule:
    def rule(reading: Reading, above: Above) -> float:
        section = Section.of(above[-2]["section"])
        rows = reading.of_all_countries[section]["rows"]
        return sum(code in row["roles"] for row in rows)

    return rule


def _cells(above: Above) -> list[Any]:
    """The cells that a coverage is of: of the matrix, or of one group of it."""
    groups = above[-2].get("matrix", [above[-2]])
    options = {each["option"]: each for group in groups for each in group["options"]}
    return [cell for option in options.values() for cell in option["cells"].values()]


def _stated(reading: Reading, above: Above) -> float:
    return sum(bool(cell["voices"]) for cell in _cells(above))


def _options_hidden(reading: Reading, above: Above) -> float:
    shown = {option["option"] for group in above[-1]["matrix"] for option in group["options"]}
    return len({row["id"] for row in reading.whole[Section.OPTIONS]["rows"]} - shown)


def _items_hanging(reading: Reading, above: Above) -> float:
    return len(hanging(reading.register, above[-2]["sides"]))


def _points_hanging(reading: Reading, above: Above) -> float:
    return len(points_on(reading.register, above[-2]["sides"]))


def _dimensions_weighed(reading: Reading, above: Above) -> float:
    pair = above[-1]
    options = {each.id: each for each in reading.volume.briefing.options}
    named = {*pair["stronger_on"], *pair["equal_on"]}
    for id_ in (pair["option"], pair["other"]):
        levers = record(options[id_].leverage)
        assert named <= levers.keys()
    return 7


def _not_stated(reading: Reading, above: Above) -> float:
    item = reading.register.items[above[-2]["id"]]
    behind = (item, *confirmers(reading.register, item))
    return sum(way_of(reading.register, each).origin is None for each in behind)


Rule = Callable[[Reading, Above], float]
"""What a number must be, worked out from what stands about it."""

RULES: Mapping[str, Rule] = {
    "shown": lambda _, above: len(above[-1]["rows"]),
    "total": _total,
    "hidden": _hidden,
    "hidden_options": _options_hidden,
    "coverage.stated": _stated,
    "coverage.cells": lambda _, above: len(_cells(above)),
    "disagreements.hanging_on_it.items": _items_hanging,
    "disagreements.hanging_on_it.key_points": _points_hanging,
    "order.outranks.of_dimensions": _dimensions_weighed,
    "rows.provenance.not_stated": _not_stated,
}
"""For a number by the end of its path, lists left out."""


def _of_its_figures(reading: Reading, above: Above) -> set[float]:
    """The bounds of a measure's figures, and zero, which every axis has on it."""
    one = above[-2]
    rows = [reading.figure(key) for key in one["figures"]]
    assert {(row["measure"], row["unit"]) for row in rows} == {(one["measure"], one["unit"])}
    return reading.ends(above[-2]["figures"]) | {0}


def _apart(reading: Reading, above: Above) -> set[float]:
    """By how much the figures of the lower and of the higher reading can be apart."""
    lower, higher = (reading.ends(above[-1][side]) for side in ("lower", "higher"))
    return {_sum(high, -low) for low in lower for high in higher}


def _sum(one: float, other: float) -> float:
    found = as_written(float(one) + float(other))
    assert isinstance(found, int | float)
    return found


def _in_both(reading: Reading, above: Above) -> set[float]:
    other, one = above[-2], above[-4]
    every = reading.whole[Section.FIGURES]["measures"]
    figures = [
        each["figures"]
        for each in every
        if (each["measure"], each["unit"]) == (other["measure"], other["unit"])
    ]
    found = reading.ends([key for keys in figures for key in keys])
    return found & reading.ends(one["figures"]) if other["measure"] else found | {above[-1][0]}


def _own(reading: Reading, above: Above) -> set[float]:
    """The numbers that the item itself gives in the figure that a row is of."""
    row = next(each for each in reversed(above) if isinstance(each, dict) and "key" in each)
    item = reading.register.items[row["item"]]
    figure = record(item.figures[row["number"] - 1])
    assert row["figure"] == figure
    return {figure[end] for end in ("value", "low", "high") if end in figure}  # type: ignore[misc]


def _written(reading: Reading, above: Above) -> set[float]:
    """The numbers of an item's figures as its own record has them, which is how it is written."""
    item = reading.register.items[above[-3]["id"]]
    assert above[-2] == [record(each) for each in item.figures]
    return {value for value in above[-1].values() if isinstance(value, int | float)}


def _place(reading: Reading, above: Above) -> set[float]:
    item = reading.register.items[above[-1]["item"]]
    return set(range(1, len(item.figures) + 1))


def _where_written(reading: Reading, above: Above) -> set[float]:
    row = above[-2]
    position = reading.volume.position(row.get("item") or row["id"])
    assert position is not None
    return {position.line, position.column}


AMONG: Mapping[str, Callable[[Reading, Above], set[float]]] = {
    "measures.axis": _of_its_figures,
    "measures.differences.least": _apart,
    "measures.differences.most": _apart,
    "measures.look_alikes.same_numbers": _in_both,
    "rows.figure.value": _own,
    "rows.figure.low": _own,
    "rows.figure.high": _own,
    "rows.low": _own,
    "rows.high": _own,
    "rows.number": _place,
    "rows.position.line": _where_written,
    "rows.position.column": _where_written,
    "rows.figures.value": _written,
    "rows.figures.low": _written,
    "rows.figures.high": _written,
}
"""The same where a number must be one of several."""


def numbers(value: Any, path: str = "", above: tuple[Any, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every number below a value: its path without lists, and the number with what it is in."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from numbers(each, f"{path}.{key}", (*above, value))
    elif isinstance(value, list):
        for each in value:
            yield from numbers(each, path, (*above, value))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path.removeprefix("."), (value, above)


def check(reading: Reading, path: str, value: float, above: Above) -> None:
    """Work a number out again.

    Raises:
        AssertionError: it is another, or nobody knows where it comes from.
    """
    if path.startswith("countries."):
        assert value == _bearing_on(path.removeprefix("countries."))(reading, above), path
        return
    for end, rule in RULES.items():
        if path == end or path.endswith(f".{end}"):
            assert value == rule(reading, above), path
            return
    for end, among in AMONG.items():
        if path == end or path.endswith(f".{end}"):
            assert value in among(reading, above), path
            return
    pytest.fail(f"nobody knows where the number at {path} comes from")
