"""The words of texts, as a query looks for them."""

from __future__ import annotations

from collections.abc import Iterable

from brief_tui.model.folding import KEPT_APART, parted

FIELD_END = "¦"
"""The word that stands where a text ends, so that no phrase runs from one into the next."""

_BETWEEN = f" {KEPT_APART} "


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in order, without case and diacritics.

    A word is made of letters, digits and their marks: ``S-400`` is two. Where a script writes no
    spaces (Chinese, kana, Thai, …) each character is one; Korean has spaces. In a word there are
    ASCII letters and digits and characters that are not ASCII, nothing else.
    """
    return tuple(parted(text).replace(KEPT_APART, " ").split())


def line(texts: Iterable[str]) -> str:
    """The words of several texts, a space before and behind each, ``FIELD_END`` between the texts.

    What is ASCII comes first, since it is read all at once; no text runs into the next anyway.
    """
    plain: list[str] = []
    other: list[str] = []
    for text in texts:
        (plain if text.isascii() else other).append(text)
    found = parted(_BETWEEN.join(plain))
    if other:
        found = _BETWEEN.join((found, *map(parted, other)))
    return f" {' '.join(found.split())} ".replace(KEPT_APART, FIELD_END)
