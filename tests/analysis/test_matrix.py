"""The options in groups, and which of them may be weighed against each other."""

from __future__ import annotations

from brief_tui.analysis.matrix import Arrangement, Weighing, grouped
from brief_tui.analysis.scratch import NOTHING_SUPPOSED
from tests.analysis.options import option

OPTIONS = (
    option("1", None),
    option("2", "b", "x", "y"),
    option("3", "a", "y"),
    option("4", "b"),
)


def in_groups(arrangement: Arrangement) -> list[tuple[str | None, list[str]]]:
    """Each group's party, with the ids of its options."""
    return [
        (group.party, [each.id for each in group.options])
        for group in grouped(OPTIONS, arrangement)
    ]


def test_levers_of_each_actor_those_of_nobody_last() -> None:
    assert in_groups(Arrangement.OF) == [("b", ["2", "4"]), ("a", ["3"]), (None, ["1"])]


def test_levers_on_each_target_an_option_under_each_of_its_targets() -> None:
    assert in_groups(Arrangement.ON) == [("x", ["2"]), ("y", ["2", "3"]), (None, ["1", "4"])]


def test_all_options_together() -> None:
    assert in_groups(Arrangement.ALL) == [(None, ["1", "2", "3", "4"])]
    assert grouped((), Arrangement.ALL) == ()


def test_the_arrangements_come_round() -> None:
    assert Arrangement.OF.next is Arrangement.ON
    assert Arrangement.ON.next.next is Arrangement.OF


def test_options_that_name_no_party_are_not_compared_but_all_together_are() -> None:
    for arrangement in Arrangement:
        weighing = Weighing(OPTIONS, 0, arrangement, NOTHING_SUPPOSED)
        for group, order in weighing.orders():
            nameless = group.party is None and arrangement is not Arrangement.ALL
            assert (order is None) == nameless
