"""Facts turned round into bitmaps: they name exactly the rows that have a word or a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from brief_tui.library.facts import Facts
from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.inverted import (
    Inverter,
    in_pieces,
    join_bits,
    of_pieces,
    pack_bits,
    read_bits,
)
from brief_tui.library.index.schema import (
    FOLLOWS,
    LONGEST_START,
    SHARED,
    START,
    TEXT,
    WORD,
    text_value,
)
from brief_tui.library.words import FIELD_END

WORDS = st.sampled_from(["a", "be", "see", "seen", "seek", "said", FIELD_END, "군", "x1"])
TEXTS = st.lists(WORDS, max_size=6).map(lambda words: f" {' '.join(words)} " if words else "")
MARKS = st.lists(
    st.tuples(st.sampled_from(["country", "kind"]), st.sampled_from("ab")), max_size=3, unique=True
).map(tuple)


@st.composite
def rows(draw: st.DrawFn) -> dict[int, Facts]:
    """Rows, some of which say what the one before says, and something before it."""
    found: dict[int, Facts] = {}
    number = 0
    words = ""
    marks: tuple[tuple[str, str], ...] = ()
    for _ in range(draw(st.integers(0, 12))):
        number += draw(st.integers(1, 2))
        if draw(st.booleans()):
            words, marks = draw(TEXTS), draw(MARKS)
            found[number] = Facts(words, marks)
        else:
            own = draw(MARKS) if draw(st.booleans()) else marks
            found[number] = Facts(draw(TEXTS).rstrip() + words, own)
    return found


def inverted(rows: dict[int, Facts]) -> tuple[dict[tuple[str, str], bytes], BitMap]:
    inverter = Inverter()
    for number, facts in rows.items():
        inverter.add(number, facts)
    packed = {(kind, value): bits for kind, value, bits in inverter.done().packed()}
    follows = packed.pop((FOLLOWS, ""), None)
    return packed, read_bits(follows, BitMap()) if follows is not None else BitMap()


def expected(rows: dict[int, Facts]) -> dict[tuple[str, str], set[int]]:
    found: dict[tuple[str, str], set[int]] = {}
    for number, facts in rows.items():
        words = set(facts.words.split()) - {FIELD_END}
        starts = {word[:length] for word in words for length in range(1, LONGEST_START + 1)}
        keys = [(WORD, word) for word in words] + [(START, start) for start in starts]
        for key in [*keys, *facts.marks]:
            found.setdefault(key, set()).add(number)
    return found


@given(rows())
def test_every_word_beginning_and_mark_leads_to_its_rows(rows: dict[int, Facts]) -> None:
    packed, follows = inverted(rows)
    read = {key: set(read_bits(bits, follows)) for key, bits in packed.items()}
    assert {key: bits for key, bits in read.items() if bits} == expected(rows)


@given(rows(), rows(), st.sets(st.integers(1, 40)))
def test_segments_joined_name_what_both_named_but_the_dead(
    one: dict[int, Facts], other: dict[int, Facts], chosen: set[int]
) -> None:
    other = {number + 30: facts for number, facts in other.items()}
    parts = [inverted(one), inverted(other)]
    # Rows of one item die together.
    dead = BitMap(chosen)
    for _, follows in parts:
        for number in sorted(follows):
            (dead.add if number - 1 in dead else dead.discard)(number)
    follows = (parts[0][1] | parts[1][1]) - dead
    wanted = {
        key: numbers - set(dead)
        for key, numbers in expected(one | other).items()
        if numbers - set(dead)
    }
    keys = {key for packed, _ in parts for key in packed}
    found = {}
    for key in keys:
        joined = join_bits([(own[key], each) for own, each in parts if key in own], dead)
        if joined is not None and (bits := read_bits(joined, follows)):
            found[key] = set(bits)
    assert found == wanted


@given(st.sets(st.integers(0, 2**32 - 1)) | st.integers(0, 3000).map(lambda most: set(range(most))))
def test_a_bitmap_comes_back_as_it_was(numbers: set[int]) -> None:
    assert set(read_bits(pack_bits(BitMap(numbers)), BitMap())) == numbers


@pytest.mark.parametrize("step", [1, 2, 9, 37, 5_000])
def test_many_numbers_come_back_too_in_less_than_two_bytes_each(step: int) -> None:
    numbers = BitMap(range(7, 1_000_000, step))
    packed = pack_bits(numbers)
    assert read_bits(packed, BitMap()) == numbers
    assert len(packed) < 2 * len(numbers) or len(numbers) < 1_000
    for cut in (packed[:-1], packed[: len(packed) // 2], packed[:2]):
        with pytest.raises(Damaged):
            read_bits(cut, BitMap())


@given(st.lists(st.integers(1, 20_000), max_size=5))
def test_bitmaps_come_back_whole_from_pieces_that_are_small(lengths: list[int]) -> None:
    bitmaps = [b"\x00" + bytes(each % 7 for each in range(length)) for length in lengths]
    pieces = [piece for each in bitmaps for piece in in_pieces(each)]
    assert list(of_pieces(pieces)) == bitmaps
    assert all(len(piece) < 8000 for piece in pieces)


def test_a_piece_without_what_it_goes_on_from_is_damaged() -> None:
    _, *rest = in_pieces(pack_bits(BitMap(range(0, 120_000, 9))))
    (alone,) = of_pieces(rest)
    with pytest.raises(Damaged):
        read_bits(alone, BitMap())


@given(st.binary(max_size=60))
def test_bytes_of_anything_else_are_damaged_or_numbers(data: bytes) -> None:
    try:
        bits = read_bits(data, BitMap())
    except Damaged:
        return
    assert isinstance(bits, BitMap)


@pytest.mark.parametrize(
    "data", [b"", b"\x02abc", b"\x09", b"\x00", b"\x01\x01", b"\x04", b"\x05\x01"]
)
def test_what_is_no_bitmap_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        read_bits(data, BitMap())


def test_a_search_for_phrases_is_told_the_texts_of_several_words_once() -> None:
    inverter = Inverter()
    item = Facts(" a corridor opens ¦ said ¦ the ferry ", ())
    inverter.add(1, item)
    inverter.add(2, Facts(" event ¦ happened ¦" + item.words, ()))
    inverter.add(3, Facts(" first told ¦" + item.words, ()))
    done = inverter.done()
    assert done.phrases == [(1, "a corridor opens ¦ the ferry"), (3, "first told")]
    assert done.texts == []


def test_a_text_that_many_rows_have_is_told_once() -> None:
    numbers = range(0, 40, 4)
    inverter = Inverter()
    for number in numbers:
        inverter.add(number, Facts(f" the ferry ¦ number {number} ", ()))
    done = inverter.done()
    assert done.phrases == [(number, f"number {number}") for number in numbers]
    ((number, text),) = done.texts
    assert (number >= SHARED, text) == (True, "the ferry")
    assert set(done.bits[TEXT, text_value(number)]) == set(numbers)
