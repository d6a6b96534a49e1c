"""``brief-tui doctor`` on terminals that answer, that do not, and that are typed on meanwhile."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from brief_tui.terminal.answers import FENCE, QUERY
from tests.tui.answering import KITTY, SILENT, TMUX, XTERM, Manner
from tests.tui.pseudo_terminal import Program, Terminal

WHAT_IS_LEFT = """
import os, subprocess, sys, termios, tty
from select import select
if sys.argv[1]:
    select([0], [], [], 30)
subprocess.run([sys.executable, "-m", "brief_tui", "doctor"])
tty.setcbreak(0, termios.TCSANOW)  # what waits must not be thrown away
left = b""
while select([0], [], [], 0.3)[0]:
    left += os.read(0, 1000)
print("left:", ascii(left), flush=True)
"""
"""The doctor, and then whoever reads what is typed; at once, or when something has been typed."""


def told(program: Program) -> str:
    """All that it printed, in one line, when it has ended well."""
    assert program.wait_for_end() == 0
    return " ".join(program.screen.text().split())


@pytest.mark.parametrize(
    ("manner", "term", "words"),
    [
        (XTERM, "xterm-256color", ["it is XTerm(406)", "said that it has synchronized output"]),
        (KITTY, "xterm-kitty", ["it is kitty(0.39.1)", "keys told apart yes"]),
        (TMUX, "tmux-256color", ["it is tmux 3.3a", "inside tmux 3.3; it hands links on from 3.4"]),
        (SILENT, "xterm-256color", ["the terminal did not answer", "whole frames no"]),
        (SILENT, "linux", ["the terminal did not answer", "colours 16"]),
        (XTERM, "vt100", ["the terminal answered within", "colours none"]),
        (XTERM, "dumb", ["was not asked: by its name", "plain text"]),
        (XTERM, "", ["TERM (not set)", "plain text"]),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
@pytest.mark.parametrize("size", [(80, 70), (50, 90), (20, 200)])
def test_it_tells_what_the_terminal_said(
    manner: Manner, term: str, words: list[str], size: tuple[int, int]
) -> None:
    with Terminal(*size, manner) as terminal:
        before = terminal.settings
        with terminal.running("doctor", TERM=term) as program:
            text = told(program)
            squashed = text.replace(" ", "")
            assert [each for each in words if each.replace(" ", "") not in squashed] == []
            assert f"{size[0]} columns, {size[1]} lines" in text
        assert terminal.settings == before


def test_what_a_shell_exported_is_not_the_size() -> None:
    with (
        Terminal(60, 80) as terminal,
        terminal.running("doctor", COLUMNS="200", LINES="9") as program,
    ):
        assert "60 columns, 80 lines" in told(program)


@pytest.mark.parametrize("redirected", ["<&-", ">&-", "<&- >&-"])
def test_an_end_that_is_closed_is_no_terminal(redirected: str) -> None:
    with (
        Terminal(80, 80) as terminal,
        terminal.running("doctor", redirected=redirected) as program,
    ):
        assert program.wait_for_end() == 0
        assert "\x1b" not in program.written
        assert "fault" not in program.written
        if ">" not in redirected:
            assert "80 columns, 80 lines" in program.written
            assert "stdin is not a terminal" in program.written


def test_a_terminal_that_tells_no_size_is_taken_for_80_by_24() -> None:
    with Terminal(0, 0) as terminal:
        terminal.size = 80, 24  # what is painted needs one
        with terminal.running("doctor") as program:
            assert program.wait_for_end() == 0
            assert "80 columns, 24 lines" in program.written


def test_what_stands_between_is_named() -> None:
    ssh = "192.0.2.1 50000 192.0.2.2 22"
    with (
        Terminal(80, 80, TMUX) as terminal,
        terminal.running("doctor", SSH_CONNECTION=ssh, TMUX="/run/x,1,0") as program,
    ):
        text = told(program)
        assert "over SSH (SSH_CONNECTION is set), through tmux" in text
        assert "mouse off" in text
        assert "clipboard by way of tmux" in text


@pytest.mark.parametrize(
    ("environ", "text"),
    [
        ({"LANG": "C"}, "text ASCII why LANG is C, which is not UTF-8"),
        ({"LANG": ""}, "text ASCII why none of LC_ALL, LC_CTYPE and LANG is set"),
        ({"LANG": "ko_KR.UTF-8"}, "text UTF-8 why LANG is ko_KR.UTF-8"),
        ({"LC_ALL": "POSIX"}, "text ASCII why LC_ALL is POSIX"),
    ],
)
def test_the_locale_is_that_of_the_reader_and_not_one_of_pythons(
    environ: dict[str, str], text: str
) -> None:
    with Terminal(80, 80) as terminal, terminal.running("doctor", **environ) as program:
        assert text in told(program)


def test_json_tells_of_the_terminal_too() -> None:
    with Terminal(200, 200) as terminal, terminal.running("doctor", "--format", "json") as program:
        assert program.wait_for_end() == 0
        record = json.loads(program.written[program.written.index("{") :])
        assert record["terminal"]["program"] == "XTerm(406)"
        assert (record["terminal"]["columns"], record["terminal"]["lines"]) == (200, 200)
        assert record["asked"]["answered"] is True
        assert record["asked"]["seconds"] >= 0


def test_an_answer_that_comes_in_pieces_is_one() -> None:
    with Terminal(80, 80, SILENT) as terminal, terminal.running("doctor") as program:
        program.wait_for_bytes(QUERY.encode())
        for piece in ("\x1b[?20", "26;2$", "y\x1bP>|XTe", "rm(1)\x1b", "\\\x1b[?", "6c"):
            program.send(piece)
        text = told(program)
        assert "it is XTerm(1)" in text
        assert "said that it has synchronized output" in text


def test_a_terminal_that_answers_in_part_is_told_so() -> None:
    with Terminal(80, 80, SILENT) as terminal, terminal.running("doctor") as program:
        program.wait_for_bytes(QUERY.encode())
        program.send("\x1bP>|XTerm(1)\x1b\\")
        assert "answered only in part; it is XTerm(1)" in told(program)


@pytest.mark.parametrize("noise", [b"\xff\xfe\x1b[", b"\x1b]0;\x07\x1bP", b"j\x1b[A\x03\x1a\x04"])
def test_no_noise_is_an_answer_or_a_fault(noise: bytes) -> None:
    with Terminal(80, 80, SILENT) as terminal:
        before = terminal.settings
        with terminal.running("doctor") as program:
            program.wait_for_bytes(QUERY.encode())
            program.send(noise)
            assert "the terminal did not answer" in told(program)
        assert terminal.settings == before


@pytest.mark.parametrize(("manner", "typed"), [(XTERM, ""), (SILENT, "rm x\r"), (XTERM, "rm x\r")])
def test_nothing_that_was_answered_or_typed_meanwhile_reaches_the_shell(
    manner: Manner, typed: str
) -> None:
    with (
        Terminal(80, 80, manner) as terminal,
        terminal.running_python("-c", WHAT_IS_LEFT, "") as program,
    ):
        program.wait_for_bytes(FENCE.encode()[:-1])
        if typed:
            program.send(typed)
        program.wait_for("left:")
        assert program.wait_for_end() == 0
        left = program.screen.text().split("left:")[1].strip()
        assert "\\x1b" not in left
        assert manner is XTERM or left == "b''"


def test_what_was_typed_before_is_left_to_whoever_comes_next() -> None:
    with (
        Terminal(80, 80) as terminal,
        terminal.running_python("-c", WHAT_IS_LEFT, "wait") as program,
    ):
        program.send("ls\r")
        program.wait_for("left:")
        assert program.wait_for_end() == 0
        screen = program.screen.text()
        assert "the terminal was not asked: something was typed ahead" in screen
        assert screen.split("left:")[1].strip() == "b'ls\\n'"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_whoever_ends_it_meanwhile_finds_the_terminal_as_it_was(name: str) -> None:
    with Terminal(80, 80, SILENT) as terminal:
        before = terminal.settings
        with terminal.running("doctor") as program:
            program.wait_for_bytes(QUERY.encode())
            program.signal(signal.Signals[name])
            program.wait_for_end()
        assert terminal.settings == before


def test_on_a_terminal_that_takes_nothing_it_can_be_ended() -> None:
    with Terminal(80, 80) as terminal:
        before = terminal.settings
        terminal.stop_draining()
        with terminal.running("doctor") as program:
            program.settle(2.0)
            program.signal(signal.SIGTERM)
            assert program.wait_for_end() == -signal.SIGTERM
        assert terminal.settings == before


def test_a_terminal_that_is_lost_meanwhile_leaves_nothing_running() -> None:
    with Terminal(80, 80, SILENT) as terminal, terminal.running("doctor") as program:
        program.wait_for_bytes(QUERY.encode())
        terminal.lose()
        program.wait_for_end()


def test_out_of_a_pipe_nothing_is_asked() -> None:
    with (
        Terminal(80, 80) as terminal,
        terminal.running("doctor", redirected="</dev/null") as program,
    ):
        assert "the terminal was not asked: stdin is not a terminal" in told(program)
        assert "\x1b" not in program.written


# The same arguments and file, in the reader.


def read(program: Program) -> None:
    """Wait for the first screen, and leave."""
    program.wait_for("KEY POINTS")
    program.send("q")
    assert program.wait_for_end() == 0


def test_no_color_holds_unless_colours_are_asked_for(corridor: Path) -> None:
    for words, coloured in (
        ((), False),
        (("--colors", "256"), True),
        (("--colors", "none"), False),
    ):
        with (
            Terminal(80, 24) as terminal,
            terminal.running(corridor, *words, NO_COLOR="1") as program,
        ):
            program.wait_for("KEY POINTS")
            assert any(look.coloured for look in program.screen.looks()) is coloured
            read(program)


@pytest.mark.parametrize(
    ("words", "environ", "reported"),
    [
        ((), {}, True),
        (("--no-mouse",), {}, False),
        ((), {"SSH_CONNECTION": "a b"}, False),
        (("--mouse",), {"SSH_CONNECTION": "a b"}, True),
    ],
)
def test_the_mouse_is_reported_as_asked(
    words: tuple[str, ...], environ: dict[str, str], reported: bool, corridor: Path
) -> None:
    with Terminal(80, 24) as terminal, terminal.running(corridor, *words, **environ) as program:
        read(program)
        assert ("\x1b[?1000h" in program.written) is reported


@pytest.mark.parametrize("words", [("--ascii",), ()])
def test_ascii_is_all_that_is_written_where_it_is_asked_for(
    words: tuple[str, ...], corridor: Path
) -> None:
    environ = {} if words else {"LANG": "C"}
    with Terminal(80, 24) as terminal, terminal.running(corridor, *words, **environ) as program:
        read(program)
        assert program.written.isascii()


def test_text_for_a_terminal_that_shows_no_more_is_ascii(corridor: Path) -> None:
    for environ, ascii_ in (({"LANG": "C"}, True), ({}, False)):
        with (
            Terminal(80, 24) as terminal,
            terminal.running("show", corridor, **environ) as program,
        ):
            assert program.wait_for_end() == 0
            assert program.written.isascii() is ascii_
        with (
            Terminal(80, 24) as terminal,
            terminal.running(corridor, TERM="dumb", **environ) as program,
        ):
            assert program.wait_for_end() == 0
            assert program.written.isascii() is ascii_


def test_what_is_wrong_with_the_configuration_is_told_in_the_reader(
    corridor: Path, tmp_path: Path
) -> None:
    config = tmp_path / "config" / "brief-tui" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text("mouse: off\ncolours: 256\n", encoding="utf-8")
    with (
        Terminal(80, 24, home=tmp_path) as terminal,
        terminal.running(corridor) as program,
    ):
        program.wait_for("1 problem in config.yaml (brief-tui doctor): unknown key `colours`")
        read(program)
        assert "\x1b[?1000h" not in program.written


def test_problems_are_told_in_ascii_and_files_by_their_exact_names(tmp_path: Path) -> None:
    briefing = tmp_path / "kürze.yaml"
    briefing.write_text("id: bogus\ntitel: größer\n", encoding="utf-8")
    with (
        Terminal(200, 24) as terminal,
        terminal.running("check", briefing, LANG="C") as program,
    ):
        assert program.wait_for_end() == 1
        assert program.written.isascii()
        assert "k\\xfcrze.yaml:2:1: error" in program.written
        assert "\n    titel: gr" in program.written
