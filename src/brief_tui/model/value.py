"""``dataclass`` for values that cost next to nothing to define.

The standard decorator writes six methods for each class and compiles them: 0.6 to 1.2 ms a class
on Python 3.11, and there are fifty on the way to the first text. Here the fields are those of
``dataclasses`` too (``fields``, ``replace`` and ``is_dataclass`` know them), but the methods are
closures over them. To make a value takes as long as it did.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import total_ordering
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

Class = TypeVar("Class", bound=type)


def define(
    *, slots: bool, frozen: bool = False, kw_only: bool = False, order: bool = False
) -> Callable[[Class], Class]:
    """What ``dataclasses.dataclass`` gives for these arguments; no ``__post_init__`` is called.

    Raises:
        TypeError: no slots are asked for; or, of the decorator, the fields are not in order.
    """
    if not slots:
        raise TypeError("a value has slots")
    bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)

    def decorate(cls: Class) -> Class:
        own = vars(cls)
        made: Any = bare(cls)
        names = tuple(field.name for field in dataclasses.fields(made))
        methods = [_init(made), *_comparable(names)]
        if frozen:
            methods += _frozen(names)
        elif "__hash__" not in own:
            made.__hash__ = None
        for method in methods:
            if method.__name__ not in own:
                method.__qualname__ = f"{made.__qualname__}.{method.__name__}"
                setattr(made, method.__name__, method)
        if order:
            made.__lt__ = _less(names)
            total_ordering(made)
        return made  # type: ignore[no-any-return]

    return decorate


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = define


def _init(cls: type) -> Callable[..., None]:
    fields = dataclasses.fields(cls)
    positional = tuple(field.name for field in fields if not field.kw_only)
    by_name_only = any(field.kw_only for field in fields)
    every = () if by_name_only else tuple(getattr(cls, field.name).__set__ for field in fields)
    required: list[tuple[str, Callable[[Any, Any], None]]] = []
    optional: list[tuple[str, Callable[[Any, Any], None], Any]] = []
    made: list[tuple[str, Callable[[Any, Any], None], Callable[[], Any]]] = []
    for field in fields:
        put = getattr(cls, field.name).__set__
        if field.default is not dataclasses.MISSING:
            optional.append((field.name, put, field.default))
        elif field.default_factory is not dataclasses.MISSING:
            made.append((field.name, put, field.default_factory))
        elif optional and not field.kw_only:
            raise TypeError(f"{field.name} has no default, but a field before it has one")
        else:
            required.append((field.name, put))

    def __init__(self: object, /, *given: object, **named: object) -> None:  # noqa: N807
        if given:
            if len(given) == len(every) and not named:  # as most of what is worked out is made
                for put, value in zip(every, given, strict=True):
                    put(self, value)
                return
            if not named and len(required) <= len(given) < len(every) and not made:
                for put, value in zip(every, given, strict=False):
                    put(self, value)
                for _, put, default in optional[len(given) - len(required) :]:
                    put(self, default)
                return
            if len(given) > len(positional):
                raise TypeError(f"{cls.__name__} takes {len(positional)} values by position")
            for name, value in zip(positional, given, strict=False):
                if name in named:
                    raise TypeError(f"{cls.__name__} was given {name} twice")
                named[name] = value
        take = named.pop
        for name, put in required:
            if name not in named:
                raise TypeError(f"{cls.__name__} was not given {name}")
            put(self, take(name))
        for name, put, default in optional:
            put(self, take(name, default))
        for name, put, make in made:
            put(self, take(name) if name in named else make())
        if named:
            raise TypeError(f"{cls.__name__} has no {next(iter(named))}")

    return __init__


def _values_of(names: tuple[str, ...]) -> Callable[[object], object]:
    return attrgetter(*names) if names else lambda _: ()


def _comparable(names: tuple[str, ...]) -> Iterator[Callable[..., Any]]:
    values = _values_of(names)

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def __repr__(self: object) -> str:  # noqa: N807
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({said})"

    yield from (__eq__, __repr__)


def _less(names: tuple[str, ...]) -> Callable[[Any, Any], bool]:
    values: Callable[[object], Any] = _values_of(names)

    def __lt__(self: object, other: object) -> bool:  # noqa: N807
        if type(other) is not type(self):
            return NotImplemented
        is_less: bool = values(self) < values(other)
        return is_less

    return __lt__


def _frozen(names: tuple[str, ...]) -> Iterator[Callable[..., Any]]:
    values = _values_of(names)

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    def __setattr__(self: object, name: str, value: object) -> None:  # noqa: N807
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self: object, name: str) -> None:  # noqa: N807
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __setstate__(self: object, state: tuple[None, dict[str, object]]) -> None:  # noqa: N807
        for name, value in state[1].items():  # what copying took from the slots
            object.__setattr__(self, name, value)

    yield from (__hash__, __setattr__, __delattr__, __setstate__)
