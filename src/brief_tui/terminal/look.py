"""How a cell looks: colours, attributes and link, and the SGR that makes it so.

SGR is ECMA-48, 8.3.117, with the colours of ITU-T T.416 as xterm writes them; the link is OSC 8.
"""

from __future__ import annotations

from functools import lru_cache

_BIT = {1: 1, 2: 2, 3: 4, 4: 8, 5: 16, 7: 32, 8: 64, 9: 128, 21: 256, 53: 512}
_OFF = {22: 1 | 2, 23: 4, 24: 8 | 256, 25: 16, 27: 32, 28: 64, 29: 128, 55: 512}
_REVERSED = _BIT[7]
_SHOWN_ON_BLANKS = _BIT[4] | _BIT[7] | _BIT[9] | _BIT[21] | _BIT[53]
_BRIGHTNESS = _BIT[1] | _BIT[2]


class Look:
    """How a cell looks. There is one object for each, so that ``is`` compares.

    Attributes:
        front: The SGR parameters of the colour of text; empty for the terminal's own.
        back: The same of what it stands on.
        flags: One bit for each attribute.
        link: The address it leads to; empty for none.
        codes: The SGR parameters that make a plain cell look so.
        blank: How an empty cell of this look does: what does not show on one is left out.
    """

    __slots__ = ("back", "blank", "codes", "flags", "front", "link")

    def __init__(self, front: str, back: str, flags: int, link: str) -> None:
        self.front = front
        self.back = back
        self.flags = flags
        self.link = link
        attributes = [str(code) for code, bit in _BIT.items() if flags & bit]
        self.codes = ";".join(filter(None, (*attributes, front, back)))
        shown = flags & _SHOWN_ON_BLANKS
        if shown:  # many terminals make the colour of a reversed cell or a line brighter or fainter
            shown |= flags & _BRIGHTNESS
        self.blank: Look = self
        if (front and not shown) or shown != flags:
            self.blank = look(front if shown else "", back, shown, link)

    def __repr__(self) -> str:
        return f"Look({self.codes!r}, {self.link!r})" if self.link else f"Look({self.codes!r})"


def look(front: str = "", back: str = "", flags: int = 0, link: str = "") -> Look:
    """The one look with these values."""
    return _one(front, back, flags, link)


@lru_cache(8192)
def _one(front: str, back: str, flags: int, link: str) -> Look:
    return Look(front, back, flags, link)


PLAIN = look()


@lru_cache(8192)
def change(before: Look, after: Look, one_by_one: bool) -> str:
    """The shortest sequence after which what is written looks like ``after``.

    Args:
        before: How it would look now.
        after: How it is to look.
        one_by_one: Whether the terminal can switch off single attributes and colours.
    """
    if before is after:
        return ""
    sequence = ""
    if (before.front, before.back, before.flags) != (after.front, after.back, after.flags):
        # An empty first parameter is a 0, which resets all.
        sequence = f"\x1b[;{after.codes}m" if after.codes else "\x1b[m"
        steps = _steps(before, after)
        on_top = not any(step in _TAKEN_BACK for step in steps)
        if (one_by_one or on_top) and len(";".join(steps)) + 3 <= len(sequence):
            sequence = f"\x1b[{';'.join(steps)}m"
    if before.link != after.link:
        sequence += f"\x1b]8;;{after.link}\x1b\\"
    return sequence


_TAKEN_BACK = {*map(str, _OFF), "39", "49"}


def _steps(before: Look, after: Look) -> list[str]:
    """The SGR parameters that lead from one look to the other without a reset."""
    steps = []
    flags = before.flags
    for code, bits in _OFF.items():
        if flags & ~after.flags & bits:
            steps.append(str(code))
            flags &= ~bits
    steps += [str(code) for code, bit in _BIT.items() if after.flags & ~flags & bit]
    if before.front != after.front:
        steps.append(after.front or "39")
    if before.back != after.back:
        steps.append(after.back or "49")
    return steps


def with_attribute(flags: int, code: int) -> int:
    """``flags`` after the SGR parameter ``code``; a code that is no attribute changes nothing."""
    return flags & ~_OFF.get(code, 0) | _BIT.get(code, 0)
