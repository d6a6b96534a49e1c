"""The ways from one item or party of a briefing to another, through all that ties them.

That two items stand in one source ties nearly everything to everything, so that it counts only
where the source is one of the two ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from brief_tui.analysis.ties import Tie, standing_in, ties_between, web_of
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass

MOST = 5
"""How many ways are found, unless another number is asked for."""

LONGEST = 8
"""How many steps a way has at most."""

LONGER = 2
"""How many steps a way has at most beyond those of the shortest."""


class Step(NamedTuple):
    """One step of a way, with every tie between its two ends, read from ``start`` on."""

    start: str
    end: str
    ties: tuple[Tie, ...]


Way = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The shortest ways, shortest first; ``more`` says whether there are others as short or long.

    Another is one of at most ``LONGEST`` steps and of at most ``LONGER`` more than the shortest.
    """

    found: tuple[Way, ...]
    more: bool


def paths(register: Register, start: str, end: str, most: int = MOST) -> Ways:
    """The ways from ``start`` to ``end``, each at most once through anything.

    Raises:
        KeyError: the briefing has no item or party of one of these ids.
    """
    for id_ in (start, end):
        if id_ not in register.items and id_ not in register.parties:
            raise KeyError(id_)
    web = web_of(register)
    standing = standing_in(register, (start, end))

    def beside(id_: str) -> Iterable[str]:
        return {**web[id_], **standing[id_]} if id_ in standing else web[id_]

    away = _distances(beside, end)
    if start == end or away.get(start, LONGEST + 1) > LONGEST:
        return Ways((), more=False)
    longest = min(LONGEST, away[start] + LONGER)
    found: list[tuple[str, ...]] = []
    more = False
    # The least steps that a way can come to, then the farthest along, then as the briefing has it.
    serial = count()
    open_: list[tuple[int, int, int, tuple[str, ...]]] = [(away[start], 0, next(serial), (start,))]
    while open_ and not more:
        _, behind, _, way = heappop(open_)
        if way[-1] == end:
            more = len(found) == most
            if not more:
                found.append(way)
            continue
        for there in beside(way[-1]):
            least = len(way) + away.get(there, LONGEST)
            if least <= longest and there not in way:
                heappush(open_, (least, behind - 1, next(serial), (*way, there)))

    def step(one: str, other: str) -> Step:
        return Step(one, other, tuple(dict.fromkeys(ties_between(register, one, other))))

    return Ways(tuple(tuple(map(step, way, way[1:])) for way in found), more)


def _distances(beside: Callable[[str], Iterable[str]], end: str) -> dict[str, int]:
    """How many steps it is to ``end`` from everything from which it can be reached."""
    away = {end: 0}
    queue = [end]
    for here in queue:  # grows as it goes
        for there in beside(here):
            if there not in away:
                away[there] = away[here] + 1
                queue.append(there)
    return away
