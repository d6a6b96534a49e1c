"""What the palette offers to narrow to: saved filters, values of facets, a query typed there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from brief_tui.library.facets import FACETS
from brief_tui.library.filter import Filter
from brief_tui.library.query.parse import parse_filter
from brief_tui.library.saved_filters import Saved, meant_by
from brief_tui.model.folding import fold
from brief_tui.render.cells import fit, width
from brief_tui.render.page import Span, Tone
from brief_tui.tui.aside import Aside
from brief_tui.tui.picker import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief_tui.tui.aside import Ask
    from brief_tui.tui.offers import Asked

_LEAST_TYPED = 2
"""Characters of a value; less would fit too many."""

_MOST_OF_A_FACET = 3
_KEY = "narrow "
"""What the keys of these choices begin with; a query follows."""


class Narrowing(NamedTuple):
    """Something to narrow to."""

    what: str
    called: str
    filter: Filter


class Narrowings:
    """Finds what to narrow to, from where the reader is."""

    def __init__(self, asked: Asked, saved: Sequence[Saved], ask: Ask, room: int) -> None:
        """Offer what narrows further.

        Args:
            asked: What is narrowed.
            saved: The saved filters.
            ask: Asks for counts.
            room: The cells of a line.
        """
        self._reading, self._section, self._current = asked
        self._saved = saved
        self._room = room
        self.counted: Aside[Sequence[Choice]] = Aside(ask)

    def matching(self, typed: str) -> Sequence[Choice]:
        """Those that what is typed finds and that leave anything, once that is counted."""
        return self.counted.get(typed, lambda: self._choices(typed)) or ()

    def _choices(self, typed: str) -> Sequence[Choice]:
        return [
            _choice(each, shown, self._room)
            for each in self._found(typed)
            if (shown := self._reading.tally(self._section, each.filter).shown)
        ]

    def _found(self, typed: str) -> Iterator[Narrowing]:
        words = fold(typed).split()
        for saved in self._saved:
            if all(word in fold(f"filter: {saved.name}") for word in words):
                try:
                    yield Narrowing("filter", saved.name, meant_by(saved))
                except ValueError:
                    continue  # F says what is wrong with it
        if len(typed.strip()) < _LEAST_TYPED:
            return
        parsed = parse_filter(typed)
        if ":" in typed and parsed.filter and not parsed.problems:
            yield Narrowing("query", parsed.filter.describe(), parsed.filter)
            return
        for facet in FACETS:
            beginning = typed.strip()
            if facet.field == words[0].rstrip(":"):
                beginning = beginning[len(words[0]) :].strip()
            for value in self._reading.values(facet.field, beginning, _MOST_OF_A_FACET):
                with suppress(ValueError):  # what no query has room for
                    narrowed = self._current.with_clause(facet.field, (value.value,))
                    yield Narrowing(facet.field, value.label, narrowed)


def query_of(key: str) -> Filter | None:
    """The filter that a choice of these narrows to; None where it is none of these."""
    return parse_filter(key.removeprefix(_KEY)).filter if key.startswith(_KEY) else None


def _choice(narrowing: Narrowing, shown: int, room: int) -> Choice:
    """Its line: what it is called is cut before what it narrows to."""
    what, left = f"{narrowing.what}: ", f" · narrows to {shown:,}"
    called = fit(narrowing.called, max(room - width(what) - width(left), 1))
    spans = (Span(what, Tone.LABEL), Span(called, Tone.STRONG), Span(left, Tone.MUTED))
    return Choice(f"{_KEY}{narrowing.filter}", spans)
