"""All the text of something in a briefing, as one folded string to search in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from brief_tui.model import countries
from brief_tui.model.dates import When
from brief_tui.model.folding import fold
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Word


def searchable(register: Register, *things: object) -> str:
    """Every word of ``things`` and the names of what their ids point at, folded.

    A field boundary is a newline, so that no hit runs from one field into the next.
    """
    return fold("\n".join(word for thing in things for word in _words(register, thing)))


def _words(register: Register, thing: object) -> Iterator[str]:
    if thing is None or isinstance(thing, bool):
        return
    if isinstance(thing, Word):
        yield thing.value
        yield thing.meaning
    elif isinstance(thing, str):
        yield from _text(register, thing)
    elif isinstance(thing, int | float):
        yield f"{thing:,.10g}" if isinstance(thing, float) and thing % 1 else f"{thing:,.0f}"
        yield f"{thing:.10g}"
    elif isinstance(thing, When):
        yield thing.text
        yield str(thing)
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from _words(register, key)
            yield from _words(register, value)
    elif isinstance(thing, tuple | list):
        for each in thing:
            yield from _words(register, each)
    elif is_dataclass(thing):
        for field in fields(thing):
            value = getattr(thing, field.name)
            # What was left out is nothing that a reader could search for.
            if value != field.default:
                yield from _words(register, value)


def _text(register: Register, text: str) -> Iterator[str]:
    if not text:
        return
    yield text
    if text in register.parties:
        yield register.name(text)
    elif text in register.measures:
        yield register.measures[text].name
    elif text in countries.NAMES:
        yield countries.name(text)
