"""Chains of provenance: from a statement back to its origin, step by step."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from brief_tui.model.item import Assessment, Claim, Item
from brief_tui.model.party import Source, Step
from brief_tui.model.register import Register


class Chain(NamedTuple):
    """The whole way back. ``steps`` are nearest first; ``origin`` is None where not stated."""

    steps: tuple[Step, ...]
    origin: str | None


def walk(register: Register, steps: tuple[Step, ...]) -> Chain:
    """Follow ``steps`` to their end, and on through the chains of the items and sources met.

    A chain that is written in a circle does not load. Where the way comes again to something it
    has been through, since a speaker relays what rests on the same speaker, it ends there.
    """
    walked: list[Step] = []
    been: set[str | None] = set()
    while steps and steps[-1].who not in been:
        walked += steps
        been.add(steps[-1].who)
        steps = _onward(register, steps[-1].who)
    return Chain(tuple(walked), walked[-1].who if walked else None)


def chain_of(register: Register, item: Item) -> Chain:
    """The chain of an item, from whoever voices it back to its origin.

    The origin is where the chain as written ends. A voice that the chain does not name stands
    before it; an item with neither leads to nothing, since the text it stands in is not thereby
    its origin.
    """
    voice = speaker_of(item)
    chain = walk(register, item.chain)
    if voice is None or any(step.who == voice for step in chain.steps):
        return chain
    if chain.steps:
        return Chain((_said_by(voice), *chain.steps), chain.origin)
    return walk(register, (_said_by(voice),))


@lru_cache(maxsize=1024)
def _said_by(voice: str) -> Step:
    """The step to a voice that its own chain does not name: one of many that are the same."""
    return Step(who=voice)


def speaker_of(item: Item) -> str | None:
    """The party that speaks in an item, or None; who could do an option does not speak of it."""
    if isinstance(item, Claim):
        return item.speaker
    return item.expert if isinstance(item, Assessment) else None


def _own_steps(item: Item) -> tuple[Step, ...]:
    voice = speaker_of(item)
    if voice is not None and all(step.who != voice for step in item.chain):
        return (_said_by(voice), *item.chain)
    return item.chain


def _onward(register: Register, who: str | None) -> tuple[Step, ...]:
    if who is None:
        return ()
    # What was said later is not shown, but it has an origin all the same.
    item = register.items.get(who) or register.later.get(who)
    if item is not None:
        return _own_steps(item)
    party = register.parties.get(who)
    return party.chain if isinstance(party, Source) else ()
