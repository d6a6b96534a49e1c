"""What the terminal can do, decided from its environment."""

import io

import pytest

from brief_tui.terminal.capabilities import Capabilities, decide


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def seen(**environ: str) -> Capabilities:
    """What is decided at a terminal, xterm unless ``environ`` says otherwise."""
    return decide({"TERM": "xterm-256color"} | environ, Terminal(), Terminal())


def test_a_plain_terminal_is_coloured_interactive_and_local() -> None:
    assert seen() == Capabilities()
    assert seen().animates


@pytest.mark.parametrize(("value", "no_color"), [("1", True), ("0", True), ("", False)])
def test_no_color_counts_when_it_is_set_and_not_empty(value: str, no_color: bool) -> None:
    assert seen(NO_COLOR=value).no_color is no_color


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_a_cursor_is_not_interactive(
    term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert seen(TERM=term).dumb
    assert not seen(TERM=term).interactive
    assert not seen(TERM=term).animates


def test_windows_needs_no_term(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert decide({}, Terminal(), Terminal()).interactive


def test_nothing_moves_over_ssh() -> None:
    remote = seen(SSH_CONNECTION="192.0.2.1 50000 192.0.2.2 22")
    assert remote.over_ssh
    assert not remote.animates
    assert remote.interactive


def test_tmux_is_known_by_its_socket() -> None:
    assert seen(TMUX="/tmp/tmux-0/default,1,0").in_tmux  # noqa: S108, never opened
    assert not seen(TMUX="").in_tmux


def test_a_pipe_or_a_closed_end_is_not_interactive() -> None:
    environ = {"TERM": "xterm"}
    closed = Terminal()
    closed.close()
    for other in (io.StringIO(), closed, None):
        assert not decide(environ, other, Terminal()).interactive
        assert not decide(environ, Terminal(), other).interactive
