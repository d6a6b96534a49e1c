"""How many cells a character takes, and whether every terminal agrees."""

from __future__ import annotations

from functools import lru_cache

_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2FF),
    (0x370, 0x377),
    (0x37A, 0x37F),
    (0x384, 0x38A),
)
_MORE_RANGES = ((0x400, 0x482), (0x48A, 0x52F), (0x2010, 0x2027), (0x2030, 0x205E))
_LINES = ((0x2190, 0x22FF), (0x2500, 0x25FC))
ONE_CELL_EACH = frozenset(
    chr(code)
    for first, last in (*_RANGES, *_MORE_RANGES, *_LINES)
    for code in range(first, last + 1)
)
"""What every terminal shows in one cell, so that the cursor is known to have moved by one."""


_TWO_CELLS_EACH = (
    ("\u3041", "\u3096"),
    ("\u30a1", "\u30fa"),
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uff01", "\uff60"),
)
"""Kana, ideographs, Hangul and full-width forms, first and last: the same in two."""


@lru_cache(2048)
def clusters(text: str) -> tuple[tuple[str, int], ...]:
    """What of ``text`` stands together in cells, each with how many it takes."""
    from rich.cells import cell_len

    found: list[str] = []
    for character in text:
        joined = found and (found[-1].endswith("\u200d") or not cell_len(character))
        if joined:
            found[-1] += character
        else:
            found.append(character)
    return tuple((cluster, min(cell_len(cluster), 2)) for cluster in found)


def sure_width(cell: str) -> int:
    """How many cells every terminal's cursor is known to move by when this is written; 0: none."""
    if cell in ONE_CELL_EACH:
        return 1
    wide = len(cell) == 1 and any(first <= cell <= last for first, last in _TWO_CELLS_EACH)
    return 2 if wide else 0
