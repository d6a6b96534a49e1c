"""When things happened, when they were said and when they were published, in order."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import When
from brief_tui.model.item import Item
from brief_tui.model.value import dataclass


class Lane(Enum):
    """Which of an item's three dates a moment is. The three are never mixed."""

    EVENT = "event"
    SAID = "said"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Moment:
    """One date of one item."""

    lane: Lane
    when: When
    item: Item


def moments(briefing: Briefing) -> tuple[Moment, ...]:
    """Every date of every item, earliest first; the same day in the order of ``Lane``."""
    return tuple(sorted(_moments(briefing), key=_order))


def _moments(briefing: Briefing) -> Iterator[Moment]:
    for item in briefing.items():
        for lane, when in (
            (Lane.EVENT, item.event),
            (Lane.SAID, item.said),
            (Lane.PUBLISHED, item.published),
        ):
            if when is not None:
                yield Moment(lane, when, item)


_LANES = list(Lane)


def _order(moment: Moment) -> tuple[object, ...]:
    return (moment.when.first, moment.when.last, _LANES.index(moment.lane))
