"""What rests on a source, an actor or an item, and what would fall if it were withdrawn."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from brief_tui.analysis.leverage import DIMENSIONS
from brief_tui.analysis.origins import Way, confirmers, way_of
from brief_tui.model.chain import speaker_of, walk
from brief_tui.model.item import Assessment, Item, Leverage, Option
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass


class How(Enum):
    """In what way something rests on something else; the first that holds is the one told."""

    SAID = "said by it"
    GOES_BACK = "goes back to it"
    RELAYED = "relayed by it"
    CONFIRMED = "confirmed by it"
    BASED = "rests on it"
    LEVERAGE = "leverage rests on it"
    CARRIED = "stands in it"
    DRAWS = "draws on it"


_UPON_A_SOURCE = (How.BASED, How.LEVERAGE, How.CARRIED)
"""How something rests on a source as a whole. What a source said or relayed has a chain, and the
chain says itself what the source has it from."""


_NO_LEVERAGE = Leverage()
_WITH_BASIS = (Assessment, Option)


class Resting(NamedTuple):
    """Something that rests on something else.

    Attributes:
        id: the item; or, with ``How.DRAWS``, the source.
        how: in what way it rests on ``on``.
        on: what it rests on directly: what was asked about, or something that rests on that.
    """

    id: str
    how: How
    on: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What becomes of the items that rest on something that is withdrawn, in briefing order.

    Attributes:
        falling: those left with no origin, which had one before.
        unsettled: those that would fall with it if they come from it: they come by way of a source
            that draws on it, and what of that source comes from it is not stated.
        keeping: those that keep an origin, and lose a part of what they rest on.
        unstated: those that had no stated origin before.
    """

    falling: tuple[Item, ...]
    unsettled: tuple[Item, ...]
    keeping: tuple[Item, ...]
    unstated: tuple[Item, ...]

    @property
    def total(self) -> int:
        """How many items rest on it."""
        return sum(map(len, (self.falling, self.unsettled, self.keeping, self.unstated)))


def directly_on(register: Register, id_: str) -> tuple[Item, ...]:
    """The items that rest on a source, an actor or an item by no way of another."""
    found = _graph(register).upon.get(id_, {})
    return tuple(register.items[each] for each in found if each in register.items)


def resting_on(register: Register, id_: str) -> tuple[Resting, ...]:
    """Everything that rests on a source, an actor or an item, the nearest first, each once.

    An item rests on whoever voices it, on what its chain leads through, on the source it stands
    in, on what it names as its basis and on what confirms it; and on what any of these items
    rests on. What stands in a source, or names it as its basis, rests also on what that source
    draws on.
    """
    graph = _graph(register)
    found: dict[str, Resting] = {}
    queue = deque([id_])
    while queue:
        on = queue.popleft()
        drawn = on in found and found[on].how is How.DRAWS
        for each, how in graph.upon.get(on, {}).items():
            if each in found or each == id_ or (drawn and how not in _UPON_A_SOURCE):
                continue
            found[each] = Resting(each, how, on)
            queue.append(each)
    return tuple(found.values())


def falling_without(register: Register, id_: str) -> Withdrawal:
    """What becomes of the items that rest on a source, an actor or an item, were it withdrawn.

    An item falls that had a stated origin, and all of whose chains with one, its own and those of
    its confirmers, lead through what is withdrawn or has fallen.
    """
    graph = _graph(register)
    known = graph.withdrawals.get(id_)
    if known is None:
        known = graph.withdrawals[id_] = _withdraw(register, graph, id_)
    return known


@dataclass(frozen=True, slots=True)
class _Graph:
    """What rests on what, worked out once for a register.

    Attributes:
        upon: for every id, what rests directly on it and how, in briefing order.
        through: for every id, the items whose own way to a stated origin leads through it.
        confirmed: for every item with a stated origin of its own, the items that it confirms.
        stated: for every item with a stated origin, how many ways to one it has.
        place: where each item stands in the briefing.
        withdrawals: what has been asked before.
    """

    upon: Mapping[str, Mapping[str, How]]
    through: Mapping[str, Sequence[str]]
    confirmed: Mapping[str, Sequence[str]]
    stated: Mapping[str, int]
    place: Mapping[str, int]
    withdrawals: dict[str, Withdrawal]


@lru_cache(maxsize=4)
def _graph(register: Register) -> _Graph:
    upon: dict[str, dict[str, How]] = defaultdict(dict)
    through: dict[str, list[str]] = defaultdict(list)
    confirmed: dict[str, list[str]] = defaultdict(list)
    stated: dict[str, int] = {}
    for source in register.briefing.sources:
        for step in walk(register, source.chain).steps:
            if step.who is not None and step.who != source.id:
                upon[step.who][source.id] = How.DRAWS
    items = tuple(register.briefing.items())
    for item in items:
        own = item.id
        way = way_of(register, item)
        confirming = confirmers(register, item)
        for on, how in _supports(register, item, way, confirming).items():
            upon[on][own] = how
        ways = 0
        if way.origin is not None:
            ways = 1
            for on in _passed(register, way):
                through[on].append(own)
        for each in confirming:
            if way_of(register, each).origin is not None:
                ways += 1
                confirmed[each.id].append(own)
        if ways:
            stated[own] = ways
    place = {item.id: number for number, item in enumerate(items)}
    return _Graph(upon, through, confirmed, stated, place, {})


def _passed(register: Register, way: Way) -> set[str]:
    """What a way leads through: its steps, and the source that the item stands in."""
    passed = {step.who for step in way.steps}
    passed.add(register.source_of(way.item))
    return {who for who in passed if who is not None}


def _supports(
    register: Register, item: Item, way: Way, confirming: tuple[Item, ...]
) -> dict[str, How]:
    """What an item rests on directly, each with the first way in which it does."""
    voice = speaker_of(item)
    found: dict[str, How] = {} if voice is None else {voice: How.SAID}
    add = found.setdefault
    for step in way.steps:
        who = step.who
        if who is not None:
            goes_back = who == way.origin or who in register.items
            add(who, How.GOES_BACK if goes_back else How.RELAYED)
    for each in confirming:
        add(each.id, How.CONFIRMED)
    if isinstance(item, _WITH_BASIS):
        for on in item.rests_on:
            add(on, How.BASED)
        if isinstance(item, Option) and item.leverage != _NO_LEVERAGE:
            for dimension in DIMENSIONS:
                for lever in item.leverage.on(dimension):
                    for on in lever.basis:
                        add(on, How.LEVERAGE)
    source = register.source_of(item)
    if source is not None:
        add(source, How.CARRIED)
    found.pop(item.id, None)
    return found


def _withdraw(register: Register, graph: _Graph, id_: str) -> Withdrawal:
    drawing = [each for each, how in graph.upon.get(id_, {}).items() if how is How.DRAWS]
    fallen = _fallen(graph, (id_,))
    perhaps = _fallen(graph, (id_, *drawing)) if drawing else fallen
    resting = (each.id for each in resting_on(register, id_) if each.id in graph.place)
    fates: tuple[list[Item], ...] = ([], [], [], [])
    falling, unsettled, keeping, unstated = fates
    for each in sorted(resting, key=graph.place.__getitem__):
        if each in fallen:
            fate = falling
        elif each in perhaps:
            fate = unsettled
        else:
            fate = keeping if each in graph.stated else unstated
        fate.append(register.items[each])
    return Withdrawal(*map(tuple, fates))


def _fallen(graph: _Graph, withdrawn: tuple[str, ...]) -> set[str]:
    """Every item that is left with no way to an origin, in one pass over the ways that break."""
    left: dict[str, int] = {}
    fallen: set[str] = set()
    broken: set[str] = set()
    silent: set[str] = set()
    queue = deque(withdrawn)

    def lose_one_way(item: str) -> None:
        left[item] = left.get(item, graph.stated[item]) - 1
        if left[item] == 0:
            fallen.add(item)
            queue.append(item)

    def confirm_no_more(item: str) -> None:
        if item not in silent:
            silent.add(item)
            for each in graph.confirmed.get(item, ()):
                lose_one_way(each)

    while queue:
        id_ = queue.popleft()
        confirm_no_more(id_)
        for item in graph.through.get(id_, ()):
            if item not in broken:
                broken.add(item)
                lose_one_way(item)
                confirm_no_more(item)
    return fallen
