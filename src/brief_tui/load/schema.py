"""JSON Schema of a briefing's YAML, for editors, from the declarations that are read by.

It knows the short forms. What needs the whole briefing at once (ids that exist, chains that end)
only ``check`` knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, TypeAlias

from brief_tui.load.declaration import Declared, Field, fields_of, short_form
from brief_tui.load.document import MAX_TEXT
from brief_tui.load.scalars import PATTERNS
from brief_tui.model.briefing import Briefing
from brief_tui.model.countries import NAMES
from brief_tui.model.dates import When
from brief_tui.model.vocabulary import Word

Schema: TypeAlias = dict[str, Any]

_POINT = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?]?"
_FORM_NAMES = {
    "id": "An id: letters, digits, and . _ - within.",
    "country": "A country: ISO 3166-1 alpha-2, or XK.",
    "subdivision": "A subdivision: ISO 3166-2, as RU-PRI.",
    "url": "An http or https address.",
    "language": "A BCP 47 language tag, as en.",
}
# A plain number is taken as the text it is written as.
_TEXT: Schema = {"type": ["string", "number"], "maxLength": MAX_TEXT}


def json_schema() -> Schema:
    """The schema (JSON Schema draft 2020-12) of a briefing's file.

    A file of a folder need not have what the folder's ``briefing.yaml`` gives: ``id`` and
    ``title`` stand together, in one file.
    """
    definitions: dict[str, Schema] = {}
    schema = _object(Briefing, definitions)
    required = schema.pop("required")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A briefing of brief-tui",
        **schema,
        "dependentRequired": {
            key: [other for other in required if other != key] for key in required
        },
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Schema]) -> Schema:
    fields = fields_of(cls)
    required = [field.key for field in fields if field.required]
    return {
        "description": _first_line(cls),
        "type": "object",
        "properties": {field.key: _property(field, definitions) for field in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _property(field: Field, definitions: dict[str, Schema]) -> Schema:
    schema = _schema(field.type, definitions)
    if not field.required:
        # A key with nothing behind it is the same as no key.
        schema = _any_of(schema, {"type": "null"})
    elif schema == _TEXT:
        schema = {**schema, "pattern": r"\S"}
    return {"description": field.type.description, **schema}


def _schema(type_: Declared, definitions: dict[str, Schema]) -> Schema:
    kind = type_.kind
    if type_.refers:
        return {"description": f"An id of the {' or '.join(type_.refers)}.", **_form("id")}
    if type_.form is not None:
        return _defined(type_.form, _form(type_.form), definitions)
    if kind is tuple:
        element = _schema(type_.of[0], definitions)
        return _any_of(element, {"type": "array", "items": element})
    if kind is Mapping:
        country, values = (_schema(part, definitions) for part in type_.of)
        return {"type": "object", "propertyNames": country, "additionalProperties": values}
    if kind is When:
        return _defined("date", _date(), definitions)
    if is_dataclass(kind):
        return _class(kind, definitions)
    if issubclass(kind, Word):
        return _defined(kind.__name__, _words(kind), definitions)
    if kind is bool:
        return {"type": "boolean"}
    return {"type": "number"} if kind is float else _TEXT


def _class(cls: type, definitions: dict[str, Schema]) -> Schema:
    reference: Schema = {"$ref": f"#/$defs/{cls.__name__}"}
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        schema = _object(cls, definitions)
        short = short_form(cls)
        if short is not None:
            brief = _property(short._replace(required=True), definitions)
            schema = {"description": schema.pop("description"), "anyOf": [brief, schema]}
        definitions[cls.__name__] = schema
    return reference


def _defined(name: str, schema: Schema, definitions: dict[str, Schema]) -> Schema:
    definitions[name] = schema
    return {"$ref": f"#/$defs/{name}"}


def _form(form: str) -> Schema:
    description = _FORM_NAMES[form]
    if form == "country":
        return {"description": description, "enum": sorted(NAMES)}
    schema = {"description": description, "pattern": f"^(?:{PATTERNS[form]})$"}
    return {**schema, "type": ["string", "number"] if form == "id" else "string"}


def _date() -> Schema:
    return {
        "description": "A day, month or year, or two with / between; ~ approximate, ? uncertain.",
        "type": ["string", "integer"],
        "pattern": f"^{_POINT}(/{_POINT})?$",
    }


def _words(words: type[Word]) -> Schema:
    told = "; ".join(f"{word.value}: {word.meaning}" for word in words)
    numbers = [int(word.value) for word in words if word.value.isdecimal()]
    return {
        "description": f"{_first_line(words)} {told}.",
        "enum": [*(word.value for word in words), *numbers],
    }


def _any_of(*schemas: Schema) -> Schema:
    """One of the schemas, in one level where one of them is itself a choice."""
    choices: list[Schema] = []
    for schema in schemas:
        choices += schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return {"anyOf": choices}


def _first_line(cls: type) -> str:
    return (cls.__doc__ or "").strip().split("\n", 1)[0]
