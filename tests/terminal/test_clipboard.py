"""Copying: which way the text takes, byte by byte, and what the reader is told."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from brief_tui.terminal.capabilities import ClipboardRoute
from brief_tui.terminal.clipboard import (
    LARGEST,
    NO_CLIPBOARD,
    NOT_IN_TMUX,
    TO_SCREEN,
    TO_TERMINAL,
    TO_TMUX,
    TO_TMUX_ALONE,
    copy,
)

CITED = "“About 1,500” \N{EM DASH} 국정원\nNIS, 18 Oct 2024"
TERMINAL, TMUX = ClipboardRoute.TERMINAL, ClipboardRoute.TMUX
SCREEN, NONE = ClipboardRoute.SCREEN, ClipboardRoute.NONE
Install = Callable[[str], Path]


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a ``tmux`` on PATH that keeps its arguments and input, then runs ``ending``."""

    def install(ending: str) -> Path:
        program = tmp_path / "tmux"
        program.write_text(
            f"#!{sys.executable}\n"
            "import sys, time\n"
            f"print(*sys.argv[1:], file=open({str(tmp_path / 'arguments')!r}, 'a'))\n"
            f"open({str(tmp_path / 'input')!r}, 'wb').write(sys.stdin.buffer.read())\n"
            f"{ending}\n"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
        return tmp_path

    return install


def clipboard(sequence: str) -> str:
    """What a terminal puts on its clipboard that is sent this."""
    match = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert match, sequence
    return base64.b64decode(match[1], validate=True).decode()


async def test_the_terminal_gets_the_text_as_one_osc_52_sequence() -> None:
    sent: list[str] = []
    assert await copy(CITED, TERMINAL, sent.append) == TO_TERMINAL
    (sequence,) = sent
    assert clipboard(sequence) == CITED


async def test_the_longest_text_makes_a_sequence_that_terminals_take() -> None:
    sent: list[str] = []
    assert await copy("a" * LARGEST, TERMINAL, sent.append) == TO_TERMINAL
    assert len(sent[0]) == 100_000


@pytest.mark.parametrize("by", [TERMINAL, SCREEN])
@pytest.mark.parametrize(
    ("text", "size"), [("a" * (LARGEST + 1), "74,995 bytes"), ("국" * 40_000, "120,000 bytes")]
)
async def test_a_longer_one_is_not_sent_and_its_size_is_told(
    text: str, size: str, by: ClipboardRoute
) -> None:
    sent: list[str] = []
    route = await copy(text, by, sent.append)
    assert not route.sent
    assert size in route.words
    assert sent == []


async def test_where_no_way_is_to_be_trusted_nothing_is_sent() -> None:
    sent: list[str] = []
    assert await copy(CITED, NONE, sent.append) == NO_CLIPBOARD
    assert sent == []


@pytest.mark.parametrize("text", [CITED, "a" * 189, "a" * 10_000, "a" * LARGEST])
async def test_screen_gets_it_in_strings_that_it_takes_and_hands_on(text: str) -> None:
    sent: list[str] = []
    assert await copy(text, SCREEN, sent.append) == TO_SCREEN
    (sequence,) = sent
    strings = re.findall(r"\x1bP(.*?)\x1b\\", sequence, re.DOTALL)
    assert "".join(f"\x1bP{each}\x1b\\" for each in strings) == sequence
    assert max(map(len, strings)) + 4 <= 256
    assert clipboard("".join(strings)) == text


async def test_tmux_gets_it_and_the_terminal_nothing(tmux: Install) -> None:
    kept = tmux("")
    sent: list[str] = []
    assert await copy(CITED, TMUX, sent.append) == TO_TMUX
    assert (kept / "arguments").read_text() == "load-buffer -w -\n"
    assert (kept / "input").read_bytes() == CITED.encode()
    assert sent == []


async def test_a_tmux_that_cannot_send_it_on_has_it_in_its_buffer(tmux: Install) -> None:
    kept = tmux("sys.exit('-w' in sys.argv)")
    assert await copy(CITED, TMUX, lambda _: None) == TO_TMUX_ALONE
    assert (kept / "arguments").read_text() == "load-buffer -w -\nload-buffer -\n"
    assert (kept / "input").read_bytes() == CITED.encode()


async def test_tmux_is_not_asked_to_send_on_what_no_terminal_takes(tmux: Install) -> None:
    kept = tmux("")
    assert await copy("a" * (LARGEST + 1), TMUX, lambda _: None) == TO_TMUX_ALONE
    assert (kept / "arguments").read_text() == "load-buffer -\n"


async def test_where_tmux_fails_nothing_is_sent(
    tmux: Install, capfd: pytest.CaptureFixture[str]
) -> None:
    tmux("sys.exit('no server running')")
    sent: list[str] = []
    assert await copy(CITED, TMUX, sent.append) == NOT_IN_TMUX
    assert sent == []
    assert capfd.readouterr() == ("", "")


async def test_a_tmux_that_hangs_holds_nothing_else_up(
    tmux: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brief_tui.terminal.clipboard._TMUX_MAY_TAKE", 0.3)
    tmux("time.sleep(600)")
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.01)
            turns += 1

    counting = asyncio.create_task(count())
    assert await copy(CITED, TMUX, lambda _: None) == NOT_IN_TMUX
    counting.cancel()
    assert turns > 1


async def test_without_tmux_on_the_path_nothing_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert await copy(CITED, TMUX, lambda _: None) == NOT_IN_TMUX


@pytest.mark.parametrize("route", [TO_TERMINAL, TO_SCREEN, TO_TMUX, TO_TMUX_ALONE])
def test_nobody_is_told_that_it_was_copied(route: object) -> None:
    assert "copied" not in str(route)


def test_importing_it_loads_neither_subprocess_nor_base64() -> None:
    code = (
        "import sys; import brief_tui.terminal.clipboard, brief_tui.terminal.capabilities; "
        "print({'subprocess', 'base64', 'shutil', 'asyncio'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
