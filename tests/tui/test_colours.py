"""The colours that reach the terminal, byte by byte, whatever widget draws."""

import re
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from brief_tui.tui.textual_theme import line_filters
from tests.tui.pseudo_terminal import Terminal

APP = Path(__file__).with_name("colours_app.py")
LEAVE = "\x11"
ATTRIBUTES = {"0", "1", "2", "3", "4", "7", "22", "23", "24", "27"}
SIXTEEN = {str(code) for base in (30, 40, 90, 100) for code in range(base, base + 8)}
DEFAULTS = {"39", "49"}


def written(theme: str, **environ: str) -> str:
    """What the app writes to a terminal of 100 by 30 from its start to its end."""
    with (
        Terminal(100, 30) as terminal,
        terminal.running_python(APP, theme, **{"COLORTERM": "truecolor"} | environ) as program,
    ):
        screen = program.wait_for("option 1")
        assert "muted" in screen
        assert "typed" in screen
        program.send(LEAVE)
        assert program.wait_for_end() == 0
    return program.written


def graphics(output: str) -> set[str]:
    """Every parameter of an SGR sequence; a colour of more than one byte as ``38;2`` or so."""
    codes: set[str] = set()
    for sequence in re.findall(r"\x1b\[([0-9;:]*)m", output):
        parameters = iter(sequence.split(";"))
        for code in parameters:
            if code in {"38", "48"}:
                kind = next(parameters)
                codes.add(f"{code};{kind}")
                for _ in range(3 if kind == "2" else 1):
                    next(parameters)
            else:
                codes.add(code or "0")
    return codes


@pytest.mark.parametrize("theme", ["dusk", "terminal"])
def test_no_color_means_no_colour_at_all(theme: str) -> None:
    codes = graphics(written(theme, NO_COLOR="1"))
    assert codes <= ATTRIBUTES
    assert {"1", "7"} <= codes


def test_the_terminal_theme_writes_nothing_but_the_sixteen_and_the_defaults() -> None:
    codes = graphics(written("terminal"))
    assert codes <= ATTRIBUTES | SIXTEEN | DEFAULTS
    assert codes & SIXTEEN


@pytest.mark.parametrize("theme", ["dusk", "paper", "terminal"])
def test_where_there_are_sixteen_no_theme_writes_others(theme: str) -> None:
    """And none behind text but the first eight, which is all that many terminals have."""
    codes = graphics(written(theme, TERM="linux", COLORTERM=""))
    assert codes <= ATTRIBUTES | SIXTEEN | DEFAULTS
    assert codes & SIXTEEN
    assert not codes & {str(code) for code in range(100, 108)}


def test_an_empty_no_color_changes_nothing() -> None:
    codes = graphics(written("dusk", NO_COLOR=""))
    assert codes == graphics(written("dusk"))
    assert {"38;2", "48;2"} <= codes
    assert not codes & SIXTEEN


def test_what_a_click_does_is_kept_where_the_colour_is_taken() -> None:
    (without,) = line_filters(ansi=False, no_color=True)
    style = Style(color="red", bgcolor="#123456", bold=True, meta={"@click": "open"})
    (segment,) = without.apply([Segment("text", style)], Color.parse("black"))
    assert segment.style == Style(bold=True, meta={"@click": "open"})
