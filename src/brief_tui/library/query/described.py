"""A query in words, as the status line and the head of a printed briefing say it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from brief_tui.library.query.printing import part_printed, value_printed
from brief_tui.library.query.syntax import Clause, Excluded, Part, Value, Words
from brief_tui.model import countries
from brief_tui.model.dates import day_in_words


def described(parts: Sequence[Part]) -> str:
    """What is asked for: countries, words, all else, the day; ``everything`` without any."""
    said: list[tuple[int, str]] = []
    words = [part for part in parts if _is_text(part)]
    for part in parts:
        if part in words:
            if part == words[0]:
                said.append((1, f"text: {' '.join(map(part_printed, words))}"))
        elif isinstance(part, Clause) and part.field == "known":
            day = date.fromisoformat(str(part.values[0]))
            said.append((3, f"as known on {day_in_words(day)}"))
        else:
            said.append((_place(part), _described(part)))
    said.sort(key=lambda each: each[0])
    return " · ".join(text for _, text in said) or "everything"


def _is_text(part: Part) -> bool:
    return isinstance(part.part if isinstance(part, Excluded) else part, Words)


def _place(part: Part) -> int:
    return 0 if isinstance(part, Clause) and part.field == "country" else 2


def _described(part: Part) -> str:
    if isinstance(part, Excluded) and isinstance(part.part, Clause):
        return f"not {_described(part.part)}"
    if not isinstance(part, Clause):
        return part_printed(part)
    label = part.field
    if label == "country":
        label = "country" if len(part.values) == 1 else "countries"
    return f"{label}: {' or '.join(_value(part.field, value) for value in part.values)}"


def _value(field: str, value: Value) -> str:
    if field != "country" or isinstance(value, Words):
        return value_printed(value)
    code, _, role = value.partition("/")
    return f"{countries.name(code)} as {role}" if role else countries.name(code)
