"""The bitmaps of an index, read when they are asked for, the latest of them kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.inverted import MOST_FOLLOWING, of_pieces, spread, unpack_bits
from brief_tui.library.index.kept import Kept
from brief_tui.library.index.recent import Recent
from brief_tui.library.index.schema import FOLLOWS, LONGEST_START, START, WORD
from brief_tui.library.index.snapshot import Snapshot

if TYPE_CHECKING:
    from pyroaring import BitMap

_LAST = chr(0x10FFFF)
"""Sorts behind whatever a word may go on with: it is no letter, and never will be one."""

_OF_A_BITMAP = 200
"""About how many bytes a bitmap takes besides its numbers."""

_FEW_VALUES = 300
"""Up to so many values it takes less to look each up than to go through all of their kind."""


class Bits(NamedTuple):
    """The rows of segments that have a word or a mark.

    Attributes:
        heads: rows that have it, each for those that follow it as well.
        whole: rows that have it, each for itself.
        size: about how many bytes they take.
    """

    heads: BitMap
    whole: BitMap
    size: int


class Counted(NamedTuple):
    """Rows to be counted by what they have.

    Attributes:
        rows: the rows.
        heads: the same by those that they follow, if they do: as often as one is followed.
    """

    rows: BitMap
    heads: tuple[BitMap, ...]

    def having(self, bits: Bits) -> int:
        """How many of the rows have it."""
        count = sum(map(bits.heads.intersection_cardinality, self.heads))
        return count + bits.whole.intersection_cardinality(self.rows)


class Bitmaps:
    """The rows of one state of an index, by their words and marks.

    Rows that are no more may be among those that are found. Of recent rows the words are not
    known here: see ``Recent``.
    """

    def __init__(self, snapshot: Snapshot, recent: Recent, kept: Kept[Bits]) -> None:
        self.snapshot = snapshot
        self.recent = recent
        self._kept = kept
        self._values: dict[str, tuple[str, ...]] = {}
        self._follows: tuple[BitMap, ...] | None = None

    def bearing(self, kind: str, value: str) -> BitMap:
        """The rows that bear a mark."""
        found = self._all(self.bits(kind, value))
        recent = self.recent.bearing(kind).get(value)
        return found if recent is None else found | recent

    def taking(self, kind: str, takes: Callable[[str], bool]) -> BitMap:
        """The rows that bear a mark of a kind whose value is one of some."""
        recent = self.recent.bearing(kind)
        found = [recent[value] for value in filter(takes, recent)]
        return united([self._taking(kind, takes), *found])

    def saying(self, word: str) -> BitMap:
        """The rows of segments in which a word occurs."""
        return self._all(self.bits(WORD, word))

    def beginning(self, start: str) -> BitMap:
        """The rows of segments in which a word occurs that begins so."""
        if len(start) <= LONGEST_START:
            return self._all(self.bits(START, start))
        return self._all(self._read(WORD, start, start + _LAST))

    def _taking(self, kind: str, takes: Callable[[str], bool]) -> BitMap:
        values = list(filter(takes, self.values(kind)))
        if len(values) <= _FEW_VALUES:
            found = [self.bits(kind, value) for value in values]
        else:
            wanted = frozenset(values)
            found = [bits for value, bits in self.every(kind) if value in wanted]
        return self._all(_joined(found))

    def bits(self, kind: str, value: str) -> Bits:
        """The rows that bear a mark, or say a word, as they are kept."""
        return self._read(kind, value, value)

    def every(self, kind: str, beginning: str = "") -> Iterator[tuple[str, Bits]]:
        """Every value of a kind that begins so, in order, with its rows of segments."""
        found = self.snapshot.rows(
            f"select value, bitmap from bits where segment {self.snapshot.in_segments}"
            " and kind = ? and value >= ? and value < ? order by value, segment, piece",
            *(kind, beginning, beginning + _LAST),
        )
        for value, rows in groupby(found, itemgetter(0)):
            if isinstance(value, str) and value:
                yield value, self._unpacked(blob for _, blob in rows)

    def values(self, kind: str) -> tuple[str, ...]:
        """The values that marks of a kind have."""
        found = self._values.get(kind)
        if found is None:
            rows = self.snapshot.rows(
                f"select distinct value from bits where segment {self.snapshot.in_segments}"
                " and kind = ? order by value",
                kind,
            )
            kept = (value for (value,) in rows if isinstance(value, str) and value)
            found = (*kept, *self.recent.bearing(kind))
            self._values[kind] = found
        return found

    def counted(self, rows: BitMap) -> Counted:
        """Rows, to be counted by what they have."""
        steps = self._steps()
        alone = rows - steps[0] if steps else rows
        heads = [alone]
        for number, step in enumerate(steps[1:], 1):
            following = rows & step
            if following:
                heads.append(following.shift(-number))
        return Counted(rows, tuple(heads))

    def spread(self, rows: BitMap) -> BitMap:
        """Rows and those that follow them."""
        return spread(rows, self._steps()[0]) if self._steps() else rows

    def heads(self, rows: BitMap) -> BitMap:
        """Rows and those that they follow."""
        steps = self._steps()
        if not steps:
            return rows
        found, following = rows, rows & steps[0]
        for _ in range(MOST_FOLLOWING):
            if not following:
                break
            before = following.shift(-1)
            found = found | before
            following = before & steps[0]
        return found

    def _steps(self) -> tuple[BitMap, ...]:
        """The rows that follow another; those that follow as the first, as the second, ...."""
        if self._follows is None:
            every = self.bits(FOLLOWS, "").whole
            steps = [every] if every else []
            step = every - every.shift(1)
            while step and len(steps) <= MOST_FOLLOWING:
                steps.append(step)
                step = step.shift(1) & every
            self._follows = tuple(steps)
        return self._follows

    def _all(self, bits: Bits) -> BitMap:
        found = self.spread(bits.heads)
        return found | bits.whole if bits.whole else found

    def _read(self, kind: str, low: str, high: str) -> Bits:
        found = self._kept.get((kind, low, high))
        if found is None:
            sql = (
                f"select bitmap from bits where segment {self.snapshot.in_segments}"
                " and kind = ? and value >= ? and value <= ? order by segment, value, piece"
            )
            rows = self.snapshot.rows(sql, kind, low, high)
            found = self._unpacked(blob for (blob,) in rows)
            self._kept.put((kind, low, high), found)
        return found

    def _unpacked(self, blobs: Iterable[bytes]) -> Bits:
        heads: list[BitMap] = []
        whole: list[BitMap] = []
        for blob in of_pieces(blobs):
            self.snapshot.go_on()
            try:
                numbers, is_whole = unpack_bits(blob)
            except (Damaged, TypeError):
                self.snapshot.damaged()
                continue
            (whole if is_whole else heads).append(numbers)
        return _bits(united(heads), united(whole))


def _joined(many: Iterable[Bits]) -> Bits:
    every = list(many)
    return _bits(united([bits.heads for bits in every]), united([bits.whole for bits in every]))


def _bits(heads: BitMap, whole: BitMap) -> Bits:
    return Bits(heads, whole, heads.__sizeof__() + whole.__sizeof__() + _OF_A_BITMAP)


def united(many: Sequence[BitMap]) -> BitMap:
    """The rows of several, each once."""
    from pyroaring import BitMap

    if len(many) == 1:
        return many[0]
    return BitMap.union(*many) if many else BitMap()
