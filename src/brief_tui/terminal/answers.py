"""What is asked of the terminal, and what it answers.

Answers come in the order of the questions, if at all. Every terminal answers the last one, so that
whatever has not been answered by then will not be.
"""

from __future__ import annotations

import re
from typing import NamedTuple

FENCE = "\x1b[c"
"""What kind of terminal are you? (DA1, ECMA-48 8.3.24 and DEC). All answer it."""

QUERY = f"\x1b[?2026$p\x1b[?u\x1b[>q{FENCE}"
"""Have you synchronized output (DECRQM 2026), extended keys (kitty's keyboard protocol), a name
(XTVERSION); and the fence."""

_CLIPBOARD = "52"
"""The extension that a terminal names in its answer to the fence when OSC 52 fills its clipboard
(contour's "Clipboard Extension", which foot, WezTerm, Windows Terminal and others follow)."""

# As text: to compile it is for whoever gets an answer.
_REPLIES = (
    r"\x1b\[\?2026;(?P<mode>[0-4])\$y"
    r"|\x1b\[\?(?P<keys>[0-9]{1,4})u"
    r"|\x1bP>\|(?P<program>[ -~]{1,60})(?:\x1b\\|\x07)"
    r"|\x1b\[\?(?P<fence>[0-9]{1,4}(?:;[0-9]{0,4}){0,31})c"
)
_MODE_IS_THERE = frozenset("12")
"""Set and reset, of those that DECRPM knows: 0 is not known, 3 and 4 cannot be changed."""


class Answers(NamedTuple):
    """What the terminal has said of itself so far; nothing, to begin with.

    Attributes:
        synchronized: Whether it takes a frame as a whole; None while it has not said.
        extended_keys: It said which of kitty's keys it reports, so it knows the protocol.
        clipboard: It said that OSC 52 fills its clipboard.
        program: What it calls itself, in printable ASCII, such as ``XTerm(370)``.
        complete: It answered the fence: no more is to come.
    """

    synchronized: bool | None = None
    extended_keys: bool = False
    clipboard: bool = False
    program: str = ""
    complete: bool = False

    def taking(self, reply: str) -> Answers:
        """These, with one more sequence from the terminal; the same where it is no answer."""
        found = re.fullmatch(_REPLIES, reply)
        return self if found is None else self._with(found)

    def taking_all(self, text: str) -> Answers:
        """These, with every answer in ``text``, whatever stands between them."""
        answers = self
        for found in re.finditer(_REPLIES, text):
            answers = answers._with(found)
        return answers

    def _with(self, found: re.Match[str]) -> Answers:
        kind, said = found.lastgroup, found[found.lastgroup or 0]
        if kind == "mode":
            return self._replace(synchronized=said in _MODE_IS_THERE)
        if kind == "keys":
            return self._replace(extended_keys=True)
        if kind == "program":
            return self._replace(program=said)
        level, *extensions = said.split(";")
        # Extensions are named from level 60 on; 52 in a VT100's answer would mean something else.
        clipboard = len(level) > 1 and _CLIPBOARD in extensions
        return self._replace(clipboard=clipboard, complete=True)


UNASKED = Answers()
