"""What had been said by a day: which items a reader of that day could have known.

An item is dated by when it was said, else by when it was published. What has neither date stays
on every day: nobody can tell whether it was known by then.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import TypeVar

from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import When
from brief_tui.model.item import Item
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass

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


def known_by(item: Item, day: date) -> Known:
    """Whether an item had been said by the end of ``day``.

    It was perhaps said later where its date is still running on that day, or is approximate or
    uncertain and ends on it.
    """
    when = dated(item)
    if when is None:
        return Known.UNDATED
    if when.first > day:
        return Known.LATER
    is_over = when.last < day or (when.last == day and _is_sure(when))
    return Known.KNOWN if is_over else Known.PERHAPS


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

    def __init__(self, briefing: Briefing) -> None:
        """Look at every item once."""
        whens = [dated(item) for item in briefing.items()]
        stated = [when for when in whens if when is not None]
        self.items = len(whens)
        self.undated = len(whens) - len(stated)
        self._lasts = {when.last for when in stated}
        self._begun = sorted(when.first.toordinal() for when in stated)
        self._over = sorted(when.last.toordinal() + (not _is_sure(when)) for when in stated)

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


def _is_sure(when: When) -> bool:
    return not (when.is_approximate or when.is_uncertain)
