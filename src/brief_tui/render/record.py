"""Model values as plain records: what JSON can hold, under the keys a briefing's YAML uses.

A record leaves out what is not stated (no value, no text, an empty list) and holds everything
else, the grades that mean *cannot be judged* included, so that every field an author wrote is in
it. Dates stand as they were written.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from brief_tui.model.dates import When

Record = dict[str, object]


def record(value: object) -> Record:
    """One of the model's dataclasses as a record.

    Raises:
        TypeError: ``value`` is no dataclass.
    """
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} is no part of a briefing")
    return {
        field.name.rstrip("_"): plain
        for field in fields(value)
        if _is_stated(plain := _plain(getattr(value, field.name)))
    }


def _is_stated(plain: object) -> bool:
    return plain is not None and plain not in ("", [], {})


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return as_written(value)
    if isinstance(value, When):
        return value.text
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return record(value)


def as_written(value: float | None) -> float | int | str | None:
    """A number as it was most likely written; JSON has no infinity."""
    if value is None:
        return None
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value
