"""The briefings of a library as a list: which of them, in which order, and how each is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path

from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.interface import Library, Listed, State
from brief_tui.model.folding import fold
from brief_tui.model.section import Section
from brief_tui.render import words
from brief_tui.render.columns import Cell, Column, set_row
from brief_tui.render.page import Span, Spans, Tone, plain

_ITEMS = (Section.CLAIMS, Section.ASSESSMENTS, Section.OPTIONS)
_SECTIONS = tuple(Section)
_COUNTRIES = 4
"""How many countries a row names."""

_COLUMNS = (
    Column("as of", 11),
    Column("briefing", 0),
    Column("countries", 15, 70),
    Column("claims", 7, 110),
    Column("assess.", 7, 110),
    Column("options", 7, 110),
    Column("sources", 7, 110),
    Column("items", 7, 50),
)


class Order(Enum):
    """By what the briefings stand in order."""

    DATE = "by date"
    TITLE = "by title"
    MOST = "most items first"

    @property
    def next(self) -> Order:
        """The one that comes in its place."""
        every = tuple(Order)
        return every[(every.index(self) + 1) % len(every)]


class Shelf:
    """The briefings that a filter leaves, in an order.

    Words that are searched for may also stand in a briefing's title; ``by_title`` are those of
    which nothing but the title has them.
    """

    def __init__(self, library: Library, filter_: Filter, order: Order) -> None:
        self.filter = filter_
        self.order = order
        self.total = len(library.briefings(EVERYTHING))
        self.by_title: frozenset[Path] = frozenset()
        self.briefings = library.briefings(filter_)
        if filter_.text:
            self._with_titles(library)
        if order is not Order.DATE:
            self.briefings = sorted(self.briefings, key=_KEYS[order])
        self._places: dict[Path, int] | None = None

    def place_of(self, path: Path, otherwise: int = 0) -> int:
        """Where a briefing stands; another place where it is not among them."""
        if self._places is None:
            if self.order is Order.DATE and len(self.briefings) and self.briefings[0].path == path:
                return 0
            self._places = {each.path: place for place, each in enumerate(self.briefings)}
        return self._places.get(path, min(otherwise, len(self.briefings) - 1))

    def _with_titles(self, library: Library) -> None:
        from brief_tui.library.query.parse import parse_filter

        found = {each.path for each in self.briefings}
        said = parse_filter(self.filter.text).filter
        others = library.briefings(without(self.filter, said))
        titled = [each for each in others if _says(each.title, said)]
        self.by_title = frozenset(each.path for each in titled) - found
        if self.by_title:
            found |= self.by_title
            self.briefings = [each for each in others if each.path in found]


def without(filter_: Filter, said: Filter) -> Filter:
    """A filter without those of its parts that another has too."""
    return Filter(tuple(part for part in filter_.parts if part not in said.parts))


def _says(title: str, said: Filter) -> bool:
    from brief_tui.library.facts import Facts
    from brief_tui.library.query.condition import holds
    from brief_tui.library.words import line as words_of

    return holds(said.condition, Facts(words_of((title,)), ()))


def items(listed: Listed) -> int:
    """How many claims, pieces of evidence, assessments and options a briefing has."""
    return sum(_count(listed, section) for section in _ITEMS)


_KEYS: Mapping[Order, Callable[[Listed], tuple[bool, int, str]]] = {
    Order.TITLE: lambda listed: (False, 0, fold(listed.title)),
    Order.MOST: lambda listed: (listed.state is State.BROKEN, -items(listed), fold(listed.title)),
}


def header(width: int) -> Spans:
    """The titles of the columns."""
    columns = _fitting(width)
    said: dict[str, Cell] = {column.title: plain(_right(column), Tone.LABEL) for column in columns}
    return set_row(columns, said, width)


def line(listed: Listed, width: int, *, new: bool, needles: tuple[str, ...]) -> Spans:
    """A briefing on one line."""
    broken = listed.state is State.BROKEN
    date = words.short_date(listed.as_of, None) if listed.as_of is not None else "no date"
    said: dict[str, Cell] = {
        "as of": plain("broken", Tone.ERROR) if broken else plain(date, Tone.MUTED),
        "briefing": (*_state(listed, new=new), Span(listed.title, Tone.STRONG)),
        "countries": plain(_countries(listed.countries), Tone.LABEL),
        "items": _number("items", items(listed)),
        "claims": _number("claims", _count(listed, Section.CLAIMS)),
        "assess.": _number("assess.", _count(listed, Section.ASSESSMENTS)),
        "options": _number("options", _count(listed, Section.OPTIONS)),
        "sources": _number("sources", _count(listed, Section.SOURCES)),
    }
    if broken:
        said |= dict.fromkeys(("items", "claims", "assess.", "options", "sources"), ())
    return set_row(_fitting(width), said, width, needles)


def about(listed: Listed, *, new: bool) -> Spans:
    """What the mark of a briefing means, in a sentence; nothing where it has none."""
    errors = f"{listed.errors} error" if listed.errors == 1 else f"{listed.errors} errors"
    if listed.state is State.BROKEN:
        return plain(f"cannot be read, {errors}: e shows them", Tone.ERROR)
    if listed.state is State.KEPT:
        return plain(f"{errors} since, e shows them; this is how it was before", Tone.WARNING)
    return plain("new or changed since you opened it last", Tone.ACCENT) if new else ()


def _state(listed: Listed, *, new: bool) -> Spans:
    if listed.state is State.KEPT:
        return plain("now broken  ", Tone.WARNING)
    return plain("new  ", Tone.ACCENT) if new and listed.state is State.READABLE else ()


def _count(listed: Listed, section: Section) -> int:
    return listed.counts[_SECTIONS.index(section)]


def _countries(codes: tuple[str, ...]) -> str:
    more = len(codes) - _COUNTRIES
    shown = " ".join(codes[:_COUNTRIES])
    return f"{shown} +{more}" if more > 0 else shown


def _fitting(width: int) -> tuple[Column, ...]:
    return tuple(column for column in _COLUMNS if width >= column.needs)


def _right(column: Column) -> str:
    return f"{column.title:>{column.width}}" if column.width == 7 else column.title


def _number(title: str, count: int) -> Spans:
    return plain(f"{count:>7,}", Tone.PLAIN if title == "items" else Tone.MUTED)
