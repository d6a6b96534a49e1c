"""What a query that is typed can go on with, where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from brief_tui.library.query.completing import MOST, Completion, Values, completed
from brief_tui.library.query.parse import parse_filter
from brief_tui.tui.aside import Aside

if TYPE_CHECKING:
    from brief_tui.library.filter import Filter
    from brief_tui.library.interface import Bucket, Reading
    from brief_tui.model.section import Section
    from brief_tui.tui.aside import Ask


Asked = tuple["Reading", "Section", "Filter"]
"""What is narrowed: of what, which section, and by what so far."""


class Offers:
    """Asks what is left once for all letters of a value, since they do not change it."""

    def __init__(self, asked: Callable[[], Asked], ask: Ask) -> None:
        self._asked = asked
        self.counted: Aside[Sequence[Bucket]] = Aside(ask)

    def completed(self, text: str, place: int) -> Completion:
        """What a query can go on with at a place, and what is wrong with it."""
        values = Values(self._left, self._known)
        return completed(text, place, parse_filter(text).problems, values)

    def _left(self, field: str) -> Sequence[Bucket] | None:
        reading, section, filter_ = self._asked()
        asked = (field, section, filter_.without(field))
        return self.counted.get(asked, lambda: reading.facet(*asked))

    def _known(self, field: str, beginning: str) -> Sequence[Bucket] | None:
        reading, *_ = self._asked()
        work = lambda: reading.values(field, beginning, MOST)  # noqa: E731
        return self.counted.get((field, beginning), work)


def what_is_wrong(text: str) -> str:
    """What to say of a query that is kept as it is; empty where nothing is wrong with it."""
    problems = parse_filter(text).problems
    return problems[-1].text if problems else ""
