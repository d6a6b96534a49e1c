"""What holds for the order of any options: a strict partial order, changed only where it is asked.

What the order gives by sets of options is held against the rule as it is written, pair by pair,
and what one cell could change against changing that cell.
"""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.dominance import Order, members, order_of
from brief_tui.analysis.leverage import coverage
from brief_tui.analysis.matrix import Arrangement, grouped
from brief_tui.analysis.pair import pair_of
from brief_tui.analysis.scratch import NOTHING_SUPPOSED, Scratch
from brief_tui.analysis.tornado import blocking_cells, one_step_changes
from brief_tui.model.item import Lever, Leverage, Option
from brief_tui.model.vocabulary import STEPS, Dimension, Level

FEW = (Dimension.CAPABILITY, Dimension.WILLINGNESS, Dimension.RISK)
"""With all seven, options drawn at random would hardly ever be comparable."""

voices = st.sampled_from(
    [(), (), *((level,) for level in STEPS), (Level.LOW, Level.HIGH), (Level.CONTESTED,)]
)


@st.composite
def some_options(draw: st.DrawFn) -> tuple[Option, ...]:
    """A few options of a few actors on a few targets."""
    return tuple(
        Option(
            id=f"o{number}",
            text=f"Option {number}.",
            actor=draw(st.sampled_from(["a", "b", None])),
            targets=draw(st.sampled_from([(), ("x",), ("x", "y")])),
            leverage=Leverage(
                **{each.value: tuple(Lever(level=level) for level in draw(voices)) for each in FEW}
            ),
        )
        for number in range(draw(st.integers(0, 6)))
    )


@st.composite
def supposing(draw: st.DrawFn) -> tuple[tuple[Option, ...], Scratch]:
    """Options, with some of what is not stated filled in and some dimension set aside."""
    options = draw(some_options())
    scratch = NOTHING_SUPPOSED
    for option in options:
        for dimension in FEW:
            if not option.leverage.on(dimension) and draw(st.booleans()):
                scratch = scratch.filling(option, dimension, draw(st.sampled_from(STEPS)))
    if draw(st.booleans()):
        scratch = scratch.setting_aside(draw(st.sampled_from(FEW)))
    return options, scratch


def edges(order: Order) -> set[tuple[str, str]]:
    """Every ordered pair by ids."""
    return {
        (option.id, other.id)
        for place, option in enumerate(order.options)
        for other in order.named(order.below[place])
    }


def restated(
    options: tuple[Option, ...], id_: str, dimension: Dimension, level: Level
) -> list[Option]:
    """The options with one cell stated otherwise."""
    found = []
    for option in options:
        if option.id == id_:
            levels = {each.value: option.leverage.on(each) for each in Dimension}
            levels[dimension.value] = (Lever(level=level),)
            option = Option(id=id_, text=option.text, leverage=Leverage(**levels))
        found.append(option)
    return found


@given(supposing())
def test_it_is_what_the_rule_says_pair_by_pair(given: tuple[tuple[Option, ...], Scratch]) -> None:
    options, scratch = given
    order = order_of(options, scratch)
    assert edges(order) == {
        (one.id, other.id)
        for one, other in permutations(options, 2)
        if pair_of(one, other, scratch).outranks
    }
    for place, above in enumerate(order.above):
        assert set(members(above)) == {
            each for each in range(len(options)) if order.outranks(each, place)
        }


@given(supposing())
def test_it_is_a_strict_partial_order(given: tuple[tuple[Option, ...], Scratch]) -> None:
    found = edges(order_of(*given))
    assert all(one != other for one, other in found)
    assert all((other, one) not in found for one, other in found)
    for one, other in found:
        assert {(one, third) for second, third in found if second == other} <= found


@given(supposing())
def test_every_pair_is_ordered_or_has_a_reason(given: tuple[tuple[Option, ...], Scratch]) -> None:
    options, scratch = given
    found = edges(order_of(options, scratch))
    for one, other in permutations(options, 2):
        ordered = {(one.id, other.id), (other.id, one.id)} & found
        reason = pair_of(one, other, scratch).reason
        assert (reason is None) == bool(ordered)
        assert pair_of(other, one, scratch).reason is reason


@given(supposing())
def test_levels_hold_every_ordered_option_once_and_each_pair_leads_down(
    given: tuple[tuple[Option, ...], Scratch],
) -> None:
    order = order_of(*given)
    level_of = {place: number for number, level in enumerate(order.levels()) for place in level}
    assert sorted([*level_of, *order.unordered()]) == list(range(len(order.options)))
    for place, below in enumerate(order.below):
        assert all(level_of[place] < level_of[other] for other in members(below))


@given(supposing(), st.data())
def test_filling_in_a_cell_changes_only_pairs_of_its_option(
    given: tuple[tuple[Option, ...], Scratch], data: st.DataObject
) -> None:
    options, scratch = given
    empty = [
        (option, each)
        for option in options
        for each in Dimension
        if scratch.level(option, each) is None
    ]
    if not empty:
        return
    option, dimension = data.draw(st.sampled_from(empty))
    filled = scratch.filling(option, dimension, data.draw(st.sampled_from(STEPS)))
    changed = edges(order_of(options, scratch)) ^ edges(order_of(options, filled))
    assert all(option.id in pair for pair in changed)


@given(some_options(), st.frozensets(st.sampled_from(Dimension)))
def test_the_tornado_names_exactly_what_changing_each_cell_changes(
    options: tuple[Option, ...], aside: frozenset[Dimension]
) -> None:
    scratch = Scratch(aside=aside)
    order = order_of(options, scratch)
    before = edges(order)
    named = {}
    for change in one_step_changes(order):
        here = change.option.id
        pairs = {(here, each.id) for each in order.named(change.outranks)}
        pairs |= {(each.id, here) for each in order.named(change.outranked_by)}
        lost = {(here, each.id) for each in order.named(change.no_longer_outranks)}
        lost |= {(each.id, here) for each in order.named(change.no_longer_outranked_by)}
        named[here, change.dimension, change.after] = (pairs, lost)
        assert change.pairs == len(pairs) + len(lost)
    expected = {}
    for option in options:
        for dimension in Dimension:
            level = option.leverage.level(dimension)
            for after in STEPS:
                if level not in STEPS or abs(STEPS.index(level) - STEPS.index(after)) != 1:
                    continue
                then = edges(order_of(restated(options, option.id, dimension, after), scratch))
                if then != before:
                    expected[option.id, dimension, after] = (then - before, before - then)
    assert named == expected


@given(some_options())
def test_a_cell_that_stands_in_the_way_orders_just_the_pairs_it_names(
    options: tuple[Option, ...],
) -> None:
    order = order_of(options)
    before = edges(order)
    named: dict[tuple[str, Dimension], set[tuple[str, str]]] = {}
    for cell in blocking_cells(order):
        here = cell.option.id
        found = named.setdefault((here, cell.dimension), set())
        for opening in (*cell.outranks, *cell.outranked_by):
            down = opening in cell.outranks
            then = edges(order_of(restated(options, here, cell.dimension, opening.level)))
            for other in order.named(opening.options):
                pair = (here, other.id) if down else (other.id, here)
                assert pair in then
                found.add(pair)
    for option in options:
        for dimension in Dimension:
            if option.leverage.on(dimension):
                continue
            gained = (
                set().union(
                    *(
                        edges(order_of(restated(options, option.id, dimension, each)))
                        for each in STEPS
                    )
                )
                - before
            )
            sharing = {each.id for each in options if _share(option, each)}
            wanted = {pair for pair in gained if set(pair) - {option.id} <= sharing}
            assert named.get((option.id, dimension), set()) == wanted


def _share(one: Option, other: Option) -> bool:
    return any(
        each.leverage.level(dimension) in STEPS and one.leverage.level(dimension) in STEPS
        for dimension in Dimension
        for each in (other,)
    )


@given(supposing(), st.sets(st.integers(0, 5)))
def test_to_filter_and_to_weigh_come_to_the_same_in_either_order(
    given: tuple[tuple[Option, ...], Scratch], kept: set[int]
) -> None:
    options, scratch = given
    left = tuple(option for number, option in enumerate(options) if number in kept)
    ids = {option.id for option in left}
    every = edges(order_of(options, scratch))
    assert edges(order_of(left, scratch)) == {pair for pair in every if ids.issuperset(pair)}
    for arrangement in Arrangement:
        groups = {
            group.party: tuple(each for each in group.options if each.id in ids)
            for group in grouped(options, arrangement)
        }
        expected = {party: each for party, each in groups.items() if each}
        assert {group.party: group.options for group in grouped(left, arrangement)} == expected
    cells = sum(coverage((option,)).stated for option in left)
    assert coverage(left).stated == cells


@given(supposing())
def test_supposing_never_changes_what_the_briefing_states(
    given: tuple[tuple[Option, ...], Scratch],
) -> None:
    options, scratch = given
    before = repr(options)
    order = order_of(options, scratch)
    one_step_changes(order)
    blocking_cells(order)
    assert repr(options) == before
    for option in options:
        for dimension in Dimension:
            if option.leverage.on(dimension):
                assert scratch.level(option, dimension) is option.leverage.level(dimension)
