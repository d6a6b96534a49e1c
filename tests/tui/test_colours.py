"""The colours that reach the terminal, byte by byte, whatever widget draws."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from brief_tui.tui.textual_theme import line_filters

APP = Path(__file__).with_name("colours_app.py")
ATTRIBUTES = {"0", "1", "2", "3", "4", "7"}
SIXTEEN = {str(code) for base in (30, 40, 90, 100) for code in range(base, base + 8)}
DEFAULTS = {"39", "49"}


def written(theme: str, **environ: str) -> bytes:
    """What the app writes to a pseudo-terminal of 100 by 30 from its start to its end."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "TMUX"}}
    app = subprocess.Popen(
        [sys.executable, str(APP), theme],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | environ,
        start_new_session=True,
    )
    os.close(slave)
    chunks = []
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # Linux says so when the last writer is gone
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(master)
    output = b"".join(chunks)
    assert app.wait() == 0, output.decode(errors="replace")
    assert b"muted" in output
    assert b"typed" in output
    assert b"option 1" in output
    return output


def graphics(output: bytes) -> set[str]:
    """Every parameter of an SGR sequence; a colour of more than one byte as ``38;2`` or so."""
    codes: set[str] = set()
    for sequence in re.findall(rb"\x1b\[([0-9;:]*)m", output):
        parameters = iter(sequence.decode().split(";"))
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
