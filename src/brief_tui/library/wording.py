"""All the words of a row: its texts, and the names of what its ids point at.

How a class of the model is read is worked out once, from its own declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from brief_tui.library.words import FIELD_END, line
from brief_tui.load.declaration import Declared, fields_of
from brief_tui.model import countries
from brief_tui.model.dates import When
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Word

if TYPE_CHECKING:
    from brief_tui.library.row import Row

Names = dict[str, str]
"""What the ids of a briefing's parties and measures are called."""

Walk = Callable[[Names, Any, list[str]], None]
"""Puts the texts of a value behind others."""


def words_of(row: Row) -> str:
    """Every word of a row, as ``line`` gives them."""
    register, things = row.register, row.texts
    if len(things) == 1:
        return _line_of_one(register, things[0])
    if row.items and things[-1] is row.items[0]:
        # A moment, which says what its item says behind what it is.
        return f"{_line_of(register, things[:-1])}{FIELD_END}{_line_of_one(register, things[-1])}"
    return _line_of(register, things)


def _line_of(register: Register, things: tuple[Any, ...]) -> str:
    texts: list[str] = []
    _walk_any(_names(register), things, texts)
    return line(texts)


def _line_of_one(register: Register, thing: Any) -> str:  # noqa: ANN401 - any of the model
    """The words of one thing, kept for the rows that follow it: an item's moments say the same."""
    global _last
    of, last, words = _last
    if last is not thing or of is not register:
        words = _line_of(register, (thing,))
        _last = register, thing, words
    return words


_last: tuple[Register | None, object, str] = (None, None, "")


@lru_cache(maxsize=4)
def _names(register: Register) -> Names:
    return {id_: each.name for id_, each in (*register.measures.items(), *register.parties.items())}


def _walk_any(names: Names, thing: Any, out: list[str]) -> None:  # noqa: ANN401 - any of the model
    if thing is None:
        return
    kind: type = type(thing)
    if kind is tuple:
        for each in thing:
            _walk_any(names, each, out)
    elif kind is str:
        if thing:
            _walk_reference(names, thing, out)
    else:
        _walk_of(kind)(names, thing, out)


@cache
def _walk_of(kind: type) -> Walk:
    """How a class is read."""
    if kind is When:
        return _walk_date
    if kind in (int, float):
        return _walk_number
    if issubclass(kind, Word):
        return _walk_text
    return _compiled(kind)


def _compiled(cls: Any) -> Walk:  # noqa: ANN401 - a dataclass of the model
    defaults: dict[str, object] = {
        field.name: None if field.default is MISSING else field.default for field in fields(cls)
    }
    walked = [
        (field.name, walk)
        for field in fields_of(cls)
        if (walk := _declared(field.type)) is not None
    ]
    # Two at least, since of one name attrgetter gives the value, not a tuple; no class has fewer.
    found: Callable[[object], tuple[object, ...]] = attrgetter(*(name for name, _ in walked))
    steps = [(walk, defaults[name]) for name, walk in walked]

    def walk_all(names: Names, thing: object, out: list[str]) -> None:
        for (walk, default), value in zip(steps, found(thing), strict=True):
            # What was left out is nothing that a reader could search for; a nought is.
            if value is not default and (value or value == 0):
                walk(names, value, out)

    return walk_all


def _declared(type_: Declared) -> Walk | None:
    kind = type_.kind
    if kind is bool:
        return None
    if kind is tuple:
        return _walk_many(type_.of[0])
    if kind is Mapping:
        return _walk_roles
    if type_.refers or type_.form == "country":
        return _walk_reference
    if kind is str:
        return _walk_text
    # Not before it is met, since a class may hold another of its kind.
    return _lazily(kind) if kind is not When and is_dataclass(kind) else _walk_of(kind)


def _lazily(cls: type) -> Walk:
    def walk(names: Names, thing: object, out: list[str]) -> None:
        _walk_of(cls)(names, thing, out)

    return walk


def _walk_many(of: Declared) -> Walk:
    each = _declared(of)
    if each is _walk_text:
        return _walk_texts

    def walk(names: Names, things: tuple[object, ...], out: list[str]) -> None:
        if each is not None:
            for thing in things:
                each(names, thing, out)

    return walk


def _walk_text(_: Names, text: str, out: list[str]) -> None:
    out.append(text)


def _walk_texts(_: Names, texts: tuple[str, ...], out: list[str]) -> None:
    out.extend(texts)


def _walk_reference(names: Names, id_: str, out: list[str]) -> None:
    """A text that may be an id, or the code of a country, with what it is called."""
    out.append(id_)
    name = names.get(id_) or countries.NAMES.get(id_)
    if name is not None:
        out.append(name)


def _walk_date(_: Names, when: When, out: list[str]) -> None:
    out += _said(when)


@lru_cache(maxsize=4096)
def _said(when: When) -> tuple[str, str]:
    return when.text, str(when)


def _walk_number(_: Names, number: float, out: list[str]) -> None:
    out.append(f"{number:,.10g}" if number % 1 else f"{number:,.0f}")
    out.append(f"{number:.10g}")


def _walk_roles(_: Names, roles: Mapping[str, tuple[Word, ...]], out: list[str]) -> None:
    for code, given in roles.items():
        out.append(code)
        out.append(countries.name(code))
        out += given
