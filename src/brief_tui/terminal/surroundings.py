"""All that is looked at to decide what the terminal can do, gathered in one value."""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, NamedTuple

from brief_tui.terminal.abilities import Colours
from brief_tui.terminal.answers import UNASKED, Answers
from brief_tui.terminal.known_terminals import (
    SCREEN,
    TMUX,
    Kind,
    Program,
    kind_of,
    program_called,
    tmux_version,
)
from brief_tui.terminal.wishes import NO_WISHES, Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
"""In this order; the first that is set and not empty counts (POSIX, XBD 8.2)."""

_SSH = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
_LONGEST = 80


class Surroundings(NamedTuple):
    """What surrounds the program; to begin with, a plain terminal on the same machine.

    Text is what the environment holds, in printable ASCII, since it is shown to the reader.

    Attributes:
        term: ``TERM``.
        colorterm: ``COLORTERM``.
        no_color: ``NO_COLOR`` is set and not empty (https://no-color.org).
        locale: What the locale says of characters; empty where it is not set.
        locale_from: The variable that says so.
        ssh: The variable by which SSH is known; empty where it is not in use.
        tmux: ``TMUX`` is set: tmux stands between.
        screen: ``STY`` is set: GNU screen stands between.
        program: ``TERM_PROGRAM`` with its version, where it is to be believed.
        vte: A terminal made with VTE says so.
        typed: Someone can type: stdin is a terminal.
        shown: Someone can read: stdout is a terminal.
        wishes: What the reader asked for.
        answers: What the terminal has said so far.
    """

    term: str = "xterm-256color"
    colorterm: str = ""
    no_color: bool = False
    locale: str = "C.UTF-8"
    locale_from: str = "LANG"
    ssh: str = ""
    tmux: bool = False
    screen: bool = False
    program: str = ""
    vte: bool = False
    typed: bool = True
    shown: bool = True
    wishes: Wishes = NO_WISHES
    answers: Answers = UNASKED

    @property
    def kind(self) -> Kind:
        """What is known of the terminal that the program writes to.

        Inside tmux or screen that is one of them, whatever else ``TERM`` was made to say.
        """
        kind = kind_of(self.term)
        if not kind.places_cursor or kind.multiplexer or not (self.tmux or self.screen):
            return kind
        return TMUX if self.tmux else SCREEN._replace(colours=min(kind.colours, Colours.INDEXED))

    @property
    def multiplexer(self) -> str:
        """What the program writes to first, here or on the reader's machine: tmux, screen or none.

        Where one of them runs in the other, both variables are set, and ``TERM`` tells.
        """
        named = self.kind.multiplexer
        if self.tmux and self.screen:
            return named
        if self.tmux or tmux_version(self.answers.program) is not None:
            return "tmux"
        return named

    @property
    def query(self) -> str:
        """What may be asked of the terminal."""
        program = program_called(self.program)
        return self.kind.query if program is None else min(self.kind.query, program.query, key=len)

    @property
    def known_program(self) -> Program | None:
        """The program that draws the terminal, where its name or its answer tells.

        ``TERM_PROGRAM`` is handed on from program to program: what starts inside tmux or screen
        has that of the terminal they were started in.
        """
        if self.vte and not (self.tmux or self.screen):
            return program_called("vte(")
        return program_called(self.answers.program) or program_called(self.program)


def surroundings(
    environ: Mapping[str, str],
    stdin: IO[str] | None,
    stdout: IO[str] | None,
    wishes: Wishes = NO_WISHES,
) -> Surroundings:
    """What ``environ`` and the two ends of the program say."""

    def said(name: str) -> str:
        return _shown(environ.get(name, ""))

    tmux, screen = bool(environ.get("TMUX")), bool(environ.get("STY"))
    locale_from = next((name for name in _LOCALE if environ.get(name)), "")
    believed = not screen and (said("TERM_PROGRAM") == "tmux") == tmux
    return Surroundings(
        term=said("TERM"),
        colorterm=said("COLORTERM"),
        no_color=bool(environ.get("NO_COLOR")),
        locale=said(locale_from),
        locale_from=locale_from,
        ssh=next((name for name in _SSH if environ.get(name)), ""),
        tmux=tmux,
        screen=screen,
        program=f"{said('TERM_PROGRAM')} {said('TERM_PROGRAM_VERSION')}".strip() * believed,
        vte=bool(environ.get("VTE_VERSION")),
        typed=_is_terminal(stdin),
        shown=_is_terminal(stdout),
        wishes=wishes,
    )


def environment() -> dict[str, str]:
    """The variables that the program was started with.

    Python adds one of its own: where the locale is C, or not installed, ``LC_CTYPE`` is made
    ``C.UTF-8`` (PEP 538), which says nothing of the terminal.
    """
    environ = dict(os.environ)
    coerced = sys.flags.utf8_mode and not environ.get("PYTHONUTF8")
    if coerced and environ.get("LC_CTYPE") in ("C.UTF-8", "C.utf8", "UTF-8"):
        del environ["LC_CTYPE"]
    return environ


def _shown(text: str) -> str:
    """``text`` as it may be shown: anyone who connects over SSH can set some of these."""
    plain = "".join(each if " " <= each <= "~" else "?" for each in text)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 3] + "..."


def _is_terminal(stream: IO[str] | None) -> bool:
    """Whether ``stream`` is a terminal; one that is missing or closed is not."""
    return stream is not None and not stream.closed and stream.isatty()
