"""A tree of nodes to the model's dataclasses, by what their fields declare.

What people write by hand may be shorter than what the types say: a single value where a list is
expected is a list of one, and a text where a dataclass is expected is its first field. All that
is wrong is found in one pass; a value that could not be read leaves a stand-in, so that what is
around it is still looked at. A stand-in never leaves ``load``: its briefing stays closed.
"""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from dataclasses import is_dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from brief_tui.load.declaration import Declared, Field, fields_of, short_form
from brief_tui.load.decoding import FAILED, Decoding
from brief_tui.load.nodes import NULLS, Mapping, Node, Sequence, is_null
from brief_tui.load.scalars import (
    Reader,
    form_reader,
    read_country,
    read_date,
    read_filled_text,
    read_flag,
    read_number,
    read_text,
    reference_reader,
    word_reader,
)
from brief_tui.load.tree import Tree
from brief_tui.model.dates import When
from brief_tui.model.vocabulary import Word

if TYPE_CHECKING:
    from collections.abc import Callable

_SINGLE: dict[type, Reader] = {
    str: read_text,
    float: read_number,
    bool: read_flag,
    When: read_date,
}


class Part:
    """What one file gives of a briefing: values by field name, and the nodes of its lists."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.decoding = Decoding(tree)
        self.values: dict[str, Any] = {}
        self.nodes: dict[str, list[Node]] = {}


def decode_part(tree: Tree, cls: type) -> Part:
    """Read the fields of ``cls`` that the tree's document gives; none has to be there."""
    part = Part(tree)
    root, decoding = tree.root, part.decoding
    if root is None:
        return part
    if not isinstance(root, Mapping):
        decoding.wrong_type(root, "a mapping of a briefing's keys")
        return part
    known = {field.key: field for field in fields_of(cls)}
    for key, (mark, node) in root.entries.items():
        field = known.get(key)
        if field is None:
            decoding.unknown_key(key, mark, known)
        elif is_null(node):
            continue
        elif field.type.kind is tuple:
            kept: list[Node] = []
            part.nodes[field.name] = kept
            part.values[field.name] = _read_list(_reader(field.type.of[0]), node, decoding, kept)
        else:
            value = _field_reader(field)(node, decoding)
            if value is not FAILED:
                part.values[field.name] = value
            elif field.required:
                part.values[field.name] = stand_in(field)
    return part


def decode(tree: Tree, cls: type) -> tuple[Any, Decoding]:
    """Read the tree's document as a ``cls``: the value, or ``FAILED``, and what was found."""
    decoding = Decoding(tree)
    return FAILED if tree.root is None else _reader_of_class(cls)(tree.root, decoding), decoding


def _reader(type_: Declared) -> Reader:
    """The reader of a declared type."""
    kind = type_.kind
    if type_.refers:
        return reference_reader(type_.refers)
    if type_.form is not None:
        return form_reader(type_.form)
    if kind is tuple:
        element = _reader(type_.of[0])
        return lambda node, decoding: _read_list(element, node, decoding)
    if kind is AbstractMapping:
        return _reader_of_roles(_reader(type_.of[1]))
    if is_dataclass(kind) and kind is not When:
        return _reader_of_class(kind)
    if issubclass(kind, Word):
        return word_reader(kind)
    return _SINGLE[kind]


def _field_reader(field: Field) -> Reader:
    read = _reader(field.type)
    return read_filled_text if field.required and read is read_text else read


def _read_list(
    read: Reader, node: Node, decoding: Decoding, kept: list[Node] | None = None
) -> tuple[Any, ...]:
    """The elements of a list that could be read, their nodes into ``kept``."""
    values = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        if type(item) is tuple and item[2] and item[0] in NULLS:
            decoding.wrong_type(item, "something in each place of the list")
            decoding.shortened.add(id(node))
            continue
        value = read(item, decoding)
        if value is FAILED:
            decoding.shortened.add(id(node))
            continue
        values.append(value)
        if kept is not None:
            kept.append(item)
    return tuple(values)


def _reader_of_roles(read: Reader) -> Reader:
    """A reader of values by country code."""

    def read_roles(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401 - the value or FAILED
        if not isinstance(node, Mapping):
            return decoding.wrong_type(node, "roles by country, such as {KR: subject}")
        values: dict[str, Any] = {}
        for key, (mark, below) in node.entries.items():
            country = read_country((key, mark, True), decoding)
            if is_null(below):
                decoding.wrong_type(below, "a role")
                continue
            value = read(below, decoding)
            if country is not FAILED and value is not FAILED:
                values[country] = value
        return MappingProxyType(values)

    return read_roles


@cache
def _reader_of_class(cls: type) -> Reader:
    """A reader of a mapping with the keys that ``cls`` declares, or of its short form."""
    declared_fields = fields_of(cls)
    known = {field.key: (field.name, _field_reader(field)) for field in declared_fields}
    required = tuple(field for field in declared_fields if field.required)
    short = short_form(cls)
    read_short = _field_reader(short) if short is not None else None
    expected = f"a mapping with {', '.join(field.key for field in required or declared_fields)}"
    make: Callable[..., Any] = cls

    def read(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401 - the value or FAILED
        if type(node) is not Mapping:
            if read_short is None or short is None or type(node) is not tuple:
                return decoding.wrong_type(node, expected)
            value = read_short(node, decoding)
            return FAILED if value is FAILED else make(**{short.name: value})
        values: dict[str, Any] = {}
        for key, (mark, below) in node.entries.items():
            field = known.get(key)
            if field is None:
                decoding.unknown_key(key, mark, known)
                continue
            if type(below) is tuple and below[2] and below[0] in NULLS:
                continue
            value = field[1](below, decoding)
            if value is not FAILED:
                values[field[0]] = value
        for must in required:
            if must.name not in values:
                given = node.entries.get(must.key)
                if given is None or is_null(given[1]):
                    decoding.missing_key(node.mark, must.key)
                values[must.name] = stand_in(must)
        return make(**values)

    return read


def stand_in(field: Field) -> Any:  # noqa: ANN401
    """What takes the place of a required value that is missing or wrong."""
    return "" if field.type.kind is str else None
