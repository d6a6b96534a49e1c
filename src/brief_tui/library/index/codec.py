"""The model's values in a compact form, and back, as fast as that can be.

The form is JSON: lists without names, fields at their default left out, words of a vocabulary by
their place in it, dates as written. What comes back is checked, since an index may come from
anywhere: it has the types that the model declares, and its text is safe to show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, lru_cache
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from brief_tui.load.declaration import Declared, fields_of
from brief_tui.load.text import is_safe
from brief_tui.model import dates
from brief_tui.model.countries import NAMES
from brief_tui.model.dates import When
from brief_tui.model.vocabulary import Word

if TYPE_CHECKING:
    from enum import Enum


Packer: TypeAlias = Callable[[Any], Any]
Value = TypeVar("Value")

_MOST_BYTES = 256 * 1024 * 1024
"""How large something may be that a few bytes unfold to."""


class Damaged(Exception):
    """These bytes are nothing that was packed here."""


def pack(value: object) -> bytes:
    """A value of a dataclass of the model, as bytes."""
    return written(plain(value))


def unpack(cls: type[Value], data: bytes) -> Value:
    """The value of a class that these bytes stand for.

    Raises:
        Damaged: they stand for none.
    """
    return value_of(cls, read(data))


def plain(value: object) -> Any:  # noqa: ANN401 - what JSON can hold
    """A value of a dataclass of the model, of what JSON can hold."""
    cls: Any = type(value)
    return _shape(cls).to_plain(value)


def value_of(cls: type[Value], given: Any) -> Value:  # noqa: ANN401 - anything read from JSON
    """The value of a class that something ``plain`` stands for.

    Raises:
        Damaged: it stands for none.
    """
    of_class: Any = cls
    value: Value = _shape(of_class).of_plain(given)
    return value


def word_at(words: Callable[..., Value], place: Any) -> Value:  # noqa: ANN401 - anything read from JSON
    """The member of an enumeration at a place.

    Raises:
        Damaged: there is none.
    """
    word: Value = _word_reader(words)(place)
    return word


@cache
def places_of(words: type[Enum]) -> Mapping[Any, int]:
    """The place of each member of an enumeration, from 0."""
    return {word: place for place, word in enumerate(words)}


def written(value: Any) -> bytes:  # noqa: ANN401 - what JSON can hold
    """Something of what JSON can hold, as bytes."""
    return _encoder()(value).encode()


def read(data: bytes) -> Any:  # noqa: ANN401 - what JSON can hold
    """What ``written`` wrote; its text is safe to show.

    Raises:
        Damaged: it wrote no such thing.
    """
    try:
        text = str(data, "utf-8")
        value, end = _scanner()(text, 0)
    except (ValueError, StopIteration, RecursionError, TypeError) as error:
        raise Damaged("not the JSON of an index") from error
    if end != len(text) or not _is_safe(text):
        raise Damaged("text that may not be shown")
    return value


def written_small(value: Any) -> bytes:  # noqa: ANN401 - what JSON can hold
    """As ``written``, in fewer bytes; for what is large and read one at a time."""
    return fold_up(written(value))


def read_small(data: bytes) -> Any:  # noqa: ANN401 - what JSON can hold
    """What ``written_small`` wrote.

    Raises:
        Damaged: it wrote no such thing.
    """
    return read(unfold(data))


def fold_up(data: bytes) -> bytes:
    """Bytes in fewer bytes."""
    from zlib import compress

    return compress(data, 6)


def unfold(data: bytes) -> bytes:
    """What was folded up.

    Raises:
        Damaged: nothing was.
    """
    import zlib

    unfolding = zlib.decompressobj()
    try:
        unfolded = unfolding.decompress(data, _MOST_BYTES)
    except (zlib.error, TypeError) as error:
        raise Damaged("not compressed") from error
    if not unfolding.eof:
        raise Damaged("cut off, or too large")
    return unfolded


def _is_safe(text: str) -> bool:
    """Whether all strings in a JSON text came in by the door that makes text safe.

    A line feed is the only control that may stand in a text, and what is not ASCII is not escaped.
    """
    if "\\" in text:
        bare = text.replace("\\\\", "")
        if bare.count("\\") != bare.count("\\n") + bare.count('\\"'):
            return False
    return is_safe(text)


@cache
def _encoder() -> Callable[[Any], str]:
    from json import JSONEncoder

    return JSONEncoder(
        ensure_ascii=False, separators=(",", ":"), check_circular=False, allow_nan=False
    ).encode


@cache
def _scanner() -> Callable[[str, int], tuple[Any, int]]:
    from json import JSONDecoder

    def refuse(name: str) -> float:
        raise ValueError(name)

    decoder: Any = JSONDecoder(parse_constant=refuse)
    scan: Callable[[str, int], tuple[Any, int]] = decoder.scan_once
    return scan


class _Shape:
    """How values of one class are written and read."""

    def __init__(self, cls: type) -> None:
        self._cls = cls
        self._fields = [
            (getattr(cls, field.name), _default(field), *_forms(declared.type))
            for field, declared in zip(fields(cls), fields_of(cls), strict=True)
        ]
        self._readers: dict[int, _Reader] = {}

    def to_plain(self, value: object) -> Any:  # noqa: ANN401
        mask, bit = 0, 1
        values: list[Any] = [0]
        for slot, default, to_plain, _ in self._fields:
            each = slot.__get__(value)
            if each is not default and each != default:
                mask |= bit
                values.append(to_plain(each) if to_plain is not None else each)
            bit <<= 1
        values[0] = mask
        return values

    def of_plain(self, given: Any) -> Any:  # noqa: ANN401
        if type(given) is not list or not given or type(given[0]) is not int:
            raise Damaged(self._cls.__name__)
        reader = self._readers.get(given[0]) or self._reader(given[0])
        return reader(given)

    def _reader(self, mask: int) -> _Reader:
        """A reader of values that state the fields of ``mask`` and no others."""
        if not 0 <= mask < 1 << len(self._fields):
            raise Damaged(self._cls.__name__)
        stated, left = [], []
        for place, (slot, default, _, of_plain) in enumerate(self._fields):
            if mask >> place & 1:
                stated.append((slot.__set__, of_plain))
            elif default is MISSING:
                raise Damaged(self._cls.__name__)
            else:
                left.append((slot.__set__, default))
        if len(self._readers) < _MOST_READERS:
            self._readers[mask] = _reader_of(self._cls, stated, left)
            return self._readers[mask]
        return _reader_of(self._cls, stated, left)


_Reader: TypeAlias = Callable[[list[Any]], Any]
_MOST_READERS = 1000
"""Of how many choices of fields each class remembers how to read them."""


def _reader_of(
    cls: type,
    stated: list[tuple[Callable[[Any, Any], None], Packer | None]],
    left: list[tuple[Callable[[Any, Any], None], Any]],
) -> _Reader:
    make = object.__new__
    length = len(stated) + 1

    def read_values(given: list[Any]) -> Any:  # noqa: ANN401
        if len(given) != length:
            raise Damaged(cls.__name__)
        value: Any = make(cls)
        for put, default in left:
            put(value, default)
        for (put, of_plain), each in zip(stated, given[1:], strict=False):
            if of_plain is not None:
                put(value, of_plain(each))
            elif type(each) is str:
                put(value, each)
            else:
                raise Damaged(cls.__name__)
        return value

    return read_values


@cache
def _shape(cls: Any) -> _Shape:  # noqa: ANN401 - a class
    return _Shape(cls)


def _default(field: Any) -> Any:  # noqa: ANN401 - a dataclasses.Field of any type
    if field.default is not MISSING:
        return field.default
    # What a factory makes is a value, too, and never changes.
    return field.default_factory() if field.default_factory is not MISSING else MISSING


def _forms(type_: Declared) -> tuple[Packer | None, Packer | None]:
    """How a value of a declared type is written and read; None where it is a text as it is."""
    kind = type_.kind
    if kind is str:
        return (None, _country) if type_.form == "country" else (None, None)
    if kind is tuple:
        return _forms_of_tuple(*_forms(type_.of[0]))
    if kind is Mapping:
        return _forms_of_mapping(*(_forms(each) for each in type_.of))
    if kind is When:
        return _text_of_date, _date
    if is_dataclass(kind):
        shape = _shape(kind)
        return shape.to_plain, shape.of_plain
    if issubclass(kind, Word):
        return places_of(kind).__getitem__, _word_reader(kind)
    return None, _flag if kind is bool else _number


def _forms_of_tuple(
    to_plain: Packer | None, of_plain: Packer | None
) -> tuple[Packer | None, Packer | None]:
    def read_tuple(given: Any) -> Any:  # noqa: ANN401
        if type(given) is not list:
            raise Damaged("a list is wanted")
        if of_plain is not None:
            return tuple([of_plain(each) for each in given])
        for each in given:
            if type(each) is not str:
                raise Damaged("a text is wanted")
        return tuple(given)

    if to_plain is None:
        return None, read_tuple
    return (lambda values: [to_plain(each) for each in values]), read_tuple


def _forms_of_mapping(
    key: tuple[Packer | None, Packer | None], value: tuple[Packer | None, Packer | None]
) -> tuple[Packer | None, Packer | None]:
    to_key, of_key = (form or _text for form in key)
    to_value, of_value = (form or _text for form in value)

    def write_mapping(given: Any) -> Any:  # noqa: ANN401
        return {to_key(key): to_value(value) for key, value in given.items()}

    def read_mapping(given: Any) -> Any:  # noqa: ANN401
        if type(given) is not dict:
            raise Damaged("a mapping is wanted")
        return MappingProxyType({of_key(key): of_value(value) for key, value in given.items()})

    return write_mapping, read_mapping


def _text(given: Any) -> Any:  # noqa: ANN401
    if type(given) is not str:
        raise Damaged("a text is wanted")
    return given


def _country(given: Any) -> Any:  # noqa: ANN401
    if type(given) is not str or given not in NAMES:
        raise Damaged("a country is wanted")
    return given


def _flag(given: Any) -> Any:  # noqa: ANN401
    if type(given) is not bool:
        raise Damaged("true or false is wanted")
    return given


def _number(given: Any) -> Any:  # noqa: ANN401
    if type(given) is not float or not isfinite(given):
        raise Damaged("a number is wanted")
    return given


def _text_of_date(when: When) -> str:
    return when.text


@lru_cache(8192)
def _parsed(text: str) -> When:
    return dates.parse(text)


def _date(given: Any) -> Any:  # noqa: ANN401
    try:
        return _parsed(given)
    except (ValueError, TypeError, AttributeError) as error:
        raise Damaged("a date is wanted") from error


@cache
def _word_reader(words: Any) -> Packer:  # noqa: ANN401 - an enumeration
    by_place = dict(enumerate(words))

    def read_word(place: Any) -> Any:  # noqa: ANN401
        word = by_place.get(place) if type(place) is int else None
        if word is None:
            raise Damaged(f"a {words.__name__} is wanted")
        return word

    return read_word
