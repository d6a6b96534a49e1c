"""Whole screens, compared with the frames kept in ``frames/``.

A change that is meant is taken over with ``BRIEF_TUI_FRAMES=write`` in the environment; the
difference in the frames then belongs in the review of the change.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.driver import Size, Ui, reading

FRAMES = Path(__file__).parent / "frames"
SIZES: tuple[Size, ...] = ((60, 20), (80, 24), (120, 32), (200, 48))


def compare(name: str, ui: Ui, size: Size) -> None:
    """The screen is the one kept under this name for this width."""
    file = FRAMES / f"{name}-{size[0]}.txt"
    seen = ui.screen_text() + "\n"
    if os.environ.get("BRIEF_TUI_FRAMES") == "write":
        file.write_text(seen, encoding="utf-8")
    assert seen == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES)
async def test_overview(corridor: Path, size: Size) -> None:
    async with reading(corridor, size=size) as ui:
        compare("overview", ui, size)


@pytest.mark.parametrize("size", SIZES)
async def test_claims_narrowed_to_a_country(corridor: Path, size: Size) -> None:
    async with reading(corridor, size=size) as ui:
        await ui.section("claims")
        await ui.filter_country("UA")
        compare("claims", ui, size)


@pytest.mark.parametrize("size", SIZES)
async def test_comparison(corridor: Path, size: Size) -> None:
    async with reading(corridor, size=size) as ui:
        await ui.section("leverage")
        await ui.press("space", "j", "space", "j", "space", "v")
        compare("comparison", ui, size)


@pytest.mark.parametrize("size", SIZES)
async def test_timeline(corridor: Path, size: Size) -> None:
    async with reading(corridor, size=size) as ui:
        await ui.section("timeline")
        compare("timeline", ui, size)


@pytest.mark.parametrize("size", SIZES)
async def test_help(corridor: Path, size: Size) -> None:
    async with reading(corridor, size=size) as ui:
        await ui.press("?")
        compare("help", ui, size)


def test_every_frame_kept_is_compared() -> None:
    names = {"overview", "claims", "comparison", "timeline", "help"}
    expected = {f"{name}-{width}.txt" for name in names for width, _ in SIZES}
    assert {file.name for file in FRAMES.iterdir()} == expected
