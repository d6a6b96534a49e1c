"""Actors side by side: aligned by target, instrument or dimension, what differs, what is stated."""

from __future__ import annotations

from brief_tui.analysis.side_by_side import Alignment, Block, compare
from brief_tui.model.vocabulary import Dimension, Instrument, Level, OptionState
from tests.analysis.options import levels, option, register


def across(block: Block) -> list[str | None]:
    """The ids of the options of a block."""
    return [cell.option.id if cell.option else None for cell in block.rows[0].cells]


def test_options_stand_in_blocks_by_target_side_by_side() -> None:
    found = register(
        option("a1", "a", "x"),
        option("b1", "b", "y"),
        option("a2", "a", "x", "y"),
        option("b2", "b", "x"),
    )
    blocks = compare(found, ("a", "b")).blocks
    assert [(block.rows[0].shared.target, across(block)) for block in blocks] == [
        ("x", ["a1", "b2"]),
        ("x", ["a2", None]),
        ("y", ["a2", "b1"]),
    ]


def test_options_are_aligned_by_instrument_and_say_on_whom() -> None:
    economic, military = {"instruments": (Instrument.ECONOMIC,)}, (Instrument.MILITARY,)
    found = register(
        option("a1", "a", "x", instruments=(*economic["instruments"], *military)),
        option("b1", "b", "y", **economic),
        option("b2", "b"),
    )
    blocks = compare(found, ("a", "b"), Alignment.INSTRUMENT).blocks
    assert [(block.rows[0].shared.instrument, across(block)) for block in blocks] == [
        (Instrument.ECONOMIC, ["a1", "b1"]),
        (Instrument.MILITARY, ["a1", None]),
        (None, [None, "b2"]),
    ]
    targets = next(row for row in blocks[0].rows if row.aspect == "targets")
    assert [cell.text for cell in targets.cells] == [("x",), ("y",)]


def test_by_dimension_each_aspect_is_a_block_with_a_row_for_each_target() -> None:
    high = levels(capability=(Level.HIGH,))
    found = register(option("a1", "a", "x", leverage=high), option("b1", "b", "x", "y"))
    by_target = compare(found, ("a", "b"))
    by_dimension = compare(found, ("a", "b"), Alignment.DIMENSION)
    capability = next(
        block for block in by_dimension.blocks if block.rows[0].dimension is Dimension.CAPABILITY
    )
    assert [row.shared.target for row in capability.rows] == ["x", "y"]
    assert [cell.level for cell in capability.rows[0].cells] == [Level.HIGH, None]
    rows = [row for block in by_dimension.blocks for row in block.rows]
    every = [row for block in by_target.blocks for row in block.rows]
    assert len(rows) == len(every)
    assert all(row in every for row in rows)


def test_a_row_is_stated_where_one_of_the_columns_states_something() -> None:
    high = levels(capability=(Level.HIGH,))
    found = register(option("1", "a", "x", leverage=high), option("2", "b", "x"))
    (block,) = compare(found, ("a", "b")).blocks
    assert [row.aspect for row in block.rows if row.stated] == ["option", "capability"]


def test_nobody_with_an_option_makes_no_block() -> None:
    for alignment in Alignment:
        assert compare(register(), ("a", "b"), alignment).blocks == ()


def test_an_option_without_target_has_a_block_of_its_own() -> None:
    blocks = compare(register(option("1", "a"), option("2", "b", "x")), ("a", "b")).blocks
    assert [block.rows[0].shared.target for block in blocks] == [None, "x"]


def test_every_dimension_has_a_row_with_its_level_or_none() -> None:
    one = option("1", "a", "x", leverage=levels(capability=(Level.HIGH,)))
    (block,) = compare(register(one, option("2", "b", "x")), ("a", "b")).blocks
    rows = {row.dimension: row for row in block.rows if row.dimension}
    assert set(rows) == set(Dimension)
    assert [cell.level for cell in rows[Dimension.CAPABILITY].cells] == [Level.HIGH, None]
    assert rows[Dimension.CAPABILITY].differs
    assert not rows[Dimension.RISK].differs


def test_rows_differ_by_what_they_say_and_the_first_by_naming_no_option() -> None:
    same = {"state": OptionState.IN_USE}
    found = register(option("1", "a", "x", **same), option("2", "b", "x", **same), option("3", "c"))
    block = next(
        block for block in compare(found, ("a", "b")).blocks if block.rows[0].shared.target == "x"
    )
    rows = {row.aspect: row for row in block.rows}
    assert not rows["state"].differs
    assert rows["option"].differs
    block = next(
        block for block in compare(found, ("a", "c")).blocks if block.rows[0].shared.target == "x"
    )
    assert [row.aspect for row in block.rows if row.differs] == ["option", "state"]


def test_the_total_is_that_of_the_columns() -> None:
    one = option("1", "a", "x", leverage=levels(risk=(Level.LOW,)))
    comparison = compare(register(one, option("2", "b", "x")), ("a", "b"))
    assert [str(each) for each in comparison.coverage] == ["1 of 7 stated", "0 of 7 stated"]
    assert str(comparison.total) == "1 of 14 stated"


def test_an_actor_without_options_is_an_empty_column() -> None:
    comparison = compare(register(option("1", "a", "x")), ("a", "nobody"))
    assert all(cell.option is None for row in comparison.blocks[0].rows for cell in row.cells[1:])
