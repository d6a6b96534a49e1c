"""The ways from one item or party of a briefing to another, through all that ties them.

That two items stand in one source ties nearly everything to everything, so that it counts only
where the source is one of the two ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from brief_tui.model.briefing import Relation
from brief_tui.model.chain import speaker_of
from brief_tui.model.item import Assessment, Claim, Item, Option
from brief_tui.model.party import Source
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Dimension, ProvenanceStep

MOST = 5
"""How many ways are found, unless another number is asked for."""

LONGEST = 8
"""How many steps a way has at most."""

LONGER = 2
"""How many steps a way has at most beyond those of the shortest."""


class Tie(NamedTuple):
    """What one thing is to another: a relation, which may be read from either end, or in words."""

    words: str = ""
    relation: Relation | None = None


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
    web = _web(register)
    standing = _standing(register, (start, end))

    def beside(id_: str) -> Iterable[str]:
        near = web.get(id_, {})
        return {**near, **standing[id_]} if id_ in standing else near

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
        ties = (*web.get(one, {}).get(other, ()), *standing.get(one, {}).get(other, ()))
        return Step(one, other, tuple(dict.fromkeys(ties)))

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


_Web = Mapping[str, Mapping[str, Sequence[Tie]]]


@lru_cache(maxsize=4)
def _web(register: Register) -> _Web:
    """Everything with what it is tied to, and how; relations first.

    An item may name what the register does not have, where that was said later than its day.
    """
    has = {*register.items, *register.parties}
    web: dict[str, dict[str, list[Tie]]] = {}
    for one, other, forward, backward in _tied(register):
        if one != other and one in has and other in has:
            web.setdefault(one, {}).setdefault(other, []).append(forward)
            web.setdefault(other, {}).setdefault(one, []).append(backward)
    return web


def _standing(register: Register, ends: tuple[str, str]) -> _Web:
    """What stands in a source that is one of the ends."""
    web: dict[str, dict[str, tuple[Tie, ...]]] = {}
    stands_in, holds = (Tie("stands in"),), (Tie("holds"),)
    for item in register.briefing.items():
        source = register.source_of(item)
        if source in ends:
            web.setdefault(item.id, {})[source] = stands_in
            web.setdefault(source, {})[item.id] = holds
    return web


_Tied = tuple[str, str, Tie, Tie]
"""One end, the other, what the one is to the other and the other to the one."""


@cache
def _both(forward: str, backward: str) -> tuple[Tie, Tie]:
    return Tie(forward), Tie(backward)


def _tied(register: Register) -> Iterator[_Tied]:
    for relation in register.briefing.relations:
        tie = Tie(relation=relation)
        yield relation.from_, relation.to, tie, tie
    for item in register.briefing.items():
        yield from _bases(item)
        yield from _voices(item)
        yield from _chain(register, item)
    for source in register.briefing.sources:
        for each in source.chain:
            if each.who is not None:
                yield source.id, each.who, *_both("draws on", "is drawn on by")
    for actor in register.briefing.actors:
        if actor.affiliation is not None:
            yield actor.id, actor.affiliation, *_both("belongs to", "includes")
        for member in actor.members:
            yield actor.id, member, *_both("has as a member", "is a member of")


def _bases(item: Item) -> Iterator[_Tied]:
    if isinstance(item, Assessment | Option):
        for id_ in item.rests_on:
            yield item.id, id_, *_both("rests on", "is a basis of")
    if isinstance(item, Option):
        for dimension in Dimension:
            label = dimension.label
            for lever in item.leverage.on(dimension):
                for id_ in lever.basis:
                    back = f"is a basis of the {label} of"
                    yield item.id, id_, *_both(f"rests for its {label} on", back)
                if lever.assessor is not None:
                    back = f"judges the {label} of"
                    yield item.id, lever.assessor, *_both(f"has its {label} judged by", back)


def _voices(item: Item) -> Iterator[_Tied]:
    if isinstance(item, Claim) and item.speaker is not None:
        yield item.id, item.speaker, *_both("is said by", "says")
    if isinstance(item, Assessment) and item.expert is not None:
        yield item.id, item.expert, *_both("is the judgement of", "judges")
    if isinstance(item, Option):
        if item.actor is not None:
            yield item.id, item.actor, *_both("could be done by", "could do")
        for target in item.targets:
            yield item.id, target, *_both("would work on", "is the target of")


def _chain(register: Register, item: Item) -> Iterator[_Tied]:
    voice = speaker_of(item)
    for number, each in enumerate(item.chain, 1):
        if each.who is None or each.who == voice:
            continue
        ends = number == len(item.chain) and not _goes_on(register, each.who)
        backward = "is the origin of" if ends else "relays"
        yield item.id, each.who, *_both(_COMES[each.how], backward)


def _goes_on(register: Register, who: str) -> bool:
    """Whether a chain that leads to ``who`` leads further."""
    item, party = register.items.get(who), register.parties.get(who)
    if item is not None:
        return bool(item.chain) or speaker_of(item) is not None
    return isinstance(party, Source) and bool(party.chain)


_COMES: Mapping[ProvenanceStep, str] = {
    ProvenanceStep.ATTRIBUTED_TO: "is attributed to",
    ProvenanceStep.QUOTED_FROM: "is quoted from",
    ProvenanceStep.PRIMARY_SOURCE: "has as its primary source",
    ProvenanceStep.DERIVED_FROM: "is derived from",
    ProvenanceStep.REVISION_OF: "is a revision of",
}
