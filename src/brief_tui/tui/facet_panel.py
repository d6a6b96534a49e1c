"""Narrow by facets: first which one, then which of its values, with what each leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from brief_tui.library.facets import FACETS, Facet, label_of
from brief_tui.library.filter import Filter
from brief_tui.library.interface import Bucket, Reading
from brief_tui.library.query.completing import meaning_of
from brief_tui.model.folding import fold
from brief_tui.model.section import Section
from brief_tui.render import words
from brief_tui.render.cells import padded
from brief_tui.render.layout import fit_spans
from brief_tui.render.page import Span, Spans, Tone
from brief_tui.tui.aside import Aside, Ask
from brief_tui.tui.offers import Asked
from brief_tui.tui.picker import Choice, DrawnLater, Picker, line_width

_NOT = "not"
"""Stands before a value that is excluded."""


def facet_picker(asked: Callable[[], Asked], ask: Ask, room: int, start: str = "") -> Picker:
    """A picker of the facets, that closes with the field of one.

    Args:
        asked: What is narrowed.
        ask: Asks for counts.
        room: The width of the screen.
        start: The field that the cursor begins on.
    """
    width = line_width(room)
    counted: Aside[Sequence[int]] = Aside(ask)

    def choices(typed: str) -> Sequence[Choice]:
        reading, section, filter_ = asked()

        def amounts() -> Sequence[int]:
            return [len(reading.facet(each.field, section, filter_)) for each in FACETS]

        nothing: Sequence[int | None] = [None] * len(FACETS)
        found = counted.get(filter_, amounts) or nothing
        wanted = fold(typed).strip()
        return [
            Choice(each.field, _facet_line(filter_, each, amount, width))
            for each, amount in zip(FACETS, found, strict=True)
            if wanted in fold(each.title)
        ]

    picker = Picker("Narrow by", "Enter opens · Esc closes", choices, start=start)
    counted.renewed = picker.renew
    return picker


def value_picker(
    asked: Callable[[], Asked],
    field: str,
    narrow: Callable[[Filter], None],
    ask: Ask,
    room: int,
    refuse: Callable[[str], None],
) -> Picker:
    """A picker of the values of a facet's field, that stays while they are chosen.

    Args:
        asked: What is narrowed.
        field: The field.
        narrow: Is told of what to narrow to.
        ask: Asks for counts.
        room: The width of the screen.
        refuse: Is told why a value cannot be chosen.
    """
    offered = _Values(asked, field, ask, line_width(room))

    def toggle(value: str, *, excluded: bool) -> None:
        try:
            filter_ = offered.toggled(value, excluded=excluded)
        except ValueError as error:
            refuse(str(error))
        else:
            narrow(filter_)

    def chosen(value: str) -> bool:
        toggle(value, excluded=False)
        return False

    def otherwise(value: str) -> None:
        toggle(value, excluded=True)

    picker = Picker(
        next(each.title for each in FACETS if each.field == field),
        "Enter takes or drops · ! excludes · Esc back",
        offered.matching,
        chosen=chosen,
        otherwise=otherwise,
        nothing=lambda: "nothing matches" if offered.are_counted else "counting …",
    )
    offered.counted.renewed = picker.renew
    return picker


class _Values:
    """The values of a facet, with what is chosen of them.

    Where counts take time, those of the filter before stay until they are there.
    """

    def __init__(self, asked: Callable[[], Asked], field: str, ask: Ask, width: int) -> None:
        self._asked = asked
        self._field = field
        self._width = width
        self.counted: Aside[Sequence[Bucket]] = Aside(ask)
        self._chosen: Mapping[str, bool] = {}
        self._of: Filter | None = None
        self._found: Sequence[tuple[str, DrawnLater]] = ()

    @property
    def are_counted(self) -> bool:
        """Whether the values are those that are left by now."""
        *_, filter_ = self._asked()
        return self._of == filter_

    def matching(self, typed: str) -> Sequence[DrawnLater]:
        """Those in which all words that are typed occur."""
        self._look_again()
        wanted = fold(typed).split()
        return [each for words, each in self._found if all(word in words for word in wanted)]

    def _look_again(self) -> None:
        """Take in what the filter is by now."""
        field = self._field
        reading, section, filter_ = self._asked()
        self._chosen = _chosen_of(filter_, field)
        if self.are_counted:
            return
        work = partial(_buckets, reading, field, section, filter_)
        buckets = self.counted.get(filter_, work)
        if buckets is not None:
            self._of = filter_
            self._found = [
                (
                    fold(f"{each.label} {each.value}"),
                    DrawnLater(each.value, partial(self._line, each)),
                )
                for each in buckets
            ]

    def toggled(self, value: str, *, excluded: bool) -> Filter:
        """The filter with a value included or excluded; neither, where it is so already.

        Raises:
            ValueError: no query has room for it; the text says so.
        """
        chosen = dict(self._chosen)
        if chosen.get(value) is excluded:
            del chosen[value]
        else:
            chosen[value] = excluded
        *_, filter_ = self._asked()
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


def _facet_line(filter_: Filter, facet: Facet, amount: int | None, width: int) -> Spans:
    """A facet: how many of its values are left, once that is known, and which are chosen."""
    chosen = _chosen_of(filter_, facet.field)
    said = ", ".join(
        f"{_NOT} {label_of(facet.field, value)}" if excluded else label_of(facet.field, value)
        for value, excluded in chosen.items()
    )
    left: Spans = (
        Span(padded(facet.title, 13), Tone.MUTED if amount == 0 and not chosen else Tone.STRONG),
        Span("     …  " if amount is None else f"{amount:>6,}  ", Tone.MUTED),
        Span(said, Tone.ACCENT),
    )
    return _fitted(left, width)


def _aside(field: str, bucket: Bucket) -> str:
    """What a word of the vocabulary means, where that is more than its label."""
    meaning = meaning_of(field, bucket.value)
    return f"  {meaning}" if meaning and meaning != bucket.label else ""


def _fitted(spans: Spans, width: int) -> Spans:
    return fit_spans(spans, max(width, 1), fill=True)


def _buckets(reading: Reading, field: str, section: Section, filter_: Filter) -> Sequence[Bucket]:
    """The values that are left; and chosen ones of which nothing is, or that were typed."""
    found = reading.facet(field, section, filter_)
    there = {each.value for each in found}
    others = filter_.without(field)

    def alone(value: str) -> Bucket:
        try:
            left = reading.tally(section, others.with_clause(field, (value,))).shown
        except ValueError:  # nothing that could be asked for
            left = 0
        return Bucket(value, label_of(field, value), left)

    return [*found, *(alone(each) for each in _chosen_of(filter_, field) if each not in there)]


def _chosen_of(filter_: Filter, field: str) -> dict[str, bool]:
    """The values of a field that are chosen, each with whether it is excluded."""
    included = dict.fromkeys(filter_.clause(field), False)
    return included | dict.fromkeys(filter_.clause(field, excluded=True), True)
