"""Entries come back from their blocks as they went in, and nothing else does."""

from __future__ import annotations

import pytest

from brief_tui.library.index.blocks import ROWS, blocks_of, entries_in
from brief_tui.library.index.codec import Damaged, fold_up


@pytest.mark.parametrize("count", [0, 1, ROWS, ROWS + 1, 3 * ROWS])
def test_entries_come_back_in_order(count: int) -> None:
    entries = [f'[1,"{number}"]'.encode() for number in range(count)]
    blocks = list(blocks_of(entries))
    assert [each for block in blocks for each in entries_in(block)] == entries
    assert all(len(entries_in(block)) == ROWS for block in blocks[:-1])


@pytest.mark.parametrize(
    "block", [b"", b"no", fold_up(b"1")[:-1], fold_up(b"\n" * ROWS), None, 7, "text"]
)
def test_what_is_no_block_is_damaged(block: bytes) -> None:
    with pytest.raises(Damaged):
        entries_in(block)
