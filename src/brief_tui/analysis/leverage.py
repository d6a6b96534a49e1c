"""Leverage side by side: what each of several actors could do to each target, row by row."""

from __future__ import annotations

from collections.abc import Callable

from brief_tui.model.item import Lever, Option
from brief_tui.model.register import Register
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Dimension, Level

DIMENSIONS = tuple(Dimension)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many cells of leverage the source states, of how many there are."""

    stated: int
    cells: int

    def __str__(self) -> str:
        return f"{self.stated} of {self.cells} stated"


def coverage(options: tuple[Option, ...]) -> Coverage:
    """How much of the leverage of ``options`` is stated: one cell per option and dimension."""
    stated = sum(
        1 for option in options for dimension in DIMENSIONS if option.leverage.on(dimension)
    )
    return Coverage(stated, len(options) * len(DIMENSIONS))


def options_of(register: Register, actor: str) -> tuple[Option, ...]:
    """The options an actor has, in the briefing's order."""
    return tuple(option for option in register.briefing.options if option.actor == actor)


def actors_with_options(register: Register) -> tuple[str, ...]:
    """Every actor that has an option, in the briefing's order of options."""
    return tuple(
        dict.fromkeys(
            option.actor for option in register.briefing.options if option.actor is not None
        )
    )


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
class Aspect:
    """One row of the comparison: an aspect of the options, a cell per actor."""

    aspect: str
    dimension: Dimension | None
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether the actors' cells do not all say the same.

        An actor without an option here says nothing, which is a difference from one that has.
        """
        return len({(cell.option is None, cell.text, cell.voices) for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class TargetBlock:
    """The option of each actor on one target that comes at ``number`` among them, from 1.

    ``target`` is None for options whose target is not stated.
    """

    target: str | None
    number: int
    options: tuple[Option | None, ...]
    rows: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to four actors as columns, their options in blocks by target."""

    actors: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    blocks: tuple[TargetBlock, ...]

    @property
    def total(self) -> Coverage:
        """The coverage of all columns together."""
        return Coverage(
            sum(each.stated for each in self.coverage), sum(each.cells for each in self.coverage)
        )


def compare(register: Register, actors: tuple[str, ...]) -> Comparison:
    """Put actors side by side, target by target.

    An option with several targets stands under each of them. Options of one actor on one
    target are told apart by number, not ranked.
    """
    own = [options_of(register, actor) for actor in actors]
    targets: dict[str | None, None] = {}
    for options in own:
        for option in options:
            targets.update(dict.fromkeys(option.targets or (None,)))
    blocks: list[TargetBlock] = []
    for target in targets:
        columns = [
            [option for option in options if target in (option.targets or (None,))]
            for options in own
        ]
        for place in range(max(map(len, columns))):
            across = tuple(column[place] if place < len(column) else None for column in columns)
            blocks.append(TargetBlock(target, place + 1, across, _rows(across)))
    return Comparison(actors, tuple(coverage(options) for options in own), tuple(blocks))


_Say = Callable[[Option], tuple[str, ...]]

_ABOVE: tuple[tuple[str, _Say], ...] = (
    ("option", lambda option: (option.text,)),
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


def _rows(options: tuple[Option | None, ...]) -> tuple[Aspect, ...]:
    def in_words(aspect: str, say: _Say) -> Aspect:
        return Aspect(aspect, None, tuple(Cell(o, say(o)) if o else Cell(None) for o in options))

    return (
        *(in_words(aspect, say) for aspect, say in _ABOVE),
        *(_by_dimension(dimension, options) for dimension in DIMENSIONS),
        *(in_words(aspect, say) for aspect, say in _BENEATH),
    )


def _by_dimension(dimension: Dimension, options: tuple[Option | None, ...]) -> Aspect:
    cells = (
        Cell(o, (), o.leverage.level(dimension), o.leverage.on(dimension)) if o else Cell(None)
        for o in options
    )
    return Aspect(dimension.label, dimension, tuple(cells))
