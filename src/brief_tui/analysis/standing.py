"""What stands on a source or a party: the items that it carries, voices or is party to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from brief_tui.model.chain import chain_of, speaker_of
from brief_tui.model.item import Assessment, Item, Option
from brief_tui.model.register import Register


@lru_cache(maxsize=4)
def hanging_on(register: Register) -> Mapping[str, tuple[Item, ...]]:
    """For every party, the items that hang on it, in the briefing's order.

    An item hangs on the source it stands in, on whoever voices it, on every party its chain
    leads through, on the parties it rests on, and on those who would act or be acted on.
    """
    found: dict[str, dict[str, Item]] = {}
    for item in register.briefing.items():
        for party in _parties_under(register, item):
            found.setdefault(party, {})[item.id] = item
    return {party: tuple(items.values()) for party, items in found.items()}


def _parties_under(register: Register, item: Item) -> set[str]:
    under = {step.who for step in chain_of(register, item).steps}
    under.add(register.source_of(item))
    under.add(speaker_of(item))
    if isinstance(item, Assessment | Option):
        under.update(item.rests_on)
    if isinstance(item, Option):
        under.update((item.actor, *item.targets))
    return {who for who in under if who is not None and who in register.parties}
