"""The README's pictures are what the program shows of the briefing that ships.

What is meant to look otherwise is taken over with ``BRIEF_TUI_FRAMES=write`` in the environment, as
the frames of ``tests/tui/test_frames.py`` are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import pytest

from brief_tui.shipped import content_folder
from tests.tui.driver import Size, Ui, reading

README = Path(__file__).parent.parent / "README.md"
HOW_TO_RENEW = (
    "this picture of the README is not what the program shows (+). If the program is right, take it"
    " over: BRIEF_TUI_FRAMES=write python -m pytest tests/test_readme_pictures.py"
)


async def claims_of_a_country(ui: Ui) -> None:
    """The claims, narrowed to South Korea, on the fourth of them."""
    await ui.press("2", "c", "4", "j", "j", "j")


async def two_actors_side_by_side(ui: Ui) -> None:
    """The comparison of China with the United States, on a cell that says something."""
    await ui.press("5")
    for actor in ("China", "United States"):
        await ui.point_at(actor)
        await ui.press("space")
    await ui.press("v")
    await ui.point_at("capability of China")


async def all_options_by_dimension(ui: Ui) -> None:
    """The matrix as it opens."""
    await ui.press("w")


class Picture(NamedTuple):
    """A screen of the README: how one comes to it, on what terminal, and how much is shown."""

    reach: Callable[[Ui], Awaitable[None]]
    size: Size
    lines: int


PICTURES = (
    Picture(claims_of_a_country, (90, 24), lines=24),
    Picture(two_actors_side_by_side, (92, 24), lines=24),
    Picture(all_options_by_dimension, (90, 40), lines=9),
)


def kept() -> list[re.Match[str]]:
    """Where the README's pictures stand, in their order."""
    text = README.read_text(encoding="utf-8")
    begin, end = text.index("<!-- picture -->"), text.index("<!-- end of picture -->")
    blocks = re.compile(r"(?<=^```text\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
    return list(blocks.finditer(text, begin, end))


def renew(number: int, shown: str) -> None:
    """Put what is shown in the place of a picture of the README."""
    place = kept()[number]
    text = place.string[: place.start()] + shown + place.string[place.end() :]
    README.write_text(text, encoding="utf-8")


def difference(picture: str, shown: str) -> str:
    """The lines of a picture that differ from what is shown."""
    return "\n".join(
        unified_diff(picture.splitlines(), shown.splitlines(), "README", "program", lineterm="")
    )


@pytest.mark.parametrize(
    "number", range(len(PICTURES)), ids=[picture.reach.__name__ for picture in PICTURES]
)
async def test_a_picture_is_what_the_program_shows(number: int) -> None:
    (briefing,) = (folder for folder in content_folder().iterdir() if folder.is_dir())
    picture = PICTURES[number]
    async with reading(briefing, size=picture.size) as ui:
        await picture.reach(ui)
        shown = "".join(f"{line}\n" for line in ui.lines()[: picture.lines])
    if os.environ.get("BRIEF_TUI_FRAMES") == "write":
        renew(number, shown)
    in_readme = kept()[number].group()
    assert in_readme == shown, f"{HOW_TO_RENEW}\n{difference(in_readme, shown)}"


def test_every_picture_of_the_readme_is_compared() -> None:
    assert len(kept()) == len(PICTURES)
