"""How many rows bear each value of a facet: what a mark counts for, and counting by plain reading.

An index counts with bitmaps instead of row by row; it takes from here which marks count for which
value, what its months are and in which order values stand, so that the two give the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from brief_tui.library.facts import Facts, Told
from brief_tui.library.interface import Bucket
from brief_tui.library.marks import OTHER_NAME
from brief_tui.library.query.condition import holds
from brief_tui.library.query.fields import FIELDS
from brief_tui.library.query.meaning import condition_of
from brief_tui.library.query.not_a_value import NotAValue
from brief_tui.library.query.printing import named
from brief_tui.library.query.syntax import Clause
from brief_tui.library.words import tokens
from brief_tui.model import countries
from brief_tui.model.folding import fold
from brief_tui.model.section import Section


class Facet(NamedTuple):
    """A facet: its field in the query language, and what its values are called together."""

    field: str
    title: str


FACETS = (
    Facet("country", "Countries"),
    Facet("kind", "Kinds"),
    Facet("speaker", "Speakers"),
    Facet("source", "Sources"),
    Facet("state", "States"),
    Facet("instrument", "Instruments"),
    Facet("grade", "Grades"),
    Facet("briefing", "Briefings"),
    Facet("said", "Months"),
)
"""Those that are offered, in the order in which they are."""

DATES = frozenset(("said", "event", "published"))
"""The fields whose values are months, in which something was said, say."""

COUNTED = (Section.CLAIMS, Section.ASSESSMENTS, Section.OPTIONS, Section.SOURCES)
"""The sections in whose rows values are looked up by their beginning."""

_LONGEST_NAME = 40
"""Words of a name in which others are looked for."""


class Group(NamedTuple):
    """What is counted together: a value as a query writes it, what it is called and found by."""

    value: str
    label: str
    names: str


def counted(field: str, rows: Iterable[Told]) -> Sequence[Bucket]:
    """The values of a field that rows bear, each with how many rows a query for it finds."""
    return [bucket for _, bucket in found_in(field, rows)]


def found_in(field: str, rows: Iterable[Told]) -> Sequence[tuple[str, Bucket]]:
    """The same, before each bucket the words by which ``begins`` finds it."""
    if field in DATES:
        return [(findable(each.label, each.value), each) for each in _months(field, rows)]
    borne = Counter(tuple(told.values(field)) for told in rows)
    groups = grouped(field, {mark for marks in borne for mark in marks})
    of_mark: dict[str, list[Group]] = {}
    for group, marks in groups.items():
        for mark in marks:
            of_mark.setdefault(mark, []).append(group)
    counts: Counter[Group] = Counter()
    for marks, amount in borne.items():
        for group in {group for mark in marks for group in of_mark.get(mark, ())}:
            counts[group] += amount
    return in_order((group, counts[group]) for group in groups)


def beginning_so(
    found: Iterable[tuple[str, Bucket]], beginning: str, most: int
) -> Sequence[Bucket]:
    """Of what was found in rows, that in which a word begins so."""
    wanted = f" {' '.join(tokens(beginning))}"
    return list(islice((bucket for names, bucket in found if wanted in names), most))


def grouped(
    field: str, marks: Collection[str], names: Names | None = None
) -> Mapping[Group, Sequence[str]]:
    """The values of a field that there are where rows bear these marks.

    With each, all those marks that a query for it finds: ``speaker:"Reuters"`` also finds what
    *Reuters Kyiv* says.

    Args:
        field: The field.
        marks: The values of marks of that kind.
        names: Where the field has names, what is known of them, if that is kept.
    """
    if FIELDS[field].has_names:
        return (names or Names(field, marks)).groups(marks)
    if field == "country":
        return {_country(mark): (mark,) for mark in sorted(marks) if mark in countries.NAMES}
    known = [mark for mark in sorted(marks) if _is_value(field, mark)]
    if field == "grade":
        return {_word(mark): _with_grade(mark, known) for mark in known}
    return {_word(mark): (mark,) for mark in known}


class Names:
    """Which marks a query for each of their names finds.

    Which names occur in which others is not asked of each pair: there may be many thousands.
    """

    def __init__(self, field: str, marks: Iterable[str]) -> None:
        """Look at the values of marks of a field."""
        self._id_first = field == "briefing"
        # One that is no name and an id was written by nobody who works as we do.
        ordered = sorted(mark for mark in marks if OTHER_NAME in mark)
        self._own: dict[str, list[str]] = {}
        for mark in ordered:
            said = [words for words in self._names(mark) if words]
            if said:
                self._own.setdefault(said[0], []).append(mark)
        begins = {words.partition(" ")[0] for words in self._own}
        self._finds: dict[str, list[str]] = {words: [] for words in self._own}
        for mark in ordered:
            first, *others = self._names(mark)
            id_, called = (first, others) if self._id_first else (others.pop(), [first, *others])
            for words in {id_, *(each for name in called for each in _phrases(name, begins))}:
                if words in self._finds:
                    self._finds[words].append(mark)

    def groups(self, marks: Collection[str]) -> Mapping[Group, Sequence[str]]:
        """The names of these marks; of marks with one name the first gives the label."""
        found = {}
        for words, own in self._own.items():
            borne = [mark for mark in own if mark in marks]
            if borne:
                group = self._group(borne)
                found[group] = [mark for mark in self._finds[words] if mark in marks]
        return found

    def _group(self, marks: Sequence[str]) -> Group:
        called = marks[0].split(OTHER_NAME)
        label = next(name for name in called[self._id_first :] + called if tokens(name))
        by = "".join(findable(*mark.split(OTHER_NAME)) for mark in marks)
        return Group(named(marks[0]), label, by)

    def _names(self, mark: str) -> list[str]:
        """The words of each name in a mark, and of the id, which of a briefing comes first."""
        return [" ".join(tokens(name)) for name in mark.split(OTHER_NAME)]


def _is_value(field: str, mark: str) -> bool:
    """Whether a query can ask for it: an index may hold anything."""
    try:
        return FIELDS[field].read(mark, False) == mark
    except NotAValue:
        return False


def in_order(found: Iterable[tuple[Group, int]]) -> Sequence[tuple[str, Bucket]]:
    """What was counted, as a facet lists it: by how many rows there are, then by name."""
    buckets = ((group.names, Bucket(group.value, group.label, rows)) for group, rows in found)
    return sorted(buckets, key=lambda each: (-each[1].rows, fold(each[1].label), each[1].value))


def by_month(first: Mapping[str, int], last: Mapping[str, int]) -> Sequence[Bucket]:
    """The months in which something begins, in their order, each with all that may be in it.

    What is dated by a span of days, or by a month or year alone, may be in every month that this
    touches.

    Args:
        first: How many rows have each day, or any of a month, as the first of their span.
        last: The same of the last.
    """
    begun, so_far = _so_far(first)
    over, gone = _so_far(last)
    buckets = []
    for month in sorted({day[:7] for day in first}):
        left = so_far[bisect_right(begun, f"{month}-99")] - gone[bisect_left(over, month)]
        buckets.append(Bucket(month, month_in_words(month), left))
    return buckets


def month_in_words(month: str) -> str:
    """A month as a reader reads it: ``2024-10`` becomes ``Oct 2024``."""
    from brief_tui.model.dates import parse

    try:
        return str(parse(month))
    except ValueError:  # an index may hold anything
        return month


def label_of(field: str, value: str) -> str:
    """What a value is called that is written so in a query, and that no row bears."""
    if field in DATES:
        return month_in_words(value)
    if field == "country":
        code, slash, role = value.partition("/")
        return f"{countries.name(code)}{' as ' if slash else ''}{role}"
    return value.strip('"') if FIELDS[field].has_names else value.replace("-", " ")


def begins(names: str, beginning: str) -> bool:
    """Whether some word of ``findable`` names begins so, or several one after the other do."""
    return f" {' '.join(tokens(beginning))}" in names


def findable(*names: str) -> str:
    """The words of names, as ``begins`` looks in them."""
    return "".join(f" {' '.join(tokens(name))} " for name in names)


def _country(code: str) -> Group:
    name = countries.name(code)
    return Group(code, name, findable(code, name, *countries.ALIASES.get(code, ())))


def _word(mark: str) -> Group:
    label = mark.replace("-", " ")
    return Group(mark, label, findable(mark))


def _with_grade(grade: str, marks: Sequence[str]) -> Sequence[str]:
    """The grades that a query for one finds; for a letter alone, as a source has it, all of it."""
    if len(grade) > 1:
        return (grade,)
    condition = condition_of((Clause("grade", (grade,)),))
    return [mark for mark in marks if holds(condition, Facts("", (("grade", mark),)))]


def _phrases(name: str, begins: Container[str]) -> Iterator[str]:
    """Every row of words in a name that begins with one of some words."""
    words = name.split()[:_LONGEST_NAME]
    for start, word in enumerate(words):
        if word in begins:
            for end in range(start + 1, len(words) + 1):
                yield " ".join(words[start:end])


def _months(field: str, rows: Iterable[Told]) -> Sequence[Bucket]:
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for told in rows:
        first.update(told.values(f"{field}.first"))
        last.update(told.values(f"{field}.last"))
    return by_month(first, last)


def _so_far(days: Mapping[str, int]) -> tuple[list[str], list[int]]:
    """The days in order, and how many rows there are before each and after the last."""
    ordered = sorted(days)
    return ordered, list(accumulate((days[day] for day in ordered), initial=0))
