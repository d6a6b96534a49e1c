"""What a query is made of, in one normal form: queries that ask the same in the same way are equal.

A query is a row of parts, all of which must hold. What a part is made of is canonical already:
words are folded, a country is its code, a vocabulary's word its key, a date is written ISO 8601.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from brief_tui.library.words import tokens
from brief_tui.model.value import dataclass

LONGEST = 1000
"""Characters that a query may have."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand one after another; ``whole`` says whether the last one must end there.

    ``written`` is how they were written, where that can be written again. It is no part of what is
    asked, so that two that differ in nothing else are equal.
    """

    words: tuple[str, ...]
    whole: bool = False
    written: str = ""

    @classmethod
    def of(cls, text: str, *, whole: bool = False) -> Words | None:
        """The words of a text; None where there is no letter or digit in it."""
        words = tokens(text)
        return cls(words, whole, " ".join(text.split())) if words else None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Words):
            return NotImplemented
        return (self.words, self.whole) == (other.words, other.whole)

    def __hash__(self) -> int:
        return hash((self.words, self.whole))


Value: TypeAlias = "str | Words"
"""What a field must have: a canonical text, or, where it is a name that is asked for, its words."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A field, and values any of which it must have."""

    field: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """What must not hold."""

    part: Part


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Parts any of which must hold: two at least, none of them an ``AnyOf``."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Parts all of which must hold: two at least, none of them a ``Group``."""

    parts: tuple[Part, ...]


Part: TypeAlias = "Words | Clause | Excluded | AnyOf | Group"


def all_of(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts of a query that asks for all of these."""
    flat = (each for part in parts for each in (part.parts if isinstance(part, Group) else (part,)))
    return tuple(dict.fromkeys(flat))


def group(parts: Iterable[Part]) -> Part | None:
    """All of these as one part; None where there are none."""
    found = all_of(parts)
    return Group(found) if len(found) > 1 else next(iter(found), None)


def any_of(parts: Iterable[Part]) -> Part | None:
    """Any of these as one part; None where there are none."""
    flat = (each for part in parts for each in (part.parts if isinstance(part, AnyOf) else (part,)))
    found = tuple(dict.fromkeys(flat))
    return AnyOf(found) if len(found) > 1 else next(iter(found), None)


def excluded(part: Part) -> Part:
    """What holds where ``part`` does not."""
    return part.part if isinstance(part, Excluded) else Excluded(part)


def clause(field: str, values: Iterable[Value]) -> Clause:
    """A field that must have any of these values."""
    return Clause(field, tuple(dict.fromkeys(values)))
