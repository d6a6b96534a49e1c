"""Where a briefing disagrees with itself, and where it is in tension, by how much hangs on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from brief_tui.analysis.dependants import Weight, weigh
from brief_tui.analysis.differences import Difference, Reading, differences
from brief_tui.analysis.figures import Count, series
from brief_tui.analysis.leverage import DIMENSIONS
from brief_tui.analysis.stance import SIDES, Side, changed_by
from brief_tui.model.briefing import Relation
from brief_tui.model.dates import When
from brief_tui.model.item import Lever, Measure, Option
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Dimension, Level, Voice, Warrant


class Kind(IntEnum):
    """In what way two sides do not agree. All but the first are tensions."""

    DISAGREEMENT = 0
    QUALIFICATION = 1
    CHANGED_VIEW = 2

    @property
    def is_tension(self) -> bool:
        """Whether both sides may be right."""
        return self is not Kind.DISAGREEMENT


class Contested(NamedTuple):
    """A dimension of an option's leverage on which voices differ, or that is called contested."""

    option: Option
    dimension: Dimension
    levers: tuple[Lever, ...]


class Differing(NamedTuple):
    """Two numbers that are given for one measure: what this comes to is worked out, not said."""

    measure: Measure
    difference: Difference


About = Relation | Contested | Differing


class Disagreement(NamedTuple):
    """Two sides that do not agree, or one option on which voices do not.

    Attributes:
        kind: in what way.
        about: the relation between the sides, the contested dimension, or the figures.
        sides: the ids of the items on either side, the one that challenges first.
        is_stated: whether the source itself sets the sides against each other.
        weight: what hangs on any of the sides.
    """

    kind: Kind
    about: About
    sides: tuple[str, ...]
    is_stated: bool
    weight: Weight


@lru_cache(maxsize=4)
def disagreements(register: Register) -> tuple[Disagreement, ...]:
    """Every disagreement, then every tension; of each those first on which more hangs.

    Where as much hangs on two, what the source states comes before what the editor infers.
    """
    found = list(_found(register))
    weights = weigh(register, [each[2] for each in found])
    every = [Disagreement(*each, weight) for each, weight in zip(found, weights, strict=True)]
    every.sort(key=_rank)
    return tuple(every)


def _rank(each: Disagreement) -> int:
    """Where it comes, as one number, since thousands of them are compared."""
    items, points = each.weight
    rank = -2 * (items + points) - each.is_stated
    return rank if each.kind is Kind.DISAGREEMENT else rank + _LAST


_LAST = 1 << 40


def among(found: Sequence[Disagreement], items: Collection[str]) -> tuple[Disagreement, ...]:
    """Those with at least one side among ``items``."""
    return tuple(each for each in found if any(side in items for side in each.sides))


def foremost(found: Sequence[Disagreement], most: int) -> tuple[Disagreement, ...]:
    """At most so many, in the order they have: the first of each kind, the second of each, ….

    Otherwise the kind of which there is most would hide that there are others.
    """
    of_kind = [[each for each in found if each.kind is kind] for kind in Kind]
    in_turn = [each for turn in zip_longest(*of_kind) for each in turn if each is not None]
    chosen = {id(each) for each in in_turn[:most]}
    return tuple(each for each in found if id(each) in chosen)


_Found = tuple[Kind, About, tuple[str, ...], bool]


def _found(register: Register) -> Iterator[_Found]:
    for option in register.briefing.options:
        for dimension in DIMENSIONS:
            levers = option.leverage.on(dimension)
            if levers and option.leverage.level(dimension) is Level.CONTESTED:
                stated = all(lever.voice is not Voice.EDITOR for lever in levers)
                about = Contested(option, dimension, levers)
                yield Kind.DISAGREEMENT, about, (option.id,), stated
    related: set[tuple[str, ...]] = set()
    for relation in register.briefing.relations:
        kind = _KINDS.get(relation.verb)
        if kind is None or relation.from_ == relation.to:
            continue
        if kind is not Kind.CHANGED_VIEW or changed_by(register, relation) is not None:
            sides = (relation.from_, relation.to)
            related.add(sides)
            yield kind, relation, sides, relation.warrant is Warrant.STATED
    yield from _differing(register, related)


def _differing(register: Register, related: Collection[tuple[str, ...]]) -> Iterator[_Found]:
    """Figures of one measure that differ, but for those of two items that a relation tells of.

    Figures for different dates may both be right, and one speaker's two figures are a view that
    has changed. What the editor worked out is nobody's figure, and disagrees with none.
    """
    for one in series(register):
        if one.measure is None or len(one.counts) < 2:
            continue
        for difference in differences(one.counts):
            given = (_given(difference.higher), _given(difference.lower))
            if not all(given):
                continue
            counts = [count for each in given for count in each]
            sides = tuple(dict.fromkeys(count.item.id for count in counts))
            told = sides in related or sides[::-1] in related
            if len(sides) < 2 or told or _over_time(difference):
                continue
            speakers = {count.speaker for count in counts}
            same = len(speakers) == 1 and None not in speakers
            kind = Kind.CHANGED_VIEW if same else Kind.DISAGREEMENT
            yield kind, Differing(one.measure, difference), sides, False


def _given(reading: Reading) -> list[Count]:
    """Those of a reading's figures that somebody gave."""
    return [
        each for each in reading.counts if not (each.figure.derived or each.figure.derived_from)
    ]


def _over_time(difference: Difference) -> bool:
    """Whether the figures hold for dates of which none can be the same."""
    lower, higher = difference.lower.counts, difference.higher.counts
    if any(count.as_of is None for count in (*lower, *higher)):
        return False
    return not any(_may_be_one(one.as_of, other.as_of) for one in lower for other in higher)


def _may_be_one(one: When | None, other: When | None) -> bool:
    return one is None or other is None or (one.first <= other.last and other.first <= one.last)


_OF_SIDE = {
    Side.AGAINST: Kind.DISAGREEMENT,
    Side.QUALIFYING: Kind.QUALIFICATION,
    Side.CHANGING: Kind.CHANGED_VIEW,
}
_KINDS = {verb: _OF_SIDE[side] for verb, side in SIDES.items() if side in _OF_SIDE}
"""What a relation with each verb is; an update only where an author changed a view."""
