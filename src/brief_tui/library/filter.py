"""What the reader has narrowed to: one immutable value, which is a query and prints itself as one.

The search line, ``--search``, ``show``, saved filters and the kiosk's words are all this language;
``query/parse.py`` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from brief_tui.library.query.syntax import (
    LONGEST,
    AnyOf,
    Clause,
    Excluded,
    Group,
    Part,
    Words,
    all_of,
    clause,
    excluded,
)
from brief_tui.model.countries import NAMES
from brief_tui.model.value import dataclass

if TYPE_CHECKING:
    from brief_tui.library.query.condition import Condition

_COUNTRY, _KNOWN = "country", "known"


@dataclass(frozen=True, slots=True)
class Filter:
    """Parts of a query, all of which must hold; in normal form, as ``parse_filter`` makes them."""

    parts: tuple[Part, ...] = ()

    @classmethod
    def of(
        cls, countries: Iterable[str] = (), text: str = "", known_on: date | None = None
    ) -> Filter:
        """A filter of plain words, all of which must occur.

        Args:
            countries: Codes of countries any of which must bear on a row.
            text: Words, in which nothing but spaces has a meaning.
            known_on: The day by whose end it must have been said, as far as that is stated.
        """
        codes = tuple(countries)
        found: list[Part] = [clause(_COUNTRY, codes)] if codes else []
        found += (words for word in text.split() if (words := Words.of(word)) is not None)
        return cls(all_of(found)).as_known_on(known_on)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __str__(self) -> str:
        from brief_tui.library.query.printing import printed

        return printed(self.parts)

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries any of which must bear on a row, whatever else is asked."""
        found = self._plain_countries
        return tuple(map(str, found.values)) if found is not None else ()

    @property
    def known_on(self) -> date | None:
        """The day by whose end it must have been said, as far as that is stated."""
        days = self.clause(_KNOWN)
        return date.fromisoformat(days[0]) if days else None

    @property
    def text(self) -> str:
        """The words searched for on their own, as a query writes them."""
        return str(Filter(tuple(part for part in self.parts if _is_text(part))))

    @property
    def needles(self) -> tuple[str, ...]:
        """What is looked for in texts, each once: folded words as ``Says.sought`` has them."""
        from brief_tui.library.query.condition import sought

        return tuple(
            dict.fromkeys(sought(each.words, not each.whole) for each in _said(self.parts))
        )

    @property
    def condition(self) -> Condition:
        """What a row must fulfil; ``known_on`` is none of it, since it cuts the briefing before."""
        from brief_tui.library.query.meaning import condition_of

        return condition_of(self.parts)

    def also(self, other: Filter) -> Filter:
        """What both leave; the day is that of ``other`` where it has one."""
        mine = self if other.known_on is None else self.as_known_on(None)
        return Filter(all_of((*mine.parts, *other.parts)))

    @property
    def chosen(self) -> Filter:
        """What of it has keys of its own to choose it by: the countries and the day."""
        kept = (self._plain_countries, self._first(_KNOWN, False))
        return Filter(tuple(part for part in self.parts if part in kept))

    def toggled(self, country: str) -> Filter:
        """This filter with ``country`` added, or taken out where it was in."""
        before = self._plain_countries
        if before is None:
            return Filter((clause(_COUNTRY, (country,)), *self.parts))
        if country in before.values:
            left = tuple(code for code in before.values if code != country)
        else:
            left = (*before.values, country)
        return self._with(before, *([clause(_COUNTRY, left)] if left else []))

    def without_countries(self) -> Filter:
        """This filter for every country."""
        return self.without(_COUNTRY)

    def as_known_on(self, day: date | None) -> Filter:
        """This filter with another day by which it must have been said; None for any."""
        rest = self.without(_KNOWN)
        return rest if day is None else Filter((*rest.parts, Clause(_KNOWN, (day.isoformat(),))))

    def clause(self, field: str, *, excluded: bool = False) -> tuple[str, ...]:
        """The values asked for in a field, or excluded, each as a query writes it."""
        from brief_tui.library.query.printing import value_printed

        found = self._first(field, excluded)
        return tuple(map(value_printed, found.values)) if found is not None else ()

    def with_clause(self, field: str, values: Iterable[str], *, excluded: bool = False) -> Filter:
        """This filter with other values in a field; with none, without them.

        Args:
            field: The field.
            values: Its values, any of which there must be, each as a query writes it.
            excluded: Whether there must be none of them.

        Raises:
            ValueError: there is no such field, a value is none of it, or the query gets too long.
        """
        from brief_tui.library.query.parse import parse_filter

        written = ",".join(values)
        if not written:
            made: tuple[Part, ...] = ()
        else:
            parsed = parse_filter(f"{'-' if excluded else ''}{field}:{written}")
            if parsed.problems or len(parsed.filter.parts) != 1:
                raise ValueError(" ".join(each.text for each in parsed.problems) or written)
            made = parsed.filter.parts
        before = self._first(field, excluded)
        if before is None:
            found = Filter(all_of((*self.parts, *made)))
        else:
            found = self._with(_as_part(before, excluded), *made)
        if len(str(found)) > LONGEST:
            raise ValueError(f"a query has at most {LONGEST} characters")
        return found

    def without(self, field: str) -> Filter:
        """This filter without what it asks for, or excludes, in a field on its own."""
        return Filter(tuple(part for part in self.parts if _field_of(part) != field))

    def describe(self) -> str:
        """The filter in words; ``everything`` where it hides nothing."""
        from brief_tui.library.query.described import described

        return described(self.parts)

    @property
    def _plain_countries(self) -> Clause | None:
        """The clause of countries in whatever role."""
        for part in self.parts:
            if not isinstance(part, Clause) or part.field != _COUNTRY:
                continue
            if all(value in NAMES for value in part.values):
                return part
        return None

    def _first(self, field: str, is_excluded: bool) -> Clause | None:
        for part in self.parts:
            if isinstance(part, Excluded) is not is_excluded:
                continue
            found = part.part if isinstance(part, Excluded) else part
            if isinstance(found, Clause) and found.field == field:
                return found
        return None

    def _with(self, before: Part, *after: Part) -> Filter:
        """With something else in the place of a part."""
        found: list[Part] = []
        for part in self.parts:
            found += after if part == before else (part,)
        return Filter(all_of(found))


def _as_part(found: Clause, is_excluded: bool) -> Part:
    return excluded(found) if is_excluded else found


def _field_of(part: Part) -> str:
    found = part.part if isinstance(part, Excluded) else part
    return found.field if isinstance(found, Clause) else ""


def _is_text(part: Part) -> bool:
    return isinstance(part.part if isinstance(part, Excluded) else part, Words)


def _said(parts: Iterable[Part]) -> Iterator[Words]:
    """The words that may occur in what is left."""
    for part in parts:
        if isinstance(part, Words):
            yield part
        elif isinstance(part, AnyOf | Group):
            yield from _said(part.parts)


EVERYTHING = Filter()
"""The filter that hides nothing."""
