"""What the terminal sends between a beginning and an end: a paste, or an answer in a string."""

from __future__ import annotations

import re
from codecs import utf_8_decode

from brief_tui.terminal.sequences import PASTE_ENDS

LONGEST_STRING = 4096
"""Bytes of an answer, without its end."""

LONGEST_PASTE = 1 << 20
"""Bytes; of a longer paste this much is taken."""

_ESC = 0x1B
_OSC = ord("]")
_PASTE_ENDS = PASTE_ENDS.encode()
_STRING_ENDS = re.compile(rb"[\x18\x1a\x1b]")
_OSC_ENDS = re.compile(rb"[\x07\x18\x1a\x1b]")
_C0 = re.compile(r"[\x00-\x1f]")
_NEWLINE = re.compile(r"\r\n?")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class ControlString:
    r"""An OSC, DCS, SOS, PM or APC (ECMA-48), up to ST (``ESC \``); an OSC ends with BEL too.

    Attributes:
        ended: Whether its end was there, or something that cannot stand in it.
        text: All of it, once it has ended well.
    """

    def __init__(self, begins: bytes) -> None:
        """A string of the kind that ``begins`` begins, ESC and one more byte."""
        self.ended = False
        self.text: str | None = None
        self._collected = bytearray(begins)
        self._ends = _OSC_ENDS if begins[1] == _OSC else _STRING_ENDS

    def take(self, data: bytes, at: int) -> int:
        """Read on at ``at``; where what follows begins, or what cannot be told apart as yet."""
        found = self._ends.search(data, at)
        end = found.start() if found else len(data)
        self._collected += data[at:end][: max(LONGEST_STRING + 1 - len(self._collected), 0)]
        if found is None or (data[end] == _ESC and end + 1 == len(data)):
            return end
        self.ended = True
        if data[end] == _ESC:
            if data[end + 1] == ord("\\"):
                self._end_with("\x1b\\")
                return end + 2
            return end
        if data[end] == 0x07:
            self._end_with("\x07")
        return end + 1

    def _end_with(self, terminator: str) -> None:
        text = self._collected.decode("utf-8", "replace")
        if len(self._collected) <= LONGEST_STRING and not _C0.search(text, 1):
            self.text = text + terminator


class Paste:
    """A paste in brackets (xterm, mode 2004).

    Attributes:
        ended: Whether its end was there.
        text: All of it, once it has ended, without control characters but newline and tab.
    """

    def __init__(self) -> None:
        self.ended = False
        self.text: str | None = None
        self._collected = bytearray()

    def take(self, data: bytes, at: int) -> int:
        """Read on at ``at``; where what follows begins, or what cannot be told apart as yet."""
        end = data.find(_PASTE_ENDS, at)
        self.ended = end >= 0
        if not self.ended:
            end = len(data) - _length_of_beginning(data[max(at, len(data) - len(_PASTE_ENDS)) :])
        self._collected += data[at:end][: LONGEST_PASTE - len(self._collected)]
        if not self.ended:
            return end
        cut = len(self._collected) == LONGEST_PASTE
        text, _ = utf_8_decode(self._collected, "replace", not cut)
        self.text = _NOT_TEXT.sub("", _NEWLINE.sub("\n", text))
        return end + len(_PASTE_ENDS)


def _length_of_beginning(data: bytes) -> int:
    """How many of the last bytes may be the beginning of a paste's end."""
    return next(n for n in range(len(_PASTE_ENDS) - 1, -1, -1) if data.endswith(_PASTE_ENDS[:n]))
