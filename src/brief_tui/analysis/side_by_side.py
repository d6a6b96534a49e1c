"""Actors side by side: what each of them could do, aligned by target, instrument or dimension."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from brief_tui.analysis.leverage import DIMENSIONS, Coverage, coverage, options_of
from brief_tui.model.item import Lever, Option
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Dimension, Instrument, Level


class Alignment(Enum):
    """What the options on one line of a comparison have in common."""

    TARGET = "target"
    INSTRUMENT = "instrument"
    DIMENSION = "dimension"

    @property
    def next(self) -> Alignment:
        """The alignment after this one; after the last, the first."""
        every = list(Alignment)
        return every[(every.index(self) + 1) % len(every)]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one option says in one row; all empty where the actor has no option there.

    ``level`` is None where the row is not a dimension or the source does not state it.
    """

    option: Option | None
    text: tuple[str, ...] = ()
    level: Level | None = None
    levers: tuple[Lever, ...] = ()

    @property
    def voices(self) -> tuple[tuple[object, ...], ...]:
        """What each voice says, and in whose voice: what makes two cells differ."""
        return tuple((each.level, each.voice, each.assessor, each.wording) for each in self.levers)


@dataclass(frozen=True, slots=True)
class Shared:
    """What options side by side have in common: a target, or an instrument.

    ``target`` and ``instrument`` are None where the source does not state them. Options of one
    actor that share the same are told apart by ``number``, from 1, and not ranked.
    """

    by_instrument: bool
    target: str | None
    instrument: Instrument | None
    number: int


OPTION = "option"
"""The aspect that names the options themselves."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One row of the comparison: an aspect of the options that share something, a cell per actor.

    ``dimension`` is None where the aspect is no dimension of leverage.
    """

    aspect: str
    dimension: Dimension | None
    shared: Shared
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether the actors' cells do not all say the same.

        An actor without an option here differs from one that has in the row that names the option,
        and in each of which something is stated.
        """
        if not self.stated and self.aspect != OPTION:
            return False
        return len({(cell.option is None, cell.text, cell.voices) for cell in self.cells}) > 1

    @property
    def stated(self) -> bool:
        """Whether anything is stated of this aspect of any of the options."""
        return any(cell.text or cell.levers for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one heading: those of one target or instrument, or those of one aspect."""

    rows: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to four actors as columns, their options in blocks."""

    actors: tuple[str, ...]
    alignment: Alignment
    coverage: tuple[Coverage, ...]
    blocks: tuple[Block, ...]

    @property
    def total(self) -> Coverage:
        """The coverage of all columns together."""
        return Coverage(
            sum(each.stated for each in self.coverage), sum(each.cells for each in self.coverage)
        )


def compare(
    register: Register, actors: tuple[str, ...], alignment: Alignment = Alignment.TARGET
) -> Comparison:
    """Put actors side by side, block by block.

    By target or by instrument, an option that has several stands under each. By dimension, each
    aspect of the options is a block, and in it there is a row for each target.
    """
    own = [options_of(register, actor) for actor in actors]
    by_instrument = alignment is Alignment.INSTRUMENT
    blocks = [
        Block(tuple(_rows(register, shared, across)))
        for shared, across in _aligned(own, by_instrument)
    ]
    if alignment is Alignment.DIMENSION:
        blocks = [Block(tuple(rows)) for rows in zip(*(each.rows for each in blocks), strict=True)]
    return Comparison(actors, alignment, tuple(coverage(options) for options in own), tuple(blocks))


def _aligned(
    own: list[tuple[Option, ...]], by_instrument: bool
) -> Iterator[tuple[Shared, tuple[Option | None, ...]]]:
    """What is shared, with the option of each actor that comes at its number."""

    def keys(option: Option) -> tuple[str | None, ...]:
        return (option.instruments if by_instrument else option.targets) or (None,)

    every = dict.fromkeys(key for options in own for option in options for key in keys(option))
    for key in every:
        columns = [[option for option in options if key in keys(option)] for options in own]
        for place in range(max(map(len, columns))):
            across = tuple(column[place] if place < len(column) else None for column in columns)
            instrument = Instrument(key) if by_instrument and key is not None else None
            target = None if by_instrument else key
            yield Shared(by_instrument, target, instrument, place + 1), across


_Say = Callable[[Option], tuple[str, ...]]

_ABOVE: tuple[tuple[str, _Say], ...] = (
    (OPTION, lambda option: (option.text,)),
    ("state", lambda option: (option.state.meaning,) if option.state else ()),
    ("instruments", lambda option: tuple(each.meaning for each in option.instruments)),
)
_BENEATH: tuple[tuple[str, _Say], ...] = (
    ("constraints", lambda option: option.constraints),
    ("channel", lambda option: (option.channel,) if option.channel else ()),
    ("motives", lambda option: option.motives),
    ("precedent", lambda option: option.precedent),
)
"""What stands above the dimensions of leverage, and what, being longer, beneath them."""


def _rows(
    register: Register, shared: Shared, options: tuple[Option | None, ...]
) -> Iterator[Aspect]:
    def in_words(aspect: str, say: _Say) -> Aspect:
        cells = tuple(Cell(o, say(o)) if o else Cell(None) for o in options)
        return Aspect(aspect, None, shared, cells)

    def by_dimension(dimension: Dimension) -> Aspect:
        cells = (
            Cell(o, (), o.leverage.level(dimension), o.leverage.on(dimension)) if o else Cell(None)
            for o in options
        )
        return Aspect(dimension.label, dimension, shared, tuple(cells))

    yield from (in_words(aspect, say) for aspect, say in _ABOVE)
    if shared.by_instrument:
        yield in_words("targets", lambda option: tuple(map(register.name, option.targets)))
    yield from (by_dimension(dimension) for dimension in DIMENSIONS)
    yield from (in_words(aspect, say) for aspect, say in _BENEATH)
