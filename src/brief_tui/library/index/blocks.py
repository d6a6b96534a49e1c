"""Entries of rows folded together, so many to a block: alone there is little in them to fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief_tui.library.index.codec import Damaged, fold_up, unfold

ROWS = 64
"""How many rows of a briefing are in one block; in the last one may be fewer."""

_BETWEEN = b"\n"  # which JSON on one line does not have


def blocks_of(entries: Sequence[bytes]) -> Iterator[bytes]:
    """The blocks of a briefing's entries, in order."""
    for start in range(0, len(entries), ROWS):
        yield fold_up(_BETWEEN.join(entries[start : start + ROWS]))


def entries_in(block: bytes) -> list[bytes]:
    """The entries of a block.

    Raises:
        Damaged: it is none.
    """
    entries = unfold(block).split(_BETWEEN)
    if len(entries) > ROWS:
        raise Damaged("no block of entries")
    return entries
