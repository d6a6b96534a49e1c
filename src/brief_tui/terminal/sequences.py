"""What a complete control sequence from the terminal is: a key, the mouse, or an answer.

Sources: ECMA-48 for the form, *XTerm Control Sequences* for keys, mouse and reports, the kitty
keyboard protocol (https://sw.kovidgoyal.net/kitty/keyboard-protocol/), and for the rest the
terminals named below, which keep to no standard.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache


class Kind(Enum):
    """What the terminal means by a sequence."""

    KEY = auto()
    MOUSE = auto()
    REPLY = auto()
    PASTE_BEGINS = auto()


PASTE_BEGINS = "\x1b[200~"
PASTE_ENDS = "\x1b[201~"

_MOUSE = re.compile(r"\x1b\[<[0-9]{1,4};[0-9]{1,5};[0-9]{1,5}[Mm]")
"""Mode 1006 (SGR). No cell is numbered below 1, but terminals have been known to count so."""

_REPLY = re.compile(
    r"\x1b\[(?:"
    r"[=>?][ -?]*[@-~]"  # all that is marked private: DA1, DA2, DECRPM, the kitty protocol's flags
    r"|[0-9]+;[0-9]+R"  # CPR; F3 with a modifier looks the same, and is not to be told from it
    r"|[0-9;]*n"  # DSR
    r"|[0-9;:]*t"  # the window, and its size when that changes (mode 2048)
    r"|[0-9;]*x"  # DECREPTPARM
    r"|[0-9]+;[0-9]\$y"  # DECRPM of modes that are not private
    r"|[IO]"  # the terminal has come to be, or is no longer, in use (mode 1004)
    r")"
)

_KEY = re.compile(
    r"\x1b(?:\[(?:"
    # The kitty protocol as far as it is asked for, xterm, VT220: number, modifiers, text.
    r"[0-9]*(?:;[0-9]*(?:;(?:[0-9]+(?::[0-9]+)*)?)?)?[u~ABCDEFHPQS]"
    r"|1?R"
    r"|[GZabcd]"  # 5 of the keypad on the Linux console, Shift+Tab, Shift and an arrow in rxvt
    r"|[0-9]{1,2}[$^@]"  # rxvt
    r"|1;[5-8][p-y]"  # mintty: Ctrl and a digit
    r"|\[[A-E]"  # F1 to F5 on the Linux console
    r")|O[0-9;]*[A-Za-z])"
)

_NUMBER = re.compile(r"[0-9]+")


@lru_cache(maxsize=256)
def kind_of(sequence: str) -> Kind | None:
    """What ``sequence`` is, from its ESC to its final byte; None if it is nothing to act on.

    Args:
        sequence: One that begins with CSI (``ESC [``) or SS3 (``ESC O``).
    """
    if sequence == PASTE_BEGINS:
        return Kind.PASTE_BEGINS
    if sequence == PASTE_ENDS:
        return None
    if _MOUSE.fullmatch(sequence):
        return Kind.MOUSE
    if _KEY.fullmatch(sequence):
        return Kind.KEY if all(map(_is_scalar, _NUMBER.findall(sequence))) else None
    if _REPLY.fullmatch(sequence):
        return Kind.REPLY
    return None


def _is_scalar(number: str) -> bool:
    """Whether a character of Unicode may have this number; no other number in a key is larger."""
    return int(number) < 0xD800 or 0xDFFF < int(number) <= 0x10FFFF
