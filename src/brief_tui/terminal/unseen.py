"""Whether bytes from a file may be written to the terminal: what we would have written, or not.

Nobody looks at them any more before a reader does, so that the list is closed: text that is only
shown, and the sequences of ``pen.py`` and ``modes.py``. A link is none of them.

Read at the very start of the program, so that nothing is imported here, not even ``re``.
"""

_WHOLE = frozenset(
    (
        *("[?1049h", "[?1049l", "[?25h", "[?25l", "[?7h", "[?7l", "[?2004h", "[?2004l"),
        *("[?1000h", "[?1000l", "[?1006h", "[?1006l", "[?2026h", "[?2026l", "[>1u", "[<u"),
        "[2J",
    )
)
_PARAMETERS = "0123456789;"
_FINALS = frozenset("mHABCDGXKLMr")
_LONGEST = 64
"""Characters of a sequence's parameters."""

_MOVES = {ord("\b"): None, ord("\r"): None, ord("\n"): None}
_ALSO_SHOWN = dict.fromkeys(
    (0xA0, 0x1680, *range(0x2000, 0x200B), 0x200C, 0x200D, 0x202F, 0x205F, 0x3000)
)
"""Spaces, and what joins signs to one: nothing to see, which Python does not call printable."""


def is_ours(data: bytes) -> bool:
    """Whether a terminal would only show this, by nothing but sequences of ours."""
    try:
        first, *pieces = data.decode().split("\x1b")
    except UnicodeDecodeError:
        return False
    return _only_shown(first + "".join(map(_text_behind, pieces)))


def _text_behind(piece: str) -> str:
    """What stands behind the sequence that a piece begins with; NUL where it is none of ours."""
    if piece[:2] in ("[?", "[>", "[<") or piece[:3] == "[2J":
        end = next((at for at, each in enumerate(piece) if each in "hluJ"), -1) + 1
        return piece[end:] if piece[:end] in _WHOLE else "\0"
    behind = piece[1:].lstrip(_PARAMETERS)
    end = len(piece) - len(behind)
    known = piece[:1] == "[" and behind[:1] in _FINALS and end <= _LONGEST
    return behind[1:] if known else "\0"


def _only_shown(text: str) -> bool:
    text = text.translate(_MOVES)
    return text.isprintable() or text.translate(_ALSO_SHOWN).isprintable()
