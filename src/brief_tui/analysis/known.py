"""What had been said by a day: which items a reader of that day could have known.

An item is dated by when it was said, else by when it was published. What has neither date was
known when the source it stands in was published; on every day before that it stays, undated, since
nobody can tell whether it was known by then.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import TypeVar

from brief_tui.model.dates import When
from brief_tui.model.item import Item
from brief_tui.model.party import Source
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Voice

AnItem = TypeVar("AnItem", bound=Item)


class Known(Enum):
    """Whether an item had been said by a day. Only what was said ``LATER`` is hidden."""

    KNOWN = "known"
    PERHAPS = "perhaps later"
    UNDATED = "undated"
    LATER = "later"


def dated(item: Item) -> When | None:
    """The date that says when an item became known; None where neither is stated."""
    return item.said or item.published


def carried_on(register: Register, item: Item) -> When | None:
    """When the source that an item stands in was published: by then the item was known, at last.

    None where that is not stated, or the source does not hold the item, since it is the editor's.
    """
    if item.voice is Voice.EDITOR:
        return None
    source = register.parties.get(register.source_of(item) or "")
    return source.published if isinstance(source, Source) else None


def known_by(item: Item, day: date, carried: When | None = None) -> Known:
    """Whether an item had been said by the end of ``day``.

    It was perhaps said later where its date is still running on that day, or is approximate or
    uncertain and ends on it.

    Args:
        item: The item.
        day: The day.
        carried: When the source was published that the item stands in.
    """
    when = dated(item)
    if when is None:
        published = carried is not None and known_through(carried, day)
        return Known.KNOWN if published else Known.UNDATED
    if when.first > day:
        return Known.LATER
    return Known.KNOWN if known_through(when, day) else Known.PERHAPS


def known_through(when: When, day: date) -> bool:
    """Whether a date has passed by the end of ``day``, however it is meant."""
    return when.last < day or (when.last == day and _is_sure(when))


@lru_cache(maxsize=4)
def as_known_on(register: Register, day: date) -> Register:
    """The register of the briefing without what was said later, and without its relations.

    Summary and unknowns stay whole: whether a point is shown is for whoever shows it to say.
    """
    briefing = register.briefing
    later = {item.id: item for item in briefing.items() if known_by(item, day) is Known.LATER}

    def left(items: tuple[AnItem, ...]) -> tuple[AnItem, ...]:
        return tuple(item for item in items if item.id not in later)

    earlier = replace(
        briefing,
        claims=left(briefing.claims),
        evidence=left(briefing.evidence),
        assessments=left(briefing.assessments),
        options=left(briefing.options),
        relations=tuple(
            relation
            for relation in briefing.relations
            if relation.from_ not in later and relation.to not in later
        ),
    )
    return replace(Register.of(earlier), known_on=day, later=later)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and how many items had been said by its end, or perhaps had."""

    day: date
    said: int
    perhaps: int


class Growth:
    """How what is known of a briefing grew from day to day."""

    def __init__(self, register: Register) -> None:
        """Look at every item once."""
        items = list(register.briefing.items())
        stated = [when for item in items if (when := dated(item)) is not None]
        carried = [
            when
            for item in items
            if dated(item) is None and (when := carried_on(register, item)) is not None
        ]
        self.items = len(items)
        self.undated = len(items) - len(stated)
        self._lasts = {when.last for when in (*stated, *carried)}
        # What is only known to have been published at last was not perhaps said before: it stays.
        self._begun = sorted(
            [when.first.toordinal() for when in stated] + [_over(when) for when in carried]
        )
        self._over = sorted(map(_over, (*stated, *carried)))

    @property
    def days(self) -> tuple[Day, ...]:
        """The days by whose end more had been said than before, the newest first."""
        found: list[Day] = []
        for day in map(self.on, sorted(self._lasts)):
            if not found or (day.said, day.perhaps) != (found[-1].said, found[-1].perhaps):
                found.append(day)
        return tuple(reversed(found))

    def on(self, day: date) -> Day:
        """What was known by the end of any day."""
        said = bisect_right(self._over, day.toordinal())
        return Day(day, said, bisect_right(self._begun, day.toordinal()) - said)


def _over(when: When) -> int:
    """The first day by which a date has passed, however it is meant."""
    return when.last.toordinal() + (not _is_sure(when))


def _is_sure(when: When) -> bool:
    return not (when.is_approximate or when.is_uncertain)
