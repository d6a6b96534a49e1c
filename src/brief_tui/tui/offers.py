"""What a query that is typed can go on with, where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from brief_tui.library.query.completing import MOST, Completion, Values, completed
from brief_tui.library.query.parse import parse_filter

if TYPE_CHECKING:
    from brief_tui.library.filter import Filter
    from brief_tui.library.interface import Bucket, Reading
    from brief_tui.model.section import Section


Asked = tuple["Reading", "Section", "Filter"]
"""What is narrowed: of what, which section, and by what so far."""


class Offers:
    """Asks what is left once for all letters of a value, since they do not change it."""

    def __init__(self, asked: Callable[[], Asked]) -> None:
        self._asked = asked
        self._counted: dict[tuple[str, Section, Filter], Sequence[Bucket]] = {}

    def completed(self, text: str, place: int) -> Completion:
        """What a query can go on with at a place, and what is wrong with it."""
        values = Values(self._left, self._known)
        return completed(text, place, parse_filter(text).problems, values)

    def _left(self, field: str) -> Sequence[Bucket]:
        reading, section, filter_ = self._asked()
        asked = (field, section, filter_.without(field))
        if asked not in self._counted:
            self._counted[asked] = reading.facet(*asked)
        return self._counted[asked]

    def _known(self, field: str, beginning: str) -> Sequence[Bucket]:
        reading, *_ = self._asked()
        return reading.values(field, beginning, MOST)


def what_is_wrong(text: str) -> str:
    """What to say of a query that is kept as it is; empty where nothing is wrong with it."""
    problems = parse_filter(text).problems
    return problems[-1].text if problems else ""
