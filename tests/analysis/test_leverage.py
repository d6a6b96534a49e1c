"""Actors side by side: blocks by target, what is stated, contested or different."""

from __future__ import annotations

from brief_tui.analysis.leverage import actors_with_options, coverage, options_of
from brief_tui.analysis.side_by_side import compare
from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Lever, Leverage, Option
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Dimension, Level, OptionState


def register(*options: Option) -> Register:
    """A briefing of nothing but options."""
    return Register.of(Briefing(id="b", title="B", options=options))


def option(id_: str, actor: str | None, *targets: str, **more: object) -> Option:
    """An option."""
    return Option(id=id_, text=id_, actor=actor, targets=targets, **more)  # type: ignore[arg-type]


def levels(**dimensions: tuple[Level, ...]) -> Leverage:
    """Leverage with a voice per level."""
    return Leverage(
        **{name: tuple(Lever(level=level) for level in many) for name, many in dimensions.items()}
    )


def test_actors_are_those_with_options_in_the_order_of_these() -> None:
    found = register(option("1", "b", "x"), option("2", "a"), option("3", "b"), option("4", None))
    assert actors_with_options(found) == ("b", "a")
    assert [each.id for each in options_of(found, "b")] == ["1", "3"]


def test_coverage_counts_dimensions_and_not_voices() -> None:
    one = option("1", "a", leverage=levels(capability=(Level.HIGH, Level.LOW), risk=(Level.LOW,)))
    assert str(coverage((one, option("2", "a")))) == "2 of 14 stated"
    assert str(coverage(())) == "0 of 0 stated"


def test_options_stand_in_blocks_by_target_side_by_side() -> None:
    found = register(
        option("a1", "a", "x"),
        option("b1", "b", "y"),
        option("a2", "a", "x", "y"),
        option("b2", "b", "x"),
    )
    blocks = compare(found, ("a", "b")).blocks
    assert [
        (block.target, [each.id if each else None for each in block.options]) for block in blocks
    ] == [("x", ["a1", "b2"]), ("x", ["a2", None]), ("y", ["a2", "b1"])]


def test_an_option_without_target_has_a_block_of_its_own() -> None:
    blocks = compare(register(option("1", "a"), option("2", "b", "x")), ("a", "b")).blocks
    assert [block.target for block in blocks] == [None, "x"]


def test_every_dimension_has_a_row_with_its_level_or_none() -> None:
    one = option("1", "a", "x", leverage=levels(capability=(Level.HIGH,)))
    (block,) = compare(register(one, option("2", "b", "x")), ("a", "b")).blocks
    rows = {row.dimension: row for row in block.rows if row.dimension}
    assert set(rows) == set(Dimension)
    assert [cell.level for cell in rows[Dimension.CAPABILITY].cells] == [Level.HIGH, None]
    assert rows[Dimension.CAPABILITY].differs
    assert not rows[Dimension.RISK].differs


def test_voices_that_disagree_are_contested_and_those_that_agree_are_not() -> None:
    leverage = levels(capability=(Level.HIGH, Level.LOW), risk=(Level.LOW, Level.LOW))
    assert leverage.level(Dimension.CAPABILITY) is Level.CONTESTED
    assert leverage.level(Dimension.RISK) is Level.LOW
    assert leverage.level(Dimension.HEADROOM) is None


def test_rows_differ_by_what_they_say_and_by_having_no_option() -> None:
    same = {"state": OptionState.IN_USE}
    found = register(option("1", "a", "x", **same), option("2", "b", "x", **same), option("3", "c"))
    block = next(block for block in compare(found, ("a", "b")).blocks if block.target == "x")
    rows = {row.aspect: row for row in block.rows}
    assert not rows["state"].differs
    assert rows["option"].differs
    block = next(block for block in compare(found, ("a", "c")).blocks if block.target == "x")
    assert all(row.differs for row in block.rows)


def test_the_total_is_that_of_the_columns() -> None:
    one = option("1", "a", "x", leverage=levels(risk=(Level.LOW,)))
    comparison = compare(register(one, option("2", "b", "x")), ("a", "b"))
    assert [str(each) for each in comparison.coverage] == ["1 of 7 stated", "0 of 7 stated"]
    assert str(comparison.total) == "1 of 14 stated"


def test_an_actor_without_options_is_an_empty_column() -> None:
    comparison = compare(register(option("1", "a", "x")), ("a", "nobody"))
    assert all(cell.option is None for row in comparison.blocks[0].rows for cell in row.cells[1:])
