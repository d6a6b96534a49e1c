"""The short form shows what the long form shows in tmux too, which is a terminal of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from brief_tui.terminal.draw import draw
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.styles import Styles
from tests.terminal.frames import Shown, sessions
from tests.terminal.tmux_panes import TMUX, Pane, panes

SIZE = (20, 8)

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")


@pytest.fixture(scope="module")
def two() -> Iterator[list[Pane]]:
    # Not pytest's own folder: the path of a socket must be short.
    with tempfile.TemporaryDirectory() as folder, panes(2, *SIZE, Path(folder)) as both:
        yield both


@settings(max_examples=settings().max_examples // 2)
@given(shown=sessions((SIZE,), whole=True))
def test_tmux_shows_the_short_form_as_it_shows_the_long_one(
    two: list[Pane], shown: list[Shown]
) -> None:
    short_pane, long_pane = two
    styles = Styles()
    shadow = Screen.blank(*SIZE, known=False)
    long_pane.write("\x1b[0m\x1b[r\x1b[H\x1b[2J\x1b[?7l")
    short_pane.write("\x1b[?7l")
    for each in shown:
        shadow, short = draw(shadow, each.text, styles)
        long_pane.write(each.text)
        short_pane.write(short)
        assert short_pane.shown() == long_pane.shown(), (each.text, short)
