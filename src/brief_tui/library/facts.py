"""What a query can ask of a row: its words, and marks that say what it is.

Both readings of a query, the plain one and that of the index, see of a row what stands here and
nothing else, so that they cannot answer differently about what a row is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

OTHER_NAME = "\x1f"
"""Stands between the names of one party in the value of a mark."""

FIELD_END = "¦"
"""The word that stands where a text ends, so that no phrase runs from one into the next."""


class Facts(NamedTuple):
    """What is known of one row.

    Attributes:
        words: its folded words in order, a space before and behind each, ``FIELD_END`` between
            the texts they are from.
        marks: pairs of a kind and a value, each once, as ``("country", "KR/target")``.
    """

    words: str
    marks: tuple[tuple[str, str], ...]

    def values(self, kind: str) -> Iterator[str]:
        """The values of its marks of one kind."""
        return (value for of, value in self.marks if of == kind)
