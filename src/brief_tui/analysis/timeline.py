"""When things happened, when they were said and when they were published, in order."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import chain

from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import When
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass


class Lane(Enum):
    """Which of an item's three dates a moment is. The three are never mixed."""

    EVENT = "event"
    SAID = "said"
    PUBLISHED = "published"

    @property
    def label(self) -> str:
        """What a reader reads."""
        return "happened" if self is Lane.EVENT else self.value


@dataclass(frozen=True, slots=True)
class Moment:
    """One date of one item."""

    lane: Lane
    when: When
    item: Item


def moments(briefing: Briefing) -> tuple[Moment, ...]:
    """Every date of every item, earliest first; the same day in the order of ``Lane``."""
    return tuple(sorted(_moments(briefing), key=_order))


def every_date(register: Register) -> tuple[When, ...]:
    """Every date of every item, of those too that were said later than the day looked at."""
    return tuple(
        when
        for item in chain(register.items.values(), register.later.values())
        for when in (item.event, item.said, item.published)
        if when is not None
    )


def lies_ahead(briefing: Briefing, when: When) -> bool:
    """Whether all of a date is after the as-of date, so that it can only be expected."""
    return briefing.as_of is not None and when.first > briefing.as_of.last


def _moments(briefing: Briefing) -> Iterator[Moment]:
    for item in briefing.items():
        for lane, when in (
            (Lane.EVENT, item.event),
            (Lane.SAID, item.said),
            (Lane.PUBLISHED, item.published),
        ):
            if when is not None:
                yield Moment(lane, when, item)


LANES = tuple(Lane)


def _order(moment: Moment) -> tuple[object, ...]:
    return (moment.when.first, moment.when.last, LANES.index(moment.lane))
