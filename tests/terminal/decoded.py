"""Bytes through the decoder, by a clock that stands still until it is moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief_tui.terminal.keys import Decoder, Token

LOCAL, REMOTE = 0.025, 0.2
"""Patience here and over SSH, in seconds."""


def read(*pieces: bytes, gap: float = 0, patience: float = LOCAL) -> list[Token]:
    """What comes of these pieces, so many seconds apart, and of the quiet after them."""
    return [token for _, token in timed(*pieces, gap=gap, patience=patience)]


def timed(*pieces: bytes, gap: float = 0, patience: float = LOCAL) -> Iterator[tuple[float, Token]]:
    """The same, each with the second at which it was there; the first piece comes at 0."""
    decoder = Decoder(patience)
    for number, piece in enumerate(pieces):
        now = number * gap
        yield from _woken(decoder, until=now)
        yield from ((now, token) for token in decoder.feed(piece, now))
    yield from _woken(decoder)


def _woken(decoder: Decoder, until: float = float("inf")) -> Iterator[tuple[float, Token]]:
    while (at := decoder.wakes_at) is not None and at < until:
        yield from ((at, token) for token in decoder.wake(at))


def said(tokens: Iterable[Token]) -> list[str]:
    """Tokens to compare; by themselves a key and an answer of the same characters are equal."""
    return [repr(token) for token in tokens]


def cut_in_two(data: bytes) -> list[tuple[bytes, bytes]]:
    """Every way to cut bytes in two pieces."""
    return [(data[:at], data[at:]) for at in range(1, len(data))]


def one_by_one(data: bytes) -> list[bytes]:
    """The bytes as so many pieces."""
    return [data[at : at + 1] for at in range(len(data))]


def assert_reads(data: bytes, *expected: Token) -> None:
    """Check what comes of ``data``, in one piece, in any two, and byte by byte."""
    for pieces in ([data], *cut_in_two(data), one_by_one(data)):
        assert said(read(*pieces)) == said(expected), pieces
