"""What terminals answer when a program asks what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_WITH_ST = r"(?:\x07|\x1b\\)"


class Manner(NamedTuple):
    """How a terminal answers.

    Attributes:
        name: The terminal.
        device: To what it is (DA1).
        kind: To which of its kind it is (DA2).
        version: To its name and version (XTVERSION).
        modes: To the state of a private mode (DECRQM): 1 on, 2 off, 0 for those it does not know.
            None where it does not answer.
        keyboard: To which keyboard protocol is on.
        colours: To its own colours (OSC 10 and 11), foreground and background.
    """

    name: str
    device: str = ""
    kind: str = ""
    version: str = ""
    modes: dict[str, int] | None = None
    keyboard: str = ""
    colours: tuple[str, str] | None = None

    def answers(self, written: str) -> Iterator[str]:
        """To every question in what was written, in order."""
        for question in _QUESTION.finditer(written):
            kind = question.lastgroup or ""
            if kind == "mode" and self.modes is not None:
                mode = question["mode"]
                yield f"\x1b[?{mode};{self.modes.get(mode, 0)}$y"
            elif kind == "colour" and self.colours is not None:
                which = question["colour"]
                yield f"\x1b]{which};rgb:{self.colours[which == '11']}\x1b\\"
            elif kind == "status" and self.device:
                yield "\x1b[0n"
            elif kind in ("device", "kind", "version", "keyboard") and (
                answer := getattr(self, kind)
            ):
                yield answer


_QUESTION = re.compile(
    r"(?P<device>\x1b\[0?c)|(?P<kind>\x1b\[>0?c)|(?P<version>\x1b\[>0?q)|(?P<status>\x1b\[5n)"
    r"|\x1b\[\?(?P<mode>[0-9]+)\$p|(?P<keyboard>\x1b\[\?u)"
    rf"|\x1b\](?P<colour>1[01]);\?{_WITH_ST}"
)

_DARK = ("e5e5/e5e5/e5e5", "0000/0000/0000")
_USUAL = dict.fromkeys(("1000", "1002", "1003", "1004", "1006", "1049", "2004", "2026"), 2)

XTERM = Manner(
    "xterm",
    device="\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    kind="\x1b[>41;406;0c",
    version="\x1bP>|XTerm(406)\x1b\\",
    modes=_USUAL | {"7": 1, "25": 1},
    colours=_DARK,
)
"""An xterm that knows synchronized output and has no other keyboard protocol."""

KITTY = Manner(
    "kitty",
    device="\x1b[?62;c",
    kind="\x1b[>1;4000;39c",
    version="\x1bP>|kitty(0.39.1)\x1b\\",
    modes=_USUAL | {"7": 1, "25": 1},
    keyboard="\x1b[?0u",
    colours=_DARK,
)
"""A terminal that knows what our driver may ask for."""

TMUX = Manner("tmux", device="\x1b[?1;2c", kind="\x1b[>84;0;0c", version="\x1bP>|tmux 3.3a\x1b\\")
"""tmux 3.3a, which does not say which modes it knows."""

SILENT = Manner("a terminal that does not answer")
