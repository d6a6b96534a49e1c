"""What holds for any bytes that come from the terminal, however they are cut."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.terminal.keys import LONGEST_SEQUENCE, Decoder, Key, Mouse, Pasted, Reply, Token
from brief_tui.terminal.sequences import Kind, kind_of
from tests.terminal.decoded import LOCAL, REMOTE, one_by_one, read, said
from tests.terminal.sent import KEYS, MALFORMED, REPLIES

SEQUENCES = [
    *(sequence.encode() for sequence in (*KEYS.values(), *REPLIES.values())),
    *(data for data in MALFORMED.values() if len(data) <= 2 * LONGEST_SEQUENCE),
    *(b"\x1b[200~", b"\x1b[201~", b"\x1b[200~pasted\x1b[201~", b"\x1b[<0;10;20M", b"\x1b"),
]

SYNTAX = b"\x1b\x1b[[]OPMX^_\\?<>=$;:019~uRcnty\x07\x18\x1a\r\x80\x9b\x9c\xc3\xa9jqA "
"""The bytes that mean something, so that garbage is likely to be nearly well-formed."""

WELL_FORMED = st.lists(
    st.sampled_from([*KEYS.values(), *REPLIES.values(), "\x1b[200~a b\x1b[201~", *"jé한q\r\x03"]),
    max_size=8,
).map(lambda parts: "".join(parts).encode())


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Sequences of which bytes are lost, doubled, changed or swapped."""
    data = bytearray(b"".join(draw(st.lists(st.sampled_from(SEQUENCES), min_size=1, max_size=4))))
    for _ in range(draw(st.integers(1, 4))):
        if not data:
            break
        at = draw(st.integers(0, len(data) - 1))
        new = draw(st.sampled_from(SYNTAX) | st.integers(0, 255))
        data[at : at + 1] = draw(
            st.sampled_from([b"", data[at : at + 1] * 2, bytes([new]), bytes([new, data[at]])])
        )
    return bytes(data)


GARBAGE = (
    st.binary(max_size=200)
    | st.lists(st.sampled_from(SYNTAX), max_size=200).map(bytes)
    | mutated()
    | mutated().map(lambda data: data * 40)
)


@st.composite
def pieces_of(draw: st.DrawFn, whole: st.SearchStrategy[bytes]) -> list[bytes]:
    """Bytes in pieces, some of them empty."""
    data = draw(whole)
    cuts = sorted(draw(st.lists(st.integers(0, len(data)), max_size=12)))
    return [data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)], strict=True)]


def assert_is_what_it_says(token: Token) -> None:
    """A token is one whole thing of its kind."""
    match token:
        case Key(sequence) if len(sequence) == 1:
            assert not "\x80" <= sequence <= "\x9f"
            sequence.encode()
        case Key(sequence):
            assert sequence in ("\x1b\t", "\x1b\x7f") or kind_of(sequence) is Kind.KEY
        case Mouse(sequence):
            assert kind_of(sequence) is Kind.MOUSE
        case Reply(sequence):
            string = sequence[1] in "P]X^_" and sequence.endswith(("\x1b\\", "\x07"))
            assert string or kind_of(sequence) is Kind.REPLY
            assert not [c for c in sequence.removesuffix("\x1b\\")[1:-1] if c < " "]
        case Pasted(text):
            rest = text.replace("\n", "").replace("\t", "")
            assert not [c for c in rest if c < " " or "\x7f" <= c <= "\x9f"]


@given(pieces_of(GARBAGE))
def test_any_bytes_give_the_same_however_they_are_cut(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    assert said(read(*pieces)) == said(read(whole)) == said(read(*one_by_one(whole)))


@given(GARBAGE)
def test_every_token_is_one_whole_thing(data: bytes) -> None:
    for token in read(data):
        assert_is_what_it_says(token)


@given(pieces_of(GARBAGE), st.sampled_from([LOCAL, REMOTE]), st.floats(0, 3))
def test_after_any_garbage_and_a_pause_a_key_is_a_key(
    pieces: list[bytes], patience: float, gap: float
) -> None:
    decoder = Decoder(patience)
    now = 0.0
    for piece in pieces:
        now += gap
        decoder.wake(now)
        decoder.feed(piece, now)
    decoder.wake(now + 3)
    assert decoder.wakes_at is None
    assert said(decoder.feed(b"j", now + 3)) == said([Key("j")])


@given(pieces_of(WELL_FORMED))
def test_what_is_well_formed_may_come_150_ms_apart_over_ssh(pieces: list[bytes]) -> None:
    # Nothing that came empty counts, and a string has a second for itself.
    some = [piece for piece in pieces if piece][:6]
    rest = b"".join(pieces).removeprefix(b"".join(some))
    pieces = [*some, rest]
    assert said(read(*pieces, gap=0.15, patience=REMOTE)) == said(read(b"".join(pieces)))


@given(st.lists(st.sampled_from(list(REPLIES.values())), max_size=5), st.randoms())
def test_answers_in_a_row_never_become_keys(replies: list[str], chance: random.Random) -> None:
    data = "".join(replies).encode()
    cuts = sorted(chance.randrange(len(data) + 1) for _ in range(6))
    pieces = [data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)], strict=True)]
    assert said(read(*pieces)) == said(map(Reply, replies))


def test_a_megabyte_of_anything_is_read_through() -> None:
    chance = random.Random(4)  # noqa: S311, the same garbage each time
    size = 1 << 20
    for data in (
        chance.randbytes(size),
        b"\x1b[200~" + b"a\r" * (size // 2),
        b"\x1b[" + b"1;" * (size // 2),
        b"\x1b]" + b"\x07" * size,
        b"\x1b]" + b"x" * size,
        b"\x1bP" + b"\x07" * size,
    ):
        decoder = Decoder(LOCAL)
        for at in range(0, len(data), 1 << 16):
            decoder.feed(data[at : at + (1 << 16)], 0)
        decoder.wake(10)
        assert said(decoder.feed(b"j", 10)) == said([Key("j")])
