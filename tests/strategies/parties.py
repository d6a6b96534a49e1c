"""Sources and actors, and the chains that lead back to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st

from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.vocabulary import (
    IdentityClass,
    ProvenanceStep,
    Reliability,
    SourceKind,
    SourceTag,
)
from tests.strategies.dates import whens
from tests.strategies.made import COUNTRIES, NAMES, TEXTS, Fields, made, one_of_ids, some
from tests.strategies.size import Size


def chains(back_to: Sequence[str], most: int) -> st.SearchStrategy[tuple[Step, ...]]:
    """Chains that end in one of these ids, or in nothing; ``back_to`` is the nearest last."""
    ends_in_nothing = st.none() | st.builds(Step, how=st.sampled_from(ProvenanceStep))
    if not back_to:
        return ends_in_nothing.map(lambda end: (end,) if end is not None else ())
    ways = st.lists(st.integers(0, len(back_to) - 1), unique=True, max_size=most)
    hows = st.lists(st.sampled_from(ProvenanceStep), min_size=most, max_size=most)
    notes = st.sampled_from(("", "", "as it told reporters"))

    def joined(
        way: list[int], hows: list[ProvenanceStep], note: str, end: Step | None
    ) -> tuple[Step, ...]:
        steps = [
            Step(who=back_to[index], how=how, note=note)
            for index, how in zip(sorted(way, reverse=True), hows, strict=False)
        ]
        return (*steps, end) if end is not None else tuple(steps)

    return st.builds(joined, ways, hows, notes, ends_in_nothing)


@cache
def sources(id_: str, size: Size) -> st.SearchStrategy[Source]:
    """A source whose chain leads back to parties that come before it."""
    return made(
        Source,
        named(id_),
        {
            "kind": st.sampled_from(SourceKind),
            "country": st.sampled_from(COUNTRIES),
            "reliability": st.sampled_from(Reliability),
            "descriptor": st.sampled_from(TEXTS),
            "tags": some(tuple(SourceTag)),
            "url": st.just(f"https://example.org/{id_}"),
            "published": whens(),
            "chain": chains(size.bases[: size.bases.index(id_)], size.chain),
        },
    )


@cache
def actors(id_: str, size: Size) -> st.SearchStrategy[Actor]:
    """An actor that may belong to others, and have others as its members, even in a circle."""
    others = [other for other in size.ids("actors") if other != id_]
    return made(
        Actor,
        named(id_),
        {
            "aliases": st.just((f"Alias {id_}", "Абв")),
            "identity_class": st.sampled_from(IdentityClass),
            "country": st.sampled_from(COUNTRIES),
            "descriptor": st.sampled_from(TEXTS),
            "affiliation": one_of_ids(others),
            "members": some(others),
        },
    )


def named(id_: str) -> Fields:
    """An id, and a name that tells it from others."""
    return {
        "id": st.just(id_),
        "name": st.sampled_from(NAMES).map(lambda name: f"{name} {id_}"),
    }
