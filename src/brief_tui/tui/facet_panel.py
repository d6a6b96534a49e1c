"""Narrow by facets: first which one, then which of its values, with what each leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from brief_tui.library.facets import FACETS, Facet, label_of
from brief_tui.library.filter import Filter
from brief_tui.library.interface import Bucket
from brief_tui.library.query.completing import meaning_of
from brief_tui.model.folding import fold
from brief_tui.render import words
from brief_tui.render.cells import padded
from brief_tui.render.layout import fit_spans
from brief_tui.render.page import Span, Spans, Tone
from brief_tui.tui.picker import Choice, DrawnLater, Picker
from brief_tui.tui.session import Session

_WIDTH = 66
_FRAME = 7
"""Cells that a panel has beside its lines."""

_NOT = "not"
"""Stands before a value that is excluded."""


def facet_picker(session: Session, room: int, start: str = "") -> Picker:
    """A picker of the facets, that closes with the field of one.

    ``start`` is the field that the cursor begins on, and ``room`` the width of the screen.
    """
    width = _line_width(room)
    lines = [(each, _facet_line(session, each, width)) for each in FACETS]

    def choices(typed: str) -> Sequence[Choice]:
        wanted = fold(typed).strip()
        return [Choice(each.field, line) for each, line in lines if wanted in fold(each.title)]

    return Picker("Narrow by", "Enter opens · Esc closes", choices, start=start)


def value_picker(
    session: Session, field: str, narrow: Callable[[Filter], None], room: int
) -> Picker:
    """A picker of the values of a facet's field, that stays while they are chosen.

    ``room`` is the width of the screen.
    """
    offered = _Values(session, field, _line_width(room))

    def toggle(value: str, *, excluded: bool) -> None:
        narrow(offered.toggled(value, excluded=excluded))
        offered.look_again()

    def chosen(value: str) -> bool:
        toggle(value, excluded=False)
        return False

    def otherwise(value: str) -> None:
        toggle(value, excluded=True)

    return Picker(
        next(each.title for each in FACETS if each.field == field),
        "Enter takes or drops · ! excludes · Esc back",
        offered.matching,
        chosen=chosen,
        otherwise=otherwise,
    )


class _Values:
    """The values of a facet, with what is chosen of them."""

    def __init__(self, session: Session, field: str, width: int) -> None:
        self._session = session
        self._field = field
        self._width = width
        self.look_again()

    def look_again(self) -> None:
        """Take in what the filter is by now."""
        session, field = self._session, self._field
        self._chosen = _chosen_of(session.filter, field)
        buckets = session.reading.facet(field, session.section, session.filter)
        there = {each.value for each in buckets}
        # Chosen by hand, or nothing of it is left.
        gone = [
            Bucket(value, label_of(field, value), _left(session, field, value))
            for value in self._chosen
            if value not in there
        ]
        self._found = [
            (fold(f"{each.label} {each.value}"), DrawnLater(each.value, partial(self._line, each)))
            for each in (*buckets, *gone)
        ]

    def matching(self, typed: str) -> Sequence[DrawnLater]:
        """Those in which all words that are typed occur."""
        wanted = fold(typed).split()
        return [each for words, each in self._found if all(word in words for word in wanted)]

    def toggled(self, value: str, *, excluded: bool) -> Filter:
        """The filter with a value included or excluded; neither, where it is so already."""
        chosen = dict(self._chosen)
        if chosen.get(value) is excluded:
            del chosen[value]
        else:
            chosen[value] = excluded
        filter_ = self._session.filter
        for side in (False, True):
            values = [each for each, is_excluded in chosen.items() if is_excluded is side]
            filter_ = filter_.with_clause(self._field, values, excluded=side)
        return filter_

    def _line(self, bucket: Bucket) -> Spans:
        """A value: how it is chosen, what it is called, and at the right edge what it leaves."""
        excluded = self._chosen.get(bucket.value)
        mark = words.MARK if excluded is False else _NOT if excluded else ""
        tone = Tone.MUTED if not bucket.rows else Tone.PLAIN if excluded is None else Tone.STRONG
        left: Spans = (
            Span(padded(mark, len(_NOT) + 1), Tone.ACCENT),
            Span(bucket.label, tone),
            Span(_aside(self._field, bucket), Tone.MUTED),
        )
        return (*_fitted(left, self._width - 8), Span(f"{bucket.rows:>8,}", Tone.MUTED))


def _facet_line(session: Session, facet: Facet, width: int) -> Spans:
    """A facet: how many of its values are left, and which are chosen."""
    field = facet.field
    chosen = _chosen_of(session.filter, field)
    amount = len(session.reading.facet(field, session.section, session.filter))
    said = ", ".join(
        f"{_NOT} {label_of(field, value)}" if excluded else label_of(field, value)
        for value, excluded in chosen.items()
    )
    left: Spans = (
        Span(padded(facet.title, 13), Tone.STRONG if amount or chosen else Tone.MUTED),
        Span(f"{amount:>6,}  ", Tone.MUTED),
        Span(said, Tone.ACCENT),
    )
    return _fitted(left, width)


def _aside(field: str, bucket: Bucket) -> str:
    """What a word of the vocabulary means, where that is more than its label."""
    meaning = meaning_of(field, bucket.value)
    return f"  {meaning}" if meaning and meaning != bucket.label else ""


def _fitted(spans: Spans, width: int) -> Spans:
    return fit_spans(spans, max(width, 1), fill=True)


def _line_width(room: int) -> int:
    return max(min(_WIDTH, room - _FRAME), 1)


def _left(session: Session, field: str, value: str) -> int:
    """How many rows a value leaves of those that all other clauses do."""
    alone = session.filter.without(field).with_clause(field, (value,))
    return session.reading.tally(session.section, alone).shown


def _chosen_of(filter_: Filter, field: str) -> dict[str, bool]:
    """The values of a field that are chosen, each with whether it is excluded."""
    included = dict.fromkeys(filter_.clause(field), False)
    return included | dict.fromkeys(filter_.clause(field, excluded=True), True)
