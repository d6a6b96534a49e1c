"""The names that are not public and that ``tui/`` uses, Textual's and asyncio's, are still there.

Those of ``terminal/`` stand in ``terminal/textual_names.py`` and have tests of their own.
"""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Iterator
from pathlib import Path

from textual.app import App

import brief_tui.tui

ROOM = Path(brief_tui.tui.__file__).parent

OF_A_SCREEN = {
    "_compositor_refresh": "frames.py: the one door by which a screen comes to be painted",
    "_layout_required": "frames.py: whether there will be more to paint",
    "_on_timer_update": "frames.py: lets all changes be seen",
}
OF_AN_APP = {
    "_batch_count": "frames.py: whether updates are held back",
    "_close_messages_no_wait": "terminal_app.py: ends the app",
    "_driver": "terminal_app.py: the driver in use",
    "_exception": "terminal_app.py: what ended the app",
    "_exit": "terminal_app.py: whether the app is on its way out",
    "_fatal_error": "terminal_app.py: where a traceback would be printed",
    "_handle_exception": "frames.py, terminal_app.py: where every fault comes to",
}
OF_THE_LOOP = {"_ready": "frames.py: whether there is more to do in this turn"}

ONLY_ALIKE = {"_register"}
"""Names of our screens that only an app of Textual's has too."""


async def test_every_name_is_still_there() -> None:
    async with App[None]().run_test() as pilot:
        homes = (
            ("a screen of Textual's", pilot.app.screen, OF_A_SCREEN),
            ("an app of Textual's", pilot.app, OF_AN_APP),
            ("asyncio's event loop", asyncio.get_running_loop(), OF_THE_LOOP),
        )
        moved = [
            f"{home} no longer has {name} ({use})"
            for home, thing, names in homes
            for name, use in names.items()
            if not hasattr(thing, name)
        ]
    assert moved == []


async def test_there_is_no_other_and_none_of_ours_is_named_like_one() -> None:
    async with App[None]().run_test() as pilot:
        textuals = {*dir(pilot.app.screen), *dir(pilot.app)}
    met = {name for file in ROOM.glob("*.py") for name in private_names(file)} & textuals
    assert met - ONLY_ALIKE == {*OF_A_SCREEN, *OF_AN_APP}


def private_names(file: Path) -> Iterator[str]:
    """What a module's classes define, or anything is asked for, with a leading underscore."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            for each in node.body:
                if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield from _private(each.name)
        elif isinstance(node, ast.Attribute):
            yield from _private(node.attr)


def _private(name: str) -> Iterator[str]:
    if name.startswith("_") and not name.startswith("__"):
        yield name
