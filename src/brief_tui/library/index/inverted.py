"""Facts turned round: for each word and mark, the numbers of the rows that have it.

A row follows the one before it where it says what that says, and perhaps something before it: a
moment its item. Its number is then left out wherever it has a word or mark because the row before
has it, and whoever reads the bitmap puts it in again.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from sys import byteorder
from typing import TYPE_CHECKING, NamedTuple

from brief_tui.library.facts import Facts
from brief_tui.library.index.codec import Damaged
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

if TYPE_CHECKING:
    from pyroaring import BitMap

Key = tuple[str, str]
"""The kind and the value of a bitmap."""

_WHOLE, _TO_SPREAD, _FEW, _FEW_TO_SPREAD, _FOLDED, _FOLDED_TO_SPREAD = range(6)
"""The first byte of a bitmap: whether rows that follow are left out, and in which form it is."""

_GOES_ON = b"\x06"
"""The first byte of a piece that goes on where the one before ends."""

_PIECE = 7900
"""How many bytes of a bitmap are in a piece: with its value so many fill a quarter of a page."""

_COMPLETE = (_WHOLE, _FEW, _FOLDED)
_LEAST_FOLDED = 48
"""From how many bytes on a bitmap is folded, where its numbers are written out."""

_MOST_UNFOLDED = 64 * 1024 * 1024
"""How many bytes a bitmap can have: half as many numbers as that are more than anybody keeps."""

_MANY = 8
"""How many rows of a segment have a text that is kept once for all of them."""

MOST_FOLLOWING = 3
"""How many rows can follow one: an item has three dates."""

_MOST_FEW = 64
"""Up to how many numbers are written one by one, where that is shorter."""

_MOST_JOINED = 12
"""Up to how many numbers are joined without a look at how they would be shortest."""


class Inverted(NamedTuple):
    """Bitmaps of some rows.

    Attributes:
        bits: numbers by kind and value, without the rows that follow, but for those in ``whole``.
        whole: the kinds and values whose numbers are all there.
        follows: the rows that follow the one before.
        phrases: by number, the texts in which there are phrases, of those rows that have some.
        texts: those that many rows have, each by a number of its own from ``SHARED`` on.
    """

    bits: dict[Key, BitMap]
    whole: set[Key]
    follows: BitMap
    phrases: list[tuple[int, str]]
    texts: list[tuple[int, str]]

    def packed(self, first: int = 0) -> Iterator[tuple[str, str, bytes]]:
        """Kind, value and bytes of every bitmap, in the order of the table they go into.

        They are made small when segments are joined.

        Args:
            first: what is added to each number.
        """
        keys = sorted(self.bits)
        if self.follows:
            keys.append((FOLLOWS, ""))
            keys.sort()
        for key in keys:
            if key == (FOLLOWS, ""):
                yield (*key, pack_bits(self.follows.shift(first), small=False))
            else:
                bits = self.bits[key].shift(first) if first else self.bits[key]
                yield (*key, pack_bits(bits, key in self.whole, small=False))


class Inverter:
    """Takes the facts of rows in the order of their numbers, and turns them round."""

    def __init__(self) -> None:
        self._words: defaultdict[str, list[int]] = defaultdict(list)
        self._marks: defaultdict[Key, list[int]] = defaultdict(list)
        self._texts: defaultdict[str, list[int]] = defaultdict(list)
        self._follows: list[int] = []
        self._odd: defaultdict[Key, tuple[list[int], list[int]]] = defaultdict(_more_and_fewer)
        self._next = -1
        self._following = 0
        self._last = Facts("", ())
        self._last_marks: frozenset[Key] | None = None

    def add(self, number: int, facts: Facts) -> None:
        """Take a row."""
        last = self._last.words
        if number == self._next and self._following < MOST_FOLLOWING and last:
            self._next = number + 1
            if facts.words.endswith(last):
                self._following += 1
                self._add_following(number, facts)
                return
        self._next, self._following = number + 1, 0
        self._last, self._last_marks = facts, None
        rows_with = self._words
        for word in set(facts.words.split()):
            rows_with[word].append(number)
        rows_bearing = self._marks
        for mark in facts.marks:
            rows_bearing[mark].append(number)
        self._add_texts(number, facts.words)

    def _add_texts(self, number: int, words: str) -> None:
        """Take the texts of several words: a single word is found without looking for phrases."""
        rows_with = self._texts
        for text in words.strip(_BETWEEN_TEXTS).split(_BETWEEN_TEXTS):
            if " " in text:
                rows_with[text].append(number)

    def _add_following(self, number: int, facts: Facts) -> None:
        self._follows.append(number)
        own = facts.words[: len(facts.words) - len(self._last.words)] + " "
        if not own.isspace():
            told = f"{self._last.words} {FIELD_END} "
            for word in set(own.split()):
                if f" {word} " not in told:
                    self._odd[WORD, word][0].append(number)
        before = self._last_marks
        if before is None:
            before = self._last_marks = frozenset(self._last.marks)
        marks = frozenset(facts.marks)
        if marks != before:
            for mark in marks - before:
                self._odd[mark][0].append(number)
            for mark in before - marks:
                self._odd[mark][1].append(number)
        self._add_texts(number, own)

    def done(self) -> Inverted:
        """All that was taken."""
        from pyroaring import BitMap

        follows = BitMap(self._follows)
        bits: dict[Key, BitMap] = {(WORD, word): BitMap(own) for word, own in self._words.items()}
        bits.pop((WORD, FIELD_END), None)
        self._odd.pop((WORD, FIELD_END), None)
        bits.update((mark, BitMap(own)) for mark, own in self._marks.items())
        for key, (more, fewer) in self._odd.items():
            found = spread(bits.get(key, BitMap()), follows)
            bits[key] = (found | BitMap(more)) - BitMap(fewer)
        whole = set(self._odd)
        _add_starts(bits, whole, follows)
        phrases: defaultdict[int, list[str]] = defaultdict(list)
        texts: list[tuple[int, str]] = []
        for text, rows in self._texts.items():
            if len(rows) >= _MANY:
                texts.append((_number_of(text), text))
                bits[TEXT, text_value(texts[-1][0])] = BitMap(rows)
            else:
                for number in rows:
                    phrases[number].append(text)
        own = [(number, _BETWEEN_TEXTS.join(phrases[number])) for number in sorted(phrases)]
        return Inverted(bits, whole, follows, own, texts)


def _add_starts(bits: dict[Key, BitMap], whole: set[Key], follows: BitMap) -> None:
    """The bitmaps of what words begin with, from those of the words."""
    from pyroaring import BitMap

    beginning: dict[str, list[str]] = {}
    for kind, word in bits:
        if kind == WORD:
            for length in range(1, min(LONGEST_START, len(word)) + 1):
                beginning.setdefault(word[:length], []).append(word)
    for start, words in beginning.items():
        keys = [(WORD, word) for word in words]
        key = (START, start)
        if whole.isdisjoint(keys):
            bits[key] = BitMap.union(*(bits[each] for each in keys))
            continue
        whole.add(key)
        bits[key] = BitMap.union(
            *(bits[each] if each in whole else spread(bits[each], follows) for each in keys)
        )


def _more_and_fewer() -> tuple[list[int], list[int]]:
    return [], []


def _number_of(text: str) -> int:
    """The number of a text that many rows have: the same in every segment."""
    from hashlib import blake2b

    digest = blake2b(text.encode(), digest_size=7).digest()
    return SHARED + int.from_bytes(digest, "big")


_BETWEEN_TEXTS = f" {FIELD_END} "


def spread(bits: BitMap, follows: BitMap) -> BitMap:
    """Numbers, and those of the rows that follow them."""
    found = last = bits
    for _ in range(MOST_FOLLOWING):
        last = last.shift(1) & follows
        if not last:
            break
        found = found | last
    return found


def pack_bits(bits: BitMap, whole: bool = True, small: bool = True) -> bytes:
    """A bitmap as bytes.

    Args:
        bits: the numbers.
        whole: whether no row that follows is left out.
        small: whether it may take longer to be smaller.
    """
    if len(bits) <= _MOST_FEW:
        few = array("I", bits)
        if byteorder == "big":
            few.byteswap()
        written = few.tobytes()
        if len(bits) <= 4 or len(written) <= len(bits.serialize()):
            return bytes((_FEW if whole else _FEW_TO_SPREAD,)) + written
    bits.run_optimize()
    written = bits.serialize()
    if small and len(written) >= _LEAST_FOLDED and 2 * len(written) > 3 * len(bits):
        folded = _folded(written)
        if len(folded) < len(written):
            return bytes((_FOLDED if whole else _FOLDED_TO_SPREAD,)) + folded
    return bytes((_WHOLE if whole else _TO_SPREAD,)) + written


def in_pieces(data: bytes) -> Iterator[bytes]:
    """What ``pack_bits`` wrote, in pieces of which none is large."""
    yield data[:_PIECE]
    for start in range(_PIECE, len(data), _PIECE - 1):
        yield _GOES_ON + data[start : start + _PIECE - 1]


def of_pieces(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The bitmaps of which these are the pieces, in order."""
    data: list[bytes] = []
    for piece in pieces:
        given = piece if type(piece) is bytes else b""  # of a file that is not to be trusted
        if data and given[:1] == _GOES_ON:
            data.append(given[1:])
            continue
        if data:
            yield b"".join(data)
        data = [given]
    if data:
        yield b"".join(data)


def read_bits(data: bytes, follows: BitMap) -> BitMap:
    """The numbers that a bitmap stands for, all of them.

    Args:
        data: what ``pack_bits`` wrote.
        follows: the rows of its segment that follow the one before.

    Raises:
        Damaged: it wrote no such thing.
    """
    bits, whole = unpack_bits(data)
    return bits if whole else spread(bits, follows)


def unpack_bits(data: bytes) -> tuple[BitMap, bool]:
    """The numbers in a bitmap, and whether no row that follows is left out.

    Raises:
        Damaged: the bytes are no bitmap.
    """
    from pyroaring import BitMap

    form = data[0] if data else -1
    if form in (_FEW, _FEW_TO_SPREAD) and len(data) % 4 == 1:
        few = array("I", data[1:])
        if byteorder == "big":
            few.byteswap()
        return BitMap(few), form == _FEW
    if form not in (_WHOLE, _TO_SPREAD, _FOLDED, _FOLDED_TO_SPREAD):
        raise Damaged("no bitmap")
    written = data[1:] if form in (_WHOLE, _TO_SPREAD) else _unfolded(data[1:])
    try:
        return BitMap.deserialize(written), form in _COMPLETE
    except (ValueError, TypeError, IndexError) as error:
        raise Damaged("no bitmap") from error


def _folded(written: bytes) -> bytes:
    """Numbers of two bytes in fewer bytes: in order as they are, their upper halves hardly change.

    All of one half come first. To look for more than such repetition takes longer than it saves.
    """
    from zlib import DEFLATED, Z_FIXED, compressobj

    folding = compressobj(1, DEFLATED, -15, 8, Z_FIXED)
    return folding.compress(written[1::2] + written[::2]) + folding.flush()


def _unfolded(folded: bytes) -> bytes:
    import zlib

    unfolding = zlib.decompressobj(-15)
    try:
        halves = unfolding.decompress(folded, _MOST_UNFOLDED)
    except zlib.error as error:
        raise Damaged("no bitmap") from error
    if not unfolding.eof:
        raise Damaged("cut off, or too large")
    written = bytearray(len(halves))
    written[1::2] = halves[: len(halves) // 2]
    written[::2] = halves[len(halves) // 2 :]
    return bytes(written)


def join_bits(parts: Sequence[tuple[bytes, BitMap]], dead: BitMap) -> bytes | None:
    """The bitmaps of one value in several segments, in their order, as one.

    Args:
        parts: what ``pack_bits`` wrote, each with the rows that follow in its segment.
        dead: numbers to leave out.

    Returns:
        The bytes of the one; None where nothing is left.
    """
    if not dead:
        if len(parts) == 1:
            return parts[0][0]
        forms = {data[0] for data, _ in parts}
        length = sum(len(data) - 1 for data, _ in parts)
        if len(forms) == 1 and forms <= {_FEW, _FEW_TO_SPREAD} and length <= 4 * _MOST_JOINED:
            return parts[0][0][:1] + b"".join(data[1:] for data, _ in parts)
    read = [(*unpack_bits(data), follows) for data, follows in parts]
    whole = any(each[1] for each in read)
    bits = type(dead).union(
        *(
            spread(own, follows) if whole and not complete else own
            for own, complete, follows in read
        )
    )
    bits -= dead
    return pack_bits(bits, whole) if bits else None
