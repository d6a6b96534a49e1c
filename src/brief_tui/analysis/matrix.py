"""All options in groups: the levers of each actor, the levers on each target, or all together."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from brief_tui.analysis.dominance import Order, order_of
from brief_tui.analysis.scratch import Scratch
from brief_tui.model.item import Option
from brief_tui.model.value import dataclass


class Arrangement(Enum):
    """By what the options of the matrix are grouped. Only options of one group are compared."""

    OF = "actor"
    ON = "target"
    ALL = "all"

    @property
    def next(self) -> Arrangement:
        """The arrangement after this one; after the last, the first."""
        every = list(Arrangement)
        return every[(every.index(self) + 1) % len(every)]


@dataclass(frozen=True, slots=True)
class Weighing:
    """The options that are weighed, how they are grouped, and what the reader supposes.

    ``hidden`` is how many options a filter leaves out.
    """

    options: tuple[Option, ...]
    hidden: int
    arrangement: Arrangement
    scratch: Scratch

    @property
    def groups(self) -> tuple[Group, ...]:
        """The options in their groups."""
        return grouped(self.options, self.arrangement)

    def orders(self) -> tuple[tuple[Group, Order | None], ...]:
        """Each group with the order of its options; None where they may not be compared."""
        return tuple(
            (group, order_of(group.options, self.scratch) if group.compares else None)
            for group in self.groups
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Options of one actor, or on one target; ``party`` is None where the source names none."""

    arrangement: Arrangement
    party: str | None
    options: tuple[Option, ...]

    @property
    def compares(self) -> bool:
        """Whether its options may be weighed against each other.

        Options that name no actor need not be the same actor's, nor those without a target on
        one.
        """
        return self.party is not None or self.arrangement is Arrangement.ALL


def grouped(options: Iterable[Option], arrangement: Arrangement) -> tuple[Group, ...]:
    """Options in groups, in the order of their first; those that name no party come last.

    An option with several targets stands under each of them.
    """
    if arrangement is Arrangement.ALL:
        every = tuple(options)
        return (Group(arrangement, None, every),) if every else ()
    found: dict[str | None, list[Option]] = {}
    for option in options:
        parties: tuple[str | None, ...] = (option.actor,)
        if arrangement is Arrangement.ON:
            parties = tuple(dict.fromkeys(option.targets)) or (None,)
        for party in parties:
            found.setdefault(party, []).append(option)
    nameless = found.pop(None, None)
    groups = [Group(arrangement, party, tuple(each)) for party, each in found.items()]
    if nameless:
        groups.append(Group(arrangement, None, tuple(nameless)))
    return tuple(groups)
