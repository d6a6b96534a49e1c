"""What a query means: its parts as conditions on what is known of a row.

Dates are matched by overlap: whatever may have been on the days asked for is found. So an item
dated *2024* is found by ``said:2024-10``, by ``said:>=2024-10`` and by ``said:<2024-10`` alike.
``>=`` is an open range and asks whether it may have been then or later: ``<`` whether it may have
been earlier. What was certainly earlier is asked for the other way round: ``-said:>=2024-10``
leaves what was said before October for sure, and what has no date at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from brief_tui.library.marks import OTHER_NAME
from brief_tui.library.query.condition import (
    ANYTHING,
    AllOf,
    Bears,
    Condition,
    Not,
    OneOf,
    Says,
)
from brief_tui.library.query.fields import LONGEST_NUMBER, days, split_operator
from brief_tui.library.query.syntax import AnyOf, Clause, Excluded, Group, Part, Value, Words
from brief_tui.library.words import line
from brief_tui.model.value import dataclass

KNOWN = "known"
"""The field that is no condition on a row: it cuts the briefing before anything is asked of it."""

_DATES = ("said", "event", "published")
_RELIABILITIES, _CREDIBILITIES = "ABCDE", "12345"
"""From best to worst, without those that say that there is no basis to judge."""


def condition_of(parts: Iterable[Part]) -> Condition:
    """What a row must fulfil for all of these parts to hold."""
    found = tuple(_meaning(part) for part in parts if not is_known(part))
    return found[0] if len(found) == 1 else AllOf(found) if found else ANYTHING


def is_known(part: Part) -> bool:
    """Whether this says by when it must have been known."""
    return isinstance(part, Clause) and part.field == KNOWN


def _meaning(part: Part) -> Condition:
    match part:
        case Words():
            return Says(part.words, open=not part.whole)
        case Clause():
            found = tuple(_value(part.field, value) for value in part.values)
            return found[0] if len(found) == 1 else OneOf(found)
        case Excluded():
            return Not(_meaning(part.part))
        case AnyOf():
            return OneOf(tuple(map(_meaning, part.parts)))
        case Group():
            return AllOf(tuple(map(_meaning, part.parts)))


def _value(field: str, value: Value) -> Condition:
    if isinstance(value, Words):
        return Bears(field, test=Named(value.words, value.whole, field == "briefing"))
    if field == "grade":
        return _grade(value)
    if field == "origins":
        return _origins(value)
    if field in _DATES:
        return _dates(field, value)
    return Bears(field, value)


@dataclass(frozen=True, slots=True)
class Named:
    """The words stand one after another in one of the names of a mark, or are all of its id."""

    words: tuple[str, ...]
    whole: bool
    id_first: bool = False

    def __call__(self, value: str) -> bool:
        """Whether this is so of the value of a mark."""
        if value.isascii() and self.words[0] not in value.lower():
            return False  # most are told apart by that, and there may be very many
        names, id_ = _called(value, self.id_first)
        said = " ".join(self.words)
        return id_ == f" {said} " or f" {said}{' ' if self.whole else ''}" in names


@lru_cache(maxsize=1 << 14)
def _called(value: str, id_first: bool) -> tuple[str, str]:
    """The words of all names, and those of the id."""
    parts = value.split(OTHER_NAME)
    id_ = parts.pop(0 if id_first else -1)
    return line(parts), line((id_,))


@dataclass(frozen=True, slots=True)
class Between:
    """A text is not before ``low`` and not behind ``high``; an end that is empty is open."""

    low: str = ""
    high: str = ""

    def __call__(self, value: str) -> bool:
        """Whether this is so of the value of a mark."""
        return self.low <= value and (not self.high or value <= self.high)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number is from ``low`` to ``high``; without a ``high`` there is no end."""

    low: int
    high: int | None

    def __call__(self, value: str) -> bool:
        """Whether this is so of the value of a mark; an index may hold what is no number."""
        if not (value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER):
            return False
        return self.low <= int(value) and (self.high is None or int(value) <= self.high)


def _dates(field: str, value: str) -> Condition:
    """What overlaps the days asked for; ISO dates compare as texts."""
    if ".." in value:
        start, _, end = value.partition("..")
        return _overlapping(field, start and days(start)[0], end and days(end)[1])
    operator, point = split_operator(value)
    first, last = days(point)
    match operator:
        case ">=":
            return _overlapping(field, first, "")
        case "<=":
            return _overlapping(field, "", last)
        case ">":
            return Bears(f"{field}.last", test=_After(last))
        case "<":
            return Bears(f"{field}.first", test=_Before(first))
    return _overlapping(field, first, last)


def _overlapping(field: str, first: str, last: str) -> Condition:
    ends_later = Bears(f"{field}.last", test=Between(low=first))
    begins_before = Bears(f"{field}.first", test=Between(high=last))
    if not last:
        return ends_later
    return AllOf((ends_later, begins_before)) if first else begins_before


@dataclass(frozen=True, slots=True)
class _After:
    day: str

    def __call__(self, value: str) -> bool:
        return value > self.day


@dataclass(frozen=True, slots=True)
class _Before:
    day: str

    def __call__(self, value: str) -> bool:
        return value < self.day


def _grade(value: str) -> Condition:
    """Of both letter and digit each must fulfil a comparison, of which F and 6 fulfil none."""
    operator, grade = split_operator(value)
    letter, digit = grade.rstrip("123456"), grade.lstrip("ABCDEF")
    letters, digits = letter or "ABCDEF", digit or "123456"
    if operator:
        letters = _compared(operator, letter, _RELIABILITIES) if letter else "ABCDEF"
        digits = _compared(operator, digit, _CREDIBILITIES) if digit else "123456"
    found = [f"{one}{other}" for one in letters for other in digits]
    if not digit:
        found += letters  # a source has a reliability for itself
    return OneOf(tuple(Bears("grade", each) for each in found))


def _compared(operator: str, grade: str, best_first: str) -> str:
    place = best_first.index(grade)
    return best_first[: place + 1] if operator == ">=" else best_first[place:]


def _origins(value: str) -> Condition:
    operator, number = split_operator(value)
    count = int(number)
    if not operator:
        return Bears("origins", str(count))
    low = {">=": count, ">": count + 1}.get(operator, 0)
    high = {"<=": count, "<": count - 1}.get(operator)
    return Bears("origins", test=Counted(low, high))
