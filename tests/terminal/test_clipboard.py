"""Copying: which way the text takes, byte by byte, and what the reader is told."""

import base64
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.clipboard import LARGEST, TO_TERMINAL, TO_TMUX, copy

CITED = "“About 1,500” \N{EM DASH} 국정원\nNIS, 18 Oct 2024"


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a ``tmux`` on PATH that keeps its arguments and input, then runs ``ending``."""

    def install(ending: str) -> Path:
        program = tmp_path / "tmux"
        program.write_text(
            f"#!{sys.executable}\n"
            "import sys, time\n"
            f"open({str(tmp_path / 'arguments')!r}, 'w').write(' '.join(sys.argv[1:]))\n"
            f"open({str(tmp_path / 'input')!r}, 'wb').write(sys.stdin.buffer.read())\n"
            f"{ending}\n"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
        return tmp_path

    return install


def test_the_terminal_gets_the_text_as_one_osc_52_sequence() -> None:
    written: list[str] = []
    assert copy(CITED, Capabilities(), written.append) == TO_TERMINAL
    (sequence,) = written
    assert sequence.startswith("\x1b]52;c;")
    assert sequence.endswith("\x07")
    assert base64.b64decode(sequence[7:-1], validate=True).decode() == CITED


def test_inside_tmux_the_text_goes_to_tmux_and_nowhere_else(tmux: Callable[[str], Path]) -> None:
    kept = tmux("")
    written: list[str] = []
    assert copy(CITED, Capabilities(in_tmux=True), written.append) == TO_TMUX
    assert (kept / "arguments").read_text() == "load-buffer -w -"
    assert (kept / "input").read_bytes() == CITED.encode()
    assert written == []


@pytest.mark.parametrize(
    "ending",
    ["sys.exit('unknown option -- w')", "time.sleep(600)"],
    ids=["too old", "hangs"],
)
def test_where_tmux_cannot_the_terminal_gets_it(
    tmux: Callable[[str], Path],
    ending: str,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("brief_tui.terminal.clipboard._TMUX_MAY_TAKE", 0.5)
    tmux(ending)
    written: list[str] = []
    assert copy(CITED, Capabilities(in_tmux=True), written.append) == TO_TERMINAL
    assert len(written) == 1
    assert capfd.readouterr() == ("", "")


def test_without_tmux_on_the_path_the_terminal_gets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    written: list[str] = []
    assert copy(CITED, Capabilities(in_tmux=True), written.append) == TO_TERMINAL
    assert len(written) == 1


@pytest.mark.parametrize(
    ("text", "capabilities", "why"),
    [
        ("a" * (LARGEST + 1), Capabilities(), "100,001 bytes"),
        ("국" * 40_000, Capabilities(in_tmux=True), "120,000 bytes"),
        ("text", Capabilities(dumb=True), "no clipboard"),
        ("", Capabilities(), "nothing to copy"),
    ],
)
def test_what_is_not_sent_says_why(text: str, capabilities: Capabilities, why: str) -> None:
    written: list[str] = []
    route = copy(text, capabilities, written.append)
    assert not route.sent
    assert why in route.words
    assert written == []


def test_the_longest_text_is_still_sent() -> None:
    assert copy("a" * LARGEST, Capabilities(), lambda _: None) == TO_TERMINAL


@pytest.mark.parametrize("route", [TO_TERMINAL, TO_TMUX])
def test_nobody_is_told_that_it_was_copied(route: object) -> None:
    assert "copied" not in str(route)


def test_importing_it_loads_neither_subprocess_nor_base64() -> None:
    code = (
        "import sys; import brief_tui.terminal.clipboard, brief_tui.terminal.capabilities; "
        "print({'subprocess', 'base64', 'shutil'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
