"""Rows in groups: which line a row stands on, and which row a line belongs to."""

from __future__ import annotations

import pytest

from brief_tui.render.groups import Heading
from brief_tui.render.page import Span
from brief_tui.tui.matter import RowsMatter


def rows_under(headed: list[int], count: int = 5, lines: int = 1) -> RowsMatter:
    """So many rows, with headings above some of them."""

    def heading(row: int, number: int) -> Heading:
        name = f"above {row}" if number == 0 else f"more above {row}"
        return lambda width: (Span(name),)

    return RowsMatter(
        count,
        lambda index, width: (Span(f"row {index}"),),
        headings={row: [heading(row, number) for number in range(lines)] for row in headed},
    )


def lines_of(matter: RowsMatter) -> list[str]:
    return ["".join(span.text for span in matter.line(at, 80)) for at in range(matter.count(80))]


def test_a_heading_stands_above_the_row_it_is_given_for() -> None:
    expected = ["above 0", "row 0", "row 1", "above 2", "row 2", "row 3", "row 4"]
    assert lines_of(rows_under([2, 0])) == expected


def test_several_lines_may_stand_above_a_row() -> None:
    matter = rows_under([0, 3], count=4, lines=2)
    assert lines_of(matter) == [
        *("above 0", "more above 0", "row 0", "row 1", "row 2"),
        *("above 3", "more above 3", "row 3"),
    ]
    assert [matter.row_at(line) for line in range(8)] == [0, 0, 0, 1, 2, 3, 3, 3]
    assert [matter.line_of(row) for row in range(4)] == [2, 3, 4, 7]


def test_rows_without_headings_are_their_own_lines() -> None:
    assert lines_of(rows_under([])) == [f"row {number}" for number in range(5)]


@pytest.mark.parametrize("headed", [[], [0], [4], [0, 1, 2, 3, 4], [1, 3]])
def test_a_row_is_found_again_by_its_line_and_a_heading_means_the_row_below(
    headed: list[int],
) -> None:
    matter = rows_under(headed)
    for row in range(5):
        line = matter.line_of(row)
        assert matter.row_at(line) == row
        if row in headed:
            assert matter.row_at(line - 1) == row


def test_no_rows_have_no_lines() -> None:
    matter = rows_under([], count=0)
    assert matter.count(80) == 0
    assert matter.row_at(0) == 0
