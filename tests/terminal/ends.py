"""The two ends of a program, of which something is to be decided."""

from __future__ import annotations

import io

from brief_tui.terminal.capabilities import Capabilities, decided
from brief_tui.terminal.findings import Findings, findings
from brief_tui.terminal.surroundings import Surroundings, surroundings
from brief_tui.terminal.wishes import NO_WISHES, Wishes

LOCAL = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
TMUX = {
    "TERM": "tmux-256color",
    "TMUX": "/tmp/tmux-0/default,1,0",  # noqa: S108, never opened
    "TERM_PROGRAM": "tmux",
    "TERM_PROGRAM_VERSION": "3.3a",
}
SCREEN = {"TERM": "screen-256color", "STY": "1234.pts-0.host"}


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def around(wishes: Wishes = NO_WISHES, /, **environ: str) -> Surroundings:
    """A terminal, xterm on the same machine unless ``environ`` says otherwise."""
    return surroundings(LOCAL | environ, Terminal(), Terminal(), wishes)


def seen(wishes: Wishes = NO_WISHES, /, **environ: str) -> Capabilities:
    """What is decided there."""
    return decided(surroundings(LOCAL | environ, Terminal(), Terminal(), wishes))


def found(wishes: Wishes = NO_WISHES, /, **environ: str) -> Findings:
    """The same, with its reasons."""
    return findings(around(wishes, **environ))
