"""What may be written to a terminal: text that it only shows, and the sequences that are ours.

Written apart from the sanitiser on purpose: a test that asked the code under test what is safe
would find that it is.
"""

from __future__ import annotations

import re
from unicodedata import category

_SEQUENCE = re.compile(
    r"\x1b(?:\[[<>=?]?[0-9;:]*[ -/]*[@-~]"  # CSI
    r"|\][0-9]+;[\x20-\x7e]*(?:\x07|\x1b\\)"  # OSC
    r"|[78=>M])"  # keypad, cursor
)
_OURS = re.compile(
    r"\x1b(?:\[[0-9;:]*m"  # colours and attributes
    r"|\[[0-9;]*[HABCDJK]"  # where the next character goes, and erasing
    r"|\[\?[0-9;]+[hl]|\[\?[0-9]+\$p"  # modes, and whether there is one
    r"|\[[<>=]?[0-9;]*[u]|\[\?u"  # the keyboard's protocol
    r"|\[[0-9]* q|\[>?[0-9]*[cqn]|\[[0-9;]*t"  # what the terminal is
    r"|\]52;c;[A-Za-z0-9+/=]*\x07"  # the clipboard
    r"|\]22;[a-z-]*(?:\x07|\x1b\\)"  # the pointer's shape
    r"|[78=>])"
)
_NOT_SHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}
MARKER = "6666"
"""Stands in every escape sequence of the hostile material, and in none of ours."""


def text_of(written: str) -> str:
    """The text that stands between the sequences, each of which must be one of ours."""
    pieces = []
    at = 0
    for match in _SEQUENCE.finditer(written):
        pieces.append(written[at : match.start()])
        at = match.end()
        sequence = match.group()
        assert _OURS.fullmatch(sequence), f"not one of ours: {sequence!r}"
        assert MARKER not in sequence or sequence.startswith("\x1b]52;"), f"theirs: {sequence!r}"
    pieces.append(written[at:])
    return "".join(pieces)


def assert_only_shown(text: str, allowed: str = "\n") -> None:
    """Nothing in ``text`` steers a terminal or hides from a reader."""
    for offset, character in enumerate(text):
        if character in allowed:
            continue
        kind = category(character)
        if character in _JOINERS:
            before, after = text[offset - 1], text[offset + 1]
            assert not before.isspace() and not before.isascii(), (
                f"a stray joiner: {around(text, offset)}"
            )
            assert not after.isspace(), f"a stray joiner: {around(text, offset)}"
            continue
        assert kind not in _NOT_SHOWN, f"U+{ord(character):04X} ({kind}): {around(text, offset)}"


def around(text: str, offset: int) -> str:
    """What stands about a place in a text, escaped."""
    return repr(text[max(offset - 20, 0) : offset + 20])


def squashed(text: str) -> str:
    """``text`` without spaces, which wrapping takes and adds."""
    return "".join(text.split())
