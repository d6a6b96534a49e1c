"""Figures that look comparable but are not: the reader is to be warned of each of them."""

from __future__ import annotations

from hypothesis import given

from brief_tui.analysis.figures import Shape, series
from brief_tui.analysis.look_alikes import look_alikes
from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Figure, Measure
from brief_tui.model.register import Register
from tests.counting import claim, counting

MEASURES = (
    Measure(id="sent", name="soldiers sent", unit="soldiers"),
    Measure(id="planned", name="soldiers planned", unit="Soldiers"),
    Measure(id="brigades", name="brigades planned", unit="brigades"),
    Measure(id="countries", name="countries that said so", unit="countries"),
)


def alike(measure: str, *figures: Figure) -> dict[str | None, tuple[float, ...]]:
    """What a measure's figures look like, with the numbers that they have in common."""
    register = Register.of(
        Briefing(id="b", title="B", measures=MEASURES, claims=(claim("a", *figures),))
    )
    one = next(each for each in series(register) if each.measure and each.measure.id == measure)
    return {
        each.series.measure.id if each.series.measure else None: each.same_numbers
        for each in look_alikes(register, one)
    }


def test_another_measure_in_the_same_unit_looks_alike_however_it_is_written() -> None:
    figures = (Figure(value=1500, measure="sent"), Figure(value=12000, measure="planned"))
    assert alike("sent", *figures) == {"planned": ()}
    assert alike("planned", *figures) == {"sent": ()}


def test_the_same_number_looks_alike_even_in_another_unit_and_comes_first() -> None:
    figures = (
        Figure(value=12000, measure="sent"),
        Figure(value=3, measure="planned"),
        Figure(value=12000, measure="brigades"),
    )
    found = alike("sent", *figures)
    assert found == {"brigades": (12000,), "planned": ()}
    assert list(found) == ["brigades", "planned"]


def test_small_numbers_in_different_units_are_the_same_by_chance() -> None:
    figures = (Figure(value=2, measure="brigades"), Figure(value=2, measure="countries"))
    assert alike("brigades", *figures) == {}


def test_words_without_a_number_and_figures_without_a_measure_tempt_nobody() -> None:
    figures = (
        Figure(value=1500, measure="sent"),
        Figure(words="few", measure="planned"),
        Figure(value=1500, unit="soldiers"),
    )
    assert alike("sent", *figures) == {}
    assert alike("planned", *figures) == {}


def test_one_measure_in_two_units_with_one_number_is_warned_of() -> None:
    figures = (
        Figure(value=300, measure="brigades"),
        Figure(value=300, measure="brigades", unit="battalions"),
    )
    assert alike("brigades", *figures) == {"brigades": (300,)}


@given(counting())
def test_looking_alike_goes_both_ways_and_never_to_what_may_be_compared(found: Register) -> None:
    every = series(found)
    pairs = {(one.key, other.series.key) for one in every for other in look_alikes(found, one)}
    assert pairs == {(other, one) for one, other in pairs}
    assert not {pair for pair in pairs if pair[0] == pair[1]}
    with_numbers = {
        one.key for one in every if any(each.shape is not Shape.WORDS for each in one.counts)
    }
    assert {key for pair in pairs for key in pair} <= with_numbers
