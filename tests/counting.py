"""Briefings made of figures, to test what holds for all of them: written ones and generated."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import When, parse
from brief_tui.model.item import Claim, Figure, Measure
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Qualifier
from tests.strategies import figures, whens

SENT = Measure(id="sent", name="soldiers sent", unit="soldiers")
PLANNED = Measure(id="planned", name="soldiers planned", unit="soldiers")
MEASURES = (SENT, PLANNED, Measure(id="paid", name="paid"))


def claim(id_: str, *figures: Figure, said: str = "") -> Claim:
    """A claim with these figures."""
    return Claim(id=id_, text=id_, figures=figures, said=parse(said) if said else None)


def register(*claims: Claim) -> Register:
    """A briefing that counts soldiers sent and soldiers planned."""
    return Register.of(Briefing(id="b", title="B", measures=(SENT, PLANNED), claims=claims))


def sent(value: float, qualifier: Qualifier | None = None, unit: str = "") -> Figure:
    """So many sent."""
    return Figure(value=value, qualifier=qualifier, measure="sent", unit=unit)


@cache
def counting() -> st.SearchStrategy[Register]:
    """Briefings of nothing but claims with figures of every form, dated or not."""
    measures = tuple(measure.id for measure in MEASURES)
    some = st.lists(figures(measures), max_size=3)
    claims = st.lists(st.tuples(some, st.none() | whens()), max_size=5)
    return claims.map(_register)


def _register(given: list[tuple[list[Figure], When | None]]) -> Register:
    claims = tuple(
        Claim(id=f"c{number}", text="C", figures=tuple(figures), said=said)
        for number, (figures, said) in enumerate(given)
    )
    return Register.of(Briefing(id="b", title="B", measures=MEASURES, claims=claims))
