"""A query cut into pieces, with their places: also one that is still being typed."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a piece is."""

    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    MINUS = "-"
    OR = "OR"


class Piece(NamedTuple):
    """A piece of a query.

    Attributes:
        kind: what it is.
        start: where it begins in the text, in characters from 0.
        end: where it ends.
        text: what it says, without quotes; of a field its name in lower case.
        values: of a field, what stands behind the colon, each a word or a phrase; never empty.
        closed: whether it is whole: a phrase may still lack its second quote.
    """

    kind: Kind
    start: int
    end: int
    text: str
    values: tuple[Piece, ...] = ()
    closed: bool = True


_SIGNS = {"(": Kind.OPEN, ")": Kind.CLOSE}


def pieces_of(text: str) -> list[Piece]:
    """All pieces of a query, in order."""
    found: list[Piece] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        piece = _piece(text, at)
        found.append(piece)
        at = piece.end
    return found


def _piece(text: str, at: int) -> Piece:
    character = text[at]
    if character in _SIGNS:
        return Piece(_SIGNS[character], at, at + 1, character)
    if character == "-":
        return Piece(Kind.MINUS, at, at + 1, character)
    if character == '"':
        return _phrase(text, at)
    end = _end_of_word(text, at, '()"')
    word = text[at:end]
    name, colon, _ = word.partition(":")
    if colon and _may_be_a_field(name):
        values = _values(text, at + len(name) + 1)
        return Piece(Kind.FIELD, at, values[-1].end, name.lower(), values)
    return Piece(Kind.OR if word == "OR" else Kind.WORD, at, end, word)


def _may_be_a_field(name: str) -> bool:
    return (
        name.isascii() and name[:1].isalpha() and name.replace("_", "").replace("-", "").isalpha()
    )


def _values(text: str, at: int) -> tuple[Piece, ...]:
    """What stands behind a colon, with commas between."""
    found: list[Piece] = []
    while True:
        if text[at : at + 1] == '"':
            value = _with_role(text, _phrase(text, at))
        else:
            end = _end_of_word(text, at, '(),"')
            value = Piece(Kind.WORD, at, end, text[at:end])
        found.append(value)
        if text[value.end : value.end + 1] != ",":
            return tuple(found)
        at = value.end + 1


def _phrase(text: str, at: int) -> Piece:
    end = text.find('"', at + 1)
    if end < 0:
        return Piece(Kind.PHRASE, at, len(text), text[at + 1 :], closed=False)
    return Piece(Kind.PHRASE, at, end + 1, text[at + 1 : end])


def _with_role(text: str, value: Piece) -> Piece:
    """A quoted name with what a slash behind it adds, as ``"South Korea"/target``."""
    if not value.closed or text[value.end : value.end + 1] != "/":
        return value
    end = _end_of_word(text, value.end, '(),"')
    return value._replace(end=end, text=value.text + text[value.end : end])


def _end_of_word(text: str, at: int, signs: str) -> int:
    while at < len(text) and not text[at].isspace() and text[at] not in signs:
        at += 1
    return at
