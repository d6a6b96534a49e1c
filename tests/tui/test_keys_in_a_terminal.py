"""The real program, sent what no keyboard sends, and keys in pieces."""

from __future__ import annotations

from pathlib import Path

from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.keys import ANSWER, PASTE, patience
from tests.terminal.sent import MALFORMED, REPLIES
from tests.tui.answering import KITTY, XTERM
from tests.tui.pseudo_terminal import Terminal

OVER_SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
AT_FIRST = "── 1 of 8 ──"


def test_nothing_malformed_and_no_answer_does_anything(corridor: Path) -> None:
    with Terminal(80, 24) as terminal, terminal.running(corridor, "--section", "claims") as program:
        program.wait_for(AT_FIRST)
        program.settle()
        before = program.screen.text()
        for name, sequence in MALFORMED.items():
            if "cut off" not in name:
                program.send(sequence)
        for reply in REPLIES.values():
            program.send(reply)
        for name in ("mouse, cut off", "string, cut off"):
            program.send(MALFORMED[name])
            program.settle(1.5 * ANSWER)
        assert program.screen.text() == before
        program.send("j")
        program.wait_for("── 2 of 8 ──")
        program.send("q")
        assert program.wait_for_end() == 0


def test_bytes_that_are_not_utf_8_are_shown_as_such(corridor: Path) -> None:
    with Terminal(80, 24) as terminal, terminal.running(corridor, "--section", "claims") as program:
        program.wait_for(AT_FIRST)
        program.send("/caf")
        program.send(b"\xe9 \xff")
        program.wait_for("`\ufffd` has no letter")
        assert "text: caf\ufffd " in program.screen.text()
        program.send("\x1b")
        program.wait_for(AT_FIRST)
        program.send("q")
        assert program.wait_for_end() == 0


def test_a_paste_without_an_end_gives_the_keyboard_back(corridor: Path) -> None:
    with Terminal(80, 24) as terminal, terminal.running(corridor, "--section", "claims") as program:
        program.wait_for(AT_FIRST)
        program.send("\x1b[200~q")
        program.settle(1.5 * PASTE)
        program.send("j")
        program.wait_for("── 2 of 8 ──")
        program.send("q")
        assert program.wait_for_end() == 0


def test_an_arrow_in_pieces_over_ssh_is_no_escape(corridor: Path) -> None:
    with (
        Terminal(80, 24) as terminal,
        terminal.running(corridor, "--section", "claims", **OVER_SSH) as program,
    ):
        program.wait_for(AT_FIRST)
        program.send("/ship\r")
        program.wait_for("── 1 of 4 ──")
        for piece in "\x1b[B":
            program.settle(2 * patience(Capabilities()))
            program.send(piece)
        program.wait_for("── 2 of 4 ──")
        program.send("\x1b")
        program.wait_for("of 8 ──")
        program.send("q")
        assert program.wait_for_end() == 0


def test_escape_and_the_keys_after_it_may_come_at_once(corridor: Path) -> None:
    for manner, escape in ((XTERM, "\x1b"), (KITTY, "\x1b[27u")):
        with (
            Terminal(80, 24, manner) as terminal,
            terminal.running(corridor, "--section", "claims", **OVER_SSH) as program,
        ):
            program.wait_for(AT_FIRST)
            program.settle()
            program.send(f"/ship{escape}j{escape}j\x1b[B")
            program.wait_for("── 4 of 8 ──")
            program.send("q")
            assert program.wait_for_end() == 0
