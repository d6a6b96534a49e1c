"""Where an item comes from: the voices that repeat it, and the origins that stand behind them.

A voice repeats; an origin is where a chain ends. Two voices with one origin are one origin, and a
chain that ends in nothing is never counted as one more.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from brief_tui.model.chain import chain_of
from brief_tui.model.item import Evidence, Item
from brief_tui.model.party import Step
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Verb, Verification, Voice

_OF_UNKNOWN_MAKER = (Verification.UNDISCLOSED, Verification.CONTRADICTED)


class Way(NamedTuple):
    """The way one item has come.

    Attributes:
        item: whose way it is.
        steps: its chain, nearest first.
        origin: the party in which the chain ends; None where the origin is not stated.
        voices: every party on it, the origin's end first; last the source that the item stands in.
        withheld: what is known of the maker of a piece of evidence on it, where that is why the
            origin is not stated although the chain ends in a party.
    """

    item: Item
    steps: tuple[Step, ...]
    origin: str | None
    voices: tuple[str, ...]
    withheld: Verification | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """What stands behind an item: its own way first, then those of the items that confirm it."""

    ways: tuple[Way, ...]

    @property
    def voices(self) -> tuple[str, ...]:
        """The ids of all who voice it, each once."""
        return tuple(dict.fromkeys(voice for way in self.ways for voice in way.voices))

    @property
    def origins(self) -> tuple[str, ...]:
        """The ids of the parties in which its chains end, each once."""
        return _origins(self.ways)

    @property
    def not_stated(self) -> int:
        """How many of its chains end in nothing."""
        return sum(way.origin is None for way in self.ways)


def provenance(register: Register, item: Item) -> Provenance:
    """What stands behind an item: its own chain, and those of whatever directly confirms it."""
    return Provenance(_ways_behind(register, item))


def _ways_behind(register: Register, item: Item) -> tuple[Way, ...]:
    own = way_of(register, item)
    return (own, *(way_of(register, each) for each in confirmers(register, item)))


def _origins(ways: tuple[Way, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(way.origin for way in ways if way.origin is not None))


@dataclass(frozen=True, slots=True)
class Spread:
    """How the items of a briefing are spread over origins.

    Attributes:
        items: how many items there are.
        origins: how many parties are the origin of any.
        only: the parties that alone stand behind items, with how many, the most first.
        several: how many items have two origins or more.
        unstated: how many items have no stated origin.
    """

    items: int
    origins: int
    only: tuple[tuple[str, int], ...]
    several: int
    unstated: int


@lru_cache(maxsize=4)
def spread(register: Register) -> Spread:
    """How all items are spread over origins: few behind many is what a reader must know."""
    found = [_origins(_ways_behind(register, item)) for item in register.briefing.items()]
    every = {origin for origins in found for origin in origins}
    only: dict[str, int] = {}
    for origins in found:
        if len(origins) == 1:
            only[origins[0]] = only.get(origins[0], 0) + 1
    return Spread(
        len(found),
        len(every),
        tuple(sorted(only.items(), key=lambda pair: -pair[1])),
        sum(len(origins) > 1 for origins in found),
        sum(not origins for origins in found),
    )


def confirmers(register: Register, item: Item) -> tuple[Item, ...]:
    """The items that confirm this one, each once; what only supports it does not."""
    return _confirming(register).get(item.id, ())


@lru_cache(maxsize=4)
def _confirming(register: Register) -> Mapping[str, tuple[Item, ...]]:
    """For every item that is confirmed, what confirms it, in the order of the relations."""
    found: dict[str, dict[str, Item]] = {}
    items, confirms = register.items, Verb.CONFIRMS
    for relation in register.briefing.relations:
        if relation.verb is confirms:
            one, other = relation.from_, relation.to
            if one != other and one in items:
                found.setdefault(other, {})[one] = items[one]
    return {id_: tuple(each.values()) for id_, each in found.items()}


def way_of(register: Register, item: Item) -> Way:
    """The way one item has come, without those that confirm it."""
    known = _ways(register)
    way = known.get(item.id)
    if way is None:
        way = known[item.id] = _follow(register, item)
    return way


@lru_cache(maxsize=4)
def _ways(register: Register) -> dict[str, Way]:
    """The ways found so far: an item that confirms many stands behind all of them."""
    return {}


def _follow(register: Register, item: Item) -> Way:
    """Follow an item's chain to its end.

    A chain that ends in an item (a claim without speaker, evidence without a chain of its own)
    leads to no origin; nor does one that leads through evidence whose maker is withheld, or was
    shown to be another, since evidence counts only where its own origin is known.
    """
    steps, end = chain_of(register, item)
    parties = register.parties
    voices = {who: None for step in reversed(steps) if (who := step.who) and who in parties}
    source = item.source if item.voice is Voice.EDITOR else register.source_of(item)
    if source is not None:
        voices.setdefault(source)
    origin = end if end in parties else None
    withheld = _withheld(register, item, steps) if origin is not None else None
    return Way(item, steps, origin if withheld is None else None, tuple(voices), withheld)


def _withheld(register: Register, item: Item, steps: tuple[Step, ...]) -> Verification | None:
    passed: list[Item] = [item]
    for step in steps:
        if step.who not in register.parties:
            # What was said later is not shown, but is on the way all the same.
            other = register.items.get(step.who or "") or register.later.get(step.who or "")
            passed += (other,) if other is not None else ()
    for each in passed:
        if isinstance(each, Evidence) and each.origin_verified in _OF_UNKNOWN_MAKER:
            return each.origin_verified
    return None
