"""A briefing without its items, as an index keeps it: in two parts, of which a list needs one.

What a row's line shows is in the first; where everything begins and how the items relate is in the
second, which is larger and is read when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from pathlib import Path
from typing import Any, NamedTuple

from brief_tui.library.index.codec import Damaged, plain, read_small, value_of, written_small
from brief_tui.library.index.entry import Files, joined, list_of, texts_of
from brief_tui.library.index.later import Later
from brief_tui.load.loaded import Loaded
from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Item
from brief_tui.model.problem import Position

ITEM_FIELDS = ("claims", "evidence", "assessments", "options")
"""The fields of a briefing that hold its items."""

REST_FIELDS = ("relations", "questions", "hypotheses")
"""The fields of a briefing that the second part holds."""

_LENGTH = 4
"""How many bytes say how long the first part is."""


class Body(NamedTuple):
    """A briefing without its items.

    Attributes:
        briefing: the briefing; ``ITEM_FIELDS`` and ``REST_FIELDS`` are empty.
        items: for each of ``ITEM_FIELDS``, the ids of its items in order, with their places.
        text_replaced: as in ``Loaded``.
        rest: what else there is.
    """

    briefing: Briefing
    items: tuple[Mapping[str, int], ...]
    text_replaced: bool
    rest: Rest

    @property
    def positions(self) -> Mapping[str, Position]:
        """As in ``Loaded``; none where they are damaged."""
        return Later(self._positions)

    def whole(self, items: Sequence[Sequence[Item]]) -> Briefing:
        """The briefing with its items, those of each field as ``items`` names them here.

        Raises:
            Damaged: the rest of it is.
        """
        rest = self.rest.briefing
        fields: dict[str, Any] = {
            name: tuple(own) for name, own in zip(ITEM_FIELDS, items, strict=True)
        }
        fields |= {name: getattr(rest, name) for name in REST_FIELDS}
        return replace(self.briefing, **fields)

    def _positions(self) -> Mapping[str, Position]:
        try:
            return self.rest.positions(self.briefing, self.items)
        except Damaged:
            return {}


class Rest:
    """The second part of a body, decoded when it is asked for."""

    def __init__(self, packed: bytes, path: Path) -> None:
        self._packed = packed
        self._path = path
        self._read: tuple[Briefing, list[Any], list[Any]] | None = None

    @property
    def briefing(self) -> Briefing:
        """A briefing with nothing but ``REST_FIELDS``.

        Raises:
            Damaged: it cannot be read.
        """
        return self._parts()[0]

    def positions(self, briefing: Briefing, items: Iterable[Iterable[str]]) -> dict[str, Position]:
        """As in ``Loaded``, where these are the briefing and the ids of its items.

        Raises:
            Damaged: they cannot be read.
        """
        rest, positions, names = self._parts()
        files = [joined(self._path, name) for name in texts_of(names)]
        match positions:
            case [ids, list(places), list(steps), list(columns)]:
                named = texts_of(list_of(ids)) if ids is not None else _ids(briefing, items, rest)
                numbers = chain(places, steps, columns)
                if all(type(each) is int for each in numbers) and min(places, default=0) >= 0:
                    found = zip(named, places, accumulate(steps), columns, strict=True)
                    try:
                        return {
                            id_: Position(files[place], line, column)
                            for id_, place, line, column in found
                        }
                    except (ValueError, IndexError) as error:
                        raise Damaged("no positions") from error
        raise Damaged("no positions")

    def _parts(self) -> tuple[Briefing, list[Any], list[Any]]:
        if self._read is None:
            match read_small(self._packed):
                case [briefing, list(positions), list(names)]:
                    self._read = value_of(Briefing, briefing), positions, names
                case _:
                    raise Damaged("no rest of a briefing")
        return self._read


def pack_body(loaded: Loaded, places: Mapping[str, int]) -> bytes:
    """A readable briefing without its items, whose rows stand at these places.

    Raises:
        ValueError: it is closed.
    """
    briefing = loaded.briefing
    if briefing is None:
        raise ValueError(f"{loaded.path} has errors")
    own = [[[item.id, places[item.id]] for item in getattr(briefing, name)] for name in ITEM_FIELDS]
    nothing: dict[str, Any] = dict.fromkeys((*ITEM_FIELDS, *REST_FIELDS), ())
    first = written_small([plain(replace(briefing, **nothing)), own, loaded.text_replaced])
    rest: dict[str, Any] = {name: getattr(briefing, name) for name in REST_FIELDS}
    files = Files(loaded.path)
    other = Briefing(id="", title="", **rest)
    second = written_small([plain(other), _positions(loaded, briefing, own, files), files.names])
    return len(first).to_bytes(_LENGTH) + first + second


def _positions(
    loaded: Loaded, briefing: Briefing, own: Sequence[Sequence[Sequence[Any]]], files: Files
) -> list[Any]:
    """Ids, where they are not what ``_ids`` finds, files, steps from line to line, and columns."""
    ids = list(loaded.positions)
    found = _ids(briefing, [[id_ for id_, _ in each] for each in own], briefing)
    written = [files.written(at) for at in loaded.positions.values()]
    lines = [line for _, line, _ in written]
    steps = [line - before for before, line in zip([0, *lines], lines, strict=False)]
    places, columns = [place for place, _, _ in written], [column for _, _, column in written]
    return [ids if ids != found else None, places, steps, columns]


def _ids(briefing: Briefing, items: Iterable[Iterable[str]], rest: Briefing) -> list[str]:
    """What has a position in a briefing with these items, in the order of ``Loaded``."""
    before = [source.id for source in briefing.sources]
    before += [actor.id for actor in briefing.actors]
    before += [measure.id for measure in briefing.measures]
    behind = [question.id for question in rest.questions]
    behind += [hypothesis.id for hypothesis in rest.hypotheses]
    relations = (f"relations[{number}]" for number in range(len(rest.relations)))
    return list(dict.fromkeys(chain(before, *items, behind, relations)))


def unpack_body(data: bytes, path: Path) -> Body:
    """A briefing without its items; ``path`` is where its files lie, or lay.

    Raises:
        Damaged: the bytes are none.
    """
    if not isinstance(data, bytes):
        raise Damaged("no briefing")
    end = _LENGTH + int.from_bytes(data[:_LENGTH])
    match read_small(data[_LENGTH:end]):
        case [briefing, [_, _, _, _] as own, bool(replaced)]:
            return Body(
                value_of(Briefing, briefing),
                tuple(map(_places, own)),
                replaced,
                Rest(data[end:], path),
            )
    raise Damaged("no briefing")


def _places(given: Any) -> dict[str, int]:  # noqa: ANN401 - anything read from JSON
    """The places of items by id, in order."""
    try:
        found = dict(list_of(given))
    except (TypeError, ValueError) as error:
        raise Damaged("no places of items") from error
    if {*map(type, found)} - {str} or {*map(type, found.values())} - {int}:
        raise Damaged("no places of items")
    if min(found.values(), default=0) < 0:
        raise Damaged("no places of items")
    return found
