"""Which names a query asks for that no row of a library bears: it finds nothing by them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from brief_tui.library.query.fields import FIELDS
from brief_tui.library.query.printing import value_printed
from brief_tui.library.query.syntax import Clause, Excluded, Words

if TYPE_CHECKING:
    from brief_tui.library.filter import Filter
    from brief_tui.library.interface import Bucket

Known = Callable[[str, str, int], Sequence["Bucket"]]
"""``Reading.values``: those of a field in which a word begins so."""

_ALIKE = 2
"""With how many letters a name begins that may be meant: rarely does anybody mistake the first."""

_MOST = 200
"""Names that are compared."""


def names_not_here(filter_: Filter, known: Known) -> Iterator[str]:
    """Each of them, in words for the reader."""
    for part in filter_.parts:
        clause = part.part if isinstance(part, Excluded) else part
        if not isinstance(clause, Clause) or not FIELDS[clause.field].has_names:
            continue
        for value in clause.values:
            if isinstance(value, Words) and not known(clause.field, " ".join(value.words), 1):
                meant = _nearest(clause.field, value, known)
                hint = f"; did you mean {meant}?" if meant else ""
                yield f"no {clause.field} here is called {value_printed(value)}{hint}"


def _nearest(field: str, value: Words, known: Known) -> str:
    """Whom a word of a name may mean, among those in whose names one begins alike; or nobody."""
    from brief_tui.library.words import tokens
    from brief_tui.load.nearest import nearest

    text = " ".join(value.words)
    names = {
        word: bucket.label
        for bucket in reversed(known(field, text[:_ALIKE], _MOST))  # of two the more frequent
        for word in (*tokens(bucket.label), bucket.label)
    }
    found = nearest(text, names)
    return names[found] if found is not None else ""
