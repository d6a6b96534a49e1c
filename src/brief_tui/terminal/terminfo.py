"""What the system's terminfo database knows of a terminal: facts, never sequences to send.

curses would do, but keeps to the first terminal it was asked about, is not everywhere, and costs
more. The form of the files is that of term(5): a header of six numbers, names, flags, numbers,
places of strings, and the strings.
"""

from __future__ import annotations

import re
from struct import Struct, error
from typing import NamedTuple

FOLDERS = ("/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/local/share/terminfo")
"""The system's own; what an environment variable names is not read."""

_NAME = r"[A-Za-z0-9][A-Za-z0-9+._-]{0,63}"
_LARGEST = 32 * 1024
"""Bytes of a file (term(5))."""

_HEADER = Struct("<6H")
_SHORT_NUMBERS, _LONG_NUMBERS = 0o432, 0o1036

# Places in the file, in the order of term.h.
_BACK_COLOR_ERASE = 28
_MAX_COLORS = 13
_CHANGE_SCROLL_REGION, _COLUMN_ADDRESS, _CURSOR_ADDRESS = 3, 8, 10
_ERASE_CHARS, _EXIT_UNDERLINE, _PARM_DELETE_LINE, _PARM_INSERT_LINE = 37, 44, 106, 110
_ENTER_CA_MODE, _ROW_ADDRESS, _ORIG_PAIR = 28, 127, 297


class Facts(NamedTuple):
    """What is known of a terminal.

    Attributes:
        placed_as_a_vt100: Its cursor is placed by the sequence that VT100s have for it (CUP).
        colours: How many it has, 0 for none.
        places_in_line: It goes to a column or a line alone.
        erases_characters: It blanks cells without moving.
        erases_in_colour: What is erased takes the background in use.
        inserts_lines: It inserts and deletes lines, in a region.
        resets_one_by_one: It switches single attributes off, and the colours if it has any.
        alternate_screen: It has a second screen, taken as xterm has it.
    """

    placed_as_a_vt100: bool
    colours: int
    places_in_line: bool
    erases_characters: bool
    erases_in_colour: bool
    inserts_lines: bool
    resets_one_by_one: bool
    alternate_screen: bool


def places(term: str, folders: tuple[str, ...] = FOLDERS) -> tuple[str, ...]:
    """Every file in which a description of ``term`` is looked for, in this order."""
    if re.fullmatch(_NAME, term) is None:
        return ()
    # The folder in it is the name's first character, or that in hexadecimal.
    inside = (term[0], f"{ord(term[0]):x}")
    return tuple(f"{folder}/{each}/{term}" for folder in folders for each in inside)


def look_up(term: str, folders: tuple[str, ...] = FOLDERS) -> Facts | None:
    """What is known of ``term``; None where there is no such terminal, or its file is damaged."""
    for place in places(term, folders):
        try:
            with open(place, "rb") as file:  # noqa: PTH123 - at start-up
                data = file.read(_LARGEST)
            return _facts(data)
        except (OSError, ValueError, error):
            continue
    return None


def _facts(data: bytes) -> Facts:
    """Read a compiled description.

    Raises:
        ValueError: it is none.
        struct.error: it is cut short.
    """
    magic, names, flags, numbers, strings, _ = _HEADER.unpack_from(data)
    if magic not in (_SHORT_NUMBERS, _LONG_NUMBERS):
        raise ValueError("not a compiled terminfo description")
    wide = magic == _LONG_NUMBERS
    at_flags = _HEADER.size + names
    at_numbers = at_flags + flags + (names + flags) % 2
    at_strings = at_numbers + numbers * (4 if wide else 2)
    at_text = at_strings + strings * 2
    number, place = Struct("<i" if wide else "<h"), Struct("<h")

    def string(index: int) -> bytes:
        start = place.unpack_from(data, at_strings + 2 * index)[0] if index < strings else -1
        return data[at_text + start :].partition(b"\0")[0] if start >= 0 else b""

    colours = (
        number.unpack_from(data, at_numbers + _MAX_COLORS * number.size)[0]
        if numbers > _MAX_COLORS
        else 0
    )
    return Facts(
        placed_as_a_vt100=string(_CURSOR_ADDRESS).startswith(b"\x1b[%i%p1%d;%p2%dH"),
        colours=max(colours, 0),
        places_in_line=string(_COLUMN_ADDRESS) == b"\x1b[%i%p1%dG"
        and string(_ROW_ADDRESS) == b"\x1b[%i%p1%dd",
        erases_characters=string(_ERASE_CHARS) == b"\x1b[%p1%dX",
        erases_in_colour=flags > _BACK_COLOR_ERASE and data[at_flags + _BACK_COLOR_ERASE] == 1,
        inserts_lines=string(_PARM_INSERT_LINE) == b"\x1b[%p1%dL"
        and string(_PARM_DELETE_LINE) == b"\x1b[%p1%dM"
        and string(_CHANGE_SCROLL_REGION) == b"\x1b[%i%p1%d;%p2%dr",
        resets_one_by_one=string(_EXIT_UNDERLINE) == b"\x1b[24m"
        and (colours <= 0 or string(_ORIG_PAIR) == b"\x1b[39;49m"),
        alternate_screen=string(_ENTER_CA_MODE).startswith(b"\x1b[?1049h"),
    )
