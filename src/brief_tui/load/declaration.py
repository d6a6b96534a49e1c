"""What the model's dataclasses declare of their fields, in the terms of a briefing's YAML.

The decoder and the JSON Schema are both made from this, so a field is declared once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from brief_tui.model.reference import Form, Refers


class Declared(NamedTuple):
    """A type as a field declares it.

    Attributes:
        kind: the type itself: ``str``, ``float``, ``bool``, ``When``, a ``Word``, a dataclass,
            ``tuple`` or ``Mapping``.
        of: what a tuple holds; the key and the value of a mapping.
        form: the form a text has, if it has one.
        refers: the sections one of whose ids a text is, if it is one.
        description: what it means.
    """

    kind: type
    of: tuple[Declared, ...] = ()
    form: str | None = None
    refers: tuple[str, ...] = ()
    description: str = ""


class Field(NamedTuple):
    """A field: its name in Python, its key in YAML, its type, and whether it must be given."""

    name: str
    key: str
    type: Declared
    required: bool


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of a dataclass of the model, those of its bases first."""
    return tuple(
        Field(
            name=field.name,
            key=field.name.rstrip("_"),
            type=declared(field.type),
            required=field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(cls)
    )


@cache
def short_form(cls: type) -> Field | None:
    """The field that a bare text stands for where a ``cls`` is expected, if it may stand there."""
    first, *others = fields_of(cls)
    if any(field.required for field in others):
        return None
    return None if first.type.of or is_dataclass(first.type.kind) else first


def declared(annotation: Any) -> Declared:  # noqa: ANN401 - an annotation can be anything
    """Read an annotation.

    Raises:
        TypeError: the model uses a type that briefings do not have.
    """
    form: str | None = None
    refers: tuple[str, ...] = ()
    description = ""
    origin = get_origin(annotation)
    if origin is Annotated:
        annotation, *notes = get_args(annotation)
        for note in notes:
            if isinstance(note, Form):
                form = note.name
            elif isinstance(note, Refers):
                refers = note.to
            else:
                description = str(note)
        origin = get_origin(annotation)
    if origin in (Union, UnionType):
        inner = declared(*(part for part in get_args(annotation) if part is not type(None)))
        return Declared(
            inner.kind, inner.of, form or inner.form, refers or inner.refers, description
        )
    if origin is tuple:
        element, _ = get_args(annotation)
        return Declared(tuple, (declared(element),), description=description)
    if origin is Mapping:
        key, value = get_args(annotation)
        return Declared(Mapping, (declared(key), declared(value)), description=description)
    if not isinstance(annotation, type):
        raise TypeError(annotation)
    return Declared(annotation, (), form, refers, description)
