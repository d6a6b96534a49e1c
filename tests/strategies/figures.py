"""Measures, and figures of every form."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from brief_tui.model.item import Figure, Measure
from brief_tui.model.vocabulary import Qualifier
from tests.strategies.dates import whens
from tests.strategies.made import TEXTS, given_any, made, one_of_ids
from tests.strategies.parties import named
from tests.strategies.size import Size

QUANTITIES = (0.0, 1.0, 3.0, 1500.0, 11000.0, 12000.0, 2.5, 0.001, -40.0, 1e15, 1e300)
CONTRADICTING = {
    "low": (Qualifier.UP_TO, Qualifier.FEWER_THAN),
    "high": (Qualifier.AT_LEAST, Qualifier.MORE_THAN),
}
"""The qualifiers that a figure with only this end cannot have."""


@cache
def measures(id_: str, _: Size) -> st.SearchStrategy[Measure]:
    """A measure of the same unit as others, or of one of its own."""
    return made(
        Measure,
        named(id_),
        {"unit": st.sampled_from(("soldiers", "won")), "note": st.sampled_from(TEXTS)},
    )


@cache
def figures(measures: tuple[str, ...]) -> st.SearchStrategy[Figure]:
    """Figures of every form: a value, a range, one with its best estimate, an end, words."""
    number = st.sampled_from(QUANTITIES)
    pair = st.tuples(number, number).map(sorted)
    triple = st.tuples(number, number, number).map(sorted)
    forms: st.SearchStrategy[dict[str, object]] = st.one_of(
        number.map(lambda value: {"value": value}),
        pair.map(lambda ends: {"low": ends[0], "high": ends[1]}),
        triple.map(lambda three: {"low": three[0], "value": three[1], "high": three[2]}),
        number.map(lambda end: {"low": end}),
        number.map(lambda end: {"high": end}),
        st.sampled_from(("dozens", "a few thousand")).map(lambda words: {"words": words}),
    )
    rest = given_any(
        {},
        {
            "qualifier": st.sampled_from(Qualifier),
            "unit": st.sampled_from(("soldiers", "won")),
            "measure": one_of_ids(measures),
            "as_of": whens(),
            "words": st.sampled_from(("hundreds", "about half of them")),
            "derived": st.just(True),
            "derived_from": st.just("2 × 6,000"),
        },
    )

    def figure(form: dict[str, Any], rest: dict[str, Any]) -> Figure:
        given = {**rest, **form}
        contradicting = CONTRADICTING.get("+".join(form), ())
        if given.get("qualifier") in contradicting:
            del given["qualifier"]
        return Figure(**given)

    return st.builds(figure, forms, rest)
