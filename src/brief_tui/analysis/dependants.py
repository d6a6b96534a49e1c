"""What hangs on an item: whatever it supports or confirms, and whatever rests on it.

An item rests on another that it names as its basis (for itself or for a lever of it) or that its
chain leads through; a key point rests on the items that carry it. What hangs on those hangs on
it, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from brief_tui.analysis.circles import circles_of
from brief_tui.analysis.leverage import DIMENSIONS
from brief_tui.model.briefing import KeyPoint
from brief_tui.model.item import Assessment, Item, Option
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Verb

CARRYING = frozenset((Verb.SUPPORTS, Verb.CONFIRMS))
"""The verbs by which one item bears another up."""

_AT_ONCE = 1 << 14
"""How many items are counted in one pass; what a pass keeps of each item has so many bits."""


class Weight(NamedTuple):
    """How many items and how many key points hang on something."""

    items: int
    points: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.items + self.points


@dataclass(frozen=True, slots=True)
class _Graph:
    """The items by place in the briefing, and above each what hangs on it directly."""

    ids: Sequence[str]
    place: Mapping[str, int]
    above: Sequence[Sequence[int]]


@lru_cache(maxsize=4)
def _graph(register: Register) -> _Graph:
    ids = list(register.items)
    place = {id_: number for number, id_ in enumerate(ids)}
    above: list[list[int]] = [[] for _ in ids]
    for relation in register.briefing.relations:
        if relation.verb in CARRYING:
            above[place[relation.from_]].append(place[relation.to])
    for number, item in enumerate(register.items.values()):
        for step in item.chain:
            if step.who in place:
                above[place[step.who]].append(number)
        for below in _bases(item):
            if below in place:
                above[place[below]].append(number)
    return _Graph(ids, place, above)


def _bases(item: Item) -> Iterable[str]:
    if isinstance(item, Option):
        levers = (lever for dimension in DIMENSIONS for lever in item.leverage.on(dimension))
        return (*item.rests_on, *(id_ for lever in levers for id_ in lever.basis))
    return item.rests_on if isinstance(item, Assessment) else ()


def hanging(register: Register, ids: Iterable[str]) -> tuple[Item, ...]:
    """Every item that hangs on any of ``ids``, nearest first, and none of these themselves."""
    graph = _graph(register)
    queue = list(dict.fromkeys(graph.place[id_] for id_ in ids if id_ in graph.place))
    own = len(queue)
    met = set(queue)
    for number in queue:  # grows as it goes
        for other in graph.above[number]:
            if other not in met:
                met.add(other)
                queue.append(other)
    return tuple(register.items[graph.ids[number]] for number in queue[own:])


def points_on(register: Register, ids: Iterable[str]) -> tuple[KeyPoint, ...]:
    """The key points that hang on any of ``ids``: carried by them or by what hangs on them."""
    given = set(ids)
    under = {item.id for item in hanging(register, given)} | given
    return tuple(point for point in register.briefing.summary if under.intersection(point.items))


def weigh(register: Register, groups: Sequence[tuple[str, ...]]) -> list[Weight]:
    """How much hangs on each of these groups of items: what ``hanging`` and ``points_on`` find.

    All are counted together, circles as one, a bit for each item: to follow each group by itself
    would take the square of the time in a briefing where everything hangs together.

    Args:
        register: the briefing's.
        groups: ids of its items, in each group at least one and none twice.
    """
    graph = _graph(register)
    place, above = graph.place, graph.above
    circles = circles_of(above)
    circle_of = [0] * len(above)
    for number, circle in enumerate(circles):
        for member in circle:
            circle_of[member] = number
    higher = [
        {circle_of[each] for member in circle for each in above[member]} for circle in circles
    ]
    held = [tuple([circle_of[place[id_]] for id_ in group]) for group in groups]
    found = _counted(register, graph, circles, higher, set(held))
    return [
        Weight(found[each][0] - len(group), found[each][1])
        for each, group in zip(held, groups, strict=True)
    ]


def _counted(
    register: Register,
    graph: _Graph,
    circles: list[list[int]],
    higher: list[set[int]],
    groups: Collection[tuple[int, ...]],
) -> dict[tuple[int, ...], tuple[int, int]]:
    """For groups of circles, how many items are in them or above, and how many key points are."""
    carried = _carried(register, graph.place)
    first_item = len(register.briefing.summary)
    only_points = (1 << first_item) - 1
    found = dict.fromkeys(groups, (0, 0))
    for first in range(0, len(graph.ids), _AT_ONCE):
        own = [
            1 << (number - first + first_item) if first <= number < first + _AT_ONCE else 0
            for number in range(len(graph.ids))
        ]
        if not first:
            for number, bits in carried.items():
                own[number] |= bits
        reach = _reach(circles, higher, own)
        for group, (items, points) in found.items():
            bits = reach[group[0]]
            for circle in group[1:]:
                bits |= reach[circle]
            of_points = (bits & only_points).bit_count()
            found[group] = (items + bits.bit_count() - of_points, points + of_points)
    return found


def _carried(register: Register, place: Mapping[str, int]) -> dict[int, int]:
    """For every item that carries a key point, by its place, those points as bits."""
    carried: dict[int, int] = {}
    for number, point in enumerate(register.briefing.summary):
        for id_ in point.items:
            if id_ in place:
                carried[place[id_]] = carried.get(place[id_], 0) | 1 << number
    return carried


def _reach(circles: list[list[int]], higher: list[set[int]], own: list[int]) -> list[int]:
    """For every circle the bits that its members and all above it have of their own."""
    reach: list[int] = []
    for number, circle in enumerate(circles):
        bits = 0
        for member in circle:
            bits |= own[member]
        for other in higher[number]:
            if other != number:  # what lies above comes before
                bits |= reach[other]
        reach.append(bits)
    return reach
