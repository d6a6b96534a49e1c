"""The order in which an index shows rows: briefing by briefing, within one by number."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pyroaring import BitMap

_BLOCK = 128
"""How many briefings are counted in one go; their rows are found one briefing at a time."""

_FEW = 4096
"""Up to so many numbers it takes less to sort them than to count them by briefing."""

_NUMBER = 32
"""How many bits a number has."""

MOST_NUMBERS = 1 << _NUMBER
"""As many numbers as there are at most."""


Within = Callable[[int], int]
"""What puts the numbers of one briefing in order, from 0."""


class Order:
    """Briefings in the order in which they are shown, each with the numbers of its rows."""

    def __init__(self, briefings: Iterable[tuple[int, int, int]]) -> None:
        """Take the id, the first number and the count of rows of each.

        Raises:
            TypeError, ValueError: they are no such numbers.
        """
        self.ids = array("q")
        self.firsts = array("q")
        self.ends = array("q")
        for id_, first, count in briefings:
            if not 0 <= first <= first + count < MOST_NUMBERS:
                raise ValueError("numbers of rows")
            self.ids.append(id_)
            self.firsts.append(first)
            self.ends.append(first + count)
        self._by_first = array("l", sorted(range(len(self.ids)), key=self.firsts.__getitem__))
        self._sorted_firsts = array("q", (self.firsts[place] for place in self._by_first))
        self._blocks: list[BitMap] | None = None
        self._places: dict[int, int] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def place_of(self, number: int) -> int | None:
        """At which place the briefing stands to which a number belongs; None where none does."""
        found = bisect_right(self._sorted_firsts, number) - 1
        # Briefings without rows may begin where another does.
        while found >= 0:
            place = self._by_first[found]
            if number < self.ends[place]:
                return place
            if self.firsts[place] < self.ends[place]:
                break
            found -= 1
        return None

    def place_of_id(self, id_: int) -> int | None:
        """At which place a briefing stands; None where it is not among them."""
        if self._places is None:
            self._places = {each: place for place, each in enumerate(self.ids)}
        return self._places.get(id_)

    def alive(self) -> BitMap:
        """All numbers of these briefings' rows."""
        return _ranges((self.firsts[place], self.ends[place]) for place in self._by_first)

    def blocks(self) -> Sequence[BitMap]:
        """The numbers of the rows of so many briefings at a time."""
        if self._blocks is None:
            self._blocks = [
                _ranges(
                    sorted(
                        zip(
                            self.firsts[start : start + _BLOCK],
                            self.ends[start : start + _BLOCK],
                            strict=True,
                        )
                    )
                )
                for start in range(0, len(self.ids), _BLOCK)
            ]
        return self._blocks

    def with_any(self, numbers: BitMap) -> Sequence[int]:
        """The places of the briefings to which some of these numbers belong, in order."""
        if len(numbers) <= _FEW:
            found = {self.place_of(number) for number in numbers}
            return sorted(place for place in found if place is not None)
        count = numbers.range_cardinality
        ranges = enumerate(zip(self.firsts, self.ends, strict=True))
        return [place for place, (first, end) in ranges if count(first, end)]

    def arranged(self, numbers: BitMap, within: Within | None = None) -> Arranged:
        """Some numbers in this order; in a briefing by ``within``, then by number."""
        if len(numbers) <= _FEW:
            return _Few(self, numbers, within or _by_number)
        return _Many(self, numbers) if within is None else _ManyWithin(self, numbers, within)


class Arranged(Protocol):
    """Numbers in the order of a list."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def at(self, place: int) -> int:
        """The number at a place from 0."""
        ...

    def before(self, number: int) -> int:
        """How many of them stand before a number, which need not be among them."""
        ...


def _by_number(number: int) -> int:
    return 0


class _Few:
    """Numbers that are put in order at once."""

    def __init__(self, order: Order, numbers: BitMap, within: Within) -> None:
        self._order = order
        self._within = within
        self._keys = sorted(map(self._key, numbers))

    def __len__(self) -> int:
        return len(self._keys)

    def at(self, place: int) -> int:
        """The number at a place."""
        return self._keys[place] & ((1 << _NUMBER) - 1)

    def before(self, number: int) -> int:
        """How many of them stand before a number."""
        return bisect_left(self._keys, self._key(number))

    def _key(self, number: int) -> int:
        place = self._order.place_of(number)
        place = len(self._order) if place is None else place
        return (place << _NUMBER | self._within(number)) << _NUMBER | number


class _Many:
    """Numbers of which only those are found that are asked for."""

    def __init__(self, order: Order, numbers: BitMap) -> None:
        self._order = order
        self._numbers = numbers
        self._ends: list[int] | None = None
        self._counts: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def at(self, place: int) -> int:
        """The number at a place."""
        ends = self._block_ends()
        block = bisect_right(ends, place)
        place -= ends[block - 1] if block else 0
        counted = self._counted(block)
        briefing = bisect_right(counted, place)
        place -= counted[briefing - 1] if briefing else 0
        return self._in_briefing(block * _BLOCK + briefing, place)

    def before(self, number: int) -> int:
        """How many of them stand before a number."""
        briefing = self._order.place_of(number)
        if briefing is None:
            return len(self)
        block, rest = divmod(briefing, _BLOCK)
        before = self._block_ends()[block - 1] if block else 0
        before += self._counted(block)[rest - 1] if rest else 0
        return before + self._before_in_briefing(briefing, number)

    def _in_briefing(self, briefing: int, place: int) -> int:
        return self._numbers[self._below(self._order.firsts[briefing]) + place]

    def _before_in_briefing(self, briefing: int, number: int) -> int:
        return self._below(number) - self._below(self._order.firsts[briefing])

    def _below(self, number: int) -> int:
        return self._numbers.rank(number - 1) if number else 0

    def _block_ends(self) -> list[int]:
        if self._ends is None:
            count = self._numbers.intersection_cardinality
            self._ends = list(accumulate(map(count, self._order.blocks())))
        return self._ends

    def _counted(self, block: int) -> list[int]:
        found = self._counts.get(block)
        if found is None:
            start = block * _BLOCK
            ranges = zip(
                self._order.firsts[start : start + _BLOCK],
                self._order.ends[start : start + _BLOCK],
                strict=True,
            )
            count = self._numbers.range_cardinality
            found = list(accumulate(count(first, end) for first, end in ranges))
            self._counts[block] = found
        return found


class _ManyWithin(_Many):
    """The same, where a briefing's rows stand in another order than that of their numbers."""

    def __init__(self, order: Order, numbers: BitMap, within: Within) -> None:
        super().__init__(order, numbers)
        self._of = within
        self._sorted: dict[int, list[tuple[int, int]]] = {}

    def _in_briefing(self, briefing: int, place: int) -> int:
        return self._of_briefing(briefing)[place][1]

    def _before_in_briefing(self, briefing: int, number: int) -> int:
        return bisect_left(self._of_briefing(briefing), (self._of(number), number))

    def _of_briefing(self, briefing: int) -> list[tuple[int, int]]:
        found = self._sorted.get(briefing)
        if found is None:
            end = self._order.ends[briefing]
            following = self._numbers.iter_equal_or_larger(self._order.firsts[briefing])
            numbers = takewhile(end.__gt__, following)
            found = self._sorted[briefing] = sorted((self._of(each), each) for each in numbers)
        return found


def _ranges(found: Iterable[tuple[int, int]]) -> BitMap:
    """All numbers of ranges in rising order; those that touch are put in as one."""
    from pyroaring import BitMap

    numbers = BitMap()
    begun = ended = 0
    for first, end in found:
        if first != ended:
            numbers.add_range(begun, ended)
            begun = first
        ended = max(end, ended)
    numbers.add_range(begun, ended)
    return numbers
