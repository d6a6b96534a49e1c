"""Figures at several sizes stand side by side; none is made up between two that were measured."""

from __future__ import annotations

import pytest

from bench.curve import Point, set_curves
from bench.pressed import percentile
from bench.table import Goal


def test_each_figure_is_one_line_with_the_ratio_of_the_largest_size() -> None:
    points = {
        1_000: [Point("down", "2 ms", 1.0, "2 ms at 100 rows", Goal(1.5)), Point("YAML", "1 MiB")],
        10_000: [Point("down", "5 ms", 2.5, "2 ms at 100 rows", Goal(1.5))],
    }
    assert set_curves(points).splitlines() == [
        "what  1,000  10,000  ratio  goal                 to",
        "down   2 ms    5 ms   2.50  at most 1.5: missed  2 ms at 100 rows",
        "YAML  1 MiB       –",
    ]


@pytest.mark.parametrize(
    ("seconds", "found"), [([1.0], 1.0), ([float(n) for n in range(100, 0, -1)], 95.0)]
)
def test_a_percentile_is_a_time_that_was_measured(seconds: list[float], found: float) -> None:
    assert percentile(seconds) == found


def test_nothing_is_said_of_keys_that_were_never_answered() -> None:
    with pytest.raises(ValueError, match="no key"):
        percentile([])
