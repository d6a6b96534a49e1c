"""Where an item comes from: the voices that repeat it, and the origins that stand behind them.

A voice repeats; an origin is where a chain ends. Two voices with one origin are one origin, and a
chain that ends in nothing is never counted as one more.
"""

from __future__ import annotations

from functools import lru_cache

from brief_tui.model.chain import chain_of
from brief_tui.model.item import Evidence, Item
from brief_tui.model.party import Step
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Verb, Verification, Voice

_OF_UNKNOWN_MAKER = (Verification.UNDISCLOSED, Verification.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class Way:
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
        return tuple(dict.fromkeys(way.origin for way in self.ways if way.origin is not None))

    @property
    def not_stated(self) -> int:
        """How many of its chains end in nothing."""
        return sum(way.origin is None for way in self.ways)


def provenance(register: Register, item: Item) -> Provenance:
    """What stands behind an item: its own chain, and those of whatever directly confirms it."""
    found = (item, *confirmers(register, item))
    return Provenance(tuple(way_of(register, each) for each in found))


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
    found = [provenance(register, item).origins for item in register.briefing.items()]
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
    found: dict[str, Item] = {}
    for relation in register.relations.get(item.id, ()):
        confirms = relation.verb is Verb.CONFIRMS and relation.from_ != item.id
        if confirms and relation.from_ in register.items:
            found[relation.from_] = register.items[relation.from_]
    return tuple(found.values())


def way_of(register: Register, item: Item) -> Way:
    """The way one item has come, without those that confirm it."""
    known = _ways(register)
    way = known.get(item.id)
    if way is None:
        way = known[item.id] = _way_of(register, item)
    return way


@lru_cache(maxsize=4)
def _ways(register: Register) -> dict[str, Way]:
    """The ways found so far: an item that confirms many stands behind all of them."""
    return {}


def _way_of(register: Register, item: Item) -> Way:
    """Follow an item's chain to its end.

    A chain that ends in an item (a claim without speaker, evidence without a chain of its own)
    leads to no origin; nor does one that leads through evidence whose maker is withheld, or was
    shown to be another, since evidence counts only where its own origin is known.
    """
    chain = chain_of(register, item)
    through = [step.who for step in chain.steps if step.who is not None]
    voices = [who for who in reversed(through) if who in register.parties]
    source = item.source if item.voice is Voice.EDITOR else register.source_of(item)
    if source is not None:
        voices.append(source)
    origin = chain.origin if chain.origin in register.parties else None
    withheld = _withheld(register, item, through) if origin is not None else None
    return Way(
        item,
        chain.steps,
        None if withheld is not None else origin,
        tuple(dict.fromkeys(voices)),
        withheld,
    )


def _withheld(register: Register, item: Item, through: list[str]) -> Verification | None:
    # What was said later is not shown, but is on the way all the same.
    passed = (register.items.get(who) or register.later.get(who) for who in through)
    for each in (item, *passed):
        if isinstance(each, Evidence) and each.origin_verified in _OF_UNKNOWN_MAKER:
            return each.origin_verified
    return None
