"""Text as a search compares it: without case and diacritics."""

from __future__ import annotations

from unicodedata import combining, normalize

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


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """``fold(text)``, and for each of its characters the index in ``text`` it came from.

    A hit found in the folded text is highlighted by it in the text a reader sees.
    """
    if text.isascii():
        return text.lower(), list(range(len(text)))
    pieces = [_FOLDED[ord(char)] for char in text]
    sources = [index for index, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), sources
