"""Which rows of a section belong together, and the lines that stand above them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.render.page import Spans

Heading = Callable[[int], Spans]


class Group(NamedTuple):
    """What neighbouring rows have in common: ``key`` tells groups apart, ``heading`` names one.

    ``more`` are further lines below the heading. Each gets the width that a row's text has.
    """

    key: str
    heading: Heading
    more: tuple[Heading, ...] = ()


def has_groups(section: Section) -> bool:
    """Whether a section's rows stand under headings."""
    return section in _GROUPS


def headings(
    register: Register, section: Section, subjects: Iterable[object]
) -> Mapping[int, tuple[Heading, ...]]:
    """The headings of a section's rows, each by the index of the row that they stand above."""
    group_of = _GROUPS.get(section)
    if group_of is None:
        return {}
    return grouped(group_of(register, subject) for subject in subjects)


def grouped(groups: Iterable[Group]) -> Mapping[int, tuple[Heading, ...]]:
    """The headings of rows whose groups these are."""
    found: dict[int, tuple[Heading, ...]] = {}
    before = None
    for index, group in enumerate(groups):
        if group.key != before:
            found[index] = (group.heading, *group.more)
            before = group.key
    return found


def _measure(register: Register, subject: object) -> Group:
    from brief_tui.analysis.figures import Count, series_of
    from brief_tui.render.figure_rows import group_heading

    assert isinstance(subject, Count)
    one = series_of(register, subject)
    # Those without a measure have in common that they are compared with nothing.
    key = one.key if one.measure else ""
    return Group(key, lambda width: group_heading(register, one, width))


def _hypotheses(register: Register, subject: object) -> Group:
    from brief_tui.render.marks import matrix_group

    return matrix_group(register, subject)


_GROUPS: Mapping[Section, Callable[[Register, object], Group]] = {
    Section.FIGURES: _measure,
    Section.HYPOTHESES: _hypotheses,
}
