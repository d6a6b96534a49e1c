"""What holds of every matrix of competing hypotheses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.hypotheses import Matrix, matrices
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Consistency
from tests.analysis.test_hypotheses import weighed
from tests.strategies import registers

Grid = dict[str, str]
"""The marks of each hypothesis, one character for each item; a space is no mark."""

GRIDS: st.SearchStrategy[Grid] = st.integers(0, 6).flatmap(
    lambda items: st.lists(
        st.text("+-/ ", min_size=items, max_size=items), min_size=1, max_size=5
    ).map(lambda columns: {f"h{place}": marks for place, marks in enumerate(columns)})
)


def order(matrix: Matrix) -> list[str]:
    return [each.hypothesis.id for each in matrix.contenders]


@given(GRIDS)
def test_the_order_is_by_inconsistent_items_and_else_the_briefings(grid: Grid) -> None:
    assert order(weighed(**grid)) == sorted(grid, key=lambda id_: grid[id_].count("-"))


@given(GRIDS)
def test_every_count_is_of_marks_that_are_there(grid: Grid) -> None:
    matrix = weighed(**grid)
    for each in matrix.contenders:
        marks = grid[each.hypothesis.id]
        told = ((each.consistent, "+"), (each.inconsistent, "-"), (each.not_applicable, "/"))
        for ids, mark in told:
            assert ids == tuple(f"i{place}" for place, given in enumerate(marks) if given == mark)
        counted = sum(len(ids) for ids, _ in told)
        assert counted + each.unmarked == len(matrix.bearings)


@given(GRIDS, st.data())
def test_a_consistent_mark_moves_no_hypothesis(grid: Grid, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(sorted(grid)))
    marks = grid[chosen]
    gaps = [place for place, mark in enumerate(marks) if mark == " "]
    at = data.draw(st.sampled_from([*gaps, len(marks)]))
    more = grid | {chosen: f"{marks[:at]}+{marks[at + 1 :]}"}
    assert order(weighed(**more)) == order(weighed(**grid))


@given(GRIDS)
def test_an_item_with_the_same_mark_everywhere_tells_nothing_apart_and_stands_last(
    grid: Grid,
) -> None:
    bearings = weighed(**grid).bearings
    alike = {
        f"i{place}"
        for place, marks in enumerate(zip(*grid.values(), strict=True))
        if len(set(marks)) == 1 and marks[0] != " "
    }
    assert {each.item.id for each in bearings if each.alike} == alike
    assert not any(each.tells_apart for each in bearings if each.alike)
    assert [each.alike for each in bearings] == sorted(each.alike for each in bearings)
    telling = [each.tells_apart for each in bearings]
    assert telling == sorted(telling, reverse=True)


@given(GRIDS)
def test_the_more_pairs_an_item_tells_apart_the_earlier_it_stands(grid: Grid) -> None:
    pairs = [
        len(each.marked(Consistency.CONSISTENT)) * len(each.marked(Consistency.INCONSISTENT))
        for each in weighed(**grid).bearings
    ]
    assert pairs == sorted(pairs, reverse=True)


@given(registers())
def test_no_mark_is_lost_and_none_made_up(register: Register) -> None:
    shown = {
        (id_, mark.item, mark.mark)
        for matrix in matrices(register).values()
        for bearing in matrix.bearings
        for id_, mark in bearing.marks.items()
    }
    assert shown == {
        (hypothesis.id, mark.item, mark.mark)
        for hypothesis in register.briefing.hypotheses
        for mark in hypothesis.marks
    }
