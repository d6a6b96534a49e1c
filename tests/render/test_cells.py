"""Widths are those of Rich's tables, also where they are not looked up."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from brief_tui.render import cells


def test_every_character_is_as_wide_as_rich_says() -> None:
    differing = [
        hex(code) for code in range(0x3000) if cells.width(chr(code)) != cell_len(chr(code))
    ]
    assert differing == []


@pytest.mark.parametrize("text", ["plain – “text” › é", "한국 text", "e\u0301", "👩‍👩‍👧", "☂️", ""])
def test_a_text_is_as_wide_as_rich_says(text: str) -> None:
    assert cells.width(text) == cell_len(text)
    assert cells.width(cells.padded(text, 30)) == 30
