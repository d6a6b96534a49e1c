"""What a query can ask of a row: its words, and marks that say what it is.

Both readings of a query, the plain one and that of the index, see of a row what stands here and
nothing else, so that they cannot answer differently about what a row is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

from brief_tui.library.marks import Mark, has_mark, marks_of, values_of
from brief_tui.library.wording import words_of

if TYPE_CHECKING:
    from brief_tui.library.row import Row


class Told(Protocol):
    """What is known of a row, wherever it is kept."""

    @property
    def words(self) -> str:
        """Its words, as in ``Facts``."""
        ...

    def values(self, kind: str, /) -> Iterable[str]:
        """The values of its marks of one kind."""
        ...

    def has(self, kind: str, value: str, /) -> bool:
        """Whether it has this mark."""
        ...


class Facts(NamedTuple):
    """What is known of one row.

    Attributes:
        words: its folded words in order, a space before and behind each, ``FIELD_END`` between
            the texts they are from.
        marks: pairs of a kind and a value, each once, as ``("country", "KR/target")``.
    """

    words: str
    marks: tuple[Mark, ...]

    def values(self, kind: str) -> Iterator[str]:
        """The values of its marks of one kind."""
        return (value for of, value in self.marks if of == kind)

    def has(self, kind: str, value: str) -> bool:
        """Whether it has this mark."""
        return (kind, value) in self.marks


def facts_of(row: Row) -> Facts:
    """All that a query can ask of a row."""
    return Facts(words_of(row), marks_of(row))


class FactsOfRow:
    """The same, each worked out when it is asked for: mostly that is one kind of a row's marks."""

    __slots__ = ("_row", "_words")

    def __init__(self, row: Row) -> None:
        self._row = row
        self._words: str | None = None

    @property
    def words(self) -> str:
        """Its words; once worked out, they are kept."""
        if self._words is None:
            self._words = words_of(self._row)
        return self._words

    def values(self, kind: str) -> Iterable[str]:
        """The values of its marks of one kind."""
        return values_of(self._row, kind)

    def has(self, kind: str, value: str) -> bool:
        """Whether it has this mark."""
        return has_mark(self._row, kind, value)
