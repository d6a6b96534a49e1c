"""A briefing with every digit of its own taken out, so that a number on screen is one worked out.

Texts, names and ids keep their length: each digit becomes a letter. Dates and figures go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import When
from brief_tui.model.item import Figure

_LETTERS = str.maketrans("0123456789", "ABCDEFGHIJ")


def without_numbers(briefing: Briefing) -> Briefing:
    """The same briefing, related and sourced as before, with no number in it."""
    found = _without(briefing)
    assert isinstance(found, Briefing)
    return found


def _without(value: Any) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value.translate(_LETTERS)
    if isinstance(value, When):
        return None
    if isinstance(value, tuple):
        return tuple(_without(each) for each in value if not isinstance(each, Figure))
    if isinstance(value, Mapping):
        return {key: _without(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _without(getattr(value, field.name)) for field in fields(value)}
        )
    return value
