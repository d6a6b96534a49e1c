"""What is shown on a terminal that has no more than ASCII: each cell by one character of it.

The forms of our own glyphs are chosen together: what means different things in one drawing stays
different. A letter loses its accent. What no single character of ASCII can say without saying
something else is ``?``: a CJK character, but also ``≥``, ``±`` and ``½``, and nothing becomes a
digit, since ``10²`` is not 102.
"""

# ruff: noqa: RUF001  (signs that look like those of ASCII are what this is about)

from __future__ import annotations

_FORMS: tuple[tuple[str, str], ...] = (
    # Lines, and dates drawn on an axis of time.
    ("-", "─━╴╶╸╺╼╾↔"),
    ("=", "╌╍═"),
    (".", "┄┅┈┉╭╮"),
    ("'", "╷╵╰╯"),
    ("|", "│┃║┆┇╎╏╹╻╽╿↕"),
    (":", "┊┋"),
    ("[", "├┣╠"),
    ("]", "┤┫╣"),
    ("H", "╫"),
    ("/", "╱↗↙"),
    ("\\", "╲↖↘"),
    ("*", "●"),
    ("o", "○◦"),
    # Bars, levels and marks.
    ("=", "░▒"),
    ("@", "◆"),
    (":", "▏▎▍"),
    ("|", "▌▋▊▉▐▕"),
    ("_", "□▁▂▃▄☐"),
    ('"', "▔▀"),
    ("#", "■▪▬▮"),
    ("&", "◇"),
    ("x", "×✕✖✗✘☒"),
    ("*", "▸•∙★☆"),
    ("v", "↓⇓▼▽▾▿✓✔☑"),
    ("^", "↑⇑▲△▴▵"),
    (">", "›→⇒►▶▷▹‣⟩"),
    ("<", "‹←⇐◄◀◁◂◃⟨"),
    ("~", "≈∼≃"),
    ("!", "≠¡"),
    # A cut is no full stop: what was left out goes on.
    (">", "…"),
    # Punctuation and signs of running text.
    (".", "·‧⋅․"),
    ("-", "‐‑‒–—―−⁃"),
    ("'", "‘’‚‛′ʹʻʼʽʾʿˈ´"),
    ("`", "ˋ"),
    ('"', "“”„‟″«»ʺ˝"),
    (" ", "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{MEDIUM MATHEMATICAL SPACE}"),
    ("/", "÷⁄∕"),
    ("|", "¦‖"),
    ("+", "†‡"),
    ("#", "¶№"),
    ("S", "§"),
    ("*", "°º"),
    ("a", "ª"),
    ("u", "µ"),
    ("C", "©"),
    ("R", "®"),
    ("E", "€"),
    ("L", "£"),
    ("Y", "¥"),
    ("c", "¢"),
    # Signs that stand above or below, without what stands there.
    ("^", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ"),
    ("_", "₀₁₂₃₄₅₆₇₈₉"),
    # Letters that are more than another one with a mark.
    ("s", "ßſ"),
    ("S", "ẞ"),
    ("a", "æ"),
    ("A", "Æ"),
    ("o", "œ"),
    ("O", "Œ"),
    ("d", "ð"),
    ("D", "Ð"),
    ("t", "þ"),
    ("T", "Þ"),
    ("n", "ŋ"),
    ("N", "Ŋ"),
    ("i", "\N{LATIN SMALL LETTER DOTLESS I}"),
)
"""Characters of one cell, each behind what stands for it."""

_OTHERS = (
    ("\u2000", "\u200a", " "),  # spaces by their width in print
    ("\u2400", "\u2426", "^"),  # pictures of control characters
    ("\u2500", "\u257f", "+"),  # corners and crossings of lines
    ("\u2580", "\u259f", "#"),  # blocks
)
"""What stands for the rest of some blocks: the first and last character, and the form."""

_SUBSTITUTE = "?"


def in_ascii(text: str) -> str:
    """``text`` in ASCII, as many cells wide as before.

    A wide character becomes two characters, and what has no width, as a combining mark, none.
    Control characters of ASCII are left as they are.
    """
    if text.isascii():
        return text
    if "\u200d" in text or "\ufe0f" in text:  # they change the width of what is around them
        return _joined(text)
    return text.translate(_CELLS)


class _Cells(dict[int, str]):
    """What stands for each character, by code point, worked out when first asked for."""

    def __missing__(self, code_point: int) -> str:
        form = self[code_point] = _form(chr(code_point))
        return form


_CELLS = _Cells()


def _form(character: str) -> str:
    if character.isascii():
        return character
    for form, characters in _FORMS:
        if character in characters:
            return form
    for first, last, form in _OTHERS:
        if first <= character <= last:
            return form
    return _letter(character) or _SUBSTITUTE * _width(character)


def _letter(character: str) -> str:
    """The letter of ASCII that ``character`` is with a mark, or nothing."""
    from unicodedata import name

    words = name(character, "").split()
    if words[:1] != ["LATIN"] or words[2:3] != ["LETTER"] or len(words) < 4:
        return ""
    letter = words[3]
    if len(letter) > 1 or words[4:5] not in ([], ["WITH"]):
        return ""
    return letter if words[1] == "CAPITAL" else letter.lower()


def _width(character: str) -> int:
    from rich.cells import get_character_cell_size

    return get_character_cell_size(character)


def _joined(text: str) -> str:
    """``text`` with a joiner or a selector in it, grapheme by grapheme."""
    from rich.cells import split_graphemes

    spans, _ = split_graphemes(text)
    return "".join(
        text[start:end].translate(_CELLS)[:cells].ljust(cells, _SUBSTITUTE)
        for start, end, cells in spans
    )
