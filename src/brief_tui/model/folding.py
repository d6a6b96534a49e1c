"""Text as a search compares it: without case and diacritics."""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import category, combining, normalize

_SAME_TO_A_SEARCH = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "æ": "ae",
        "œ": "oe",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    }
)
"""Letters that Unicode does not take apart, and the quotation marks no keyboard has."""


class _Folding(dict[int, str]):
    """What each character folds to, by code point, worked out when first asked for."""

    def __missing__(self, code_point: int) -> str:
        folded = normalize("NFKD", normalize("NFKD", chr(code_point)).casefold())
        folded = "".join([part for part in folded if not combining(part)])
        folded = folded.translate(_SAME_TO_A_SEARCH)
        self[code_point] = folded
        return folded


_FOLDED = _Folding()


def fold(text: str) -> str:
    """``text`` without case and diacritics: ``Türkiye`` becomes ``turkiye``."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


_SCRIPTS_WITHOUT_SPACES = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19FF), (0x1A20, 0x1AAF)),
    *((0x2E80, 0x2FDF), (0x3005, 0x312F), (0x31A0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF)),
    *((0xA9E0, 0xA9FF), (0xAA60, 0xAADF), (0xF900, 0xFAFF), (0x1AFF0, 0x1B16F), (0x20000, 0x3FFFF)),
)
"""First and last code points of those of Southeast Asia, of kana and of Chinese characters."""

_SELECTORS = ("\ufe00", "\ufe0f"), ("\u180b", "\u180f"), ("\U000e0100", "\U000e01ef")

KEPT_APART = "\x01"
"""No text has it, and it is nothing to a search: what it stands between is not one text."""


class _Parting(dict[int, str]):
    """What each character is in words: itself folded, alone between spaces, a space, nothing."""

    def __missing__(self, code_point: int) -> str:
        parted = "".join(map(_parted, _FOLDED[code_point]))
        self[code_point] = parted
        return parted


def _parted(character: str) -> str:
    what = category(character)
    if what == "Cf" or any(first <= character <= last for first, last in _SELECTORS):
        return ""
    if what[0] not in "LNM":
        return " "
    alone = any(first <= ord(character) <= last for first, last in _SCRIPTS_WITHOUT_SPACES)
    return f" {character} " if alone else character


_FEW = 10
_NOT_ASCII = re.compile("[^\x00-\x7f]+")
_PARTED = _Parting({ord(KEPT_APART): KEPT_APART})
_ASCII_PARTED = "".join(
    chr(code).lower() if chr(code).isalnum() or chr(code) == KEPT_APART else " "
    for code in range(128)
)


def parted(text: str) -> str:
    """``text`` folded, with nothing left in it but letters, digits, their marks and spaces.

    A word is what stands between spaces: ``S-400`` is two. Where a script writes no spaces each
    character is one.
    """
    if not text.isascii():
        if len(text.encode("utf-8", "surrogatepass")) - len(text) > len(text) // _FEW:
            return text.translate(_PARTED)
        # What has few accents is mostly ASCII without them, which takes a fraction of the time.
        text = _NOT_ASCII.sub(_part_run, text)
        if not text.isascii():
            return text.translate(_PARTED)
    return text.translate(_ASCII_PARTED)


def _part_run(run: re.Match[str]) -> str:
    return run[0].translate(_PARTED)


def parted_with_map(text: str) -> tuple[str, list[int]]:
    """The words of ``text``, a space before and behind each, and where each character is from.

    A hit found in that is highlighted by it in the text a reader sees. A space is from where the
    word before it ends.
    """
    if text.isascii():
        pieces = list(text.translate(_ASCII_PARTED))
    else:
        pieces = [_PARTED[ord(char)] for char in text]
    drawn = [(" ", 0)] + [(char, at) for at, piece in enumerate(pieces) for char in piece]
    kept = [after for before, after in pairwise(drawn) if before[0] != " " or after[0] != " "]
    return " " + "".join(char for char, _ in kept) + " ", [0, *(at for _, at in kept), len(text)]
